"""What must hold of the rows of one study, and of one treatment, beyond each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from fidelity.errors import Fault
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.words import fold
from fidelity.read.outcomes.lines import Line

KINDS: Final[dict[OutcomeKind, str]] = {"events": "events", "means": "mean", "contrasts": "effect"}
"""The column that tells each kind of outcome."""
_OF_STUDY: Final = ("year", "rob")
_MEASURED: Final = frozenset({"n", "events", "mean", "sd", "se", "effect"})


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
        lines[0].note(
            KINDS[own[0]], Fault("mixed-kinds", what, "keep one outcome in the file, or pick its rows with --where")
        )
    _check_repeats(lines)
    check_of_study(lines)
    if kind == "contrasts":
        _check_baseline(lines)


def check_of_study(lines: Sequence[Line]) -> None:
    """Note where rows of one study differ in what is said of the whole study: its year, its risk of bias."""
    for name in _OF_STUDY:
        said = {line.values[name]: line for line in lines if line.values[name] is not None}
        if len(said) > 1:
            line = list(said.values())[1]
            line.note(
                name,
                Fault("differs", f"{name} differs between rows of the study", "write it alike in each of its rows"),
            )


def _check_repeats(lines: Sequence[Line]) -> None:
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
    """Whether a column may tell two outcomes of one arm apart: it has a name and holds no number that is analysed."""
    name = next((name for name, at in line.header.columns.items() if at == column), None)
    return bool(line.header.names[column]) and (name is None or name.rstrip("12") not in _MEASURED)


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
