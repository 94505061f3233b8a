"""`fidelity convert`: study records from any form that is read into any other, nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from fidelity.cli import output
from fidelity.cli.options import PATHS, Tables, tables_option

_ENDINGS: Final = {
    ".yaml": "to_yaml",
    ".yml": "to_yaml",
    ".json": "to_json",
    ".csv": "to_csv",
    ".parquet": "to_parquet",
    ".xlsx": "to_workbook",
}


@click.command(name="convert")
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(dir_okay=False),
    help="The file to write: .yaml, .json, .csv, .parquet or .xlsx (the form of fidelity template, filled in).",
)
@tables_option
@click.pass_context
def convert(ctx: click.Context, paths: tuple[str, ...], target: str, tables: Tables) -> None:
    """Write the studies of files or folders in another form that reads back as the same studies.

    What is wrong is said, and the refused rows are named; they are not in the file that is written.

    \b
    Examples:
      fidelity convert extraction.csv -o extraction.xlsx
      fidelity convert studies/ -o studies.parquet
    """
    from fidelity.errors import UsageError, sort_problems
    from fidelity.read.rules import load_library
    from fidelity.scoring.score import read_source
    from fidelity.write import records

    ending = Path(target).suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(f"{target}: write to a file that ends in {', '.join(_ENDINGS)}")
    output.spare(paths, target)
    library = load_library()
    reading = read_source(list(paths), library, tables.na, mapping=tables.mapping)
    studies, differences = records.studies_of(reading)
    problems = sort_problems([*reading.problems, *differences])
    output.complain(problems)
    output.remark(reading.notes)
    for refused in reading.refused:
        names = "/".join(name for name in (refused.study, refused.arm, refused.procedure) if name)
        output.say(f"refused, and not written: {names} ({refused.place})")
    if not studies:
        output.say("nothing could be read")
        ctx.exit(2)
    output.emit_bytes(getattr(records, _ENDINGS[ending])(studies, library.codebook), target)
    output.say(f"written: {records.described(studies)} to {target}")
    ctx.exit(1 if problems or reading.refused else 0)
