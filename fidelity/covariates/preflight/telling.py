"""The pre-flight as text for a terminal: the verdict first, then what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import polars as pl

from fidelity.covariates.findings import Finding, some
from fidelity.covariates.fitting.trials import PER_ARM, names_of
from fidelity.covariates.fitting.varying import OF_ARM, Verdict
from fidelity.covariates.preflight.found import Preflight
from fidelity.covariates.preflight.layout import many, number, table, wrapped
from fidelity.covariates.preflight.leaving import leaving, nothing_left

MOST: Final = 8
"""How many files a line names; the JSON names all."""

MODELS: Final = {
    "common": "common",
    "exchangeable": "exchangeable",
    "independent": "independent",
    "interest": "arms of interest",
    "per_arm": "grade of the arm",
    "common_without_classes": "common, no classes",
    "independent_without_classes": "independent, no classes",
}


def as_text(preflight: Preflight) -> str:
    """Return the pre-flight for a terminal, at most 98 columns wide."""
    parts = [
        _head(preflight),
        _verdict(preflight),
        _comparisons(preflight),
        _slopes(preflight),
        _connectivity(preflight),
        _confounding(preflight),
        leaving(preflight.left_out),
        _list("Warnings", preflight, "warning"),
        _list("Notes", preflight, "note"),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def in_short(preflight: Preflight) -> str:
    """Return what can be fitted, what cannot, and how many warnings there are, for a terminal."""
    warnings = sum(one.severity == "warning" for one in preflight.findings)
    return "\n".join([*_verdict(preflight), f"Warnings: {warnings or 'none'}"]) + "\n"


def _head(preflight: Preflight) -> list[str]:
    master = preflight.master
    names = names_of(master)
    rules = {
        "worst": "a study has the grade of its worst active arm",
        "interest": f"a study has the grade of its arm of {master.interest}",
        "difference": "a study has the difference between the grades of its arms",
    }
    if master.arms.is_empty():
        return [f"Pre-flight of {master.axis}", *wrapped(f"no study is left: {nothing_left(master.left_out)}", "  ")]
    counts = (
        f"{many(master.studies.height, 'study', 'studies')}, {many(master.arms.height, 'arm', 'arms')}, "
        f"{many(master.arms['treat'].n_unique(), 'treatment', 'treatments')}; reference {master.reference}"
        f" ({names.get(master.reference, master.reference)})"
    )
    how = f"{rules[master.rule]}; profile {master.profile}, clock {master.clock}, assumption {master.assumption}"
    return [f"Pre-flight of {master.axis}", *wrapped(counts, "  "), *wrapped(how, "  ")]


def _verdict(preflight: Preflight) -> list[str]:
    if preflight.master.arms.is_empty():
        return ["Nothing can be fitted"]
    fit = [verdict for verdict in preflight.verdicts if verdict.fits]
    unfit = [verdict for verdict in preflight.verdicts if not verdict.fits]
    lines = ["Can be fitted" if fit else "Nothing can be fitted"]
    again = [verdict.covariate.name for verdict in fit if verdict.repeats]
    for verdict in fit:
        if not verdict.repeats or all(one.repeats for one in fit):
            also = f" (also as {', '.join(again)})" if again and verdict.covariate.name == "fid" else ""
            lines += wrapped(f"{verdict.covariate.name}{also}: {_models(preflight, verdict)}", "  ", "    ")
    if unfit:
        lines += ["Cannot be fitted"] if fit else []
        reasons: dict[str, list[str]] = {}
        for verdict in unfit:
            why = f"{verdict.why}; {verdict.remedy}" if verdict.remedy else verdict.why
            reasons.setdefault(why, []).append(verdict.covariate.name)
        for why, names in reasons.items():
            lines += wrapped(f"{', '.join(names)}: {why}", "  ", "    ")
    return [*lines, *_files(preflight)]


def _models(preflight: Preflight, verdict: Verdict) -> str:
    if verdict.covariate.name == PER_ARM:
        return "the grade of each arm (metafor, multinma)"
    mine = preflight.identifiable.filter(pl.col("covariate") == verdict.covariate.name, pl.col("identified"))
    common = mine.filter(pl.col("model") == "common")
    apart = mine.filter(pl.col("model") == "independent")
    interest = mine.filter(pl.col("model") == "interest")
    parts = []
    if common.height:
        having = preflight.master.studies[verdict.covariate.name].count()
        parts.append(f"one slope for all ({_informing(int(common['studies'][0]), having)})")
    if apart.height:
        slopes = ", ".join(f"{treat} ({count})" for treat, count in apart.select("coefficient", "studies").iter_rows())
        parts.append(f"a slope for each of {slopes}")
    for treat, count in interest.select("coefficient", "studies").iter_rows():
        parts.append(f"the slope of {treat} ({many(count, 'study', 'studies')})")
    return "; ".join(parts) or "only in packages without classes"


def _informing(count: int, having: int) -> str:
    """Return how many studies inform a slope that treatments share, and why the others do not."""
    if count == having:
        return many(count, "study", "studies")
    return f"{count} of {having} studies: in the others every arm shares it, so that it cancels"


def _files(preflight: Preflight) -> list[str]:
    refused = [found for found in preflight.findings if found.severity == "refused"]
    count = len(preflight.refused)
    lines = [f"Files: {len(preflight.files) - count} of {len(preflight.files)} can be used"]
    unfit = dict.fromkeys(found.file for found in refused if _in_verdict(found))
    if unfit:
        lines += wrapped(f"refused, since no covariate in it can be fitted: {some(list(unfit), MOST)}", "  ", "    ")
    for said in _grouped(found for found in refused if not _in_verdict(found)):
        lines += wrapped(f"refused: {said}", "  ", "    ")
    return lines


def _grouped(findings: Iterable[Finding]) -> list[str]:
    """Return what is said, each once, with the covariates and the files that it is said of."""
    groups: dict[str, list[Finding]] = {}
    for found in findings:
        groups.setdefault(f"{found.what}; {found.remedy}" if found.remedy else found.what, []).append(found)
    lines = []
    for said, members in groups.items():
        covariates = dict.fromkeys(found.covariate for found in members if found.covariate)
        files = dict.fromkeys(found.file for found in members if found.file)
        about = f"{', '.join(covariates)}: " if covariates else ""
        lines.append(f"{about}{said}" + (f" ({some(list(files), MOST)})" if files else ""))
    return lines


def _comparisons(preflight: Preflight) -> list[str]:
    lines: list[str] = []
    for verdict in preflight.verdicts:
        if verdict.covariate.scale == "criteria" or verdict.repeats or verdict.covariate.name == PER_ARM:
            continue
        rows = preflight.comparisons.filter(pl.col("covariate") == verdict.covariate.name)
        cells = [
            (
                row["studies"], row["values"], number(row["lowest"]), number(row["median"]),
                number(row["highest"]), row["open"], row["missing"], f"{row['treat2']} vs {row['treat1']}",
            )
            for row in rows.iter_rows(named=True)
        ]  # fmt: skip
        head = ("studies", "values", "low", "median", "high", "open", "none", "comparison")
        lines += ["", *wrapped(f"{verdict.covariate.name}: {verdict.covariate.title}", ""), *table(head, cells)]
    return ["Values in each comparison", *lines[1:]] if lines else []


def _slopes(preflight: Preflight) -> list[str]:
    """Return the slopes of the first covariate that can be fitted, and of the others what is not identified."""
    fit = [verdict.covariate for verdict in preflight.verdicts if verdict.fits and not verdict.repeats]
    lines: list[str] = []
    for covariate in fit:
        rows = preflight.identifiable.filter(pl.col("covariate") == covariate.name)
        cells = [
            (
                MODELS[row["model"]], row["coefficient"], "yes" if row["identified"] else "no", row["studies"],
                row["values"], row["why"],
            )
            for row in rows.iter_rows(named=True)
            if covariate in (fit[0], OF_ARM) or row["why"]
        ]  # fmt: skip
        if cells:
            head = ("model", "slope", "identified", "studies", "values", "why not")
            lines += ["", *wrapped(f"{covariate.name}: {covariate.title}", ""), *table(head, cells)]
    return ["Slopes that the network identifies", *lines[1:]] if lines else []


def _connectivity(preflight: Preflight) -> list[str]:
    rows = preflight.connectivity.filter(pl.col("by") != "")
    cells = [
        (
            row["at_least"], row["by"], f"{row['studies']} of {row['of']}", row["treatments"],
            "yes" if row["connected"] else "no", _gone(row),
        )
        for row in rows.iter_rows(named=True)
    ]  # fmt: skip
    if preflight.master.arms.is_empty():
        return []
    head = ("at least", "by grade", "studies", "treatments", "connected", "what is gone")
    return ["The network when studies of low or open grade are left out", *table(head, cells)] if cells else []


def _gone(row: Mapping[str, object]) -> str:
    if not row["studies"]:
        return "everything"
    lost = f"lost: {row['lost']}" if row["lost"] else ""
    apart = f"apart from the reference: {row['apart']}" if row["apart"] else ""
    return ". ".join(filter(None, (lost, apart))) or "nothing"


def _confounding(preflight: Preflight) -> list[str]:
    cells = [
        (
            row["against"], row["grade"], row["studies"], row["missing"], number(row["lowest"]),
            number(row["median"]), number(row["highest"]), _steps(row), number(row["tau_b"]),
        )
        for row in preflight.confounding.iter_rows(named=True)
        if row["studies"]
    ]  # fmt: skip
    head = ("against", "grade", "studies", "unknown", "lowest", "median", "highest", "low/some/high", "tau")
    note = wrapped(
        "tau: Kendall's rank correlation with the grade, over studies whose grade is decided, since the assumption "
        "orders open grades; - where fewer than five have both, or one does not vary. It is no test.", "  ",
    )  # fmt: skip
    return ["Grade against year, risk of bias and size", *table(head, cells), *note] if cells else []


def _steps(row: Mapping[str, object]) -> str:
    if row["rob_low"] is None:
        return ""
    return f"{row['rob_low']}/{row['rob_some']}/{row['rob_high']}"


def _list(title: str, preflight: Preflight, severity: str) -> list[str]:
    found = [one for one in preflight.findings if one.severity == severity and not _said_before(one)]
    lines = [line for said in _grouped(found) for line in wrapped(said, "  - ", "    ")]
    return [title, *lines] if lines else []


def _in_verdict(finding: Finding) -> bool:
    """Whether the verdicts at the top say it already."""
    return finding.code in ("does_not_vary", "rests_on_assumption", "nothing_identified", "companion_refused")


def _said_before(finding: Finding) -> bool:
    """Whether another part of the text says it already."""
    return _in_verdict(finding) or finding.code == "left_out"
