"""`fidelity rules new` and `fidelity rules table`: the first draft of a rule set, and its row in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fidelity.cli import output

if TYPE_CHECKING:
    from pathlib import Path

RULES = click.option(
    "--rules", "folder", type=click.Path(exists=True, file_okay=False), help="Default: those of a checkout."
)


@click.command(name="new")
@click.argument("name", metavar="ID")
@click.option("--from", "source", required=True, help="A named procedure, or a rule set, that says what it covers.")
@RULES
def new(name: str, source: str, folder: str | None) -> None:
    """Write the skeleton of a rule set, of its feature, and its row in the README beside the rules.

    The row is left out where the README has no place for the table (see `fidelity rules table`). The skeleton asks
    nothing yet: one note that rests on an unverified source, and texts that ask to be replaced.

    \b
    Example:
      fidelity rules new mysociety-caudal-esi --from caudal-esi
    """
    from datetime import date

    from fidelity.errors import UsageError
    from fidelity.read.pages import page_text
    from fidelity.read.rules import load_library
    from fidelity.read.shipped import workshop
    from fidelity.rulebook.publishing.readme import has_place
    from fidelity.rulebook.publishing.scaffold import draft

    rules = workshop(folder)
    made = draft(name, source, date.today().isoformat(), load_library(rules, folder or "rules"))
    texts = {
        rules / name / "1.0.0.yaml": made.ruleset,
        rules.parent / "features" / name / "1.0.0.feature": made.feature,
    }
    for file in texts:
        if file.exists():
            raise UsageError(f"{file} exists already, and nothing is written over it")
    readme = rules.parent / "README.md"
    row = readme.is_file() and has_place(page_text(readme))
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        output.emit_bytes(text.encode(), str(file))
        output.say(f"written: {file}")
    if row:
        _write_table(readme, rules)
    output.say(f"next: replace the texts, add {name} to a profile in {rules / 'profiles'}, run fidelity rules check")


@click.command(name="table")
@click.argument("page", type=click.Path(exists=True, dir_okay=False), default="README.md")
@RULES
def table(page: str, folder: str | None) -> None:
    """Write the table of rule sets into PAGE (default: README.md), between the two marks that it has for it.

    \b
    Example:
      fidelity rules table README.md
    """
    from pathlib import Path

    from fidelity.read.shipped import workshop

    _write_table(Path(page), workshop(folder))


def _write_table(page: Path, rules: Path) -> None:
    from fidelity.read.pages import page_text
    from fidelity.read.rules import load_library
    from fidelity.rulebook.publishing.readme import with_table

    output.emit_bytes(with_table(page_text(page), load_library(rules)).encode(), str(page))
    output.say(f"written: the table of rule sets in {page}")
