"""The extractions of the data folder, with what a careful human knows of their columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "data" / "reviewers"
NOTHING = "none"
"""What a column feeds that holds nothing of the codebook."""

FILES: dict[str, tuple[str, ...]] = {
    "01_covidence_r": ("01_covidence_r.csv", "01_covidence_r_information.csv"),
    "02_covidence_agreed": ("02_covidence_agreed.xlsx",),
    "03_blocks": ("03_blocks.csv",),
    "04_revman": ("04_revman_study_arms.csv", "04_revman_study_information.csv"),
    "05_questions": ("05_questions.xlsx",),
    "06_handmade": ("06_handmade.xlsx",),
    "07_two_tables": ("07_two_tables.ods",),
    "08_mixed_units": ("08_mixed_units.xlsx",),
    "09_revised_2023": ("09_revised_2023.csv",),
    "09_revised_2024": ("09_revised_2024.tsv",),
    "10_european": ("10_european.csv",),
    "10_reports": ("10_reports.xlsx",),
}
NAMES = tuple(FILES)


@dataclass(frozen=True)
class Known:
    """What a careful human says of one column of a file."""

    file: str
    letter: str | None
    """The column as the sheet shows it; None where the fields of a study stand below each other."""
    row: int
    """The row of the header's last line, as the sheet counts them; 0 where the fields stand below each other."""
    header: str
    """The header as it stands in the file; of two lines the last one that holds something."""
    block: str
    feeds: str
    certain: bool
    translated: bool
    """Whether something has to be said of its values before they can be read."""


def paths(name: str) -> list[Path]:
    """Return the files of an extraction."""
    return [FOLDER / file for file in FILES[name]]


def mapping_path(name: str) -> Path:
    """Return the mapping with which its reviewers would end."""
    return FOLDER / f"{name}.mapping.yaml"


def truth_path(name: str) -> Path:
    """Return the study records that a careful human makes of an extraction."""
    return FOLDER / f"{name}.truth.yaml"


def columns_file(name: str) -> dict[str, Any]:
    """Return what is written about the columns of an extraction."""
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.columns.yaml").read_text("utf-8"))
    return loaded


def known_columns(name: str) -> list[Known]:
    """Return every column of an extraction, those of repeated blocks once for each block."""
    found = []
    for table in columns_file(name)["tables"]:
        row = 0 if table.get("form") == "study_sheets" else table.get("header_rows", [1, 1])[-1]
        for column in table["columns"]:
            header = column["header"]
            lines = header if isinstance(header, list) else [header]
            found.append(
                Known(
                    file=table["file"],
                    letter=column.get("column"),
                    row=row,
                    header=next((line for line in reversed(lines) if line.strip()), ""),
                    block=column.get("block", ""),
                    feeds=column["feeds"],
                    certain=column["certain"] == "yes",
                    translated=any(column.get(key) for key in ("values", "codes", "several", "split", "times")),
                )
            )
    return found


def refused_cells(name: str) -> list[dict[str, Any]]:
    """Return the spoilt cells of an extraction, each with the study and the arm that must be refused for it."""
    return [spoilt for table in columns_file(name)["tables"] for spoilt in table.get("refuse", [])]
