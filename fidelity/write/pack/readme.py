"""README.md of a pack: what each file is, how to fit from it, and what was decided on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.losses import Loss, losses
from fidelity.covariates.master import Master
from fidelity.covariates.pack import Pack
from fidelity.model.assumption import Assumption
from fidelity.write.explanation import OURS
from fidelity.write.markdown import counted, page
from fidelity.write.pack.words import KIND, arm_rule, network_words, scale_words, sparse_words, threshold_words

_THE_PACK: Final = "pack"
_TITLES: Final = {_THE_PACK: "Tables to look things up in"}
"""How a section is headed, where not as the package of its files."""

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
_LISTED: Final = 12
"""So many studies and arms are named in the README; `left_out.csv` has all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Files that are read by the same call, and what to know of them."""

    paths: tuple[str, ...]
    call: str
    language: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """The files of one package."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def link(self) -> str:
        """A link to its section, called as Markdown calls sections."""
        signs = (sign for sign in self.name.lower().replace(" ", "-") if sign.isalnum() or sign in "-_")
        return f"[{self.name}](#{''.join(signs)})"


def readme(pack: Pack, assumption: Assumption, others: Mapping[str, str]) -> bytes:
    """Return README.md; `others` says what each file beside the tables holds."""
    master = pack.master
    source = Path(pack.outcomes.source).name
    opening = (
        f"Grades of technical fidelity ({master.axis}) joined with the outcomes of {source}, as covariates for network "
        f"meta-analysis: {network_words(master)}. Each package has a file that it takes as it is."
    )
    absent = [finding for finding in pack.preflight.findings if finding.severity == "refused" and finding.file]
    return page(
        "README.md.j2",
        outcomes=source,
        opening=opening,
        facts=_facts(pack, assumption),
        neutral=OURS,
        columns=list(_columns(pack)),
        packages=_packages(pack.usable),
        absent=_absent(absent) + _absent(pack.skipped),
        left_out=_left_out(master),
        others=list(others.items()),
    )


def _facts(pack: Pack, assumption: Assumption) -> list[tuple[str, str]]:
    master = pack.master
    because = " ".join(part for part in (assumption.because, assumption.warning) if part)
    facts = [
        ("Outcome", f"{Path(pack.outcomes.source).name}: {KIND[master.kind]}"),
        ("Network", network_words(master)),
        ("Counts", sparse_words(master)),
        ("Grade", f"{master.axis}, by the profile {master.profile} (clock: {master.clock})"),
        ("From arms to studies", f"{master.rule}: {arm_rule(master)}"),
        ("Where reports are silent", f"the assumption {assumption.reference}: {assumption.title}. {because}"),
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


def _packages(tables: Sequence[Table]) -> list[Package]:
    """Return the packages in the order of their first files, files that are read alike in one entry."""
    found: dict[str, list[Table]] = {}
    for table in tables:
        found.setdefault(table.guide.package, []).append(table)
    return [Package(_TITLES.get(name, name), tuple(_entries(group))) for name, group in found.items()]


def _entries(tables: Sequence[Table]) -> Iterator[Entry]:
    """Yield an entry for all files whose guides differ in nothing but paths and covariates."""
    words = {word for table in tables for word in (table.path, *table.covariates)}
    own = re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))
    groups: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        guide = table.guide
        key = tuple(own.sub("", text) for text in (guide.call, guide.centred, guide.slope, guide.more))
        groups.setdefault(key, []).append(table)
    for group in groups.values():
        yield _entry(group)


def _entry(tables: Sequence[Table]) -> Entry:
    guide: Guide = tables[0].guide
    lines = [f"**Centre.** {guide.centred}", f"**Slope.** {guide.slope}", guide.more]
    if guide.package == _THE_PACK:
        lines = [guide.more]
    elif any(table.guide != guide for table in tables):
        lines.append("The call is that of the first file; the others are read alike.")
    return Entry(tuple(table.path for table in tables), guide.call, _language(guide.call), tuple(filter(None, lines)))


def _language(call: str) -> str:
    """Return the language of a call as Markdown names it: R, the shell, or none where it is Stata or plain words."""
    first = call.lstrip().split("\n", 1)[0]
    if first.startswith("Rscript"):
        return "sh"
    return "r" if first.startswith("library(") or "<-" in first else ""


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
