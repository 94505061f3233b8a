"""Studies told as comparisons of two arms, as netmeta takes them, turned into effects against one of their arms.

The arms of a study are taken to be independent, so that the variance of a comparison is the sum of the variances of
the means of its two arms. With all k(k-1)/2 comparisons of k arms these follow; for three arms the variance of a is
(se_ab² + se_ac² - se_bc²) / 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from math import sqrt
from typing import Any, Final

from fidelity.errors import Fault
from fidelity.model.outcomes import OUTCOME_COLUMNS
from fidelity.model.words import fold
from fidelity.read.outcomes.checks import check_of_study, picking
from fidelity.read.outcomes.lines import Line
from fidelity.read.outcomes.names import ENDS
from fidelity.read.signs import clean

Pair = frozenset[str]

_APART: Final = 0.001
"""How far effects of one study may be from adding up whatever their rounding: what netmeta allows."""

_SE_APART: Final = 0.01
"""The same for standard errors of four arms or more, as a share of each."""

_ROUNDED: Final = 1.5
"""By how many units of its last decimal a sum of three rounded numbers may be out."""

_OF_ARM: Final = ("arm", "n", "class")
_OF_STUDY: Final = ("year", "rob")


def check_comparisons(lines: Sequence[Line]) -> None:
    """Note in the rows of one study what does not go together: repeats, arms, and effects that do not add up."""
    check_of_study(lines)
    _check_repeats(lines)
    _check_arms(lines)
    treatments = _treatments(lines)
    if len(treatments) < 3 or any(line.problems for line in lines) or _silent(lines):
        return
    by_pair = _by_pair(lines)
    _check_all_there(lines, treatments, by_pair)
    if not any(line.problems for line in lines):
        _check_effects(lines, treatments, by_pair)
        _check_errors(lines, treatments, by_pair)


def arms_of(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Return a row for each arm of a study without problems, the arm with which the others are compared first.

    That arm is the second one of the first row. Of three arms or more its se is that of its own mean.
    """
    base, *others = _treatments(lines)
    if not others or _silent(lines):
        return [_arm(lines, treatment) for treatment in (base, *others)]
    by_pair = _by_pair(lines)
    if len(others) == 1:
        line = lines[0]
        return [_arm(lines, base), _arm(lines, others[0], line.values["effect"], line.values["se"])]
    own = _variances(_squares(by_pair), (base, *others))
    effects = _effects(by_pair, base)
    return [
        _arm(lines, base, se=sqrt(own[base])),
        *(_arm(lines, treatment, effects[treatment], sqrt(own[base] + own[treatment])) for treatment in others),
    ]


def _arm(lines: Sequence[Line], treatment: str, effect: float | None = None, se: float | None = None) -> dict[str, Any]:
    own = list(_rows_of(lines, treatment))
    return {
        **dict.fromkeys(OUTCOME_COLUMNS),
        "row": own[0][0].values["row"],
        "study": lines[0].values["study"],
        "treatment": treatment,
        **{name: _first(line.values[f"{name}{end}"] for line, end in own) for name in _OF_ARM},
        **{name: _first(line.values[name] for line in lines) for name in _OF_STUDY},
        "effect": effect,
        "se": se,
    }


def _first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def _rows_of(lines: Sequence[Line], treatment: str) -> Iterator[tuple[Line, str]]:
    """Yield the rows in which a treatment stands, and the end of its columns there."""
    for line in lines:
        for end in ENDS:
            if line.values[f"treatment{end}"] == treatment:
                yield line, end


def _treatments(lines: Sequence[Line]) -> list[str]:
    """Return the treatments of a study: the second one of its first row, then the others as they come."""
    named = [line.values[f"treatment{end}"] for line in lines for end in reversed(ENDS)]
    return [name for name in dict.fromkeys(named) if name is not None]


def _silent(lines: Sequence[Line]) -> bool:
    return all(line.values[name] is None for line in lines for name in ("effect", "se"))


def _pair(line: Line) -> Pair:
    return frozenset(line.values[f"treatment{end}"] for end in ENDS)


def _by_pair(lines: Sequence[Line]) -> dict[Pair, Line]:
    return {_pair(line): line for line in lines}


def _check_repeats(lines: Sequence[Line]) -> None:
    seen: dict[Pair, Line] = {}
    for line in lines:
        pair = _pair(line)
        if None in pair:
            continue
        if len(pair) == 1:
            what = f"both arms are {next(iter(pair))}"
            line.note("treatment2", Fault("same-treatment", what, "name their treatments apart, or delete the row"))
        elif (first := seen.setdefault(pair, line)) is not line:
            what = f"this comparison stands already in row {first.at + 1}"
            remedy = picking(line, first) or "delete one of the two rows; if they are of two studies, name these apart"
            line.note("treatment1", Fault("same-comparison", what, remedy))


def _check_arms(lines: Sequence[Line]) -> None:
    """Note where rows of a study differ in the name or the size of one arm; classes are looked at in all studies."""
    for treatment in _treatments(lines):
        for name in ("arm", "n"):
            first: Line | None = None
            known = None
            for line, end in _rows_of(lines, treatment):
                said = line.values[f"{name}{end}"]
                if said is None:
                    continue
                if first is None:
                    first, known = line, said
                elif fold(str(said)) != fold(str(known)):
                    what = f"row {first.at + 1} says {known} of {treatment}"
                    remedy = "write it alike in each row of the study; two arms of one treatment need two names"
                    line.note(f"{name}{end}", Fault("differs", what, remedy))


def _check_all_there(lines: Sequence[Line], treatments: Sequence[str], by_pair: Mapping[Pair, Line]) -> None:
    """Note comparisons of a study of three or more arms that have no row, or no numbers."""
    for line in lines:
        for name in ("effect", "se"):
            if line.values[name] is None:
                what = "it is empty, and the study has three arms or more"
                remedy = "give effect and se of every comparison of the study, or leave one of its arms out"
                line.note(name, Fault("missing", what, remedy))
    every = list(combinations(treatments, 2))
    absent = [f"{later} against {earlier}" for earlier, later in every if frozenset((earlier, later)) not in by_pair]
    if absent:
        what = (
            f"{len(treatments)} arms have {len(every)} comparisons, and {len(absent)} are missing: {', '.join(absent)}"
        )
        remedy = (
            "add a row for each, since their se tell how far the comparisons of a study hang together; or write a row "
            "for each arm (study, treatment, effect, se), in that of the baseline the se of its own mean"
        )
        lines[-1].note("treatment1", Fault("few-comparisons", what, remedy))


def _check_effects(lines: Sequence[Line], treatments: Sequence[str], by_pair: Mapping[Pair, Line]) -> None:
    """Note comparisons that are not the difference between those of their two arms with the first treatment."""
    base = treatments[0]
    effects = _effects(by_pair, base)
    allowed = max(_ROUNDED * _unit(lines, "effect"), _APART)
    for line in lines:
        one, other = (line.values[f"treatment{end}"] for end in ENDS)
        if base in (one, other):
            continue
        found, first, second = line.values["effect"], effects[one], effects[other]
        if abs(found - (first - second)) <= allowed:
            continue
        what = f"{one} against {other} is {found:.6g}, and {one} and {other} against {base} give {first - second:.6g}"
        signs = {
            line.at: -found - (first - second),
            by_pair[frozenset((one, base))].at: found + first + second,
            by_pair[frozenset((other, base))].at: found - first - second,
        }
        turned = [at + 1 for at, apart in signs.items() if abs(apart) <= allowed]
        remedy = "correct one of the three: an effect is that of the first arm of its row minus that of the second"
        if len(turned) == 1:
            remedy += f"; with the sign in row {turned[0]} turned they agree"
        line.note("effect", Fault("effects-apart", what, remedy))


def _effects(by_pair: Mapping[Pair, Line], base: str) -> dict[str, float]:
    """Return the effect of each treatment against one of them."""
    found: dict[str, float] = {}
    for pair, line in by_pair.items():
        if base in pair:
            (other,) = pair - {base}
            found[other] = line.values["effect"] * (1 if line.values["treatment1"] == other else -1)
    return found


def _check_errors(lines: Sequence[Line], treatments: Sequence[str], by_pair: Mapping[Pair, Line]) -> None:
    """Note standard errors that no independent arms can have."""
    squares = _squares(by_pair)
    for arm in treatments:
        for one, other in combinations([name for name in treatments if name != arm], 2):
            square = squares[frozenset((one, other))]
            most = squares[frozenset((arm, one))] + squares[frozenset((arm, other))]
            if square >= most * (1 - 1e-9):
                what = (
                    f"the se of {one} against {other} is {sqrt(square):.4g}, and beside those of {arm} against each of "
                    f"them it must be less than {sqrt(most):.4g}: else the variance of {arm} is not positive"
                )
                remedy = "correct one of the three, or write more decimals"
                by_pair[frozenset((one, other))].note("se", Fault("negative-variance", what, remedy))
    if any(line.problems for line in lines):
        return
    own, unit = _variances(squares, treatments), _unit(lines, "se")
    for pair, line in by_pair.items():
        fitting = sqrt(sum(own[treatment] for treatment in pair))
        if abs(fitting - line.values["se"]) > max(_ROUNDED * unit, _SE_APART * fitting):
            what = (
                f"the se is {line.values['se']:.4g}, and with the others of the study it would be about {fitting:.4g}"
            )
            remedy = "correct one of them: the variance of a comparison is the sum of those of its two arms"
            line.note("se", Fault("errors-apart", what, remedy))


def _squares(by_pair: Mapping[Pair, Line]) -> dict[Pair, float]:
    return {pair: line.values["se"] ** 2 for pair, line in by_pair.items()}


def _variances(squares: Mapping[Pair, float], treatments: Sequence[str]) -> dict[str, float]:
    """Return the variance of the mean of each arm that fits the variances of all comparisons best, by least squares.

    Of three arms it is the one that gives them exactly; of more, the mean of what each three of them give.
    """
    total = sum(squares.values()) / (len(treatments) - 1)
    of_arm = {name: sum(square for pair, square in squares.items() if name in pair) for name in treatments}
    return {name: (own - total) / (len(treatments) - 2) for name, own in of_arm.items()}


def _unit(lines: Sequence[Line], name: str) -> float:
    """Return what the last decimal of a column counts: of the cell of the study that has most, as zeros get lost."""
    column = lines[0].header.columns[name]
    texts = [clean(line.texts[column]).replace(",", ".") for line in lines]
    exponents = [Decimal(text).as_tuple().exponent for text in texts]
    return float(10 ** min(exponent for exponent in exponents if isinstance(exponent, int)))
