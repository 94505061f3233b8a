"""The report as one HTML page that asks for nothing from elsewhere and can be read without a script."""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from fidelity.model.scheme import GRADES
from fidelity.write.figures.palette import ACCENT, CONCERN_FILL, CONCERN_SIGN, FRAME, POSSIBLE
from fidelity.write.figures.rows import counted
from fidelity.write.report.report import Report
from fidelity.write.report.views import SIGNS


def page_of(report: Report) -> bytes:
    """Return the report as HTML; the same report gives the same bytes."""
    environment = Environment(
        loader=PackageLoader("fidelity.write.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"css_text": _css_text, "counted": counted, "begun": _begun}
    text = environment.get_template("report.html.j2").render(
        report=report,
        grades=GRADES,
        signs=SIGNS,
        fills=CONCERN_FILL,
        inks=CONCERN_SIGN,
        frame=FRAME,
        certain=ACCENT,
        possible=POSSIBLE,
    )
    return re.sub(r"\s*\n\s*", "\n", text).encode()


def _css_text(text: str) -> Markup:
    """Return text as a string of a style sheet, in which HTML's entities mean nothing."""
    escaped = "".join(sign if sign.isalpha() and sign.isascii() else f"\\{ord(sign):06x}" for sign in text)
    return Markup('"{}"').format(escaped)


def _begun(text: str) -> str:
    """Return text that begins a line, whatever follows its first letter left as it is."""
    return text[:1].upper() + text[1:]
