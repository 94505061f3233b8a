"""Studies as a table with a row for each procedure: what CSV and Parquet hold."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

from fidelity.model.codebook import Codebook
from fidelity.model.condition import fields_of
from fidelity.model.lines import lines_of, tidy
from fidelity.model.study import Arm, Observation, Procedure, Study, nearest, role_of
from fidelity.model.words import PLACES
from fidelity.read.apostrophes import guarded
from fidelity.read.columns import EVIDENCE, JUDGED_BESIDE, LEVEL, OF_ARM, OF_STUDY, VALUE
from fidelity.read.whole_studies import judgements_text, sources_text
from fidelity.write.records.canonical import evidence_of
from fidelity.write.records.wording import parts_of

_LEADING: Final[tuple[str, ...]] = (
    "study",
    *OF_STUDY,
    "unstated",
    "arm",
    *OF_ARM,
    "procedure",
    "procedure_label",
    "role",
    "main",
)
_ALWAYS: Final = ("study", "arm", "procedure", "role")
_PARTS: Final = (VALUE, LEVEL, *JUDGED_BESIDE, "as_written")


def to_csv(studies: Sequence[Study], codebook: Codebook) -> bytes:
    """Return studies as a CSV file (UTF-8) in which no text is run as a formula."""
    return guarded(table_of(studies, codebook)).write_csv(line_terminator="\n").encode()


def to_parquet(studies: Sequence[Study], codebook: Codebook) -> bytes:
    """Return studies as a Parquet file in which every column is text."""
    stream = io.BytesIO()
    table_of(studies, codebook).write_parquet(stream, compression="zstd", statistics=False)
    return stream.getvalue()


def table_of(studies: Sequence[Study], codebook: Codebook) -> pl.DataFrame:
    """Return studies as a table of text in the columns of our own tables; a column without any text is left out."""
    rows = [row for study in studies for row in _rows(study, codebook)]
    filled = dict.fromkeys(name for row in rows for name, text in row.items() if text)
    names = [name for name in _LEADING if name in filled or name in _ALWAYS]
    for field in codebook.fields:
        own = [name for name in filled if name.split(".")[0] == field]
        names += sorted({*own, field} if own else (), key=_order)
    return pl.DataFrame(
        {name: [row.get(name, "") for row in rows] for name in names}, schema=dict.fromkeys(names, pl.String)
    )


def _order(name: str) -> tuple[int, int]:
    _, _, part = name.partition(".")
    kind, _, number = part.partition(".")
    return int(number or 1), (*_PARTS, *EVIDENCE).index(kind or VALUE)


def study_words(study: Study) -> dict[str, str]:
    """Return what is said of a study beyond its fields, by the names of the columns that hold it."""
    said = {name: tidy(getattr(study, name, None) or "") for name in OF_STUDY[1:12]}
    return {
        "study": tidy(study.id),
        "study_label": "" if study.label == study.id else tidy(study.label),
        **said,
        "study_n": tidy(study.n or ""),
        "design_factors": "; ".join(study.design_factors),
        "cautions": lines_of(study.cautions),
        "sources": sources_text(study.sources),
        "judgements": judgements_text(study.judgements),
        "unstated": "" if study.unstated == "not_extracted" else study.unstated,
    }


def arm_words(arm: Arm) -> dict[str, str]:
    """Return what is said of an arm beyond its fields, by the names of the columns that hold it."""
    return {
        "arm": tidy(arm.id),
        "arm_label": "" if arm.label == arm.id else tidy(arm.label),
        "arm_role": arm.role,
        "arm_n": tidy(arm.n or ""),
        "arm_note": tidy(arm.note or ""),
    }


def procedure_words(procedure: Procedure) -> dict[str, str]:
    """Return what is said of a procedure beyond its fields and its role."""
    return {
        "procedure": tidy(procedure.id),
        "procedure_label": tidy(procedure.label or ""),
        "main": "yes" if procedure.main else "",
    }


def _rows(study: Study, codebook: Codebook) -> Iterator[dict[str, str]]:
    for arm, procedure in study.rows():
        row = {**study_words(study), **arm_words(arm), **procedure_words(procedure)}
        row["role"] = role_of(arm, procedure)
        if all(role_of(arm, other) == arm.role for other in arm.procedures):
            row["arm_role"] = ""
        found = {name: nearest(study, arm, procedure, name) for name in codebook.fields}
        for name, (observation, depth) in found.items():
            if observation is not None:
                # Said of more than what it hangs on is said of: then it matters that it was not said of this procedure.
                parents = [found[parent][1] for parent in fields_of(codebook.fields[name].applies_when)]
                if depth < max(parents, default=depth):
                    row[f"{name}.{LEVEL}"] = PLACES[depth]
                row |= {
                    f"{name}.{part}".removesuffix(".value"): text for part, text in _parts(name, observation, codebook)
                }
        yield row


def _parts(name: str, observation: Observation, codebook: Codebook) -> Iterator[tuple[str, str]]:
    yield from parts_of(name, observation, codebook).items()
    pieces = [found for entry in observation.evidence if (found := evidence_of(entry))]
    for number, piece in enumerate(pieces, start=1):
        for part, text in piece.items():
            yield (part if number == 1 else f"{part}.{number}"), text
