"""The report as one value: everything that the page and the supplement lay out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

import polars as pl
from markupsafe import Markup

from fidelity.expecting import Expectation
from fidelity.explaining import Explanation, explain_all
from fidelity.explaining.wording import EVIDENCE_MEANS, NOTICE
from fidelity.model.words import spoken
from fidelity.read.rules import Library
from fidelity.scoring.batch import GRADED_AXIS, Standard
from fidelity.scoring.result import Scores
from fidelity.write.explanation import OURS, without_grade
from fidelity.write.figures import summary, svg
from fidelity.write.figures.rows import Key
from fidelity.write.report.lights import COUNTED, Places, lights_of, tally
from fidelity.write.report.standards import Standards, standards_of
from fidelity.write.report.studies import studies_of
from fidelity.write.report.unknowns import unknowns_of
from fidelity.write.report.views import Gaps, Lights, Link, Standpoint, StudyShown, Unknowns
from fidelity.write.summary import summarise

GAP_MEANS: Final = {
    "no_rule_set": "no rule set of the profile covers the procedure",
    "undetermined": "a missing fact decides which standard applies",
    "mixed": "patients of the arm got different procedures",
    "non_standard": "the technique is abandoned, or accepted by none: this is not a standard technique done badly",
    "no_standard_yet": "no standard was in force when the study recruited",
    "conflict": "two rule sets cover it, a fault of the rules",
}


@dataclass(frozen=True)
class Report:
    """The whole report, in the order of its parts."""

    notice: str
    ours: str
    version: str
    counts: str
    standpoint: Standpoint
    tally: tuple[tuple[str, tuple[int, ...]], ...]
    counted: tuple[str, ...]
    figure: Markup | None
    lights: tuple[Lights, ...]
    unknowns: Unknowns | None
    studies: tuple[StudyShown, ...]
    gaps: tuple[Gaps, ...]
    by_role: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    noticed: tuple[str, ...]
    standards: Standards
    evidence: tuple[tuple[str, str], ...]


def report_of(scores: Scores, library: Library, expected: Expectation | None = None) -> Report:
    """Return the report of what was scored; `library` holds the rules by which it was.

    `expected` adds what an assumption makes of the grades that are still open.
    """
    standard = scores.standard
    explained = explain_all(scores)
    everything = [explanation for entries in explained.values() for explanation in entries]
    standards = standards_of(everything, _rejecting(scores), standard, library)
    studies = studies_of(explained, standards, standard)
    places = dict(_places(studies, explained))
    roles = scores.grades.filter(pl.col("status") == "not_graded").group_by("role").len().sort("role")
    refused = scores.grades.filter(pl.col("status") == "refused").select("study", "arm", "procedure", "note")
    graded = bool((scores.grades["status"] == "graded").any())
    return Report(
        notice=NOTICE,
        ours=OURS,
        version=version("fidelity"),
        counts=summarise(scores),
        standpoint=_standpoint(standard),
        tally=tuple(tally(scores)),
        counted=COUNTED,
        figure=Markup(svg(summary(scores))) if graded else None,  # noqa: S704 - svg() escapes what it holds
        lights=lights_of(scores, places),
        unknowns=None if expected is None else unknowns_of(scores, expected, places),
        studies=studies,
        gaps=tuple(_gaps(scores, places)),
        by_role=tuple(roles.iter_rows()),
        refused=tuple((", ".join(part for part in row[:3] if part), row[3]) for row in refused.iter_rows()),
        problems=tuple(map(str, scores.problems)),
        noticed=tuple(map(str, scores.notes)),
        standards=standards,
        evidence=tuple(EVIDENCE_MEANS.items()),
    )


def _places(
    studies: Sequence[StudyShown], explained: Mapping[str, Sequence[Explanation]]
) -> Iterator[tuple[Key, tuple[Link, Link]]]:
    """Yield where each procedure of the result stands in the report, and its study."""
    for study, explanations in zip(studies, explained.values(), strict=True):
        for procedure, explanation in zip(study.procedures, explanations, strict=True):
            key = str(explanation.row["study"]), str(explanation.row["arm"]), str(explanation.row["procedure"])
            yield key, (Link(study.anchor, study.name), Link(procedure.anchor, procedure.name))


def _standpoint(standard: Standard) -> Standpoint:
    profile, scheme = standard.profile, standard.scheme
    return Standpoint(
        profile=profile.id,
        title=profile.title,
        grade_means=profile.grade_means,
        scheme=scheme.name,
        scheme_title=scheme.title,
        scheme_sha256=scheme.sha256,
        codebook=standard.codebook.reference,
        clock=tuple(profile.clock.items()),
    )


def _rejecting(scores: Scores) -> dict[str, int]:
    """Return how many procedures each rule set calls non-standard."""
    said = scores.gaps.filter(pl.col("reason") == "non_standard")["candidates"]
    references = {entry.ruleset.id: entry.ruleset.reference for entry in scores.standard.editions(GRADED_AXIS)}
    return Counter(references[name] for names in said for name in names.split(", "))


def _gaps(scores: Scores, places: Places) -> Iterator[Gaps]:
    rows = scores.grades.filter(pl.col("status") == "gap").rows(named=True)
    reasons = dict.fromkeys(str(row["note"]).partition(": ")[0] for row in rows)
    for reason in sorted(reasons, key=list(GAP_MEANS).index):
        mine = [row for row in rows if str(row["note"]).partition(": ")[0] == reason]
        listed = ((*places[row["study"], row["arm"], row["procedure"]], without_grade(row)) for row in mine)
        yield Gaps(spoken(reason), GAP_MEANS[reason], tuple(listed))
