"""Tables as sheets of text: a header, rows of cells and the cell names that spreadsheets show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as member
from decimal import Decimal
from math import isnan
from typing import TYPE_CHECKING, Final, Protocol

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.read.apostrophes import unguarded
from fidelity.read.separated import first_record, records, said_separator, unmatched
from fidelity.read.text import decode, stray

if TYPE_CHECKING:
    import pandas as pd

_SEPARATORS: Final = (",", ";", "\t")
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Byte order marks: what begins so has to be decoded first."""
_HEAD: Final = 65536
"""Bytes among which a header that needs no second look ends."""
_SOMETHING: Final = "?"
"""Stands in each cell of a column that cannot be read and holds something there."""


class Sources(Protocol):
    """What knows where the cells of a table stand in the file."""

    def place(self, row: int, column: int) -> Place:
        """Return the cell of the file from which the cell of a row and a column came."""

    def taken(self, rows: pl.Series) -> Sources:
        """Return the same for some of the rows, given by their numbers."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a reviewer's own file shows where a table was made from it: rows and columns are those of the table."""

    sources: Sources
    headings: tuple[Place, ...]
    """The cell in which the name of each column stands."""
    names: tuple[str, ...]
    """What the file calls each column."""
    shown: pl.DataFrame
    """The text of each cell as the file shows it, before a mapping put it into the codebook's words."""
    unitless: frozenset[int] = frozenset()
    """Columns in which a number without a unit has none: no header and no mapping names it."""
    mapped: bool = False
    """Whether a mapping made the table, which can say more of it, such as that names are written once."""

    def taken(self, rows: pl.Series) -> Foreign:
        """Return the same for some of the rows, given by their numbers."""
        return replace(self, sources=self.sources.taken(rows), shown=self.shown[rows])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table in which every cell is text: columns are called by their position, `numbers` are the sheet's rows."""

    source: str
    header: tuple[str, ...]
    cells: pl.DataFrame
    numbers: pl.Series
    unread: Mapping[int, Problem] = member(default_factory=dict)
    """Columns that hold something else than values, and why they are not read."""
    foreign: Foreign | None = None
    """Where the cells came from, if the table was made from a reviewer's own file by a mapping."""
    spoilt: Mapping[int, tuple[Problem, ...]] = member(default_factory=dict)
    """Rows that cannot be read for what a mapping found in their cells, and why."""

    def place(self, row: int, column: int) -> Place:
        """Return the cell of a row and a column."""
        if self.foreign is not None:
            return self.foreign.sources.place(row, column)
        return Place(self.source, cell=f"{letters(column)}{self.numbers[row]}")

    def heading(self, column: int) -> Place:
        """Return the cell in which a column's name stands."""
        if self.foreign is not None:
            return self.foreign.headings[column]
        return Place(self.source, cell=f"{letters(column)}1")

    def filled(self, column: int) -> pl.Series:
        """Return the rows in which something stands in a column."""
        return (self.cells[str(column)].str.strip_chars() != "").arg_true()

    def only(self, rows: pl.Series) -> Sheet:
        """Return the sheet with some of its rows, given as truth values."""
        kept = rows.arg_true()
        foreign = None if self.foreign is None else self.foreign.taken(kept)
        spoilt = (
            {new: self.spoilt[old] for new, old in enumerate(kept.to_list()) if old in self.spoilt}
            if self.spoilt
            else {}
        )
        return replace(
            self, cells=self.cells.filter(rows), numbers=self.numbers.filter(rows), foreign=foreign, spoilt=spoilt
        )

    def found(self, row: int, column: int) -> tuple[str, str]:
        """Return what the file calls a column, and what it shows in one of its cells."""
        if self.foreign is None:
            return self.header[column], self.text(row, column)
        return self.foreign.names[column], str(self.foreign.shown[str(column)][row])

    def remedy_without(self, name: str) -> str:
        """Return what to do where a row lacks the name of its study or arm, or its role."""
        if self.foreign is None or not self.foreign.mapped:
            return "write it in every row: merged cells fill the first row only"
        down = {"study": "study", "arm": "study, arm"}
        if name in down:
            return f"write it in every row, or say `fill_down: [{down[name]}]` in the mapping"
        return f"write it in every row, or say `{name}` of all rows with `always` in the mapping"

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell, without the spaces around it."""
        return str(self.cells[str(column)][row]).strip()


def letters(column: int) -> str:
    """Return the name of a column as spreadsheets show it: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def sheet_of_csv(content: bytes, source: str) -> tuple[Sheet | None, list[Problem]]:
    """Return the sheet that a comma, semicolon or tab separated file holds, and the rows that cannot be read."""
    quick = None if stray(content) or content.startswith(_MARKS) else _quickly(content, content[:_HEAD], source)
    if quick is not None:
        return quick, []
    text = decode(content, source, most=None)
    if isinstance(text, Problem):
        return None, [text]
    if "\r" in text and "\n" not in text:
        return sheet_of_csv(text.replace("\r", "\n").encode(), source)
    return _slowly(text, source)


def _slowly(text: str, source: str) -> tuple[Sheet | None, list[Problem]]:
    """Return the sheet of a text with a header that names its separator, stands in quotation marks or has any signs."""
    said, skipped = said_separator(text)
    text = text[skipped:]
    if not text or text.isspace():
        place = Place(source, cell="A1")
        return None, [Problem("empty", place, source, "the file is empty", "write something into it")]
    separator = said or _separator(text)
    header = first_record(text, separator)
    if header is None:
        return None, [unmatched(source, 1)]
    cells = _cells(text.encode(), separator, len(header))
    if cells is None:
        return _row_by_row(text, separator, header, source)
    return _sheet(source, header, cells, pl.int_range(2, cells.height + 2, eager=True)), []


def _quickly(content: bytes, head: bytes, source: str) -> Sheet | None:
    """Return the sheet of a file whose first line is a header of plain signs; None where more is to be looked at."""
    end = head.find(b"\n")
    if end < 0 or not head[:end].isascii() or b'"' in head[:end] or b"=" in head[:end]:
        return None
    line = head[:end].decode().rstrip("\r")
    header = line.split(_separator(line))
    cells = _cells(content, _separator(line), len(header)) if len(header) > 1 else None
    return None if cells is None else _sheet(source, header, cells, pl.int_range(2, cells.height + 2, eager=True))


def _separator(text: str) -> str:
    end = text.find("\n")
    return max(_SEPARATORS, key=(text if end < 0 else text[:end]).count)


def _cells(content: bytes, separator: str, columns: int) -> pl.DataFrame | None:
    """Return the cells below the first row of sound CSV in UTF-8; None where it is none."""
    try:
        cells = pl.read_csv(
            content,
            separator=separator,
            has_header=False,
            skip_rows=1,
            schema={str(column): pl.String for column in range(columns)},
            raise_if_empty=False,
            empty_string_is_null=False,
        )
    except pl.exceptions.PolarsError:
        return None
    return unguarded(cells) if b"'" in content else cells


def _row_by_row(text: str, separator: str, header: list[str], source: str) -> tuple[Sheet, list[Problem]]:
    """Read a file that is not sound CSV as far as it can be read, and name the rows that cannot."""
    problems: list[Problem] = []
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, row in enumerate(records(text, separator), start=1):
        if number == 1:
            continue
        if row is None:
            problems.append(unmatched(source, number))
        elif any(cell.strip() for cell in row[len(header) :]):
            place = Place(source, cell=f"{letters(len(header))}{number}")
            what = f"the row has {len(row)} cells, and the header {len(header)}"
            remedy = "put a text that holds the separator into quotation marks"
            problems.append(Problem("ragged-row", place, f"row {number}", what, remedy))
        else:
            rows.append((row + [""] * len(header))[: len(header)])
            numbers.append(number)
    schema = {str(column): pl.String for column in range(len(header))}
    cells = unguarded(pl.DataFrame(rows, schema=schema, orient="row"))
    return _sheet(source, header, cells, pl.Series(numbers, dtype=pl.Int64)), problems


def sheet_of_frame(given: pl.DataFrame | pl.LazyFrame | pd.DataFrame, source: str) -> tuple[Sheet, list[Problem]]:
    """Return a Polars or pandas frame as a sheet: a number is its text, a truth value yes or no, missing is empty."""
    frame = given.collect() if isinstance(given, pl.LazyFrame) else given
    series = frame.get_columns() if isinstance(frame, pl.DataFrame) else _pandas_columns(frame)
    problems: dict[int, Problem] = {}
    texts: list[pl.Series] = []
    for column, values in enumerate(series):
        text = _as_texts(values)
        if text is None:
            place = Place(source, cell=f"{letters(column)}1")
            what = f"the column {values.name!r} holds {values.dtype}"
            problems[column] = Problem("column-type", place, values.name, what, "make it text or numbers")
            text = pl.Series(["", _SOMETHING]).gather(values.is_not_null().cast(pl.UInt32))
        texts.append(text.fill_null("").alias(str(column)))
    cells = pl.DataFrame(texts)
    header = [values.name for values in series]
    numbers = pl.int_range(2, cells.height + 2, eager=True)
    return replace(_sheet(source, header, cells, numbers), unread=problems), []


def _sheet(source: str, header: list[str], cells: pl.DataFrame, numbers: pl.Series) -> Sheet:
    """Leave out rows without any text, as spreadsheets save them below the table."""
    blank = (cells["0"].str.strip_chars() == "").arg_true() if cells.width else pl.Series([], dtype=pl.UInt32)
    if len(blank):
        empty = cells[blank].select(pl.all_horizontal(pl.all().str.strip_chars() == "")).to_series()
        kept = ~pl.int_range(cells.height, dtype=pl.UInt32, eager=True).is_in(blank.filter(empty).implode())
        cells, numbers = cells.filter(kept), numbers.filter(kept)
    return Sheet(source, tuple(name.strip() for name in header), cells, numbers)


def _pandas_columns(frame: pd.DataFrame) -> list[pl.Series]:
    columns = []
    for place, name in enumerate(frame.columns):
        values = frame.iloc[:, place]
        if values.dtype == object:
            listed = [None if _missing(value) else str(value) for value in values.tolist()]
            columns.append(pl.Series(str(name), listed, dtype=pl.String))
        else:
            columns.append(pl.from_pandas(values).alias(str(name)))
    return columns


def _missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and isnan(value)) or type(value).__name__ in {"NAType", "NaTType"}


def _as_texts(values: pl.Series) -> pl.Series | None:
    dtype = values.dtype
    if dtype == pl.Boolean:
        return values.replace_strict({True: "yes", False: "no"}, return_dtype=pl.String)
    if dtype.is_float():
        texts = values.cast(pl.String).str.strip_suffix(".0")
        powers = texts.str.contains("e").fill_null(False)
        return texts.zip_with(~powers, texts.map_elements(_without_power, pl.String)) if powers.any() else texts
    if dtype == pl.Datetime:
        return values.dt.date().cast(pl.String)
    if dtype == pl.List(pl.String):
        return values.list.join("; ")
    if dtype.is_numeric() or dtype in (pl.String, pl.Date, pl.Categorical, pl.Enum, pl.Null):
        return values.cast(pl.String)
    return None


def _without_power(text: str) -> str:
    return f"{Decimal(text):f}" if "e" in text else text
