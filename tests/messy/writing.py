"""Writes what a procedure is known to have been into a cell, as people do, and says what the cell then tells."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from messy.cells import Cell, Formula, Number, decimal, finite
from messy.menus import BARE_COUNTS, GAUGES, NUMBERS, PLAIN_CODES, TEXTS, UNITS
from messy.review import Column, Habits
from messy.truth import Among, End, Expected, Present, Span, Text

Written = tuple[Cell, dict[str, Expected]]
"""A cell, and what it tells of which fields."""


def write(made: Habits, column: Column) -> Written:
    """Draw what a report tells of a field, and how its cell says so."""
    if made.chance(0.12):
        return None, {}
    if made.chance(0.1):
        return _status(made, column, made.rng.choice(("not_reported", "not_reported", "unclear", "not_extracted")))
    assert column.defined is not None
    if column.split:
        return _both(made, column)
    match column.defined.type:
        case "number" | "count" | "cut_off":
            cell, expected = _number(made, column)
            if isinstance(expected, dict):
                return cell, expected
        case "ordered_choice":
            cell, expected = _gauges(made, column)
        case "date":
            cell, expected = _days(made)
        case "checklist":
            cell, expected = _list(made, column)
        case "text":
            words = made.rng.choice(TEXTS)
            cell, expected = words, Expected("reported", Text(words))
        case _:
            cell, expected = choice(made, column)
    return cell, {column.name: expected}


def not_applicable(made: Habits, column: Column) -> Written:
    """Leave the cell of a field that the procedure does not have empty, or say so."""
    return _status(made, column, "not_applicable") if made.chance(0.2) else (None, {})


def _status(made: Habits, column: Column, status: str) -> Written:
    if column.split:
        return None, {}
    words = [*column.codes.get(status, made.codes.get(status, ()))] * 3 + [*PLAIN_CODES[status]]
    others = {word for other, codes in {**made.codes, **column.codes}.items() if other != status for word in codes}
    word = made.rng.choice([word for word in words if word not in others and word not in column.words])
    cell: Cell = Number(Fraction(word)) if word.isdecimal() and made.workbook and made.chance(0.6) else word
    return cell, {} if status == "not_extracted" else {column.name: Expected(status)}


def _number(made: Habits, column: Column) -> tuple[Cell, Expected | dict[str, Expected]]:
    rng, defined = made.rng, column.defined
    assert defined is not None
    first, second = sorted(rng.sample(NUMBERS[column.name], 2))
    if column.name in BARE_COUNTS or defined.type == "cut_off":
        return _count(made, column, first, second)
    factor, unit = _unit(made, column, first, second)
    say = [decimal(number / factor, made.comma) for number in (first, second)]
    tail = "" if not unit else rng.choice((" ", " ", "", "\u00a0")) + unit
    # A number without a unit would have that of the column, where the column has one.
    within = tail if unit and column.bare is not None and made.foreign else ""
    assert defined.range is not None
    low, high = (End(Fraction(str(bound))) for bound in defined.range)
    one, two = End(first), End(second)
    if column.times and made.chance(0.5):
        behind = tail or f" {UNITS[str(defined.unit)][factor][0]}"
        said = f"{rng.choice((2, 3))} {rng.choice(('x', '×', 'X'))} {say[0]}{behind}"
        expected = {column.name: Expected("reported", Span(one, one))}
        if column.times != "ignored":
            count = End(Fraction(said[0]))
            expected[column.times] = Expected("reported", Span(count, count))
        return said, expected
    form = rng.choices(("plain", "span", "least", "most", "either"), (70, 12, 7, 5, 6))[0]
    match form:
        case "plain":
            typed = _typed(made, column, first, factor) if not unit else None
            return typed or say[0] + tail, Expected("reported", Span(one, one))
        case "span":
            sign = rng.choice(("-", " – ", " to "))
            return say[0] + within + sign + say[1] + tail, Expected("reported", Span(one, two))
        case "least":
            sign = rng.choice(("≥ ", ">= ", "≥", "at least ", "> "))
            start = End(first, 1) if sign == "> " else one
            return sign + say[0] + tail, Expected("reported", Span(start, high))
        case "most":
            sign = rng.choice(("≤ ", "<= ", "up to ", "at most ", "< "))
            end = End(second, -1) if sign == "< " else two
            return sign + say[1] + tail, Expected("reported", Span(low, end))
        case _:
            return f"{say[0]}{within} or {say[1]}{tail}", Expected("unclear", Span(one, two))


def _unit(made: Habits, column: Column, *numbers: Fraction) -> tuple[Fraction, str]:
    """How many of the codebook's unit one of the written unit is, and the unit as the cell says it, or nothing."""
    assert column.defined is not None
    known = UNITS[str(column.defined.unit)]
    if column.bare is not None and not column.in_cells and all(finite(number / column.bare) for number in numbers):
        return column.bare, ""
    fit = [factor for factor in known if all(finite(n / factor) and n / factor <= 50_000 for n in numbers)]
    factor = made.rng.choice(fit)
    return factor, made.rng.choice(known[factor])


def _typed(made: Habits, column: Column, number: Fraction, factor: Fraction) -> Cell | None:
    """Return a number as spreadsheets hold it, in some share of cells; None for one that is written as text."""
    assert column.defined is not None
    if not made.workbook or made.chance(0.3):
        return None
    value = number / factor
    if column.defined.unit == "%" and factor == 1 and made.chance(0.5, f"{column.name}: percent format"):
        return Number(value / 100, "0%" if value.denominator == 1 else "0.00%")
    if value.denominator == 1 and value >= 4 and made.chance(0.12, "formula with a saved value"):
        part = int(value) // 2
        return Formula(f"={part}+{int(value) - part}", value)
    return Number(value, made.rng.choice(("General", "General", "0.000")))


def _count(made: Habits, column: Column, first: Fraction, second: Fraction) -> tuple[Cell, Expected]:
    rng, say = made.rng, [decimal(first), decimal(second)]
    one, two = End(first), End(second)
    if column.defined is not None and column.defined.type == "cut_off":
        needed = column.in_cells or column.bare is None
        tail = rng.choice((" %", "%", " percent")) if needed else ""
        sign = rng.choice(("≥ ", ">= ", "at least ", "> ", ""))
        if sign:
            exact = End(first, 1) if sign == "> " else one
            return sign + say[0] + tail, Expected("reported", Span(exact, exact))
        typed = None if needed else _typed(made, column, first, Fraction(1))
        return typed or say[0] + tail, Expected("reported", Span(one, End(first, 1)))
    if column.name != "publication_year" and made.chance(0.15):
        return rng.choice((f"{say[0]}-{say[1]}", f"{say[0]} to {say[1]}")), Expected("reported", Span(one, two))
    cell: Cell = Number(first) if made.workbook and made.chance(0.7) else say[0]
    return cell, Expected("reported", Span(one, one))


def _gauges(made: Habits, column: Column) -> tuple[Cell, Expected]:
    rng = made.rng
    first, second = sorted(rng.sample(GAUGES[column.name], 2), key=int)
    tail = rng.choice(("G", " G", "-gauge", " gauge", "G")) if column.in_cells else ""
    form = rng.choices(("one", "both", "span"), (80, 12, 8))[0]
    if form == "one":
        cell: Cell = first + tail
        if not tail and made.workbook and made.chance(0.6):
            cell = Number(Fraction(first))
        return cell, Expected("reported", Among(frozenset({first})))
    if form == "both":
        stroke = f"{first}{tail}/{second}{tail}" if tail in ("G", "") else f"{first} or {second}{tail}"
        return stroke, Expected("reported", Among(frozenset({first, second})))
    between = frozenset(str(number) for number in range(int(first), int(second) + 1))
    return f"{first}-{second}{tail}", Expected("reported", Among(between))


def _both(made: Habits, column: Column) -> Written:
    """Write gauge and kind of needle into one cell, which the mapping splits."""
    gauge = made.rng.choice(GAUGES["needle_gauge"])
    kind = made.rng.choice(("Tuohy", "Quincke", "blunt", "Whitacre"))
    meant = {"Whitacre": "pencil_point"}.get(kind, kind.lower())
    told = {"needle_gauge": Among(frozenset({gauge})), "needle_type": Among(frozenset({meant}))}
    return f"{gauge}G {kind}", {name: Expected("reported", known) for name, known in told.items()}


def _days(made: Habits) -> tuple[Cell, Expected]:
    year, month, day = made.rng.randint(1995, 2018), made.rng.randint(1, 12), made.rng.randint(1, 28)
    first = date(year, month, day)
    form = made.rng.choice(("day", "day", "month", "named", "year"))
    if form == "day":
        cell: Cell = first if made.workbook and made.chance(0.7) else first.isoformat()
        return cell, Expected("reported", _span(first, first))
    after = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    if form == "year":
        return str(year), Expected("reported", _span(date(year, 1, 1), date(year, 12, 31)))
    named = made.rng.choice((f"{month_name[month]} {year}", f"{month_name[month][:3]} {year}"))
    written = f"{year}-{month:02}" if form == "month" else named
    return written, Expected("reported", _span(date(year, month, 1), after))


def _span(first: date, last: date) -> Span:
    return Span(End(Fraction(first.toordinal())), End(Fraction(last.toordinal())))


def _ways(column: Column, name: str, *, own: bool = True) -> Iterator[str]:
    """Yield the ways in which a reviewer may write a choice: the codebook's, and those that the mapping explains."""
    assert column.defined is not None
    yield from [word for word, choice in column.words.items() if choice == name and own] * 4
    known = column.defined.choices[name]
    taken = {word.casefold() for word in column.words}
    for word in (name, known.label, known.label, *known.also):
        if word.casefold() not in taken and not any(sign in word for sign in "/;|,+&\n"):
            yield word


def _said(made: Habits, column: Column, name: str, *, own: bool = True) -> Cell:
    word = made.rng.choice(list(_ways(column, name, own=own)))
    if column.defined is not None and column.defined.type == "yes_no" and word in ("yes", "no") and made.workbook:
        return word == "yes" if made.chance(0.3) else word
    if word in column.words and word.isdecimal() and made.workbook and made.chance(0.6):
        return Number(Fraction(word))
    return made.rng.choice((word, word, word.upper(), word.capitalize(), f"{word} "))


def choice(made: Habits, column: Column, *, only: tuple[str, ...] = ()) -> tuple[Cell, Expected]:
    """Write one choice, or two of which it was either."""
    assert column.defined is not None
    names = list(only) or [name for name in column.defined.choices if name not in ("several", "other")]
    first = made.rng.choice(names)
    others = [name for name in names if name != first]
    if column.defined.type == "yes_no" or only or not others or not made.chance(0.1):
        return _said(made, column, first), Expected("reported", Among(frozenset({first})))
    second = made.rng.choice(others)
    # The reviewer's own words stand in lists only where the mapping says what stands between them.
    own = "separator" in column.mapped
    said = (_said(made, column, name, own=own) for name in (first, second))
    ends = [word for word in said if isinstance(word, str) and (column.separator or ";").strip() not in word]
    if len(ends) < 2 or any(" or " in end.lower() for end in ends):
        return _said(made, column, first), Expected("reported", Among(frozenset({first})))
    return (column.separator or "; ").join(ends), Expected("reported", Among(frozenset({first, second})))


def _list(made: Habits, column: Column) -> tuple[Cell, Expected]:
    assert column.defined is not None
    names = made.rng.sample(("ap", "lateral", "ipsilateral_oblique", "caudal_tilt"), made.rng.choice((1, 2, 2, 3)))
    ends = []
    for name in names:
        own = "separator" in column.mapped or len(names) == 1
        ways = [way for way in _ways(column, name, own=own) if " and " not in way]
        ends.append(made.rng.choice(ways))
    return (column.separator or "; ").join(ends), Expected("reported", Present(frozenset(names)))
