"""From judgement bytes to concerns and grades: look-ups in the decision table, once for each end of the range.

The lowest grade takes the worst verdict of every judgement, the highest the best. Both ends travel in one number:
what a judgement counts as is added up for each domain in the low half for the worst, in the high half for the best.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from fidelity.grade.table import DecisionTable
from fidelity.model.judgement import ALL_BYTES, MET, NOT_APPLICABLE, VERDICT_BITS, verdicts_of
from fidelity.model.ruleset import Criterion
from fidelity.model.scheme import LEVELS, Scheme
from fidelity.model.words import Level, Verdict

FROM_BEST: Final[tuple[Verdict, ...]] = ("met", "not_applicable", "partly_met", "not_met")

Bytes = dict[str, pl.Expr]
"""The judgement byte of each criterion, by its id."""


def _gather(table: Sequence[int], dtype: type[pl.DataType], index: pl.Expr) -> pl.Expr:
    return pl.lit(pl.Series(table, dtype=dtype)).gather(index)


def _weight(level: Level, verdict: Verdict, scheme: Scheme, criteria: int) -> int:
    departure = scheme.departure_of(level, verdict)
    if departure == "none":
        return 0
    return int((criteria + 1) ** (len(LEVELS) - 1 - LEVELS.index(departure)))


def _weights(level: Level, scheme: Scheme, criteria: int, half: int) -> list[int]:
    ends = []
    for verdicts in range(VERDICT_BITS + 1):
        ranked = sorted(verdicts_of(verdicts) or ("met",), key=FROM_BEST.index)
        worst, best = (_weight(level, verdict, scheme, criteria) for verdict in (ranked[-1], ranked[0]))
        ends.append(worst | best << half)
    return ends * (ALL_BYTES // len(ends))


def _counted(criteria: Sequence[Criterion], domain: str) -> list[Criterion]:
    return [criterion for criterion in criteria if criterion.domain == domain and criterion.counted]


def _half(criteria: int) -> int:
    # Both ends share one number: a code of departures in a domain must fit into half of its bits.
    return 16 if (criteria + 1) ** len(LEVELS) <= 1 << 16 else 32


def totals_of(judged: Bytes, criteria: Sequence[Criterion], scheme: Scheme) -> Bytes:
    """Return `<domain>.total`, to which the judgements of each domain add up; both ends of its concern read it."""
    totals: Bytes = {}
    for domain in (domain for domains in scheme.axes.values() for domain in domains):
        counted = _counted(criteria, domain)
        size, half = len(counted), _half(len(counted))
        dtype = pl.UInt32 if half == 16 else pl.UInt64
        weights = {level: _weights(level, scheme, size, half) for level in {entry.level for entry in counted}}
        terms = [_gather(weights[criterion.level], dtype, judged[criterion.id]) for criterion in counted]
        if terms:
            totals[f"{domain}.total"] = sum(terms[1:], terms[0])
    return totals


def concerns_of(judged: Bytes, criteria: Sequence[Criterion], table: DecisionTable, domain: str) -> Bytes:
    """Return the columns of one domain: `<domain>.worst` and `<domain>.best`, digits of CONCERNS, and `<domain>.asked`.

    They read the columns of `totals_of`. Only counted criteria are looked at; `asked` is false where none of them may
    apply. No column without any.
    """
    counted = _counted(criteria, domain)
    if not counted:
        return {}
    total, half, digits = pl.col(f"{domain}.total"), _half(len(counted)), table.concern_by_code(len(counted))
    seen = judged[counted[0].id]
    for criterion in counted[1:]:
        seen = seen | judged[criterion.id]
    return {
        f"{domain}.worst": _gather(digits, pl.UInt8, total & ((1 << half) - 1)),
        f"{domain}.best": _gather(digits, pl.UInt8, total // (1 << half)),
        f"{domain}.asked": (seen & (VERDICT_BITS ^ NOT_APPLICABLE)) >= MET,
    }


def grades_of(concerns: Bytes, domains: Sequence[str], table: DecisionTable, axis: str) -> Bytes:
    """Return the columns of one axis: `<axis>.low`, `<axis>.high`, numbers of GRADES; null where nothing is asked."""
    served = [domain for domain in domains if f"{domain}.worst" in concerns]
    if not served:
        return {}
    asked = concerns[f"{served[0]}.asked"]
    for domain in served[1:]:
        asked = asked | concerns[f"{domain}.asked"]
    numbers = table.grade_by_code(len(served))
    ends: Bytes = {}
    for end, side in (("low", "worst"), ("high", "best")):
        code = concerns[f"{served[0]}.{side}"].cast(pl.UInt32)
        for domain in served[1:]:
            code = code * 4 + concerns[f"{domain}.{side}"]
        ends[f"{axis}.{end}"] = pl.when(asked).then(_gather(numbers, pl.UInt8, code))
    return ends
