"""Slopes of their own for treatments, as the calls of guides name them: only those that the data identify."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from fidelity.covariates.fitting.identifying import identified_of, identified_of_arms
from fidelity.covariates.master import Master
from fidelity.covariates.projections.rows import complete


@dataclass(frozen=True, slots=True)
class OwnSlopes:
    """The treatments whose slope is identified, in order, and why that of each other treatment is not."""

    identified: tuple[str, ...] = ()
    left_out: Mapping[str, str] | None = None

    def note(self) -> str:
        """Return what a guide says of the slopes that are left out; empty where none is."""
        if not self.left_out:
            return ""
        reasons = "; ".join(f"{treat} ({why})" for treat, why in self.left_out.items())
        if not self.identified:
            return f"No treatment has an identified slope of its own, and the call names none: {reasons}."
        return (
            f"Left out, since these data do not identify the slope: {reasons}. The effect of a treatment without a "
            "slope is that at the values of its own trials, not at 0."
        )


def own_slopes(master: Master, *, classes: bool = True) -> OwnSlopes:
    """Return the slopes of the lead covariate; without `classes` every treatment but the reference has one.

    None where the number of a study is of one treatment, or a difference: there is one slope then.
    """
    covariates = complete(master)
    if master.rule != "worst" or not covariates:
        return OwnSlopes()
    frame = identified_of(master, covariates[0])
    unclassed = frame.filter(pl.col("model") == "independent_without_classes")
    if not classes and not unclassed.is_empty():
        return _of(unclassed)
    return _of(frame.filter(pl.col("model") == "independent"))


def own_slopes_of_arms(master: Master) -> OwnSlopes:
    """Return the slopes of active treatments on the grades of their own arms."""
    return _of(identified_of_arms(master, own=True))


def arms_share_a_slope(master: Master) -> bool:
    """Whether one slope of all treatments on the grades of their arms is identified."""
    return bool(identified_of_arms(master)["identified"].any())


def _of(frame: pl.DataFrame) -> OwnSlopes:
    return OwnSlopes(
        tuple(frame.filter("identified")["coefficient"]),
        dict(frame.filter(~pl.col("identified")).select("coefficient", "why").iter_rows()),
    )
