"""`fidelity rules check`: everything that makes rules sound, each finding with its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fidelity.cli import output

if TYPE_CHECKING:
    from fidelity.errors import Problem


@click.command(name="check")
@click.argument("path", required=False, type=click.Path(exists=True, file_okay=False))
@click.option("--features", type=click.Path(exists=True, file_okay=False), help="The features that show these rules.")
@click.pass_context
def check_rules(ctx: click.Context, path: str | None, features: str | None) -> None:
    """Check that the rules are sound: those that travel with the package, or those of a folder at PATH.

    The features of the shipped rules are checked with them; those of a folder where --features names them, or where a
    folder `features` stands beside it. The exit code is 0 where nothing is wrong, notes or not.

    \b
    Examples:
      fidelity rules check
      fidelity rules check my-rules --features my-features
    """
    from fidelity.errors import ProblemsFound
    from fidelity.read.features import load_features
    from fidelity.read.rules import survey
    from fidelity.rulebook.checking.check import check
    from fidelity.rulebook.publishing.endorsements import panels_of

    beside = Path(path).resolve().parent / "features" if path is not None else None
    where = features or (str(beside) if beside is not None and beside.is_dir() else None)
    unread: tuple[Problem, ...] = ()
    shown = None
    try:
        shown = load_features(where) if path is None or where is not None else None
    except ProblemsFound as error:
        unread = error.problems
    read = survey(path)
    found = check(read, shown)
    output.complain([*unread, *found.faults])
    for remark in found.remarks:
        output.say(f"note: {remark}")
    panels = panels_of(read.library) if read.library is not None else ()
    for panel in panels:
        if panel.entries and not panel.balanced:
            output.say(f"note: {panel.ruleset.reference}: the panel is not balanced: {', '.join(panel.lacking)}")
    wrong = len(found.faults) + len(unread)
    output.say(f"rule sets: {found.rulesets}, criteria: {found.criteria}, faults: {wrong}, notes: {len(found.remarks)}")
    output.say(f"endorsed by a balanced panel: {sum(panel.balanced for panel in panels)} of {len(panels)} versions")
    ctx.exit(1 if wrong else 0)
