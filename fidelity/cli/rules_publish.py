"""`fidelity rules publish` and `fidelity rules endorsements`: what is frozen, and who signed it."""

from __future__ import annotations

import click

from fidelity.cli import output


@click.command(name="publish")
@click.argument("reference", metavar="ID@VERSION")
@click.option("--rules", "folder", type=click.Path(exists=True, file_okay=False), help="Default: those of a checkout.")
@click.pass_context
def publish(ctx: click.Context, reference: str, folder: str | None) -> None:
    """Freeze a version of a rule set: write the hash of what it says into the ledger.

    Refused are rule sets that `rules check` finds unsound, that rest on unverified sources, that are published
    already, or whose number does not say what changed. A published file is not changed: corrections make a new version.

    \b
    Example:
      fidelity rules publish multisociety-caudal-esi@1.0.0
    """
    from fidelity.model.digest import digest_of
    from fidelity.read.features import load_features
    from fidelity.read.ledgers import LEDGER, ledger_text
    from fidelity.read.rules import survey
    from fidelity.read.shipped import workshop
    from fidelity.rulebook.checking.check import check
    from fidelity.rulebook.publishing.publish import ledger_with, refusals, rule_set_of

    rules = workshop(folder)
    found = survey(rules, folder or "rules")
    if found.library is None:
        output.complain(found.problems)
        ctx.exit(1)
    ruleset = rule_set_of(found.library, reference)
    beside = rules.parent / "features"
    features = load_features(beside) if beside.is_dir() else None
    problems = refusals(ruleset, found, check(found, features), features)
    if problems:
        output.complain(problems)
        output.say(f"{reference} was not published")
        ctx.exit(1)
    text = ledger_with(ledger_text(rules), ruleset, found.library)
    output.emit_bytes(text.encode(), str(rules / LEDGER))
    output.say(f"{reference} is published; its hash is {digest_of(ruleset, found.library.codebook)}")


@click.command(name="endorsements")
@click.argument("name", required=False)
@click.option("--rules", "folder", type=click.Path(exists=True, file_okay=False), help="Default: the shipped rules.")
def endorsements(name: str | None, folder: str | None) -> None:
    """Say who signed which version, whether the panel is balanced, and which hash there is to sign.

    NAME is the id, or the id@version, of one rule set; without it, all are listed.

    \b
    Example:
      fidelity rules endorsements multisociety-caudal-esi
    """
    from fidelity.errors import UsageError, did_you_mean
    from fidelity.read.rules import load_library
    from fidelity.rulebook.publishing.endorsements import panels_of, report

    panels = panels_of(load_library(folder))
    chosen = [panel for panel in panels if name in (None, panel.ruleset.id, panel.ruleset.reference)]
    if not chosen:
        known = [panel.ruleset.id for panel in panels]
        raise UsageError(f"there is no rule set {name!r}: {did_you_mean(str(name), known, of_codebook=False)}")
    click.echo(report(chosen), nl=False)
