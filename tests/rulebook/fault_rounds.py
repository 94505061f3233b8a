"""Rounds of edited rule sets: one edit in each file, one check of the whole folder, and what it found of them."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from oracle.rules import RULES

from fidelity.errors import Problem
from fidelity.read.rules import survey
from fidelity.rulebook.checking.check import check
from rulebook.fault_operators import Mutant, covers_of, mutants_of, plain
from rulebook.fault_oracle import Fault, Folder, faults_of

OPERATORS = ("nudge", "turn", "drop", "rename", "widen", "duplicate", "re-scope")


@dataclass
class Tally:
    """What became of the edits of one operator: how many were tried, really faulty, and found."""

    tried: int = 0
    faulty: int = 0
    found: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    @property
    def rate(self) -> str:
        return f"{self.found} of {self.faulty} faulty ({self.tried} tried)"


def originals() -> dict[str, str]:
    """Return the text of every shipped rule set that holds criteria, by file."""
    files = [file for file in sorted(RULES.glob("*/*.yaml")) if file.parent.name not in ("schemes", "profiles")]
    texts = {f"{file.parent.name}/{file.name}": file.read_text(encoding="utf-8") for file in files}
    return {file: text for file, text in texts.items() if "\ncriteria:" in text}


def edits(texts: Mapping[str, str]) -> dict[str, list[Mutant]]:
    """Return every edit of every rule set."""
    fields = plain((RULES / "codebook.yaml").read_text(encoding="utf-8"))["fields"]
    covers = list(dict.fromkeys(covers_of(text) for text in texts.values()))
    return {file: mutants_of(text, fields, covers) for file, text in texts.items()}


def rounds(every: Mapping[str, Sequence[Mutant]]) -> Iterator[dict[str, Mutant]]:
    """Yield all edits, well mixed, in rounds of one for each file; what changes a scope stands in rounds of its own."""
    random = Random(0)
    for scope in (False, True):
        queues = {file: [one for one in mutants if one.scope == scope] for file, mutants in every.items()}
        for queue in queues.values():
            random.shuffle(queue)
        while any(queues.values()):
            yield {file: queue.pop() for file, queue in queues.items() if queue}


def sampled(every: Mapping[str, Sequence[Mutant]], seed: int, sizes: tuple[int, int]) -> Iterator[dict[str, Mutant]]:
    """Yield so many rounds of edits within scopes and so many of edits of scopes, operators in equal shares."""
    random = Random(seed)
    for scope, size in zip((False, True), sizes, strict=True):
        for _ in range(size):
            edited = {}
            for file, mutants in every.items():
                pool = [one for one in mutants if one.scope == scope]
                operator = random.choice(sorted({one.operator for one in pool}))
                edited[file] = random.choice([one for one in pool if one.operator == operator])
            yield edited


def key(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.subject, problem.what


def run(folder: Path, texts: Mapping[str, str], chosen: Iterable[Mapping[str, Mutant]]) -> dict[str, Tally]:
    """Check every round in a folder of its own and return what was found, by operator."""
    shutil.copytree(RULES, folder, dirs_exist_ok=True)
    before = {key(problem) for problem in check(survey(folder)).faults}
    codebook: Any = plain((RULES / "codebook.yaml").read_text(encoding="utf-8"))
    profiles = [plain(file.read_text(encoding="utf-8")) for file in sorted(RULES.glob("profiles/*.yaml"))]
    tallies = {operator: Tally() for operator in OPERATORS}
    for edited in chosen:
        now = {**texts, **{file: mutant.text for file, mutant in edited.items()}}
        known: dict[str, list[Fault]] = {}
        whole = Folder(codebook, profiles, now)
        for file, mutant in edited.items():
            tallies[mutant.operator].tried += 1
            known[file] = faults_of(whole, file, mutant)
        for file, text in now.items():
            (folder / file).write_text(text, encoding="utf-8")
        findings = [problem for problem in check(survey(folder)).faults if key(problem) not in before]
        at = {(problem.place.source.removeprefix(f"{folder}/"), problem.place.line) for problem in findings}
        for file, faults in known.items():
            tally, mutant = tallies[edited[file].operator], edited[file]
            if faults:
                tally.faulty += 1
                tally.kinds.update({fault.kind for fault in faults})
                hit = any(fault.lines & at for fault in faults)
                tally.found += hit
                if not hit:
                    said = [str(problem) for problem in findings if f"/{file}:" in str(problem.place)]
                    kinds = ", ".join(fault.kind for fault in faults)
                    tally.missed.append(f"{file}:{mutant.line} {mutant.criterion} {mutant.how}: {kinds}; said {said}")
    return tallies
