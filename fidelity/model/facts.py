"""The typed frame on which everything is judged: a row per procedure, the possible values of each field in columns.

A number, count, cut-off or date has two float columns, `<field>.low` and `<field>.high` (open ends moved by one
float); a choice one bit mask, `<field>.may`; a checklist two, `<field>.must` and `<field>.may`; each has a status
byte, `<field>.status`. A field of which no row says anything has no columns: its status is the row's `unstated`.
An inferred observation may decide what a procedure is and which criteria apply, not whether they are met: where
one occurs, `<field>.inferred` marks it, the plain columns hold everything that the codebook allows and
`<field>.scope.*` what was inferred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import polars as pl

from fidelity.errors import Place
from fidelity.model.codebook import Codebook, Field
from fidelity.model.dates import ANY_DAY, recruitment_before
from fidelity.model.study import Arm, Observation, Procedure, Study, nearest, role_of
from fidelity.model.values import Interval, Listed, OneOf, Value
from fidelity.model.words import CHOICE_TYPES, INTERVAL_TYPES, STATUSES, Status

STATUS_CODE: Final[dict[Status, int]] = {status: code for code, status in enumerate(STATUSES)}

REPORTED: Final = STATUS_CODE["reported"]
UNCLEAR: Final = STATUS_CODE["unclear"]
NOT_REPORTED: Final = STATUS_CODE["not_reported"]
NOT_EXTRACTED: Final = STATUS_CODE["not_extracted"]
NOT_APPLICABLE: Final = STATUS_CODE["not_applicable"]

IDENTITY: Final = ("study", "arm", "procedure", "role", "main", "unstated", "date.low", "date.high")
"""The columns that say which procedure a row is, before the fields."""

DESIGN_FACTORS: Final = "design_factors"
"""The fields that the study set out to compare, joined by blanks; no column where no study names any."""


class Origin(Protocol):
    """Where the rows of a frame come from: asked only when something must be explained or is wrong."""

    def place(self, row: int, field: str | None = None) -> Place:
        """Return where a row, or what it says of a field, stands."""

    def observation(self, row: int, field: str) -> Observation | None:
        """Return what a row says of a field, inherited or its own; None where nobody recorded it."""

    def study(self, row: int) -> Study:
        """Return the study record of a row."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Typed rows with their origin; row numbers are positions in the frame."""

    frame: pl.DataFrame
    origin: Origin
    reports: pl.Series | None = None
    """Whether each row tells of one of several reports of its study; None where no row does."""


def mask_type(field: Field) -> type[pl.DataType]:
    """Return the smallest unsigned integer that holds a mask of all choices."""
    size = len(field.choices)
    if size <= 8:
        return pl.UInt8
    if size <= 16:
        return pl.UInt16
    return pl.UInt32 if size <= 32 else pl.UInt64


def value_columns(field: Field) -> dict[str, type[pl.DataType]]:
    """Return the value columns of a field, by suffix, with their types; none for text."""
    if field.type in INTERVAL_TYPES:
        return {"low": pl.Float64, "high": pl.Float64}
    if field.type in CHOICE_TYPES:
        return {"may": mask_type(field)}
    if field.type == "checklist":
        return {"must": mask_type(field), "may": mask_type(field)}
    return {}


def encode(field: Field, value: Value | None) -> tuple[float, ...]:
    """Return the entries of a field's value columns for a value; None stands for everything."""
    known = field.everything if value is None else value
    if isinstance(known, Interval):
        return (known.lower, known.upper)
    if isinstance(known, OneOf):
        return (field.mask(known.names),)
    if isinstance(known, Listed):
        return (field.mask(known.present), field.mask(known.possible))
    return ()


def frame_of(rows: Sequence[tuple[Study, Arm, Procedure]], codebook: Codebook) -> pl.DataFrame:
    """Return the typed frame of procedures, each field as it stands nearest to them.

    Beside the columns that the module names, `<field>.depth` tells how near: 2 procedure, 1 arm, 0 study, -1 nowhere.
    """
    identity = [
        (
            study.id,
            arm.id,
            procedure.id,
            role_of(arm, procedure),
            procedure.main,
            STATUS_CODE[study.unstated],
            *_days(study, arm, procedure),
        )
        for study, arm, procedure in rows
    ]
    types = (pl.String, pl.String, pl.String, pl.String, pl.Boolean, pl.UInt8, pl.Int32, pl.Int32)
    frame = pl.DataFrame(identity, schema=dict(zip(IDENTITY, types, strict=True)), orient="row")
    factors = [" ".join(study.design_factors) for study, _, _ in rows]
    series = [pl.Series(DESIGN_FACTORS, factors, dtype=pl.String)] if any(factors) else []
    for name, field in codebook.fields.items():
        found = [nearest(study, arm, procedure, name) for study, arm, procedure in rows]
        if all(observation is None for observation, _ in found):
            continue
        unstated = frame["unstated"].to_list()
        series += _columns(name, field, [observation for observation, _ in found], unstated)
        series.append(pl.Series(f"{name}.depth", [depth for _, depth in found], dtype=pl.Int8))
    return frame.with_columns(series)


def _columns(name: str, field: Field, found: Sequence[Observation | None], unstated: Sequence[int]) -> list[pl.Series]:
    status = [
        default if observation is None else STATUS_CODE[observation.status]
        for observation, default in zip(found, unstated, strict=True)
    ]
    full = [encode(field, observation.value if observation else None) for observation in found]
    inferred = [observation is not None and observation.basis == "inferred" for observation in found]
    plain = [encode(field, None) if weak else entry for entry, weak in zip(full, inferred, strict=True)]
    series = [pl.Series(f"{name}.status", status, dtype=pl.UInt8)]
    if any(inferred):
        series.append(pl.Series(f"{name}.inferred", inferred, dtype=pl.Boolean))
    for place, (suffix, dtype) in enumerate(value_columns(field).items()):
        series.append(pl.Series(f"{name}.{suffix}", [entry[place] for entry in plain], dtype=dtype))
        if any(inferred):
            series.append(pl.Series(f"{name}.scope.{suffix}", [entry[place] for entry in full], dtype=dtype))
    return series


def _days(study: Study, arm: Arm, procedure: Procedure) -> tuple[int, int]:
    started, _ = nearest(study, arm, procedure, "recruitment_start")
    if started is not None and isinstance(started.value, Interval):
        return int(started.value.low), int(started.value.high)
    printed, _ = nearest(study, arm, procedure, "publication_year")
    if printed is not None and isinstance(printed.value, Interval):
        first = recruitment_before(int(printed.value.low)).first
        return first.toordinal(), recruitment_before(int(printed.value.high)).last.toordinal()
    return ANY_DAY.first.toordinal(), ANY_DAY.last.toordinal()
