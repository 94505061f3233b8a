"""Five trials and the files that a careful statistician would write of them, each package's by hand.

S01 and S05 compare AAA with PLA, S03 BBB with PLA, S04 AAA with BBB, S02 all three. Grades differ; that of S05 is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations
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
from fidelity.model.outcomes import OutcomeKind

TRIALS = {
    "S01": ("PLA", "AAA"),
    "S02": ("PLA", "AAA", "BBB"),
    "S03": ("PLA", "BBB"),
    "S04": ("AAA", "BBB"),
    "S05": ("PLA", "AAA"),
}
GRADES = {"S01": 2.0, "S02": 0.0, "S03": 3.0, "S04": 1.0, "S05": 1.5}
YES_OR_NO = {"S01": 1.0, "S02": 0.0, "S03": 1.0, "S04": 0.0, "S05": 1.0}
RANGES = {"S01": (2, 2), "S02": (0, 0), "S03": (3, 3), "S04": (1, 1), "S05": (1, 2)}
GROUPS = {"S01": "higher", "S02": "lower", "S03": "higher", "S04": "lower", "S05": "unclear"}
ROB = {"S01": 1, "S02": 3, "S03": 2, "S04": 1, "S05": 2}
INDIRECT = {"S01": 1, "S02": 3, "S03": 1, "S04": 2, "S05": 2}
WORDS = {"S01": "Some concerns", "S02": "Critical", "S03": "Low", "S04": "High", "S05": "No information"}

Rows = list[tuple[str, str, int]]


def arms() -> Rows:
    """Study, treatment and number of each arm, in the order of the files."""
    pairs = [(study, treat) for study, treats in TRIALS.items() for treat in treats]
    return [(study, treat, number) for number, (study, treat) in enumerate(pairs)]


def master(
    kind: OutcomeKind = "events", grades: Mapping[str, float] = GRADES, *, aaa: str = "AAA", **changed: Any
) -> Master:
    """The master of the five trials, made once; `aaa` names the treatment AAA otherwise."""
    found = _master(kind, tuple(grades.items()), aaa)
    return replace(found, **changed) if changed else found


@cache
def _master(kind: OutcomeKind, graded: tuple[tuple[str, float], ...], aaa: str) -> Master:
    grades = dict(graded)
    studies = [
        {
            "study": study, "id": number, "record": study.lower(), "label": study, "year": 2000 + number,
            "rob": ROB[study], "n": 50 * len(TRIALS[study]), "fid": grade, "fid_lo": RANGES[study][0],
            "fid_hi": RANGES[study][1], "fid_nr": int(RANGES[study][0] != RANGES[study][1]), "fid_gap": 3 - grade,
            "fid_bin": float(grade >= 2), "fid_grp": GROUPS[study],
        }
        for number, (study, grade) in enumerate(grades.items(), 1)
    ]  # fmt: skip
    rows = [
        {
            "study": study, "treat": named(treat, aaa), "arm": treat, "role": "sham" if treat == "PLA" else "active",
            "trt_class": "reference" if treat == "PLA" else "active", "active": int(treat != "PLA"),
            "fid_arm": 0.0 if treat == "PLA" else grades[study], "n": 50, **outcome(kind, study, treat, number),
        }
        for study, treat, number in arms()
    ]  # fmt: skip
    treatments = [("PLA", "placebo", "reference", 1, 4), (named("AAA", aaa), "one", "active", 2, 4)]
    return Master(
        kind=kind,
        arms=pl.DataFrame(rows, schema=ARM_COLUMNS),
        studies=pl.DataFrame(studies, schema=STUDY_COLUMNS),
        treatments=pl.DataFrame(
            [*treatments, ("BBB", "other", "active", 3, 3)], schema=TREATMENT_COLUMNS, orient="row"
        ),
        left_out=pl.DataFrame(schema=LEFT_OUT_COLUMNS),
        covariates=(
            Covariate("fid", "grade", "grade", 0, 3, "high"),
            Covariate("fid_gap", "gap from full", "grade", 0, 3, "low"),
        ),
        reference="PLA",
        axis="delivery",
        rule="worst",
        interest=None,
        threshold=2,
        assumption="shared@1.0.0",
        profile="multisociety",
        clock="now",
    )


def named(treat: str, aaa: str) -> str:
    return aaa if treat == "AAA" else treat


def outcome(kind: OutcomeKind, study: str, treat: str, number: int) -> dict[str, float | int | None]:
    """What was seen in an arm: figures that only have to be possible."""
    if kind == "events":
        return {"events": 10 + number, "yi": -1.0 + number / 10, "vi": 0.1}
    if kind == "means":
        return {"mean": 5.0 + number / 4, "sd": 2.0, "yi": 5.0 + number / 4, "vi": 0.08}
    first = treat == TRIALS[study][0]
    return {"effect": None if first else number / 10, "se": (0.3 if study == "S02" else None) if first else 0.4}


def table(path: str, columns: Mapping[str, Any], covariates: tuple[str, ...] = (), **more: Any) -> Table:
    guide = Guide(path.split("/", maxsplit=1)[0], "", "", "")
    return Table(path, pl.DataFrame(dict(columns)), guide, covariates, **more)


def tables(kind: OutcomeKind = "events", grades: Mapping[str, float] = GRADES, *, aaa: str = "AAA") -> dict[str, Table]:
    """Every file of a kind of outcome, by its path; made once, and nobody changes a file in its place."""
    return _tables(kind, tuple(grades.items()), aaa)


@cache
def _tables(kind: OutcomeKind, graded: tuple[tuple[str, float], ...], aaa: str) -> dict[str, Table]:
    grades = dict(graded)
    rows = arms()
    study = [row[0] for row in rows]
    treat = [named(row[1], aaa) for row in rows]
    fid = {"fid": [grades[name] for name in study]}
    rated = {"rob": [ROB[name] for name in study], "indirectness": [INDIRECT[name] for name in study]}
    number = {name: place for place, name in enumerate(TRIALS, 1)}
    ids = {"id": [number[name] for name in study]}
    grp = {"fid_grp": [GROUPS[name] for name in study]}
    seen = [outcome(kind, *row) for row in rows]
    n = [50] * len(rows)
    found = [
        robvis(),
        table("gemtc/studies.csv", {"study": list(grades), "fid": list(grades.values())}, ("fid",)),
        table("netmeta/contrasts.csv", contrasts(kind, grades, aaa), ("fid",)),
    ]
    if kind == "contrasts":
        effect, se = ([row[name] for row in seen] for name in ("effect", "se"))
        classes = ["reference" if name == "PLA" else "active" for name in treat]
        re = {"study": study, "treatment": treat, "diff": effect, "std.err": se}
        multi = {"study": study, "trt": treat, "trt_class": classes, "y": effect, "se": se, **fid}
        found += [
            table("gemtc/data_re.csv", re, missing="NA"),
            table("multinma/contrasts.csv", multi, ("fid",), missing="NA"),
        ]
        return {entry.path: entry for entry in found}
    yi, vi = ([row[name] for row in seen] for name in ("yi", "vi"))
    slopes = {
        f"x_{name}": [grades[of] if one == name else 0.0 for of, one in zip(study, treat, strict=True)]
        for name in (named("AAA", aaa), "BBB")
    }
    own = {"fid_arm": [0.0 if one == "PLA" else grades[of] for of, one in zip(study, treat, strict=True)]}
    active = {"active": [int(one != "PLA") for one in treat]}
    metafor = {"study": study, "treat": treat, "yi": yi, "vi": vi, **active, **fid, **grp, **own, **slopes}
    classes = ["reference" if name == "PLA" else "active" for name in treat]
    if kind == "events":
        r = [row["events"] for row in seen]
        long, plain = {"r": r, "n": n}, {"event": r, "n": n}
        bnma, crossnma, nma = {"Outcomes": r, "N": n}, {"outcome": r, "n": n}, {"d": r, "n": n}
        insight, multinma = {"N": n, "R": r}, long
        gemtc = {"responders": r, "sampleSize": n}
        cinema, robmen, stata = long, long, long
    else:
        m, s = ([row[name] for row in seen] for name in ("mean", "sd"))
        se = [0.28] * len(rows)
        long = plain = stata = robmen = {"n": n, "mean": m, "sd": s}
        bnma, crossnma, nma = {"Outcomes": m, "SE": se}, {"outcome": m, "n": n, "se": se}, {"m": m, "s": s, "n": n}
        insight, multinma = {"N": n, "Mean": m, "SD": s}, {"y": m, "se": se}
        gemtc = {"mean": m, "std.dev": s, "sampleSize": n}
        cinema = {"y": m, "sd": s, "n": n}
    found += [
        table("metafor/arms.csv", metafor, ("fid", "fid_arm")),
        table("netmeta/pairwise.csv", {"studlab": study, "treat": treat, **plain, **fid, **grp}, ("fid",)),
        table("gemtc/data.csv", {"study": study, "treatment": treat, **gemtc}),
        table("multinma/arms.csv", {"study": study, "trt": treat, "trt_class": classes, **multinma, **fid}, ("fid",)),
        table("bugsnet/arms.csv", {"study": study, "treat": treat, **long, **fid}, ("fid",)),
        table("bnma/arms.csv", {"Study": study, "Treat": treat, **bnma}),
        table("bnma/covariate.csv", {"study": list(grades), "fid": list(grades.values())}, ("fid",)),
        table(
            "crossnma/arms.csv",
            {"study": study, "treat": treat, **crossnma, "design": ["rct"] * len(rows), **fid},
            ("fid",),
        ),
        table("nma/arms.csv", {"study": study, "trt": treat, **nma, **fid}, ("fid",)),
        table("stata/arms.csv", {"study": study, "trt": treat, **stata, **fid}, ("fid",)),
        table(
            "metainsight/fid.csv",
            {"Study": study, "T": treat, **insight, "covar.fid": fid["fid"], **rated},
            ("covar.fid",),
        ),
        table(
            "nmastudio/arms.csv",
            {"studlab": study, "treat": treat, "rob": rated["rob"], **(long if kind == "events" else cinema), **fid},
            ("fid",),
        ),
        table("cinema/arms.csv", {**ids, "study": study, "t": treat, **cinema, **rated}, ("indirectness",)),
        table("robmen/arms.csv", {**ids, "study": study, "t": treat, **robmen, **rated}, ("indirectness",)),
    ]
    return {entry.path: entry for entry in found}


def contrasts(kind: OutcomeKind, grades: Mapping[str, float], aaa: str) -> dict[str, list[Any]]:
    """All contrasts of every study, with the arms' figures where netmetareg needs them."""
    seen = {(study, treat): outcome("means", study, treat, number) for study, treat, number in arms()}
    made: dict[str, list[Any]] = {}
    for study, treats in TRIALS.items():
        for two, one in combinations(treats, 2):
            entry: dict[str, Any] = {"studlab": study, "treat1": named(one, aaa), "treat2": named(two, aaa)}
            entry |= {"TE": 0.25, "seTE": 0.4}
            if kind == "means":
                for place, treat in ((1, one), (2, two)):
                    arm = seen[study, treat]
                    entry |= {f"n{place}": 50, f"mean{place}": arm["mean"], f"sd{place}": arm["sd"]}
            entry |= {"fid": grades[study], "fid_grp": GROUPS[study]}
            for name, value in entry.items():
                made.setdefault(name, []).append(value)
    return made


def robvis() -> Table:
    words = list(WORDS.values())
    return table(
        "robvis/generic.csv",
        {"Study": list(TRIALS), "Placement": words, "Dose": words, "Overall": words, "Weight": [100.0] * len(words)},
    )
