"""Every page of every figure: nothing overlaps or is cut off, and it can be read in print, in grey and aloud."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from write.figures.made import drawn, library, mastered, records, scored
from write.figures.seen import contrast, ground_under, luminance, outside, overlaps, real_width, texts

from fidelity.model.scheme import CONCERNS, GRADES
from fidelity.scoring.score import score
from fidelity.write.figures import Scene, Text, by_comparison, summary, traffic_lights
from fidelity.write.figures import marks as figure_marks
from fidelity.write.figures.measure import fitted, width, wrapped
from fidelity.write.figures.palette import CONCERN_FILL, CONCERN_SIGN, FRAME, GRADE_FILL

SIZES = (4, 120)
A4 = (595 - 2 * 36, 842 - 2 * 36)
"""Width and height of A4 upright within margins of half an inch, in points."""


@pytest.mark.parametrize("number", SIZES)
def test_no_words_run_into_others_and_none_is_cut_off(number: int) -> None:
    for scene in drawn(number):
        assert overlaps(scene) == [], scene.title
        assert outside(scene) == [], scene.title


@pytest.mark.parametrize("number", SIZES)
def test_every_page_fits_on_a4_upright(number: int) -> None:
    assert [scene.title for scene in drawn(number) if scene.width > A4[0] or scene.height > A4[1]] == []


def test_a_profile_that_says_more_of_its_grades_still_fits() -> None:
    medicare = score(records(40), profile="medicare", clock="then", library=library())
    for scene in (*traffic_lights(medicare), summary(medicare)):
        assert overlaps(scene) == outside(scene) == [], scene.title
        assert scene.height <= A4[1]
        assert "A grade of this profile means conformity with coverage rules." in scene.description


def test_words_that_overlap_would_be_noticed() -> None:
    close = Scene(100, 40, "t", "d", (Text(10, 20, "Guidance"), Text(30, 20, "Dose"), Text(80, 35, "beyond the edge")))
    assert overlaps(close) == [("Guidance", "Dose")]
    assert outside(close) == ["beyond the edge"]


@pytest.mark.parametrize("number", SIZES)
def test_all_words_stand_out_from_what_is_behind_them(number: int) -> None:
    """WCAG asks for 4.5 to 1 for text of this size."""
    for scene in drawn(number):
        for place, shape in enumerate(scene.shapes):
            if isinstance(shape, Text):
                assert shape.size >= 7, shape
                half = real_width(shape.words, shape.size, shape.bold) / 2
                middle = shape.x + {"start": half, "middle": 0, "end": -half}[shape.anchor]
                behind = ground_under(scene, place, middle, shape.y - 0.36 * shape.size)
                assert contrast(shape.fill, behind) >= 4.5, (scene.title, shape, behind)


def test_signs_and_outlines_stand_out() -> None:
    for word in CONCERNS:
        assert contrast(CONCERN_SIGN[word], CONCERN_FILL[word]) >= 3
    assert contrast(FRAME, "#ffffff") >= 3


def test_a_grey_print_shows_graver_concerns_and_lower_grades_darker() -> None:
    for fills in ([CONCERN_FILL[word] for word in CONCERNS], [GRADE_FILL[word] for word in reversed(GRADES)]):
        steps = [contrast(paler, darker) for paler, darker in pairwise(fills)]
        assert [luminance(fill) for fill in fills] == sorted((luminance(fill) for fill in fills), reverse=True)
        assert min(steps) >= 1.2


def test_without_colour_all_marks_differ() -> None:
    ends = [
        None,
        *((low, high) for low in CONCERNS for high in CONCERNS if CONCERNS.index(low) <= CONCERNS.index(high)),
    ]
    forms = set()
    for pair in ends:
        shapes = figure_marks.concern(0, 0, pair)
        forms.add(tuple(_without_colour(shape) for shape in shapes))
    assert len(forms) == len(ends) == 11
    words = {figure_marks.concern_word(pair) for pair in ends}
    assert len(words) == 11
    assert {"open", "not asked", "none", "none–major"} <= words


def _without_colour(shape: object) -> str:
    return repr(
        [(name, getattr(shape, name)) for name in ("x", "y", "points", "radius", "words") if hasattr(shape, name)]
    )


@pytest.mark.parametrize("number", SIZES)
def test_every_page_says_aloud_what_it_shows(number: int) -> None:
    titles = [(scene.title, scene.description) for scene in drawn(number)]
    assert all(title and description.endswith(".") for title, description in titles)
    for scene in drawn(number):
        assert "  " not in scene.description


@settings(max_examples=50)
@given(st.text(st.characters(codec="latin-1", min_codepoint=32, exclude_categories=["Cc"]), max_size=40), st.booleans())
def test_the_room_for_words_is_never_estimated_too_small(words: str, bold: bool) -> None:
    kerned = 1.03  # pairs such as AA stand a little apart, by less than the gaps between columns
    assert width(words, 7, bold=bold) * kerned + 0.3 >= real_width(words, 7, bold)


@settings(max_examples=50)
@given(st.text("abcde WM–.", min_size=1, max_size=60), st.floats(20, 200))
def test_what_is_shortened_fits_and_keeps_the_whole_name(words: str, room: float) -> None:
    short, full = fitted(words, room, 7)
    assert width(short, 7) <= room
    line = " ".join(words.split())
    assert (short, full) == (line, "") or (full == line and "…" in short)
    assert all(width(part, 7) <= room for part in wrapped(words, room, 7))


def test_long_names_are_shortened_in_the_middle_and_whole_on_demand() -> None:
    shortened = [text for text in texts(traffic_lights(scored(4))[0]) if text.full]
    assert any(text.words.startswith("The multicentre") and text.words.endswith(")") for text in shortened)
    assert all("…" in text.words for text in shortened)


def test_a_review_without_any_graded_procedure_still_gives_figures() -> None:
    empty = scored(4)
    nothing = type(empty)(empty.grades.clear(), (), empty.standard, ())
    pages = [*traffic_lights(nothing), summary(nothing), *by_comparison(mastered(0))]
    assert [scene.title for scene in pages] == [
        "Traffic lights: delivery",
        "Summary: concerns by domain, grades by axis",
        "Grades by comparison: delivery",
    ]
    assert all(overlaps(scene) == [] for scene in pages)
