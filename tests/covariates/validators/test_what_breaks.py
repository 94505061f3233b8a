"""One change at a time to a sound file: each package refuses it, or takes it, as it was seen to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import polars as pl
import pytest

from covariates.validators.sound import GRADES, TRIALS, YES_OR_NO, arms, master, tables
from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.validators import check

FILES = {
    "metafor": "metafor/arms.csv", "netmetareg": "netmeta/pairwise.csv", "gemtc": "gemtc/studies.csv",
    "BUGSnet": "bugsnet/arms.csv", "bnma": "bnma/covariate.csv", "NMA": "nma/arms.csv",
    "crossnma": "crossnma/arms.csv", "multinma": "multinma/arms.csv",
}  # fmt: skip

# What was seen when the real packages were run (x: an error, or a result that is wrong without a word; ok: right).
SEEN = """
change            metafor netmetareg gemtc BUGSnet bnma NMA crossnma multinma
study_blank       x       x          x     x       x    x   x        x
arm_blank         x       x          x     x       x    x   ok       x
words             ok      x          x     x       x    x   x        x
ordered_factor    ok      x          x     x       x    x   x        x
zero_one          ok      ok         ok    ok      ok   ok  ok       ok
true_false        x       ok         ok    x       x    ok  x        x
low_high          ok      x          x     x       x    x   x        x
factor_low_high   x       ok         x     x       x    x   x        x
factor_digits     x       ok         x     x       x    x   x        x
numbers_and_nr    x       x          x     x       x    x   x        x
constant          x       x          x     x       x    x   x        x
differs           ok      x          x     x       x    x   x        ok
space_in_name     ok      x          ok    ok      ok   x   ok       ok
sign_in_treatment ok      ok         x     ok      ok   ok  ok       ok
arms_apart        ok      ok         ok    ok      x    ok  ok       ok
"""

Changed = tuple[Table, Master]
Change = Callable[[str], Changed]


def rows(table: Table) -> list[str]:
    return table.frame[next(name for name in ("study", "studlab") if name in table.frame.columns)].to_list()


def with_covariate(path: str, values: Sequence[object], dtype: pl.DataType | None = None) -> Table:
    """The sound file, a row for each arm or study, with other values as `fid` and without what hangs on it."""
    table = tables()[path]
    if len(values) != table.frame.height:  # the file has a row for each study, the change is of arms
        study = [row[0] for row in arms()]
        return replace(table, frame=pl.DataFrame({"study": study, "fid": pl.Series(values, dtype=dtype)}))
    frame = table.frame.with_columns(pl.Series("fid", values, dtype=dtype, strict=False))
    spare = [name for name in frame.columns if name.startswith(("x_", "fid_"))]
    return replace(table, frame=frame.drop(spare), covariates=("fid",))


def of_study(path: str, values: dict[str, object], dtype: pl.DataType | None = None) -> Changed:
    return with_covariate(path, [values[name] for name in rows(tables()[path])], dtype), master()


def study_blank(path: str) -> Changed:
    return of_study(path, {**GRADES, "S03": None})


def arm_blank(path: str) -> Changed:
    return with_covariate(path, [None if number == 1 else GRADES[study] for study, _, number in arms()]), master()


def words(path: str) -> Changed:
    return of_study(path, dict(zip(TRIALS, ("poor", "full", "limited", "poor", "full"), strict=True)))


def ordered_factor(path: str) -> Changed:
    levels = pl.Enum(["poor", "limited", "full"])
    return of_study(path, dict(zip(TRIALS, ("poor", "full", "limited", "poor", "full"), strict=True)), levels)


def zero_one(path: str) -> Changed:
    return tables(grades=YES_OR_NO)[path], master(grades=YES_OR_NO)


def true_false(path: str) -> Changed:
    table, of = of_study(path, {study: value == 1 for study, value in YES_OR_NO.items()})
    return table, replace(of, studies=master(grades=YES_OR_NO).studies)


def low_high(path: str) -> Changed:
    return of_study(path, {study: "high" if value else "low" for study, value in YES_OR_NO.items()})


def factor_low_high(path: str) -> Changed:
    return of_study(
        path, {study: "high" if value else "low" for study, value in YES_OR_NO.items()}, pl.Enum(["low", "high"])
    )


def factor_digits(path: str) -> Changed:
    return of_study(path, {study: str(int(value)) for study, value in YES_OR_NO.items()}, pl.Enum(["0", "1"]))


def numbers_and_nr(path: str) -> Changed:
    return of_study(path, {**{study: str(value) for study, value in GRADES.items()}, "S05": "NR"})


def constant(path: str) -> Changed:
    same = dict.fromkeys(TRIALS, 2.0)
    return tables(grades=same)[path], master(grades=same)


def differs(path: str) -> Changed:
    table = with_covariate(path, [0.0 if treat == "PLA" else GRADES[study] for study, treat, _ in arms()])
    if path != "metafor/arms.csv":
        return table, master()
    sound = tables()[path].frame
    return replace(table, frame=table.frame.with_columns(sound["x_AAA"], sound["x_BBB"])), master()


def space_in_name(path: str) -> Changed:
    table = tables()[path]
    return replace(table, frame=table.frame.rename({"fid": "my fid"}), covariates=("my fid",)), master()


def sign_in_treatment(path: str) -> Changed:
    other = {"gemtc/studies.csv": "gemtc/data.csv", "bnma/covariate.csv": "bnma/arms.csv"}.get(path, path)
    return tables(aaa="AAA + x")[other], master(aaa="AAA + x")


def arms_apart(path: str) -> Changed:
    other = {"gemtc/studies.csv": "gemtc/data.csv", "bnma/covariate.csv": "bnma/arms.csv"}.get(path, path)
    table = tables()[other]
    order = [*range(1, table.frame.height), 0]
    return replace(table, frame=table.frame[order]), master()


CHANGES: dict[str, Change] = {
    change.__name__: change
    for change in (
        study_blank, arm_blank, words, ordered_factor, zero_one, true_false, low_high, factor_low_high, factor_digits,
        numbers_and_nr, constant, differs, space_in_name, sign_in_treatment, arms_apart,
    )
}  # fmt: skip


def cells() -> Iterator[tuple[str, str, bool]]:
    head, *lines = (line.split() for line in SEEN.strip().splitlines())
    for change, *outcomes in lines:
        yield from ((change, package, seen == "ok") for package, seen in zip(head[1:], outcomes, strict=True))


def refused(findings: Sequence[Finding]) -> list[str]:
    return [str(found) for found in findings if found.severity == "refused"]


def test_every_change_is_in_the_table() -> None:
    assert set(CHANGES) == {change for change, _, _ in cells()}
    assert len(list(cells())) == 15 * 8


@pytest.mark.parametrize(("change", "package", "taken"), list(cells()))
def test_a_package_takes_or_refuses_a_change_as_it_was_seen_to(change: str, package: str, taken: bool) -> None:
    table, of = CHANGES[change](FILES[package])
    # Interaction columns are metafor's own matter: a file of words has none, which is tested beside.
    found = [one for one in check(table, of) if one.code not in ("no_interaction", "wrong_interaction")]
    assert (not refused(found)) == taken, [str(one) for one in found]


NOTHING_TO_POINT_AT = {("sign_in_treatment", "bnma"), ("arms_apart", "bnma")}


@pytest.mark.parametrize(
    ("change", "package"),
    [
        (change, package)
        for change, package, taken in cells()
        if taken and change != "zero_one" and (change, package) not in NOTHING_TO_POINT_AT
    ],
)
def test_what_a_package_copes_with_is_still_pointed_at(change: str, package: str) -> None:
    table, of = CHANGES[change](FILES[package])
    assert [found for found in check(table, of) if found.severity == "warning"]


@pytest.mark.parametrize("kind", ["events", "means", "contrasts"])
def test_sound_files_are_taken_without_a_word(kind: str) -> None:
    for table in tables(kind).values():  # type: ignore[arg-type] # the kinds of outcome
        found = check(table, master(kind))  # type: ignore[arg-type] # the same
        # Rows of contrasts are sound and second best where arms are known: netmetareg does not see multi-arm trials.
        assert not [str(one) for one in found if one.code != "no_arm_columns"]
        assert not refused(found)
