"""Whether a pack still holds: its files, its inputs, the rules, and the same run again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fidelity.errors import FidelityError, UsageError
from fidelity.read.assumptions import load_assumption
from fidelity.read.rules import Library
from fidelity.scoring.score import standard_of
from fidelity.write.pack.crate import NAME, from_crate
from fidelity.write.pack.making import Bar, files_of, make, silent
from fidelity.write.pack.manifest import Hashed, Manifest, versions_now
from fidelity.write.pack.rules import rules_of
from fidelity.write.pack.run import Run, inputs_of

_MASTER: Final = "arms_long.csv"
"""The table that those of the packages are made from."""
_NAMED: Final = 5
"""So many files are named in a line; the run itself gives the rest."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of a pack: what changed, what is worth knowing, and whether it was made again with the same bytes."""

    changes: tuple[str, ...]
    notes: tuple[str, ...]
    repeated: bool

    @property
    def holds(self) -> bool:
        """Whether nothing changed and the same run gave the same bytes."""
        return self.repeated and not self.changes

    @property
    def lines(self) -> tuple[str, ...]:
        """What to tell: every change, every note, and the verdict last."""
        verdict = "holds: files, inputs and rules are unchanged, and the same run gives the same bytes"
        if not self.holds:
            several = f"{len(self.changes)} change{'' if len(self.changes) == 1 else 's'}"
            verdict = f"does not hold: {several}"
        return (*self.changes, *(f"note: {note}" for note in self.notes), verdict)


def verify(folder: str | Path, library: Library, bar: Bar = silent) -> Verified:
    """Hold a pack against its manifest; raises UsageError where the folder has none that this package wrote."""
    place = Path(folder)
    path = place / NAME
    if not path.is_file():
        raise UsageError(f"{folder} is no covariate pack: it has no {NAME}")
    manifest = from_crate(path.read_bytes(), path)
    changes = list(_outputs(place, manifest.outputs))
    run = _found(place, manifest)
    missing = [what for what, name in run.named.items() if not Path(name).exists()]
    changes += [
        f"input {manifest.run.named[what]}: it is neither where it stood nor under this name" for what in missing
    ]
    notes = [*_versions(manifest), *_added(place, manifest.outputs)]
    changes += _rules(manifest, run, library, missing)
    if missing:
        return Verified(tuple(changes), (*notes, "the run was not repeated, because inputs are missing"), False)
    inputs = inputs_of(run, library.codebook)
    changes += _inputs(inputs, manifest)
    try:
        files = files_of(make(run, library, bar), run, tuple(inputs.values()))
    except FidelityError as error:
        return Verified((*changes, f"the run cannot be repeated: {error}"), tuple(notes), False)
    changes += _repeated(files, manifest.outputs)
    return Verified(tuple(dict.fromkeys(changes)), tuple(notes), True)


def _outputs(place: Path, outputs: Mapping[str, Hashed]) -> Iterator[str]:
    for name, written in outputs.items():
        file = place / name
        if not file.is_file():
            yield f"output {name}: it is gone"
        elif Hashed.of(file.read_bytes()) != written:
            yield f"output {name}: it was changed after it was written"


def _added(place: Path, outputs: Mapping[str, Hashed]) -> Iterator[str]:
    for file in sorted(place.rglob("*")):
        name = file.relative_to(place).as_posix()
        if file.is_file() and name != NAME and name not in outputs:
            yield f"{name} is not of this pack: somebody added it"


def _found(place: Path, manifest: Manifest) -> Run:
    """Return the run with its sources where they lie now: where they stood as seen from the pack, else as named."""
    near = {what: place / where for what, where in manifest.places.items()}
    return manifest.run.at({what: str(path) for what, path in near.items() if path.exists()})


def _inputs(inputs: Mapping[str, Path], manifest: Manifest) -> Iterator[str]:
    for what, path in inputs.items():
        if what not in manifest.inputs:
            yield f"input {path}: it is new"
        elif Hashed.of(path.read_bytes()).sha256 != manifest.inputs[what].sha256:
            yield f"input {manifest.inputs[what].path}: it changed"
    for what, read in manifest.inputs.items():
        if what not in inputs:
            yield f"input {read.path}: it is gone"


def _rules(manifest: Manifest, run: Run, library: Library, missing: list[str]) -> Iterator[str]:
    if run.profile not in library.profiles:
        yield f"profile {run.profile}: this version does not have it"
        return
    try:
        assumption = None if "assumption" in missing else load_assumption(run.assumption, library)
    except FidelityError as error:
        yield f"assumption: {error}"
        assumption = None
    now = rules_of(standard_of(library, run.profile), library, assumption)
    for name, digest in manifest.rules.items():
        if name not in now:
            if assumption is not None or not name.startswith("assumption "):
                yield f"{name}: it is no longer in use"
        elif now[name] != digest:
            yield f"{name}: its content changed"
    yield from (f"{name}: it is new" for name in now if name not in manifest.rules)


def _versions(manifest: Manifest) -> Iterator[str]:
    now = versions_now(manifest.run)
    for name, number in manifest.versions.items():
        if now.get(name) != number:
            yield f"written with {name} {number}; here it is {now.get(name, 'not installed')}"


def _repeated(files: Mapping[str, bytes], outputs: Mapping[str, Hashed]) -> Iterator[str]:
    other = [name for name, data in files.items() if name in outputs and Hashed.of(data) != outputs[name]]
    for told, names in (
        ("the same run now gives other bytes", other),
        ("the same run now gives more files", [name for name in files if name not in outputs]),
        ("the same run no longer gives", [name for name in outputs if name not in files]),
    ):
        if names:
            yield f"{told}: {_few(names)}"


def _few(names: Sequence[str]) -> str:
    """Return some files by name and how many more there are, the table that the others are made from first."""
    ordered = sorted(names, key=lambda name: name != _MASTER)
    more = f" and {len(ordered) - _NAMED} more" if len(ordered) > _NAMED else ""
    return ", ".join(ordered[:_NAMED]) + more
