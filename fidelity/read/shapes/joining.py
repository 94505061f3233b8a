"""Tables brought together: rows of one that tell more of the rows of another, and tables below one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

import polars as pl

from fidelity.errors import Problem
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat, Scattered
from fidelity.read.shapes.origins import codes_of, rows_named, spoken_list

Meant = tuple[Mapping[int, Mapping[str, str]], Mapping[int, Mapping[str, str]]]
"""For columns of a left and a right table what their texts mean, as `values` of a mapping says."""


def join(
    left: Flat, right: Flat, on: Sequence[tuple[int, int]], *, of_study: bool = False, meant: Meant = ({}, {})
) -> tuple[Flat, tuple[Problem, ...]]:
    """Return the left table with the columns of the right one, and the rows of the right one that fit no row.

    `on` are the columns whose texts must agree, left and right. Spaces around them, case and the # of a number do not
    matter. A right row without partner is a problem; so are right rows with one key, and they spoil the rows that they
    are about. Left rows without partner keep blanks, and a note says so; they are spoilt where only accents or signs
    tell them from a right row that has none either. Columns of one name become one column where they say the same,
    else both stand. `of_study`: the right table has a row for each study, and what it tells is said of the study.
    `meant`, left and right: for columns of `on` what a text is compared as, where a mapping says that it means another.
    """
    keys = _keys(left, [one for one, _ in on], meant[0]), _keys(right, [other for _, other in on], meant[1])
    partner, several, unmatched = _partners(left, right, keys, [other for _, other in on])
    sheets, codes = codes_of(left)
    sheets, more = codes_of(right, sheets)
    cells, header, headings = dict(enumerate(left.cells)), list(left.header), list(left.headings)
    origins = dict(enumerate(codes))
    moved: dict[int, int] = {}
    told, there = dict(left.of_study), partner.is_not_null()
    for column in range(len(right.header)):
        if column in {other for _, other in on}:
            continue
        texts = right.cells[str(column)].gather(partner).fill_null("")
        froms = more[str(column)].gather(partner).fill_null(codes[str(on[0][0])])
        at = _said_already(header, cells, right.header[column], texts, len(left.header))
        if at is None:
            at = len(header)
            header.append(right.header[column])
            headings.append(right.headings[column])
            cells[at], origins[at] = texts, froms
            own = there
        else:
            blank = cells[at].str.strip_chars() == ""
            own = blank & (texts.str.strip_chars() != "")
            cells[at] = texts.zip_with(blank, cells[at])
            origins[at] = froms.zip_with(own, origins[at])
        if of_study:
            told[at] = told[at] | own if at in told else own
        moved[column] = at
    dates, spoilt = set(left.dates), dict(left.spoilt)
    for row in keys[0].is_in(pl.Series(list(several), dtype=pl.String).implode()).arg_true():
        spoilt[row] = (*spoilt.get(row, ()), several[keys[0][row]])
    alike = _alike(left, right, keys, partner, on)
    for row, problem in alike.items():
        spoilt[row] = (*spoilt.get(row, ()), problem)
    lonely = partner.is_null() & ~pl.int_range(len(partner), eager=True).is_in(
        pl.Series(list(alike), dtype=pl.Int64).implode()
    )
    if right.dates or right.spoilt:
        for row, other in enumerate(partner.to_list()):
            dates.update((row, at) for column, at in moved.items() if (other, column) in right.dates)
            if other in right.spoilt:
                spoilt[row] = (*spoilt.get(row, ()), *right.spoilt[other])
    joined = replace(
        left,
        header=tuple(header),
        headings=tuple(headings),
        cells=pl.DataFrame([series.alias(str(at)) for at, series in cells.items()]),
        sources=Scattered(sheets, pl.DataFrame([series.alias(str(at)) for at, series in origins.items()])),
        dates=frozenset(dates),
        spoilt=spoilt,
        problems=left.problems + right.problems,
        notes=left.notes + right.notes + _alone(left, right, keys[0], lonely, [one for one, _ in on]),
        of_study=told,
    )
    return joined, (*several.values(), *unmatched)


def stack(flats: Sequence[Flat]) -> Flat | tuple[Problem, ...]:
    """Return tables of one header as one, in their order, or in which columns they differ."""
    first, *others = flats
    names = [fold_header(name) for name in first.header]
    problems: list[Problem] = []
    sheets, codes = codes_of(first)
    cells, origins = [first.cells], [codes]
    dates, spoilt = set(first.dates), dict(first.spoilt)
    height = first.cells.height
    for flat in others:
        found = [fold_header(name) for name in flat.header]
        if sorted(found) != sorted(names) or len(set(names)) < len(names):
            problems.append(_other_header(first, flat))
            continue
        order = [found.index(name) for name in names]
        sheets, codes = codes_of(flat, sheets)
        cells.append(_ordered(flat.cells, order))
        origins.append(_ordered(codes, order))
        dates.update((height + row, order.index(column)) for row, column in flat.dates)
        spoilt |= {height + row: found for row, found in flat.spoilt.items()}
        height += flat.cells.height
    if problems:
        return tuple(problems)
    return replace(
        first,
        cells=pl.concat(cells),
        sources=Scattered(sheets, pl.concat(origins)),
        dates=frozenset(dates),
        spoilt=spoilt,
        problems=tuple(problem for flat in flats for problem in flat.problems),
        notes=tuple(note for flat in flats for note in flat.notes),
        of_study={},
    )


def key_of(texts: pl.Series) -> pl.Series:
    """Return texts as they are compared: without spaces around them and case, and numbers without #."""
    plain = texts.str.strip_chars().str.to_lowercase().str.replace_all(r"\s+", " ")
    return plain.str.replace(r"^#\s*(\d+)$", "$1")


def _keys(flat: Flat, columns: Sequence[int], meant: Mapping[int, Mapping[str, str]]) -> pl.Series:
    """Return one text for each row that holds what is compared; "" where one of its cells is blank."""
    said = [_as_meant(key_of(flat.cells[str(column)]), meant.get(column, {})) for column in columns]
    parts = pl.DataFrame([texts.alias(str(at)) for at, texts in enumerate(said)])
    whole = parts.select(pl.concat_str(pl.all(), separator="\x1f").alias("key"))["key"]
    blank = parts.select(pl.any_horizontal(pl.all() == "").alias("blank"))["blank"]
    return whole.set(blank, "")


def _as_meant(texts: pl.Series, meant: Mapping[str, str]) -> pl.Series:
    """Return texts, as they are compared, with those that a mapping says otherwise as it says them."""
    if not meant:
        return texts
    # Two ways to write a name may be one as they are compared.
    keys = dict(zip(key_of(pl.Series([*meant])), key_of(pl.Series([*meant.values()])), strict=True))
    return texts.replace(keys)


def _partners(
    left: Flat, right: Flat, keys: tuple[pl.Series, pl.Series], columns: Sequence[int]
) -> tuple[pl.Series, dict[str, Problem], list[Problem]]:
    """Return the row of the right table for each row of the left one, None where there is not one and only one.

    Beside it what is wrong with keys that several right rows have, and with right rows that fit nothing.
    """
    rows = pl.DataFrame({"key": keys[1], "row": pl.int_range(right.cells.height, dtype=pl.UInt32, eager=True)})
    grouped = rows.group_by("key", maintain_order=True).agg("row").filter(pl.col("key") != "")
    single = grouped.filter(pl.col("row").list.len() == 1).with_columns(pl.col("row").list.first())
    partner = pl.DataFrame({"key": keys[0]}).join(single, on="key", how="left", maintain_order="left")["row"]
    several = {}
    for key, same in grouped.filter(pl.col("row").list.len() > 1).iter_rows():
        what = f"{rows_named(right, same)} of {right.name or 'the table'} are all about it"
        remedy = "keep one of them, or name one more column by which they are told apart"
        place, subject = right.place(same[1], columns[0]), _said(right, same[0], columns)
        several[key] = Problem("repeated-key", place, subject, what, remedy)
    unmatched = []
    for row in (~keys[1].is_in(keys[0].unique().implode()) | (keys[1] == "")).arg_true():
        what = f"no row of {left.name or 'the other table'} is about it, so what this row says is used nowhere"
        remedy = f"write {spoken_list([right.header[column] for column in columns])} as the other table does"
        place, subject = right.place(row, columns[0]), _said(right, row, columns)
        unmatched.append(Problem("unmatched-row", place, subject, what, remedy))
    return partner, several, unmatched


def _said(flat: Flat, row: int, columns: Sequence[int]) -> str:
    return ", ".join(text for column in columns if (text := flat.text(row, column).strip())) or "a row without name"


def _said_already(header: list[str], cells: dict[int, pl.Series], name: str, texts: pl.Series, own: int) -> int | None:
    """Return the left column of the same name, if no row says otherwise in it."""
    for at in range(own):
        if fold_header(header[at]) == fold_header(name):
            one, other = cells[at].str.strip_chars(), texts.str.strip_chars()
            return at if bool(((one == other) | (one == "") | (other == "")).all()) else None
    return None


def _alike(
    left: Flat, right: Flat, keys: tuple[pl.Series, pl.Series], partner: pl.Series, on: Sequence[tuple[int, int]]
) -> dict[int, Problem]:
    """Return the left rows without partner that are called as a right one without, but for accents and signs."""
    rows = (~keys[1].is_in(keys[0].unique().implode()) & (keys[1] != "")).arg_true()
    spare = {_plain(keys[1][row]): row for row in rows}
    found: dict[int, Problem] = {}
    for row in partner.is_null().arg_true() if spare else ():
        other = spare.get(_plain(keys[0][row]))
        if other is None:
            continue
        name, near = _said(left, row, [one for one, _ in on]), _said(right, other, [column for _, column in on])
        what = f"{right.name or 'the other table'} has no row about it, but one about {near!r}: is it the same?"
        remedy = "write the name alike in both if it is, or say so with `values`; else add a row of its own there"
        place = left.place(row, on[0][0])
        found[row] = Problem("near-partner", place, name, what, remedy, left.header[on[0][0]], name, (near,))
    return found


def _plain(key: str) -> str:
    """Return a key without accents and signs."""
    return "".join(sign for sign in normalize("NFKD", key) if sign.isalnum() or sign == "\x1f")


def _alone(left: Flat, right: Flat, keys: pl.Series, lonely: pl.Series, columns: Sequence[int]) -> tuple[Problem, ...]:
    """Return a note for each key of the left table that the right one does not have, or not once."""
    rows = pl.DataFrame({"key": keys, "row": pl.int_range(left.cells.height, dtype=pl.UInt32, eager=True)})
    groups = rows.filter(lonely).group_by("key", maintain_order=True).agg("row")["row"].to_list()
    return tuple(
        Problem(
            "no-partner",
            left.place(found[0], columns[0]),
            _said(left, found[0], columns),
            f"{right.name or 'the other table'} has no single row about it: its columns stay blank in "
            f"{rows_named(left, found)}",
            "add the row if there is something to say",
        )
        for found in groups
    )


def _ordered(frame: pl.DataFrame, order: Sequence[int]) -> pl.DataFrame:
    return frame.select(pl.col(str(old)).alias(str(new)) for new, old in enumerate(order))


def _other_header(first: Flat, flat: Flat) -> Problem:
    names, found = ({fold_header(name): name for name in one.header} for one in (first, flat))
    lacking = [name for key, name in names.items() if key not in found]
    more = [name for key, name in found.items() if key not in names]
    parts = [f"lacks {spoken_list(lacking)}"] if lacking else []
    parts += [f"has {spoken_list(more)} as well"] if more else []
    what = f"next to {first.name} it {' and '.join(parts) or 'has a column twice'}"
    return Problem("other-header", flat.headings[0], flat.name, what, "give both tables the same columns")
