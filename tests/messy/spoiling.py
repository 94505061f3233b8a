"""Spoils cells, so that no honest reader can say what stands in them, and says how."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from messy.cells import Broken, Cell, Formula, decimal
from messy.menus import BARE_COUNTS, GAUGES, NUMBERS, OTHER_KIND, UNITS
from messy.review import Column, Habits

Spoilt = tuple[Cell, str]
"""A cell, and why it cannot be read."""


def spoil(made: Habits, column: Column) -> Spoilt | None:
    """Return a cell of a column that nobody can read, or nothing where every text can be."""
    ways = [way for way in _WAYS if way(made, column) is not None]
    return made.rng.choices(ways, [_WAYS[way] for way in ways])[0](made, column) if ways else None


def _measured(column: Column) -> bool:
    return column.defined is not None and column.defined.type in ("number", "cut_off")


def _chosen(column: Column) -> bool:
    return column.defined is not None and column.defined.type in ("choice", "yes_no", "checklist")


def _unit(column: Column) -> str:
    return str(column.defined.unit) if column.defined is not None else ""


def _word(column: Column) -> str:
    known = UNITS[_unit(column)]
    return known[min(known, key=lambda factor: abs(float(factor) - 1))][0]


def _unknown_word(made: Habits, column: Column) -> Spoilt | None:
    if not _chosen(column):
        return None
    return made.rng.choice(("zwxq", "see appendix", "type III", "as usual 7")), "a word that is no choice"


def _other_unit(made: Habits, column: Column) -> Spoilt | None:
    if not _measured(column) and column.name not in GAUGES:
        return None
    number = decimal(made.rng.choice(NUMBERS[column.name])) if _measured(column) else "20"
    number = number.split(".", maxsplit=1)[0]
    return f"{number} {OTHER_KIND[_unit(column)]}", "a unit of another kind"


def _comma(made: Habits, column: Column) -> Spoilt | None:
    if not _measured(column):
        return None
    if made.comma:
        return f"1.{made.rng.choice((200, 500))} {_word(column)}", "a point that may stand between thousands"
    return (
        f"{made.rng.choice((1, 2, 40))},{made.rng.choice((5, 25))} {_word(column)}",
        "a decimal comma that nobody said",
    )


def _made_date(made: Habits, column: Column) -> Spoilt | None:
    if not made.workbook or column.defined is None or column.defined.type in ("date", "text"):
        return None
    day = date(made.rng.choice((2019, 2021, 2024)), made.rng.randint(1, 12), made.rng.randint(1, 12))
    return day, "a date that the program made of two numbers"


def _reference(made: Habits, column: Column) -> Spoilt | None:
    if made.workbook:
        return Broken(made.rng.choice(("#REF!", "#VALUE!", "#DIV/0!", "#NAME?"))), "a formula that went wrong"
    if column.defined is None or column.defined.type == "text":
        return None
    return made.rng.choice(("#REF!", "#VALUE!")), "a formula that went wrong"


def _contradiction(made: Habits, column: Column) -> Spoilt | None:
    if not _measured(column):
        return None
    first, second = made.rng.sample(NUMBERS[column.name], 2)
    word = _word(column)
    return f"{decimal(first, made.comma)} {word} ({decimal(second, made.comma)} {word})", "two numbers that contradict"


def _no_unit(made: Habits, column: Column) -> Spoilt | None:
    if not made.foreign or column.bare is not None or column.split or column.name in BARE_COUNTS:
        return None
    if not _measured(column) and column.name not in GAUGES:
        return None
    if column.name in GAUGES:
        return made.rng.choice(GAUGES[column.name]), "a number without a unit"
    return decimal(made.rng.choice(NUMBERS[column.name]), made.comma), "a number without a unit"


def _na(made: Habits, column: Column) -> Spoilt | None:
    said = {word.casefold() for words in (*made.codes.values(), *column.codes.values()) for word in words}
    free = [word for word in ("NA", "N/A", "-") if not said & {"na", "n/a", "-"}]
    if not free or column.defined is None or column.defined.type == "text":
        return None
    return made.rng.choice(free if made.foreign else ["NA", "-"]), "NA, which may mean anything"


def _unsaved(made: Habits, column: Column) -> Spoilt | None:
    if not made.workbook or column.defined is None:
        return None
    return Formula(made.rng.choice(("=60+30", "=B2", "=SUM(C3:C4)")), None), "a formula without a saved value"


def _gibberish(made: Habits, column: Column) -> Spoilt | None:
    if column.defined is None or column.defined.type == "text":
        return None
    return made.rng.choice(("see text p. 4", "xx", "as in Smith 2009", "%%%", "tbc?!")), "words that say nothing"


def _far_out(made: Habits, column: Column) -> Spoilt | None:
    if column.name == "lesion_temperature":
        return made.rng.choice(("800 °C", "176 °F", "5 °C")), "no value that is possible"
    if column.name in BARE_COUNTS and column.name != "publication_year":
        return made.rng.choice(("1200", "2.5", "-3")), "no value that is possible"
    return None


def _backwards(made: Habits, column: Column) -> Spoilt | None:
    if not _measured(column) or column.defined is None or column.defined.type == "cut_off":
        return None
    first, second = sorted(made.rng.sample(NUMBERS[column.name], 2))
    return f"{decimal(second, made.comma)}-{decimal(first, made.comma)} {_word(column)}", "a range that runs backwards"


def _times(made: Habits, column: Column) -> Spoilt | None:
    if column.name != "lesion_duration" or column.times:
        return None
    return made.rng.choice(("2 x 60 s", "2 × 90 s")), "two times something, and nobody said what takes the two"


def _which_day(made: Habits, column: Column) -> Spoilt | None:
    if column.defined is None or column.defined.type != "date":
        return None
    return made.rng.choice(("03/04/2015", "5.6.2012", "spring 2014")), "a day that may be two"


_WAYS: dict[Callable[[Habits, Column], Spoilt | None], int] = {
    _unknown_word: 3,
    _other_unit: 6,
    _comma: 6,
    _made_date: 3,
    _reference: 1,
    _contradiction: 4,
    _no_unit: 9,
    _na: 2,
    _unsaved: 2,
    _gibberish: 1,
    _far_out: 6,
    _backwards: 4,
    _times: 9,
    _which_day: 6,
}
"""Each way with its weight: those that few columns allow are drawn more often there."""
