"""What the template's workbook is made of: its sheets, its columns, and the mark by which it is known."""

from __future__ import annotations

from typing import Final

from fidelity.read.columns import EVIDENCE, JUDGED_BESIDE

MARK: Final = "_fidelity"
"""The hidden sheet by which a template is known, also when another program has saved it."""
MARKED: Final = "fidelity template"
"""What its first cell says; the rows below name the versions."""
VERSION: Final = "1"

READ_ME, DICTIONARY, LISTS = "Read me", "Dictionary", "_lists"
STUDIES, ARMS, PROCEDURES = "Studies", "Arms", "Procedures"
SAID, JUDGED = "Evidence", "Judgements"
NOT_FILLED: Final = (READ_ME, DICTIONARY, LISTS, MARK)
FILLED: Final = (STUDIES, ARMS, PROCEDURES, SAID, JUDGED)

REQUIRED_SIGN: Final = " *"
"""Ends the heading of a column that must be filled in."""

HEADINGS: Final[dict[str, dict[str, str]]] = {
    STUDIES: {
        "study": "Study",
        "study_label": "Study as it is printed",
        "title": "Title",
        "journal": "Journal",
        "year": "Year in print",
        "doi": "DOI",
        "pmid": "PubMed number",
        "registry": "Registration",
        "country": "Country",
        "design": "Design",
        "design_words": "Design in the report's words",
        "study_n": "Patients, as printed",
        "unstated": "Empty cells mean",
        "design_factors": "Set out to compare",
        "sources": "Sources",
        "cautions": "Cautions",
        "confidence": "Confidence of the reader",
    },
    ARMS: {
        "study": "Study",
        "arm": "Arm",
        "arm_label": "Arm as it is printed",
        "role": "Role",
        "arm_n": "Patients in the arm, as printed",
        "arm_note": "Note on the arm",
    },
    PROCEDURES: {
        "study": "Study",
        "arm": "Arm",
        "procedure": "Procedure",
        "procedure_label": "Procedure as it is printed",
        "role": "Role, if not that of the arm",
        "main": "Main procedure of the arm",
    },
    SAID: {
        "study": "Study",
        "arm": "Arm",
        "procedure": "Procedure",
        "field": "Field",
        "quote": "Words of the report",
        "place": "Where they stand",
        "reader": "Reader",
        "as_written": "The value in the report's words",
        "status": "Certain?",
        "basis": "How it is known",
        "varies": "Patients differed",
        "only": "Nothing else",
    },
    JUDGED: {
        "study": "Study",
        "procedure": "Procedure",
        "criterion": "Criterion",
        "verdict": "Verdict",
        "reason": "Reason",
        "who": "Who",
        "when": "When",
    },
}
"""The columns of each sheet that are no fields: machine name and heading."""

REQUIRED: Final[dict[str, tuple[str, ...]]] = {
    STUDIES: ("study",),
    ARMS: ("study", "arm", "role"),
    PROCEDURES: ("study", "arm"),
    SAID: ("study", "field"),
    JUDGED: ("study", "criterion", "verdict", "reason", "who", "when"),
}

BESIDE: Final = (*EVIDENCE, "as_written", *JUDGED_BESIDE)
"""What a row of the evidence says beside the value of a field."""


def heading_of(sheet: str, name: str) -> str:
    """Return the heading of a column that is no field."""
    return HEADINGS[sheet][name] + (REQUIRED_SIGN if name in REQUIRED[sheet] else "")


def with_unit(label: str, unit: str | None) -> str:
    """Return the heading of a field: its label, and its unit in square brackets."""
    return f"{label} [{unit}]" if unit else label


def without_unit(heading: str) -> str:
    """Return a heading without what this module adds to a label."""
    text = heading.strip().removesuffix(REQUIRED_SIGN).strip()
    return text.rpartition(" [")[0] if text.endswith("]") and " [" in text else text
