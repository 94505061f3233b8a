"""Networks of real trials go the whole way: to a reason not to fit, or, with grades that are made up, to a fit."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from networks.made_up_grades import LABEL, made_up_records

from fidelity.cli.main import cli
from r.running import needs_r, rscript

EXAMPLES = Path(__file__).parents[2] / "examples"
NETWORKS = sorted(path.stem for path in (EXAMPLES / "outcomes").glob("*.csv"))


def _covariates(records: Path, network: str, *more: str) -> Result:
    outcomes = EXAMPLES / "outcomes" / f"{network}.csv"
    return CliRunner().invoke(cli, ["covariates", str(records), "--outcomes", str(outcomes), *more])


@pytest.mark.parametrize("network", NETWORKS)
def test_a_network_whose_grades_are_silent_is_refused_with_the_reason(network: str) -> None:
    done = _covariates(EXAMPLES / "trials", network, "--preflight", "json")
    assert done.exit_code == 1
    said = json.loads(done.stdout)
    refused = {finding["file"]: finding for finding in said["findings"] if finding["severity"] == "refused"}
    for file in ("metafor/arms.csv", "netmeta/contrasts.csv", "metainsight/fid.csv", "jags/pmf.csv"):
        assert refused[file]["code"] == "does_not_vary"
        assert refused[file]["what"]
    assert [one["covariate"] for one in said["covariates"] if one["fits"]] == [], "not by the assumption alone either"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of real trials of the sacroiliac and facet joints with a technique that is made up."""
    folder = tmp_path_factory.mktemp("made_up")
    records = folder / "records.json"
    records.write_text(
        json.dumps({"codebook": "1.0.0", "studies": made_up_records(EXAMPLES / "trials")}), encoding="utf-8"
    )
    done = _covariates(records, "axial-joint", "--scale", "grade", "-o", str(folder / "pack"))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return folder / "pack"


def test_made_up_grades_differ_and_are_called_made_up(pack: Path) -> None:
    with (pack / "studies.csv").open(encoding="utf-8", newline="") as file:
        studies = list(csv.DictReader(file))
    assert len({study["fid"] for study in studies}) > 2
    assert all(LABEL in study["label"] for study in studies)


@needs_r
@pytest.mark.parametrize("script", ["jags/fit.R", "metafor/fit.R"])
def test_the_network_with_made_up_grades_is_fitted_by_the_scripts_of_its_pack(pack: Path, script: str) -> None:
    said = rscript(pack / script)
    with (pack / "names.csv").open(encoding="utf-8", newline="") as file:
        names = [row for row in csv.DictReader(file) if "RF denervation (thermal)" in row.values()]
    assert len(names) == 1
    assert any(code in said for code in names[0].values())
    assert "tau" in said
