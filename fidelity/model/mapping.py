"""Mapping files: which column of a reviewer's own sheet feeds which field."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic import Field as Key

from fidelity.model.condition import Frozen, refuse
from fidelity.model.patterns import groups_of
from fidelity.model.words import Status

Decimal = Literal["point", "comma"]
TableForm = Literal["rows", "study_sheets"]
Several = Literal["either", "all"]
Separator = Annotated[
    str, StringConstraints(strip_whitespace=False, min_length=1), AfterValidator(lambda text: text.strip() or text)
]
"""What stands between entries, without the spaces around it; a line break or a tab alone is one, too."""


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
    separator: Separator | None = None
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
        if self.split is not None and not groups_of(self.split, "split"):
            what = "the pattern names no group"
            raise refuse("bad-pattern", what, "name each part, such as (?P<needle_gauge>...)", "split")
        return self

    @property
    def targets(self) -> tuple[str, ...]:
        """The fields and identity names that the column feeds, or may feed."""
        if self.split is not None:
            return tuple(re.compile(self.split).groupindex)
        counted = () if self.times in (None, "ignored") else (self.times,)
        return () if self.feeds is None else (self.feeds, *counted)


class Blocks(Frozen):
    """Columns that repeat for each arm or procedure of a row, such as `Name.Intervention.1`."""

    pattern: str
    """A regular expression over the header: group `column` is the name within a block, group `block` which block."""
    feeds: str = "arm"
    """The identity name that takes the name of the block where no column of the block feeds it."""

    @model_validator(mode="after")
    def _names_its_groups(self) -> Self:
        if not {"column", "block"} <= groups_of(self.pattern, "pattern"):
            what = "the pattern does not name both the column and the block"
            raise refuse("bad-pattern", what, "write (?P<column>...) and (?P<block>...)", "pattern")
        return self


class Join(Frozen):
    """A table whose rows tell more of the rows of another: by which identity names they are matched."""

    to: str
    on: tuple[str, ...] = ("study",)


class Table(Frozen):
    """One table of a file: where it stands, how it is built, and what its columns feed; or why it is not read."""

    name: str
    ignored: str | None = None
    """The reason why the table is not read; it is known by its title, or by its columns, else by its sheet alone."""
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
    columns: tuple[Column, ...] = ()
    always: dict[str, str] = Key(default_factory=dict)
    """What holds for every row: identity names and fields, in the words of the codebook."""

    @model_validator(mode="after")
    def _read_or_ignored(self) -> Self:
        if self.ignored is None and not self.columns:
            raise refuse(
                "no-columns", "the table has no columns", "name them, or say with `ignored` why not", "columns"
            )
        if self.ignored is not None and not (self.sheets or self.title or self.columns or self.files):
            what = "nothing tells which table is not read"
            raise refuse("which-table", what, "name its `sheets`, its `title` or its `columns`", "ignored")
        if self.ignored is not None and (self.join is not None or self.blocks is not None or self.always):
            what = "a table that is not read is not joined, has no blocks and says nothing of every row"
            raise refuse("one-purpose", what, "keep `ignored`, or what the table is read by", "ignored")
        return self


class MappingFile(Frozen):
    """A reviewer's mapping file: the tables of the extraction, and what the review writes for each status."""

    mapping: Literal["1"] = "1"
    """The version of this form."""
    codebook: str
    decimal: Decimal | None = None
    """The decimal sign of numbers; without it a comma between digits is refused."""
    codes: dict[Status, tuple[str, ...]] = Key(default_factory=dict)
    """What the review writes for each status; an empty cell is not extracted, whatever stands here."""
    ignored_sheets: dict[str, str] = Key(default_factory=dict)
    """Names of sheets, or of tables on them (with * for anything), that are no part of the extraction, and why."""
    tables: tuple[Table, ...] = Key(min_length=1)

    @model_validator(mode="after")
    def _joined_to_a_table(self) -> Self:
        names = [table.name for table in self.tables]
        read = {table.name for table in self.tables if table.ignored is None}
        if not read:
            raise refuse("nothing-read", "every table is ignored", "name the tables to be read", "tables")
        for number, table in enumerate(self.tables):
            if names.index(table.name) != number:
                raise refuse(
                    "name-taken", f"two tables are called {table.name!r}", "rename one", f"tables.{number}.name"
                )
            if table.join is not None and table.join.to not in read.intersection(names[:number]):
                what = f"no table above is called {table.join.to!r}"
                raise refuse("unknown-table", what, "name a table that stands above", f"tables.{number}.join.to")
        return self
