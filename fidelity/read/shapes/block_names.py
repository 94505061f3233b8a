"""Names of columns that repeat for each arm or procedure: which they are, and the pattern that tells them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from fidelity.model.mapping import Blocks
from fidelity.model.patterns import LONGEST_PATTERN
from fidelity.model.words import fold_header

_PROCEDURE: Final = ("procedure", "technique")
_WORD: Final = (
    r"(?:(?:control|comparator|comparison)[ ._]or[ ._])?"
    r"(?:arm|group|intervention|treatment|comparator|comparison|control|cohort|active|sham|placebo|"
    rf"{'|'.join(_PROCEDURE)})"
)
_NUMBERED: Final = rf"{_WORD}(?:[ ._]?\d{{1,2}}|[ ._][a-d])"
_NAMED: Final = rf"{_WORD}(?:[ ._](?:arm|group))?"
_NUMBER: Final = re.compile(r"(?P<stem>.*?)(?:[ ._]?(?P<number>\d+)|[ ._](?P<letter>[a-d]))?", re.IGNORECASE)
_AFTER: Final = r"[ ._/:)\]–—-]{1,4}"
_BEFORE: Final = r"(?:[ ._](?:in|of|for))?[ ._/:(\[–—-]{1,4}"
_OTHER_THINGS: Final = re.compile(
    r"(?:outcome|time|timepoint|point|week|month|year|day|visit|scale|domain|item|question|author|reviewer|reader|"
    r"phase|stage|level|grade|type|version|table|figure|page|section|part|protocol|step|theme|covid|sf|quartile)s?$",
    re.IGNORECASE,
)
"""What numbers count that stand for no arm: "Outcome 1" and "Week 12" are no blocks of arms."""


@dataclass(frozen=True, slots=True)
class _Style:
    """One way to write the names: how it is found, and the patterns that blocks and columns make, simplest first."""

    general: re.Pattern[str]
    patterns: Callable[[str, str], tuple[str, ...]]


def _style(general: str, patterns: Callable[[str, str], tuple[str, ...]]) -> _Style:
    return _Style(re.compile(general, re.IGNORECASE), patterns)


_STYLES: Final = (
    _style(
        rf"(?P<block>{_NUMBERED})(?![^\W_]){_AFTER}(?P<column>\S.*)",
        lambda blocks, _: (rf"(?P<block>{blocks}){_AFTER}(?P<column>.+)",),
    ),
    _style(
        rf"(?P<column>.*?[^ ._/:(\[–—-]){_BEFORE}(?P<block>{_NUMBERED})[)\]]?",
        lambda blocks, _: (rf"(?P<column>.+?){_BEFORE}(?P<block>{blocks})[)\]]?",),
    ),
    _style(
        rf"(?P<block>{_NAMED}) ?[/:_–—-] ?(?P<column>\S.*)",
        lambda blocks, _: (rf"(?P<block>{blocks}) ?[/:_–—-] ?(?P<column>.+)",),
    ),
    _style(
        rf"(?P<column>.*?[^ ._/:(\[–—-]) ?[/:_(\[–—-] ?(?P<block>{_NAMED})[)\]]?",
        lambda blocks, _: (rf"(?P<column>.+?) ?[/:_(\[–—-] ?(?P<block>{blocks})[)\]]?",),
    ),
    _style(
        r"(?P<column>.*?[^\W\d_][)%\]]?)[ ._(]{1,3}(?P<block>\d\d?)\)?",
        lambda _, columns: (
            r"(?P<column>.+?)[ ._(]{1,3}(?P<block>\d\d?)\)?",
            rf"(?P<column>{columns})[ ._(]{{1,3}}(?P<block>\d\d?)\)?",
        ),
    ),
)
_BARE: Final = _STYLES[-1]


def propose_blocks(header: Sequence[str]) -> Blocks | None:
    """Return the pattern of columns that repeat for each arm or procedure; None where two blocks do not share two.

    Blocks are known by a word for an arm or a procedure with or without a number ("Arm 1: Dose", "Dose (arm 2)",
    "Dose (control)"), or by numbers alone that count from 1 ("Dose_1", "Dose_2").
    """
    proposals = [proposal for style in _STYLES if (proposal := _proposed(header, style)) is not None]
    return max(proposals, key=lambda proposal: proposal[0])[1] if proposals else None


def _proposed(header: Sequence[str], style: _Style) -> tuple[tuple[int, int], Blocks] | None:
    """Return what speaks for a style and its blocks.

    Names without numbers of their own come first: those with some are results at several times.
    """
    matches = [match for name in header if (match := style.general.fullmatch(name.strip())) is not None]
    if style is _BARE:
        matches = _counted_from_one([match for match in matches if not _OTHER_THINGS.search(match["column"])])
    blocks: dict[str, list[str]] = defaultdict(list)
    for match in matches:
        blocks[fold_header(match["column"])].append(fold_header(match["block"]))
    shared = {column for column, found in blocks.items() if len(set(found)) > 1 and column}
    told_apart = all(len(set(found)) == len(found) for found in blocks.values())
    if len(shared) < 2 or not told_apart:
        return None
    if style is _BARE:
        matches = [match for match in matches if fold_header(match["column"]) in shared]
    wanted = {(match.string, match["block"], match["column"]) for match in matches}
    spelled = [match["block"] for match in matches]
    written = style.patterns(_any_of(map(_loosely, spelled)), _any_of(re.escape(match["column"]) for match in matches))
    fitting = [text for text in written if len(text) <= LONGEST_PATTERN and _told(header, text) == wanted]
    if not fitting:
        return None
    procedures = all(word.casefold().startswith(_PROCEDURE) for word in spelled)
    score = (sum(not re.search(r"\d", column) for column in shared), len(matches))
    return score, Blocks(pattern=fitting[0], feeds="procedure" if procedures else "arm")


def _told(header: Sequence[str], pattern: str) -> set[tuple[str, str, str]]:
    """Return the names that a pattern fits, each with its block and its column."""
    matches = (re.fullmatch(pattern, name.strip(), re.IGNORECASE) for name in header)
    return {(match.string, match["block"], match["column"]) for match in matches if match is not None}


def _counted_from_one(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the names whose numbers are 1, 2 ...: others are times or doses."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for match in matches:
        numbers[fold_header(match["column"])].add(int(match["block"]))
    counted = {column for column, found in numbers.items() if found == set(range(1, len(found) + 1))}
    return [match for match in matches if fold_header(match["column"]) in counted]


def _any_of(patterns: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(patterns))


def _loosely(block: str) -> str:
    """Return the pattern of a block's name with any number, and with what R puts in place of spaces."""
    parts = _NUMBER.fullmatch(block)
    assert parts is not None
    stem = "[ ._]".join(re.escape(word) for word in re.split("[ ._]", parts["stem"]))
    if parts["number"]:
        return stem + r"[ ._]?\d\d?"
    return stem + ("[ ._][A-D]" if parts["letter"] else "")
