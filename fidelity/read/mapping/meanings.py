"""What the name of a column may mean: certainly, by the codebook's own names, or nearly, as a question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from fidelity.model.codebook import Codebook, Field
from fidelity.model.words import fold_header, spoken
from fidelity.read.columns import JUDGED_BESIDE, OPTIONAL, REQUIRED, SHOWN_BESIDE
from fidelity.read.headers import factor_of, unit_in
from fidelity.read.mapping.names import ASIDE, CERTAIN, CITED, DISTINGUISHING, LIKELY, NEUTRAL, NUMBERED

NEAR: Final = 0.6
"""From here on a name is like another."""
SPELT_ALIKE: Final = 0.72
"""From here on two names share so many letters that one may be the other, misspelt or shortened."""
SHORT: Final = 4
_IDENTITY: Final = (*REQUIRED, *OPTIONAL, "report")
_SHADOWED: Final = frozenset({"year"})
"""Identity names whose word means a field in sheets that are not ours: the year is the one of publication."""
_OVER: Final = " / "
"""Stands between the rows of a header that make one name."""
_NUMBERED: Final = re.compile(r"^(?:Q(?:uestion)?\s?)?[0-9]{1,3}(?:\.[0-9]{1,2})?[.):]\s+", re.IGNORECASE)
"""What forms write before a question: "Q9. ", "3) "."""
_SMALL: Final = frozenset(
    {"of", "the", "in", "per", "for", "at", "and", "to", "a", "an", "on", "by", "with", "was", "or"}
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column may feed, how surely by its name, and the reason as a reviewer reads it."""

    feeds: str
    because: str
    score: float
    certain: bool = False
    tells_arms_apart: bool = False
    """Whether it is certain only where its values tell the rows of each study apart."""
    cited: bool = False
    """Whether it names the study by its citation."""
    numbered: bool = False
    """Whether it is a tool's own number of the study."""


@dataclass(frozen=True, slots=True)
class Names:
    """Every name by which a column may be called, folded, with what it means."""

    codebook: Codebook
    certain: Mapping[str, tuple[tuple[str, str], ...]]
    """The targets of each name, with the reason."""
    spoken: tuple[tuple[str, str], ...]
    """Each name as people write it, with what it means, for near matches."""

    @classmethod
    def of(cls, codebook: Codebook) -> Names:
        """Return the names that a codebook and the usual words of reviewers make."""
        certain: dict[str, dict[str, str]] = defaultdict(dict)
        ways: list[tuple[str, str]] = []
        for name, field in codebook.fields.items():
            for text, because in _ways(name, field):
                certain[fold_header(text)].setdefault(name, because)
                ways.append((text, name))
        for name in codebook.fields:
            for text in CERTAIN.get(name, ()):
                certain[fold_header(text)].setdefault(name, f"usual name of the {spoken(name)}")
        for name in _IDENTITY:
            for text in CERTAIN.get(name, ()):
                certain[fold_header(text)].setdefault(name, f"usual name of the {spoken(name)}")
            if name not in _SHADOWED:
                certain[fold_header(name)].setdefault(name, f"usual name of the {spoken(name)}")
            ways += [(text, name) for text in (name, *CERTAIN.get(name, ()), *LIKELY.get(name, ()))]
        return cls(codebook, {key: tuple(found.items()) for key, found in certain.items()}, tuple(ways))

    def meanings(self, header: str) -> tuple[Meaning, ...]:
        """Return what a name may mean, the surest first; one that is certain stands alone."""
        name = header.strip()
        if fold_header(name) == fold_header(NUMBERED):
            return (Meaning("study", "number of the study in Covidence", 1, certain=True, numbered=True),)
        name = _NUMBERED.sub("", name)
        if name in self.codebook.fields or name in set(_IDENTITY) - _SHADOWED:
            return (Meaning(name, "name of the codebook", 1, certain=True),)
        return tuple(self._certain(name)) or self._near(name)

    def aside(self, header: str) -> str | None:
        """Return the reason why a column tells nothing of a study, if its name says so."""
        folded = fold_header(header)
        return next((why for name, why in ASIDE.items() if folded and fold_header(name) == folded), None)

    def _certain(self, name: str) -> Iterator[Meaning]:
        """Yield what a name means exactly: whole, without its unit, or below a heading that takes nothing away."""
        rest, unit = unit_in(name, self.codebook)
        above, _, last = name.rpartition(_OVER)
        neutral = {fold_header(text) for text in NEUTRAL}
        tries: list[tuple[str, str | None]] = [(name, None)]
        if unit is not None:
            tries.append((rest, unit))
        if above and all(fold_header(part) in neutral for part in above.split(_OVER)):
            tries += [(last, None), unit_in(last, self.codebook)]
        for text, own in tries:
            found = list(self._exact(text, own))
            if found:
                yield from found
                return

    def _exact(self, text: str, unit: str | None) -> Iterator[Meaning]:
        folded = fold_header(text)
        targets = self.certain.get(folded, ())
        for target, because in targets:
            if unit is not None and not self._has_unit(target, unit):
                continue
            # A unit leaves some of the fields that share a name, and says not which of them is meant.
            if len(targets) > 1:
                yield Meaning(target, f"{because}, as of another field too", 0.9)
            else:
                yield Meaning(target, because, 1, certain=True)
        if unit is not None or folded in self.certain:
            return
        base, dot, part = text.rpartition(".")
        if dot and part in (*JUDGED_BESIDE, *SHOWN_BESIDE) and base.strip() in self.codebook.fields:
            yield Meaning(f"{base.strip()}.{part}", "name of the codebook", 1, certain=True)
        elif folded in {fold_header(word) for word in CITED}:
            yield Meaning("study", "names the study by its citation", 0.99, certain=True, cited=True)
        elif folded in {fold_header(word) for word in DISTINGUISHING}:
            yield Meaning("arm", "usual name of the arm", 0.95, certain=True, tells_arms_apart=True)

    def _has_unit(self, target: str, unit: str) -> bool:
        field = self.codebook.fields.get(target)
        if field is None:
            return False
        return factor_of(unit, field, self.codebook) is not None

    def _near(self, name: str) -> tuple[Meaning, ...]:
        rest, unit = unit_in(name, self.codebook)
        best: dict[str, Meaning] = {}
        for text in dict.fromkeys((rest, rest.rpartition(_OVER)[2])):
            for known, target in self.spoken:
                score = likeness(text, known)
                field = self.codebook.fields.get(target)
                if unit is not None and (field is None or not self._has_unit(target, unit)):
                    score -= 0.25
                if score >= NEAR and (target not in best or best[target].score < score):
                    because = f"near match of {known!r} ({score:.2f})"
                    best[target] = Meaning(target, because, score)
        return tuple(sorted(best.values(), key=lambda one: -one.score)[:3])


def _ways(name: str, field: Field) -> Iterator[tuple[str, str]]:
    yield name, "name of the codebook"
    yield field.label, "label of the codebook"
    for text in field.also:
        yield text, f"synonym in the codebook of {field.label!r}"


def likeness(one: str, other: str) -> float:
    """Return how like two names are, from 0 to 1: by their letters, or by the words that they share."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    shared = 2 * len(first & second) / (len(first) + len(second))
    left, right = " ".join(one.casefold().split()), " ".join(other.casefold().split())
    match = SequenceMatcher(None, left, right)
    if match.real_quick_ratio() < SPELT_ALIKE or match.quick_ratio() < SPELT_ALIKE:
        return min(shared, 0.99)
    letters = match.ratio()
    # A short name is like many others.
    alike = letters >= (SPELT_ALIKE if min(len(left), len(right)) > SHORT else 0.9)
    return min(max(shared, letters if alike else 0.0), 0.99)


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words if word not in _SMALL)
