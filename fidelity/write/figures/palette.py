"""The colours of the figures: they darken with the concern, so that a grey print says the same."""

from __future__ import annotations

from typing import Final

WHITE: Final = "#ffffff"
INK: Final = "#1a1a1a"
SOFT: Final = "#4d4d4d"
"""For words that matter less; still 8 to 1 on white."""
FRAME: Final = "#595959"
"""Around every coloured mark: a pale fill alone would not stand out from the paper."""
RULE: Final = "#8c8c8c"
HAIR: Final = "#d0d0d0"

CONCERN_FILL: Final = {"none": "#d7f0ea", "minor": "#f7d154", "major": "#dd7a2a", "critical": "#6a0f37"}
CONCERN_SIGN: Final = {"none": INK, "minor": INK, "major": INK, "critical": WHITE}

GRADE_FILL: Final = {"full": "#dbe9f6", "adequate": "#9cc3e4", "limited": "#4a8cc0", "poor": "#123a63"}
GRADE_SIGN: Final = {"full": INK, "adequate": INK, "limited": INK, "poor": WHITE}

ACCENT: Final = "#123a63"
POSSIBLE: Final = "#9cc3e4"
"""Grades that are possible and not certain; ACCENT marks the one that is certain."""
HATCH: Final = "#8c8c8c"
