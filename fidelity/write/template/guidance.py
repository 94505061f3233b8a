"""What the template tells its readers: the page on top, a message in each column, and the dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from fidelity.explaining.wording import condition_words
from fidelity.model.codebook import Codebook, Field
from fidelity.model.words import CHOICE_TYPES
from fidelity.read.numbers import plain
from fidelity.read.template_layout import ARMS, JUDGED, PROCEDURES, SAID, STUDIES

LONGEST_TITLE: Final = 32
LONGEST_MESSAGE: Final = 255
"""What Excel takes at most of the message that it shows beside a cell."""

LINES: Final = (
    ("h", "Extraction form for the technique of spinal procedures"),
    ("", "Fill in the sheets Studies, Arms and Procedures; then run: fidelity score FILE (nothing else is needed)."),
    ("h", "The sheets"),
    ("", "Studies: one row for each trial or cohort. Arms: one row for each group of patients treated alike."),
    (
        "",
        "Procedures: one row for each technique given in an arm. An arm without a row there counts as one procedure.",
    ),
    (
        "",
        "Evidence (optional): the words of the report in which a fact was found, and what else is known of a value.",
    ),
    ("", "Judgements (optional): a person's own verdict on a criterion; it is shown beside the computed one."),
    ("", "Dictionary: what belongs in each column, in which unit, and when the column applies."),
    ("", "A study is called alike in every sheet, and an arm too. Columns marked * are needed in every row."),
    ("h", "What to write where nothing is to be written"),
    ("", "empty cell: not extracted. Nobody has looked yet."),
    ("", "NR: not reported. The report was read, and it does not say."),
    ("", "unclear: the report says something, but not enough to know the value."),
    ("", "not applicable: the question does not arise for this procedure."),
    ("", "Do not write NA or a dash: they may mean any of these, and such a row is refused until it says which."),
    ("h", "Values"),
    ("", "Numbers are in the unit that stands in the heading; another unit is written with the number, such as 2 min."),
    ("", "Ranges and bounds: 80 to 85, >= 80, > 50. Fractions are written with a point: 0.5."),
    ("", "Several values, separated by a semicolon, mean EITHER of them, except where the heading's message says ALL."),
    ("", "The lists offer the usual entries. Others may be written: confirm the question that the program asks then."),
    (
        "",
        "A fact of every arm may stand once, in Studies: copy the two cells of its heading there, below and above each "
        "other. Of several cells the one nearest to the procedure wins.",
    ),
    ("h", "Your own columns and sheets"),
    ("", "A column whose heading begins with # is yours and is not read. Sheets that you add are not read."),
    ("", "Please leave the small grey row below the headings as it is: it is how the columns are known."),
)
"""The lines of the first sheet; h marks a heading."""

MESSAGES: Final[dict[str, dict[str, str]]] = {
    STUDIES: {
        "study": "A short name, such as Smith 2010: the same in every sheet, and no two studies alike.",
        "design": "randomised (if empty), cohort or other.",
        "unstated": "not extracted (if empty): nobody has looked. not reported: the whole report was read, and every "
        "empty cell of this study means that it does not say.",
        "design_factors": "The fields that the trial set out to compare, separated by semicolons, such as "
        "Electrode orientation; Lesion temperature.",
        "sources": "One source a line: kind | name | address. Kind is for example full text, abstract, registry.",
        "cautions": "What a user of this record should know; one caution a line.",
    },
    ARMS: {
        "study": "The name of the study as in the sheet Studies.",
        "arm": "A short name of the arm, unique within the study.",
        "role": "active and comparator are graded; control (no such procedure) and sham are not.",
    },
    PROCEDURES: {
        "study": "The name of the study as in the sheet Studies.",
        "arm": "The name of the arm as in the sheet Arms.",
        "procedure": "A short name, unique within the arm. If empty, it is called as its arm.",
        "role": "Only where it differs from that of the arm: a sham arm may get a real injection.",
        "main": "yes for the one procedure of an arm whose grade is that of the arm; else empty.",
    },
    SAID: {
        "study": "The name of the study as in the sheet Studies.",
        "arm": "Empty: it is said of the whole study.",
        "procedure": "Empty: it is said of the whole arm.",
        "field": "The column of which this is said, by its heading.",
        "quote": "The words of the report in which the fact was found.",
        "place": "Where they stand, such as p. 3 or Table 2.",
        "as_written": "How the report words the value, where it was written in other words here.",
        "status": "unclear: beside a value that is not certain. Else empty.",
        "basis": "stated (if empty), cited, inferred, planned, author reply or conflicting.",
        "varies": "yes if patients of the arm differed in this.",
        "only": "yes if the report names everything, so that what is not named was not there.",
    },
    JUDGED: {
        "procedure": "Empty: it is said of the whole study.",
        "criterion": "The name of the criterion, as fidelity explain prints it.",
        "verdict": "met, partly met, not met or not applicable.",
    },
}
"""What the message of a column says that is no field; the others need none."""


def title_of(label: str) -> str:
    """Return a label as the title of a message, cut to what Excel shows."""
    return label if len(label) <= LONGEST_TITLE else label[: LONGEST_TITLE - 1] + "…"


def message_of(field: Field) -> str:
    """Return what the message of a field's column says: what belongs there, unit, either or all, and the definition."""
    parts = [may_be_written(field, short=True), several_mean(field), field.definition]
    text = " ".join(part for part in parts if part)
    if len(text) <= LONGEST_MESSAGE:
        return text
    end = " … (see Dictionary)"
    return text[: LONGEST_MESSAGE - len(end)].rpartition(" ")[0] + end


def may_be_written(field: Field, *, short: bool = False) -> str:
    """Return what may stand in a column; `short` leaves the choices to the list of the cell."""
    if field.choices:
        if short:
            return "Choose from the list."
        groups = [f"{group.label} (one of several)" for group in field.groups.values()]
        return "; ".join([*(choice.label for choice in field.choices.values()), *groups])
    if field.type == "date":
        return "A date: 2015, 2015-02 or 2015-02-01."
    if field.range is not None:
        kind = {"count": "A whole number", "cut_off": "A limit, such as >= 50 or > 50"}.get(field.type, "A number")
        low, high = (plain(end) for end in field.range)
        return f"{kind}, {low} to {high}{f' {field.unit}' if field.unit else ''}."
    return "Free text: shown, never judged."


def several_mean(field: Field) -> str:
    """Return what several values in one cell mean."""
    if field.type == "checklist":
        return "Several, separated by ; mean ALL of them."
    if field.type in CHOICE_TYPES or field.range is not None:
        return "Several, separated by ; mean EITHER."
    return ""


def dictionary(columns: Sequence[tuple[str, str]], codebook: Codebook) -> Iterator[tuple[str, ...]]:
    """Yield the header and the rows of the dictionary for the columns (sheet, field) of a workbook."""
    yield (
        "Sheet",
        "Column",
        "Machine name",
        "Unit",
        "What may be written",
        "Several values mean",
        "Definition",
        "Applies when",
    )
    for sheet, name in columns:
        field = codebook.fields[name]
        when = condition_words(field.applies_when, codebook) if field.applies_when else "always"
        several = {"checklist": "all of them", "text": "–"}.get(field.type, "either of them")
        yield sheet, field.label, name, field.unit or "–", may_be_written(field), several, field.definition, when
