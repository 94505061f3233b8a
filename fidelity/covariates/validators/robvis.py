"""robvis (0.3.0.900) Generic: words of concern, of which it reads the first letter; High is drawn as a red cross."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cells import read
from fidelity.covariates.validators.faults import fault

WORDS: Final = ("Low", "Some concerns", "High", "Critical", "No information", "Not applicable")
ALIKE: Final = {"Unclear": "Some concerns", "Moderate": "Some concerns", "Serious": "High"}
"""Words that robvis draws like another one, so that what they say is lost."""


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what robvis would draw blank, draw as something else, or refuse."""
    frame = table.frame
    names = frame.columns
    if len(names) < 4 or names[0] != "Study" or names[-2:] != ["Overall", "Weight"]:
        what = f"it has the columns {' '.join(names)}"
        yield fault(table, "columns", what, "give Study, the domains, Overall, and Weight last")
        return
    if not frame["Weight"].dtype.is_numeric() or None in read(frame["Weight"]).cells:
        yield fault(table, "weight", "Weight is no number in every row", "give a number, such as 1")
    twice = frame.filter(pl.col("Study").is_duplicated())["Study"].unique(maintain_order=True).to_list()
    if twice:
        what = f"{some(twice)} stands twice, and robvis draws them over each other"
        yield fault(table, "study_twice", what, "add the arm to the name", studies=twice)
    if frame.height and [str(cell) for cell in frame.row(0)][1:-1] == names[1:-1]:
        yield fault(table, "header_in_row", "the first row repeats the header", "leave it out")
        return
    for name in names[1:-1]:
        yield from _words(table, name)
    yield from _direction(table, master)


def _words(table: Table, name: str) -> Iterator[Finding]:
    words = [str(cell) for cell in table.frame[name].unique(maintain_order=True).to_list()]
    if "None" in words:
        what = f"{name}: None, or an empty cell, is drawn as not applicable"
        yield fault(table, "word", what, "write Low for no concern, No information where nothing is known")
    odd = [word for word in words if word not in (*WORDS, *ALIKE, "None")]
    if odd:
        what = f"{name} holds {some(odd)}, which robvis does not draw"
        yield fault(table, "word", what, f"write one of {', '.join(WORDS)}")
    alike = [word for word in words if word in ALIKE]
    if alike:
        what = f"{name}: {some(alike)} is drawn like {ALIKE[alike[0]]}"
        yield fault(table, "word", what, "write No information for what is not reported", severity="warning")


def _direction(table: Table, master: Master) -> Iterator[Finding]:
    """Yield words of fidelity where robvis wants words of concern: the best grade must not be drawn in red."""
    if not {"fid_lo", "fid_hi"} <= set(master.studies.columns):
        return
    steps = {word: step for step, word in enumerate(("Low", "Some concerns", "High", "Critical"))}
    grades: dict[str, int] = {}
    for row in master.studies.filter(pl.col("fid_lo") == pl.col("fid_hi")).iter_rows(named=True):
        grades |= {str(row[name]): row["fid_lo"] for name in ("study", "label", "record")}
    points = {
        (grades[study], steps[word])
        for study, word in table.frame.select("Study", "Overall").iter_rows()
        if study in grades and word in steps
    }
    if any(grade > lower and concern > other for grade, concern in points for lower, other in points):
        what = "Overall rises with the grade: High is drawn in red and means much concern"
        yield fault(table, "not_inverted", what, "turn the scale round: full fidelity is Low")
