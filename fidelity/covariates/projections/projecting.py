"""Every projection of a master, in the order in which the pack lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from fidelity.covariates.carrying import takes
from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.fitting import fits
from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.projections import (
    bnma,
    bugsnet,
    cinema,
    crossnma,
    gemtc,
    indirectness,
    metafor,
    metainsight,
    multinma,
    netmeta,
    nma,
    nmastudio,
    plain,
    probabilities,
    robmen,
    robvis,
    stata,
)
from fidelity.covariates.projections.rows import Projected, lead, led_by
from fidelity.model.outcomes import OutcomeKind

_ARMS: Final[frozenset[OutcomeKind]] = frozenset({"events", "means"})
_ALL: Final[frozenset[OutcomeKind]] = _ARMS | {"contrasts"}


@dataclass(frozen=True, slots=True)
class Package:
    """One package: the folder of its files, the kinds of outcome it takes, and whether it fits the covariates.

    A package that does gets files of their own for covariates that some studies lack.
    """

    name: str
    folder: str
    files: Callable[[Master, str], Projected]
    kinds: frozenset[OutcomeKind] = _ARMS
    fits: bool = True


PACKAGES: Final = (
    Package("netmeta", "netmeta", netmeta.files, _ALL),
    Package("metafor", "metafor", metafor.files, _ALL),
    Package("gemtc", "gemtc", gemtc.files, _ALL),
    Package("multinma", "multinma", multinma.files, _ALL),
    Package("BUGSnet", "bugsnet", bugsnet.files),
    Package("bnma", "bnma", bnma.files),
    Package("crossnma", "crossnma", crossnma.files),
    Package("NMA", "nma", nma.files),
    Package("Stata network", "stata", stata.files),
    Package("MetaInsight", "metainsight", metainsight.files, fits=False),
    Package("NMAstudio", "nmastudio", nmastudio.files, _ALL, fits=False),
    Package("CINeMA", "cinema", cinema.files, _ALL, fits=False),
    Package("ROB-MEN", "robmen", robmen.files, fits=False),
    Package("robvis", "robvis", robvis.files, _ALL, fits=False),
)


def project(master: Master) -> tuple[Table, ...]:
    """Return the files of the pack that this outcome and these grades allow, the master first.

    `skipped` says why other files are absent; `draws_of` makes the draws of grades.
    """
    return tuple(item for item in _every(master) if isinstance(item, Table))


def skipped(master: Master) -> tuple[Finding, ...]:
    """Return why files are absent, and what would bring them back."""
    return tuple(item for item in _every(master) if isinstance(item, Finding))


def _every(master: Master) -> Projected:
    if master.studies.is_empty():
        return [Finding("no_studies", "note", "no study has both an outcome and a number, so there are no files")]
    made = plain.files(master) + probabilities.files(master) + indirectness.files(master)
    numbered = _numbered(master)
    for package in PACKAGES:
        made += _of(package, numbered)
    return made + metafor.per_arm(master) + multinma.per_arm(master)


def _numbered(master: Master) -> Master:
    """Return the master with the studies that have numbers only, and the covariates that some study has.

    One that can be fitted leads, if there is any: calls name it, and metafor's slopes are of it.
    """
    arms = master.arms.join(master.studies, on="study", how="semi", maintain_order="left")
    asked = tuple(c for c in master.covariates if len(c.missing) < master.studies.height)
    numbered = replace(master, arms=arms, covariates=asked)
    return led_by(numbered, lambda covariate: fits(numbered, covariate))


def _of(package: Package, master: Master) -> Projected:
    if master.kind not in package.kinds:
        what = "it takes arms, and the outcome file has differences between arms"
        remedy = "give events or means of every arm"
        return [Finding("needs_arms", "note", what, remedy=remedy, package=package.name)]
    if not takes(package.folder, master):
        has_another = package.name == "multinma" and multinma.per_arm(master)
        return [] if has_another else [_cannot(package, master)]
    if master.reference not in set(master.arms["treat"]):
        what = f"no study that has a number has the reference {master.reference}"
        return [Finding("reference_lost", "note", what, remedy="name another reference", package=package.name)]
    if not package.fits:
        return package.files(master, package.folder)
    made: Projected = []
    if lead(master) is not None:
        made += package.files(master, package.folder)
    else:
        what = "no covariate is there for every study, so there is no file of all studies"
        made.append(Finding("no_common_covariate", "note", what, package=package.name))
    for covariate in master.covariates:
        if covariate.missing and (covariate.scale != "criteria" or package.name == "metafor"):
            made += _own(package, master, covariate)
    return made


def _cannot(package: Package, master: Master) -> Finding:
    """Return why a package can not fit the numbers of studies under the rule: it would fit another model instead."""
    if master.rule == "difference":
        where = "on its later arm"
        remedy = "fit it with metafor, or the grades of the arms with metafor, multinma or JAGS, or take the rule worst"
    else:
        where, remedy = f"on its arm of {master.interest}", "use metafor or JAGS"
        if master.interest != master.reference:
            remedy = "use metafor, multinma, gemtc or JAGS"
    what = (
        f"the rule {master.rule} puts the number of a study {where}, and the package on every treatment but the "
        "reference or its class: it would fit another model"
    )
    return Finding("rule_not_taken", "note", what, remedy=remedy, package=package.name)


def _own(package: Package, master: Master, covariate: Covariate) -> Projected:
    """Return the files of a covariate that some studies lack, in a folder by its name, without those studies."""
    return package.files(metainsight.alone(master, covariate), f"{package.folder}/{covariate.name}")
