"""Figures: traffic lights, their summary, grades by comparison, and what the unknowns hide.

A figure is one or several scenes (`Scene`: plain shapes in points); `svg` and `image` turn a scene into a file.
"""

from fidelity.write.figures.comparisons import by_comparison
from fidelity.write.figures.image import image
from fidelity.write.figures.scene import Circle, Hatch, Line, Polygon, Rect, Scene, Text
from fidelity.write.figures.summary import summary
from fidelity.write.figures.svg import svg
from fidelity.write.figures.traffic import traffic_lights
from fidelity.write.figures.unknowns import unknowns

__all__ = [
    "Circle",
    "Hatch",
    "Line",
    "Polygon",
    "Rect",
    "Scene",
    "Text",
    "by_comparison",
    "image",
    "summary",
    "svg",
    "traffic_lights",
    "unknowns",
]
