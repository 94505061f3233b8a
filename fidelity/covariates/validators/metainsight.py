"""MetaInsight (7.1.1): exactly one covariate, named `covar.<name>`; columns that begin with rob are risk of bias."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cells import is_number, read
from fidelity.covariates.validators.covariates import check_shapes
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import has_kind
from fidelity.covariates.validators.ratings import STEPS, check_rating
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns, check_treatments

BREAKS: Final[Breaks] = {
    "blank_study": "MetaInsight refuses the file",
    "blank_arm": "MetaInsight refuses the file",
    "words": "MetaInsight refuses the file",
    "ordered_factor": "MetaInsight refuses the file",
    "logical": "MetaInsight refuses the file",
    "two_words": "MetaInsight refuses the file",
    "two_level_factor": "MetaInsight refuses the file",
    "digit_factor": "MetaInsight refuses the file",
    "mixed": "MetaInsight refuses the file",
    "constant": "MetaInsight refuses the file",
    "differs_between_arms": "MetaInsight refuses the file",
    "name_with_space": "MetaInsight refuses the file",
}

MOST_ARMS: Final = 6
MOST_PARTS: Final = 10


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what MetaInsight's upload refuses."""
    frame = table.frame
    yield from check_columns(table, ("Study", "T", "N", "R"), ("Study", "T", "N", "Mean", "SD"))
    covariates = [name for name in frame.columns if name.startswith("covar.")]
    if len(covariates) != 1:
        what = f"there are {len(covariates)} columns that begin with covar., and MetaInsight takes exactly one"
        yield fault(table, "one_covariate", what, "make a file for each covariate")
    yield from check_shapes(table, master, BREAKS)
    yield from check_arms(table)
    yield from check_treatments(table, "MetaInsight refuses these names of treatments")
    if "Study" in frame.columns:
        numbers = [name for name in dict.fromkeys(map(str, frame["Study"].to_list())) if is_number(name)]
        if numbers:
            what = f"Study holds numbers ({some(numbers)}), which MetaInsight refuses"
            yield fault(table, "study_number", what, "begin the names of studies with a letter", studies=numbers)
        if has_kind(frame, "T") and (frame.group_by("Study").len()["len"] > MOST_ARMS).any():
            what = f"a study has more than {MOST_ARMS} arms"
            yield fault(table, "too_many_arms", what, "take arms together, or leave the study out")
    yield from _ratings(table)


def _ratings(table: Table) -> Iterator[Finding]:
    ratings = [name for name in table.frame.columns if name.startswith("rob") or name == "indirectness"]
    for name in ratings:
        yield from check_rating(table, name, STEPS, "MetaInsight takes 1, 2 and 3")
        if name.startswith("rob") and name != "rob" and not name.startswith("rob."):
            what = f"{name} is taken for risk of bias, since it begins with rob"
            yield fault(table, "name_like_rob", what, "name it otherwise", covariate=name)
        if None in read(table.frame[name]).cells:
            yield fault(table, "empty_rating", f"{name} is empty in a row", "say it for every study, or leave it out")
    if sum(name.startswith("rob.") for name in ratings) > MOST_PARTS:
        yield fault(table, "too_many_ratings", f"there are more than {MOST_PARTS} columns rob.<name>", "leave some out")
