"""The parts of a zipped workbook, unpacked within limits: what the zip says of its own size is not believed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from fidelity.read.grids.limits import Limits, Refused, refused

_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_PASSWORD_BIT: Final = 0x1
_CHUNK: Final = 1024 * 1024
_BROKEN: Final = (
    # What zipfile and zlib raise on archives that are cut off or changed (found by fuzzing; not all is documented).
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
)
_NOT_CELLS: Final = ("xl/pivotCache/", "xl/drawings/", "xl/charts/", "xl/theme/", "customXml/", "xl/externalLinks/")
"""Folders whose parts hold no cells: never unpacked."""


@dataclass(frozen=True, slots=True)
class Package:
    """A zipped document: the names of all its parts, and its XML parts unpacked."""

    source: str
    names: tuple[str, ...]
    parts: Mapping[str, bytes]

    def holds(self, start: str) -> bool:
        """Whether the name of a part begins so."""
        return any(name.startswith(start) for name in self.names)


def open_package(content: bytes, source: str, limits: Limits) -> Package:
    """Return the parts of a zipped document; raises Refused where it is broken, too large or has a password."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = {entry.filename.replace("\\", "/"): entry for entry in archive.infolist()}
            if len(entries) > limits.parts:
                what = f"the workbook consists of {len(entries):,} parts, and at most {limits.parts:,} are read"
                raise refused("too-many-parts", source, None, what, "save it anew from a spreadsheet program")
            wanted = {name: entry for name, entry in entries.items() if _wanted(name)}
            limits.packing(source, sum(entry.file_size for entry in wanted.values()), len(content))
            parts: dict[str, bytes] = {}
            unpacked = 0
            for name, entry in wanted.items():
                parts[name] = _unpacked(archive, entry, source, limits, unpacked, len(content))
                unpacked += len(parts[name])
    except _BROKEN as error:
        raise _damaged(source, error) from None
    return Package(source, tuple(entries), parts)


def _wanted(name: str) -> bool:
    return name.endswith((".xml", ".rels", "mimetype")) and not name.startswith(_NOT_CELLS)


def _unpacked(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str, limits: Limits, before: int, packed: int
) -> bytes:
    """Inflate a part piece by piece, so that one which is larger than its entry says is noticed while it grows."""
    if entry.flag_bits & _PASSWORD_BIT:
        raise password(source)
    if entry.compress_type not in (_STORED, _DEFLATED):
        what = f"the part {entry.filename} is packed in a way that workbooks do not use"
        raise refused("unreadable", source, None, what, "save it anew from a spreadsheet program")
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            limits.packing(source, before + size, packed)
            limits.packing(source, size, entry.compress_size)
            pieces.append(piece)
    return b"".join(pieces)


def password(source: str) -> Refused:
    """Return the exception for a file that only opens with a password."""
    what = "the file is protected by a password"
    return refused("password", source, None, what, "open it, take the password off, and save it")


def _damaged(source: str, error: Exception) -> Refused:
    what = f"the file is damaged or was not copied to its end ({str(error).splitlines()[0] if str(error) else 'zip'})"
    return refused("unreadable", source, None, what, "copy it anew, or open it in a spreadsheet program and save it")
