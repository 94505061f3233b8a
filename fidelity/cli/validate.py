"""Everything that is wrong with study files: as text, as JSON, and marked in a copy of the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fidelity.cli import output
from fidelity.cli.options import PATHS, Tables, tables_option
from fidelity.cli.scoring import score_paths
from fidelity.errors import Problem, ProblemsFound, UsageError

if TYPE_CHECKING:
    from fidelity.scoring.result import Scores


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@tables_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How problems are written.")
@click.option(
    "--annotate",
    "copy",
    type=click.Path(dir_okay=False),
    help="Write a copy of the workbook to this file, with every wrong cell coloured and commented.",
)
@click.pass_context
def validate(ctx: click.Context, paths: tuple[str, ...], tables: Tables, form: str, copy: str | None) -> None:
    """Report everything that is wrong with study files, and score nothing.

    \b
    Examples:
      fidelity validate extraction.csv
      fidelity validate extraction.xlsx --annotate marked.xlsx
      fidelity validate extraction.xlsx --format json > problems.json
    """
    scores = score_paths(paths, tables)
    if copy is not None:
        _annotate(paths, copy, scores)
    if form == "json":
        from fidelity.write.problems import problems_as_json

        click.echo(problems_as_json(scores.problems, scores.notes), nl=False)
    else:
        output.complain(scores.problems)
        output.remark(scores.notes)
    refused = int((scores.grades["status"] == "refused").sum())
    output.say(f"{scores.grades.height - refused} procedures can be scored, {refused} refused")
    ctx.exit(2 if not scores.grades.height else 1 if scores.problems else 0)


def _annotate(paths: tuple[str, ...], copy: str, scores: Scores) -> None:
    from pathlib import Path

    from fidelity.read.grids.books import read_book
    from fidelity.read.steady import read_steadily
    from fidelity.write.annotated import annotate

    if len(paths) != 1 or not Path(paths[0]).is_file():
        raise UsageError("--annotate copies one workbook or table: name just that file")
    original = Path(paths[0])
    if Path(copy).resolve() == original.resolve():
        raise UsageError(f"{copy} is the file itself: give the copy another name")
    if Path(copy).suffix.lower() != ".xlsx":
        raise UsageError(f"{copy}: the copy is a workbook, so let its name end in .xlsx")
    content = read_steadily(original)
    if isinstance(content, Problem):
        raise ProblemsFound([content])
    output.emit_bytes(annotate(content, read_book(content, str(original)), scores.problems, scores.notes), copy)
