"""What was asked of a pack: its sources and options, as a manifest records them and a later run takes them up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, cast

from fidelity.covariates.build import Choices
from fidelity.errors import UsageError
from fidelity.model.codebook import Codebook
from fidelity.read.sources import STANDARD_INPUT, beside, files_of

RECORDS, OUTCOMES, ASSUMPTION, MAPPING = "records", "outcomes", "assumption", "mapping"
"""What an input is: study records, the outcome file, a user's assumption, and mapping files with what they bring."""


@dataclass(frozen=True, slots=True)
class Run:
    """The sources and options of `fidelity covariates`, each as it was given."""

    records: tuple[str, ...]
    outcomes: str
    profile: str = "multisociety"
    clock: str | None = None
    na: str | None = None
    mapping: str | None = None
    where: tuple[tuple[str, str], ...] = ()
    kind: str | None = None
    decimal: str = "point"
    axis: str = "delivery"
    arm_to_study: str = "worst"
    interest: str | None = None
    reference: str | None = None
    threshold: str = "adequate"
    scales: tuple[str, ...] = ("grade", "domains")
    nodes: str = "as_given"
    assumption: str | None = None
    draws: int = 20
    seed: int = 1
    figures: tuple[str, ...] = ("svg",)

    @property
    def choices(self) -> Choices:
        """The choices that shape the master."""
        chosen: dict[str, Any] = {
            "axis": self.axis,
            "rule": self.arm_to_study,
            "interest": self.interest,
            "reference": self.reference,
            "threshold": self.threshold,
            "scales": self.scales,
            "nodes": self.nodes,
        }
        return Choices(**chosen)

    @property
    def named(self) -> dict[str, str]:
        """What is read from the disk, each source by what it is: `records-1`, `outcomes` ..., and the name given."""
        found = {f"{RECORDS}-{number}": name for number, name in enumerate(self.records, start=1)}
        found[OUTCOMES] = self.outcomes
        if self.mapping is not None:
            found[MAPPING] = self.mapping
        if self.assumption is not None and Path(self.assumption).suffix in (".yaml", ".yml"):
            found[ASSUMPTION] = self.assumption
        return found

    def at(self, places: Mapping[str, str]) -> Run:
        """Return the same run with its sources, by what they are, in other places."""
        moved = replace(
            self,
            records=tuple(places.get(f"{RECORDS}-{n}", name) for n, name in enumerate(self.records, start=1)),
            outcomes=places.get(OUTCOMES, self.outcomes),
        )
        others = {what: places[what] for what in (MAPPING, ASSUMPTION) if what in places}
        return replace(moved, **cast(dict[str, Any], others))

    def pinned(self, assumption: str) -> Run:
        """Return the run with the version of a shipped assumption, `<id>@<version>`, that was taken."""
        return self if ASSUMPTION in self.named else replace(self, assumption=assumption)

    def options(self) -> dict[str, Any]:
        """Return the options as plain data, without the sources."""
        kept = (member.name for member in fields(self) if member.name not in (RECORDS, OUTCOMES))
        return {name: _plain(getattr(self, name)) for name in kept}

    @classmethod
    def of(cls, records: tuple[str, ...], outcomes: str, options: Mapping[str, Any]) -> Run:
        """Return the run that `options` were made of; raises UsageError for what is no option of this version."""
        known = {member.name for member in fields(cls)}
        if unknown := sorted(set(options) - known):
            raise UsageError(f"{', '.join(unknown)}: no option of this version; take the one that wrote the pack")
        return cls(records, outcomes, **{name: _frozen(value) for name, value in options.items()})


def _plain(value: Any) -> Any:
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:
    return tuple(_frozen(entry) for entry in value) if isinstance(value, list) else value


def inputs_of(run: Run, codebook: Codebook) -> dict[str, Path]:
    """Return every file that a run reads, by what it is and where it stands within its source.

    Raises UsageError for standard input, which nobody can read again, and for a source that is not there.
    """
    found: dict[str, Path] = {}
    for what, name in run.named.items():
        if name == STANDARD_INPUT:
            raise UsageError("a pack says what it was made of: save what comes by standard input, and name the file")
        place = Path(name)
        for file in files_of(name) if what.startswith(RECORDS) else [place]:
            if not file.is_file():
                raise UsageError(f"there is no file {name}")
            found[f"{what}/{file.relative_to(place).as_posix()}" if place.is_dir() else what] = file
    known = {file.resolve() for file in found.values()}
    more = [file for file in beside(run.records, run.mapping, codebook) if file.resolve() not in known]
    return found | {f"{MAPPING}/{number}/{file.name}": file for number, file in enumerate(more, start=1)}
