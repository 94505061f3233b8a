"""How much of a file is read: what is larger is refused, by name of the limit, before it fills the memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fidelity.errors import FidelityError, Place, Problem

_MB: Final = 1024 * 1024


class Refused(FidelityError):
    """Raised inside the readers of grids where a file or a sheet cannot be read: `read_book` gives its problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read of one file; bytes, and numbers of things.

    The figures are far above what a review holds, and low enough that a file made to harm stays under 1 GB of memory.
    """

    file_bytes: int = 256 * _MB
    unpacked_bytes: int = 256 * _MB
    """All parts of a zipped workbook that are read, together."""
    ratio: int = 300
    """Unpacked to packed bytes; asked once more than `ratio_from` bytes are unpacked."""
    ratio_from: int = 16 * _MB
    parts: int = 10_000
    sheets: int = 500
    rows: int = 1_048_576
    columns: int = 16_384
    cells: int = 10_000_000
    """Rows times columns of a sheet, up to the last row and column that hold something; and of all sheets together."""
    characters: int = 256 * _MB
    """In all cells of a sheet together, a text counted as often as it stands there."""

    def file(self, content: bytes, source: str) -> None:
        """Refuse a file that is too large."""
        if len(content) > self.file_bytes:
            what = f"the file has {_megabytes(len(content))}, and at most {_megabytes(self.file_bytes)} are read"
            raise refused("too-large", source, None, what, "split it into several files")

    def packing(self, source: str, unpacked: int, packed: int) -> None:
        """Refuse a zipped workbook of which too much was unpacked, or is said to be there."""
        remedy = "save the sheet that holds the data as a workbook of its own, or as CSV"
        if unpacked > self.unpacked_bytes:
            what = f"the workbook unpacks to {_megabytes(unpacked)} or more, and at most "
            raise refused("too-large", source, None, f"{what}{_megabytes(self.unpacked_bytes)} are read", remedy)
        if unpacked > self.ratio_from and unpacked > self.ratio * packed:
            what = f"a part of the workbook unpacks to more than {self.ratio} times its size, as a zip bomb does"
            raise refused("zip-bomb", source, None, what, f"do not open it; if you trust it, {remedy}")

    def area(self, source: str, sheet: str | None, rows: int, columns: int) -> None:
        """Refuse a sheet with too many rows, columns or cells; blank ones between filled ones count."""
        self.number(source, sheet, "rows", rows, self.rows)
        self.number(source, sheet, "columns", columns, self.columns)
        self.number(source, sheet, "cells", rows * columns, self.cells)

    def number(self, source: str, sheet: str | None, noun: str, found: int, most: int) -> None:
        """Refuse a sheet that has more of something than one of the limits."""
        if found > most:
            what = f"the sheet has {found:,} {noun} or more, blank ones between filled ones counted, and at most "
            remedy = "delete what stands far away from the table, or split the table"
            raise refused(f"too-many-{noun}", source, sheet, f"{what}{most:,} are read", remedy)

    def text(self, source: str, sheet: str | None, characters: int) -> None:
        """Refuse a sheet whose cells hold too much text."""
        if characters > self.characters:
            what = f"the cells of the sheet hold more than {self.characters:,} characters"
            raise refused("too-large", source, sheet, what, "split the table into several files")


def refused(code: str, source: str, sheet: str | None, what: str, remedy: str) -> Refused:
    """Return the exception that says why a file, or a sheet of it, is not read."""
    return Refused(Problem(code, Place(source, sheet=sheet), sheet or source, what, remedy))


def _megabytes(size: int) -> str:
    return f"{-(-size // _MB):,} MB" if size >= _MB else f"{size:,} bytes"
