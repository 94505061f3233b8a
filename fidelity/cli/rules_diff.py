"""`fidelity rules diff`: what a change of rules does."""

from __future__ import annotations

import click


@click.command(name="diff")
@click.argument("first")
@click.argument("second")
@click.option("--studies", type=click.Path(exists=True), multiple=True, help="Real studies: which of them move?")
@click.option("--profile", default="multisociety", show_default=True, help="The profile that grades the studies.")
@click.option("--rules", "folder", type=click.Path(exists=True, file_okay=False), help="Default: the shipped rules.")
def diff(first: str, second: str, studies: tuple[str, ...], profile: str, folder: str | None) -> None:
    """Say what differs between FIRST and SECOND, by what they judge and not by how they are written.

    Each is a rule set (id, id@version or a YAML file), a profile, a rules folder, or a git revision of the rules;
    REVISION:ID is one rule set or profile of a revision. A changed criterion comes with the smallest procedure that
    the two judge differently, or with the proof that there is none.

    \b
    Examples:
      fidelity rules diff multisociety ipsis
      fidelity rules diff HEAD~1 rules --studies examples/trials
    """
    from pathlib import Path

    from fidelity.read.compared import sides_of
    from fidelity.read.shipped import shipped
    from fidelity.rulebook.diff.diff import difference, moved_studies
    from fidelity.rulebook.diff.page import moves_page, page

    rules = shipped("rules") if folder is None else Path(folder)
    sides = sides_of(first, second, rules, "rules" if folder is None else None)
    click.echo(page(difference(*sides), first, second), nl=False)
    if studies:
        click.echo(moves_page(moved_studies(list(studies), *sides, profile)), nl=False)
