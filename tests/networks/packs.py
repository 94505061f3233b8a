"""The files of a pack that R reads in tests, without the rest of the pack."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import fidelity
from fidelity.covariates.build import Choices, build
from fidelity.covariates.master import Master
from fidelity.covariates.models import jags_tables
from fidelity.covariates.projections import project
from fidelity.expecting import Expectation
from fidelity.read.outcomes import read_outcomes
from fidelity.scoring.result import Scores
from fidelity.write.pack.scripts import jags_texts
from networks.generate import Review

AGAINST_SHAM = Choices(reference="Sham")
FOR_R = ("metafor/arms.csv", "metafor/per_arm.csv", "netmeta/contrasts.csv")


def scored(review: Review, library: fidelity.Library) -> Scores:
    """Grade what the reports of a review say."""
    scores = fidelity.score(list(review.records), library=library)
    scores.raise_for_problems()
    return scores


def master_of_package(review: Review, scores: Scores, expected: Expectation, choices: Choices = AGAINST_SHAM) -> Master:
    """Return the master of a review as the package builds it from scores, expected grades and the outcome file."""
    with TemporaryDirectory() as folder:
        _, outcomes = review.write(Path(folder))
        found = read_outcomes(outcomes)
    assert found.problems == ()
    return build(scores, expected, found, choices)


def write_for_r(master: Master, folder: Path, review: Review | None = None) -> None:
    """Write what R reads, and beside it the true grade of each study where the review is given."""
    tables = [table for table in project(master) if table.path in FOR_R]
    for table in (*tables, *jags_tables(master)):
        path = folder / table.path
        path.parent.mkdir(parents=True, exist_ok=True)
        table.frame.write_csv(path, null_value=table.missing)
    for name, text in jags_texts(master).items():
        (folder / name).write_text(text, encoding="utf-8")
    if review is not None:
        with (folder / "truth.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("study", "grade"))
            writer.writerows((record["id"], review.study_grade(record["id"])) for record in review.records)
