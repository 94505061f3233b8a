"""What must hold of the rows of one study, and of one treatment, beyond each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from fidelity.errors import Fault
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.words import fold
from fidelity.read.outcomes.cells import is_empty, treatment_class
from fidelity.read.outcomes.lines import Line

KINDS: Final[dict[OutcomeKind, str]] = {"events": "events", "means": "mean", "contrasts": "effect"}
"""The column that tells each kind of outcome."""
_OF_STUDY: Final = ("year", "rob")
_PICKS_NOTHING: Final = frozenset({"study", "arm", "treatment", "class", "n", "events", "mean", "sd", "se", "effect"})
"""Columns by which two outcomes of one arm cannot be told apart."""


def kinds_of(lines: Iterable[Line]) -> list[OutcomeKind]:
    """Return the kinds of outcome of which some row holds a number."""
    held = {name for line in lines for name in KINDS.values() if line.values[name] is not None}
    return [kind for kind, name in KINDS.items() if name in held]


def check_study(lines: Sequence[Line], kind: OutcomeKind) -> None:
    """Note in the rows of one study what does not go together: kinds, repeated arms, year, risk of bias, baseline."""
    own = kinds_of(lines)
    if any(other != kind for other in own):
        names = " and ".join(KINDS[other] for other in own)
        what = f"the study has {names}, and the file is read as one of {KINDS[kind]}"
        lines[0].note(KINDS[own[0]], Fault("mixed-kinds", what, _one_of(kinds_of(lines))))
    _check_repeats(lines)
    check_of_study(lines)
    if kind == "contrasts":
        _check_baseline(lines)


def _one_of(kinds: Sequence[OutcomeKind]) -> str:
    """Return how to choose between kinds of outcome."""
    if len(kinds) == 1:
        return f"pick the rows of one outcome with --where, or read {kinds[0]} alone with --kind {kinds[0]}"
    return f"say which to read with {' or '.join(f'--kind {kind}' for kind in kinds)}"


def check_of_study(lines: Sequence[Line]) -> None:
    """Note where rows of one study differ in what is said of the whole study, its year or risk of bias: it is empty."""
    for name in _OF_STUDY:
        said = {line.values[name]: line for line in lines if line.values[name] is not None}
        if len(said) > 1:
            line = list(said.values())[1]
            line.note(
                name,
                Fault("differs", f"{name} differs between rows of the study", "write it alike in each of its rows"),
                aside=True,
            )
            for line in lines:
                line.values[name] = None


def _check_repeats(lines: Sequence[Line]) -> None:
    if names_no_arms(lines):
        arm = lines[0].values["arm"]
        what = f"each row of the study has {arm!r} here, and their treatments differ: that names no arm"
        lines[0].note("arm", Fault("no-arm", what, "name the arm of each row, or call the column otherwise"))
        return
    seen: dict[str, Line] = {}
    for line in lines:
        name = line.values["arm"] or line.values["treatment"]
        if name is None:
            continue
        first = seen.setdefault(fold(name), line)
        if first is not line:
            remedy = picking(line, first) or "delete one of the two, or name the arm of each in a column arm"
            line.note(
                "arm" if line.values["arm"] else "treatment",
                Fault("same-arm", f"this arm stands already in row {first.at + 1}", remedy),
            )


def names_no_arms(lines: Sequence[Line]) -> bool:
    """Whether all rows of a study have one arm and each another treatment: the column holds something else."""
    arms = {None if line.values["arm"] is None else fold(line.values["arm"]) for line in lines}
    treatments = {fold(line.values["treatment"] or "") for line in lines}
    return len(arms) == 1 < len(treatments) == len(lines) and None not in arms


def picking(line: Line, first: Line) -> str:
    """Return how to pick one of two rows that say the same thing twice, by the columns in which they differ."""
    differing = [
        line.header.names[at]
        for at, text in enumerate(line.texts)
        if text.strip() != first.texts[at].strip() and _may_pick(line, at)
    ]
    picks = " or ".join(f"--where {name}=..." for name in differing)
    return f"pick the outcome with {picks}" if picks else ""


def _may_pick(line: Line, column: int) -> bool:
    """Whether a column may tell two outcomes of one arm apart: it names no arm and holds no number that is analysed."""
    name = next((name for name, at in line.header.columns.items() if at == column), None)
    return bool(line.header.names[column]) and (name is None or name.rstrip("12") not in _PICKS_NOTHING)


def _check_baseline(lines: Sequence[Line]) -> None:
    """Note where it is not certain which row the others are compared with, or how far they hang together."""
    bases = [line for line in lines if line.values["effect"] is None]
    if len(bases) != 1:
        what = (
            "no row of the study is without an effect"
            if not bases
            else f"{len(bases)} rows of the study have no effect"
        )
        remedy = "leave the effect empty in just one row: that of the arm with which the others are compared"
        (bases or lines)[-1].note("effect", Fault("no-baseline", what, remedy))
        return
    own = bases[0].values["se"]
    if len(lines) > 2 and own is None:
        remedy = "write the standard error of its own mean: contrasts of three or more arms hang together by it"
        bases[0].note("se", Fault("baseline-se", "the baseline of a study of three or more arms has no se", remedy))
    for line in lines:
        if line is not bases[0] and None not in (own, line.values["se"]) and line.values["se"] <= own:
            remedy = "correct the one or the other: that of a difference holds that of the baseline"
            line.note("se", Fault("small-se", "the se is not greater than that of the baseline's mean", remedy))


def read_classes(lines: Sequence[Line]) -> None:
    """Read the column `class` in all rows, and note what is no class of treatments.

    A column in which no word is one holds something else, such as classes of drugs: that is noted once.
    """
    cells = [
        (line, name, line.texts[at])
        for line in lines
        for name, at in line.header.columns.items()
        if name.rstrip("12") == "class" and not is_empty(line.texts[at])
    ]
    found = [(line, name, treatment_class(text)) for line, name, text in cells]
    if found and all(isinstance(said, Fault) for *_, said in found):
        line, name, said = found[0]
        assert isinstance(said, Fault)
        what = f"{said.what}, and no cell of the column holds one: it is not read"
        line.note(name, Fault(said.code, what, "write reference or active, or call the column otherwise"), aside=True)
        return
    for line, name, said in found:
        if isinstance(said, Fault):
            line.note(name, said)
        else:
            line.values[name] = said


def check_classes(lines: Sequence[Line]) -> None:
    """Note the rows in which a treatment is said to be of another class than in an earlier row."""
    said: dict[str, tuple[Line, str]] = {}
    for line in lines:
        for end in line.header.ends:
            treatment, own = line.values[f"treatment{end}"], line.values[f"class{end}"]
            if None in (treatment, own):
                continue
            first, known = said.setdefault(fold(treatment), (line, own))
            if known != own:
                what = f"row {first.at + 1} says that {treatment} is {known}"
                line.note(f"class{end}", Fault("differs", what, "a treatment has one class in all its rows"))
