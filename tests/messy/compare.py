"""Compares what was read of messy files with the truth: what was lost, what was made up, what was read wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fidelity.model.words import fold_header
from messy.making import shipped
from messy.truth import Among, Expected, Key, Known, Messy, Present, Row, Span, Text, plain

if TYPE_CHECKING:
    from fidelity.model.facts import Facts
    from fidelity.read.reading import Reading, Refused


@dataclass
class Outcome:
    """What became of the rows of some reviews, in counts, and every disagreement in a sentence."""

    reviews: int = 0
    rows: int = 0
    spoilt: int = 0
    exact: int = 0
    refused_spoilt: int = 0
    lost: list[str] = field(default_factory=list)
    """Rows that are neither scored nor refused by name."""
    strangers: list[str] = field(default_factory=list)
    """Scored rows that nobody wrote."""
    wrong: list[str] = field(default_factory=list)
    """Scored values that are not those that were written."""
    scored_spoilt: list[str] = field(default_factory=list)
    """Rows that were scored although a cell of theirs was spoilt."""
    refused: list[str] = field(default_factory=list)
    """Readable rows that were refused, with the reason that was given."""
    unalarmed: list[str] = field(default_factory=list)
    """Columns that hold something which neither mapping nor any problem names."""
    raised: list[str] = field(default_factory=list)
    """Exceptions that came out of reading."""

    @property
    def readable(self) -> int:
        return self.rows - self.spoilt

    @property
    def share(self) -> float:
        """The share of the readable rows that were scored with exactly the values put in."""
        return self.exact / self.readable if self.readable else 1.0

    @property
    def sound(self) -> bool:
        """Whether nothing was lost, made up, or read as something else."""
        wrong = (self.raised, self.lost, self.strangers, self.wrong, self.scored_spoilt, self.unalarmed)
        return not any(wrong)

    def add(self, other: Outcome) -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def __str__(self) -> str:
        lines = [
            f"{self.reviews} reviews, {self.rows} rows: {self.readable} readable, {self.spoilt} spoilt",
            f"scored exactly {self.exact} of {self.readable} readable rows ({self.share:.2%})",
            f"refused {self.refused_spoilt} of {self.spoilt} spoilt rows",
        ]
        for name in ("raised", "lost", "strangers", "wrong", "scored_spoilt", "unalarmed", "refused"):
            found = getattr(self, name)
            lines += [f"{name}: {len(found)}", *(f"  {entry}" for entry in found[:12])]
        return "\n".join(lines)


def save(messy: Messy, folder: Path) -> tuple[list[Path], Path | None]:
    """Write the files of a review into a folder; return them and the mapping file."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, content in messy.files.items():
        files.append(folder / name)
        files[-1].write_bytes(content)
    if messy.mapping is None:
        return files, None
    mapping = folder / "review.mapping.yaml"
    mapping.write_text(messy.mapping, encoding="utf-8")
    return files, mapping


def try_reading(messy: Messy, folder: Path) -> Outcome:
    """Read a review as the package does and compare; an exception is an outcome, too."""
    from fidelity.read.sources import read

    files, mapping = save(messy, folder)
    try:
        reading = read(files if len(files) > 1 else files[0], shipped(), mapping=mapping)
        return compare(messy, reading)
    except Exception as error:  # whatever comes out is what this looks for
        spoilt = sum(bool(row.spoilt) for row in messy.truth)
        said = f"seed {messy.seed}: {type(error).__name__}: {str(error)[:300]}"
        return Outcome(1, len(messy.truth), spoilt, raised=[said])


def compare(messy: Messy, reading: Reading) -> Outcome:
    """Compare what was read of a review with its truth."""
    found = Outcome(1, len(messy.truth), sum(bool(row.spoilt) for row in messy.truth))
    truth = {row.key: row for row in messy.truth}
    assert len(truth) == len(messy.truth), "the generator wrote a procedure twice"
    scored: set[Key] = set()
    for batch in reading.batches:
        for number, names in enumerate(batch.frame.select("study", "arm", "procedure").iter_rows()):
            key = Key.of(*names)
            about = f"seed {messy.seed}: {key}"
            row = truth.get(key)
            if row is None or key in scored:
                found.strangers.append(about + (" stands twice" if key in scored else ""))
                continue
            scored.add(key)
            differences = list(_differences(row, batch, number))
            if row.spoilt:
                found.scored_spoilt.append(f"{about}: {'; '.join(row.spoilt)}")
            elif differences:
                found.wrong.append(f"{about}: {'; '.join(differences)}")
            else:
                found.exact += 1
    _account(messy, reading, scored, found)
    for header in messy.alarms:
        if reading.rows and not any(fold_header(header) in fold_header(str(problem)) for problem in reading.problems):
            found.unalarmed.append(f"seed {messy.seed}: {header!r}")
    return found


def _account(messy: Messy, reading: Reading, scored: set[Key], found: Outcome) -> None:
    """Note what became of the rows that were not scored."""
    for row in messy.truth:
        if row.key in scored:
            continue
        about = f"seed {messy.seed}: {row.key}"
        named = [refusal for refusal in reading.refused if _names(refusal, row.key)]
        if not named:
            found.lost.append(about)
        elif row.spoilt:
            found.refused_spoilt += 1
        else:
            reasons = dict.fromkeys(str(problem) for refusal in named for problem in refusal.problems)
            found.refused.append(f"{about}: {' | '.join(reasons)[:400]}")


def _names(refusal: Refused, key: Key) -> bool:
    """Whether a refusal is of a row: by study, and by arm and procedure as far as it says them."""
    said = (refusal.study, refusal.arm, refusal.procedure)
    wanted = (key.study, key.arm, key.procedure)
    return plain(refusal.study) == key.study and all(
        one is None or not one.strip() or plain(one) == other for one, other in zip(said, wanted, strict=True)
    )


def _differences(row: Row, batch: Facts, number: int) -> Iterator[str]:
    role = batch.frame["role"][number]
    if role != row.role:
        yield f"role is {role}, written was {row.role}"
    suffix = ".status"
    told = {name.removesuffix(suffix) for name in batch.frame.columns if name.endswith(suffix)}
    for name in [name for name in shipped().fields if name in told or name in row.fields]:
        seen = batch.origin.observation(number, name)
        status = "not_extracted" if seen is None else seen.status
        expected = row.fields.get(name, Expected("not_extracted"))
        value = None if seen is None else seen.value
        if status != expected.status or not _same(name, expected.known, value):
            yield f"{name} is {status} {value}, written was {expected}"
        elif name in told and not _typed(name, expected.known, batch, number):
            yield f"{name} stands in the frame as {_shown(name, batch, number)}, written was {expected}"


def _same(name: str, known: Known | None, value: Any) -> bool:
    """Whether a value of the package is what is known; its class is read by what it holds."""
    if known is None or value is None:
        return known is None and value is None
    match known:
        case Span():
            return (getattr(value, "lower", None), getattr(value, "upper", None)) == (known.low.float, known.high.float)
        case Among():
            return bool(getattr(value, "names", None) == known.names)
        case Present():
            every = frozenset(shipped().fields[name].choices)
            return (getattr(value, "present", None), getattr(value, "possible", None)) == (known.names, every)
        case Text():
            return " ".join(str(getattr(value, "text", "")).split()) == " ".join(known.words.split())


def _shown(name: str, batch: Facts, number: int) -> dict[str, Any]:
    columns = [f"{name}.{part}" for part in ("low", "high", "may", "must") if f"{name}.{part}" in batch.frame.columns]
    return {column: batch.frame[column][number] for column in columns}


def _typed(name: str, known: Known | None, batch: Facts, number: int) -> bool:
    """Whether the typed columns, from which rules judge, hold what is known."""
    shown = _shown(name, batch, number)
    bits = {choice: 1 << place for place, choice in enumerate(shipped().fields[name].choices)}
    every = sum(bits.values())
    match known:
        case Span():
            return shown == {f"{name}.low": known.low.float, f"{name}.high": known.high.float}
        case Among():
            return shown == {f"{name}.may": sum(bits[choice] for choice in known.names)}
        case Present():
            return shown == {f"{name}.may": every, f"{name}.must": sum(bits[choice] for choice in known.names)}
        case _:
            return True
