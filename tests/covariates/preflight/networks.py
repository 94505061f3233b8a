"""Networks made of a line for each trial: who is compared, the grade of the study, and its range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import (
    ARM_COLUMNS,
    LEFT_OUT_COLUMNS,
    STUDY_COLUMNS,
    TREATMENT_COLUMNS,
    Covariate,
    Master,
)
from fidelity.covariates.preflight import Preflight, look
from fidelity.scoring.result import Scores

FID = Covariate("fid", "grade", "grade", 0, 3, "high")
WORDS = ("poor", "limited", "adequate", "full")


@dataclass(frozen=True)
class Trial:
    """One line: treatments, grade, range (None: the grade itself), what is known beside, grades of the arms."""

    treats: tuple[str, ...]
    fid: float | None
    ends: tuple[int, int] | None = None
    year: int | None = None
    rob: int | None = None
    n: int | None = 100
    own: Mapping[str, float] | None = None


VARIED = [Trial(("PLA", "AAA"), fid) for fid in (0, 1, 2, 3)]


def network(trials: Sequence[Trial], *, references: Sequence[str] = ("PLA",), **changed: Any) -> Master:
    """The master of some trials; treatments in `references` are of the reference class, the first is the reference."""
    names = sorted({treat for trial in trials for treat in trial.treats})
    first = references[0]
    order = [name for name in names if name == first] + [name for name in names if name != first]
    studies, arms = [], []
    for number, trial in enumerate(trials, 1):
        low, high = _ends(trial)
        code = f"S{number:02d}"
        studies.append(
            {
                "study": code, "id": number, "record": code.lower(), "label": code, "year": trial.year,
                "rob": trial.rob, "n": trial.n, "fid": trial.fid, "fid_lo": low, "fid_hi": high,
                "fid_nr": int(low != high), "fid_cat": WORDS[low] if low == high and low is not None else "open",
            }
        )  # fmt: skip
        for treat in sorted(trial.treats, key=order.index):
            active = treat not in references
            own = (trial.own or {}).get(treat, trial.fid) if active else 0.0
            arms.append(
                {
                    "study": code, "treat": treat, "arm": treat, "role": "active" if active else "sham",
                    "trt_class": "active" if active else "reference", "active": int(active), "n": 50, "events": 20,
                    "yi": 0.0, "vi": 0.1, "fid_arm": own, "fid_arm_lo": low if active else None,
                    "fid_arm_hi": high if active else None,
                }
            )  # fmt: skip
    treatments = [
        (name, name.lower(), "reference" if name in references else "active", number, 1)
        for number, name in enumerate(order, 1)
    ]
    made: dict[str, Any] = {
        "kind": "events",
        "arms": pl.DataFrame(arms, schema=ARM_COLUMNS),
        "studies": pl.DataFrame(studies, schema=STUDY_COLUMNS),
        "treatments": pl.DataFrame(treatments, schema=TREATMENT_COLUMNS, orient="row"),
        "left_out": pl.DataFrame(schema=LEFT_OUT_COLUMNS),
        "covariates": (FID,),
        "reference": first,
        "axis": "delivery",
        "rule": "worst",
        "interest": None,
        "threshold": 2,
        "assumption": "shared@1.0.0",
        "profile": "multisociety",
        "clock": "now",
    }
    return Master(**(made | changed))


def _ends(trial: Trial) -> tuple[int | None, int | None]:
    if trial.ends is not None:
        return trial.ends
    return (None, None) if trial.fid is None else (int(trial.fid), int(trial.fid))


def file(master: Master, path: str = "netmeta/pairwise.csv", *, calls: str = "") -> Table:
    """A sound file of a master for netmeta, or one that has the same columns at another path."""
    rows = master.arms.join(master.studies.select("study", "fid"), on="study", maintain_order="left")
    key = "studlab" if path.startswith("netmeta") else "study"
    names = {key: "study", "treat": "treat", "n": "n", "event": "events", "r": "events", "fid": "fid"}
    if not path.startswith("netmeta"):
        del names["event"]
    frame = rows.select(pl.col(source).alias(name) for name, source in names.items())
    return Table(path, frame, Guide(path.split("/", maxsplit=1)[0], calls, "", ""), ("fid",))


def codes(found: Preflight, severity: str) -> set[str]:
    """The codes of what was found of a severity."""
    return {one.code for one in found.findings if one.severity == severity}


def looked(of: Master, scores: Scores, *paths: str) -> Preflight:
    """What the pre-flight says of sound files of a master; of two packages where no path is given."""
    return look(of, [file(of, path) for path in paths or ("netmeta/pairwise.csv", "bugsnet/arms.csv")], scores)
