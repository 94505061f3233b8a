"""What becomes of the network when studies of low grade are left out: treatments that are lost, or no longer joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from fidelity.covariates.findings import Finding
from fidelity.covariates.fitting.trials import Trial, names_of, present, trials_of
from fidelity.covariates.master import Master
from fidelity.model.scheme import GRADES

COLUMNS: Final = {
    "at_least": pl.String, "by": pl.String, "studies": pl.Int64, "of": pl.Int64, "treatments": pl.Int64,
    "connected": pl.Boolean, "lost": pl.String, "apart": pl.String,
}  # fmt: skip
"""A row for each grade that is asked for, and for the network as it is (`at_least` any, `by` empty).

`by` the lowest grade of a study, or its expected one; any by `decided`: studies whose grade is one and not a range.
`lost`: names of treatments without a study; `apart`: names of treatments that are no longer joined with the reference
(or, where that is lost, with the largest part).
"""

ANY: Final = "any"


def connectivity(master: Master) -> pl.DataFrame:
    """Return what is left of the network at each grade that may be asked for (see COLUMNS)."""
    trials = trials_of(master)
    rows = [_left(master, trials, trials, ANY, "")]
    rows.append(_left(master, trials, [trial for trial in trials if trial.number("fid_nr") == 0], ANY, "decided"))
    if master.rule != "difference" and any(covariate.name == "fid" for covariate in master.covariates):
        for number, grade in enumerate(GRADES[1:], 1):
            for by, column in (("lowest", "fid_lo"), ("expected", "fid")):
                kept = [trial for trial in trials if (trial.number(column) or 0.0) >= number]
                rows.append(_left(master, trials, kept, grade, by))
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def _left(master: Master, trials: Sequence[Trial], kept: Sequence[Trial], grade: str, by: str) -> tuple[object, ...]:
    names = names_of(master)
    parts = parts_of(kept)
    mine = next((part for part in parts if master.reference in part), parts[0] if parts else frozenset())
    having = frozenset().union(*parts)
    lost = [names[treat] for treat in present(master) if treat not in having]
    apart = [names[treat] for treat in present(master) if treat in having - mine]
    connected = len(parts) == 1
    return grade, by, len(kept), len(trials), len(having), connected, "; ".join(lost), "; ".join(apart)


def parts_of(trials: Iterable[Trial]) -> list[frozenset[str]]:
    """Return the parts of the network whose treatments are joined by trials, the largest first."""
    parts: list[frozenset[str]] = []
    for trial in trials:
        mine = frozenset(trial.treats)
        joined = [part for part in parts if part & mine]
        parts = [part for part in parts if not part & mine] + [mine.union(*joined)]
    return sorted(parts, key=lambda part: (-len(part), sorted(part)))


def about_connection(frame: pl.DataFrame) -> list[Finding]:
    """Return a finding where the network is in parts from the outset; what exclusion does stands in the table."""
    whole = frame.row(0, named=True)
    if whole["connected"] or not whole["studies"]:
        return []
    what = f"the network is in parts: {whole['apart']} is joined with the reference by no trial"
    remedy = "name the nodes so that they join (--nodes), or fit the parts one by one"
    return [Finding("not_connected", "warning", what, remedy)]
