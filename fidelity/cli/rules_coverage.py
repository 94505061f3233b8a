"""The command that says what the features' examples decide of their rule sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fidelity.cli import output

if TYPE_CHECKING:
    from fidelity.write.table import Format


@click.command(name="coverage")
@click.argument("rulesets", nargs=-1, metavar="[RULESET]...")
@click.option("--rules", "folder", type=click.Path(exists=True, file_okay=False), help="Default: the shipped rules.")
@click.option("--features", type=click.Path(exists=True, file_okay=False), help="Default: the shipped features.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "jsonl"]), help="Default: table on a terminal.")
@click.pass_context
def coverage_of_rules(
    ctx: click.Context, rulesets: tuple[str, ...], folder: str | None, features: str | None, form: Format | None
) -> None:
    """Say which verdicts, numbers and leaves the examples of RULESETs decide, and which slips they would miss.

    Every criterion is changed in each small way (a number nudged, an operator turned, a leaf or a choice dropped). What
    makes no example fail is named with its line and with the example that is missing, unless it is proved to change
    nothing. Without RULESET, all are looked at. The exit code is 1 while an example is missing, or while it cannot be
    decided whether one is.

    \b
    Example:
      fidelity rules coverage multisociety-caudal-esi
    """
    from fidelity.read.features import load_features
    from fidelity.read.rules import load_library
    from fidelity.rulebook.coverage.coverage import coverage, named, problems_of
    from fidelity.rulebook.coverage.table import summary_of, table_of

    library = load_library(folder)
    found = coverage(library, load_features(features), named(library, rulesets))
    output.emit(table_of(found), output.format_of(form, None), None)
    output.complain(problems_of(found))
    output.say(summary_of(found))
    ctx.exit(1 if any(entry.survivors or entry.undecided for entry in found) else 0)
