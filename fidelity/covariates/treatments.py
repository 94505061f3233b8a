"""The treatments of a network: which are reference treatments, which is the reference, and how they are numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from fidelity.covariates.effects import against
from fidelity.covariates.joining import Joined
from fidelity.covariates.master import TREATMENT_COLUMNS, TreatmentClass
from fidelity.covariates.records import Row
from fidelity.errors import UsageError, did_you_mean
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.words import fold


@dataclass(frozen=True, slots=True)
class Treatment:
    """A treatment: its code, its name, its class."""

    code: str
    name: str
    trt_class: TreatmentClass


def classes_of(joined: Iterable[Joined]) -> dict[str, TreatmentClass]:
    """Return the class of each treatment by its folded name.

    What the column `class` of the outcome file says holds; else a treatment is a reference treatment where each of its
    arms is sham or control in its study.
    """
    classes: dict[str, TreatmentClass] = {}
    said: dict[str, TreatmentClass] = {}
    for entry in joined:
        name = fold(entry.treatment)
        if entry.row["class"] is not None:
            said[name] = entry.row["class"]
        if not entry.arm.ungraded_by_role:
            classes[name] = "active"
        classes.setdefault(name, "reference")
    return classes | said


def reference_of(treatments: Collection[Treatment], arms: Mapping[str, int], named: str | None) -> str:
    """Return the code of the reference: the one that is named, else the one of the reference class with most arms.

    Without a reference class it is the treatment with most arms; of several with as many, the first in the alphabet.
    `arms` are the arms of each code. Raises UsageError where no treatment is called as the one that is named.
    """
    if named is not None and treatments:
        return named_among(treatments, named, "reference").code
    ranked = _ranked(treatments, arms)
    return ranked[0].code if ranked else ""


def named_among(treatments: Collection[Treatment], named: str, what: str) -> Treatment:
    """Return the treatment that is called so by code or name; raise UsageError where there is none."""
    known = sorted(treatments, key=lambda treatment: treatment.code.casefold())
    for treatment in known:
        if fold(named) in (fold(treatment.code), fold(treatment.name)):
            return treatment
    names = [treatment.name for treatment in known]
    remedy = did_you_mean(named, names, of_codebook=False)
    raise UsageError(f"no treatment of the studies that stay is called {named!r} ({what}): {remedy}")


def _ranked(treatments: Collection[Treatment], arms: Mapping[str, int]) -> list[Treatment]:
    return sorted(
        treatments,
        key=lambda treatment: (treatment.trt_class != "reference", -arms[treatment.code], treatment.code.casefold()),
    )


def numbered(treatments: Collection[Treatment], arms: Counter[str], reference: str) -> pl.DataFrame:
    """Return the treatments with their numbers: the reference is 1, those of its class follow, then the active ones."""
    ranked = sorted(_ranked(treatments, arms), key=lambda treatment: treatment.code != reference)
    rows = [
        (treatment.code, treatment.name, treatment.trt_class, number, arms[treatment.code])
        for number, treatment in enumerate(ranked, start=1)
    ]
    return pl.DataFrame(rows, schema=TREATMENT_COLUMNS, orient="row")


def in_order(arms: Sequence[Row], order: Sequence[str], kind: OutcomeKind) -> list[Row]:
    """Return the arms of one study by the number of their treatment, contrasts against the first of them."""
    places = sorted(range(len(arms)), key=lambda at: order.index(arms[at]["treat"]))
    if kind != "contrasts":
        return [arms[at] for at in places]
    turned = against(arms, places[0])
    return [{**arms[at], "effect": turned[at][0], "se": turned[at][1]} for at in places]
