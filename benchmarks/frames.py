"""Generated procedures as a typed frame: the data on which every contestant is measured.

Values are those that reports give (80 °C, 18 G, two blocks). Each field is open in 15 to 40 % of the rows: not
reported or not extracted, but for the modality, which is then conventional or cooled. Of what is known, 6 % is known
only in part (an interval, one of two choices, some of a list). A field is answered only where it surely applies, as in
a record that the package's reader has accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final

import numpy as np
import polars as pl

from fidelity.model.codebook import Codebook, Field
from fidelity.model.facts import NOT_APPLICABLE, NOT_EXTRACTED, NOT_REPORTED, REPORTED, encode, value_columns

UNKNOWN: Final = {
    "trial_aim": 0.21, "anticoagulants_managed": 0.38, "block_number": 0.15, "block_type": 0.02, "block_volume": 0.1,
    "block_relief_measure": 0.05, "block_relief_cutoff": 0.06, "block_pain_diary": 0.22,
    "block_relief_concordant": 0.24, "block_guidance": 0.07, "block_contrast": 0.18, "image_guidance": 0.17,
    "fluoroscopic_views": 0.12,
    "electrode_orientation": 0.36, "electrode_gauge": 0.24, "electrode_type": 0.33, "active_tip_length": 0.29,
    "lesions_per_nerve": 0.31, "fluid_preinjection": 0.39, "bipolar_lesion": 0.27, "lesion_temperature": 0.16,
    "lesion_duration": 0.18, "sensory_stimulation": 0.26, "motor_stimulation": 0.23, "sedation_depth": 0.35,
    "asepsis": 0.38,
}  # fmt: skip
"""How often nothing is known of a field where it applies; it is also unknown where it is open whether it applies."""

PARTLY: Final = 0.06
PARTLY_BY_FIELD: Final = {"modality": 0.16, "region": 0.0}

NUMBERS: Final[dict[str, Sequence[float]]] = {
    "block_number": (0, 1, 1, 1, 2, 2, 2, 2, 2, 3),
    "block_volume": (0.2, 0.3, 0.5, 0.5, 0.5, 0.6, 1.0, 1.5, 2.0),
    "active_tip_length": (4, 5, 5, 10, 10, 10, 15),
    "lesions_per_nerve": (1, 1, 1, 2, 2, 3),
    "lesion_temperature": (42, 60, 75, 80, 80, 80, 85, 90, 90, 95),
    "lesion_duration": (60, 75, 90, 90, 120, 120, 150, 150, 165, 180),
    "block_relief_cutoff": (30, 50, 50, 50, 70, 75, 80, 80, 80, 100),
}
"""The numbers that are drawn, rising, common ones more than once; one known in part reaches to the next."""

Columns = dict[str, np.ndarray]


def typed_frame(rows: int, codebook: Codebook, seed: int) -> pl.DataFrame:
    """Return the typed frame of so many procedures."""
    rng = np.random.default_rng(seed)
    frame: dict[str, pl.Series] = {"unstated": pl.Series(np.full(rows, NOT_EXTRACTED, dtype=np.uint8))}
    known: Columns = {}
    for name, field in codebook.fields.items():
        surely, never = _applies(name, rows, known, codebook)
        unknown = ~surely | (rng.random(rows, dtype=np.float32) < UNKNOWN.get(name, 0.0))
        partly = rng.random(rows, dtype=np.float32) < PARTLY_BY_FIELD.get(name, PARTLY)
        drawn = _drawn(name, field, rows, partly, rng)
        columns = value_columns(field)
        for (suffix, dtype), value, everything in zip(columns.items(), drawn, encode(field, None), strict=True):
            known[f"{name}.{suffix}"] = np.where(unknown, everything, value)
            frame[f"{name}.{suffix}"] = pl.Series(known[f"{name}.{suffix}"]).cast(dtype)
        silent = np.where(rng.random(rows, dtype=np.float32) < 0.5, NOT_REPORTED, NOT_EXTRACTED)
        status = np.where(unknown, np.where(never, NOT_APPLICABLE, silent), REPORTED)
        frame[f"{name}.status"] = pl.Series(status.astype(np.uint8))
    return pl.DataFrame(frame)


def _applies(name: str, rows: int, known: Columns, codebook: Codebook) -> tuple[np.ndarray, np.ndarray]:
    """Return where a field surely applies and where it surely does not, given the fields before it."""
    surely, never = np.ones(rows, dtype=bool), np.zeros(rows, dtype=bool)
    if name == "fluoroscopic_views":
        return _among("image_guidance", ("fluoroscopy", "ultrasound_with_fluoroscopic_check"), known, codebook)
    if name.startswith("block_") and name != "block_number":
        surely, never = known["block_number.low"] >= 1, known["block_number.high"] < 1
    if name == "block_relief_cutoff":
        percent, other = _among("block_relief_measure", ("percent",), known, codebook)
        return surely & percent, never | other
    return surely, never


def _among(name: str, choices: Sequence[str], known: Columns, codebook: Codebook) -> tuple[np.ndarray, np.ndarray]:
    mask = codebook.fields[name].mask(frozenset(choices))
    return (known[f"{name}.may"] & ~mask) == 0, (known[f"{name}.may"] & mask) == 0


def _drawn(name: str, field: Field, rows: int, partly: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Return the value columns of a field as if it were known in every row."""
    if name in NUMBERS:
        table = np.array(NUMBERS[name])
        low = table[rng.integers(0, len(table), rows)]
        if field.type == "cut_off":
            # "> 50 %" is the next float after 50; a bare "50 %" may be either.
            low = np.where(~partly & (rng.random(rows) < 0.2), np.nextafter(low, inf), low)
            return low, np.where(partly, np.nextafter(low, inf), low)
        following = np.minimum(np.searchsorted(table, low, side="right"), len(table) - 1)
        return low, np.where(partly, table[following], low)
    size = len(field.choices)
    if field.type == "checklist":
        present = rng.integers(1, 1 << size, rows)
        # What a report names is present; the rest is open unless it says that this was all.
        return present, np.where(partly, (1 << size) - 1, present)
    first = _common(name, size, rows, rng)
    second = (first + 1) % (2 if name == "modality" else size)
    return (np.where(partly, 1 << first | 1 << second, 1 << first),)


def _common(name: str, size: int, rows: int, rng: np.random.Generator) -> np.ndarray:
    """Return places of choices, earlier ones more often; a gauge lies around the middle."""
    share: np.ndarray = rng.random(rows, dtype=np.float32)
    if name == "region":
        return np.ones(rows, dtype=np.int64)
    if name == "modality":
        return (share < 0.25).astype(np.int64)
    if name == "electrode_gauge":
        share = (share + rng.random(rows, dtype=np.float32)) / 2
        return (share * size).astype(np.int64)
    places: np.ndarray = (share * share * size).astype(np.int64)
    return places


def open_shares(frame: pl.DataFrame, codebook: Codebook) -> dict[str, float]:
    """Return for each field but the region the share of rows in which nothing, or no more than two, is known of it."""
    shares = {
        name: pl.col(f"{name}.status").is_in([NOT_REPORTED, NOT_EXTRACTED]).mean()
        for name in codebook.fields
        if name not in ("region", "modality")
    }
    return frame.select(modality=(pl.col("modality.may") == 3).mean(), **shares).row(0, named=True)
