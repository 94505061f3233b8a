"""Markdown pages from templates, so that they read well as plain text, too."""

from __future__ import annotations

import re
import textwrap
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

WIDTH: Final = 110
"""Signs in a line of prose."""
_MARKS: Final = re.compile(r"[|\\`*<\[]|(?<!\w)_|_(?!\w)")
"""What means something to Markdown; an underscore within a word does not."""


def page(template: str, **values: Any) -> bytes:
    """Return the page that a template of this package makes of some values; the same values give the same bytes."""
    environment = Environment(
        loader=PackageLoader("fidelity.write"),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"cell": cell, "counted": counted, "prose": prose, "item": item, "numbered": numbered}
    text = environment.get_template(template).render(**values)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def cell(text: object) -> str:
    """Return a text that stands in a cell of a table whatever signs it holds."""
    return _MARKS.sub(r"\\\g<0>", " ".join(str(text).split()))


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun: "1 study", "3 studies"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def prose(text: str) -> str:
    """Return a paragraph in lines."""
    return "\n".join(_lines(text, ""))


def item(text: str) -> str:
    """Return an item of a list in lines, the further ones below its first word."""
    return "\n".join(_lines(text, "  ", "- "))


def numbered(text: str, number: int) -> str:
    """Return a step of a numbered list in lines, the further ones below its first word."""
    first = f"{number}. "
    return "\n".join(_lines(text, " " * len(first), first))


def _lines(text: str, later: str, first: str = "") -> list[str]:
    joined = " ".join(text.split())
    return textwrap.wrap(
        joined, WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )
