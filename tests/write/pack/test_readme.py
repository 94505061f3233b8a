"""The README of a pack whose domains some studies lack: short, and first what to begin with."""

from __future__ import annotations

import re

import polars as pl
import pytest
from networks.generate import Plan, Silence
from networks.generate import make as made_up

import fidelity
from fidelity.covariates.files import Guide, Table
from fidelity.write.pack import Made, Run, make
from fidelity.write.pack.guides import packages_of
from fidelity.write.pack.making import files_of


@pytest.fixture(scope="module")
def large(library: fidelity.Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, dict[str, bytes], str]:
    """A review of 38 studies with open grades, in which three domains are not asked of every study."""
    review = made_up(Plan(silence=Silence("at_random")), 1, library)
    records, outcomes = review.write(tmp_path_factory.mktemp("large"))
    run = Run((str(records),), str(outcomes), figures=())
    made = make(run, library)
    assert any(covariate.missing for covariate in made.pack.master.covariates)
    files = files_of(made, run)
    return made, files, files["README.md"].decode()


def test_it_is_short_enough_to_be_read(large: tuple[Made, dict[str, bytes], str]) -> None:
    assert len(large[2].splitlines()) < 385


def test_it_begins_with_the_analysis_that_suits_open_grades(large: tuple[Made, dict[str, bytes], str]) -> None:
    made, _, text = large
    first = " ".join(text[text.index("## ") :].split("\n## ")[0].split())
    opened = made.pack.master.studies.filter(pl.col("fid_lo") < pl.col("fid_hi")).height
    assert first.startswith("## Where to begin")
    assert f"The grade is open in {opened} of 38 studies. `jags/fit.R` is the primary analysis" in first
    assert (
        first.index("preflight.txt") < first.index("jags/fit.R") < first.index("metafor/fit.R") < first.index("netmeta")
    )
    assert re.findall(r"^### (.*)$", text, flags=re.MULTILINE)[:2] == ["JAGS (R package rjags)", "metafor"]


def test_every_file_is_named_and_each_package_is_called_once_for_each_kind_of_file(
    large: tuple[Made, dict[str, bytes], str],
) -> None:
    _, files, text = large
    assert {name for name in files if f"`{name}`" not in text and name != "README.md"} == set()
    assert text.count("library(gemtc)") == text.count("library(multinma)") == text.count("Upload metainsight/") == 1
    assert text.count("library(netmeta)") == 2
    unwrapped = " ".join(text.split())
    assert unwrapped.count("the grade turned round") == unwrapped.count("all share a slope it cancels") == 1


def test_what_is_otherwise_for_the_file_of_another_covariate_is_said() -> None:
    frame = pl.DataFrame({"study": ["a"]})

    def table(path: str, covariate: str, terms: str, mean: str) -> Table:
        call = f'library(x)\nd <- read.csv("{path}")\nfit(d, {terms})'
        guide = Guide("x", call, f"At the mean: {covariate} {mean}.", f"Per unit ({covariate}, one step).", "Look.")
        return Table(path, frame, guide, (covariate,))

    tables = [
        table("x/arms.csv", "fid", "x_A + x_B", "1.5"),
        table("x/dose/arms.csv", "dose", "x_A", "1.5"),
        table("x/depth/arms.csv", "depth", "x_A + x_B", "1.5"),
        table("x/angle/arms.csv", "angle", "x_A + x_B", "0.2"),
    ]
    (package,) = packages_of(tables, ["fid", "dose", "depth", "angle"])
    (entry,) = package.entries
    assert entry.call == tables[0].guide.call
    told = {other.covariates: other.differs for other in entry.others}
    assert told == {("dose",): "In the call: `fit(d, x_A)`.", ("depth",): "", ("angle",): "At the mean: angle 0.2."}
