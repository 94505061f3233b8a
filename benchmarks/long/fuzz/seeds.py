"""The files that fuzzing begins with: the examples in every format, and those that the tests of the readers make."""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path

import polars as pl
import yaml
from openpyxl import Workbook
from openpyxl.comments import Comment

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "tests"))

from read.grids.files import ods, saved, xls, xlsx  # noqa: E402 - found by the line above

TABLE = "study,arm,role,procedure,lesion_temperature,lesion_duration,note\na,1,active,p,80 °C,90 s,\nb,1,sham,,NR,?,x\n"
MAPPING = """\
version: 1
tables:
  - sheet: Arms
    header_rows: [1, 2]
    columns:
      - {column: [Temp, Temperature], field: lesion_temperature, unit: °C}
      - {column: Guidance, field: image_guidance, values: {fluro: fluoroscopy}, separator: ";"}
"""


def _workbook() -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    for line in TABLE.splitlines():
        sheet.append(line.split(","))
    sheet.append([0.5, 42289, "=A1", True])
    sheet["A4"].number_format = "0%"
    sheet["B4"].number_format = 'd-mmm;[Red]0.0 "°C"'
    sheet["A1"].comment = Comment("see table 2", "reviewer")
    sheet.merge_cells("E1:F1")
    return saved(workbook)


def _parquet() -> bytes:
    content = BytesIO()
    pl.read_csv(TABLE.encode()).write_parquet(content)
    return content.getvalue()


def seeds() -> dict[str, list[bytes]]:
    """Return the first files of each target."""
    records = [path.read_bytes() for path in sorted((ROOT / "examples").rglob("*.yaml"))]
    few = [{"studies": [study]} for record in records for study in yaml.safe_load(record)["studies"][:2]]
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>A2</f><v>0.5</v></c></row>'
    shared, xfs = "<si><r><t>80_x0007_</t></r><rPh><t>x</t></rPh></si>", '<xf numFmtId="9"/><xf numFmtId="14"/>'
    merged = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    cells = (
        '<table:table-cell office:value-type="float" office:value="80"><text:p>80 °C</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2015-10-12" table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT1M30S" table:formula="of:=[.A1]"/>'
        "<table:table-cell><office:annotation><text:p>x</text:p></office:annotation><text:p>a<text:s/></text:p></table:table-cell>"
    )
    row = f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
    return {
        "xlsx": [
            _workbook(),
            xlsx(rows, shared=shared, xfs=xfs, after=merged),
            xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'),
        ],
        "ods": [ods(f'<table:table table:name="a">{row}</table:table>')],
        "xls": [xls(["study", 80.5, True], ["x", "", 2.0]), xls([42289.0], dates=True, hidden=True)],
        "csv": [TABLE.encode(code) for code in ("utf-8", "utf-16", "cp1252")]
        + [TABLE.replace(",", ";").encode("mac_roman"), b'sep=|\r\na|b\r\n"1\n""x"""|2\r\n', b'a,b\n"x \\"y\\"",1\n'],
        "yaml": [*records, *(yaml.safe_dump(entry).encode() for entry in few)],
        "json": [json.dumps(entry, default=str).encode() for entry in few],
        "parquet": [_parquet()],
        "mapping": [MAPPING.encode()],
    }
