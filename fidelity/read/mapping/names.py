"""What reviewers usually call the columns that say which study, arm and procedure a row is about; data, no rules.

Each name is compared folded (`fold_header`), so case, signs and spaces do not matter.
"""

from __future__ import annotations

from typing import Final

CERTAIN: Final[dict[str, tuple[str, ...]]] = {
    "study": ("Study ID", "Study", "Trial", "Trial ID", "Study name", "Trial name", "Study identifier", "Study no"),
    "study_label": ("Study label", "Short citation"),
    "arm": ("Arm", "Arm name", "Arm ID", "Study arm", "Treatment arm", "Trial arm", "Arm title", "Group name"),
    "arm_label": ("Arm label",),
    "procedure": ("Procedure", "Procedure name", "Procedure ID", "Technique name"),
    "procedure_label": ("Procedure label",),
    "role": ("Role", "Arm role", "Role of the arm", "Role of arm", "Arm type", "Type of arm"),
    "report": ("Report", "Type of report", "Report type", "Source of report"),
    "design": ("Study design", "Design", "Trial design", "Type of study"),
    "main": ("Main procedure", "Main"),
    "title": ("Title", "Article title", "Study title"),
    "journal": ("Journal", "Journal name"),
    "doi": ("DOI",),
    "pmid": ("PMID", "PubMed ID", "PubMed"),
    "registry": ("Registration", "Trial registration", "Registry number", "Registration number", "Trial registry"),
    "country": ("Country", "Countries", "Country of study"),
    "arm_n": ("N per arm", "Arm n", "Arm size"),
    "publication_year": ("Year", "Publication year", "Year of publication"),
}
"""Names that are taken without a question where the values agree."""

NUMBERED: Final = "Covidence #"
"""The number by which Covidence tells studies apart: two studies of one name have two of them."""

CITED: Final = (
    "Author (year)",
    "Author, year",
    "Author year",
    "Reference",
    "Citation",
    "Authors (year)",
    "First author year",
)
"""Names of a study by its citation: the study where no column has its id, else only what it is called."""

DISTINGUISHING: Final = ("Group", "Treatment", "Intervention", "Intervention name", "Treatment group", "Study group")
"""Names of the arm, taken without a question where their values tell the rows of each study apart."""

LIKELY: Final[dict[str, tuple[str, ...]]] = {
    "study": ("First author", "Author", "Authors", "Record", "Record ID", "Paper", "Article", "Source", "ID", "Ref"),
    "arm": ("Comparator", "Allocation", "Cohort", "Condition", "Interventions", "Treatments", "Name"),
    "procedure": ("Technique", "Intervention type"),
    "role": ("Group type", "Comparator type", "Experimental or control", "Type of group", "Allocation type"),
    "design": ("Type of trial",),
    "country": ("Setting",),
    "title": ("Name of the article",),
}
"""Names that make a question."""

NEUTRAL: Final = (
    "Study",
    "Study details",
    "Study information",
    "Study characteristics",
    "General",
    "General information",
    "Identification",
    "Arm",
    "Arm details",
    "Intervention details",
    "Procedure",
    "Procedure details",
    "Technique",
    "Technical details",
    "Parameters",
    "RF parameters",
    "Radiofrequency parameters",
    "Radiofrequency",
    "RF",
    "Lesion",
    "Lesion parameters",
    "Lesioning",
    "Needle",
    "Electrode",
    "Injection",
    "Injectate",
    "Imaging",
    "Guidance",
    "Selection",
    "Patient selection",
    "Conduct",
    "Safety",
)
"""Headings above several columns that take nothing away from what the names below them say."""

ASIDE: Final[dict[str, str]] = {
    "Reviewer Name": "who extracted",
    "Reviewer": "who extracted",
    "Extractor": "who extracted",
    "Extracted by": "who extracted",
    "Checked by": "who checked the extraction",
    "Date of extraction": "when it was extracted",
    "Extraction date": "when it was extracted",
    "Date extracted": "when it was extracted",
    "Row": "which row it is",
    "No": "which row it is",
    "RefID": "the number of the record in DistillerSR",
}
"""Columns that tell nothing of a study, each with the reason that the mapping gives."""

ROLE_WORDS: Final[dict[str, str]] = {
    "intervention": "active",
    "experimental": "active",
    "treatment": "active",
    "study treatment": "active",
    "active treatment": "active",
    "verum": "active",
    "active comparator": "comparator",
    "active control": "comparator",
    "comparison": "comparator",
    "placebo": "sham",
    "sham control": "sham",
    "placebo control": "sham",
    "sham procedure": "sham",
    "usual care": "control",
    "standard care": "control",
    "no treatment": "control",
    "waiting list": "control",
}
"""What a role may be meant by; always a question, since a placebo may be a real injection."""

DESIGN_WORDS: Final[dict[str, str]] = {
    "rct": "randomised",
    "randomised controlled trial": "randomised",
    "randomized controlled trial": "randomised",
    "randomised trial": "randomised",
    "randomized trial": "randomised",
    "randomized": "randomised",
    "cohort study": "cohort",
    "prospective cohort": "cohort",
    "retrospective cohort": "cohort",
    "case series": "other",
    "case-control": "other",
}
"""What a design may be meant by; a question, too."""

CODES: Final = (
    "-",
    "--",
    ".",
    "na",
    "n/a",
    "n.a.",
    "99",
    "999",
    "-9",
    "-99",
    "9999",
    "nd",
    "n.d.",
    "nil",
    "none",
    "/",
    "x",
)
"""What may stand for a status in a cell, and must never be taken for one without the reviewer's word."""

REPORT_WORDS: Final[dict[str, str]] = {
    "main paper": "paper",
    "main publication": "paper",
    "primary paper": "paper",
    "primary publication": "paper",
    "full text": "paper",
    "journal article": "paper",
    "companion paper": "companion",
    "secondary publication": "companion",
    "secondary paper": "companion",
    "study protocol": "protocol",
    "published protocol": "protocol",
    "trial registration": "registry",
    "trial registry": "registry",
    "registration": "registry",
    "registry entry": "registry",
    "clinicaltrials.gov": "registry",
    "reply of the author": "author_reply",
    "author's reply": "author_reply",
    "author correspondence": "author_reply",
    "e-mail from the author": "author_reply",
}
"""What words for the kind of a report may mean; each is asked about."""
