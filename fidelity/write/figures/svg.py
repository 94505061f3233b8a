"""A scene as SVG: one element that a page can hold as it is, and that is a file of its own too."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from fidelity.write.figures.scene import Hatch, Points, Scene, Shape

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, however it is written."""


def svg(scene: Scene) -> str:
    """Return a scene as an `<svg>` element with role, title and description; it asks for nothing from elsewhere.

    The ids within it follow from what it shows, so that several can stand in one page; the same scene gives the same
    text.
    """
    key = "figure-" + hashlib.sha256(repr(scene).encode("utf-8", "replace")).hexdigest()[:12]
    text = _environment().get_template("scene.svg.j2").render(scene=scene, key=key)
    return _NOT_XML.sub("\ufffd", text)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("fidelity.write.figures"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"number": _number, "points": _points, "lines": _lines, "kind": _kind}
    return environment


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _points(points: Points) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _lines(hatch: Hatch) -> str:
    return "".join("M" + _points((start,)) + "L" + _points((end,)) for start, end in hatch.lines)


def _kind(shape: Shape) -> str:
    return type(shape).__name__
