"""The studies of the report: every procedure with its grades and, criterion by criterion, what led to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from fidelity.explaining import Explanation, JudgedCriterion, Outlook
from fidelity.explaining.wording import days_words, joined, judgement_words, recruitment_words
from fidelity.model.judgement import decided, verdicts_of
from fidelity.model.study import Study
from fidelity.scoring.batch import Standard
from fidelity.write.because import Because, because
from fidelity.write.explanation import (
    UNSERVED,
    could_lower_words,
    decided_words,
    human_words,
    known_words,
    name_of,
    needed_words,
    sentence,
    sources_words,
    weight_of,
    without_grade,
)
from fidelity.write.report.standards import Standards
from fidelity.write.report.views import (
    AxisShown,
    Criteria,
    DomainShown,
    Ends,
    Link,
    ProcedureShown,
    Shown,
    Silent,
    StudyShown,
)


@dataclass
class _Told:
    """One procedure as it is told: its explanation, where the standards stand, and what has been quoted so far."""

    explanation: Explanation
    standards: Standards
    standard: Standard
    quoted: set[Because] = field(default_factory=set)


NOTHING_ASKED: Final = "nothing is asked on this axis"


def studies_of(
    explained: Mapping[str, Sequence[Explanation]], standards: Standards, standard: Standard
) -> tuple[StudyShown, ...]:
    """Return the studies in the order of the result, with names that tell them apart."""
    records = {name: entries[0].study for name, entries in explained.items()}
    often = Counter(record.label for record in records.values() if record is not None)
    return tuple(
        _study(number, name, records[name], entries, often, standards, standard)
        for number, (name, entries) in enumerate(explained.items(), 1)
    )


def _study(
    number: int,
    name: str,
    record: Study | None,
    explanations: Sequence[Explanation],
    often: Mapping[str, int],
    standards: Standards,
    standard: Standard,
) -> StudyShown:
    anchor = f"s{number}"
    alone = record is not None and often[record.label] == 1
    return StudyShown(
        anchor=anchor,
        name=name if record is None else record.label if alone else f"{record.label} ({name})",
        id=name,
        about="" if record is None else _about(record),
        doi=None if record is None else record.doi,
        sources="" if record is None else sources_words(record),
        recruited=_recruited(explanations, standard),
        cautions=() if record is None else tuple(map(sentence, record.cautions)),
        procedures=tuple(
            _alike_once(
                _procedure(f"{anchor}p{place}", explanation, standards, standard)
                for place, explanation in enumerate(explanations, 1)
            )
        ),
    )


def _alike_once(procedures: Iterable[ProcedureShown]) -> Iterator[ProcedureShown]:
    """Yield the procedures of a study; one that was judged in every word like an earlier one refers to that."""
    seen: dict[object, Link] = {}
    for one in procedures:
        led = (one.axes, one.documentation, one.judged_by)
        before = seen.setdefault(led, Link(one.anchor, one.name)) if one.axes else None
        yield one if before is None or before.anchor == one.anchor else replace(one, same_as=before)


def _about(record: Study) -> str:
    """Return what the record says of the publication; a journal that names the year does not get it twice."""
    journal, year = record.journal or "", record.year or ""
    parts = [record.title, journal, "" if year in journal else year, record.registry, record.country]
    return " ".join(sentence(part) for part in parts if part)


def _recruited(explanations: Sequence[Explanation], standard: Standard) -> str:
    """Return when recruitment began, where a clock hangs on it."""
    if "then" not in standard.profile.clock.values():
        return ""
    known = dict.fromkeys(recruitment_words(entry.recruitment) for entry in explanations if entry.recruitment)
    return sentence("; ".join(known)) if known else ""


def _procedure(anchor: str, explanation: Explanation, standards: Standards, standard: Standard) -> ProcedureShown:
    told = _Told(explanation, standards, standard)
    row = explanation.row
    graded = row["status"] == "graded"
    loose = [entry for entry in explanation.criteria if standard.scheme.axis_of(entry.criterion.domain) is None]
    note = str(row["note"]) if graded else without_grade(row)
    used = dict.fromkeys(entry.ruleset.reference for entry in explanation.criteria)
    return ProcedureShown(
        anchor=anchor,
        name=name_of(explanation),
        role=str(row["role"] or ""),
        status=str(row["status"]),
        note=sentence(note) if note else "",
        judged_by=tuple(standards.links[reference] for reference in used),
        known=() if graded else tuple(known_words(explanation, standard.codebook)),
        axes=tuple(_axis(outlook, told) for outlook in explanation.outlooks),
        documentation=_criteria(loose, told) if loose else None,
    )


def _axis(outlook: Outlook, told: _Told) -> AxisShown:
    nothing = outlook.low is None or outlook.high is None
    unserved = UNSERVED.get(outlook.unserved or "", "") if nothing else ""
    ends = None if outlook.low is None or outlook.high is None else (outlook.low, outlook.high)
    return AxisShown(
        name=outlook.axis,
        grade=Ends.of_grade(ends, unserved or NOTHING_ASKED),
        clock=outlook.clock,
        decided=decided_words(outlook, told.standard) if ends else "",
        best=outlook.high or "",
        worst=outlook.low or "",
        could_lower=could_lower_words(outlook, told.standard.codebook),
        needed=needed_words(outlook, told.standard.codebook),
        domains=() if unserved else tuple(_domains(outlook, told)),
    )


def _domains(outlook: Outlook, told: _Told) -> Iterator[DomainShown]:
    for domain in told.standard.scheme.axes[outlook.axis]:
        mine = [entry for entry in told.explanation.criteria if entry.criterion.domain == domain]
        if mine:
            yield DomainShown(domain, Ends.of_concern(outlook.concerns[domain]), _criteria(mine, told))


def _criteria(entries: Sequence[JudgedCriterion], told: _Told) -> Criteria:
    """Return criteria as the report shows them: those of which nothing at all is known by their facts alone."""
    shown = [_shown(entry, told) for entry in entries]
    silent: dict[str, list[Silent]] = {}
    known = []
    for one in shown:
        facts = _unknown(one)
        if facts:
            reason = one.judgement.partition(" (")[0]
            silent.setdefault(reason, []).append(Silent(one.anchor, joined(facts, "and"), one.weight))
        else:
            known.append(one)
    return Criteria(tuple(known), tuple((reason, tuple(links)) for reason, links in silent.items()))


def _unknown(one: Shown) -> tuple[str, ...]:
    """Return the facts of a criterion where nothing is known of any of them, and nothing else is to be said of it."""
    said = [entry for entry in one.because if not entry.clock]
    return said[0].unknown if len(said) == 1 and one.word == "open" and not one.human and not one.by_design else ()


def _shown(judged: JudgedCriterion, told: _Told) -> Shown:
    criterion = judged.criterion
    return Shown(
        anchor=told.standards.anchors[judged.ruleset.reference, criterion.id],
        title=criterion.title,
        weight=weight_of(criterion),
        word=verdicts_of(judged.byte)[0] if decided(judged.byte) else "open",
        judgement=judgement_words(judged.byte),
        by_design=judged.by_design,
        because=tuple(_because(judged, told)),
        human=tuple(map(human_words, judged.human)),
    )


def _because(judged: JudgedCriterion, told: _Told) -> Iterator[Because]:
    """Yield what is said of the facts: evidence where a fact is first told, and the clock without the study's date."""
    for one in because(judged, told.explanation, told.standard.codebook):
        if one.clock and judged.asked_since is not None:
            yield Because(f"Asked since {days_words(judged.asked_since)}.", clock=True)
        elif one in told.quoted:
            yield Because(f"{one.says[:-1]} (quoted above).")
        else:
            yield one
        if one.evidence:
            told.quoted.add(one)
