"""Real trials with a technique that is made up, so that their grades differ. It says nothing about the trials."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import yaml

Record = dict[str, Any]

LABEL: Final = "made up for testing"

_CARE: Final = {"image_guidance": "fluoroscopy", "electrode_orientation": "parallel", "electrode_gauge": "16 G"}
_BLIND: Final = {"image_guidance": "landmarks"}

MADE_UP: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("van_kleef_1999", "rf"): {
        **_CARE, "lesions_per_nerve": "2", "sensory_stimulation": "yes", "lesion_duration": "120 s",
    },
    ("van_wijk_2005", "rf"): {
        "image_guidance": "fluoroscopy", "electrode_orientation": "perpendicular", "electrode_gauge": "22 G",
        "lesions_per_nerve": "1", "sensory_stimulation": "yes", "lesion_temperature": "80 °C",
        "lesion_duration": "60 s",
    },
    ("mccormick_2019", "cooled_rfa"): {
        "image_guidance": "fluoroscopy", "lesion_temperature": "60 °C", "lesion_duration": "150 s",
    },
    ("mccormick_2019", "traditional_rfa"): {
        **_CARE, "electrode_orientation": "perpendicular", "lesions_per_nerve": "2", "sensory_stimulation": "yes",
        "lesion_temperature": "80 °C", "lesion_duration": "90 s",
    },
    ("lord_1996", "rf_neurotomy"): _CARE,
    ("salman_2016", "rf"): {
        "image_guidance": "fluoroscopy", "sacral_lesion_strategy": "bipolar_strip", "lesion_temperature": "85 °C",
    },
    ("salman_2016", "ia_steroid"): {"contrast": "given"},
    ("maugars_1996", "ia_sij_corticosteroid"): _BLIND,
}  # fmt: skip
"""What the made-up records say beside the real ones, by study and arm."""


def made_up_records(trials: Path) -> list[Record]:
    """Return the records of these trials with the made-up technique, each labelled so."""
    records = []
    for file in sorted(trials.glob("*.yaml")):
        # Every scalar is text, as in the package: no YAML type turns `no` into a truth value.
        for record in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)["studies"]:
            if any(study == record["id"] for study, _ in MADE_UP):
                records += [_with_made_up_technique(record)]
    return records


def _with_made_up_technique(record: Record) -> Record:
    changed = deepcopy(record)
    changed["label"] = f"{record['label']} ({LABEL})"
    changed["cautions"] = [f"The technique is {LABEL}; nothing here says how the trial was done."]
    for arm in changed["arms"]:
        facts = MADE_UP.get((record["id"], arm["id"]))
        if facts is not None:
            arm["procedures"][0]["observations"] |= facts
    return changed
