"""The entry that is proposed for each column of a table: certain by name and values, or a question with candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as member
from typing import Final

import polars as pl

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import Column
from fidelity.model.words import CHOICE_TYPES, DESIGNS, REPORTS, ROLES, fold_header
from fidelity.read.columns import OF_STUDY, OPTIONAL, OWN, REQUIRED
from fidelity.read.flat import Flat
from fidelity.read.mapping.fitting import Fit, counted, fit
from fidelity.read.mapping.matching import filled, name_of
from fidelity.read.mapping.meanings import Meaning, Names
from fidelity.read.mapping.names import DESIGN_WORDS, REPORT_WORDS, ROLE_WORDS
from fidelity.read.mapping.rewording import key_of
from fidelity.read.mapping.translate import stripped
from fidelity.read.report_rows import report_in
from fidelity.read.vocabulary import one_word, yes_or_no

CLOSED: Final[Mapping[str, tuple[str, ...]]] = {
    "role": ROLES,
    "arm_role": ROLES,
    "design": DESIGNS,
    "report": REPORTS,
}
"""Identity names that take one word of a closed list."""
MEANT: Final[Mapping[str, Mapping[str, str]]] = {
    "role": ROLE_WORDS,
    "arm_role": ROLE_WORDS,
    "design": DESIGN_WORDS,
    "report": REPORT_WORDS,
}
"""What other words for them may mean."""
_SLIPS: Final = 0.1
"""So many rows may repeat a name by a slip; each is refused where it stands."""
_ENOUGH: Final = 0.8
"""So many values have to be read by a field before they alone make it a candidate."""


def is_word(target: str, text: str) -> bool:
    """Whether a text is a word of the closed list that an identity name takes; a report may have a name behind it."""
    found = report_in(text) if target == "report" else one_word(target, text, CLOSED[target])
    return not isinstance(found, Fault)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A column with the entry that is proposed for it, its meanings, and how its values suit the best of them."""

    at: int
    entry: Column
    meanings: tuple[Meaning, ...]
    fit: Fit | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Makes the entries of one table."""

    flat: Flat
    names: Names
    identity: Mapping[str, str] = member(default_factory=dict)
    """Columns whose meaning is known from the tool that wrote the file."""
    ignored: Mapping[str, str] = member(default_factory=dict)
    """Columns of the tool that are not read, each with the reason."""
    plain: Mapping[str, str] = member(default_factory=dict)
    """What a column is called without what the tool added to its name."""

    @property
    def codebook(self) -> Codebook:
        """The codebook whose fields the columns feed."""
        return self.names.codebook

    def proposed(self) -> tuple[Proposed, ...]:
        """Return the entry of each column that holds something and is not the reviewer's own."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self.flat.header):
            if not name.strip().startswith(OWN) and filled(self.flat, at):
                places[fold_header(name_of(self.flat, at))].append(at)
        found = [
            self._one(several[0], name_of(self.flat, several[0])) if len(several) == 1 else self._repeated(several)
            for several in places.values()
        ]
        return tuple(self._one_of_study(self._apart(self._once(found))))

    def _repeated(self, places: list[int]) -> Proposed:
        """Return the question about a name that several columns have: which is meant is never guessed."""
        name = name_of(self.flat, places[0])
        cells = ", ".join(str(self.flat.headings[at].cell) for at in places)
        because = f"{len(places)} columns are called so ({cells}): rename those that are to be read"
        return Proposed(places[0], Column(reads=(name,), ignored="?", confirmed=False, because=because), ())

    def _one(self, at: int, name: str) -> Proposed:
        given = self.flat.header[at]
        texts = counted(self.flat.cells[str(at)])
        if not given.strip() and self._counts_rows(at):
            why = "the numbers of the rows"
            return Proposed(at, Column(reads=(name,), ignored=why, because="1, 2, 3 and so on, without a name"), ())
        meanings = self.names.meanings(self.plain.get(given, name)) if given.strip() else ()
        numbered = bool(meanings) and meanings[0].numbered
        if given in self.identity and not numbered:
            because = "column of the tool that wrote the file"
            return Proposed(at, Column(reads=(name,), feeds=self.identity[given], because=because), ())
        aside = None if numbered else self.ignored.get(given) or self.names.aside(name)
        if aside is not None:
            return Proposed(at, Column(reads=(name,), ignored=aside, because="its name"), ())
        if not meanings:
            meanings = tuple(self._by_values(texts))
        if not meanings:
            return self._unknown(at, name)
        weighed = [(meaning, self._fit(meaning, texts)) for meaning in meanings]
        fitting = [(meaning, found) for meaning, found in weighed if found is None or found.speaks]
        best, found = (fitting or weighed)[0]
        certain = best.certain and bool(fitting)
        agrees = self._agrees(best.feeds, texts)
        because = _reason(best, found, [meaning for meaning, _ in (fitting or weighed)[1:]])
        entry = Column(
            reads=(name,),
            feeds=best.feeds,
            values=self._words(best.feeds, texts),
            confirmed=certain and agrees,
            because=because if agrees else f"{because}, but not all of its words are known",
        )
        return Proposed(at, entry, meanings, found)

    def _counts_rows(self, at: int) -> bool:
        """Whether a column numbers the rows from 1, as R and spreadsheets do; rows of several arms may share one."""
        told = stripped(self.flat.cells[str(at)]).unique(maintain_order=True)
        return len(told) > 1 and told.equals(pl.int_range(1, len(told) + 1, eager=True).cast(pl.String))

    def _unknown(self, at: int, name: str) -> Proposed:
        because = "no name of the codebook is like it"
        return Proposed(at, Column(reads=(name,), ignored="?", confirmed=False, because=because), ())

    def _fit(self, meaning: Meaning, texts: list[tuple[str, int]]) -> Fit | None:
        field = self.codebook.fields.get(meaning.feeds)
        return None if field is None else fit(texts, field, self.codebook)

    def _by_values(self, texts: list[tuple[str, int]]) -> Iterator[Meaning]:
        """Yield fields of closed lists that can read the values of a column, whose name is like none."""
        found = []
        for name, field in self.codebook.fields.items():
            if field.type in CHOICE_TYPES - {"yes_no"} or field.type == "checklist":
                how = fit(texts, field, self.codebook)
                if how.filled and how.share >= _ENOUGH:
                    found.append(Meaning(name, "no name is like it", 0.3 + 0.2 * how.share))
        yield from sorted(found, key=lambda one: -one.score)[:3]

    def _words(self, target: str, texts: list[tuple[str, int]]) -> dict[str, str]:
        """Return what words for a role or a design may mean; always a question."""
        if target not in MEANT:
            return {}
        known = {text: MEANT[target].get(key_of(text)) for text, _ in texts if not is_word(target, text)}
        return {text: meant for text, meant in known.items() if meant is not None}

    def _agrees(self, target: str, texts: list[tuple[str, int]]) -> bool:
        """Whether the values of an identity name are words that it takes; a slip in a few cells is told there."""
        if target in CLOSED:
            wrong = [not is_word(target, text) for text, _ in texts]
            if any(key_of(text) in MEANT.get(target, ()) for (text, _), odd in zip(texts, wrong, strict=True) if odd):
                return False
        elif target == "main":
            wrong = [isinstance(yes_or_no(target, text), Fault) for text, _ in texts]
        else:
            return True
        odd_cells = sum(cells for (_, cells), odd in zip(texts, wrong, strict=True) if odd)
        return odd_cells <= (1 - _ENOUGH) * sum(cells for _, cells in texts)

    def _once(self, found: list[Proposed]) -> list[Proposed]:
        """Leave of several columns that certainly feed the same none certain, but for a study and its citation."""
        by_target: dict[str, list[Proposed]] = defaultdict(list)
        for one in found:
            if one.entry.confirmed and one.entry.feeds is not None:
                by_target[one.entry.feeds].append(one)
        changed = {one.at: one for one in found}
        for target, several in by_target.items():
            if len(several) == 1:
                continue
            numbered = [one for one in several if target == "study" and one.meanings and one.meanings[0].numbered]
            if len(numbered) == 1 and len(several) == 2:
                other = next(one for one in several if one is not numbered[0])
                changed[other.at] = _feeding(other, "study_label", "name of the study beside its number")
                continue
            cited = [one for one in several if target == "study" and one.meanings and one.meanings[0].cited]
            told = [one for one in several if target == "arm" and one.meanings and one.meanings[0].tells_arms_apart]
            if cited and len(several) - len(cited) == 1 and len(cited) == 1:
                changed[cited[0].at] = _feeding(cited[0], "study_label", "names the study by its citation")
                continue
            for one in told if told and len(several) - len(told) == 1 else several:
                others = " and ".join(repr(other.entry.reads[0]) for other in several if other is not one)
                changed[one.at] = _asked(one, f"{one.entry.because}; {others} may feed {target}, too")
        return [changed[one.at] for one in found]

    def _apart(self, found: list[Proposed]) -> list[Proposed]:
        """Ask about an arm that is certain only where it tells the rows of a study apart, and does not."""
        at = {one.entry.feeds: one.at for one in found if one.entry.feeds in (*REQUIRED, "procedure", "report")}
        changed = []
        for one in found:
            if not (one.entry.confirmed and one.meanings and one.meanings[0].tells_arms_apart):
                changed.append(one)
                continue
            keys = [stripped(self.flat.cells[str(at[name])]) for name in ("study", "report", "procedure") if name in at]
            keys.append(stripped(self.flat.cells[str(one.at)]))
            rows = self.flat.cells.select(keys_of.alias(str(place)) for place, keys_of in enumerate(keys))
            told = rows.filter(rows["0"] != "")
            apart = "study" in at and told.is_duplicated().sum() <= _SLIPS * told.height
            why = "its values do not tell the rows of each study apart"
            changed.append(one if apart else _asked(one, f"{one.entry.because}, but {why}"))
        return changed

    def _one_of_study(self, found: list[Proposed]) -> list[Proposed]:
        """Ask about what is said of a study where its rows say different things."""
        at = {one.entry.feeds: one.at for one in found if one.entry.confirmed}
        if "study" not in at:
            return found
        studies = stripped(self.flat.cells[str(at["study"])])
        changed = []
        for one in found:
            field = self.codebook.fields.get(one.entry.feeds or "")
            told = one.entry.feeds in OF_STUDY or (
                field is not None and field.belongs_to == "study" and "report" not in at
            )
            if one.entry.confirmed and told and self._differs(studies, one.at):
                changed.append(_asked(one, f"{one.entry.because}, but it differs between the rows of a study"))
            else:
                changed.append(one)
        return changed

    def _differs(self, studies: pl.Series, at: int) -> bool:
        """Whether most studies say different things in the rows of a column; empty cells say nothing."""
        pairs = pl.DataFrame({"study": studies, "said": stripped(self.flat.cells[str(at)])})
        told = pairs.filter((pl.col("said") != "") & (pl.col("study") != ""))
        each = told.group_by("study").agg(pl.len().alias("rows"), pl.col("said").n_unique().alias("texts"))
        several = each.filter(pl.col("rows") > 1)
        return 2 * int((several["texts"] > 1).sum()) > several.height


def _reason(meaning: Meaning, found: Fit | None, others: list[Meaning]) -> str:
    parts = [meaning.because]
    if found is not None and found.filled and not (meaning.certain and found.share == 1):
        parts.append(str(found))
    if others:
        parts.append("or " + ", ".join(f"{one.feeds} ({one.because})" for one in others))
    return "; ".join(parts)


def _feeding(one: Proposed, target: str, because: str) -> Proposed:
    known = target in OPTIONAL
    entry = one.entry.model_copy(update={"feeds": target, "because": because, "confirmed": known})
    return replace(one, entry=entry)


def _asked(one: Proposed, because: str) -> Proposed:
    return replace(one, entry=one.entry.model_copy(update={"confirmed": False, "because": because}))
