"""What is read, procedure by procedure, in a form that can be compared: facts of the study, the arm and the fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from fidelity.judge.settle import settle
from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation, role_of
from fidelity.model.values import Words
from fidelity.read.reading import Reading
from fidelity.read.sources import read

Key = tuple[str, str, str]
"""Study, arm and procedure."""
Said = dict[str, str]
"""What is said of one procedure: by the name of the fact, in one form whatever the words were."""
_OF_STUDY = ("label", "title", "registry", "country", "design", "n")
_SILENT = ("None", "", "NR")
"""What stands for a name that nobody told, or of which the report says nothing."""


def reading_of(sources: Sequence[Path], codebook: Codebook, mapping: Path | None = None) -> Reading:
    """Return what is read in files together."""
    return read([str(path) for path in sources], codebook, mapping=mapping)


def procedures(reading: Reading, codebook: Codebook) -> dict[Key, Said]:
    """Return all that was read of each procedure."""
    found: dict[Key, Said] = {}
    for batch in reading.batches:
        settled, _ = settle(batch.frame, codebook)
        for number, (name, arm, procedure) in enumerate(batch.frame.select("study", "arm", "procedure").iter_rows()):
            study = batch.origin.study(number)
            said = {f"study.{word}": str(getattr(study, word)) for word in _OF_STUDY}
            said |= {
                f"{kind}.{word}": str(value)
                for own in study.arms
                for one in own.procedures
                if (own.id, one.id) == (arm, procedure)
                for kind, word, value in (("arm", "n", own.n), ("procedure", "role", role_of(own, one)))
            }
            # What is said of a whole study is dropped where it does not fit an arm, such as a waiting list.
            fits = [
                field
                for field in codebook.fields
                if _status(settled, number, field) == _status(batch.frame, number, field)
            ]
            seen = {field: batch.origin.observation(number, field) for field in fits}
            said |= {field: text for field, one in seen.items() if (text := told(one)) is not None}
            key = (name, arm, procedure)
            assert key not in found, f"{key} was read twice"
            found[key] = {fact: text for fact, text in said.items() if text not in _SILENT}
    return found


def _status(frame: pl.DataFrame, row: int, field: str) -> int | None:
    return frame[f"{field}.status"][row] if f"{field}.status" in frame.columns else None


def told(one: Observation | None) -> str | None:
    """Return what an observation says, without its words; None for what nobody recorded."""
    if one is None or one.status == "not_extracted":
        return None
    value = one.value
    shown = value.text if isinstance(value, Words) else repr(value)
    if isinstance(value, Words) and one.basis == "conflicting":
        # How the words of several reports are listed, and whether it is said which said what, is nobody's fact.
        shown = " | ".join(sorted(part.partition(" (")[0].strip() for part in re.split("[;|]", shown)))
    return f"{one.status}, {one.basis}: {shown}{', varies' if one.varies else ''}"


def difference(found: dict[Key, Said], truth: dict[Key, Said]) -> list[str]:
    """Return each fact that was read otherwise than a human reads it, as a line."""
    lines = [f"{key}: not read" for key in truth if key not in found]
    lines += [f"{key}: nobody reads this" for key in found if key not in truth]
    for key in truth.keys() & found.keys():
        for fact in sorted(truth[key].keys() | found[key].keys()):
            should, does = truth[key].get(fact), found[key].get(fact)
            if should != does:
                lines.append(f"{key} {fact}: read {does}, a human reads {should}")
    return lines
