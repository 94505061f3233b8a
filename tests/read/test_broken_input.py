"""Whatever is wrong in a file is named by its place with what would be right, and what is right beside it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from fidelity.errors import Problem
from fidelity.model.codebook import Codebook
from fidelity.read.reading import Reading
from fidelity.read.sources import read


@dataclass(frozen=True)
class Broken:
    """One kind of broken input: what is written, and the problem that a person should be told of."""

    name: str
    written: str | bytes
    code: str
    place: str
    remedy: str
    beside: bool = True
    """Whether the sound study of the same file is still read."""


RECORD = """studies:
- id: beside
  arms: [{id: a, role: active, observations: {lesion_temperature: 80}}]
- id: broken
  arms:
  - id: a
    role: active
    observations:
      """


def value(name: str, line: str, code: str, column: int, remedy: str) -> Broken:
    """A record in which one observation, at line 9, is wrong."""
    return Broken(name, RECORD + line + "\n", code, f"broken.yaml:9:{column}", remedy)


SPELL_OUT = "write out in full what is meant"
TEMPERATURE = "37 to 100 °C is possible: check the number and its unit"
AMBIGUOUS = "write NR, 'not applicable', or leave it empty; or say with --na what it means"
NUMBERS = "write a decimal point, and nothing between thousands"
TEMPERATURE_RANGE = "58-79 °C"
CHECK_ABOVE = "check the indentation, the colons and the quotation marks here and in the line above"

VALUES = [
    value("a temperature in Fahrenheit", "lesion_temperature: 80 F", "unknown-unit", 27, "write the value in °C"),
    value("a decimal comma", "injectate_volume: 2,5 mL", "decimal-comma", 25, NUMBERS),
    value("a comma between thousands", "lesion_duration: 1,200 s", "decimal-comma", 24, NUMBERS),
    value("a number out of range", "lesion_temperature: 800", "out-of-range", 27, TEMPERATURE),
    value("a negative number", "lesion_temperature: -5", "out-of-range", 27, TEMPERATURE),
    value("a bound that leaves nothing", "lesion_temperature: '> 100'", "out-of-range", 27, TEMPERATURE),
    value(
        "a range that runs backwards",
        "lesion_temperature: 90-80",
        "reversed-range",
        27,
        "write the smaller number first",
    ),
    value(
        "a number that is about",
        "lesion_temperature: about 80 °C",
        "approximate",
        27,
        f"write the range, such as {TEMPERATURE_RANGE}, or unclear",
    ),
    value(
        "a mean with its spread",
        "lesion_temperature: 80 ± 3",
        "spread",
        27,
        f"write the range, such as {TEMPERATURE_RANGE}, or unclear",
    ),
    value("a number in words", "lesion_temperature: eighty", "no-number", 27, f"write it like {TEMPERATURE_RANGE}"),
    value(
        "half a lesion", "lesions_per_nerve: 2.5", "not-whole", 26, "write a whole number, or a range of whole numbers"
    ),
    value(
        "a cut-off from above",
        "block_relief_cutoff: '< 50 %'",
        "cut-off-direction",
        28,
        "write the least that counts, such as '>= 50 %' or '> 50 %'",
    ),
    value("NA", "lesion_temperature: NA", "ambiguous-na", 27, AMBIGUOUS),
    value("a dash for what is missing", "region: '-'", "ambiguous-na", 15, AMBIGUOUS),
    value(
        "a gauge that is compared",
        "electrode_gauge: 18 G or larger",
        "gauge-direction",
        24,
        "write the gauges that it can be, such as 16-18 G",
    ),
    value("gauss", "electrode_gauge: 20 gauss", "no-gauge", 24, "write it like 18 G or 18-20 G"),
    value("a gauge that nobody makes", "electrode_gauge: 40 G", "unknown-choice", 24, "14 to 25 G is possible"),
    value("a misspelt choice", "image_guidance: Fluroscopy", "unknown-choice", 23, "did you mean 'fluoroscopy'?"),
    value("an unknown choice", "region: knee", "unknown-choice", 15, "use one of cervical, lumbar, sacral"),
    value(
        "either of two views",
        "views: ap or lateral",
        "open-list",
        14,
        "list what was present for certain, separated by ;",
    ),
    value("neither yes nor no", "steroid_given: maybe", "unknown-choice", 22, "write yes, no or unclear"),
    value(
        "a date in another order",
        "recruitment_start: 01/02/2015",
        "bad-date",
        26,
        "write 2015, 2015-02 or 2015-02-01",
    ),
    value(
        "a month that does not exist", "recruitment_start: 2015-13", "bad-date", 26, "write 2015, 2015-02 or 2015-02-01"
    ),
    value("a misspelt field", "lesion_temprature: 80", "unknown-field", 7, "did you mean 'lesion_temperature'?"),
    value("a label for a name", "Temperature: 80", "unknown-field", 7, "did you mean 'lesion_temperature'?"),
    value(
        "an unknown key in an observation",
        "lesion_temperature: {vlaue: 80}",
        "unknown-key",
        28,
        "did you mean 'value'?",
    ),
    value(
        "a wrong basis",
        "lesion_temperature: {value: 80, basis: infered}",
        "unknown-basis",
        46,
        "did you mean 'inferred'?",
    ),
    value(
        "a wrong status",
        "lesion_temperature: {status: not_reportd}",
        "unknown-status",
        36,
        "did you mean 'not_reported'?",
    ),
    value(
        "a value beside not reported",
        "lesion_temperature: {value: 80, status: not_reported}",
        "status-clash",
        27,
        "keep one of the two",
    ),
    value(
        "reported without a value",
        "lesion_temperature: {status: reported}",
        "no-value",
        27,
        "write the value, or unclear",
    ),
    value("a flag that is no flag", "views: {value: ap, only: perhaps}", "no-yes-or-no", 32, "write yes or no"),
    value("an anchor", "lesion_temperature: &hot 80", "yaml-anchor", 27, SPELL_OUT),
    value("a tag", "lesion_temperature: !!float 80", "yaml-tag", 27, "write the text alone"),
    value(
        "a mapping for a value",
        "lesion_temperature: {value: {from: 80}}",
        "wrong-type",
        35,
        "write one value or a list of values",
    ),
    Broken(
        "a field that stands twice",
        RECORD + "lesion_temperature: 80\n      lesion_temperature: 90\n",
        "duplicate-key",
        "broken.yaml:10:7",
        "keep one of the two",
    ),
]

STUDY = """studies:
- id: beside
  arms: [{id: a, role: active}]
- id: broken
"""

STRUCTURE = [
    Broken(
        "an unknown role",
        STUDY + "  arms: [{id: a, role: treatment}]\n",
        "unknown-role",
        "broken.yaml:5:24",
        "use one of active, comparator, control, sham",
    ),
    Broken("no role", STUDY + "  arms: [{id: a}]\n", "missing", "broken.yaml:5:10", "add role:"),
    Broken("no arms", STUDY + "  label: Broken\n", "missing", "broken.yaml:4:3", "add arms:"),
    Broken("an empty list of arms", STUDY + "  arms: []\n", "missing", "broken.yaml:5:9", "add one, after a dash"),
    Broken("arms without a value", STUDY + "  arms:\n", "missing", "broken.yaml:4:3", "add arms:"),
    Broken(
        "arms that are no list",
        STUDY + "  arms: {id: a, role: active}\n",
        "wrong-type",
        "broken.yaml:5:9",
        "write one entry a line, each after a dash",
    ),
    Broken(
        "a study that is a word",
        STUDY.replace("id: broken", "broken"),
        "wrong-type",
        "broken.yaml:4:3",
        "write key: value, one a line",
    ),
    Broken(
        "a study without an id",
        STUDY.replace("id: broken", "label: broken") + "  arms: [{id: a, role: sham}]\n",
        "missing",
        "broken.yaml:4:3",
        "add id:",
    ),
    Broken(
        "an unknown key of a study",
        STUDY + "  arm: [{id: a, role: sham}]\n  arms: [{id: a, role: sham}]\n",
        "unknown-key",
        "broken.yaml:5:3",
        "did you mean 'arms'?",
    ),
    Broken(
        "a study that stands twice",
        STUDY.replace("broken", "beside") + "  arms: [{id: a, role: sham}]\n",
        "duplicate-study",
        "broken.yaml:4:7",
        "give it an id of its own, or delete it",
    ),
    Broken(
        "an arm that stands twice",
        STUDY + "  arms: [{id: a, role: active}, {id: a, role: sham}]\n",
        "duplicate-arm",
        "broken.yaml:5:38",
        "give it an id of its own, or delete it",
    ),
    Broken(
        "a procedure that stands twice",
        STUDY + "  arms: [{id: a, role: active, procedures: [{id: p}, {id: p}]}]\n",
        "duplicate-procedure",
        "broken.yaml:5:59",
        "give it an id of its own, or delete it",
    ),
    Broken(
        "a factor that is no field",
        STUDY + "  design_factors: [lesion_temprature]\n  arms: [{id: a, role: active}]\n",
        "unknown-field",
        "broken.yaml:5:20",
        "did you mean 'lesion_temperature'?",
    ),
    Broken(
        "a judgement of a procedure that is not there",
        STUDY
        + "  arms: [{id: rf, role: active}]\n"
        + "  judgements: [{procedure: fr, criterion: a/b, verdict: met, reason: r, who: w, when: 2026}]\n",
        "unknown-procedure",
        "broken.yaml:6:28",
        "use one of rf",
    ),
    Broken(
        "a verdict that is none",
        STUDY
        + "  arms: [{id: rf, role: active}]\n"
        + "  judgements: [{criterion: a/b, verdict: part, reason: r, who: w, when: 2026}]\n",
        "unknown-verdict",
        "broken.yaml:6:42",
        "use one of met, partly_met, not_met, not_applicable",
    ),
    Broken(
        "an alias",
        STUDY + "  label: &x Broken\n  title: *x\n  arms: [{id: a, role: active}]\n",
        "yaml-alias",
        "broken.yaml:6:10",
        SPELL_OUT,
    ),
    Broken(
        "a key that stands twice",
        STUDY + "  label: one\n  label: two\n  arms: [{id: a, role: active}]\n",
        "duplicate-key",
        "broken.yaml:6:3",
        "keep one of the two",
    ),
    Broken(
        "a byte that YAML spells out",
        STUDY + '  label: "a\\0b"\n  arms: [{id: a, role: active}]\n',
        "bad-character",
        "broken.yaml:5:10",
        "delete it",
    ),
]

BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{last}, *{last}]\n" for last, name in zip("abcdefg", "bcdefgh", strict=True)
)
WHOLE = [
    Broken("an empty file", "", "empty", "broken.yaml:1:1", "write something into it", beside=False),
    Broken("a comment alone", "# nothing\n", "empty", "broken.yaml:1:1", "write something into it", beside=False),
    Broken(
        "a list at the top",
        "- id: a\n",
        "not-a-mapping",
        "broken.yaml:1:1",
        "start it with a key, such as studies:",
        beside=False,
    ),
    Broken(
        "another key at the top",
        "studis: []\n",
        "unknown-key",
        "broken.yaml:1:1",
        "did you mean 'studies'?",
        beside=False,
    ),
    Broken(
        "a tab", "studies:\n- id: a\n\tlabel: b\n", "yaml-tab", "broken.yaml:3:1", "indent with spaces", beside=False
    ),
    Broken(
        "a colon in a text",
        "studies:\n- id: a\n  label: RF: a trial\n",
        "yaml-syntax",
        "broken.yaml:3:12",
        "put a text that holds a colon into quotation marks",
        beside=False,
    ),
    Broken(
        "a bare sign",
        RECORD + "lesion_temperature: > 80\n",
        "yaml-syntax",
        "broken.yaml:9:29",
        "put a text that starts with > into quotation marks",
        beside=False,
    ),
    Broken("an open quotation", "studies:\n- id: 'a\n", "yaml-syntax", "broken.yaml:3:1", CHECK_ABOVE, beside=False),
    Broken(
        "a second document",
        STUDY + "---\na: b\n",
        "several-documents",
        "broken.yaml:5:1",
        "delete the line ---",
        beside=False,
    ),
    Broken(
        "a byte of Latin-1",
        "studies: # caf\u00e9".encode("latin-1"),
        "not-utf-8",
        "broken.yaml:1:15",
        "save the file as UTF-8",
        beside=False,
    ),
    Broken("UTF-16", "studies:".encode("utf-16"), "not-utf-8", "broken.yaml:1:1", "save it as UTF-8", beside=False),
    Broken(
        "a NUL byte",
        "studies:\r\n- id: a\0\r\n",
        "bad-character",
        "broken.yaml:2:8",
        "delete it, or save the file anew as plain text",
        beside=False,
    ),
    Broken("an alias bomb", BOMB, "yaml-alias", "broken.yaml:2:8", SPELL_OUT, beside=False),
    Broken(
        "brackets without end",
        "studies: " + "[" * 3000,
        "too-deep",
        "broken.yaml:1:49",
        "write the record as the examples do",
        beside=False,
    ),
    Broken("a list as a key", "? [a, b]\n: c\n", "bad-key", "broken.yaml:1:3", "write key: value", beside=False),
    Broken(
        "another codebook",
        "codebook: 2.0.0\n" + STUDY.removesuffix("- id: broken\n"),
        "codebook-differs",
        "broken.yaml:1:11",
        "check the records against the codebook and write codebook: 1.2.0",
    ),
]

JSON = [
    Broken(
        "a missing bracket",
        '{"studies": [\n  {"id": "a"',
        "json-syntax",
        "broken.json:2:13",
        "check the commas, the brackets and the quotation marks here and in the line above",
        beside=False,
    ),
    Broken(
        "a number out of range in JSON",
        '{"studies": [{"id": "beside", "arms": [{"id": "a", "role": "active"}]},\n'
        ' {"id": "b", "arms": [{"id": "a", "role": "active",\n'
        '   "observations": {"lesion_temperature": 800}}]}]}',
        "out-of-range",
        "broken.json:3:43",
        TEMPERATURE,
    ),
    Broken(
        "a key that stands twice in JSON",
        '{"studies": [{"id": "beside", "arms": [{"id": "a", "role": "active"}]},\n'
        ' {"id": "b", "id": "c", "arms": []}]}',
        "duplicate-key",
        "broken.json:2:14",
        "keep one of the two",
    ),
    Broken(
        "a list at the top of JSON",
        "[]",
        "not-a-mapping",
        "broken.json:1:1",
        "start it with a key, such as studies:",
        beside=False,
    ),
]

TABLE = "study,arm,role,lesion_temperature,image_guidance\nbeside,a,active,80,CT\n"
TABLES = [
    Broken("a value in a table", TABLE + "broken,a,active,800,\n", "out-of-range", "broken.csv!D3", TEMPERATURE),
    Broken("NA in a table", TABLE + "broken,a,active,NA,\n", "ambiguous-na", "broken.csv!D3", AMBIGUOUS),
    Broken(
        "a role in a table",
        TABLE + "broken,a,treatment,,\n",
        "unknown-role",
        "broken.csv!C3",
        "use one of active, comparator, control, sham",
    ),
    Broken(
        "a merged cell",
        TABLE + "broken,a,active,,\n,b,sham,,\n",
        "missing",
        "broken.csv!A4",
        "write it in every row: merged cells fill the first row only",
    ),
    Broken(
        "a procedure that stands twice in a table",
        TABLE + "beside,a,active,90,\n",
        "duplicate-procedure",
        "broken.csv!B3",
        "give it an id of its own, or delete it",
    ),
    Broken(
        "a misspelt header",
        TABLE.replace("lesion_temperature", "lesion_temprature"),
        "unknown-field",
        "broken.csv!D1",
        "did you mean 'lesion_temperature'?",
    ),
    Broken(
        "a merged header",
        TABLE.replace("image_guidance", ""),
        "unnamed-column",
        "broken.csv!E1",
        "name it, or delete it; a merged header names one only",
    ),
    Broken(
        "a header that stands twice",
        TABLE.replace("image_guidance", "Temperature").replace("CT", "80"),
        "duplicate-column",
        "broken.csv!E1",
        "keep one of the two; neither is read",
    ),
    Broken(
        "an unknown companion column",
        TABLE.replace("image_guidance", "lesion_temperature.bases").replace("CT", ""),
        "unknown-key",
        "broken.csv!E1",
        "did you mean 'basis'?",
    ),
    Broken(
        "a wrong basis in a table",
        TABLE.replace("image_guidance", "lesion_temperature.basis").replace("CT", "") + "broken,a,active,80,infered\n",
        "unknown-basis",
        "broken.csv!E3",
        "did you mean 'inferred'?",
    ),
    Broken(
        "no column for the role",
        "study,arm\na,b\n",
        "missing-column",
        "broken.csv!A1",
        "add a column called role",
        beside=False,
    ),
    Broken(
        "a row with too many cells",
        TABLE + "broken,a,active,2,5,\nlast,a,active,80,\n",
        "unknown-choice",
        "broken.csv!E3",
        "use one of fluoroscopy, ct, landmarks",
    ),
    Broken(
        "a row with cells beyond the header",
        TABLE + "broken,a,active,80,CT,more\nlast,a,active,80,\n",
        "ragged-row",
        "broken.csv!F3",
        "put a text that holds the separator into quotation marks",
    ),
    Broken(
        "an open quotation in a table",
        TABLE + 'broken,a,active,"80,CT\n',
        "csv-syntax",
        "broken.csv!A3",
        "close them, or double them",
    ),
    Broken("an empty table", "\n", "empty", "broken.csv!A1", "write something into it", beside=False),
    Broken(
        "Latin-1 in a table",
        TABLE.encode() + b"caf\xe9,a,active,,\n",
        "not-utf-8",
        "broken.csv:3:4",
        "save the file as UTF-8",
        beside=False,
    ),
    Broken(
        "no Parquet",
        b"PAR1 and no more",
        "unreadable",
        "broken.parquet",
        "write the table anew as Parquet or CSV",
        beside=False,
    ),
    Broken("a workbook", b"PK", "file-type", "broken.xlsx", "save it as CSV (UTF-8)", beside=False),
]

EVERY = [*VALUES, *STRUCTURE, *WHOLE, *JSON, *TABLES]


def place_of(problem: Problem, folder: Path) -> str:
    return str(problem.place).removeprefix(f"{folder}/")


def read_beside(broken: Broken, folder: Path, codebook: Codebook) -> Reading:
    name = broken.place.split(":")[0].split("!")[0]
    content = broken.written if isinstance(broken.written, bytes) else broken.written.encode()
    (folder / name).write_bytes(content)
    (folder / "sound.yaml").write_text("studies: [{id: sound, arms: [{id: a, role: active}]}]")
    return read(folder, codebook)


@pytest.mark.parametrize("broken", EVERY, ids=[broken.name for broken in EVERY])
def test_what_is_wrong_is_named_with_its_place_and_its_remedy(
    broken: Broken, tmp_path: Path, codebook: Codebook
) -> None:
    reading = read_beside(broken, tmp_path, codebook)
    found = [(problem.code, place_of(problem, tmp_path), problem.remedy) for problem in reading.problems]
    assert (broken.code, broken.place, broken.remedy) in found


@pytest.mark.parametrize("broken", EVERY, ids=[broken.name for broken in EVERY])
def test_what_is_right_beside_it_is_read(broken: Broken, tmp_path: Path, codebook: Codebook) -> None:
    reading = read_beside(broken, tmp_path, codebook)
    read_studies = {study for batch in reading.batches for study in batch.frame["study"]}
    assert read_studies - {"last"} == ({"sound", "beside"} if broken.beside else {"sound"}) | (
        {"broken"} if broken.name == "a merged cell" else set()
    )


@pytest.mark.parametrize("broken", VALUES + STRUCTURE, ids=[broken.name for broken in VALUES + STRUCTURE])
def test_what_is_wrong_is_refused_by_name_with_its_problems(broken: Broken, tmp_path: Path, codebook: Codebook) -> None:
    reading = read_beside(broken, tmp_path, codebook)
    (refusal,) = {refusal.study: refusal for refusal in reading.refused}.values()
    assert broken.code in {problem.code for problem in refusal.problems}
    assert set(refusal.problems) <= set(reading.problems)


TRAPS = {
    "a byte order mark": b"\xef\xbb\xbfstudies: [{id: a, arms: [{id: a, role: active}]}]",
    "carriage returns": b"studies:\r\n- id: a\r\n  arms:\r\n  - id: a\r\n    role: active\r\n",
    "a flow mapping over lines": b"{studies: [{id: a,\n  arms: [{id: a,\n  role: active}]}]}",
    "words in mixed case": b"studies: [{id: a, design: Randomised, arms: [{id: a, role: Active}]}]",
    "a gauge without a space": b"studies: [{id: a, observations: {electrode_gauge: 20G}, arms: [{id: a, role: sham}]}]",
    "a bare cut-off": b"studies: [{id: a, observations: {block_relief_cutoff: 50}, arms: [{id: a, role: sham}]}]",
    "a word that YAML 1.1 takes for false": b"studies: [{id: a, arms: [{id: no, role: active}]}]",
    "an id that is a number": b"studies: [{id: 1996, arms: [{id: 1, role: active}]}]",
    "an empty observation": b"studies: [{id: a, observations: {region: }, arms: [{id: a, role: active}]}]",
}


@pytest.mark.parametrize("content", TRAPS.values(), ids=TRAPS.keys())
def test_what_only_looks_broken_is_read_without_a_problem(content: bytes, tmp_path: Path, codebook: Codebook) -> None:
    (tmp_path / "record.yaml").write_bytes(content)
    reading = read(tmp_path / "record.yaml", codebook)
    assert (reading.problems, reading.rows) == ((), 1)


BOTH_WAYS = [
    (field, text)
    for field, texts in {
        "lesion_temperature": ["80 F", "800", "-5", "90-80", "about 80", "80 ± 3", "eighty", "NA", "2,5"],
        "lesions_per_nerve": ["2.5", "21", "two"],
        "block_relief_cutoff": ["< 50 %", "150"],
        "electrode_gauge": ["20 gauss", "40 G", "18 G or larger"],
        "image_guidance": ["fluro", "knee", "N/A"],
        "views": ["ap or lateral", "front"],
        "steroid_given": ["maybe", "1"],
        "recruitment_start": ["01/02/2015", "2017 to 2015", "1500"],
    }.items()
    for text in texts
]


@pytest.mark.parametrize(("field", "text"), BOTH_WAYS)
def test_the_same_fault_reads_the_same_in_a_table_and_in_a_record(
    field: str, text: str, tmp_path: Path, codebook: Codebook
) -> None:
    (tmp_path / "t.csv").write_text(f'study,arm,role,{field}\ns,a,active,"{text}"\n')
    observations = {field: text}
    (in_table,) = read(tmp_path / "t.csv", codebook).problems
    (in_record,) = read(
        [{"id": "s", "arms": [{"id": "a", "role": "active", "observations": observations}]}], codebook
    ).problems
    assert (in_table.code, in_table.what, in_table.remedy) == (in_record.code, in_record.what, in_record.remedy)
