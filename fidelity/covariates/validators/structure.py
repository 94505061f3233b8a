"""The rows of a file: its columns, its studies and treatments, and cells that may not be empty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, Severity, some
from fidelity.covariates.validators.cells import is_number
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import has_kind, studies_of, study_column, treatment_columns, treatments_of

STUDY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
TREATMENT: Final = re.compile(r"[A-Za-z0-9_]+")


def check_rows(table: Table, known: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what no file of the pack has, whatever it is for: no rows at all, and empty cells without a sign for it.

    Of the columns in `known` an empty cell is looked at elsewhere.
    """
    if not table.frame.height:
        yield fault(table, "no_rows", "there are no rows", "nothing was left to write")
    elif table.missing is None:
        yield from _empty(table, known)


def check_columns(table: Table, *alternatives: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding unless the file has all the columns of one of these lists, which is how its package knows it."""
    if not any(has_kind(table.frame, *names) for names in alternatives):
        wanted = ", or ".join(" ".join(names) for names in alternatives)
        what = f"it has the columns {' '.join(table.frame.columns)}"
        yield fault(table, "columns", what, f"give {wanted}")


def check_arms(table: Table, *, adjacent: str = "") -> Iterator[Finding]:
    """Yield studies with one arm, or twice the same treatment; `adjacent`: what becomes of arms that stand apart."""
    columns = treatment_columns(table)
    if len(columns) != 1 or study_column(table) is None:
        return
    studies = [str(cell) for cell in studies_of(table)]
    single = [study for study, rows in Counter(studies).items() if rows == 1]
    if single:
        yield fault(table, "single_arm", f"{some(single)} has one arm", "leave it out", studies=single)
    pairs = Counter(zip(studies, table.frame[columns[0]].to_list(), strict=True))
    twice = list(dict.fromkeys(study for (study, _), rows in pairs.items() if rows > 1))
    if twice:
        what = f"two arms of {some(twice)} have one treatment: they cannot be told apart"
        remedy = "name them apart in the outcome file, or use the technique as node (--nodes technique)"
        yield fault(table, "same_treatment", what, remedy, severity="warning", studies=twice)
    runs = [study for number, study in enumerate(studies) if number == 0 or studies[number - 1] != study]
    apart = [study for study, number in Counter(runs).items() if number > 1]
    if apart:
        what = f"the arms of {some(apart)} do not stand together" + (f": {adjacent}" if adjacent else "")
        severity: Severity = "refused" if adjacent else "warning"
        yield fault(table, "arms_apart", what, "sort by study", severity=severity, studies=apart)


def _empty(table: Table, known: Collection[str]) -> Iterator[Finding]:
    for name in [name for name in table.frame.columns if name not in known]:
        cells = table.frame[name].is_null().to_list()
        rows = dict.fromkeys(str(study) for study, empty in zip(studies_of(table), cells, strict=True) if empty)
        if rows:
            what = f"{name} is empty for {some(rows)}"
            yield fault(table, "empty_cell", what, "fill it in, or leave the column out", studies=rows)


def check_keys(table: Table) -> Iterator[Finding]:
    """Yield names of studies and treatments that some package refuses; the pack has codes that all of them take."""
    key = study_column(table)
    if key is not None and key != "id":
        odd = [name for name in dict.fromkeys(map(str, table.frame[key].to_list())) if not STUDY.fullmatch(name)]
        if odd:
            what = f"{key} has names that some packages refuse: {some(odd)}"
            numeric = " (MetaInsight refuses studies that are numbers)" if any(map(is_number, odd)) else ""
            remedy = "begin with a letter and use letters, digits and underscore"
            yield fault(table, "study_name", what + numeric, remedy, severity="warning", studies=odd)
    odd = [name for name in treatments_of(table) if not TREATMENT.fullmatch(name)]
    if odd:
        what = f"treatments have names that some packages refuse: {some(odd)}"
        yield fault(table, "treatment_name", what, "use letters, digits and underscore", severity="warning")


def check_treatments(table: Table, said: str) -> Iterator[Finding]:
    """Yield treatments whose name the package refuses, saying what becomes of them."""
    odd = [name for name in treatments_of(table) if not TREATMENT.fullmatch(name)]
    if odd:
        what = f"{said}: {some(odd)}"
        yield fault(table, "treatment_name", what, "use letters, digits and underscore")
