"""Bytes as text: UTF-8, UTF-16 and UTF-32, and the code pages that spreadsheets save delimited text in."""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from fidelity.errors import Place, Problem
from fidelity.read.grids.limits import refused

_MARKS: Final = (
    # The mark of UTF-32 begins with that of UTF-16, and goes first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 4096
_GUESSED: Final = 256 * 1024
"""How many bytes are looked at to guess a code page: those around what is not ASCII."""
_USUAL: Final = frozenset("°±µ×÷–—‘’“”„…•·≥≤≈ΔΩμéèêëáàâäãåæçíìîïñóòôöõøßúùûüýÿÉÈÁÀÂÄÅÆÇÍÑÓÖÕØÚÜ€£§©®™²³½¼¾ºªŠšŽžœŒ\xa0")
"""Signs beyond ASCII that the tables of reviewers hold."""
_SINGLE_BYTE: Final = ("cp1252", "mac_roman")
_NAMES: Final = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "latin_1": "ISO 8859-1"}
_REMEDY: Final = "save the file as CSV UTF-8"
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROL_BYTES: Final = bytes({*range(256)} - {*range(9), 11, 12, *range(14, 32), 127})


def text_of(content: bytes, source: str) -> tuple[str, bytes, list[Problem]]:
    """Return the text of delimited text, the same as UTF-8, and notes; raises Refused where it is no text.

    Text that says by a mark or by its bytes that it is Unicode is read as that. Everything else is a guess, and a note
    names it; what no code page fits is refused. Control characters are taken out, with a note; every line end is LF.
    """
    text, utf_8, notes = _decoded(content, source)
    if utf_8.translate(None, _CONTROL_BYTES):
        text, notes = _without_control(text, source, notes)
        utf_8 = text.encode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        utf_8 = text.encode()
    return text, utf_8, notes


def _decoded(content: bytes, source: str) -> tuple[str, bytes, list[Problem]]:
    encoding, start = _marked(content)
    notes: list[Problem] = []
    if encoding is None:
        try:
            return content.decode(), content, []
        except UnicodeDecodeError:
            encoding, notes = _code_page(content, source)
    body = content[start:] if start else content
    try:
        text = body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise _no_text(source, f"it begins as {encoding.upper()}, and is none further on") from None
    if encoding == "utf-8":
        return text, body, notes
    utf_8 = text.encode("utf-8", "replace")  # some decoders give halves of characters, which no text holds
    return utf_8.decode(), utf_8, notes


def _marked(content: bytes) -> tuple[str | None, int]:
    """Return the encoding that a text shows by its mark or its zero bytes, and where the text begins."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, len(mark)
    return _by_nulls(content[:_SAMPLE]), 0


def _by_nulls(sample: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark by where the zero bytes of letters, digits and commas stand."""
    if b"\0" not in sample or len(sample) < 4:
        return None
    zeros = [sample[at::4].count(0) / max(1, len(sample[at::4])) for at in range(4)]
    high = [share > 0.7 for share in zeros]
    low = [share < 0.2 for share in zeros]
    if low[0] and all(high[1:]):
        return "utf-32-le"
    if low[3] and all(high[:3]):
        return "utf-32-be"
    if low[0] and low[2] and high[1] and high[3]:
        return "utf-16-le"
    if low[1] and low[3] and high[0] and high[2]:
        return "utf-16-be"
    return None


def _code_page(content: bytes, source: str) -> tuple[str, list[Problem]]:
    sample = _telling(content)
    fitting = [page for page in _SINGLE_BYTE if _fits(sample, page)]
    if len(fitting) == 1:
        page = fitting[0]
    else:
        best = from_bytes(sample).best()
        if best is None or _share_of_control(content, best.encoding) > 0.01:
            raise _no_text(source, "no encoding of text fits its bytes")
        page = fitting[0] if fitting else best.encoding
    if _share_of_control(content, page) > 0.01:
        raise _no_text(source, "it is full of control characters")
    name = _NAMES.get(page, page)
    line, shown = _first_line(sample, page)
    what = (
        f"the file is not UTF-8: it was read as {name}, which is a guess (it makes the first line concerned {shown!r})"
    )
    place = Place(source, line if len(content) <= _GUESSED else None)
    return page, [Problem("encoding", place, source, what, f"if that is wrong, {_REMEDY}")]


def _telling(content: bytes) -> bytes:
    """Return the bytes that tell a code page: of a large file the lines that are not ASCII, and a few more."""
    if len(content) <= _GUESSED:
        return content
    lines = [line for line in content.split(b"\n") if not line.isascii()]
    return b"\n".join([content[:_SAMPLE], *lines])[:_GUESSED]


def _fits(sample: bytes, page: str) -> bool:
    try:
        text = sample.decode(page)
    except UnicodeDecodeError:
        return False
    beyond = {sign for sign in text if sign > "\x7f"}
    return beyond <= _USUAL


def _share_of_control(content: bytes, page: str) -> float:
    try:
        text = content[:_GUESSED].decode(page, "ignore")
    except LookupError:
        return 1.0
    return len(_CONTROL.findall(text)) / max(1, len(text))


def _first_line(sample: bytes, page: str) -> tuple[int, str]:
    """Return the first line that is not ASCII, by its number counted from 1 and its text, cut to the words around."""
    for number, line in enumerate(sample.decode(page, "replace").splitlines(), start=1):
        if not line.isascii():
            at = next(at for at, sign in enumerate(line) if sign > "\x7f")
            return number, line[max(0, at - 20) : at + 20].strip()
    return 1, ""


def _without_control(text: str, source: str, notes: list[Problem]) -> tuple[str, list[Problem]]:
    found = _CONTROL.search(text)
    cleaned = _CONTROL.sub("", text)
    number = len(text) - len(cleaned)
    if found is None:
        return text, notes
    if number > 0.3 * len(text):
        raise _no_text(source, "it is full of control characters")
    line = text.count("\n", 0, found.start()) + 1
    what = f"{number} control characters, which nobody sees, were taken out (the first is U+{ord(found.group()):04X})"
    place = Place(source, line)
    note = Problem("control-characters", place, "text", what, "look whether the text is still what you wrote")
    return cleaned, [*notes, note]


def _no_text(source: str, why: str) -> Exception:
    what = f"the file is neither a workbook nor text: {why}"
    return refused(
        "not-text", source, None, what, "open it in the program that made it, and save the table as CSV UTF-8"
    )
