"""Mapping files as reviewers write them: what is wrong is said with its line, and what is written reads back."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fidelity.errors import Place, UsageError
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.read.mapping.files import read_mapping
from fidelity.read.mapping.proposal import Kind, Question
from fidelity.read.models import read_model
from fidelity.write.mapping import render, scalar

GOOD = """\
codebook: 1.0.0
tables:
  - name: arms
    columns:
      - {reads: [Trial], feeds: study}
      - {reads: [Temp], feeds: lesion_temperature, unit: C}
"""


def wrong(tmp_path: Path, codebook: Codebook, old: str, new: str) -> list[tuple[str, int | None]]:
    """Return code and line of what is wrong once a good file is changed."""
    assert old in GOOD
    path = tmp_path / "x.mapping.yaml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    mapping, problems = read_mapping(path, codebook)
    assert (mapping is None) == bool(problems)
    return [(problem.code, problem.place.line) for problem in problems]


def test_a_good_file_is_read(tmp_path: Path, codebook: Codebook) -> None:
    assert wrong(tmp_path, codebook, "Temp", "Temperature") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("feeds: lesion_temperature", "feeds: lesion_temp", "unknown-field", 6),
        ("unit: C", "unit: min", "unknown-unit", 6),
        ("unit: C", "unit: C, times: lesions", "unknown-field", 6),
        ("feeds: study", "feeds: study, unit: C", "no-unit-here", 5),
        ("feeds: study", "feeds: study, ignored: no", "one-purpose", 5),
        ("feeds: study", "split: '('", "bad-pattern", 5),
        ("feeds: study", "split: '(?P<study>a+)+'", "bad-pattern", 5),
        ("feeds: study", "split: 'abc'", "bad-pattern", 5),
        ("feeds: study", "split: '(?P<study>a)(?=b)'", "bad-pattern", 5),
        ("feeds: study", "split: '(?P<study>[a&&b])'", "bad-pattern", 5),
        ("unit: C}", "unit: C,\n         values: {A: '80',\n                  a: '85'}}", "two-meanings", 8),
        ("unit: C}", "unit: C, values: {x: '80'},\n         codes: {unclear: [X]}}", "two-meanings", 7),
        ("tables:", "codes:\n  not_reported: [99]\n  unclear: ['99.0']\ntables:", "two-meanings", 4),
        ("feeds: study", "feed: study", "unknown-key", 5),
        ("    columns", "    join: {to: studies}\n    columns", "unknown-table", 4),
        ("    columns", "    fill_down: [lesion_temperature]\n    columns", "unknown-name", 4),
        ("    columns", "    always: {rolle: active}\n    columns", "unknown-field", 4),
        ("codebook: 1.0.0", "codebook: 9.0.0", "codebook-version", 1),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, codebook: Codebook, old: str, new: str, code: str, line: int
) -> None:
    assert (code, line) in wrong(tmp_path, codebook, old, new)


@pytest.mark.parametrize(
    "more", ["values: {A: '80', a: '80'}", "codes: {unclear: [x, X]}", "values: {x: NR}, codes: {not_reported: [x]}"]
)
def test_a_text_may_be_named_twice_with_one_meaning(tmp_path: Path, codebook: Codebook, more: str) -> None:
    assert wrong(tmp_path, codebook, "unit: C", f"unit: C, {more}") == []


def test_a_column_may_mean_by_a_code_something_else_than_the_review(tmp_path: Path, codebook: Codebook) -> None:
    path = tmp_path / "x.mapping.yaml"
    entry = GOOD.replace("unit: C", "unit: C, codes: {unclear: ['-']}")
    path.write_text("codes: {not_reported: ['-']}\n" + entry, encoding="utf-8")
    assert read_mapping(path, codebook)[1] == ()


@pytest.mark.parametrize("more", ["codes: &a {unclear: ['?']}\n", "codes: {}\ncodes: {}\n"])
def test_anchors_and_repeated_keys_are_refused(tmp_path: Path, codebook: Codebook, more: str) -> None:
    path = tmp_path / "x.mapping.yaml"
    path.write_text(more + GOOD, encoding="utf-8")
    assert read_mapping(path, codebook)[0] is None


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path, codebook: Codebook) -> None:
    with pytest.raises(UsageError):
        read_mapping(tmp_path / "none.yaml", codebook)


FULL = MappingFile.model_validate(
    {
        "codebook": "1.0.0",
        "decimal": "comma",
        "codes": {"not_reported": ["-", "NR: none", "99"], "unclear": ["?"]},
        "ignored_sheets": {"Lists": "choices of the drop-downs"},
        "tables": [
            {"name": "arms", "sheets": ["Arms", "Arms*"], "columns": [{"reads": ["no"], "feeds": "study"}]},
            {
                "name": "studies",
                "files": ["a.csv"],
                "title": "Table 1: studies",
                "form": "study_sheets",
                "header_rows": [2, 3],
                "fill_down": ["study"],
                "blocks": {"pattern": r"(?P<block>\w) (?P<column>.+)", "feeds": "procedure"},
                "join": {"to": "arms", "on": ["study", "arm"]},
                "always": {"role": "active"},
                "columns": [
                    {"reads": ["a, b", "c: d", "# e", '"f"', "yes", "1.0"], "ignored": "not needed: ever"},
                    {"reads": ["g"], "split": r"(?P<needle_gauge>\d+ G)", "optional": True},
                    {
                        "reads": ["h\ni"],
                        "feeds": "lesion_duration",
                        "unit": "s",
                        "values": {"x": "60 s", "off": "NR"},
                        "codes": {"not_extracted": ["."]},
                        "separator": ";",
                        "several": "all",
                        "times": "ignored",
                        "confirmed": False,
                        "because": "near match of 'Duration' (0.70); it's so",
                    },
                ],
            },
        ],
    }
)


def test_a_mapping_reads_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "x.mapping.yaml"
    path.write_bytes(render(FULL))
    mapping, _, problems = read_model(path, "x", MappingFile)
    assert not problems
    assert mapping == FULL


def asked(kind: Kind, header: str, *lines: str) -> Question:
    return Question(kind, "arms", header, Place("x.xlsx"), "what is it?", "say it", lines)


def test_answers_to_all_questions_read_back_beside_what_the_mapping_says_already(tmp_path: Path) -> None:
    made = MappingFile.model_validate(
        {
            "codebook": "1.0.0",
            "codes": {"not_reported": ["NP"]},
            "tables": [
                {
                    "name": "arms",
                    "always": {"role": "active"},
                    "columns": [
                        {"reads": ["Kind"], "feeds": "modality", "values": {"RF": "radiofrequency"}, "because": "a"},
                        {"reads": ["Views"], "feeds": "image_guidance"},
                    ],
                }
            ],
        }
    )
    questions = [
        asked("code", "Kind", "codes:", '  unclear: ["-"]'),
        asked("code", "Views", "codes:", '  not_extracted: ["99"]'),
        asked("decimal", "Kind", "decimal: comma"),
        asked("identity", "", "always:", "  region: lumbar"),
        asked("identity", "", "always:", "  target: facet"),
        asked("values", "Kind", "values:", '  "Botox": other'),
        asked("unit", "Kind", "unit: mm"),
        asked("values", "Kind", "values:", '  "PRF": pulsed'),
        asked("values", "Views", "values:", '  "II": fluoroscopy'),
    ]
    path = tmp_path / "x.mapping.yaml"
    path.write_text(render(made, questions).decode().replace("# ? ", ""), encoding="utf-8")
    mapping, _, problems = read_model(path, "x", MappingFile)
    assert not problems
    assert mapping is not None
    (table,) = mapping.tables
    assert mapping.codes == {"not_reported": ("NP",), "unclear": ("-",), "not_extracted": ("99",)}
    assert table.always == {"role": "active", "region": "lumbar", "target": "facet"}
    assert [column.values for column in table.columns] == [
        {"RF": "radiofrequency", "Botox": "other", "PRF": "pulsed"},
        {"II": "fluoroscopy"},
    ]
    assert (table.columns[0].unit, mapping.decimal) == ("mm", "comma")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_written_so_that_yaml_reads_it_back(text: str) -> None:
    assert yaml.load(f"- key: [{scalar(text)}, b]", yaml.BaseLoader) == [{"key": [text, "b"]}]


@pytest.mark.parametrize(
    ("written", "meant"), [(r'"\n"', "\n"), (r'"\t"', "\t"), ('" "', " "), ('" ; "', ";"), ("/", "/")]
)
def test_a_separator_loses_the_spaces_around_it_and_may_be_a_line_break(
    tmp_path: Path, written: str, meant: str
) -> None:
    path = tmp_path / "x.mapping.yaml"
    path.write_text(GOOD.replace("unit: C", f"separator: {written}"), encoding="utf-8")
    mapping, _, problems = read_model(path, str(path), MappingFile)
    assert mapping is not None
    assert not problems
    assert mapping.tables[0].columns[1].separator == meant


def test_an_empty_separator_is_none(tmp_path: Path, codebook: Codebook) -> None:
    assert [line for _, line in wrong(tmp_path, codebook, "unit: C", "separator: ''")] == [6]
