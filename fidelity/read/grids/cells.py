"""The cells of an xlsx sheet from its XML: values, saved results of formulas, merged cells, what is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from fidelity.read.grids.dense import Rows
from fidelity.read.grids.formats import Format, date_text, number_text
from fidelity.read.grids.grid import Block, Cell
from fidelity.read.grids.markup import Attributes, walk
from fidelity.read.grids.workbook import Texts, cell_of, clean, column_of, natural

_TRUTH = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}
_TEXT_ELEMENTS = frozenset({"v", "t", "f"})


@dataclass(slots=True)
class CellReader:
    """Reads the XML of a sheet; the fields that `Grid` has too are filled while it does."""

    rows: Rows
    shared: Texts
    formats: Mapping[int, Format]
    from_1904: bool
    fills: frozenset[int] = frozenset()
    """Styles with a background colour."""
    merged: list[Block] = field(default_factory=list)
    dates: set[Cell] = field(default_factory=set)
    formulas: dict[Cell, str] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    cleaned: list[Cell] = field(default_factory=list)
    coloured: list[Cell] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of columns that are hidden side by side."""
    _prefix: str | None = None
    _row: int = -1
    _column: int = -1
    _in_cell: bool = False
    _type: str = "n"
    _style: str | None = None
    _value: str | None = None
    _inline: list[str] | None = None
    _formula: str | None = None
    _said: dict[str, str] = field(default_factory=dict)
    """Formulas that several cells share, by the number under which they do."""
    _sharing: str | None = None
    _aloud: bool = False
    _collects: bool = False
    _pieces: list[str] = field(default_factory=list)
    _columns: dict[str, int] = field(default_factory=dict)

    def read(self, part: bytes, name: str) -> None:
        """Read the XML of the sheet; raises Refused where it is unsound or too large."""
        walk(part, self.rows.source, name, self._start, self._end, self._text)

    def _start(self, element: str, given: Attributes) -> None:
        if self._prefix is None:
            self._prefix = element.rpartition(":")[0]
        if self._prefix:
            element = element.removeprefix(f"{self._prefix}:")
        if element == "c":
            self._start_cell(given)
        elif element in _TEXT_ELEMENTS:
            if self._in_cell and not self._aloud:
                self._collects = True
                self._pieces.clear()
                if element == "f":
                    self._sharing = given.get("si") if given.get("t") == "shared" else None
        elif element == "row":
            self._row = natural(given.get("r"), self._row + 2) - 1
            self._column = -1
            if given.get("hidden") in _TRUTH and _TRUTH[given["hidden"]] == "TRUE":
                self.hidden_rows.add(self._row)
        elif element == "rPh":
            self._aloud = True
        elif element == "mergeCell":
            self._merge(given.get("ref", ""))
        elif element == "col" and _TRUTH.get(given.get("hidden", "")) == "TRUE":
            self.hidden_columns.append((natural(given.get("min"), 1) - 1, natural(given.get("max"), 1) - 1))

    def _start_cell(self, given: Attributes) -> None:
        name = given.get("r")
        if name is None:
            self._column += 1
        else:
            letters = name.rstrip("0123456789")
            column = self._columns.get(letters)
            if column is None:
                at = cell_of(f"{letters}1")
                column = self._columns[letters] = (
                    self._column + 1 if at is None else column_of(letters.replace("$", ""))
                )
            self._column = column
        self._in_cell = True
        self._type = given.get("t", "n")
        self._style = given.get("s")
        if self.fills and self._style and natural(self._style) in self.fills:
            self.coloured.append((self._row, self._column))
        self._value = self._inline = self._formula = None

    def _text(self, piece: str) -> None:
        if self._collects:
            self._pieces.append(piece)

    def _end(self, element: str) -> None:
        if self._prefix:
            element = element.removeprefix(f"{self._prefix}:")
        if element == "c":
            if self._value is not None or self._inline is not None or self._formula is not None:
                self._keep()
            self._in_cell = False
        elif self._collects and element in _TEXT_ELEMENTS:
            text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
            if element == "v":
                self._value = text
            elif element == "t":
                self._inline = self._inline or []
                self._inline.append(text)
            else:
                self._formula = self._shared_formula(text)
            self._collects = False
        elif element == "rPh":
            self._aloud = False

    def _keep(self) -> None:
        at = (self._row, self._column)
        text = self._shown(at)
        if text:
            self.rows.put(*at, text)
        # A formula that gave "" saved it as a text; one without any saved value is told by its empty cell.
        if self._formula is not None and (text or self._type != "str" or self._value is None):
            self.formulas[at] = self._formula
            if not text:
                self.rows.reach(*at)

    def _shown(self, at: Cell) -> str:
        value = self._value
        if self._type == "inlineStr":
            return self._cleaned(at, "".join(self._inline or ()))
        if value is None or (value == "" and self._type != "str"):
            return ""
        if self._type == "s":
            return self._shared_text(at, value)
        if self._type == "n":
            return self._number(at, value.strip())
        return self._other(at, value)

    def _number(self, at: Cell, value: str) -> str:
        format_ = self.formats.get(natural(self._style)) if self._style else None
        if format_ is None:
            return number_text(value)
        text, is_date = format_.show(value, from_1904=self.from_1904)
        if is_date:
            self.dates.add(at)
        return text

    def _other(self, at: Cell, value: str) -> str:
        if self._type == "b":
            return _TRUTH.get(value.strip(), value)
        if self._type == "d":
            return self._iso(at, value.strip())
        if self._type == "e":
            self.errors[at] = value
            return value
        return self._cleaned(at, value)

    def _shared_text(self, at: Cell, value: str) -> str:
        number = natural(value.strip(), -1)
        if not 0 <= number < len(self.shared.texts):
            self.errors[at] = "#REF!"  # the workbook is damaged: the text that the cell refers to is not there
            return "#REF!"
        if number in self.shared.cleaned:
            self.cleaned.append(at)
        return self._around(self.shared.texts[number])

    def _cleaned(self, at: Cell, text: str) -> str:
        text, changed = clean(text)
        if changed:
            self.cleaned.append(at)
        return self._around(text)

    def _around(self, text: str) -> str:
        """Return a text with what its format shows before and after it, as `@" mL"` does."""
        format_ = self.formats.get(natural(self._style)) if self._style else None
        return f"{format_.text[0]}{text}{format_.text[1]}" if format_ is not None and text else text

    def _iso(self, at: Cell, value: str) -> str:
        try:
            text = date_text(datetime.fromisoformat(value))
        except ValueError:
            return value
        self.dates.add(at)
        return text

    def _shared_formula(self, text: str) -> str:
        """Return a formula with its equals sign; a cell that shares one names only the number under which it does."""
        if self._sharing is not None:
            text = self._said.setdefault(self._sharing, text)
        return f"={text}"

    def _merge(self, name: str) -> None:
        first, _, last = name.partition(":")
        one, other = cell_of(first), cell_of(last or first)
        if one is not None and other is not None:
            (top, left), (bottom, right) = one, other
            self.merged.append(Block(min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
