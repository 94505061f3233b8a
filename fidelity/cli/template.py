"""`fidelity template`: an empty extraction form as a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from fidelity.cli import output
from fidelity.cli.options import PROFILE


@click.command(name="template")
@click.argument("procedures", nargs=-1, metavar="[PROCEDURE]...")
@PROFILE
@click.option(
    "-o", "--output", "target", required=True, type=click.Path(dir_okay=False), help="The workbook to write (.xlsx)."
)
def template(procedures: tuple[str, ...], profile: str, target: str) -> None:
    """Write an extraction form as a workbook, with the columns that matter for PROCEDURE (default: all with a name).

    Filled in with Excel or LibreOffice, it is read as it is: fidelity score form.xlsx

    \b
    Example:
      fidelity template caudal-esi lumbar-tfesi -o form.xlsx
    """
    from fidelity.cli.rules import latest, named_procedure
    from fidelity.errors import UsageError
    from fidelity.read.rules import load_library
    from fidelity.write.template import empty_form

    if Path(target).suffix.lower() != ".xlsx":
        raise UsageError(f"{target}: the form is a workbook, whose name ends in .xlsx")
    if Path(target).exists():
        raise UsageError(f"{target} is there already, and may be filled in: give the form another name")
    library = load_library()
    chosen = [named_procedure(name, library) for name in procedures] or library.procedures.procedures
    output.emit_bytes(empty_form(chosen, latest(library, profile), library.codebook), target)
    output.say(f"written: a form for {len(chosen)} procedure{'' if len(chosen) == 1 else 's'} to {target}")
