"""The supplement for a journal: the tables of the report as a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from fidelity.model.words import STATUSES, spoken
from fidelity.scoring.result import Scores
from fidelity.write.characteristics import LEADING, NOT_ASKED, by_technique
from fidelity.write.explanation import sentence
from fidelity.write.figures.rows import counted
from fidelity.write.report.report import Report
from fidelity.write.report.views import SIGNS, Ends
from fidelity.write.report.word import Paper

SILENT: Final = (*(spoken(status) for status in STATUSES if status != "reported"), NOT_ASKED)
"""What a cell of the characteristics holds where nothing is known of the fact."""


def supplement_of(report: Report, scores: Scores) -> bytes:
    """Return grades, traffic lights, characteristics of technique, gaps and rule sets as a Word file.

    The same report gives the same bytes. Raises UsageError where python-docx is not installed.
    """
    studies = counted(len(report.studies), "study", "studies")
    paper = Paper(f"How closely the procedures of {studies} followed the standards")
    point = report.standpoint
    clocks = ", ".join(f"{axis} {clock}" for axis, clock in point.clock)
    paper.says(f"{report.counts}.")
    paper.says(
        f"Judged by {point.title} (profile {point.profile}), scheme {point.scheme}, codebook {point.codebook}; "
        f"clock: {clocks}. Made with Fidelity {report.version}."
    )
    paper.says(report.ours)
    _lights(report, paper)
    _characteristics(scores, paper)
    _without(report, paper)
    paper.heading("Rule sets")
    head = ("Rule set", "Version", "State, in force from", "What it did", "SHA-256")
    rules = (
        (one.title, one.reference, f"{one.state}, {one.in_force}", one.did, one.sha256)
        for one in report.standards.rulesets
    )
    paper.table("Rule sets with their versions and hashes", head, (4, 4, 2, 2, 4), rules)
    return paper.saved()


def _lights(report: Report, paper: Paper) -> None:
    paper.heading("Concerns and grades")
    paper.says(f"Concerns: {', '.join(f'{sign} {word}' for word, sign in SIGNS.items())}; ? open; – not asked.")
    for lights in report.lights:
        paper.heading(lights.axis.capitalize(), 2)
        paper.says(lights.about)
        head = ("Study", "Arm", *map(str.capitalize, lights.domains), "Grade", *(("Decided",) if lights.graded else ()))
        rows = (
            (
                *(row.study.words, row.arm.words, *map(_signed, row.concerns), row.grade.words),
                *((row.decided,) if lights.graded else ()),
            )
            for row in lights.rows
        )
        if lights.rows:
            widths = (4, 4, *(2.4 for _ in lights.domains), 2.8, *((1.6,) if lights.graded else ()))
            paper.table(f"Concerns by domain, and grades of {lights.axis}", head, widths, rows)


def _signed(concern: Ends) -> str:
    """Return a concern with its sign, that of both ends for a range."""
    if concern.ends is None:
        return f"– {concern.words}"
    signs = "".join(SIGNS[end] for end in dict.fromkeys(concern.ends))
    return f"{'?' if concern.words == 'open' else signs} {concern.words}"


def _characteristics(scores: Scores, paper: Paper) -> None:
    paper.heading("Characteristics of technique")
    head = ("Study", "Arm", "Technique as reported", "Asked for and not known")
    for technique in by_technique(scores):
        paper.heading(technique.title, 2)
        rows = (tuple(_technique(row)) for row in technique.frame.iter_rows(named=True))
        paper.table(f"Characteristics of technique: {technique.title}", head, (3, 3, 7, 4), rows)


def _technique(row: Mapping[str, str]) -> Iterator[str]:
    yield " ".join(part for part in (row["Study"], f"({row['Year']})" if row["Year"] else "") if part)
    yield f"{row['Arm']} ({row['Role']})"
    facts = {label: said for label, said in row.items() if label not in LEADING}
    yield "; ".join(f"{label}: {said}" for label, said in facts.items() if said not in SILENT)
    unknown = (word for word in SILENT if word not in (NOT_ASKED, spoken("not_applicable")))
    found = ((word, [label for label, said in facts.items() if said == word]) for word in unknown)
    yield "; ".join(f"{word}: {', '.join(labels)}" for word, labels in found if labels)


def _without(report: Report, paper: Paper) -> None:
    paper.heading("Procedures without a grade")
    if report.by_role:
        paper.says(f"Not graded by their role: {', '.join(f'{count} {role}' for role, count in report.by_role)}.")
    for gap in report.gaps:
        paper.heading(gap.reason.capitalize(), 2)
        paper.says(sentence(gap.means))
        rows = ((study.words, arm.words, sentence(note)) for study, arm, note in gap.rows)
        paper.table(f"Procedures without a grade: {gap.reason}", ("Study", "Arm", "Why"), (3, 3, 8), rows)
    if report.refused:
        paper.heading("Refused", 2)
        paper.table("Procedures that could not be read", ("Procedure", "Why"), (1, 2), report.refused)
