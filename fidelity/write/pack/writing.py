"""Writing a pack into its folder, and nothing else that stands there away."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from fidelity.errors import UsageError
from fidelity.write.files import write_folder
from fidelity.write.pack.crate import NAME, as_crate, from_crate
from fidelity.write.pack.making import Made, files_of
from fidelity.write.pack.manifest import Hashed, Manifest, date_of, versions_now
from fidelity.write.pack.run import Run, inputs_of


def write(made: Made, run: Run, target: str | Path) -> tuple[str, ...]:
    """Write a pack into a folder, whole or not at all, and return the paths of its files.

    Raises UsageError where the folder holds what is not of a pack or cannot be written, and where no study is left.
    """
    check_place(target, run)
    if not made.pack.master.arms.height:
        raise UsageError(
            "no study has both a record and outcomes, so nothing is written; the pre-flight (no -o) says why"
        )
    run = run.pinned(made.pack.expected.assumption.reference)
    place = Path(target)
    inputs = inputs_of(run, made.scores.standard.codebook)
    files = files_of(made, run, tuple(inputs.values()))
    manifest = manifest_of(made, run, place, inputs, files)
    every = {**files, NAME: as_crate(manifest)}
    try:
        write_folder(place, every)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror or error}") from None
    return tuple(every)


def manifest_of(made: Made, run: Run, place: Path, inputs: Mapping[str, Path], files: Mapping[str, bytes]) -> Manifest:
    """Return the manifest of a pack that stands, or will stand, in a place."""
    years = made.pack.master.studies["year"].drop_nulls().to_list()
    return Manifest(
        run=run,
        title=f"Covariate pack: {Path(run.outcomes).name}",
        inputs={what: Hashed.of(path.read_bytes(), path.as_posix()) for what, path in inputs.items()},
        places={what: _seen_from(place, name) for what, name in run.named.items()},
        rules=made.rules,
        versions=versions_now(run),
        outputs={path: Hashed.of(data) for path, data in files.items()},
        date=date_of(max(years, default=None)),
    )


def check_place(target: str | Path, run: Run) -> None:
    """Raise UsageError where a pack may not be written: over inputs, over what is no pack, over work on a pack."""
    place = Path(target)
    if not place.resolve().parent.is_dir():
        raise UsageError(f"{target}: the folder above it does not exist")
    for name in run.named.values():
        given = Path(name).resolve()
        if place.resolve() in (given, *given.parents):
            raise UsageError(f"{target} holds what is read ({name}): give the pack a folder of its own")
    if not place.is_dir() or not any(place.iterdir()):
        return
    manifest = place / NAME
    if not manifest.is_file():
        raise UsageError(f"{target} holds other files and is not overwritten: give the pack a folder of its own")
    written = from_crate(manifest.read_bytes(), manifest)
    own = work_in(place, written.outputs)
    if own:
        raise UsageError(
            f"{target} holds work that would be lost: {', '.join(own)}; move it, or give the pack another folder"
        )


def work_in(place: Path, outputs: Mapping[str, Hashed]) -> list[str]:
    """Return the files of a pack's folder that were added to it or changed since it was written."""
    found = sorted(file for file in place.rglob("*") if file.is_file())
    names = {file.relative_to(place).as_posix(): file for file in found}
    return [
        name
        for name, file in names.items()
        if name != NAME and (name not in outputs or Hashed.of(file.read_bytes()) != outputs[name])
    ]


def _seen_from(place: Path, name: str) -> str:
    """Return where a source lies as seen from the pack; whole, where there is no way from one to the other."""
    try:
        return Path(os.path.relpath(Path(name).resolve(), place.resolve())).as_posix()
    except ValueError:  # on another drive
        return Path(name).resolve().as_posix()
