"""Every completion of what is unknown, judged by ordinary two-valued logic; the verdicts that occur are the answer.

A completion gives each field that applies one cell of its values and each other field nothing. It is kept when it
agrees with the codebook: a field applies exactly where its condition says so, and a field that the report answers does
apply. An inferred observation says which procedure this is and what applies to it, not what was done: such a field has
one cell for the first question and another, from all that the codebook allows, for the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from operator import itemgetter

from oracle.observations import Cell, Known, cells, everything
from oracle.rules import Book, Condition, Criterion, Joined, Leaf, RuleSet, leaves

VERDICTS = ("met", "partly_met", "not_met", "not_applicable")

Entry = tuple[Known, int, int]
"""What is known of a field, and which conditions on it other answers have settled, as bit masks: of what it counts as
when it is asked what applies, and of what was done."""

Both = tuple[frozenset[Cell], frozenset[Cell]]
Completion = dict[str, Cell | None]

State = tuple[int, ...]
"""A procedure: for each field the number of what is known of it and settled about it."""


class Procedures:
    """Numbers what is known of the fields of procedures, with what answered fields settle about others."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.names = list(book.fields)
        self.place = {name: number for number, name in enumerate(self.names)}
        self.gates: dict[str, list[Leaf]] = {name: [] for name in self.names}
        for entry in book.fields.values():
            for leaf in leaves(entry.applies_when):
                if leaf not in self.gates[leaf.field]:
                    self.gates[leaf.field].append(leaf)
        self.settles = [self._settled_by(name) for name in self.names]
        self._numbers: list[dict[Entry, int]] = [{} for _ in self.names]
        self.entries: list[list[Entry]] = [[] for _ in self.names]
        self._cells: dict[tuple[Known, tuple[Leaf, ...]], Both] = {}

    def _settled_by(self, name: str) -> list[tuple[int, int]]:
        condition = self.book.fields[name].applies_when
        assert not any_of_several(condition), f"{name} applies under alternatives: its answer settles no single field"
        found = []
        for leaf in leaves(condition):
            found.append((self.place[leaf.field], 1 << self.gates[leaf.field].index(leaf)))
            found += self._settled_by(leaf.field)
        return found

    def states(self, known: Sequence[Sequence[Known]]) -> list[State]:
        """Return procedures from what is known of each field: a sequence for each field, in the codebook's order."""
        size = len(known[0])
        counts: dict[int, list[int]] = {}
        was: dict[int, list[int]] = {}
        for column, settles in zip(known, self.settles, strict=True):
            for place, bit in settles:
                before = counts.get(place) or [0] * size
                counts[place] = [
                    old | bit if entry.answered else old for old, entry in zip(before, column, strict=True)
                ]
                before = was.get(place) or [0] * size
                was[place] = [old | bit if entry.stated else old for old, entry in zip(before, column, strict=True)]
        nothing = [0] * size
        numbered = []
        for place, column in enumerate(known):
            entries = zip(column, counts.get(place, nothing), was.get(place, nothing), strict=True)
            numbered.append([self._number(place, entry) for entry in entries])
        return list(zip(*numbered, strict=True))

    def cells(self, name: str, asked: tuple[Leaf, ...], known: Known) -> Both:
        """Return the cells of a field that an observation touches, for what applies and for what was done."""
        found = self._cells.get((known, asked))
        if found is None:
            field = self.book.fields[name]
            weak = Known(known.status, everything(field), inferred=True) if known.inferred else known
            found = self._cells[known, asked] = cells(field, asked, known), cells(field, asked, weak)
        return found

    def _number(self, place: int, entry: Entry) -> int:
        numbers = self._numbers[place]
        found = numbers.get(entry)
        if found is None:
            found = numbers[entry] = len(numbers)
            self.entries[place].append(entry)
        return found


def any_of_several(condition: Condition | None) -> bool:
    """Whether a condition offers alternatives anywhere."""
    if not isinstance(condition, Joined):
        return False
    return condition.word == "any" or any(any_of_several(member) for member in condition.members)


@dataclass
class Question:
    """A criterion, or what a rule set covers, with every field on which its answer depends."""

    procedures: Procedures
    conditions: tuple[Condition, ...]
    fields: list[str] = field(init=False)
    leaves_on: dict[str, list[Leaf]] = field(init=False)
    spot: dict[int, int] = field(init=False)
    """Where the truth of a leaf, by the identity of the leaf, stands in a cell of its field."""

    def __post_init__(self) -> None:
        book = self.procedures.book
        wanted = {leaf.field for condition in self.conditions for leaf in leaves(condition)}
        for name in reversed(self.procedures.names):
            if name in wanted:
                wanted |= {leaf.field for leaf in leaves(book.fields[name].applies_when)}
        self.fields = [name for name in self.procedures.names if name in wanted]
        self.leaves_on = {name: list(self.procedures.gates[name]) for name in self.fields}
        every = [*self.conditions, *(book.fields[name].applies_when for name in self.fields)]
        self.spot = {}
        for leaf in (leaf for condition in every for leaf in leaves(condition)):
            found = self.leaves_on[leaf.field]
            if leaf not in found:
                found.append(leaf)
            self.spot[id(leaf)] = found.index(leaf)
        places = [self.procedures.place[name] for name in self.fields]
        self._pick = itemgetter(*places) if len(places) > 1 else lambda state: (state[places[0]],)
        self._cells: dict[tuple[int, int], Both] = {}

    def key(self, state: State) -> tuple[int, ...]:
        """Return what matters of a procedure here."""
        return self._pick(state)

    def cells_of(self, key: tuple[int, ...]) -> tuple[Both, ...]:
        """Return for each field its cells for what applies and for what was done."""
        return tuple(self._both(number, entry) for number, entry in enumerate(key))

    def _both(self, number: int, entry: int) -> Both:
        found = self._cells.get((number, entry))
        if found is None:
            name = self.fields[number]
            known, counts, was = self.procedures.entries[self.procedures.place[name]][entry]
            applies, done = self.procedures.cells(name, tuple(self.leaves_on[name]), known)
            found = self._cells[number, entry] = (self._kept(applies, counts), self._kept(done, was))
        return found

    @staticmethod
    def _kept(found: frozenset[Cell], needed: int) -> frozenset[Cell]:
        return frozenset(cell for cell in found if all(not needed >> bit & 1 or cell[bit] for bit in range(len(cell))))

    def completions(self, possible: Sequence[Both]) -> Iterator[tuple[Completion, Completion]]:
        """Yield each completion: the cell of each field (None where it does not apply), for both questions."""
        yield from self._complete(possible, 0, {}, {})

    def _complete(
        self,
        possible: Sequence[Both],
        number: int,
        counts: Completion,
        was: Completion,
    ) -> Iterator[tuple[Completion, Completion]]:
        if number == len(self.fields):
            yield counts, was
            return
        name = self.fields[number]
        condition = self.procedures.book.fields[name].applies_when
        pairs: Iterator[tuple[Cell | None, Cell | None]]
        if condition is not None and not self.true(condition, counts):
            pairs = iter([(None, None)])
        elif possible[number][0] == possible[number][1]:
            pairs = ((cell, cell) for cell in possible[number][0])
        else:
            pairs = product(*possible[number])
        for counts[name], was[name] in pairs:
            yield from self._complete(possible, number + 1, counts, was)

    def true(self, condition: Condition, completion: Completion) -> bool:
        """Whether a condition is true of a completion; a leaf about something that does not apply is false."""
        if isinstance(condition, Leaf):
            cell = completion[condition.field]
            return cell is not None and cell[self.spot[id(condition)]]
        found = (self.true(member, completion) for member in condition.members)
        return all(found) if condition.word == "all" else any(found)


class Judge:
    """Answers for one rule set, each different question once."""

    def __init__(self, procedures: Procedures, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self.scope = Question(procedures, (ruleset.covers,))
        self.questions = {
            criterion.id: Question(procedures, tuple(filter(None, written(criterion))))
            for criterion in ruleset.criteria
        }
        self._covers: dict[tuple[int, ...], frozenset[bool]] = {}
        names = [criterion.id for criterion in ruleset.criteria]
        self._by_key: dict[str, dict[tuple[int, ...], frozenset[str]]] = {name: {} for name in names}
        self._by_cells: dict[str, dict[tuple[Both, ...], frozenset[str]]] = {name: {} for name in names}

    def covers(self, state: State) -> frozenset[bool]:
        """Return whether the rule set covers a procedure: both truths where what is known leaves it open."""
        key = self.scope.key(state)
        if key not in self._covers:
            every = self.scope.completions(self.scope.cells_of(key))
            self._covers[key] = frozenset(self.scope.true(self.ruleset.covers, counts) for counts, _ in every)
        return self._covers[key]

    def verdicts(self, criterion: Criterion, state: State) -> frozenset[str]:
        """Return the verdicts that a criterion can have."""
        question = self.questions[criterion.id]
        key = question.key(state)
        known = self._by_key[criterion.id]
        found = known.get(key)
        if found is None:
            found = known[key] = self._complete(criterion, question, question.cells_of(key))
        return found

    def _complete(self, criterion: Criterion, question: Question, possible: tuple[Both, ...]) -> frozenset[str]:
        known = self._by_cells[criterion.id]
        found = known.get(possible)
        if found is None:
            every = (_verdict(criterion, question, *completion) for completion in question.completions(possible))
            found = known[possible] = frozenset(verdict for verdict in every if verdict is not None)
            assert found, f"nothing that is known of a procedure can be true: {criterion.id}, {possible}"
        return found

    def shared(self, criterion: Criterion, state: State) -> bool:
        """Whether two unknown leaves of a criterion read a common field, those that decide what applies among them.

        Where all fields asked about apply under one condition, that condition counts once: the criterion then applies
        exactly where they do.
        """
        question = self.questions[criterion.id]
        fields = question.procedures.book.fields
        possible = dict(zip(question.fields, question.cells_of(question.key(state)), strict=True))

        def unknown(leaf: Leaf) -> set[Leaf]:
            spot = question.spot[id(leaf)]
            open_ = any(len({cell[spot] for cell in found}) > 1 for found in possible[leaf.field])
            gates = leaves(fields[leaf.field].applies_when)
            return ({leaf} if open_ else set()).union(*(unknown(gate) for gate in gates))

        asked = [leaf for condition in filter(None, written(criterion)) for leaf in leaves(condition)]
        gates = {fields[name].applies_when for name in criterion.asked}
        together = [leaf for gate in gates for leaf in leaves(gate)] if len(gates) > 1 else []
        read = [entry.field for leaf in asked for entry in unknown(leaf)]
        read += {entry.field for leaf in together for entry in unknown(leaf)}
        return len(read) > len(set(read))


def written(criterion: Criterion) -> tuple[Condition | None, ...]:
    """Return the conditions of a criterion, in the order in which they are asked."""
    return criterion.applies_when, criterion.met_when, criterion.not_met_when, criterion.partly_met_when


def _verdict(
    criterion: Criterion,
    question: Question,
    counts: Completion,
    was: Completion,
) -> str | None:
    """Return the verdict of a completion; None where what was done contradicts that the criterion applies."""
    if all(counts[name] is None for name in criterion.asked):
        return "not_applicable"
    if criterion.applies_when is not None:
        if not question.true(criterion.applies_when, counts):
            return "not_applicable"
        if not question.true(criterion.applies_when, was):
            return None
    if criterion.not_met_when is not None:
        return "not_met" if question.true(criterion.not_met_when, was) else "met"
    assert criterion.met_when is not None
    if question.true(criterion.met_when, was):
        return "met"
    if criterion.partly_met_when is not None and question.true(criterion.partly_met_when, was):
        return "partly_met"
    return "not_met"
