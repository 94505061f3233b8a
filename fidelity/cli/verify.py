"""`fidelity verify`: whether a pack still holds."""

from __future__ import annotations

import click

from fidelity.cli import output


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, exists=True))
@click.pass_context
def verify(ctx: click.Context, folder: str) -> None:
    """Say whether a pack still holds: its files, its inputs, the rules, and whether the same run gives the same bytes.

    Inputs are looked for where they stood as seen from the pack, then under the names that were given. Exit code 0: it
    holds; 1: something changed, and each change is named.

    \b
    Example:
      fidelity verify pack
    """
    from fidelity.read.rules import load_library
    from fidelity.write.pack import verify as check

    found = check(folder, load_library(), output.progress)
    for line in found.lines:
        click.echo(line)
    ctx.exit(0 if found.holds else 1)
