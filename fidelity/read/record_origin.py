"""Where the rows of study records come from."""

from __future__ import annotations

from dataclasses import dataclass

from fidelity.errors import Place
from fidelity.model.study import Arm, Observation, Procedure, Study, nearest
from fidelity.read.positions import Path
from fidelity.read.reading import Places


@dataclass(frozen=True, slots=True)
class Row:
    """A procedure with its arm, its study and its path in the record."""

    study: Study
    arm: Arm
    procedure: Procedure
    path: Path


@dataclass(frozen=True, slots=True)
class RecordOrigin:
    """The records behind the rows of a frame."""

    rows: tuple[Row, ...]
    places: Places

    def place(self, row: int, field: str | None = None) -> Place:
        """Return where a procedure, or what its record says of a field, stands."""
        at = self.rows[row]
        if field is None:
            return self.places.place(at.path)
        observation, depth = nearest(at.study, at.arm, at.procedure, field)
        if observation is None:
            return self.places.place(at.path)
        holder = (at.path[:2], at.path[:4], at.path)[depth]
        return self.places.place((*holder, "observations", field))

    def observation(self, row: int, field: str) -> Observation | None:
        """Return what the record says of a field, as it stands nearest to the procedure."""
        at = self.rows[row]
        return nearest(at.study, at.arm, at.procedure, field)[0]

    def study(self, row: int) -> Study:
        """Return the study of a procedure."""
        return self.rows[row].study
