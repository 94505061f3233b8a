"""The parts of an xlsx workbook beside its cells: which sheets there are, the texts they share, styles, comments."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fidelity.read.grids.formats import DATE_CODES, Format, format_of
from fidelity.read.grids.grid import Cell
from fidelity.read.grids.limits import refused
from fidelity.read.grids.markup import Attributes, walk
from fidelity.read.grids.package import Package

_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_SHOWN: Final = "visible"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of a workbook: its name, whether it is hidden, and the part that holds its cells (None: a chart)."""

    name: str
    hidden: bool
    part: str | None


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that the cells of a workbook share; `cleaned` are those that held control characters."""

    texts: tuple[str, ...] = ()
    cleaned: frozenset[int] = frozenset()


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part refers to inside the package: id -> kind, name of the part."""
    folder, _, name = part.rpartition("/")
    rels = package.parts.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, given: Attributes) -> None:
        if element.endswith("Relationship") and given.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", ""))).lstrip("/")
            found[given.get("Id", "")] = given.get("Type", "").rpartition("/")[2], target

    if rels is not None:
        walk(rels, package.source, f"{name}.rels", start)
    return found


def sheet_parts(package: Package, workbook: str) -> tuple[list[SheetPart], bool]:
    """Return the sheets of a workbook in their order, and whether it counts days from 1904."""
    targets = relations(package, workbook)
    sheets: list[SheetPart] = []
    from_1904 = False

    def start(element: str, given: Attributes) -> None:
        nonlocal from_1904
        local = element.rpartition(":")[2]
        if local == "workbookPr":
            from_1904 = given.get("date1904") in {"1", "true"}
        elif local == "sheet":
            ids = [value for key, value in given.items() if key.rpartition(":")[2] == "id"]
            kind, part = targets.get(ids[0], ("", "")) if ids else ("", "")
            name = given.get("name", f"Sheet{len(sheets) + 1}")
            here = part if kind == "worksheet" and part in package.parts else None
            sheets.append(SheetPart(name, given.get("state", _SHOWN) != _SHOWN, here))

    walk(package.parts[workbook], package.source, workbook, start)
    return sheets, from_1904


def shared_texts(package: Package, part: str | None) -> Texts:
    """Return the texts of the part that sheets refer to by number, the pieces of rich text joined."""
    if part is None or part not in package.parts:
        return Texts()
    texts: list[str] = []
    cleaned: set[int] = set()
    pieces: list[str] = []
    inside: list[str] = []

    def start(element: str, _: Attributes) -> None:
        inside.append(element.rpartition(":")[2])
        if inside[-1] == "si":
            pieces.clear()

    def end(_: str) -> None:
        if inside.pop() == "si":
            text, changed = clean("".join(pieces))
            if changed:
                cleaned.add(len(texts))
            texts.append(text)

    def text(piece: str) -> None:
        # rPh: how a Japanese text is read aloud.
        if inside[-1] == "t" and inside[-2:] != ["rPh", "t"]:
            pieces.append(piece)

    walk(package.parts[part], package.source, part, start, end, text)
    return Texts(tuple(texts), frozenset(cleaned))


def styles(package: Package, part: str | None) -> dict[int, Format]:
    """Return the styles of cells that show a number as more than that number: style -> format."""
    if part is None or part not in package.parts:
        return {}
    codes: dict[int, str] = dict(DATE_CODES)
    used: list[int] = []
    inside = False

    def start(element: str, given: Attributes) -> None:
        nonlocal inside
        local = element.rpartition(":")[2]
        if local == "numFmt":
            codes[natural(given.get("numFmtId"))] = given.get("formatCode", "General")
        elif local == "cellXfs":
            inside = True
        elif local == "xf" and inside:
            used.append(natural(given.get("numFmtId")))

    def end(element: str) -> None:
        nonlocal inside
        inside = inside and element.rpartition(":")[2] != "cellXfs"

    walk(package.parts[part], package.source, part, start, end)
    formats = {code: format_of(codes[code]) for code in {*used} & codes.keys()}
    return {at: formats[code] for at, code in enumerate(used) if code in formats and not formats[code].plain}


def comments(package: Package, part: str) -> dict[Cell, str]:
    """Return the comments on the cells of a sheet."""
    found: dict[Cell, str] = {}
    for kind, target in relations(package, part).values():
        if kind == "comments" and target in package.parts:
            _read_comments(package, target, found)
    return found


def _read_comments(package: Package, part: str, found: dict[Cell, str]) -> None:
    pieces: list[str] = []
    cell: Cell | None = None
    reading = False

    def start(element: str, given: Attributes) -> None:
        nonlocal cell, reading
        local = element.rpartition(":")[2]
        if local == "comment":
            cell = cell_of(given.get("ref", ""))
            pieces.clear()
        reading = local == "t"

    def end(element: str) -> None:
        nonlocal reading
        reading = False
        if element.rpartition(":")[2] == "comment" and cell is not None:
            found[cell] = clean("".join(pieces))[0].strip()

    def text(piece: str) -> None:
        if reading:
            pieces.append(piece)

    walk(package.parts[part], package.source, part, start, end, text)


def cell_of(name: str) -> Cell | None:
    """Return row and column of a name such as G17, counted from 0; None where it is none."""
    found = _CELL.fullmatch(name)
    return (int(found.group(2)) - 1, column_of(found.group(1))) if found else None


def column_of(letters: str) -> int:
    """Return the number of a column, counted from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def natural(text: str | None, otherwise: int = 0) -> int:
    """Return a number that an attribute holds, or another where it holds none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def clean(text: str) -> tuple[str, bool]:
    """Return a text of a workbook as it is read, and whether control characters were taken out of it.

    Workbooks write a character that XML does not allow as _x0007_, and a carriage return as _x000D_.
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
        # A character beyond U+FFFF is written as two such halves.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return text, False
    cleaned = _CONTROL.sub("", text)
    return cleaned, len(cleaned) != len(text)


def the_workbook(package: Package) -> str:
    """Return the part that lists the sheets; raises Refused where there is none."""
    for kind, target in relations(package, "").values():
        if kind == "officeDocument" and target in package.parts:
            return target
    if "xl/workbook.xml" in package.parts:
        return "xl/workbook.xml"
    raise refused("unreadable", package.source, None, "the workbook lists no sheets", "save it anew as .xlsx")


def named_part(package: Package, workbook: str, kind: str) -> str | None:
    """Return the part of a kind (`styles`, `sharedStrings`) that a workbook refers to."""
    parts: Mapping[str, tuple[str, str]] = relations(package, workbook)
    return next((target for found, target in parts.values() if found == kind), None)
