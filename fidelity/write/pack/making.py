"""The whole of `fidelity covariates`: sources in, every file of the pack out, nothing of it on the disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, cast

import polars as pl

from fidelity.covariates.pack import Pack, covariates_of
from fidelity.covariates.preflight import as_json, as_text
from fidelity.errors import Problem, UsageError
from fidelity.read.outcomes import read_outcomes
from fidelity.read.rules import Library
from fidelity.scoring.result import Scores
from fidelity.scoring.score import read_source, score_reading, standard_of
from fidelity.write.characteristics import by_technique, characteristics
from fidelity.write.figures import by_comparison, image, summary, svg, traffic_lights, unknowns
from fidelity.write.figures.scene import Scene
from fidelity.write.methods import methods
from fidelity.write.pack.manifest import versions_now
from fidelity.write.pack.readme import readme
from fidelity.write.pack.rules import rules_of
from fidelity.write.pack.run import Run
from fidelity.write.pack.scripts import jags_texts
from fidelity.write.pack.texts import csv_bytes, table_bytes
from fidelity.write.pack.workbook import characteristics_workbook

Bar = Callable[[str], AbstractContextManager[Callable[[int, int], None] | None]]
"""Draws how far a step is, by its name."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a run gave: grades, the pack as values, and what judged it, by name and hash."""

    scores: Scores
    pack: Pack
    rules: Mapping[str, str]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the records, with the outcomes, and with how they go together."""
        return (*self.scores.problems, *self.pack.outcomes.problems, *self.pack.master.problems)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What was noticed in the files and changes nothing."""
        return (*self.scores.notes, *self.pack.outcomes.notes)


def silent(label: str) -> AbstractContextManager[None]:
    """Draw nothing."""
    del label
    return nullcontext()


def make(run: Run, library: Library, bar: Bar = silent) -> Made:
    """Read, score and join what a run names; raises ProblemsFound where no outcome can be read, else UsageError."""
    standard = standard_of(library, run.profile, cast(Any, run.clock))
    with bar("Reading") as step:
        reading = read_source(list(run.records), library, cast(Any, run.na), mapping=run.mapping, progress=step)
    with bar("Scoring") as step:
        scores = score_reading(reading, standard, progress=step)
    if not scores.grades.height:
        said = "".join(f"\n{problem}" for problem in scores.problems)
        raise UsageError(f"nothing could be read from {', '.join(run.records)}{said}")
    pack = covariates_of(
        scores,
        read_outcomes(run.outcomes, where=dict(run.where), kind=cast(Any, run.kind), decimal=cast(Any, run.decimal)),
        run.choices,
        assumption=run.assumption,
        library=library,
        draws=run.draws,
        seed=run.seed,
    )
    return Made(scores, pack, rules_of(standard, library, pack.expected.assumption))


def files_of(made: Made, run: Run, inputs: Sequence[Path] = ()) -> dict[str, bytes]:
    """Return every file of the pack but its manifest, by path.

    Figures and characteristics are of the studies with outcomes, also of those that are in no file. `inputs` are the
    files that were read: texts name them without their folders, and so are the same wherever the files lie.
    """
    pack, scores = made.pack, made.scores
    assumption = pack.expected.assumption
    version = versions_now(run)["fidelity"]
    without = pack.master.left_out.filter(pl.col("reason") == "no_outcome")["study"]
    mine = scores.of(scores.grades.filter(~pl.col("study").is_in(without.implode()))["study"].unique())
    others: dict[str, bytes] = {
        "preflight.txt": as_text(pack.preflight).encode(),
        "preflight.json": _json(as_json(pack.preflight)),
        "methods.md": methods(pack, scores, assumption, made.rules, version),
        "left_out.csv": csv_bytes(pack.master.left_out),
        "names.csv": csv_bytes(_names(pack)),
        "characteristics.csv": csv_bytes(characteristics(mine)),
        "characteristics.xlsx": characteristics_workbook(by_technique(mine)),
    }
    drawn = _figures(mine, pack, run.figures)
    texts = {path: text.encode() for path, text in jags_texts(pack.master).items() if _fits(path, pack)}
    tables = {table.path: table_bytes(table) for table in pack.usable}
    told = {name: _CONTENT[name] for name in others}
    told |= {path: scene.title for path, (scene, _) in drawn.items()} | {path: _script(path) for path in texts}
    told["ro-crate-metadata.json"] = "inputs, rules, options, versions and hashes, for fidelity verify (RO-Crate)"
    page = readme(pack, assumption, told)
    every = {"README.md": page, **tables, **texts, **others, **{path: data for path, (_, data) in drawn.items()}}
    return {path: _without_folders(path, data, inputs) for path, data in every.items()}


_CONTENT = {
    "preflight.txt": "what can be fitted, what cannot, and why",
    "preflight.json": "the same for programs",
    "methods.md": "methods paragraph and checklist items (PRISMA 2020, PRISMA-NMA), with what reviewers must add",
    "left_out.csv": "every study and arm that is in no file, with the reason",
    "names.csv": "which study and which treatment each code stands for",
    "characteristics.csv": "characteristics of technique, a row for each procedure",
    "characteristics.xlsx": "the same for a supplement, a sheet for each kind of procedure",
}


def _script(path: str) -> str:
    return {".jags": "the model, for JAGS"}.get(PurePosixPath(path).suffix, "fits the model; run it from this folder")


def _fits(path: str, pack: Pack) -> bool:
    """Whether a script has the tables that it reads: none beside it were refused."""
    beside = PurePosixPath(path).parent
    return not any(PurePosixPath(refused).parent == beside for refused in pack.preflight.refused)


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _names(pack: Pack) -> pl.DataFrame:
    """Return kind, code and name of every study and treatment; of a study its id in the records and its number, too."""
    master = pack.master
    studies = master.studies.select(kind=pl.lit("study"), code="study", number="id", name="label", record="record")
    treatments = master.treatments.select(
        kind=pl.lit("treatment"), code="treat", number="number", name="name", record=pl.lit("")
    )
    return pl.concat([studies, treatments])


def _figures(mine: Scores, pack: Pack, kinds: Sequence[str]) -> dict[str, tuple[Scene, bytes]]:
    """Return each page of each figure in each format, by path, with its scene."""
    if not mine.grades.height:
        return {}
    scenes = {
        "traffic_lights": traffic_lights(mine),
        "summary": [summary(mine)],
        "grades_by_comparison": by_comparison(pack.master),
        "unknowns": unknowns(mine, pack.expected),
    }
    drawn = {}
    for kind in kinds:
        for name, pages in scenes.items():
            for number, scene in enumerate(pages, start=1):
                page = f"_{number}" if len(pages) > 1 else ""
                data = svg(scene).encode() if kind == "svg" else image(scene, cast(Any, kind))
                drawn[f"figures/{name}{page}.{kind}"] = (scene, data)
    return drawn


def _without_folders(path: str, data: bytes, inputs: Sequence[Path]) -> bytes:
    if not path.endswith((".md", ".txt", ".json", ".csv")):
        return data
    for file in sorted(inputs, key=lambda file: -len(str(file))):
        data = data.replace(str(file).encode(), file.name.encode())
    return data
