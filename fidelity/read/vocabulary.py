"""The closed vocabularies as people write them: status words, roles, bases, yes and no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from fidelity.errors import Fault, did_you_mean, nearest
from fidelity.model.words import Status, fold, spoken
from fidelity.read.signs import shortened

Word = TypeVar("Word", bound=str)

_SAID: Final[dict[Status, tuple[str, ...]]] = {
    "unclear": ("unclear", "not clear", "?", "??"),
    "not_reported": (
        "not reported",
        "NR",
        "N.R.",
        "N. R.",
        "n.r",
        "n/r",
        "unreported",
        "not stated",
        "not described",
        "not mentioned",
        "none stated",
        "not specified",
        "unspecified",
        "not documented",
        "not recorded",
        "no information",
        "no information given",
        "no information provided",
    ),
    "not_extracted": ("not extracted", "NE"),
    "not_applicable": ("not applicable",),
}
_STATUS_WORDS: Final[Mapping[str, Status]] = {fold(word): status for status, words in _SAID.items() for word in words}
_AMBIGUOUS: Final = frozenset({"na", "n/a", "n.a.", "<na>", "#n/a", "nan", "#na", "", "–", "—", "−"})
"""Folded; the empty one is a hyphen, since a cell without anything in it is not extracted."""

STATUS_TEXTS: Final = frozenset({*_STATUS_WORDS, *_AMBIGUOUS})
"""Every text, folded, that says something of reporting and not of the procedure."""

_YES_NO: Final = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


def status_word(text: str, na: Status | None = None) -> Status | Fault | None:
    """Return the status that a text is a word for, if it is one; a fault for NA unless `na` says which."""
    stripped = text.strip()
    if stripped == "n/a":
        return "not_applicable"
    if not stripped:
        return "not_extracted"
    folded = fold(stripped)
    if folded in _AMBIGUOUS:
        if na is not None:
            return na
        what = f"{stripped!r} may mean not reported, not applicable or not extracted"
        remedy = "write NR, 'not applicable', or nothing; or say what it means, with --na or by `codes` in a mapping"
        return Fault("ambiguous-na", what, remedy)
    return _STATUS_WORDS.get(folded)


def one_word(kind: str, text: str, allowed: Sequence[Word]) -> Word | Fault:
    """Return the word of a closed list that a text means, whatever its case; `kind` is what it lists."""
    known = {fold(word): word for word in allowed}
    found = known.get(fold(text))
    if found is not None:
        return found
    what = f"{text!r} is no {spoken(kind)}"
    return Fault(f"unknown-{kind.replace('_', '-')}", what, did_you_mean(text, allowed), nearest(text, allowed))


def yes_or_no(kind: str, text: str) -> bool | Fault:
    """Return what a flag says; empty is no."""
    if not text.strip():
        return False
    found = _YES_NO.get(fold(text))
    if found is None:
        return Fault("no-yes-or-no", f"{spoken(kind)} is {shortened(text)}", "write yes or no")
    return found
