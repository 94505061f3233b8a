"""The features as the book shows them: every example with what the package says of it, a tick or a cross."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fidelity.read import features as read
from fidelity.rulebook.book.views import Row, Shown, Step, Table, Told


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether the package agrees with an example, and what it says where it does not."""

    agrees: bool
    words: str = ""


Verdicts = Mapping[tuple[str, int], Mark]
"""What the package says of each example, by the file and the line in which it stands."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A feature as the book shows it: the scenarios of each Rule by the Rule's sentence, in their order."""

    anchor: str
    name: str
    description: str
    common: tuple[Step, ...]
    rules: tuple[Told, ...]

    @property
    def scenarios(self) -> dict[str, tuple[Shown, ...]]:
        """The scenarios by the sentence of their Rule."""
        return {rule.name: rule.scenarios for rule in self.rules}


def chapter_of(feature: read.Feature, verdicts: Verdicts) -> Chapter:
    """Return a feature with every example judged."""
    name = feature.reference or feature.path.stem
    rules = tuple(
        Told(
            rule.name,
            rule.description,
            tuple(_shown(scenario, name, feature.source, verdicts) for scenario in rule.scenarios),
        )
        for rule in feature.rules
    )
    return Chapter(f"feature-{name}", feature.name, feature.description, tuple(_steps(feature.background)), rules)


def _shown(scenario: read.FeatureScenario, name: str, source: str, verdicts: Verdicts) -> Shown:
    if not scenario.examples:
        said = verdicts[source, scenario.line]
        tables: tuple[Table, ...] = (Table("", (), (Row((), said.agrees, said.words),)),)
    else:
        tables = tuple(_table(table, source, verdicts) for table in scenario.examples)
    return Shown(f"feature-{name}-{scenario.line}", scenario.name, tuple(_steps(scenario.steps)), tables)


def _table(table: read.Examples, source: str, verdicts: Verdicts) -> Table:
    said = [verdicts[source, row.line] for row in table.rows]
    rows = (Row(row.cells, one.agrees, one.words) for row, one in zip(table.rows, said, strict=True))
    return Table(table.title, table.head, tuple(rows))


def _steps(steps: tuple[read.Step, ...]) -> Iterator[Step]:
    before = ""
    for step in steps:
        yield Step("And" if step.kind == before else step.kind.capitalize(), step.text, step.table)
        before = step.kind
