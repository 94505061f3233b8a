"""The shapes of a covariate that some package takes and another refuses or misreads, found in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from fidelity.covariates.validators.cells import Cell, Column, is_number

Shape = Literal[
    "blank_study", "blank_arm", "words", "ordered_factor", "logical", "two_words", "two_level_factor", "digit_factor",
    "mixed", "constant", "differs_between_arms", "name_with_space",
]  # fmt: skip

Breaks = Mapping[Shape, str]
"""What a package makes of the shapes that it cannot use, or uses wrongly; it takes the shapes that are not in it."""

SAID: Final[Mapping[Shape, str]] = {
    "blank_study": "empty in a study",
    "blank_arm": "empty in one arm of a study",
    "words": "words of several levels",
    "ordered_factor": "a factor of three levels or more",
    "logical": "TRUE and FALSE",
    "two_words": "two words",
    "two_level_factor": "a factor of two levels",
    "digit_factor": "a factor whose levels are digits",
    "mixed": "numbers and words together",
    "constant": "the same value everywhere",
    "differs_between_arms": "different between the arms of a study",
    "name_with_space": "no plain name",
}

REMEDIES: Final[Mapping[Shape, str]] = {
    "blank_study": "give the expected grade, with the range beside it; leave the study out where nothing is asked",
    "blank_arm": "repeat the number of the study on all its rows",
    "words": "give a number",
    "ordered_factor": "give a number",
    "logical": "write 0 and 1",
    "two_words": "write 0 and 1",
    "two_level_factor": "write 0 and 1",
    "digit_factor": "write numbers",
    "mixed": "give the expected grade, and flag the study in a column of its own",
    "constant": "do not fit it",
    "differs_between_arms": "give one number for the study, and those of the arms under another name, fid_arm",
    "name_with_space": "use small letters, digits and underscore",
}

HABITS: Final[Mapping[Shape, str]] = {
    "blank_study": "no covariate is left empty",
    "blank_arm": "a number of a study stands on all its rows",
    "words": "a covariate is a number in every file",
    "ordered_factor": "a covariate is a number in every file",
    "logical": "0 and 1 mean the same in every package, TRUE and FALSE do not",
    "two_words": "0 and 1 mean the same in every package, words do not",
    "two_level_factor": "0 and 1 mean the same in every package, factors do not",
    "digit_factor": "a covariate is a number in every file",
    "mixed": "a covariate is a number in every file",
    "constant": "it explains nothing",
    "differs_between_arms": "numbers of arms have a name of their own, fid_arm, since other packages misread them",
    "name_with_space": "other packages refuse such a name",
}
"""Why a file does not have a shape even where its package copes with it."""

PLAIN_NAME: Final = re.compile(r"[A-Za-z.][A-Za-z0-9._]*")


def shapes_of(column: Column, studies: Sequence[Cell]) -> Iterator[tuple[Shape, tuple[str, ...]]]:
    """Yield the shapes of a column with the studies in which each is seen; `studies` holds the study of each row."""
    rows: dict[Cell, list[Cell]] = {}
    for study, cell in zip(studies, column.cells, strict=True):
        rows.setdefault(study, []).append(cell)
    empty = [study for study, cells in rows.items() if all(cell is None for cell in cells)]
    partly = [study for study, cells in rows.items() if None in cells and study not in empty]
    differs = [study for study, cells in rows.items() if len({cell for cell in cells if cell is not None}) > 1]
    seen: dict[Shape, list[Cell]] = {"blank_study": empty, "blank_arm": partly, "differs_between_arms": differs}
    yield from ((shape, tuple(str(study) for study in where)) for shape, where in seen.items() if where)
    yield from ((shape, ()) for shape in _typed(column))
    if len(column.distinct) < 2:
        yield "constant", ()
    if not PLAIN_NAME.fullmatch(column.name):
        yield "name_with_space", ()


def _typed(column: Column) -> Iterator[Shape]:
    match column.kind:
        case "logical":
            yield "logical"
        case "mixed":
            yield "mixed"
        case "words":
            yield "two_words" if len(column.distinct) == 2 else "words"
        case "factor" if all(is_number(level) for level in column.levels):
            yield "digit_factor"
        case "factor":
            yield "two_level_factor" if len(column.levels) == 2 else "ordered_factor"
        case _:
            pass
