"""A scene as PNG or PDF: the same shapes, drawn by matplotlib."""

from __future__ import annotations

import io
import threading
from typing import TYPE_CHECKING, Any, Final, Literal

from fidelity.errors import UsageError
from fidelity.write.figures.scene import Anchor, Circle, Hatch, Line, Polygon, Rect, Scene, Shape, Text

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import Patch
    from matplotlib.transforms import Transform

Kind = Literal["png", "pdf"]

DOTS: Final = 300
"""Dots per inch of a PNG: what journals ask of line art with colour."""

_NO_GLYPH: Final = "\N{WHITE SQUARE}"
_ALIGNED: Final[dict[Anchor, Literal["left", "center", "right"]]] = {
    "start": "left",
    "middle": "center",
    "end": "right",
}
_ONE_AT_A_TIME: Final = threading.Lock()
"""matplotlib's settings belong to the process: they are set while a figure is drawn, and put back."""


def image(scene: Scene, kind: Kind) -> bytes:
    """Return a scene as PNG or as PDF with its fonts embedded; the same scene gives the same bytes.

    Raises UsageError, naming what to install, where matplotlib is missing.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D
    except ImportError:
        what = f"a figure as {kind.upper()} needs matplotlib: pip install 'fidelity[plot]' (SVG needs nothing)"
        raise UsageError(what) from None
    with _ONE_AT_A_TIME, mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams["pdf.fonttype"] = 42
        figure = Figure(figsize=(scene.width / 72, scene.height / 72), facecolor=scene.background)
        turned = Affine2D().scale(1 / 72, -1 / 72).translate(0, scene.height / 72) + figure.dpi_scale_trans
        for order, shape in enumerate(scene.shapes):
            figure.add_artist(_artist(shape, order, turned))
        stream = io.BytesIO()
        figure.savefig(stream, format=kind, dpi=DOTS, metadata=_metadata(scene, kind))
    return stream.getvalue()


def _metadata(scene: Scene, kind: Kind) -> dict[str, Any]:
    """Return title and description, and nothing that says when or by which version it was drawn."""
    if kind == "png":
        return {"Software": None, "Title": scene.title, "Description": scene.description}
    return {"Title": scene.title, "Subject": scene.description, "Creator": None, "Producer": None, "CreationDate": None}


def _artist(shape: Shape, order: int, turned: Transform) -> Artist:
    """Return what draws a shape; `turned` leads from points, y downwards, to dots, y upwards."""
    from matplotlib.collections import LineCollection
    from matplotlib.lines import Line2D
    from matplotlib.text import Text as Words

    match shape:
        case Text():
            return Words(
                shape.x,
                shape.y,
                _drawable(shape.words, bold=shape.bold),
                color=shape.fill,
                horizontalalignment=_ALIGNED[shape.anchor],
                verticalalignment="baseline",
                fontproperties=_font(shape.size, bold=shape.bold),
                parse_math=False,
                transform=turned,
                zorder=order,
            )
        case Line():
            line = Line2D(
                *zip(*shape.points, strict=True),
                color=shape.stroke,
                linewidth=shape.thickness,
                solid_capstyle="butt",
                transform=turned,
                zorder=order,
            )
            if shape.dashed:
                line.set_dashes((2 / shape.thickness, 2 / shape.thickness))
            return line
        case Hatch():
            lines = list(shape.lines)
            width = shape.thickness
            return LineCollection(lines, colors=shape.stroke, linewidths=width, transform=turned, zorder=order)
    patch = _patch(shape)
    patch.set(facecolor=shape.fill, edgecolor=shape.stroke, linewidth=shape.thickness, zorder=order)
    patch.set_transform(turned)
    return patch


def _patch(shape: Rect | Circle | Polygon) -> Patch:
    from matplotlib import patches

    match shape:
        case Circle():
            return patches.Circle((shape.x, shape.y), shape.radius)
        case Polygon():
            return patches.Polygon(shape.points, closed=True)
    if not shape.radius:
        return patches.Rectangle((shape.x, shape.y), shape.width, shape.height)
    rounded = patches.BoxStyle.Round(pad=0, rounding_size=shape.radius)
    return patches.FancyBboxPatch((shape.x, shape.y), shape.width, shape.height, boxstyle=rounded)


def _font(size: float, *, bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=size)


def _drawable(words: str, *, bold: bool) -> str:
    """Return words with a square for each sign that the font lacks, as a reader would see it anyway."""
    from matplotlib.font_manager import findfont, get_font

    known = get_font(findfont(_font(1, bold=bold))).get_charmap()
    return "".join(sign if ord(sign) in known else _NO_GLYPH for sign in words)
