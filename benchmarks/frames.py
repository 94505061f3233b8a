"""Generated procedures as a typed frame: the data on which every contestant is measured.

Values are those that reports give (80 °C, 18 G, two blocks). Each field is unknown in 15 to 40 % of the rows, half of
them not reported and half not extracted; 6 % of what is known is known only in part (an interval, one of two choices).
A field is answered only where it applies, as in a record that the package's reader has accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nextafter
from typing import Final

import numpy as np
import polars as pl

from fidelity.model.codebook import Codebook, Field
from fidelity.model.facts import NOT_APPLICABLE, NOT_EXTRACTED, NOT_REPORTED, REPORTED, UNCLEAR, encode, value_columns

PARTLY_KNOWN: Final = 0.06

UNKNOWN: Final = {
    "modality": 0.16, "trial_aim": 0.21, "anticoagulants_managed": 0.38, "block_number": 0.15, "block_type": 0.02,
    "block_relief_measure": 0.05, "block_relief_cutoff": 0.06, "block_pain_diary": 0.22, "block_relief_concordant": 0.24,
    "block_guidance": 0.07, "block_contrast": 0.18, "block_volume": 0.1, "image_guidance": 0.17,
    "fluoroscopic_views": 0.12, "electrode_orientation": 0.36, "electrode_gauge": 0.24, "electrode_type": 0.33,
    "active_tip_length": 0.29, "lesions_per_nerve": 0.31, "fluid_preinjection": 0.4, "bipolar_lesion": 0.27,
    "lesion_temperature": 0.16, "lesion_duration": 0.18, "sensory_stimulation": 0.26, "motor_stimulation": 0.23,
    "sedation_depth": 0.35, "asepsis": 0.39,
}  # fmt: skip
"""How often nothing is known of a field where it applies; where its condition is unknown, it is unknown as well."""

NUMBERS: Final[dict[str, Sequence[float]]] = {
    "block_number": (0, 1, 1, 1, 2, 2, 2, 2, 2, 3),
    "block_volume": (0.2, 0.3, 0.5, 0.5, 0.5, 0.6, 1.0, 1.5, 2.0),
    "active_tip_length": (4, 5, 5, 10, 10, 10, 15),
    "lesions_per_nerve": (1, 1, 1, 2, 2, 3),
    "lesion_temperature": (42, 60, 75, 80, 80, 80, 85, 90, 90, 95),
    "lesion_duration": (60, 75, 90, 90, 120, 120, 150, 150, 165, 180),
    "block_relief_cutoff": (30, 50, 50, nextafter(50, inf), 70, 75, 80, 80, 80, nextafter(80, inf), 100),
}
"""The numbers that are drawn, rising, common ones more than once; a partly known number reaches to the next one."""

Arrays = dict[str, np.ndarray]


def typed_frame(rows: int, codebook: Codebook, seed: int) -> pl.DataFrame:
    """Return the typed frame of so many procedures."""
    rng = np.random.default_rng(seed)
    columns: dict[str, pl.Series] = {"unstated": pl.Series(np.full(rows, NOT_EXTRACTED, dtype=np.uint8))}
    known: Arrays = {}
    for name, field in codebook.fields.items():
        applies, does_not = _applicability(name, rows, known, codebook)
        unknown = ~applies | (rng.random(rows, dtype=np.float32) < UNKNOWN.get(name, 0.0))
        partly = ~unknown & (rng.random(rows, dtype=np.float32) < PARTLY_KNOWN)
        values = _drawn(name, field, rows, partly, rng)
        # A procedure of this rule set surely heats the tip, even where nothing says whether it was cooled.
        every = (field.mask(frozenset({"conventional_rf", "cooled_rf"})),) if name == "modality" else encode(field, None)
        for (suffix, dtype), drawn, whole in zip(value_columns(field).items(), values, every, strict=True):
            known[f"{name}.{suffix}"] = np.where(unknown, whole, drawn)
            columns[f"{name}.{suffix}"] = pl.Series(known[f"{name}.{suffix}"]).cast(dtype)
        columns[f"{name}.status"] = pl.Series(_status(unknown, partly, does_not, rng))
    return pl.DataFrame(columns)


def _applicability(name: str, rows: int, known: Arrays, codebook: Codebook) -> tuple[np.ndarray, np.ndarray]:
    """Return where a field surely applies and where it surely does not."""
    if name == "fluoroscopic_views":
        screened = codebook.fields["image_guidance"].mask(frozenset({"fluoroscopy", "ultrasound_with_fluoroscopic_check"}))
        may = known["image_guidance.may"]
        return (may & ~screened) == 0, (may & screened) == 0
    if not name.startswith("block_") or name == "block_number":
        return np.ones(rows, dtype=bool), np.zeros(rows, dtype=bool)
    applies, does_not = known["block_number.low"] >= 1, known["block_number.high"] < 1
    if name == "block_relief_cutoff":
        percent = codebook.fields["block_relief_measure"].mask(frozenset({"percent"}))
        may = known["block_relief_measure.may"]
        return applies & (may == percent), does_not | ((may & percent) == 0)
    return applies, does_not


def _drawn(name: str, field: Field, rows: int, partly: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    if name in NUMBERS:
        table = np.array(NUMBERS[name])
        place = rng.integers(0, len(table), rows)
        further = np.minimum(np.searchsorted(table, table[place], side="right"), len(table) - 1)
        return table[place], np.where(partly, table[further], table[place])
    if field.type == "checklist":
        everything = (1 << len(field.choices)) - 1
        must = rng.integers(0, everything + 1, rows)
        # A mention of some adds to what is known and excludes nothing, unless the report says that these were all.
        return must, np.where(partly, everything, must)
    first = _common(name, len(field.choices), rows, rng)
    second = (first + 1) % (2 if name == "modality" else len(field.choices))
    return (np.where(partly, 1 << first | 1 << second, 1 << first),)


def _common(name: str, choices: int, rows: int, rng: np.random.Generator) -> np.ndarray:
    """Return the places of choices, the earlier ones more often; a gauge lies around the middle."""
    if name == "region":
        return np.ones(rows, dtype=np.int64)
    if name == "modality":
        return (rng.random(rows, dtype=np.float32) < 0.25).astype(np.int64)
    share = rng.random(rows, dtype=np.float32)
    if name == "electrode_gauge":
        return ((share + rng.random(rows, dtype=np.float32)) / 2 * choices).astype(np.int64)
    return (share * share * choices).astype(np.int64)


def _status(unknown: np.ndarray, partly: np.ndarray, does_not: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    coin = rng.random(len(unknown), dtype=np.float32) < 0.5
    silent = np.where(coin, NOT_REPORTED, NOT_EXTRACTED)
    silent = np.where(does_not, NOT_APPLICABLE, silent)
    return np.where(unknown, silent, np.where(partly & coin, UNCLEAR, REPORTED)).astype(np.uint8)


def unknown_shares(frame: pl.DataFrame, codebook: Codebook) -> dict[str, float]:
    """Return for each field the share of rows in which nothing is known of it though it may apply."""
    asked = [name for name in codebook.fields if name != "region"]
    silent = frame.select(pl.col(f"{name}.status").is_in([NOT_REPORTED, NOT_EXTRACTED]).mean().alias(name) for name in asked)
    return silent.row(0, named=True)
