"""Scoring for commands: what takes long shows how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fidelity.cli import output

if TYPE_CHECKING:
    from fidelity.cli.options import Tables
    from fidelity.model.words import Clock
    from fidelity.scoring.result import Scores


def score_paths(
    paths: Sequence[str], tables: Tables, profile: str = "multisociety", clock: Clock | None = None
) -> Scores:
    """Read files and score them, each with its bar on standard error where that is a terminal."""
    from fidelity.read.rules import load_library
    from fidelity.scoring.score import read_source, score_reading, standard_of

    library = load_library()
    standard = standard_of(library, profile, clock)
    with output.progress("Reading") as step:
        reading = read_source(list(paths), library, tables.na, mapping=tables.mapping, progress=step)
    with output.progress("Scoring") as step:
        return score_reading(reading, standard, progress=step)
