"""The bytes of a file as text: UTF-8, of a size that can be read, without control characters."""

from __future__ import annotations

import re
from typing import Final

from fidelity.errors import Place, Problem

MOST_BYTES: Final = 64 * 1024 * 1024
"""A larger file is no list of studies that a person wrote; tables have no such limit."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_TEXT_BYTES: Final = bytes({*range(256)} - {*range(9), 11, 12, *range(14, 32), 127})
"""What may stand in a text: taking it all out is the fastest way to see that nothing else is there."""


def decode(content: bytes, source: str, most: int | None = MOST_BYTES) -> str | Problem:
    """Return the text of a file, or what keeps it from being one: size, encoding, control characters."""
    if most is not None and len(content) > most:
        what = f"the file is larger than {most // (1024 * 1024)} MB"
        return Problem("too-large", Place(source), source, what, "split it, or write a table")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("not-utf-8", Place(source, 1, 1), source, "the file is UTF-16", "save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        what = f"the byte 0x{content[error.start]:02X} is not UTF-8"
        return Problem("not-utf-8", _place_in(before, source), source, what, "save the file as UTF-8")
    found = _CONTROL.search(text) if stray(content) else None
    if found is not None:
        what = f"the character U+{ord(found.group()):04X} does not belong in a text"
        place = _place_in(text[: found.start()], source)
        return Problem("bad-character", place, source, what, "delete it, or save the file anew as plain text")
    return text


def stray(content: bytes) -> bool:
    """Whether something stands in the bytes of a text that belongs in none."""
    return bool(content.translate(None, _TEXT_BYTES))


def unfit(text: str) -> tuple[str, str, str] | None:
    """Return code, what and remedy where a text holds a character that belongs in none."""
    found = _CONTROL.search(text)
    if found is None:
        return None
    return (
        "bad-character",
        f"the character U+{ord(found.group()):04X} does not belong in a text",
        "delete it",
    )


def _place_in(before: str, source: str) -> Place:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(source, len(lines), len(lines[-1]) + 1)
