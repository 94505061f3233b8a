"""Features as values that keep their lines: what the files beside the rules say, before anyone judges it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser

from fidelity.errors import Place, Problem, ProblemsFound, UsageError, sort_problems
from fidelity.read.shipped import shipped
from fidelity.read.text import decode

POLICY: Final = "policy"
"""The folder of features that belong to no rule set."""

Kind = Literal["given", "when", "then"]
Table = tuple[tuple[str, ...], ...]

_KINDS: Final[Mapping[str, Kind]] = {"Context": "given", "Action": "when", "Outcome": "then"}
_BLANK: Final = re.compile("<(.+?)>")


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of a scenario with its table; "And" has the kind of the step before it."""

    kind: Kind
    text: str
    line: int
    table: Table = ()

    def filled(self, given: Mapping[str, str]) -> Step:
        """Return the step with every <blank> filled in."""
        table = tuple(tuple(_filled(cell, given) for cell in row) for row in self.table)
        return Step(self.kind, _filled(self.text, given), self.line, table)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of Examples."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    """A table of Examples with its title."""

    title: str
    line: int
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FeatureScenario:
    """A scenario, or an outline with its Examples."""

    name: str
    line: int
    steps: tuple[Step, ...]
    examples: tuple[Examples, ...]


@dataclass(frozen=True, slots=True)
class FeatureRule:
    """A Rule: in the feature of a rule set one demand, or one of the two last Rules."""

    name: str
    description: str
    line: int
    scenarios: tuple[FeatureScenario, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One row of Examples, or a scenario without any, with everything filled in; the background comes first.

    `title` is that of the table of Examples, `source` and `line` say where the row, or the scenario, stands.
    """

    source: str
    reference: str
    rule: str
    scenario: str
    title: str
    line: int
    steps: tuple[Step, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the steps that have one."""
        return tuple(step.table for step in self.steps if step.table)

    @property
    def place(self) -> Place:
        """Where the example stands."""
        return Place(self.source, self.line)


@dataclass(frozen=True, slots=True)
class Feature:
    """One file of features; `reference` is the rule set that it mirrors, empty for a policy."""

    path: Path
    source: str
    reference: str
    name: str
    description: str
    background: tuple[Step, ...]
    rules: tuple[FeatureRule, ...]

    def examples(self, rule: FeatureRule | None = None) -> Iterator[Example]:
        """Yield every example, or those of one Rule, in the order of the file."""
        for found in self.rules if rule is None else (rule,):
            for scenario in found.scenarios:
                yield from self._examples(found, scenario)

    def _examples(self, rule: FeatureRule, scenario: FeatureScenario) -> Iterator[Example]:
        steps = (*self.background, *scenario.steps)
        names = (self.source, self.reference, rule.name)
        if not scenario.examples:
            yield Example(*names, scenario.name, "", scenario.line, steps)
        for table in scenario.examples:
            for row in table.rows:
                given = dict(zip(table.head, row.cells, strict=True))
                title = _filled(scenario.name, given)
                yield Example(*names, title, table.title, row.line, tuple(step.filled(given) for step in steps))


class Features(NamedTuple):
    """All features of a folder, those of the rule sets first."""

    features: tuple[Feature, ...]

    def of(self, reference: str) -> Feature | None:
        """Return the feature that mirrors a rule set, named as `id@version`."""
        return next((feature for feature in self.features if feature.reference == reference), None)

    def examples(self) -> Iterator[Example]:
        """Yield every example of every feature."""
        for feature in self.features:
            yield from feature.examples()


def load_features(root: Path | str | None = None) -> Features:
    """Return the features of a folder, or the shipped ones; raises ProblemsFound where one is no Gherkin."""
    folder = shipped("features") if root is None else Path(root)
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder")
    shown = "features" if root is None else str(root)
    features: list[Feature] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*/*.feature"), key=lambda path: (path.parent.name == POLICY, path)):
        found = _read(path, f"{shown}/{path.relative_to(folder).as_posix()}")
        if isinstance(found, Feature):
            features.append(found)
        else:
            problems += found
    if problems:
        raise ProblemsFound(sort_problems(problems))
    return Features(tuple(features))


def _read(path: Path, source: str) -> Feature | list[Problem]:
    text = decode(path.read_bytes(), source)
    if isinstance(text, Problem):
        return [text]
    try:
        document: Any = Parser().parse(text)
    except CompositeParserException as error:
        return [_problem(one, source) for one in error.errors]
    except ParserException as error:
        return [_problem(error, source)]
    entry = document.get("feature")
    if entry is None:
        return [Problem("empty", Place(source, 1, 1), source, "the file is empty", "start it with Feature:")]
    lost = list(_lost(entry["children"], source))
    if lost:
        return lost
    reference = "" if path.parent.name == POLICY else f"{path.parent.name}@{path.stem}"
    background = [step for child in entry["children"] if "background" in child for step in child["background"]["steps"]]
    rules = tuple(_rule(child["rule"]) for child in entry["children"] if "rule" in child)
    said = entry["name"], _flowing(entry["description"])
    return Feature(path, source, reference, *said, _steps(background), rules)


def _problem(error: ParserException, source: str) -> Problem:
    line, column = error.location["line"], error.location.get("column")
    what = str(error).split("): ", 1)[-1]
    return Problem("not-gherkin", Place(source, line, column), source, what, "write it as the other features do")


def _lost(children: Any, source: str) -> Iterator[Problem]:
    """Yield what stands where no example is looked for: it would be read and never judged."""
    for child in children:
        if "scenario" in child:
            yield _misplaced(child["scenario"], "a scenario outside of a Rule", "move it below a Rule", source)
        for inner in child["rule"]["children"] if "rule" in child else ():
            if "background" in inner:
                remedy = "write its sentences into the background of the feature"
                yield _misplaced(inner["background"], "a background inside of a Rule", remedy, source)


def _misplaced(entry: Any, what: str, remedy: str, source: str) -> Problem:
    place = Place(source, entry["location"]["line"], entry["location"].get("column"))
    return Problem("out-of-place", place, entry["name"] or entry["keyword"], f"{what} is not read", remedy)


def _rule(entry: Any) -> FeatureRule:
    scenarios = tuple(_scenario(child["scenario"]) for child in entry["children"] if "scenario" in child)
    return FeatureRule(entry["name"], _flowing(entry["description"]), entry["location"]["line"], scenarios)


def _scenario(entry: Any) -> FeatureScenario:
    tables = tuple(_examples(table) for table in entry["examples"] if "tableHeader" in table)
    return FeatureScenario(entry["name"], entry["location"]["line"], _steps(entry["steps"]), tables)


def _examples(entry: Any) -> Examples:
    head = _cells(entry["tableHeader"])
    rows = tuple(Row(row["location"]["line"], _cells(row)) for row in entry["tableBody"])
    return Examples(entry["name"], entry["location"]["line"], head, rows)


def _steps(entries: Any) -> tuple[Step, ...]:
    steps: list[Step] = []
    for entry in entries:
        before = steps[-1].kind if steps else "given"
        kind = _KINDS.get(entry["keywordType"], before)
        table = tuple(_cells(row) for row in entry["dataTable"]["rows"]) if "dataTable" in entry else ()
        steps.append(Step(kind, entry["text"], entry["location"]["line"], table))
    return tuple(steps)


def _cells(row: Any) -> tuple[str, ...]:
    return tuple(cell["value"] for cell in row["cells"])


def _flowing(text: str) -> str:
    return " ".join(text.split())


def _filled(text: str, given: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda found: given.get(found[1], found[0]), text)
