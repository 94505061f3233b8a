"""Makes the files of a review, its mapping file and the truth, from a seed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from fidelity.model.codebook import Codebook
from messy.content import form
from messy.files import ods, plain, text_table, workbook
from messy.layouts import LAYOUTS, Laid, joined, rows
from messy.review import Habits, habits
from messy.truth import Messy


def make(seed: int) -> Messy:
    """Make the files of one review; the same seed makes the same review."""
    rng = Random(f"messy {seed}")
    made = habits(rng, shipped())
    usable = [entry for entry in LAYOUTS if made.workbook or entry[0] != "a sheet for each study"]
    usable = usable if made.foreign else [LAYOUTS[0]]
    name, _, lay = rng.choices(usable, [weight for _, weight, _ in usable])[0]
    made.draws.append(name)
    procedures = lay in (rows, joined) and rng.random() < 0.3
    extraction = form(made, procedures=procedures, joined=lay is joined)
    laid = lay(made, extraction)
    files = _files(made, laid)
    truth = tuple(line.truth for study in extraction.studies for line in study.lines)
    mapping = _mapping(made, laid) if made.foreign else None
    return Messy(seed, files, mapping, truth, tuple(laid.alarms), tuple(made.draws))


def _files(made: Habits, laid: Laid) -> dict[str, bytes]:
    if made.workbook:
        if plain(laid.pages) and made.chance(0.15, "OpenDocument"):
            return {"extraction.ods": ods(laid.pages)}
        return {"extraction.xlsx": workbook(laid.pages)}
    files = {}
    for page in laid.pages:
        ending, content = text_table(made, page)
        stem = page.name.lower().replace(" ", "_") if laid.apart else "extraction"
        files[f"{stem}.{ending}"] = content
    return files


def _mapping(made: Habits, laid: Laid) -> str:
    written: dict[str, Any] = {"mapping": "1", "codebook": made.codebook.version}
    if made.comma:
        written["decimal"] = "comma"
    if made.codes:
        written["codes"] = {status: list(words) for status, words in made.codes.items()}
    written["tables"] = [{key: value for key, value in table.items() if value} for table in laid.tables]
    return yaml.dump(written, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)


class _Plain(yaml.SafeDumper):
    """Writes a mapping without anchors, which mapping files may not have."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@cache
def shipped() -> Codebook:
    """The codebook as it ships, read without the package's reader."""
    path = Path(__file__).parents[2] / "rules" / "codebook.yaml"
    return Codebook.model_validate(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
