"""The shipped decision table says what the scheme's sentences say in every situation, never reversed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement, permutations, product

import pytest
import yaml
from pydantic import ValidationError

from fidelity.grade.table import DecisionTable, TableError
from fidelity.model.scheme import LEVELS, Scheme
from fidelity.model.words import Verdict

InWords = Callable[[Sequence[str]], str]

CONCERNS_BEST_FIRST = ["none", "minor", "major", "critical"]
GRADES_WORST_FIRST = ["poor", "limited", "adequate", "full"]
AXIS_SIZES = [2, 3, 4]


def test_the_table_has_the_eight_situations_of_a_domain_and_the_sixteen_of_an_axis(
    shipped: DecisionTable,
) -> None:
    assert len(shipped.concern_rows) == 8
    assert len(shipped.grade_rows) == 16
    assert {tally for tally, _ in shipped.concern_rows} == set(product((0, 1), repeat=3))
    assert all(critical <= major <= minor for (critical, major, minor), _ in shipped.grade_rows)


def test_the_table_belongs_to_the_scheme_beside_it_and_is_complete(shipped: DecisionTable, scheme: Scheme) -> None:
    shipped.check(scheme)


def test_every_domain_of_up_to_four_departures_gets_the_concern_of_its_gravest(
    shipped: DecisionTable, concern_in_words: InWords
) -> None:
    for size in range(5):
        for departures in combinations_with_replacement(["critical", "major", "minor"], size):
            counts = [departures.count(level) for level in ("critical", "major", "minor")]
            assert shipped.concern(*counts) == concern_in_words(departures), departures


@pytest.mark.parametrize("domains", AXIS_SIZES)
def test_every_combination_of_concerns_gets_the_grade_that_the_sentences_give(
    shipped: DecisionTable, grade_in_words: InWords, domains: int
) -> None:
    for concerns in product(CONCERNS_BEST_FIRST, repeat=domains):
        at_least = [
            sum(CONCERNS_BEST_FIRST.index(c) >= CONCERNS_BEST_FIRST.index(level) for c in concerns)
            for level in ("critical", "major", "minor")
        ]
        assert shipped.grade(*at_least) == grade_in_words(concerns), concerns


def test_a_situation_with_more_of_everything_is_never_judged_better(shipped: DecisionTable) -> None:
    steps = 0
    for rows, best_first in (
        (shipped.concern_rows, CONCERNS_BEST_FIRST),
        (shipped.grade_rows, GRADES_WORST_FIRST[::-1]),
    ):
        for (fewer, outcome), (more, worse) in permutations(rows, 2):
            if all(a <= b for a, b in zip(fewer, more, strict=True)):
                steps += 1
                assert best_first.index(outcome) <= best_first.index(worse), (fewer, more)
    assert steps > 0


@pytest.mark.parametrize("domains", AXIS_SIZES)
def test_a_domain_that_gets_one_step_worse_never_raises_the_grade(shipped: DecisionTable, domains: int) -> None:
    grades = shipped.grade_by_code(domains)
    for code, digits in enumerate(product(range(4), repeat=domains)):
        for place, digit in enumerate(digits):
            if digit < 3:
                worse = code + 4 ** (domains - 1 - place)
                assert grades[worse] <= grades[code], digits


def test_a_verdict_that_gets_one_step_worse_never_raises_the_grade(shipped: DecisionTable, scheme: Scheme) -> None:
    verdicts: tuple[Verdict, ...] = ("met", "partly_met", "not_met")
    steps = 0
    for levels in product(LEVELS, repeat=3):
        rank = {}
        for given in product(range(3), repeat=3):
            departures = [scheme.departure_of(level, verdicts[v]) for level, v in zip(levels, given, strict=True)]
            counts = [departures.count(level) for level in ("critical", "major", "minor")]
            together = shipped.concern(*counts)
            apart = shipped.grade_of(departures)
            rank[given] = (CONCERNS_BEST_FIRST.index(together), -GRADES_WORST_FIRST.index(apart))
        for given, place in product(rank, range(3)):
            if given[place] < 2:
                worse = (*given[:place], given[place] + 1, *given[place + 1 :])
                steps += 1
                assert rank[given][0] <= rank[worse][0]
                assert rank[given][1] <= rank[worse][1]
    assert steps == 27 * 54


@pytest.mark.parametrize("criteria", [0, 1, 2, 5])
def test_the_codes_of_a_domain_hold_every_tally_of_its_criteria(
    shipped: DecisionTable, concern_in_words: InWords, criteria: int
) -> None:
    concerns = shipped.concern_by_code(criteria)
    base = criteria + 1
    assert len(concerns) == base**3
    for critical, major, minor in product(range(base), repeat=3):
        departures = ["critical"] * critical + ["major"] * major + ["minor"] * minor
        found = concerns[(critical * base + major) * base + minor]
        assert CONCERNS_BEST_FIRST[found] == concern_in_words(departures)


@pytest.mark.parametrize("domains", AXIS_SIZES)
def test_the_codes_of_an_axis_hold_every_combination_of_concerns(
    shipped: DecisionTable, grade_in_words: InWords, domains: int
) -> None:
    grades = shipped.grade_by_code(domains)
    assert len(grades) == 4**domains
    for digits in product(range(4), repeat=domains):
        code = 0
        for digit in digits:
            code = code * 4 + digit
        assert GRADES_WORST_FIRST[grades[code]] == grade_in_words([CONCERNS_BEST_FIRST[d] for d in digits])


def test_the_text_of_the_table_and_the_table_say_the_same(shipped: DecisionTable) -> None:
    text = shipped.render()
    assert DecisionTable.parse(text) == shipped
    header, *rows = text.splitlines()
    assert header == "table,critical,major,minor,outcome,scheme,scheme_sha256"
    assert f"grade,0,3,3,poor,domain-gated@1.0.0,{shipped.scheme_sha256}" in rows


def test_a_table_is_read_alike_whatever_ends_its_lines(shipped: DecisionTable) -> None:
    assert DecisionTable.parse(shipped.render().replace("\n", "\r\n")) == shipped


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("table,critical", "table,worst", "starts with the columns"),
        ("grade,0,0,0,full,", "grade,0,0,0,full,,", "has 7 cells"),
        ("concern,0,0,0,none", "cause,0,0,0,none", "not to cause"),
        ("concern,0,0,0,none", "concern,0,-1,0,none", "whole numbers"),
        ("concern,0,0,0,none", "concern,0,0,0,fine", "fine is no outcome"),
        ("concern,0,0,0,none", "concern,0,0,1,none", "0,0,1 twice"),
        ("grade,0,0,0,full,domain-gated@1.0.0", "grade,0,0,0,full,domain-gated@1.0.1", "one scheme"),
    ],
)
def test_a_text_that_is_no_decision_table_is_refused(shipped: DecisionTable, old: str, new: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        DecisionTable.parse(shipped.render().replace(old, new))


def test_an_empty_text_or_one_without_grades_is_refused(shipped: DecisionTable) -> None:
    concerns_only = "".join(line for line in shipped.render().splitlines(True) if not line.startswith("grade"))
    for text in ("", concerns_only, concerns_only.splitlines(True)[0]):
        with pytest.raises(TableError):
            DecisionTable.parse(text)


def test_a_table_without_one_of_its_rows_is_refused(shipped: DecisionTable, scheme: Scheme) -> None:
    for row in shipped.concern_rows:
        lacking = replace(shipped, concern_rows=tuple(kept for kept in shipped.concern_rows if kept != row))
        with pytest.raises(TableError, match="concern rows are not the 8"):
            lacking.check(scheme)
    for grade_row in shipped.grade_rows:
        lacking = replace(shipped, grade_rows=tuple(kept for kept in shipped.grade_rows if kept != grade_row))
        with pytest.raises(TableError, match="grade rows are not the 16"):
            lacking.check(scheme)


def test_counts_that_no_axis_can_show_have_no_grade(shipped: DecisionTable) -> None:
    with pytest.raises(TableError, match="no row for 1 critical, 0 major, 0 minor"):
        shipped.grade(1, 0, 0)


def test_no_line_of_the_scheme_can_be_taken_out_unnoticed(
    shipped: DecisionTable, scheme_text: str, read_scheme: Callable[[str], Scheme]
) -> None:
    lines = scheme_text.splitlines(True)
    telling = [n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    for number in telling:
        with pytest.raises((TableError, ValidationError, yaml.YAMLError)):
            shipped.check(read_scheme("".join(lines[:number] + lines[number + 1 :])))
    assert len(telling) > 50


def test_the_layout_and_the_comments_of_the_scheme_do_not_matter(
    shipped: DecisionTable, scheme_text: str, read_scheme: Callable[[str], Scheme]
) -> None:
    bare = "".join(line for line in scheme_text.splitlines(True) if not line.lstrip().startswith("#"))
    assert bare != scheme_text
    shipped.check(read_scheme(bare))
