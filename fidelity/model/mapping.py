"""Mapping files: which column of a reviewer's own sheet feeds which field."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field as Key
from pydantic import model_validator

from fidelity.model.condition import Frozen, refuse
from fidelity.model.words import Status

Decimal = Literal["point", "comma"]
TableForm = Literal["rows", "study_sheets"]
Several = Literal["either", "all"]


class Column(Frozen):
    """One column of a sheet: the names it has or had, newest first, and what it feeds; or why it is not read.

    `feeds` is a field of the codebook, a part of one (`contrast.quote`), or an identity name (study, arm, role ...).
    """

    reads: tuple[str, ...] = Key(min_length=1)
    feeds: str | None = None
    ignored: str | None = None
    """The reason why the column is not read."""
    unit: str | None = None
    """The unit of numbers that stand in the sheet without one."""
    values: dict[str, str] = Key(default_factory=dict)
    """What the sheet writes, and what it means in the codebook's words; whole cells, or entries of a list."""
    codes: dict[Status, tuple[str, ...]] = Key(default_factory=dict)
    """What this column writes for each status, where it differs from the review's `codes`."""
    separator: str | None = None
    """What stands between several values of a cell; without it only what the grammar of values knows."""
    several: Several | None = None
    """Whether several values mean one of them, or all of them."""
    times: str | None = None
    """The field that takes the number of times in "2 x 60 s"; `ignored` where it is told elsewhere."""
    split: str | None = None
    """A regular expression whose named groups are the fields that a cell feeds, for cells such as "22G Quincke"."""
    optional: bool = False
    """Whether the column may be missing without alarm."""
    confirmed: bool = True
    """Whether the reviewer has said yes; a proposal that is not certain is not applied before."""
    because: str | None = None
    """Why `fidelity map` proposes this."""

    @model_validator(mode="after")
    def _one_purpose(self) -> Self:
        if sum(purpose is not None for purpose in (self.feeds, self.ignored, self.split)) != 1:
            what = "a column feeds something, or is split, or is ignored"
            raise refuse("one-purpose", what, "keep one of `feeds`, `split` and `ignored`")
        return self


class Blocks(Frozen):
    """Columns that repeat for each arm or procedure of a row, such as `Name.Intervention.1`."""

    pattern: str
    """A regular expression over the header: group `column` is the name within a block, group `block` which block."""
    feeds: str = "arm"
    """The identity name that takes the name of the block where no column of the block feeds it."""


class Join(Frozen):
    """A table whose rows tell more of the rows of another: by which identity names they are matched."""

    to: str
    on: tuple[str, ...] = ("study",)


class Table(Frozen):
    """One table of a file: where it stands, how it is built, and what its columns feed."""

    name: str
    files: tuple[str, ...] = ()
    """File names (with * for anything), where a mapping is for several files; beside the mapping file."""
    sheets: tuple[str, ...] = ()
    """Names of the sheet (with * for anything), newest first; several sheets may fit; none named: every sheet."""
    title: str | None = None
    """The text that stands above the table, where a sheet holds several tables."""
    form: TableForm = "rows"
    """`rows`: a row for each study, arm or procedure; `study_sheets`: a sheet for each study, a row for each field."""
    header_rows: tuple[int, int] | None = None
    """The first and the last row of the header, as the sheet counts them, where they are not found."""
    fill_down: tuple[str, ...] = ()
    """Identity names that the sheet writes in the first of several rows only, without merging cells."""
    blocks: Blocks | None = None
    join: Join | None = None
    columns: tuple[Column, ...] = Key(min_length=1)
    always: dict[str, str] = Key(default_factory=dict)
    """What holds for every row: identity names and fields, in the words of the codebook."""


class MappingFile(Frozen):
    """A reviewer's mapping file: the tables of the extraction, and what the review writes for each status."""

    mapping: Literal["1"] = "1"
    """The version of this form."""
    codebook: str
    decimal: Decimal | None = None
    """The decimal sign of numbers; without it a comma between digits is refused."""
    codes: dict[Status, tuple[str, ...]] = Key(default_factory=dict)
    """What the review writes for each status; an empty cell is not extracted, whatever stands here."""
    tables: tuple[Table, ...] = Key(min_length=1)
