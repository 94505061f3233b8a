"""A judgement in one byte: the verdicts still possible and, when they are several, the reason why.

Bits 0 to 3 are the verdicts (met, partly met, not met, not applicable); bits 4 and 5 hold the reason word, the
strongest of those that apply: not extracted, unclear, not reported.
"""

from __future__ import annotations

from typing import Final, Literal

from fidelity.model.words import Verdict

Reason = Literal["not_reported", "unclear", "not_extracted"]

VERDICTS: Final[tuple[Verdict, ...]] = ("met", "partly_met", "not_met", "not_applicable")
REASONS: Final[tuple[Reason, ...]] = ("not_reported", "unclear", "not_extracted")

MET: Final = 1
PARTLY_MET: Final = 2
NOT_MET: Final = 4
NOT_APPLICABLE: Final = 8
VERDICT_BITS: Final = 15
REASON_SHIFT: Final = 4
ALL_BYTES: Final = 64


def verdicts_of(byte: int) -> tuple[Verdict, ...]:
    """Return the verdicts that a judgement leaves possible, best known first."""
    return tuple(verdict for bit, verdict in enumerate(VERDICTS) if byte >> bit & 1)


def reason_of(byte: int) -> Reason | None:
    """Return why a judgement is open, or None when one verdict is left."""
    code = byte >> REASON_SHIFT
    return REASONS[code - 1] if code else None


def decided(byte: int) -> bool:
    """Whether one verdict is left."""
    return byte & VERDICT_BITS in (MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE)


def shown(byte: int) -> str:
    """Return the word that stands for a judgement: the verdict when one is left, else the reason."""
    if decided(byte):
        return verdicts_of(byte)[0]
    return reason_of(byte) or "unclear"
