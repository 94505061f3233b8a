"""How the files of a pack are read and fitted: each package by one full call, its other files by what differs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.projections.indirectness import SAID as INDIRECTNESS
from fidelity.covariates.projections.phrases import CANCELS

LOOKED_UP: Final = "pack"
"""The package of the tables that nothing fits from."""
_FIRST: Final = ("JAGS (R package rjags)", "metafor")
"""The packages to begin with; the others keep the order of their files."""
_SEE: Final = "For indirectness and rob see `indirectness.csv` above."
_SENTENCE: Final = re.compile(r"(?<=\.)\s+")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_PAIRS: Final = r" \({0}, [^();]+(?:; {0}, [^();]+)*\)"
"""Covariates in brackets, each with its unit or with what its 0 is, as guides list them."""


@dataclass(frozen=True, slots=True)
class Other:
    """Files of further covariates that are read by the call of an entry, and what of it is otherwise for them."""

    covariates: tuple[str, ...]
    paths: tuple[str, ...]
    differs: str

    @property
    def said(self) -> str:
        """The files and what differs, in words."""
        names = ", ".join(f"`{name}`" for name in self.covariates)
        files = ", ".join(f"`{path}`" for path in self.paths)
        return f"{names} ({files})" + (f": {self.differs}" if self.differs else ".")


@dataclass(frozen=True, slots=True)
class Entry:
    """Files that are read by one call, what to know of them, and the files of other covariates that are read alike."""

    paths: tuple[str, ...]
    call: str
    language: str
    lines: tuple[str, ...]
    others: tuple[Other, ...] = ()

    @property
    def typed(self) -> bool:
        """Whether the call is code, and not what to do in a web page."""
        return not self.call.startswith("Upload ")

    @property
    def alike(self) -> str:
        """Which files of other covariates are read by the same call, in words."""
        return " ".join(other.said for other in self.others)


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


@dataclass(frozen=True, slots=True)
class _Read:
    """Tables that share a guide."""

    tables: tuple[Table, ...]

    @property
    def guide(self) -> Guide:
        return self.tables[0].guide

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(table.path for table in self.tables)


def looked_up(tables: Sequence[Table]) -> list[tuple[str, str]]:
    """Return path and content of the tables that nothing fits from."""
    return [(table.path, table.guide.more) for table in tables if table.guide.package == LOOKED_UP]


def packages_of(tables: Sequence[Table], covariates: Collection[str]) -> list[Package]:
    """Return the packages, those to begin with first; `covariates` are the names after which files are called."""
    found: dict[str, dict[Guide, list[Table]]] = {}
    for table in tables:
        if table.guide.package != LOOKED_UP:
            found.setdefault(table.guide.package, {}).setdefault(table.guide, []).append(table)
    return [
        Package(name, tuple(_entries([_Read(tuple(group)) for group in found[name].values()], covariates)))
        for name in sorted(found, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    ]


def units(tables: Sequence[Table], covariates: Collection[str]) -> dict[str, tuple[str, str]]:
    """Return what one unit of each covariate is and what its 0 is, as the guides say; both empty where none says it."""
    fitted = [table.guide for table in tables if table.guide.package != LOOKED_UP]
    one = _listed((guide.slope for guide in fitted), covariates)
    zero = _listed((guide.centred for guide in fitted), covariates)
    return {name: (one.get(name, ""), zero.get(name, "")) for name in covariates if name in one or name in zero}


def _listed(texts: Iterable[str], covariates: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in texts:
        for match in _pairs(covariates).finditer(text):
            for pair in match[0].strip(" ()").split("; "):
                name, _, words = pair.partition(", ")
                found.setdefault(name, words)
    return found


def _pairs(covariates: Collection[str]) -> re.Pattern[str]:
    return re.compile(_PAIRS.format(f"(?:{'|'.join(map(re.escape, sorted(covariates)))})"))


def cancels(tables: Sequence[Table]) -> str:
    """Return the sentence on slopes that cancel, where it is true of some file: it is said once for all."""
    return CANCELS if any(CANCELS in table.guide.more for table in tables) else ""


def _entries(groups: Sequence[_Read], covariates: Collection[str]) -> Iterator[Entry]:
    """Yield an entry for each kind of file: the first in full, those of other covariates by what is otherwise."""
    kinds: dict[tuple[str, ...], list[_Read]] = {}
    for group in groups:
        kinds.setdefault(tuple(_kind(path, covariates) for path in group.paths), []).append(group)
    before = ""
    for first, *others in kinds.values():
        guide = first.guide
        known = _pairs(covariates).sub("", f"**Centre.** {guide.centred} **Slope.** {guide.slope}")
        lines = (known if known != before else "Centre and slope as above.", _shortened(guide.more))
        before = known
        told: dict[str, list[_Read]] = {}
        for other in others:
            told.setdefault(_difference(other, first), []).append(other)
        yield Entry(
            first.paths,
            guide.call,
            _language(guide.call),
            tuple(filter(None, lines)),
            tuple(_other(members, differs, covariates) for differs, members in told.items()),
        )


def _other(members: Sequence[_Read], differs: str, covariates: Collection[str]) -> Other:
    paths = tuple(path for member in members for path in member.paths)
    return Other(tuple(dict.fromkeys(_covariate(path, covariates) for path in paths)), paths, differs)


def _kind(path: str, covariates: Collection[str]) -> str:
    """Return a path without the covariate that its folder or its file is called after."""
    place = PurePosixPath(path)
    return "/".join(part for part in place.parts if PurePosixPath(part).stem not in covariates)


def _covariate(path: str, covariates: Collection[str]) -> str:
    parts = PurePosixPath(path).with_suffix("").parts
    return next((part for part in parts if part in covariates), parts[-1])


def _difference(one: _Read, first: _Read) -> str:
    """Return the lines of the call and the sentences that are not those of the first with another name and path.

    What stands in brackets is not compared: it lists units, which the table of columns has.
    """
    own = _own(one, first)

    def bare(text: str) -> str:
        return own.sub("", _BRACKETS.sub("", text))

    known = {own.sub("", line) for line in first.guide.call.splitlines()}
    lines = [line.strip() for line in one.guide.call.splitlines() if own.sub("", line) not in known]
    said = {bare(sentence) for sentence in _sentences(first.guide)}
    sentences = [sentence for sentence in _sentences(one.guide) if bare(sentence) not in said]
    calls = [f"In the call: `{line}`." for line in lines]
    return " ".join((*calls, *sentences))


def _own(*groups: _Read) -> re.Pattern[str]:
    words = {word for group in groups for table in group.tables for word in (table.path, *table.covariates)}
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


def _sentences(guide: Guide) -> list[str]:
    return _SENTENCE.split(" ".join((guide.centred, guide.slope, _shortened(guide.more))).strip())


def _shortened(more: str) -> str:
    """Return further notes without what the page says once for all packages."""
    return " ".join(more.replace(INDIRECTNESS, _SEE).replace(CANCELS, "").split())


def _language(call: str) -> str:
    """Return the language of a call as Markdown names it: R, the shell, or none where it is Stata or plain words."""
    first = call.lstrip().split("\n", 1)[0]
    if first.startswith("Rscript"):
        return "sh"
    return "r" if first.startswith("library(") or "<-" in first else ""
