"""Where the rows of a table come from: studies and observations are rebuilt from its cells when someone asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as member
from typing import Final

import polars as pl

from fidelity.errors import Fault, Place
from fidelity.model.codebook import Codebook
from fidelity.model.lines import entries_of
from fidelity.model.study import BIBLIOGRAPHIC, Arm, Evidence, Observation, Procedure, Study
from fidelity.model.words import DESIGNS, ROLES, Role, Status, fold
from fidelity.read.columns import EVIDENCE, JUDGED_BESIDE, LEVEL, OF_STUDY, VALUE, Columns
from fidelity.read.quantities import observe
from fidelity.read.record_schema import UNSTATED
from fidelity.read.report_rows import REPORT, report_in
from fidelity.read.sheet import Sheet
from fidelity.read.vocabulary import one_word, yes_or_no
from fidelity.read.whole_studies import factors_of, judgements_of, sources_of

_PLAIN: Final = (*BIBLIOGRAPHIC, "design_words", "confidence")


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """The sheet behind the rows of a frame; every row of it is sound."""

    sheet: Sheet
    columns: Columns
    codebook: Codebook
    na: Status | None
    _by_study: dict[str, list[int]] = member(default_factory=dict)

    def place(self, row: int, field: str | None = None) -> Place:
        """Return the cell of a row: that of a field's value, else one by which the row is found."""
        column = self.columns.fields.get(field or "", {}).get(VALUE)
        if column is None:
            return self.columns.place_of(row, self.sheet)
        return self.sheet.place(row, column)

    def observation(self, row: int, field: str) -> Observation | None:
        """Return what a row says of a field; None where its cell is empty."""
        places = self.columns.fields.get(field, {})
        if VALUE not in places:
            return None
        parts = {part: self.sheet.text(row, column) for part, column in places.items()}
        if not parts[VALUE] and not parts.get("status", ""):
            return None
        judged: tuple[str, ...] = (VALUE, *JUDGED_BESIDE, "as_written")
        beside = {part: parts[part] for part in judged if part in parts}
        evidence = _evidence(parts)
        found = observe(self.codebook.fields[field], self.codebook, beside, na=self.na, evidence=evidence)
        assert not isinstance(found, Fault), "rows with a wrong observation were refused"
        return found

    def study(self, row: int) -> Study:
        """Return the study of a row, with all arms and procedures that the table has of it."""
        name, report = self._text(row, "study"), self._text(row, REPORT)
        rows = [other for other in self._rows_of(name) if self._text(other, REPORT) == report]
        arms: dict[str, list[int]] = {}
        for other in rows:
            arms.setdefault(self._text(other, "arm"), []).append(other)
        said = {word: self._said(rows, word) for word in OF_STUDY}
        design = one_word("design", said["design"] or "randomised", DESIGNS)
        unstated = one_word("unstated", self._text(row, "unstated") or "not_extracted", UNSTATED)
        factors = factors_of(said["design_factors"], self.codebook)
        sources, judgements = sources_of(said["sources"]), judgements_of(said["judgements"])
        told = report_in(report) if report else None
        above = self._of_study(rows)
        assert not isinstance(told, Fault), "rows with a wrong report were refused"
        assert not isinstance(design, Fault), "rows with a wrong word were refused"
        assert not isinstance(unstated, Fault), "rows with a wrong word were refused"
        assert not isinstance(factors, Fault), "rows with a wrong field were refused"
        assert not isinstance(sources, Fault), "rows with a wrong line were refused"
        assert not isinstance(judgements, Fault), "rows with a wrong line were refused"
        return Study(
            id=name,
            label=said["study_label"] or name,
            report=told,
            **{word: said[word] or None for word in _PLAIN},
            n=said["study_n"] or None,
            design=design,
            unstated=unstated,
            design_factors=factors,
            sources=sources,
            cautions=entries_of(said["cautions"]),
            arms=tuple(self._arm(arm, rows, above) for arm, rows in arms.items()),
            judgements=judgements,
            observations=above,
        )

    def _of_study(self, rows: Sequence[int]) -> dict[str, Observation]:
        """Return what rows say of their study and not of themselves, where all that do say the same."""
        found: dict[str, Observation] = {}
        for name, parts in self.columns.fields.items():
            if LEVEL not in parts:
                continue
            said = {row: self.observation(row, name) for row in rows}
            above = [one for row, one in said.items() if one is not None and self._is_of_study(row, name)]
            if above and None not in said.values() and all(one == above[0] for one in above):
                found[name] = above[0]
        return found

    def _is_of_study(self, row: int, name: str) -> bool:
        column = self.columns.fields[name].get(LEVEL)
        return column is not None and fold(self.sheet.text(row, column)) == "study"

    def _arm(self, name: str, rows: list[int], above: Collection[str]) -> Arm:
        role = one_word("arm_role", self._said(rows, "arm_role") or self._text(rows[0], "role"), ROLES)
        assert not isinstance(role, Fault), "rows with a wrong role were refused"
        return Arm(
            id=name,
            label=self._said(rows, "arm_label") or name,
            role=role,
            n=self._said(rows, "arm_n") or None,
            note=self._said(rows, "arm_note") or None,
            procedures=tuple(self._procedure(row, above) for row in rows),
        )

    def _procedure(self, row: int, above: Collection[str]) -> Procedure:
        own = (name for name in self.columns.fields if name not in above or not self._is_of_study(row, name))
        observed = {name: self.observation(row, name) for name in own}
        return Procedure(
            id=self._text(row, "procedure") or self._text(row, "arm"),
            label=self._text(row, "procedure_label") or None,
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

    def _said(self, rows: Iterable[int], name: str) -> str:
        """Return what the first of some rows that says it says in an identity column."""
        if name not in self.columns.identity:
            return ""
        return next((text for row in rows if (text := self._text(row, name))), "")

    def _rows_of(self, study: str) -> Iterable[int]:
        """Return the rows of a study; they are looked up once for all studies, when the first is asked for."""
        if not self._by_study:
            names = self.sheet.cells[str(self.columns.identity["study"])].str.strip_chars().alias("study")
            rows = names.to_frame().with_row_index("row").group_by("study", maintain_order=True).agg(pl.col("row"))
            self._by_study.update(zip(rows["study"].to_list(), rows["row"].to_list(), strict=True))
        return self._by_study[study]


def _evidence(parts: Mapping[str, str]) -> tuple[Evidence, ...]:
    """Return the pieces of evidence that stand beside a value, in the order of their numbers."""
    pieces: dict[int, dict[str, str]] = {}
    for name, text in parts.items():
        part, _, number = name.partition(".")
        if part in EVIDENCE and text:
            pieces.setdefault(int(number or 1), {})[part] = text
    return tuple(Evidence(**pieces[number]) for number in sorted(pieces))
