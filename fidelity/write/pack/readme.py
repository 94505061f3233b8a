"""README.md of a pack: what each file is, how to fit from it, and what was decided on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import polars as pl

from fidelity.covariates.findings import Finding
from fidelity.covariates.losses import Loss, losses
from fidelity.covariates.master import Master
from fidelity.covariates.pack import Pack
from fidelity.model.assumption import Assumption
from fidelity.write.explanation import OURS
from fidelity.write.markdown import counted, page
from fidelity.write.pack.beginning import beginning
from fidelity.write.pack.guides import cancels, looked_up, packages_of, units
from fidelity.write.pack.words import KIND, arm_rule, network_words, scale_words, sparse_words, threshold_words

_BESIDE: Final = {
    "fid_lo": ("lowest grade that the report leaves possible", "0 poor to 3 full"),
    "fid_hi": ("highest grade that the report leaves possible", "0 poor to 3 full"),
    "fid_nr": ("whether the grade is open, so that fid is an expectation", "1 open, 0 decided"),
    "fid_grp": ("the grade by the threshold, in words, for subgroups", "lower, higher, unclear"),
    "fid_cat": ("the grade in words", "poor, limited, adequate, full, open"),
}
_OF_DIFFERENCE: Final = {
    "fid_lo": ("smallest difference that the reports leave possible", "-3 to 3"),
    "fid_hi": ("largest difference that the reports leave possible", "-3 to 3"),
    "fid_nr": ("whether the difference is open, so that fid is an expectation", "1 open, 0 decided"),
}
_OF_ARM: Final = (
    "expected grade of the arm itself; 0 in arms of a reference treatment, a coding device and no grade",
    "0 to 3",
)
_PAGE: Final = re.compile(r"(_\d+)?\.\w+$")
_PAGES: Final = re.compile(r": .*$")
"""What the title of one page of a figure has beside that of the figure."""
_LISTED: Final = 12
"""So many studies and arms are named in the README; `left_out.csv` has all."""


def readme(pack: Pack, assumption: Assumption, others: Mapping[str, str]) -> bytes:
    """Return README.md; `others` says what each file beside the tables holds."""
    master = pack.master
    source = Path(pack.outcomes.source).name
    opening = (
        f"Grades of technical fidelity ({master.axis}) joined with the outcomes of {source}, as covariates for network "
        f"meta-analysis: {network_words(master)}. Each package has a file that it takes as it is."
    )
    named = [covariate.name for covariate in master.covariates]
    packages = packages_of(pack.usable, named)
    absent = [finding for finding in pack.preflight.findings if finding.severity == "refused" and finding.file]
    return page(
        "README.md.j2",
        outcomes=source,
        opening=opening,
        begin=beginning(master, others, packages),
        facts=_facts(pack, assumption),
        neutral=OURS,
        columns=list(_columns(pack)),
        looked_up=looked_up(pack.usable),
        packages=packages,
        cancels=cancels(pack.usable),
        units=_units(units(pack.usable, named)),
        absent=_absent(absent) + _absent(pack.skipped),
        left_out=_left_out(master),
        others=_grouped(others),
    )


def _facts(pack: Pack, assumption: Assumption) -> list[tuple[str, str]]:
    master = pack.master
    facts = [
        ("Outcome", f"{Path(pack.outcomes.source).name}: {KIND[master.kind]}"),
        ("Counts", sparse_words(master)),
        ("Grade", f"{master.axis}, by the profile {master.profile} (clock: {master.clock})"),
        ("From arms to studies", f"{master.rule}: {arm_rule(master)}"),
        ("Where reports are silent", f"{assumption.reference}: {assumption.title}. {assumption.warning or ''}"),
        ("Threshold", "" if master.rule == "difference" else threshold_words(master)),
        ("Reference", _named(master, master.reference)),
    ]
    if master.nodes == "technique":
        facts.append(("Treatments", "called after the technique that was given, not as in the outcome file"))
    return [(name, words) for name, words in facts if words]


def _named(master: Master, treat: str) -> str:
    names = master.treatments.filter(pl.col("treat") == treat)["name"].to_list()
    return f"{treat} ({names[0]})" if names and names[0] != treat else treat


def _columns(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Yield column, meaning and scale of each covariate, and of what stands beside the grade."""
    master = pack.master
    for covariate in master.covariates:
        missing = f"; not asked in {len(covariate.missing)} studies" if covariate.missing else ""
        yield covariate.name, covariate.title + missing, scale_words(covariate)
        if covariate.name == "fid":
            for column, (title, scale) in (_OF_DIFFERENCE if master.rule == "difference" else _BESIDE).items():
                yield column, title, scale
    yield "fid_arm", *_OF_ARM


def _units(found: Mapping[str, tuple[str, str]]) -> str:
    """Return as a sentence what one unit and what 0 of each covariate is, those that are alike together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for name, words in found.items():
        alike.setdefault(words, []).append(f"`{name}`")
    said = (
        f"{', '.join(names)}: {'; '.join(filter(None, (one, zero and f'0 is {zero}')))}"
        for (one, zero), names in alike.items()
    )
    text = ". ".join(said)
    return f"One unit of a covariate, and its 0. {text}." if text else ""


def _grouped(others: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return files and their content; the pages of a figure, in all formats, are one row."""
    rows: dict[str, tuple[list[str], str]] = {}
    for path, words in others.items():
        figure = _PAGE.sub("", path) if path.startswith("figures/") else path
        paths, _ = rows.setdefault(figure, ([], _PAGES.sub("", words)))
        paths.append(f"`{path}`")
    return [(", ".join(paths), words) for paths, words in rows.values()]


def _absent(findings: Sequence[Finding]) -> list[str]:
    """Return why files are absent, those for the same reason together."""
    by_reason: dict[str, list[str]] = {}
    for finding in findings:
        about = f"`{finding.file}`" if finding.file else finding.package
        remedy = f" Remedy: {finding.remedy}." if finding.remedy else ""
        by_reason.setdefault(f"{finding.what}.{remedy}", []).append(about)
    said = [(", ".join(dict.fromkeys(filter(None, files))), reason) for reason, files in by_reason.items()]
    return [f"{files}: {reason}" if files else reason for files, reason in said]


def _left_out(master: Master) -> list[tuple[str, str, str]]:
    """Return each reason, what it means, and how many studies and arms it costs, with names."""
    return [(loss.reason, loss.means, _counts(loss)) for loss in losses(master.left_out)]


def _counts(loss: Loss) -> str:
    counts = [(loss.studies, "study", "studies"), (loss.arms, "arm", "arms")]
    said = " and ".join(counted(len(names), one, several) for names, one, several in counts if names)
    if loss.stays:
        said += " without a number, whose arms stay"
    more = f" and {len(loss.named) - _LISTED} more" if len(loss.named) > _LISTED else ""
    return said if loss.reason == "no_outcome" else f"{said}: {', '.join(loss.named[:_LISTED])}{more}"
