"""Where to begin with a pack: the analysis that suits its grades first."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from fidelity.covariates.master import Master
from fidelity.write.markdown import counted
from fidelity.write.pack.guides import Package


def beginning(master: Master, paths: Collection[str], packages: list[Package]) -> list[str]:
    """Return the steps in their order; `paths` are the files that are written, and only those are named."""
    steps = ["`preflight.txt` says what can be fitted, what cannot, and why."]
    jags, metafor = "jags/fit.R" in paths, "metafor/fit.R" in paths
    opened = master.studies.filter(pl.col("fid_nr") == 1).height
    of = counted(master.studies.height, "study", "studies")
    what = "difference" if master.rule == "difference" else "grade"
    by_jags = "`jags/fit.R` is the primary analysis: it takes the probability of each grade, not one number"
    by_metafor = "`metafor/fit.R` takes one number for each study, the expected " + what
    if opened:
        steps += [f"The {what} is open in {opened} of {of}. {by_jags}."] if jags else []
        steps += [f"{by_metafor}. Use it beside, or where one number is needed."] if metafor else []
    elif master.studies.height:
        steps += [f"The {what} is decided in every study. {by_metafor}, and is enough."] if metafor else []
        steps += ["`jags/fit.R` fits it as a Bayesian model."] if jags else []
    if packages:
        links = ", ".join(package.link for package in packages)
        steps.append(f"Then the package of your review: {links}. Run the code from this folder.")
    return [*steps, "`methods.md` is text for the methods section and the checklists."]
