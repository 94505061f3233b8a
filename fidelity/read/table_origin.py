"""Where the rows of a table come from: studies and observations are rebuilt from its cells when someone asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as member

import polars as pl

from fidelity.errors import Fault, Place
from fidelity.model.codebook import Codebook
from fidelity.model.study import Arm, Evidence, Observation, Procedure, Study
from fidelity.model.words import DESIGNS, ROLES, Role, Status
from fidelity.read.columns import JUDGED_BESIDE, VALUE, Columns
from fidelity.read.quantities import observe
from fidelity.read.record_schema import UNSTATED
from fidelity.read.sheet import Sheet
from fidelity.read.vocabulary import one_word, yes_or_no


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """The sheet behind the rows of a frame; every row of it is sound."""

    sheet: Sheet
    columns: Columns
    codebook: Codebook
    na: Status | None
    _by_study: dict[str, list[int]] = member(default_factory=dict)

    def place(self, row: int, field: str | None = None) -> Place:
        """Return the cell of a row: that of a field's value, else that of the study."""
        column = self.columns.fields.get(field or "", {}).get(VALUE)
        return self.sheet.place(row, self.columns.identity["study"] if column is None else column)

    def observation(self, row: int, field: str) -> Observation | None:
        """Return what a row says of a field; None where its cell is empty."""
        places = self.columns.fields.get(field, {})
        if VALUE not in places:
            return None
        parts = {part: self.sheet.text(row, column) for part, column in places.items()}
        if not parts[VALUE] and not parts.get("status", ""):
            return None
        quoted = {part: parts[part] for part in ("quote", "place", "reader") if parts.get(part)}
        judged: tuple[str, ...] = (VALUE, *JUDGED_BESIDE, "as_written")
        beside = {part: parts[part] for part in judged if part in parts}
        evidence = (Evidence(**quoted),) if quoted else ()
        found = observe(self.codebook.fields[field], self.codebook, beside, na=self.na, evidence=evidence)
        assert not isinstance(found, Fault), "rows with a wrong observation were refused"
        return found

    def study(self, row: int) -> Study:
        """Return the study of a row, with all arms and procedures that the table has of it."""
        name = self._text(row, "study")
        arms: dict[str, list[int]] = {}
        for other in self._rows_of(name):
            arms.setdefault(self._text(other, "arm"), []).append(other)
        design = one_word("design", self._first(row, "design", "randomised"), DESIGNS)
        unstated = one_word("unstated", self._first(row, "unstated", "not_extracted"), UNSTATED)
        assert not isinstance(design, Fault), "rows with a wrong word were refused"
        assert not isinstance(unstated, Fault), "rows with a wrong word were refused"
        return Study(
            id=name,
            label=self._first(row, "study_label", name),
            design=design,
            unstated=unstated,
            arms=tuple(self._arm(arm, rows) for arm, rows in arms.items()),
        )

    def _arm(self, name: str, rows: list[int]) -> Arm:
        return Arm(
            id=name,
            label=self._first(rows[0], "arm_label", name),
            role=self._role(rows[0]),
            procedures=tuple(self._procedure(row) for row in rows),
        )

    def _procedure(self, row: int) -> Procedure:
        observed = {name: self.observation(row, name) for name in self.columns.fields}
        return Procedure(
            id=self._first(row, "procedure", self._text(row, "arm")),
            role=self._role(row),
            main=yes_or_no("main", self._text(row, "main")) is True,
            observations={name: found for name, found in observed.items() if found is not None},
        )

    def _role(self, row: int) -> Role:
        role = one_word("role", self._text(row, "role"), ROLES)
        assert not isinstance(role, Fault), "rows with a wrong role were refused"
        return role

    def _text(self, row: int, name: str) -> str:
        column = self.columns.identity.get(name)
        return "" if column is None else self.sheet.text(row, column)

    def _first(self, row: int, name: str, otherwise: str) -> str:
        return self._text(row, name) or otherwise

    def _rows_of(self, study: str) -> Iterable[int]:
        """Return the rows of a study; they are looked up once for all studies, when the first is asked for."""
        if not self._by_study:
            names = self.sheet.cells[str(self.columns.identity["study"])].str.strip_chars().alias("study")
            rows = names.to_frame().with_row_index("row").group_by("study", maintain_order=True).agg(pl.col("row"))
            self._by_study.update(zip(rows["study"].to_list(), rows["row"].to_list(), strict=True))
        return self._by_study[study]
