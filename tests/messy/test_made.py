"""The generator makes what it says: sound files, sound mapping files, and every kind of mess often enough."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest
import yaml
from openpyxl import load_workbook

from fidelity.model.mapping import MappingFile
from messy.making import make, shipped
from messy.truth import Messy

SEEDS = 200


@pytest.fixture(scope="module")
def reviews() -> list[Messy]:
    return [make(seed) for seed in range(SEEDS)]


def test_mapping_files_are_sound_and_feed_what_the_truth_tells(reviews: list[Messy]) -> None:
    for messy in reviews:
        told = {field for row in messy.truth for field in row.fields}
        assert told <= set(shipped().fields)
        if messy.mapping is None:
            continue
        mapping = MappingFile.model_validate(yaml.safe_load(messy.mapping))
        fed = {column.feeds for table in mapping.tables for column in table.columns}
        fed |= {column.times for table in mapping.tables for column in table.columns}
        fed |= {name for table in mapping.tables for name in table.always}
        split = any(column.split for table in mapping.tables for column in table.columns)
        assert told <= fed | ({"needle_gauge", "needle_type"} if split else set())


def test_workbooks_open_elsewhere_and_formulas_show_what_was_saved(reviews: list[Messy]) -> None:
    formulas = 0
    for messy in reviews:
        content = messy.files.get("extraction.xlsx")
        if content is None:
            continue
        written, shown = (load_workbook(BytesIO(content), data_only=only) for only in (False, True))
        for sheet in written:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f" and "+" in cell.value and cell.value != "=60+30":
                        formulas += 1
                        first, second = cell.value.removeprefix("=").split("+")
                        assert shown[sheet.title][cell.coordinate].value == int(first) + int(second)
    assert formulas > 10


def test_every_procedure_is_written_once_and_few_rows_are_spoilt(reviews: list[Messy]) -> None:
    rows = [row for messy in reviews for row in messy.truth]
    for messy in reviews:
        assert len({row.key for row in messy.truth}) == len(messy.truth) > 0
    assert 0.05 < sum(bool(row.spoilt) for row in rows) / len(rows) < 0.2
    assert sum(len(row.fields) for row in rows) / len(rows) > 5


def test_every_kind_of_mess_is_drawn(reviews: list[Messy]) -> None:
    drawn = Counter(said.split(": ")[-1].split(",")[0] for messy in reviews for said in messy.draws)
    for kind in (
        "a row for each arm or procedure",
        "studies and arms joined",
        "repeated blocks",
        "a sheet for each study",
        "headers are names of the codebook",
        "header of two rows",
        "header repeated in the middle",
        "merged cells of a study",
        "totals below",
        "notes below",
        "two tables on one sheet",
        "rows on two sheets",
        "study written in the first of its rows only",
        "headers mangled by R",
        "decimal comma",
        "percent format",
        "formula with a saved value",
        "one column is split",
        "times before durations",
        "OpenDocument",
        "a column that the mapping does not know",
    ):
        assert drawn[kind] >= 2, (kind, drawn)


def test_each_way_to_spoil_a_cell_is_drawn(reviews: list[Messy]) -> None:
    ways = Counter(said.split(": ", 1)[1] for messy in reviews for row in messy.truth for said in row.spoilt)
    assert len(ways) >= 14
    assert min(ways.values()) >= 1
