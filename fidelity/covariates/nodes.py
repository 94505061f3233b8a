"""Names of treatments that say the technique, from what the records say was done: `RFN_mb_thermal`, `TFESI`.

They are made of the codebook's fields that decide what a procedure is. The region is no part of them: which regions a
network takes together is the reviewers' choice of studies.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import polars as pl

from fidelity.model.codebook import Codebook
from fidelity.scoring.result import Batch, Scores

_FIELDS: Final = ("modality", "target", "epidural_route", "injectate")

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "modality": {
        "conventional_rf": "RFN thermal", "cooled_rf": "RFN cooled", "pulsed_rf": "PRF",
        "chemical_neurolysis": "chemical", "cryoneurolysis": "cryo", "laser": "laser", "injection": "injection",
        "adhesiolysis": "adhesiolysis", "disc_decompression": "decompression", "surgery": "surgery",
        "electrical_stimulation": "TENS", "physiotherapy": "physiotherapy", "manual_therapy": "manual",
        "drugs": "drugs", "usual_care": "usual_care",
    },
    "target": {
        "medial_branch": "mb", "sacral_lateral_branch": "slb", "dorsal_root_ganglion": "DRG",
        "facet_joint": "intraarticular", "facet_capsule": "capsule", "sacroiliac_joint": "SIJ",
        "sacroiliac_ligaments": "SI_ligaments", "epidural_space": "epidural", "nerve_root": "root",
        "greater_occipital_nerve": "GON", "ramus_communicans": "ramus", "basivertebral_nerve": "BVN", "disc": "disc",
        "interspinous_ligament": "interspinous", "muscle": "muscle", "subcutis": "subcutis",
    },
    "epidural_route": {"transforaminal": "TF", "interlaminar": "IL", "caudal": "caudal"},
    "injectate": {
        "steroid": "steroid", "steroid_and_local_anaesthetic": "steroid", "local_anaesthetic": "LA", "saline": "saline",
        "hyaluronate": "hyaluronate", "dextrose": "dextrose", "biologic": "biologic",
    },
}  # fmt: skip
"""The word of each choice; choices of one word are one technique. A word in two parts encloses the target."""

_STEROID: Final = {"TF": "TFESI", "IL": "ILESI", "caudal": "caudal_ESI", "": "ESI"}
"""What epidural steroid injections are called by their route."""


def nodes_of(scores: Scores, arms: Collection[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the technique of each of some graded arms, by study and arm.

    It is that of the main procedure; without one, those of the graded procedures of the arm, joined by `_and_`. An arm
    of which the technique has no word keeps none.
    """
    wanted = set(arms)
    found: dict[tuple[str, str], list[str]] = {}
    for batch in scores.batches:
        for row in _procedures(batch):
            key = (row["study"], row["arm"])
            name = technique(_words(row, scores.standard.codebook)) if key in wanted else ""
            if name and name not in found.setdefault(key, []):
                found[key].append(name)
    return {key: "_and_".join(names) for key, names in found.items() if names}


def technique(words: Mapping[str, str]) -> str:
    """Return the name of a technique from the words of modality, target, route and injectate, empty where not known."""
    modality, target, route, injectate = (words.get(name, "") for name in _FIELDS)
    if modality != "injection":
        first, _, last = modality.partition(" ")
        # That adhesiolysis is epidural goes without saying.
        return "_".join(part for part in (first, "" if first == "adhesiolysis" else target, last) if part)
    if target == "epidural":
        return _STEROID[route] if injectate == "steroid" else "_".join(filter(None, (route or target, injectate)))
    return "_".join(filter(None, (target, injectate or modality)))


def _procedures(batch: Batch) -> list[dict[str, Any]]:
    """Return the graded procedures of which the grade of an arm is: the main one where there is one."""
    graded = batch.settled.join(batch.graded.grades.select("row"), on="row", how="semi", maintain_order="left")
    main = pl.col("main").any().over("study", "arm")
    return graded.filter(pl.col("main") | ~main).rows(named=True)


def _words(row: Mapping[str, Any], codebook: Codebook) -> dict[str, str]:
    """Return the word of each field of which every possible choice has the same."""
    words: dict[str, str] = {}
    for name in _FIELDS:
        mask = row.get(f"{name}.scope.may", row.get(f"{name}.may"))
        field = codebook.fields.get(name)
        if mask is None or field is None:
            continue
        possible = {_WORDS[name].get(choice, "") for choice, bit in field.bits.items() if mask & bit}
        words[name] = _shared(possible)
    return words


def _shared(possible: Collection[str]) -> str:
    """Return the one word of all possible choices; of radiofrequency of several kinds what they have in common."""
    if len(possible) == 1:
        return next(iter(possible))
    kinds = {word.partition(" ")[0] for word in possible}
    if kinds <= {"RFN", "PRF"}:
        return kinds.pop() if len(kinds) == 1 else "RF"
    return ""
