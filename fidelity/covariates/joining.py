"""Outcomes and records brought together: by study and arm, never by a guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from fidelity.covariates.codes import words_of
from fidelity.covariates.records import RecordArm, Records, Row
from fidelity.errors import Fault, Place, Problem, nearest
from fidelity.model.outcomes import Outcomes
from fidelity.model.words import fold

_TELL_REFERENCE: Final = frozenset({"sham", "placebo", "control"})
"""Words in the name of a treatment that tell that its arm is the sham or the control of its study."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A row of outcomes and the arm of the record that it is of."""

    row: Row
    arm: RecordArm

    @property
    def treatment(self) -> str:
        """The treatment as the outcome file names it."""
        return str(self.row["treatment"])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is in no file, and why; without an arm the whole study."""

    study: str
    reason: str
    note: str
    arm: str = ""
    treatment: str = ""


@dataclass(frozen=True, slots=True)
class _Unclear:
    """A row of which nothing tells the study or the arm, and why."""

    row: Row
    fault: Fault


@dataclass(slots=True)
class Join:
    """The studies that have both, by the id of their record; what has only one of the two; what could not be told."""

    studies: dict[str, list[Joined]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def join(records: Records, outcomes: Outcomes) -> Join:
    """Return the rows of outcomes with the arms that they are of, study by study, in the order of the outcome file."""
    found = Join()
    rows: dict[str, list[Row]] = {}
    for row in outcomes.frame.iter_rows(named=True):
        rows.setdefault(row["study"], []).append(row)
    refused = dict(outcomes.refused)
    meant: dict[str, list[str]] = {}
    unclear: dict[str, list[str]] = {}
    for name in dict.fromkeys([*rows, *refused]):
        known = records.named(name)
        for study in known:
            (meant if len(known) == 1 else unclear).setdefault(study, []).append(name)
        if not known:
            near = nearest(name, records.ids)
            note = "no study of the records is called so" + (f"; did you mean {near[0]}?" if near else "")
            found.left_out.append(LeftOut(name, "no_record", note))
    for study, names in meant.items():
        if study in unclear or len(names) > 1:
            unclear.setdefault(study, []).extend(names)
            continue
        reason = records.refused.get(study) or refused.get(names[0])
        if reason is not None:
            found.left_out.append(LeftOut(study, "refused", reason))
        else:
            _join_study(study, rows[names[0]], records.arms(study), outcomes.source, found)
    for study, names in unclear.items():
        _note_names(study, names, rows, outcomes.source, found)
    found.left_out += [
        LeftOut(study, "no_outcome", "the outcome file has no row for it")
        for study in records.ids
        if study not in meant and study not in unclear
    ]
    return found


def _note_names(study: str, names: Sequence[str], rows: Mapping[str, Sequence[Row]], source: str, found: Join) -> None:
    """Note that rows may be of a study or of another, or are of it under several names."""
    said = " and ".join(repr(name) for name in dict.fromkeys(names))
    verb = "are names of this study" if len(set(names)) > 1 else "is the name of several studies"
    fault = Fault("study-unclear", f"{said} {verb}", "write the id of the record as the name of the study in each row")
    first = next((row["row"] for name in names for row in rows.get(name, ())), None)
    found.problems.append(fault.at(Place(source, line=first), study))
    found.left_out.append(LeftOut(study, "unmatched", f"{fault.what}; {fault.remedy}"))


def _join_study(study: str, rows: Sequence[Row], arms: Sequence[RecordArm], source: str, found: Join) -> None:
    pairs = _matched(rows, arms)
    if isinstance(pairs, _Unclear):
        found.problems.append(pairs.fault.at(Place(source, line=pairs.row["row"]), study))
        found.left_out.append(LeftOut(study, "unmatched", f"{pairs.fault.what}; {pairs.fault.remedy}"))
        return
    found.studies[study] = pairs
    used = {joined.arm.id for joined in pairs}
    found.left_out += [
        LeftOut(study, "no_outcome", "the outcome file has no row for this arm", arm.id)
        for arm in arms
        if arm.id not in used
    ]


def _matched(rows: Sequence[Row], arms: Sequence[RecordArm]) -> list[Joined] | _Unclear:
    """Return each row with its arm, or the first row of which nothing tells it."""
    found: dict[int, RecordArm] = {}
    for place, row in enumerate(rows):
        said = row["arm"] or row["treatment"]
        named = _named(said, arms)
        if len(named) == 1:
            found[place] = named[0]
        elif named or row["arm"]:
            return _Unclear(row, _no_arm(said, arms))
    if len(found) < len(rows) == len(arms):
        found |= _by_role({at: row for at, row in enumerate(rows) if at not in found}, arms, list(found.values()))
    seen: list[RecordArm] = []
    for place, row in enumerate(rows):
        if place not in found:
            return _Unclear(row, _no_arm(row["treatment"], arms))
        if found[place] in seen:
            what = f"an earlier row is of the arm {found[place].id} too"
            return _Unclear(row, Fault("same-arm", what, "name the arm of each row in a column arm"))
        seen.append(found[place])
    return [Joined(row, found[place]) for place, row in enumerate(rows)]


def _named(said: str, arms: Sequence[RecordArm]) -> list[RecordArm]:
    """Return the arms that a name may be meant for: just that id, else that id or label, folded."""
    exact = [arm for arm in arms if arm.id == said]
    return exact or [arm for arm in arms if fold(said) in (fold(arm.id), fold(arm.label))]


def _by_role(
    rows: Mapping[int, Row], arms: Sequence[RecordArm], found: Sequence[RecordArm]
) -> Iterator[tuple[int, RecordArm]]:
    """Yield the rows that role alone tells apart, of a study with as many rows as arms.

    One row that says that it is the reference is of the one sham or control arm that is left; then one other row is of
    the one other arm.
    """
    left = [arm for arm in arms if arm not in found]
    references = [at for at, row in rows.items() if _tells_reference(row)]
    unjudged = [arm for arm in left if arm.ungraded_by_role]
    if len(references) != len(unjudged) or len(unjudged) > 1:
        return
    yield from zip(references, unjudged, strict=True)
    others = [at for at in rows if at not in references]
    judged = [arm for arm in left if not arm.ungraded_by_role]
    if len(others) == len(judged) == 1:
        yield others[0], judged[0]


def _tells_reference(row: Row) -> bool:
    if row["class"] is not None:
        return bool(row["class"] == "reference")
    return not _TELL_REFERENCE.isdisjoint(word.casefold() for word in words_of(row["treatment"]))


def _no_arm(said: str, arms: Sequence[RecordArm]) -> Fault:
    listed = ", ".join(f"{arm.id} ({arm.role})" for arm in arms)
    what = f"no single arm of the record is called {said!r}"
    near = nearest(said, [arm.id for arm in arms])
    return Fault("no-arm", what, f"write one of its arms into a column arm: {listed}", near)
