"""How large the sheets of an old workbook are, before a reader makes room for them: a walk over its records."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_SECTOR_SHIFTS: Final = frozenset({9, 12})
_END: Final = 0xFFFFFFFA
"""Sector numbers from here on are signs: the end of a chain, a free sector."""
_BEGIN, _DIMENSIONS, _SHARED = 0x809, 0x200, 0xFC
_CELLS: Final = frozenset({0x03, 0x04, 0x05, 0x06, 0x201, 0x203, 0x204, 0x205, 0x27E, 0xFD, 0xBD, 0xBE, 0xD6, 0x406})
_NAMES: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def areas(content: bytes) -> list[tuple[int, int]]:
    """Return rows and columns of each sheet, from A1 to its last cell or to what it says of itself.

    ValueError where the file does not fit together.
    """
    try:
        found = [(0, 0)]
        for kind, body in _records(_stream(content)):
            rows, columns = found[-1]
            if kind == _BEGIN:
                found.append((0, 0))
            elif kind in _CELLS and len(body) >= 4:
                row, column = struct.unpack_from("<HH", body)
                found[-1] = max(rows, row + 1), max(columns, column + 1)
            elif kind == _DIMENSIONS and len(body) >= 14:
                _, end, _, last = struct.unpack_from("<IIHH", body)
                found[-1] = max(rows, end), max(columns, last)
            elif kind == _SHARED and len(body) >= 8 and struct.unpack_from("<I", body, 4)[0] > len(content):
                raise ValueError("it says that it holds more texts than it has bytes")
    except (struct.error, IndexError) as error:
        raise ValueError(str(error)) from None
    return found


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _stream(content: bytes) -> bytes:
    """Return the stream of a compound file in which the workbook stands."""
    shift = struct.unpack_from("<H", content, 30)[0]
    if shift not in _SECTOR_SHIFTS:
        raise ValueError("its sectors are of no known size")
    size = 1 << shift
    folder, _, cutoff, mini, _, more, _ = struct.unpack_from("<IIIIIII", content, 48)
    table_sectors = list(struct.unpack_from("<109I", content, 76))
    seen: set[int] = set()
    while more < _END and more not in seen:
        seen.add(more)
        *sectors, more = struct.unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        table_sectors += sectors
    table: list[int] = []
    for sector in table_sectors:
        if sector < _END:
            table += struct.unpack_from(f"<{size // 4}I", content, (sector + 1) * size)
    entries = _joined(content, folder, table, size, size)
    root = entries[:128]
    for at in range(0, len(entries) - 127, 128):
        entry = entries[at : at + 128]
        length = struct.unpack_from("<H", entry, 64)[0]
        if entry[: max(0, length - 2)] in _NAMES:
            start, amount = struct.unpack_from("<II", entry, 116)
            if amount >= cutoff:
                return _joined(content, start, table, size, size)[:amount]
            small = _joined(content, struct.unpack_from("<I", root, 116)[0], table, size, size)
            tables = _joined(content, mini, table, size, size)
            return _joined(small, start, list(struct.unpack(f"<{len(tables) // 4}I", tables)), 64, 0)[:amount]
    raise ValueError("it has no stream named Workbook")


def _joined(content: bytes, sector: int, table: list[int], size: int, head: int) -> bytes:
    """Return the sectors of a chain, one behind the other; a chain that goes in a circle is no chain."""
    pieces: list[bytes] = []
    while sector < _END:
        if len(pieces) > len(table):
            raise ValueError("its sectors go round in a circle")
        pieces.append(content[head + sector * size : head + (sector + 1) * size])
        sector = table[sector]
    return b"".join(pieces)
