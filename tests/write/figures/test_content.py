"""What the figures show is what was scored: every study, every concern, every grade, every probability."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from itertools import combinations

import polars as pl
import pytest
from write.figures.made import expected, library, mastered, scored
from write.figures.seen import texts

from fidelity.model.scheme import CONCERNS, GRADES
from fidelity.model.study import Study
from fidelity.scoring.result import Batch
from fidelity.write.figures import Circle, Polygon, Rect, Scene, Text, by_comparison, summary, traffic_lights, unknowns
from fidelity.write.figures.track import Track

SIZES = (4, 40)


def _range(best: str | None, worst: str | None, whole: tuple[str, str], word: str) -> str:
    if best is None or best == "–":
        return "not asked"
    if (best, worst) == whole:
        return word
    return str(best) if best == worst else f"{best}–{worst}"


def _names(scenes: list[Scene], among: set[str]) -> list[str]:
    return [name for scene in scenes for text in texts(scene) if (name := text.full or text.words) in among]


@pytest.mark.parametrize("number", SIZES)
def test_every_graded_procedure_has_one_row_under_delivery_in_the_order_of_the_files(number: int) -> None:
    scores = scored(number)
    pages = [scene for scene in traffic_lights(scores) if "delivery" in scene.title]
    labels = {study.id: study.label for batch in scores.batches for study in _studies(batch)}
    several = Counter(labels.values())
    graded = scores.grades.filter(pl.col("status") == "graded")["study"].to_list()
    titles = [labels[name] if several[labels[name]] == 1 else f"{labels[name]} ({name})" for name in graded]
    assert len(titles) == number
    assert _names(pages, set(titles)) == titles
    assert len(pages) == math.ceil(number / 30)


def _studies(batch: Batch) -> list[Study]:
    return [batch.facts.origin.study(row) for row in batch.settled["row"]]


@pytest.mark.parametrize("number", SIZES)
def test_the_words_of_the_cells_are_the_concerns_and_grades_of_the_scores(number: int) -> None:
    scores = scored(number)
    pages = [scene for scene in traffic_lights(scores) if "delivery" in scene.title]
    domains = scores.standard.scheme.axes["delivery"]
    rows = scores.concerns.filter(pl.col("axis") == "delivery")
    graded = scores.grades.filter(pl.col("status") == "graded")
    whole = (CONCERNS[0], CONCERNS[-1])
    wanted = Counter(
        _range(best, worst, whole, "open") for best, worst in rows.select("concern_best", "concern_worst").iter_rows()
    )
    wanted["not asked"] += graded.height * len(domains) - rows.height
    wanted += Counter(
        _range(low, high, (GRADES[0], GRADES[-1]), "undetermined")
        for low, high in graded.select("grade_low", "grade_high").iter_rows()
    )
    shown = Counter(text.words for scene in pages for text in texts(scene) if text.words in wanted)
    assert shown == wanted


def test_a_page_of_another_axis_says_how_many_it_leaves_out_and_why() -> None:
    scores = scored(40)
    page = next(scene for scene in traffic_lights(scores) if scene.title.startswith("Traffic lights: selection"))
    asked = scores.grades.filter(pl.col("selection_low").is_not_null()).height
    without = scores.grades.filter((pl.col("status") == "graded") & (pl.col("selection") == "not_applicable")).height
    assert 0 < asked < 40
    assert page.description.startswith(f"{asked} graded procedures of {asked} studies.")
    assert f"Without a row: {without} (nothing is asked on this axis)." in page.description


def test_rows_per_page_is_a_limit_and_pages_are_even() -> None:
    pages = [scene for scene in traffic_lights(scored(40), rows_per_page=13) if "delivery" in scene.title]
    rows = [sum(text.words == "RF" or text.words.startswith(("thermal", "cooled")) for text in texts(s)) for s in pages]
    assert rows == [10, 10, 10, 10]
    assert [scene.title[-11:] for scene in pages] == [f"page {page} of 4" for page in (1, 2, 3, 4)]


def test_several_procedures_of_one_arm_and_several_arms_of_one_study_stand_under_its_name_once(
    parallel_and_perpendicular: dict[str, object],
) -> None:
    from fidelity.scoring.score import score

    scene = traffic_lights(score([parallel_and_perpendicular], library=library()))[0]
    assert Counter(_names([scene], {"Contrast", "Thick", "Thin", "Sham"})) == {"Contrast": 1, "Thick": 1, "Thin": 1}


@pytest.mark.parametrize("number", SIZES)
def test_the_bars_of_the_summary_are_as_long_as_their_shares(number: int) -> None:
    scores, scene = scored(number), summary(scored(number))
    grades = scores.grades.filter(pl.col("status") == "graded")
    certain = grades.filter((pl.col("grade_low") == pl.col("grade_high")) & (pl.col("grade_low") == "poor")).height
    whole = grades.filter((pl.col("grade_low") == "poor") & (pl.col("grade_high") == "full")).height
    baseline = next(text.y for text in texts(scene) if text.words == "Grade")
    bars = [s for s in scene.shapes if isinstance(s, Rect) and s.fill == "none" and s.y < baseline < s.y + s.height]
    total = sum(bar.width for bar in bars)
    assert [bar.x for bar in bars] == sorted(bar.x for bar in bars)
    said = next(text.words for text in texts(scene) if baseline < text.y < baseline + 25)
    assert f"{whole} undetermined" in said
    assert ("poor" in said.replace("poor–", "")) == bool(certain)
    shares = sorted(bar.width / total * number for bar in bars)
    assert all(math.isclose(share, round(share), abs_tol=1e-6) for share in shares)
    assert any(math.isclose(share, whole, abs_tol=1e-6) for share in shares)


def test_a_study_stands_in_each_of_its_comparisons_and_nowhere_else() -> None:
    master = mastered(40)
    names = dict(master.treatments.select("treat", "name").iter_rows())
    wanted: Counter[str] = Counter()
    for _, arms in master.arms.group_by("study"):
        pairs = combinations(sorted(arms["treat"], reverse=True), 2)
        wanted.update(f"{names[first]} against {names[second]}" for first, second in pairs)
    shown: Counter[str] = Counter()
    for scene in by_comparison(master):
        current = ""
        for text in texts(scene):
            name = text.full or text.words
            if name in wanted:
                current = name
            elif current and "(s" in name:
                shown[current] += 1
    assert shown == wanted


def test_comparisons_say_where_the_grade_does_not_vary() -> None:
    flat = by_comparison(mastered(40, varies=False))
    assert all("the grade does not vary" in scene.description for scene in flat)
    assert not any("the grade does not vary" in scene.description for scene in by_comparison(mastered(40)))


def test_a_study_without_a_grade_is_counted_and_not_drawn() -> None:
    master = mastered(4, treatments=3)
    without = master.studies.with_columns(fid=pl.when(pl.col("study") == "s3").then(None).otherwise("fid"))
    scene = by_comparison(replace(master, studies=without))[0]
    assert "1 more without a grade" in scene.description
    assert "3 studies in" in scene.description


def test_studies_that_are_left_out_are_counted() -> None:
    master = mastered(4)
    left = pl.DataFrame({"study": ["other", "other", "s1"]}).with_columns(
        **{name: pl.lit("") for name in ("arm", "treatment", "reason", "note")}
    )
    known = master.studies.with_columns(record=pl.col("study"))
    assert "1 study is left out." in by_comparison(replace(master, left_out=left, studies=known))[0].description


def test_the_scale_of_differences_reaches_below_nought() -> None:
    words = [text.words for text in texts(by_comparison(mastered(4, rule="difference"))[0])]
    assert {"−3", "0", "+3"} <= set(words)
    assert not {"poor", "full"} & set(words)


@pytest.mark.parametrize("number", SIZES)
def test_grades_stand_at_their_place_on_the_track(number: int) -> None:
    """A certain grade is a circle, an expected one a diamond, its bar the range, all on one linear scale."""
    master = mastered(number)
    for scene in by_comparison(master):
        ticks = {text.words: text.x for text in texts(scene) if text.words in GRADES}
        step = (ticks["full"] - ticks["poor"]) / 3
        values = {f"{fid:.2f}" for fid in master.studies["fid"]}
        legend = max(shape.y for shape in scene.shapes if isinstance(shape, Text) and shape.words.startswith("certain"))
        for shape in scene.shapes:
            match shape:
                case Polygon(points=points) if points[1][1] < legend - 8:
                    assert f"{(points[0][0] - ticks['poor']) / step:.2f}" in values
                case Circle(x=x, y=y) if y < legend - 8:
                    assert math.isclose((x - ticks["poor"]) / step % 1, 0, abs_tol=1e-9)


@pytest.mark.parametrize("number", SIZES)
def test_probabilities_are_areas_and_the_expected_grade_is_their_mean(number: int) -> None:
    found = expected(number).procedures
    pages = unknowns(scored(number), expected(number))[1:]
    drawn: list[tuple[float, float]] = []
    for scene in pages:
        poor, full = (next(t.x for t in texts(scene) if t.words == word) for word in ("poor", "full"))
        end = next(text.y for text in texts(scene) if text.words == "possible grades") - 8
        rows: dict[float, dict[int, float]] = {}
        for shape in scene.shapes:
            if isinstance(shape, Circle) and shape.y < end:
                rows.setdefault(shape.y, {})[round((shape.x - poor) / (full - poor) * 3)] = shape.radius**2
        for areas in rows.values():
            total = sum(areas.values())
            drawn.append((total, sum(grade * area for grade, area in areas.items()) / total))
    assert len(drawn) == found.height == number
    for (total, mean), wanted in zip(drawn, found["expected"], strict=True):
        assert math.isclose(total, drawn[0][0], rel_tol=0.02), "the areas of a row add up to that of certainty"
        assert math.isclose(mean, wanted, abs_tol=0.05)


@pytest.mark.parametrize("number", SIZES)
def test_the_overview_counts_grades_at_their_worst_as_expected_and_at_their_best(number: int) -> None:
    found = expected(number).procedures
    description = unknowns(scored(number), expected(number))[0].description
    ends = {"At its worst": "low", "At its best": "high"}
    for words, end in ends.items():
        said = description.split(f"{words}: ")[1].split(".")[0]
        for grade, word in enumerate(GRADES):
            count = found.filter(pl.col(end) == grade).height
            assert (f"{count} {word}" in said) == (count > 0)
    chances = description.split("As expected: ")[1].split(". ")[0]
    for grade, word in enumerate(GRADES):
        share = float(found[f"p{grade}"].sum())
        assert share < 0.05 or f"{share:.1f}".removesuffix(".0") + f" {word}" in chances


def test_a_track_is_linear() -> None:
    track = Track(100, 400)
    assert [track.at(value) for value in (0, 1, 1.5, 3)] == [100, 200, 250, 400]
