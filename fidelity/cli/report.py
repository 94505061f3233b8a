"""`fidelity report`: every grade with what led to it, for a browser and as a supplement for a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fidelity.cli import output
from fidelity.cli.options import CLOCK, OUTPUT, PATHS, PROFILE, Tables, tables_option
from fidelity.cli.scoring import score_paths

if TYPE_CHECKING:
    from fidelity.model.words import Clock


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@PROFILE
@CLOCK
@tables_option
@OUTPUT
@click.option(
    "--assumption", metavar="NAME|FILE", help="Also say what this assumption on what reports do not say would expect."
)
@click.option("--docx", "word", type=click.Path(dir_okay=False), help="Also write the tables as a Word file.")
@click.pass_context
def report(
    ctx: click.Context,
    paths: tuple[str, ...],
    profile: str,
    clock: Clock | None,
    tables: Tables,
    target: str | None,
    assumption: str | None,
    word: str | None,
) -> None:
    """Write one HTML page, to read or to print: grades, traffic lights, and for each study what led to them.

    The page asks for nothing from elsewhere and needs no script.

    \b
    Example:
      fidelity report studies/ -o report.html --docx supplement.docx
    """
    from fidelity.expecting import expect
    from fidelity.read.assumptions import load_assumption
    from fidelity.read.rules import load_library
    from fidelity.write.report import page_of, report_of, supplement_of

    for file in (target, word):
        output.spare(paths, file)
    library = load_library()
    assumed = load_assumption(assumption, library) if assumption is not None else None
    scores = score_paths(paths, tables, profile, clock)
    output.complain(scores.problems)
    output.remark(scores.notes)
    if not scores.grades.height:
        output.say("nothing could be read")
        ctx.exit(2)
    made = report_of(scores, library, expect(scores, assumed) if assumed is not None else None)
    if target is not None or word is None:
        output.emit_bytes(page_of(made), target)
    if word is not None:
        output.emit_bytes(supplement_of(made, scores), word)
    output.say(made.counts)
    ctx.exit(1 if scores.problems else 0)
