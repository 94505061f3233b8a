"""Whether two criteria judge alike: the proof that they do, or the smallest procedure on which they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from fidelity.judge.conditions import Context
from fidelity.judge.criteria import judge
from fidelity.judge.leaves import Columns
from fidelity.judge.settle import settle
from fidelity.judge.tri import expression
from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, fields_of
from fidelity.model.digest import spelled_criterion
from fidelity.model.judgement import VERDICT_BITS, decided, verdicts_of
from fidelity.model.ruleset import Criterion, RuleSet, faults_of_conditions
from fidelity.model.words import CHOICE_TYPES, Verdict
from fidelity.read.sources import read
from fidelity.rulebook.cells.grid import Differs, Same, TooLarge, same_meaning

Asked = tuple[RuleSet, Criterion]
Record = Mapping[str, Any]

_LISTED: Final = "; "


@dataclass(frozen=True, slots=True)
class Witness:
    """A procedure that two criteria judge differently, of which no further fact can be left out.

    `facts`: label and value in words. `record`: the observations of a study record that say the same.
    """

    facts: tuple[tuple[str, str], ...]
    record: Record
    first: Verdict
    second: Verdict


@dataclass(frozen=True, slots=True)
class Undecided:
    """Why it is neither proven that two criteria judge alike nor shown that they do not."""

    because: str


Meaning = Same | Witness | Undecided


def meaning_of(first: Asked, second: Asked, codebooks: tuple[Codebook, Codebook]) -> Meaning:
    """Return the proof that two criteria judge every procedure alike, or the smallest one on which they do not.

    Where the two come with different codebooks, groups keep the choices of their own, and the second codebook is the
    common ground, or the first where only that knows all that both ask.
    """
    sides = (_spelled(first, codebooks[0]), _spelled(second, codebooks[1]))
    ground = next((book for book in reversed(codebooks) if all(_known(side, book) for side in sides)), None)
    if ground is None:
        return Undecided("neither codebook knows all fields and choices that both of them read")
    found = same_meaning(*sides, ground)
    if isinstance(found, TooLarge):
        return too_large(found, ground)
    return found if isinstance(found, Same) else _smallest(found, sides, ground)


def too_large(found: TooLarge, codebook: Codebook) -> Undecided:
    """Return in words what could not be enumerated."""
    labels = ", ".join(codebook.fields[name].label for name in found.fields)
    return Undecided(f"{found.cells} procedures would have to be tried ({labels})")


def _spelled(side: Asked, codebook: Codebook) -> Asked:
    ruleset, criterion = side
    return ruleset, spelled_criterion(criterion, codebook)


def _known(side: Asked, codebook: Codebook) -> bool:
    ruleset, criterion = side
    return faults_of_conditions(ruleset.model_copy(update={"criteria": (criterion,)}), codebook) == []


def _smallest(found: Differs, sides: tuple[Asked, Asked], codebook: Codebook) -> Witness:
    """Leave out facts one by one, the last of the codebook first, as long as both judge, and differently.

    The facts that make the procedure one that both rule sets cover stay; where none is, every fact may go.
    """
    record: Record = found.grid.record(found.row)
    kept = _scope_of(found, sides)
    shrinking = True
    while shrinking:
        names = [name for name in reversed(tuple(record)) if name not in kept]
        shorter = [{key: said for key, said in record.items() if key != name} for name in names]
        judged = judgements(shorter, sides, codebook)
        still = [entry for entry, pair in zip(shorter, judged, strict=True) if _differ(pair)]
        shrinking = bool(still)
        record = still[0] if still else record
    verdicts = judgements([record], sides, codebook)[0]
    words = tuple((codebook.fields[name].label, in_words(name, said, codebook)) for name, said in record.items())
    first, second = (verdicts_of(byte)[0] for byte in verdicts) if verdicts else (found.first, found.second)
    return Witness(words, record, first, second)


def _scope_of(found: Differs, sides: tuple[Asked, Asked]) -> frozenset[str]:
    covers = AllOf(all=tuple(ruleset.covers for ruleset, _ in sides))
    row = found.grid.frame.slice(found.row, 1)
    covered = Context(found.grid.codebook, Columns.of(row)).compile(covers)
    return frozenset(fields_of(covers)) if row.select(expression(covered.true)).item() else frozenset()


def _differ(pair: tuple[int, int] | None) -> bool:
    if pair is None or not all(decided(byte) for byte in pair):
        return False
    return pair[0] & VERDICT_BITS != pair[1] & VERDICT_BITS


def judgements(
    records: Sequence[Record], sides: tuple[Asked, Asked], codebook: Codebook
) -> list[tuple[int, int] | None]:
    """Return the two judgements of each set of observations; None where no report could say them together."""
    arms = [
        {"id": f"a{number}", "label": f"Arm {number}", "role": "active", "procedures": [{"id": "p", "observations": r}]}
        for number, r in enumerate(records)
    ]
    if not arms:
        return []
    found: dict[str, tuple[int, int]] = {}
    for batch in read([{"id": "made-up", "label": "Made up", "arms": arms}], codebook).batches:
        frame, contradictions = settle(batch.frame, codebook)
        first, second = (_bytes_of(frame, side, codebook) for side in sides)
        wrong = {contradiction.row for contradiction in contradictions}
        for row, arm in enumerate(frame["arm"]):
            if row not in wrong:
                found[arm] = (first[row], second[row])
    return [found.get(f"a{number}") for number in range(len(records))]


def _bytes_of(frame: pl.DataFrame, side: Asked, codebook: Codebook) -> list[int]:
    ruleset, criterion = side
    alone = ruleset.model_copy(update={"criteria": (criterion,)})
    return judge(frame, alone, codebook, covered=False).to_series(0).to_list()


def in_words(name: str, said: str | Mapping[str, str], codebook: Codebook) -> str:
    """Return what a record says of a field in the words of the codebook."""
    field = codebook.fields[name]
    text = said if isinstance(said, str) else said["value"]
    if text == "NR":
        return "not reported"
    if field.type == "checklist":
        labels = [field.choices[part].label for part in text.split(_LISTED) if part in field.choices]
        return f"{' and '.join(labels)}; nothing else" if labels else "nothing"
    if field.type in CHOICE_TYPES and text in field.choices:
        label = field.choices[text].label
        return f"{label} {field.unit}" if field.unit else label
    return text.split()[0] if field.type == "count" and text.startswith("1 ") else text  # "1 lesions" is no English
