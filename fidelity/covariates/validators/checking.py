"""Each file against the rules of the package that reads it, which the folder of the file names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from fidelity.covariates.carrying import takes
from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.validators import (
    bnma,
    bugsnet,
    cinema,
    crossnma,
    gemtc,
    metafor,
    metainsight,
    multinma,
    netmeta,
    nma,
    nmastudio,
    robmen,
    robvis,
    stata,
)
from fidelity.covariates.validators.covariates import check_agreement, check_names
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import covariates_of, of_arm, plain
from fidelity.covariates.validators.structure import check_keys, check_rows
from fidelity.covariates.wide import limited

PACKAGES: Final[Mapping[str, Callable[[Table, Master], Iterable[Finding]]]] = {
    "bnma": bnma.check,
    "bugsnet": bugsnet.check,
    "cinema": cinema.check,
    "crossnma": crossnma.check,
    "gemtc": gemtc.check,
    "metafor": metafor.check,
    "metainsight": metainsight.check,
    "multinma": multinma.check,
    "netmeta": netmeta.check,
    "nma": nma.check,
    "nmastudio": nmastudio.check,
    "robmen": robmen.check,
    "robvis": robvis.check,
    "stata": stata.check,
}


def check(table: Table, master: Master) -> list[Finding]:
    """Return what the package that reads this table could not use, or would use wrongly without a word.

    Files at the top of the pack, and those of folders that are no package's, are checked for their rows only.
    """
    of_package = PACKAGES.get(folder_of(table))
    if of_package is None:
        return list(check_rows(table))
    master = _limited(table, master)
    found = list(check_rows(table, [column.name for column in covariates_of(table, master)]))
    if table.covariates and not takes(folder_of(table), master) and not all(map(of_arm, table.covariates)):
        what = f"the package cannot put the number of a study on the arms that the rule {master.rule} takes it from"
        found.append(fault(table, "rule_not_taken", what, "fit it with metafor"))
    if table.frame.height:
        found += of_package(table, master)
        found += [*check_keys(table), *check_names(table, master), *check_agreement(table, master)]
    return _once(found)


def folder_of(table: Table) -> str:
    """Return the folder of a file within the pack, by which its package is known; empty at the top."""
    return table.path.split("/")[0] if "/" in table.path else ""


def _limited(table: Table, master: Master) -> Master:
    """Return the master that a file is made of: a covariate that some studies lack has files without them."""
    own = [entry for entry in master.covariates if entry.missing and entry.name in map(plain, table.covariates)]
    return limited(master, own[0]) if own else master


def _once(found: Iterable[Finding]) -> list[Finding]:
    """Return findings without the milder one of two that say the same of the same."""
    refused = {(one.code, one.covariate) for one in found if one.severity == "refused"}
    kept = (one for one in found if one.severity == "refused" or (one.code, one.covariate) not in refused)
    return list(dict.fromkeys(kept))
