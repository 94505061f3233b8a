"""Everything that a statistician should know before fitting, found in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.fitting.identifying import ENOUGH, identifiable
from fidelity.covariates.fitting.trials import PER_ARM
from fidelity.covariates.fitting.varying import Verdict, verdicts
from fidelity.covariates.losses import Loss, losses
from fidelity.covariates.master import Master
from fidelity.covariates.preflight.choosing import about_netmetareg, about_references
from fidelity.covariates.preflight.comparing import comparisons
from fidelity.covariates.preflight.confounding import about_confounding, confounding
from fidelity.covariates.preflight.connecting import about_connection, connectivity
from fidelity.covariates.preflight.counting import about_counts
from fidelity.covariates.preflight.found import Preflight
from fidelity.covariates.preflight.losing import about_treatments
from fidelity.covariates.preflight.varying import about_variation
from fidelity.covariates.validators import check
from fidelity.scoring.result import Scores

REGRESSIONS: Final = frozenset(
    {"bnma", "bugsnet", "crossnma", "gemtc", "jags", "metafor", "metainsight", "multinma", "netmeta", "nma", "stata"}
)
"""Folders whose files are there to be regressed on; the others draw or rate, and are of use without variation."""

OF_GRADE: Final = ("fid", PER_ARM)
"""What the files for JAGS hold under no column of a covariate."""


def look(master: Master, tables: Sequence[Table], scores: Scores) -> Preflight:
    """Return what can be fitted with these tables and what cannot, and why.

    A file is refused where its package could not use it, where no covariate in it can be fitted, or where its guide
    reads a file that is refused.
    """
    slopes = identifiable(master)
    found = verdicts(master, slopes)
    network, against = connectivity(master), confounding(master)
    unfit = _unfit(master, tables, found)
    refused = {one.file for one in unfit}
    checked = [one for table in tables for one in check(table, master) if not _said(one, refused)]
    findings = [
        *about_variation(found),
        *_about_slopes(slopes, found),
        *about_netmetareg(master, found, tables),
        *about_references(master, slopes, [table for table in tables if table.path not in refused]),
        *about_connection(network),
        *about_confounding(against, grade_fits=any(one.fits and one.covariate.name == "fid" for one in found)),
        *about_counts(master),
        *about_treatments(master),
        *_about_studies(master, scores),
        *unfit,
        *checked,
    ]
    findings += _companions(tables, findings)
    return Preflight(
        findings=tuple(dict.fromkeys(findings)),
        verdicts=found,
        comparisons=comparisons(master),
        identifiable=slopes,
        connectivity=network,
        confounding=against,
        left_out=master.left_out,
        files=tuple(table.path for table in tables),
        master=master,
    )


def _said(finding: Finding, refused: Collection[str]) -> bool:
    """Whether a finding repeats for a file what is said of the covariate, or of the file, already."""
    return finding.code == "does_not_vary" and (finding.severity == "warning" or finding.file in refused)


def _unfit(master: Master, tables: Iterable[Table], found: Iterable[Verdict]) -> list[Finding]:
    """Return the files in which no covariate can be fitted."""
    by_name = {verdict.covariate.name: verdict for verdict in found}
    findings = []
    for table in tables:
        folder = table.path.split("/")[0]
        grades = (PER_ARM,) if master.rule == "difference" else OF_GRADE  # a difference has no probabilities
        said = table.covariates or (grades if folder == "jags" else ())
        names = [name.removeprefix("covar.") for name in said]
        mine = [by_name[name] for name in names if name in by_name]
        if folder in REGRESSIONS and mine and not any(verdict.fits for verdict in mine):
            first, name = mine[0], mine[0].covariate.name
            whole = f"none of its covariates can be fitted, such as {name}" if len(mine) > 1 else "it cannot be fitted"
            what = f"{whole}: {first.why}"
            about = name if len(mine) == 1 else ""
            findings.append(Finding(first.code, "refused", what, first.remedy, table.guide.package, table.path, about))
    return findings


def _companions(tables: Iterable[Table], findings: Iterable[Finding]) -> list[Finding]:
    """Return the files whose guide reads a file that is refused: one without the other is of no use."""
    refused = {one.file for one in findings if one.severity == "refused" and one.file}
    found = []
    for table in tables:
        read = sorted(path for path in refused if f'"{path}"' in table.guide.call)
        if table.path not in refused and read:
            what = "it is of no use without the covariates beside it, which are refused"
            found.append(Finding("companion_refused", "refused", what, "", table.guide.package, table.path))
    return found


def _about_slopes(slopes: pl.DataFrame, found: Iterable[Verdict]) -> list[Finding]:
    """Return what is not identified of the covariates that can be fitted, and slopes with few studies."""
    findings = []
    for name in [verdict.covariate.name for verdict in found if verdict.fits and not verdict.repeats]:
        mine = slopes.filter(pl.col("covariate") == name, pl.col("model").is_in(["common", "independent", "interest"]))
        for row in mine.filter(~pl.col("identified")).iter_rows(named=True):
            whose = "the common slope" if row["model"] == "common" else f"the slope of {row['coefficient']}"
            what = f"{whose} is not identified: {row['why']}"
            remedy = "leave it out of the model" if row["model"] == "independent" else "do not fit it"
            findings.append(Finding("not_identified", "warning", what, remedy, covariate=name))
        few = mine.filter(pl.col("identified"), pl.col("studies") < ENOUGH)
        if few.height:
            whose = ", ".join(_counted(row) for row in few.iter_rows(named=True))
            what = f"fewer than {ENOUGH} studies for {whose}"
            remedy = "name one slope beforehand as the primary one, and do not trust a small interval"
            findings.append(Finding("few_studies", "warning", what, remedy, covariate=name))
    return findings


def _counted(row: dict[str, object]) -> str:
    whose = "the common slope" if row["coefficient"] == "all" else f"the slope of {row['coefficient']}"
    return f"{whose} ({row['studies']})"


def _about_studies(master: Master, scores: Scores) -> list[Finding]:
    """Return what is in no file, by reason, and the studies that are neither in nor named as left out."""
    found = [_lost(loss) for loss in sorted(losses(master.left_out), key=lambda loss: -len(loss.named))]
    said = {*master.left_out["study"].to_list(), *master.studies["record"].to_list()}
    graded = Counter(scores.grades.filter(pl.col("status") == "graded")["study"].to_list())
    lost = tuple(study for study in graded if study not in said)
    if lost:
        what = f"{len(lost)} graded studies are neither in the files nor named as left out"
        found.append(Finding("unaccounted", "warning", what, "report it as a fault of this program", studies=lost))
    return found


def _lost(loss: Loss) -> Finding:
    """Return what one reason costs; where only the number of a study is lost, that its arms stay."""
    fate = "in the network without a number" if loss.stays else "left out"
    what = f"{loss.counted} {fate} ({loss.reason}): {loss.means}"
    return Finding("left_out", "note", what, studies=loss.named)
