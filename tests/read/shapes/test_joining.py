"""Tables that tell more of each other's rows are joined, and tables of one header are put below one another."""

from __future__ import annotations

import polars as pl

from fidelity.read.flat import Flat
from fidelity.read.shapes.joining import join, stack

from .made import column, flat, grid, places, shown_where_they_stand, texts

ARMS = [["Study", "Arm", "Dose"], ["#12", "RF", "80 °C"], ["#12", "Sham", ""], ["  Lee 2021 ", "RF", "42 °C"]]
STUDIES = [["Covidence", "Year"], ["12", "2019"], ["lee  2021", "2021"]]


def test_rows_tell_more_of_the_rows_with_their_key_and_each_value_knows_its_cell() -> None:
    left, right = flat(ARMS, sheet="Arms"), flat(STUDIES, "studies.csv", None)
    whole, problems = join(left, right, [(0, 0)])
    assert not problems
    assert whole.header == ("Study", "Arm", "Dose", "Year")
    assert column(whole, "Year") == ["2019", "2019", "2021"]
    assert places(whole, "Year") == ["studies.csv!B2", "studies.csv!B2", "studies.csv!B3"]
    assert places(whole, "Dose")[2] == "export.xlsx!Arms!C4"
    shown_where_they_stand(whole, grid(ARMS, sheet="Arms"), grid(STUDIES, "studies.csv", None))


def test_a_row_that_is_about_nothing_is_a_problem_by_name() -> None:
    right = flat([*STUDIES, ["Roe 2020", "2020"], ["", "1999"]], sheet="Studies")
    whole, problems = join(flat(ARMS, sheet="Arms"), right, [(0, 0)])
    assert [(problem.code, problem.subject, problem.place.cell) for problem in problems] == [
        ("unmatched-row", "Roe 2020", "A4"),
        ("unmatched-row", "a row without name", "A5"),
    ]
    assert len(texts(whole)) == 3


def test_rows_without_a_partner_keep_blanks_and_a_note_names_them() -> None:
    whole, problems = join(flat(ARMS, sheet="Arms"), flat(STUDIES[:2], sheet="Studies"), [(0, 0)])
    assert not problems
    assert column(whole, "Year") == ["2019", "2019", ""]
    (note,) = [note for note in whole.notes if note.code == "no-partner"]
    assert note.subject == "Lee 2021"
    assert "row 4" in note.what


def test_several_rows_with_one_key_are_never_picked_from() -> None:
    right = flat([*STUDIES, ["#12", "2018"]], sheet="Studies")
    whole, problems = join(flat(ARMS, sheet="Arms"), right, [(0, 0)])
    assert [problem.code for problem in problems] == ["repeated-key"]
    assert "rows 2 and 4" in problems[0].what
    assert column(whole, "Year") == ["", "", "2021"]
    assert set(whole.spoilt) == {0, 1}


def test_several_columns_are_compared_together() -> None:
    left = flat([["S", "A", "x"], ["1", "a", "p"], ["1", "b", "q"]])
    right = flat([["A", "y", "S"], ["B", "u", "1"], ["A", "v", "1"]], sheet="Other")
    whole, problems = join(left, right, [(0, 2), (1, 0)])
    assert not problems
    assert whole.header == ("S", "A", "x", "y")
    assert column(whole, "y") == ["v", "u"]


def test_columns_of_one_name_become_one_where_they_agree_and_both_stand_where_they_do_not() -> None:
    left = flat([["S", "Title"], ["1", "On discs"], ["2", ""]])
    agreeing = flat([["S", "title "], ["1", "On discs"], ["2", "On facets"]], sheet="More")
    whole, _ = join(left, agreeing, [(0, 0)])
    assert whole.header == ("S", "Title")
    assert column(whole, "Title") == ["On discs", "On facets"]
    assert places(whole, "Title") == ["export.xlsx!Sheet1!B2", "export.xlsx!More!B3"]
    differing = flat([["S", "Title"], ["1", "On nerves"], ["2", "x"]], sheet="More")
    whole, _ = join(left, differing, [(0, 0)])
    assert whole.header == ("S", "Title", "Title")


def test_dates_and_errors_of_both_tables_are_kept() -> None:
    right = flat([["S", "When"], ["12", "2019-10-12"], ["lee 2021", "#N/A"], ["z", "x"]], errors={(2, 1): "#N/A"})
    dated = flat([["S", "When"], ["12", "2019-10-12"], ["lee 2021", "10 to 12"]], dates=frozenset({(1, 1)}))
    assert set(join(flat(ARMS), right, [(0, 0)])[0].spoilt) == {2}
    assert join(flat(ARMS), dated, [(0, 0)])[0].dates == {(0, 3), (1, 3)}


def test_tables_of_one_header_are_stacked_in_any_order_of_columns() -> None:
    first, second = [["Study", "Dose"], ["a", "1"]], [["dose", "Study "], ["2", "b"]]
    whole = stack([flat(first, sheet="RF"), flat(second, sheet="PRF")])
    assert isinstance(whole, Flat)
    assert texts(whole) == [("a", "1"), ("b", "2")]
    assert places(whole, "Dose") == ["export.xlsx!RF!B2", "export.xlsx!PRF!A2"]


def test_tables_of_other_headers_are_not_stacked_and_the_difference_is_told() -> None:
    found = stack(
        [flat([["Study", "Dose"], ["a", "1"]], sheet="RF"), flat([["Study", "Time"], ["b", "2"]], sheet="PRF")]
    )
    assert isinstance(found, tuple)
    assert found[0].code == "other-header"
    assert "lacks Dose" in found[0].what
    assert "has Time" in found[0].what


def test_rows_that_only_an_accent_keeps_from_their_partner_are_spoilt_and_asked_about() -> None:
    arms = [["Study", "Arm"], ["O Briain 2019", "RF"], ["O Briain 2019", "Sham"], ["Lee 2021", "RF"]]
    right = flat([["Study", "Year"], ["Ó Briain 2019", "2019"]], sheet="Studies")
    whole, problems = join(flat(arms, sheet="Arms"), right, [(0, 0)])
    assert [problem.code for problem in problems] == ["unmatched-row"]
    assert [(row, problem.code, problem.near) for row, (problem,) in whole.spoilt.items()] == [
        (0, "near-partner", ("Ó Briain 2019",)),
        (1, "near-partner", ("Ó Briain 2019",)),
    ]
    assert [note.subject for note in whole.notes if note.code == "no-partner"] == ["Lee 2021"]


def test_a_row_that_another_year_keeps_from_a_partner_is_another_study() -> None:
    right = flat([["Study", "Year"], ["Lee 2020", "2020"]], sheet="Studies")
    whole, _ = join(flat([["Study", "Arm"], ["Lee 2021", "RF"]], sheet="Arms"), right, [(0, 0)])
    assert not whole.spoilt


def test_what_a_mapping_says_of_names_is_compared_in_both_tables() -> None:
    arms = flat([["Study", "Arm"], ["O Briain", "A"], ["Ng", "A"]])
    studies = flat([["Study", "Year"], ["Ó Briain", "2019"], ["N.G.", "2001"]], sheet="Studies")
    meant = ({0: {"o briain": "Ó Briain", "O  BRIAIN": "Ó Briain"}}, {0: {"n.g.": "Ng"}})
    long, problems = join(arms, studies, [(0, 0)], meant=meant)
    assert not problems
    assert not long.spoilt
    assert column(long, "Year") == ["2019", "2001"]
    assert column(long, "Study") == ["O Briain", "Ng"]


def test_what_a_table_of_studies_tells_is_known_for_it_cell_by_cell() -> None:
    arms = flat([["Study", "Arm", "Contrast"], ["T", "A", "given"], ["T", "B", ""], ["U", "A", "given"]])
    studies = flat([["Study", "Contrast", "Year"], ["T", "given", "2001"]], sheet="Studies")
    long, _ = join(arms, studies, [(0, 0)], of_study=True)
    told = {long.header[at]: rows.to_list() for at, rows in long.of_study.items()}
    assert told == {"Contrast": [False, True, False], "Year": [True, True, False]}
    assert join(arms, studies, [(0, 0)])[0].of_study == {}
    assert {at: rows.to_list() for at, rows in long.taken(pl.Series([2, 1])).of_study.items()}[2] == [False, True]
