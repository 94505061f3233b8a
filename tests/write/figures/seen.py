"""What a reader sees of a scene, measured on its own: words with the real font, colours as WCAG has them."""

from __future__ import annotations

from functools import cache
from typing import Any

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from fidelity.write.figures import Circle, Polygon, Rect, Scene, Text

Box = tuple[float, float, float, float]


@cache
def _font(bold: bool) -> Any:
    return get_font(findfont(FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")))


@cache
def real_width(words: str, size: float, bold: bool) -> float:
    """Return how wide words are when they are set in DejaVu Sans."""
    font = _font(bold)
    font.set_size(100, 72)
    font.set_text(words, 0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 * size / 100


def box_of(text: Text) -> Box:
    """Return left, top, right and bottom of a text, from the height of its capitals to its baseline."""
    width = real_width(text.words, text.size, text.bold)
    left = text.x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - 0.73 * text.size, left + width, text.y


def texts(scene: Scene) -> list[Text]:
    return [shape for shape in scene.shapes if isinstance(shape, Text) and shape.words]


def overlaps(scene: Scene) -> list[tuple[str, str]]:
    """Return the pairs of texts of a scene that run into each other."""
    boxes = sorted((box_of(text), text.words) for text in texts(scene))
    found = []
    for place, (first, one) in enumerate(boxes):
        for second, other in boxes[place + 1 :]:
            if second[0] >= first[2]:
                break
            if min(first[3], second[3]) - max(first[1], second[1]) > 0:
                found.append((one, other))
    return found


def outside(scene: Scene) -> list[str]:
    """Return the texts that the edge of the page cuts off."""
    found = []
    for text in texts(scene):
        left, top, right, bottom = box_of(text)
        if left < 0 or top < 0 or right > scene.width or bottom + 0.25 * text.size > scene.height:
            found.append(text.words)
    return found


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour such as #1a1a1a, as WCAG 2 defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def ground_under(scene: Scene, place: int, x: float, y: float) -> str:
    """Return the colour on which the shape at a place of a scene is drawn, at a point."""
    colour = scene.background
    for shape in scene.shapes[:place]:
        match shape:
            case Rect(fill=fill) if fill != "none":
                inside = shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
            case Circle(fill=fill) if fill != "none":
                inside = (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.radius**2
            case Polygon(points=points, fill=fill):
                across, down = zip(*points, strict=True)
                inside = min(across) <= x <= max(across) and min(down) <= y <= max(down)
            case _:
                continue
        if inside:
            colour = fill
    return colour
