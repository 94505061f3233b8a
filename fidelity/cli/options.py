"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from fidelity.scoring.score import NaMeaning

PATHS = click.Path(dir_okay=True, allow_dash=True)
PROFILE = click.option("--profile", default="multisociety", show_default=True, help="Which body's reading to judge by.")
PROFILES = click.option(
    "--profile",
    default="multisociety",
    show_default=True,
    help="Which body's reading to judge by; all: every one, side by side.",
)
CLOCKS = click.option(
    "--clock",
    type=click.Choice(["now", "then", "both"]),
    help="One clock for every axis: what is asked now, or what was asked when the trial recruited; both: side by side.",
)
CLOCK = click.option(
    "--clock",
    type=click.Choice(["now", "then"]),
    help="One clock for every axis: what is asked now, or what was asked when the trial recruited.",
)
NA = click.option(
    "--na",
    type=click.Choice(["not_reported", "not_extracted", "unclear", "not_applicable"]),
    help="What NA means in your tables; without this, NA is refused as ambiguous.",
)
MAPPING = click.option(
    "--mapping",
    type=click.Path(dir_okay=False),
    help="The mapping file for your tables, made by `fidelity map`.  [default: NAME.mapping.yaml beside NAME.xlsx]",
)


@dataclass(frozen=True, slots=True)
class Tables:
    """What the user says of how tables are read: the mapping file, and what NA means."""

    mapping: str | None
    na: NaMeaning | None


def tables_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options on how tables are read, as one argument `tables`."""

    @MAPPING
    @NA
    @wraps(command)
    def run(*args: Any, mapping: str | None, na: NaMeaning | None, **others: Any) -> None:
        command(*args, tables=Tables(mapping, na), **others)

    return run


FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "jsonl", "parquet"]),
    help="Default: by the ending of -o; else table on a terminal, csv elsewhere.",
)
OUTPUT = click.option("-o", "--output", "target", type=click.Path(dir_okay=False), help="Write to this file.")
