"""`fidelity rules book`: the rules as a book for clinicians."""

from __future__ import annotations

import click

from fidelity.cli import output


@click.command(name="book")
@click.option("-o", "--output", "target", type=click.Path(dir_okay=False), help="Write to this file.")
@click.option("--rules", "folder", type=click.Path(exists=True, file_okay=False), help="Default: the shipped rules.")
@click.option("--features", type=click.Path(exists=True, file_okay=False), help="Default: the shipped features.")
def book(target: str | None, folder: str | None, features: str | None) -> None:
    """Write the rules, their sources, examples, disputes and endorsements as one HTML page, to read or to print.

    Every example is judged while the book is made; the last line says how many Fidelity agrees with.

    \b
    Example:
      fidelity rules book -o book.html
    """
    from fidelity.read.features import load_features
    from fidelity.read.published import published_trials
    from fidelity.read.rules import load_library
    from fidelity.rulebook.book.book import book_of
    from fidelity.rulebook.book.page import page_of

    made = book_of(load_library(folder), load_features(features), published_trials())
    output.emit_bytes(page_of(made), target)
    agreed = made.examples - len(made.crosses)
    output.say(
        f"rule sets {len(made.standards)}, demands {len(made.demands)}, examples {made.examples}, agreed {agreed}"
    )
