"""Arguments and options that several commands share."""

from __future__ import annotations

import click

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


FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "jsonl", "parquet"]),
    help="Default: by the ending of -o; else table on a terminal, csv elsewhere.",
)
OUTPUT = click.option("-o", "--output", "target", type=click.Path(dir_okay=False), help="Write to this file.")
