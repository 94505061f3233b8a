"""OpenDocument spreadsheets (.ods), cell by cell from their XML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from fidelity.errors import Place, Problem
from fidelity.read.grids.colours import OdsColours, OdsShading
from fidelity.read.grids.dense import Rows, clipped, control_note, within
from fidelity.read.grids.formats import date_text, duration_text, number_text, per_cent
from fidelity.read.grids.grid import Block, Book, Cell, Grid
from fidelity.read.grids.limits import Limits, Refused, refused
from fidelity.read.grids.markup import Attributes, walk
from fidelity.read.grids.package import Package
from fidelity.read.grids.workbook import clean, natural

_CELLS: Final = ("table:table-cell", "table:covered-table-cell")
_HIDDEN: Final = frozenset({"collapse", "filter"})
_ERROR: Final = re.compile(r"#[A-Z][A-Z0-9/]*[!?A]|Err:\d{3}")
_NUMBER: Final = re.compile(r"[-+−]?\d(?:[\d.,'   ]*\d)?(?:E[-+]?\d+)?")
_DURATION: Final = re.compile(
    r"(-?)P(?:(\d{1,6})D)?T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,](\d{1,6})\d*)?S)?"
)
_BREAKS: Final = {"text:tab": "\t", "text:line-break": "\n"}
_MOST_SPACES: Final = 1000
_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"


@dataclass(slots=True)
class _Table:
    """One sheet while it is read."""

    rows: Rows
    hidden: bool
    shading: OdsShading
    row: int = -1
    repeated: int = 1
    cells: list[tuple[int, str]] = field(default_factory=list)
    column: int = 0
    merged: list[Block] = field(default_factory=list)
    dates: set[Cell] = field(default_factory=set)
    formulas: dict[Cell, str] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    comments: dict[Cell, str] = field(default_factory=dict)
    cleaned: list[Cell] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    columns: int = 0


@dataclass(slots=True)
class _Reader:
    """Reads the part in which all sheets stand; a sheet that is too large is passed over with its problem."""

    source: str
    limits: Limits
    colours: OdsColours
    grids: list[Grid] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    hiding: set[str] = field(default_factory=set)
    """Styles of tables that are not shown."""
    _sheets: int = 0
    _style: str = ""
    _table: _Table | None = None
    _depth: int = 0
    """How deep the reader is inside a table inside a cell: such tables are not read."""
    _given: Attributes | None = None
    _paragraphs: list[str] = field(default_factory=list)
    _remark: list[str] | None = None
    _in_paragraph: int = 0
    _characters: int = 0
    _cells: int = 0

    def start(self, element: str, given: Attributes) -> None:
        if self._table is None:
            self.colours.start(element, given)
        if element == "style:style":
            self._style = given.get("style:name", "")
        elif element == "style:table-properties" and given.get("table:display") == "false":
            self.hiding.add(self._style)
        elif element == "table:table":
            self._start_table(given)
        elif self._table is not None and self._depth == 1:
            self._start_inside(self._table, element, given)

    def _start_table(self, given: Attributes) -> None:
        self._depth += 1
        if self._depth > 1:
            return
        self._sheets += 1
        if self._sheets > self.limits.sheets:
            what = f"the workbook has more than {self.limits.sheets:,} sheets"
            raise refused("too-many-sheets", self.source, None, what, "split it into several workbooks")
        name = given.get("table:name", f"Sheet{self._sheets}")
        hidden = given.get("table:style-name") in self.hiding
        self._table = _Table(Rows(self.source, name, self.limits), hidden, OdsShading(self.colours))

    def _start_inside(self, table: _Table, element: str, given: Attributes) -> None:
        if element == "table:table-row":
            table.row += table.repeated
            table.repeated = natural(given.get("table:number-rows-repeated"), 1) or 1
            table.column = 0
            table.cells = []
            table.shading.row(given)
            if given.get("table:visibility") in _HIDDEN:
                table.hidden_rows.append((table.row, table.row + table.repeated))
        elif element == "table:table-column":
            repeated = natural(given.get("table:number-columns-repeated"), 1)
            if given.get("table:visibility") in _HIDDEN:
                table.hidden_columns.append((table.columns, table.columns + repeated))
            table.shading.column(given, table.columns, repeated)
            table.columns += repeated
        elif element in _CELLS:
            self._given = given
            self._paragraphs = []
            self._remark = None
        elif element == "office:annotation":
            self._remark = []
        elif self._given is not None:
            self._start_text(element, given)

    def _start_text(self, element: str, given: Attributes) -> None:
        if element == "text:p":
            texts = self._paragraphs if self._remark is None else self._remark
            self._in_paragraph += 1
            texts += ["\n"] if texts else []
        elif element == "text:s":
            self.text(" " * min(natural(given.get("text:c"), 1), _MOST_SPACES))
        elif element in _BREAKS:
            self.text(_BREAKS[element])

    def text(self, piece: str) -> None:
        if self._in_paragraph:
            self._characters += len(piece)
            if self._characters > self.limits.characters and self._table is not None:
                self.limits.text(self.source, self._table.rows.sheet, self._characters)
            (self._paragraphs if self._remark is None else self._remark).append(piece)

    def end(self, element: str) -> None:
        table = self._table
        if element == "table:table":
            self._depth -= 1
            if self._depth == 0 and table is not None:
                self._finish(table)
                self._table = None
        elif table is None or self._depth != 1:
            return
        elif element == "text:p":
            self._in_paragraph = max(0, self._in_paragraph - 1)
        elif element == "office:annotation":
            self._note(table)
        elif element in _CELLS and self._given is not None:
            self._keep(table, self._given, covered=element == "table:covered-table-cell")
            self._given = None
        elif element == "table:table-row":
            table.shading.row_done(table.row, table.repeated)
            for column, text in table.cells:
                table.rows.put(table.row, column, text)
            if table.repeated > 1:
                end = table.row + table.repeated
                table.rows.repeat(table.row, end)
                for column, _ in table.cells:
                    self._alike(table, (table.row, column), range(table.row + 1, end), range(column, column + 1))

    def _note(self, table: _Table) -> None:
        if self._remark:
            table.comments[table.row, table.column] = clean("".join(self._remark))[0]
        self._remark = None
        self._in_paragraph = 0

    def _keep(self, table: _Table, given: Attributes, *, covered: bool) -> None:
        repeated = natural(given.get("table:number-columns-repeated"), 1) or 1
        at = table.row, table.column
        down = natural(given.get("table:number-rows-spanned"), 1)
        across = natural(given.get("table:number-columns-spanned"), 1)
        if down > 1 or across > 1:
            table.merged.append(Block(*at, at[0] + max(down, 1) - 1, at[1] + max(across, 1) - 1))
        table.shading.cell(given, table.column, repeated)
        text = "" if covered else self._shown(table, at, given)
        if text:
            self.limits.number(self.source, table.rows.sheet, "columns", table.column + repeated, self.limits.columns)
            table.cells += [(table.column + more, text) for more in range(repeated)]
            self._alike(table, at, range(at[0], at[0] + 1), range(at[1] + 1, at[1] + repeated))
        if "table:formula" in given and (text or given.get("office:value-type") != "string"):
            table.formulas[at] = given["table:formula"].partition(":")[2] or given["table:formula"]
        table.column += repeated

    def _alike(self, table: _Table, at: Cell, rows: range, columns: range) -> None:
        """Say of cells that repeat another what was said of it."""
        if at in table.dates:
            table.dates.update((row, column) for row in rows for column in columns)
        if at in table.errors:
            table.errors.update(((row, column), table.errors[at]) for row in rows for column in columns)

    def _shown(self, table: _Table, at: Cell, given: Attributes) -> str:
        text, changed = clean("".join(self._paragraphs))
        if changed:
            table.cleaned.append(at)
        if given.get("calcext:value-type") == "error" or ("table:formula" in given and _ERROR.fullmatch(text)):
            table.errors[at] = text
            return text
        kind, value = given.get("office:value-type"), given.get("office:value", "")
        if kind in {"percentage", "float", "currency"} and value:
            return per_cent(value) if kind == "percentage" else _with_unit(value, text)
        if kind == "date" and "office:date-value" in given:
            return self._date(table, at, given["office:date-value"])
        if kind == "boolean":
            return given.get("office:boolean-value", text).upper()
        if kind == "time":
            return _duration(given.get("office:time-value", "")) or text
        return text or given.get("office:string-value", "")

    def _date(self, table: _Table, at: Cell, value: str) -> str:
        try:
            text = date_text(datetime.fromisoformat(value))
        except ValueError:
            return value
        table.dates.add(at)
        return text

    def _finish(self, table: _Table) -> None:
        sheet = table.rows.sheet
        frame = table.rows.frame()
        self._cells += frame.height * frame.width
        self.limits.number(self.source, sheet, "cells", self._cells, self.limits.cells)
        self.grids.append(
            Grid(
                self.source,
                sheet,
                frame,
                clipped(table.merged, frame),
                frozenset(table.dates),
                within(table.formulas, frame),
                table.errors,
                within(table.comments, frame),
                _numbers(table.hidden_rows, frame.height),
                _numbers(table.hidden_columns, frame.width),
                table.hidden,
                table.shading.within(frame),
            )
        )
        self.notes += control_note(self.source, sheet, table.cleaned)


def read_ods(package: Package, limits: Limits) -> Book:
    """Return the sheets of an OpenDocument spreadsheet; raises Refused where it cannot be read.

    Numbers are read from what the file holds, never from what it shows rounded; the unit that a format adds is read
    from what it shows. Formulas are given as OpenFormula; they are never run.
    """
    source = package.source
    content = package.parts.get(_CONTENT)
    if content is None:
        raise refused("unreadable", source, None, "the spreadsheet has no content.xml", "save it anew as .ods or .xlsx")
    reader = _Reader(source, limits, OdsColours())
    try:
        if _STYLES in package.parts:
            walk(package.parts[_STYLES], source, _STYLES, reader.colours.start)
        walk(content, source, _CONTENT, reader.start, reader.end, reader.text)
    except Refused as refusal:
        # One part holds all sheets, so that those before the sheet that is too large were read, and no more are.
        reader.problems.append(refusal.problem)
    notes = list(reader.notes)
    if package.holds("Object ") or package.holds("ObjectReplacements/"):
        what = "other files or charts are embedded in the workbook"
        notes.append(Problem("embedded-objects", Place(source), source, what, "they are not opened"))
    if package.holds("Basic/"):
        notes.append(Problem("macros", Place(source), source, "the workbook holds macros", "they are not run"))
    return Book(source, "ods", tuple(reader.grids), tuple(reader.problems), tuple(notes))


def _with_unit(value: str, shown: str) -> str:
    """Return a number with the words that stand around it where the sheet shows it."""
    found = _NUMBER.search(shown)
    if found is None:
        return number_text(value)
    before, after = shown[: found.start()], shown[found.end() :]
    unit = any(sign.isalpha() or sign in "°%$€£¥≥≤<>~±" for sign in before + after)
    if not unit or any(sign.isdigit() for sign in before + after):
        return number_text(value)
    return f"{before}{number_text(value)}{after}".strip()


def _duration(value: str) -> str | None:
    found = _DURATION.fullmatch(value)
    if found is None:
        return None
    sign, days, hours, minutes, seconds, rest = found.groups()
    micro = int((rest or "").ljust(6, "0"))
    length = timedelta(int(days or 0), int(seconds or 0), micro, 0, int(minutes or 0), int(hours or 0))
    return duration_text(-length if sign else length)


def _numbers(ranges: list[tuple[int, int]], most: int) -> frozenset[int]:
    return frozenset(number for first, end in ranges for number in range(first, min(end, most)))
