"""Files and tables that are wrong as a whole, or in a row."""

from __future__ import annotations

from read.broken_records import STUDY
from read.broken_values import AMBIGUOUS, CHECK_ABOVE, RECORD, SPELL_OUT, TEMPERATURE, Broken

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
        TABLE.replace("lesion_temperature", "lesion_temprature").replace("80", "") + "broken,a,active,80,CT\n",
        "unknown-field",
        "broken.csv!D1",
        "did you mean 'lesion_temperature'? (a column of your own begins with #)",
    ),
    Broken(
        "a merged header",
        TABLE.replace("image_guidance", "").replace("CT", "") + "broken,a,active,80,CT\n",
        "unnamed-column",
        "broken.csv!E1",
        "name it, or delete it; a merged header names one only",
    ),
    Broken(
        "a header that stands twice",
        TABLE.replace("image_guidance", "Temperature").replace("80,CT", ",") + "broken,a,active,80,80\n",
        "duplicate-column",
        "broken.csv!E1",
        "keep one of the two; neither is read",
    ),
    Broken(
        "an unknown companion column",
        TABLE.replace("image_guidance", "lesion_temperature.bases").replace("CT", "") + "broken,a,active,80,cited\n",
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
        "no Parquet",
        b"PAR1 and no more",
        "unreadable",
        "broken.parquet",
        "write the table anew as Parquet or CSV",
        beside=False,
    ),
    Broken(
        "no workbook",
        b"PK",
        "unreadable",
        "broken.xlsx",
        "copy it anew, or open it in a spreadsheet program and save it",
        beside=False,
    ),
]
