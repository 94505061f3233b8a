"""The studies behind a reading, each once, with the procedures that were read and no others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from fidelity.errors import Fault, Problem
from fidelity.model.facts import Facts
from fidelity.model.study import BIBLIOGRAPHIC, Arm, Procedure, Study, nearest
from fidelity.read.reading import Reading

Key = tuple[str, str]

_WORDS: Final = (*BIBLIOGRAPHIC, "design_words", "n", "confidence")
_SEVERAL: Final = ("design_factors", "sources", "cautions", "judgements")
_UNSTATED: Final = Fault(
    "differs",
    "its rows say different things of what nobody wrote (unstated); not extracted is written, which claims least",
    "write the same in every row of the study",
)


def studies_of(reading: Reading) -> tuple[list[Study], list[Problem]]:
    """Return every study of a reading, and where files or rows say different things of one study."""
    found: dict[str, Study] = {}
    problems: list[Problem] = []
    for batch in reading.batches:
        rows = batch.frame.select("study", "arm", "procedure", "unstated").with_row_index("row")
        for part in rows.partition_by("study", maintain_order=True):
            first = int(part["row"][0])
            kept = set(zip(part["arm"], part["procedure"], strict=True))
            study = _only(batch, first, kept)
            if part["unstated"].n_unique() > 1:
                study = study.model_copy(update={"unstated": "not_extracted"})
                problems.append(_UNSTATED.at(batch.origin.place(first), study.id))
            earlier = found.get(study.id)
            if earlier is None:
                found[study.id] = study
            else:
                found[study.id] = _joined(earlier, study)
                problems += _lost(earlier, study, batch, first)
    return [_sound(study) for study in found.values()], problems


def _only(batch: Facts, row: int, kept: set[Key]) -> Study:
    study = batch.origin.study(row)
    arms = [
        arm.model_copy(update={"procedures": tuple(p for p in arm.procedures if (arm.id, p.id) in kept)})
        for arm in study.arms
    ]
    return study.model_copy(update={"arms": tuple(arm for arm in arms if arm.procedures)})


def _joined(one: Study, other: Study) -> Study:
    """Return one study of two files: facts stand at the procedures, words are those of the first that has them."""
    arms: dict[str, Arm] = {}
    for study in (one, other):
        for arm in study.arms:
            procedures = tuple(_whole(study, arm, procedure) for procedure in arm.procedures)
            known = arms.get(arm.id)
            above = known.procedures if known else ()
            arms[arm.id] = (known or arm).model_copy(update={"observations": {}, "procedures": (*above, *procedures)})
    told = {name: getattr(one, name) or getattr(other, name) for name in _WORDS}
    several = {name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name)))) for name in _SEVERAL}
    unstated = one.unstated if one.unstated == other.unstated else "not_extracted"
    return one.model_copy(
        update={**told, **several, "unstated": unstated, "observations": {}, "arms": tuple(arms.values())}
    )


def _whole(study: Study, arm: Arm, procedure: Procedure) -> Procedure:
    """Return a procedure that holds everything known of it itself, and its role."""
    names = {*study.observations, *arm.observations, *procedure.observations}
    own: dict[str, Any] = {name: nearest(study, arm, procedure, name)[0] for name in sorted(names)}
    return procedure.model_copy(update={"observations": own, "role": procedure.role or arm.role})


def _lost(one: Study, other: Study, batch: Facts, row: int) -> list[Problem]:
    """Return a problem for each word of a study that two files give differently."""
    place = batch.origin.place(row)
    pairs = {name: (getattr(one, name), getattr(other, name)) for name in ("label", "design", *_WORDS)}
    return [
        Problem(
            "differs",
            place,
            other.id,
            f"{name} is {second!r} here and {first!r} in an earlier file; the first is written",
            "write it alike in both",
        )
        for name, (first, second) in pairs.items()
        if first and second and first != second
    ] + ([_UNSTATED.at(place, other.id)] if one.unstated != other.unstated else [])


def _sound(study: Study) -> Study:
    """Leave out judgements of procedures that were refused: a record that names them could not be read."""
    known = {procedure.id for _, procedure in study.rows()}
    judgements = tuple(entry for entry in study.judgements if entry.procedure is None or entry.procedure in known)
    return study if len(judgements) == len(study.judgements) else study.model_copy(update={"judgements": judgements})


def described(studies: Sequence[Study]) -> str:
    """Return how much a list of studies holds, in words."""
    procedures = sum(1 for study in studies for _ in study.rows())
    return f"{procedures} procedures of {len(studies)} studies"
