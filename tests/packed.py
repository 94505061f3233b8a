"""A small review as a user keeps it: six trials of neurotomy of different technique, with outcomes, as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from records import NEUROTOMY, Record, arm, study

GOOD: Record = {
    **NEUROTOMY,
    "image_guidance": "fluoroscopy",
    "electrode_gauge": "16 G",
    "electrode_orientation": "parallel",
    "lesion_temperature": "80 °C",
    "lesion_duration": "120 s",
    "lesions_per_nerve": "2",
    "sensory_stimulation": "no",
}
SHAM: Record = {"region": "lumbar", "target": "medial_branch", "modality": "none"}
TRIALS: dict[str, Record] = {
    "alpha_2001": GOOD,
    "beta_2004": {**GOOD, "image_guidance": "landmarks"},
    "gamma_2008": {**GOOD, "electrode_orientation": "perpendicular"},
    "delta_2012": {**GOOD, "lesion_duration": "90 s"},
    "epsilon_2016": {**GOOD, "electrode_gauge": "22 G", "electrode_orientation": "perpendicular"},
    "zeta_2020": NEUROTOMY,
}


def records() -> list[Record]:
    """Return the records of the trials."""
    return [
        study(
            name,
            arm("rf", facts),
            arm("sham", SHAM, "sham"),
            year=name[-4:],
            observations={"publication_year": name[-4:]},
        )
        for name, facts in TRIALS.items()
    ]


def outcome_rows() -> list[str]:
    """Return the lines of the outcome file."""
    rows = ["study,arm,treatment,n,mean,sd,rob"]
    for number, name in enumerate(TRIALS):
        rows += [f"{name},rf,Neurotomy,{40 + number},{-1.5 - number / 4},2.1,{1 + number % 3}"]
        rows += [f"{name},sham,Sham,{41 + number},-0.5,2.2,{1 + number % 3}"]
    return rows


def write_review(folder: Path, **changes: Any) -> tuple[Path, Path]:
    """Write records and outcomes into a folder and return their paths; `changes` replace keys of the first record."""
    folder.mkdir(parents=True, exist_ok=True)
    studies = records()
    studies[0].update(changes)
    path, outcomes = folder / "records.json", folder / "outcomes.csv"
    path.write_text(json.dumps({"studies": studies}), encoding="utf-8")
    outcomes.write_text("\n".join(outcome_rows()) + "\n", encoding="utf-8")
    return path, outcomes
