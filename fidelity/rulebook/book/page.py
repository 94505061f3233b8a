"""The book as one HTML page that asks for nothing from elsewhere and can be read without a script."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from fidelity.rulebook.book.book import Book

_BLANK: Final = re.compile("<(.+?)>")
_STANDING_OUT: Final = Markup('<span class="blank">[{}]</span>')


def page_of(book: Book) -> bytes:
    """Return the book as HTML; the same book gives the same bytes."""
    environment = Environment(
        loader=PackageLoader("fidelity.rulebook.book"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"css_text": _css_text, "counted": _counted, "blanks": _blanks, "capitalize_first": _begun}
    text = environment.get_template("book.html.j2").render(book=book)
    return re.sub(r"\n\s*\n+", "\n", text).encode()


def _css_text(text: str) -> Markup:
    """Return text as a string of a style sheet, in which HTML's entities mean nothing."""
    escaped = "".join(sign if sign.isalpha() and sign.isascii() else f"\\{ord(sign):06x}" for sign in text)
    return Markup('"{}"').format(escaped)


def _blanks(text: str) -> Markup:
    """Return text in which the <blanks> that examples fill stand out."""
    parts = enumerate(_BLANK.split(text))
    return Markup().join(_STANDING_OUT.format(part) if number % 2 else part for number, part in parts)


def _begun(text: str) -> str:
    """Return text that begins a line, whatever follows its first letter left as it is."""
    return text[:1].upper() + text[1:]


def _counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun: "1 rule set", "3 rule sets"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
