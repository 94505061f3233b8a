"""The procedures that stand for all do: brute force over dense values finds no verdicts beside theirs, and none less.

The brute force is the oracle's plain two-valued logic over what was done; it shares no code with the package.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

import polars as pl
import pytest
import yaml
from oracle.comparing import verdict_of
from oracle.procedures import Maker, Truth, applies, true
from oracle.rules import Book, book_of, leaves, shipped
from records import arm, study

from fidelity.judge.criteria import judge
from fidelity.judge.settle import settle
from fidelity.model.codebook import Codebook
from fidelity.model.condition import Leaf, leaves_of
from fidelity.model.judgement import VERDICTS
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.read.rules import Library, load_library
from fidelity.read.sources import read
from fidelity.rulebook.cells.grid import Differs, Grid, Same, TooLarge, components, grid_of, same_meaning, verdicts_of
from fidelity.rulebook.cells.values import MOST_NAMED
from rulebook import small_rules

SETS = {
    "numbers": {
        "hot": """
            met_when: {field: heat, at_least: 80, at_most: 90}
            partly_met_when: {any: [{field: heat, at_least: 80, at_most: 90}, {field: heat, more_than: 60}]}""",
        "hotter": "met_when: {field: heat, more_than: 80, less_than: 91}",
        "often": "not_met_when: {all: [{field: times, less_than: 2}, {field: heat, at_most: 80}]}",
        "apart": """
            applies_when: {field: heat, at_least: 50}
            met_when: {field: gap, at_least: 2.5}""",
    },
    "choices": {
        "thick": """
            met_when: {field: gauge, at_least_as_thick_as: "18"}
            partly_met_when: {field: gauge, one_of: ["16", "18", "20"]}""",
        "nerve": """
            applies_when: {field: awake, equals: yes}
            met_when: {any: [{field: place, equals: nerve}, {field: gauge, equals: "22"}]}""",
    },
    "cut-offs and lists": {
        "strict": """
            met_when: {field: relief, asks_more_than: 50}
            partly_met_when: {field: relief, asks_at_least: 50}""",
        "seen": """
            met_when: {field: views, includes_all: [ap, lateral]}
            partly_met_when: {field: views, includes_any: [ap, lateral]}""",
    },
    "reporting": {
        "said": """
            domain: documentation
            applies_when: {field: times, at_least: 1}
            met_when: {all: [{field: gap, reported: yes}, {field: heat, reported: yes}]}""",
        "counted": """
            domain: documentation
            met_when: {field: times, reported: yes}""",
    },
}


def small_book(*data: Any) -> Book:
    return book_of(yaml.load(small_rules.CODEBOOK, Loader=yaml.BaseLoader), list(data))


def dense(book: Book, names: Sequence[str]) -> Iterator[Truth]:
    """Yield every procedure over values that lie closer than the constants of the tests."""
    compared = {
        leaf.field for entry in book.rulesets[0].criteria for leaf in oracle_leaves(entry) if not leaf.about_report
    }

    def values(name: str) -> Sequence[Any]:
        field = book.fields[name]
        match field.type:
            case "number" if name not in compared:
                return [field.low, field.high]
            case "number":
                return [field.low + step / 2 for step in range(int((field.high - field.low) * 2) + 1)]
            case "count":
                return range(int(field.low), int(field.high) + 1)
            case "cut_off":
                return [(low, open_) for low in range(1, 100) for open_ in (False, True)] + [(100, False)]
            case "checklist":
                return [frozenset(some) for size in range(4) for some in combinations(field.choices, size)]
        return field.choices

    def fill(place: int, truth: Truth) -> Iterator[Truth]:
        if place == len(names):
            yield dict(truth)
        elif not applies(book, names[place], truth):
            yield from fill(place + 1, truth)
        else:
            for value in values(names[place]):
                yield from fill(place + 1, {**truth, names[place]: value})

    return fill(0, {})


def by_brute_force(book: Book, names: Sequence[str]) -> set[tuple[str, ...]]:
    """Return every combination of verdicts that a complete procedure can get, reported or not."""
    ruleset, found = book.rulesets[0], set()
    asked = [
        n
        for n in names
        if any(leaf.about_report for c in ruleset.criteria for leaf in oracle_leaves(c) if leaf.field == n)
    ]
    for truth in dense(book, names):
        if true(book, ruleset.covers, truth):
            for said in product((True, False), repeat=len(asked)):
                reported = dict(zip(asked, said, strict=True))
                found.add(tuple(verdict_of(book, criterion, truth, reported) for criterion in ruleset.criteria))
    return found


def oracle_leaves(criterion: Any) -> list[Any]:
    conditions = criterion.applies_when, criterion.met_when, criterion.not_met_when, criterion.partly_met_when
    return [leaf for condition in conditions for leaf in leaves(condition)]


def grid_for(ruleset: RuleSet, criteria: Sequence[Criterion], codebook: Any) -> Grid:
    grid = grid_of([c for entry in criteria for c in entry.conditions.values()], codebook, within=ruleset.covers)
    assert isinstance(grid, Grid)
    return grid


def words(verdicts: pl.DataFrame) -> list[tuple[str, ...]]:
    return [tuple(VERDICTS[bit.bit_length() - 1] for bit in row) for row in verdicts.rows()]


def truth_of(grid: Grid, row: int) -> tuple[Truth, dict[str, bool]]:
    """Return what a row of a grid says was done, read off its columns, and which fields it reports."""
    values, truth, reported = grid.frame.row(row, named=True), {}, {}
    for name in grid.fields:
        field = grid.codebook.fields[name]
        if values[f"{name}.status"] == 4:
            continue
        reported[name] = values[f"{name}.status"] != 2
        if field.type == "cut_off":
            low = values[f"{name}.low"]
            open_ = len(repr(low)) > 12
            truth[name] = (round(low, 6), open_)
        elif f"{name}.low" in values:
            assert values[f"{name}.low"] == values[f"{name}.high"]
            truth[name] = values[f"{name}.low"]
        elif f"{name}.must" in values:
            assert values[f"{name}.must"] == values[f"{name}.may"]
            truth[name] = field.named(values[f"{name}.may"])
        elif f"{name}.may" in values:
            (truth[name],) = field.named(values[f"{name}.may"])
        else:
            truth[name] = "in words"
    return truth, reported


@pytest.mark.parametrize("name", SETS)
def test_the_grid_gets_exactly_the_combinations_of_verdicts_that_dense_values_get(name: str) -> None:
    codebook, ruleset = small_rules.codebook(), small_rules.rule_set(SETS[name])
    grid = grid_for(ruleset, ruleset.criteria, codebook)
    expected = by_brute_force(small_book(small_rules.data_of(SETS[name])), grid.fields)
    assert set(words(verdicts_of(grid, ruleset, ruleset.criteria, codebook))) == expected


@pytest.mark.parametrize("name", SETS)
def test_every_row_is_a_procedure_that_the_codebook_allows_with_the_verdict_that_the_oracle_gives(name: str) -> None:
    ruleset = small_rules.rule_set(SETS[name])
    book = small_book(small_rules.data_of(SETS[name]))
    grid = grid_for(ruleset, ruleset.criteria, small_rules.codebook())
    found = words(verdicts_of(grid, ruleset, ruleset.criteria, small_rules.codebook()))
    for row, verdicts in enumerate(found):
        truth, reported = truth_of(grid, row)
        assert {field for field in grid.fields if applies(book, field, truth)} == set(truth)
        assert verdicts == tuple(verdict_of(book, entry, truth, reported) for entry in book.rulesets[0].criteria)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_no_procedure_gets_verdicts_from_a_shipped_rule_set_that_its_grids_do_not_get(library: Library) -> None:
    book = shipped()
    made = Maker(book, 7).make(1500)
    truths = [made.truth(row) for row in range(1500)]
    for ruleset, plain in zip(library.rulesets, sorted(book.rulesets, key=lambda entry: entry.id), strict=True):
        assert (ruleset.id, ruleset.version) == (plain.id, plain.version)
        mine = [truth for truth in truths if true(book, plain.covers, truth)]
        assert len(mine) > 5 or not plain.criteria
        by_id = {criterion.id: criterion for criterion in plain.criteria}
        silent = [entry for entry in ruleset.criteria if entry.domain != "documentation"]
        for component in components(silent, library.codebook, fixed=library.codebook.scope_fields):
            grid = grid_for(ruleset, component, library.codebook)
            found = set(words(verdicts_of(grid, ruleset, component, library.codebook)))
            for truth in mine:
                assert tuple(verdict_of(book, by_id[entry.id], truth, {}) for entry in component) in found


def test_a_record_of_a_row_is_read_and_judged_as_the_row_is(library: Library) -> None:
    for ruleset in library.rulesets:
        for criterion in ruleset.criteria:
            grid = grid_for(ruleset, [criterion], library.codebook)
            verdicts = verdicts_of(grid, ruleset, [criterion], library.codebook).to_series()
            rows = range(0, len(verdicts), max(1, len(verdicts) // 4))
            entries = [study(f"s{row}", arm("a", grid.record(row))) for row in rows]  # type: ignore[arg-type]
            reading = read(entries, library.codebook)
            assert [str(problem) for problem in reading.problems] == []
            frame, contradictions = settle(pl.concat([b.frame for b in reading.batches]), library.codebook)
            assert contradictions == []
            judged = judge(frame, ruleset, library.codebook, covered=False)[criterion.id]
            assert [byte & verdicts[row] for byte, row in zip(judged, rows, strict=True)] == [verdicts[r] for r in rows]
            if all(leaf.reported is None for c in criterion.conditions.values() for _, leaf in leaves_of(c)):
                assert [byte & 15 for byte in judged] == [verdicts[row] for row in rows]


def test_criteria_that_share_a_field_outside_the_scope_form_one_component() -> None:
    ruleset = small_rules.rule_set({**SETS["numbers"], **SETS["cut-offs and lists"]})
    groups = components(ruleset.criteria, small_rules.codebook(), fixed=("kind", "place"))
    assert [[entry.id for entry in group] for group in groups] == [
        ["hot", "hotter", "often", "apart"],
        ["strict"],
        ["seen"],
    ]


def meaning(first: str, second: str) -> Same | Differs | TooLarge:
    sets = [small_rules.rule_set({"it": text}) for text in (first, second)]
    return same_meaning((sets[0], sets[0].criteria[0]), (sets[1], sets[1].criteria[0]), small_rules.codebook())


def test_the_same_demand_in_other_words_is_proved_the_same() -> None:
    first = "met_when: {field: times, at_least: 2}"
    assert isinstance(meaning(first, "met_when: {field: times, more_than: 1}"), Same)
    assert isinstance(
        meaning(first, "not_met_when: {any: [{field: times, at_most: 0.5}, {field: times, less_than: 2}]}"), Same
    )


def test_a_witness_tells_apart_what_differs_in_a_single_value() -> None:
    found = meaning("met_when: {field: heat, at_least: 80}", "met_when: {field: heat, more_than: 80}")
    assert isinstance(found, Differs)
    assert (found.facts["heat"], found.first, found.second) == ("80 °C", "met", "not_met")
    found = meaning("met_when: {field: relief, asks_at_least: 50}", "met_when: {field: relief, asks_more_than: 50}")
    assert isinstance(found, Differs)
    assert (found.facts["relief"], found.first, found.second) == (">= 50 %", "met", "not_met")


def test_what_is_too_large_says_which_fields() -> None:
    ruleset: RuleSet = small_rules.rule_set(SETS["numbers"])
    found = grid_of([c for e in ruleset.criteria for c in e.conditions.values()], small_rules.codebook(), limit=20)
    assert isinstance(found, TooLarge)
    assert found.cells > 20
    assert {"heat", "times"} <= set(found.fields)


def test_facts_leave_out_what_does_not_apply() -> None:
    grid = grid_for(
        small_rules.rule_set(SETS["numbers"]), small_rules.rule_set(SETS["numbers"]).criteria, small_rules.codebook()
    )
    facts: list[Mapping[str, str]] = [grid.facts(row) for row in range(grid.frame.height)]
    assert all(("heat" in entry) == (entry["kind"] == "heat") for entry in facts)
    assert {entry["heat"] for entry in facts if "heat" in entry} >= {"80 °C", "90 °C", "90.5 °C"}


def test_a_list_of_which_too_many_items_are_asked_is_too_large_and_not_guessed() -> None:
    items = [f"nerve_{number}" for number in range(MOST_NAMED + 1)]
    field = {"label": "Nerves", "definition": "d", "belongs_to": "procedure", "type": "checklist", "choices": items}
    data = {"id": "c", "version": "1.0.0", "fields": {"nerves": field}}
    codebook = Codebook.model_validate(data)
    found = grid_of([Leaf(field="nerves", includes_any=tuple(items))], codebook)
    assert found == TooLarge(("nerves",), 2 ** len(items))
    fewer = grid_of([Leaf(field="nerves", includes_any=tuple(items[1:]))], codebook)
    assert isinstance(fewer, Grid)
    assert fewer.frame.height == 2


def test_a_scope_field_may_hang_on_a_field_outside_the_scope_that_nothing_else_reads() -> None:
    common = {"definition": "d", "belongs_to": "procedure", "type": "choice", "choices": ["a", "b", "c"]}
    fields = {
        "kind": {**common, "label": "Kind"},
        "place": {**common, "label": "Place", "scope": "yes", "applies_when": {"field": "kind", "equals": "a"}},
    }
    codebook = Codebook.model_validate({"id": "c", "version": "1.0.0", "fields": fields})
    grid = grid_of([Leaf(field="place", equals="b")], codebook)
    assert isinstance(grid, Grid)
    assert sorted(map(str, (grid.facts(row) for row in range(grid.frame.height)))) == [
        "{'kind': 'a', 'place': 'a'}", "{'kind': 'a', 'place': 'b'}", "{'kind': 'b'}",
    ]  # fmt: skip
