"""How the tables of some files belong together: one of rows, and those that tell more of its studies or arms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from fidelity.model.mapping import Join, Table
from fidelity.read.flat import Flat
from fidelity.read.mapping.columns import Proposed
from fidelity.read.mapping.proposal import Question
from fidelity.read.shapes.joining import key_of


@dataclass(frozen=True, slots=True)
class Drafted:
    """A table with the entry that is proposed for each of its columns."""

    table: Table
    flat: Flat
    proposed: tuple[Proposed, ...]

    def column(self, name: str) -> int | None:
        """Return the column that certainly feeds an identity name."""
        return next((one.at for one in self.proposed if one.entry.feeds == name and one.entry.confirmed), None)

    def keys(self, names: Sequence[str]) -> pl.DataFrame:
        """Return what rows are told apart by, as texts are compared."""
        columns = [(name, self.column(name)) for name in names]
        return pl.DataFrame({name: key_of(self.flat.cells[str(at)]) for name, at in columns if at is not None})

    def feeds(self, name: str) -> bool:
        """Whether any column seems to feed a name."""
        return any(name in entry.targets for entry in self.table.columns)


def related(drafts: Sequence[Drafted]) -> tuple[list[Drafted], list[Question]]:
    """Return tables in the order in which they are read, those that tell more of another joined to it.

    A table is joined only where its keys are unique and all of them stand in the other one; else it is asked about.
    """
    roots = [draft for draft in drafts if draft.feeds("arm")]
    complete = [draft for draft in roots if draft.feeds("role")]
    if len(roots) == 2 and len(complete) == 1:
        other = next(draft for draft in roots if draft is not complete[0])
        pair = (other, complete[0]) if other.flat.cells.height > complete[0].flat.cells.height else (complete[0], other)
        main, told = pair
        found, asked = _joined(told, main, ("study", "arm"))
        rest = [draft for draft in drafts if draft not in roots]
        return _with_studies([main, found], rest, asked)
    if len(roots) != 1:
        return list(drafts), []
    return _with_studies(roots, [draft for draft in drafts if draft not in roots], [])


def _with_studies(
    tables: list[Drafted], rest: Sequence[Drafted], asked: list[Question]
) -> tuple[list[Drafted], list[Question]]:
    for draft in rest:
        found, more = _joined(draft, tables[0], ("study",))
        tables.append(found)
        asked += more
    return tables, asked


def _joined(told: Drafted, main: Drafted, names: tuple[str, ...]) -> tuple[Drafted, list[Question]]:
    joined = replace(told, table=told.table.model_copy(update={"join": Join(to=main.table.name, on=names)}))
    own, other = told.keys(names), main.keys(names)
    known = own.width == other.width == len(names)
    if known and not own.is_duplicated().any() and own.join(other, on=list(names), how="anti").is_empty():
        return joined, []
    what = f"{told.table.name} may tell more of the rows of {main.table.name}, but its {' and '.join(names)} do not fit"
    remedy = "mend the names, or take `join` out and say what the table is; or set it aside: `ignored: REASON`"
    place = told.flat.headings[0]
    return joined, [Question("join", told.table.name, "", place, what, remedy, (f"join: {{to: {main.table.name}}}",))]
