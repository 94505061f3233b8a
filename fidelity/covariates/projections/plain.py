"""The master as files: every arm with all that is known of it, and every study."""

from __future__ import annotations

from typing import Final

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.rows import OUTCOME, Projected

_KEY: Final = ("study", "id", "record", "label", "treat", "arm", "role", "trt_class", "node")
_OF_ARM: Final = ("yi", "vi", "active")
_GRADE_OF_ARM: Final = ("fid_arm", "fid_arm_lo", "fid_arm_hi", "pa0", "pa1", "pa2", "pa3")
_PATIENTS_OF_STUDY: Final = "n_study"


def files(master: Master) -> Projected:
    """Return `arms_long.csv`, of which every other file is a projection, and `studies.csv`."""
    return [_arms(master), _studies(master)]


def _arms(master: Master) -> Table:
    of_study = master.studies.rename({"n": _PATIENTS_OF_STUDY})
    joined = master.arms.join(of_study, on="study", how="left", maintain_order="left")
    first = [name for name in (*_KEY, *_outcome(master)) if name in joined.columns]
    unused = {"n", "events", "mean", "sd", "effect", "se", "yi", "vi"}
    between = [name for name in of_study.columns if name not in {*first, *unused, "study"}]
    last = [name for name in _GRADE_OF_ARM if name in joined.columns]
    names = [*first, *between, *last]
    guide = Guide(
        package="pack",
        call='d <- read.csv("arms_long.csv")',
        centred="Nothing is centred here.",
        slope="A table to look things up in; fit from the files of your package.",
        more=(
            "One row for each arm; the other files are projections of it. Numbers of the study (fid and the other "
            "covariates) repeat on its rows. fid_arm is the expected grade of the arm. Arms of the reference class "
            "have no grade: their fid_arm is 0, a coding device, and their range and probabilities are empty. "
            "An empty cell means not known or not asked."
        ),
    )
    covariates = tuple(covariate.name for covariate in master.covariates)
    return Table("arms_long.csv", joined.select(names), guide, (*covariates, "fid_arm"), missing="")


def _outcome(master: Master) -> tuple[str, ...]:
    if master.kind == "contrasts":
        return ("n", *OUTCOME["contrasts"], "active")
    return (*OUTCOME[master.kind], *_OF_ARM)


def _studies(master: Master) -> Table:
    order = master.arms.select("study").unique(maintain_order=True)
    frame = order.join(master.studies, on="study", how="inner", maintain_order="left")
    guide = Guide(
        package="pack",
        call='s <- read.csv("studies.csv")',
        centred="Nothing is centred here.",
        slope="A table to look things up in; fit from the files of your package.",
        more=(
            "One row for each study: its covariates, their lowest and highest value (_lo, _hi), and the probability "
            "of each grade (p0 poor to p3 full) under the assumption. An empty cell means not known or not asked."
        ),
    )
    covariates = tuple(covariate.name for covariate in master.covariates)
    return Table("studies.csv", frame, guide, covariates, missing="")
