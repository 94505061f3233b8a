"""Reading reviewers' files against a bare read of the same file: time and peak memory, each in a process of its own.

    python benchmarks/reading.py [--rows 200000] [--sheet-rows 50000] [--rounds 5]

A bare read is `polars.read_csv`, `python_calamine`'s `to_python`, `openpyxl.load_workbook` with every value looked at.
The package reads the same bytes into typed rows, ready to be judged. Exit code 1: a ratio or the memory is not held.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fidelity.model.codebook import Codebook

MOST = {"csv": 3.0, "csv, mapped": 3.0, "plain xlsx": 2.0, "other xlsx": 1.5}
SMALL = "small_"
MOST_MEMORY = 1000.0
"""Megabytes, of the whole process."""

CHOICES = {
    "region": ["lumbar"],
    "target": ["medial branch"],
    "modality": ["conventional radiofrequency"],
    "block_type": ["medial_branch", "NR", ""],
    "image_guidance": ["fluoroscopy", "CT", "fluoroscopy; CT", "NR", ""],
    "contrast": ["given", "omitted", "NR", ""],
    "electrode_orientation": ["parallel", "perpendicular", "NR", "unclear", ""],
    "sensory_stimulation": ["yes", "no", ""],
    "motor_stimulation": ["yes", "no", "NR", ""],
    "sedation_depth": ["none", "NR", ""],
    "images_saved": ["yes", "no", ""],
    "joint_innervation_treated": ["both nerves of every target joint", "NR", ""],
}
NUMBERS = {
    "publication_year": (1990, 2025, ""),
    "block_number": (1, 2, ""),
    "block_relief_cutoff": (50, 100, " %"),
    "electrode_gauge": (16, 22, " G"),
    "active_tip_length": (5, 10, " mm"),
    "lesion_temperature": (60, 90, " °C"),
    "lesion_duration": (40, 180, " s"),
    "lesions_per_nerve": (1, 3, ""),
    "nerves_or_levels": (1, 4, " levels"),
    "anaesthetic_volume": (1, 3, " mL"),
}
SHOWN = ("diagnosis", "other_selection", "operator_details", "treatment_details", "block_details")


def rows(count: int, seed: int = 1) -> tuple[list[str], list[list[str]]]:
    """Return a header and rows as a reviewer writes them: identity, choices, numbers with units, short free text."""
    draw = random.Random(seed)
    header = ["study", "arm", "role", *CHOICES, *NUMBERS, *SHOWN]
    made = []
    for number in range(count):
        row = [f"study {number // 2}", "AB"[number % 2], ["active", "comparator"][number % 2]]
        row += [draw.choice(words) for words in CHOICES.values()]
        row += [
            f"{draw.randint(low, high)}{unit}" if draw.random() < 0.8 else "NR" for low, high, unit in NUMBERS.values()
        ]
        row += [f"as printed on page {draw.randint(1, 900)}" if draw.random() < 0.5 else "" for _ in SHOWN]
        made.append(row)
    return header, made


def write_files(folder: Path, rows_of_csv: int, rows_of_sheet: int) -> None:
    """Write the four files, the mapping of the one with a reviewer's own headers, and a small one of each kind."""
    header, table = rows(rows_of_csv)
    own = [f"Q{number} {name.replace('_', ' ')}" for number, name in enumerate(header)]
    for prefix, most in (("", rows_of_csv), (SMALL, 20)):
        write_csv(folder / f"{prefix}native.csv", header, table[:most])
        write_csv(folder / f"{prefix}mapped.csv", own, table[:most])
        feeds = zip(own, header, strict=True)
        columns = "".join(f"      - {{reads: [{given}], feeds: {name}}}\n" for given, name in feeds)
        mapping = f"codebook: 1.0.0\ntables:\n  - name: arms\n    columns:\n{columns}"
        (folder / f"{prefix}mapped.mapping.yaml").write_text(mapping, encoding="utf-8")
    for prefix, most in (("", rows_of_sheet), (SMALL, 20)):
        for name in ("plain.xlsx", "other.xlsx"):
            write_workbook(folder / f"{prefix}{name}", [header, *table[:most]], plain=name == "plain.xlsx")


def write_csv(path: Path, header: list[str], table: list[list[str]]) -> None:
    """Write a comma separated file."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header, *table])


def write_workbook(path: Path, table: list[list[str]], *, plain: bool) -> None:
    """Write a workbook; one that is not plain has merged cells and a comment."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    book = Workbook()
    sheet = book.worksheets[0]
    for row in table:
        sheet.append(row)
    if not plain:
        sheet["B2"].comment = Comment("asked the author", "reviewer")
        sheet.merge_cells("A2:A3")
    book.save(path)


def bare_csv(path: Path) -> object:
    """Read with Polars alone."""
    import polars as pl

    return pl.read_csv(path)


def bare_calamine(path: Path) -> object:
    """Read with calamine alone."""
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def bare_openpyxl(path: Path) -> object:
    """Read with openpyxl alone, looking at every value."""
    from openpyxl import load_workbook

    return [list(sheet.values) for sheet in load_workbook(path, data_only=True).worksheets]


@cache
def codebook() -> Codebook:
    """The shipped codebook, loaded before anything is measured."""
    from fidelity.read.rules import load_codebook

    return load_codebook()


def package(path: Path) -> object:
    """Read with the package, into typed rows."""
    from fidelity.read.sources import read

    reading = read(path, codebook())
    assert not reading.problems, reading.problems[:3]
    return reading


ROADS: dict[str, Callable[[Path], object]] = {
    "bare_csv": bare_csv,
    "bare_calamine": bare_calamine,
    "bare_openpyxl": bare_openpyxl,
    "package": package,
}


def measure(road: str, path: Path) -> None:
    """Print the seconds of reading a file, after a small one that loads libraries, and the process's peak memory."""
    ROADS[road](path.with_name(SMALL + path.name))
    start = perf_counter()
    kept = ROADS[road](path)
    seconds = perf_counter() - start
    del kept
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def best(road: str, path: Path, so_far: tuple[float, float] | None) -> tuple[float, float]:
    """Return the least seconds and the largest memory of one more run and those before it."""
    code = [sys.executable, __file__, "--measure", road, str(path)]
    seconds, memory = json.loads(subprocess.run(code, capture_output=True, text=True, check=True).stdout)
    return (seconds, memory) if so_far is None else (min(seconds, so_far[0]), max(memory, so_far[1]))


def main() -> int:
    """Measure every pair in turns, and say whether the ratios hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--sheet-rows", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--measure", nargs=2)
    parser.add_argument("--write", nargs=3)
    asked = parser.parse_args()
    if asked.write:
        write_files(Path(asked.write[0]), int(asked.write[1]), int(asked.write[2]))
        return 0
    if asked.measure:
        measure(asked.measure[0], Path(asked.measure[1]))
        return 0
    pairs = {
        "csv": ("native.csv", "bare_csv"),
        "csv, mapped": ("mapped.csv", "bare_csv"),
        "plain xlsx": ("plain.xlsx", "bare_calamine"),
        "other xlsx": ("other.xlsx", "bare_openpyxl"),
    }
    held = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # A process of its own: the peak memory of a parent counts as that of its children on Linux.
        made = [sys.executable, __file__, "--write", str(folder), str(asked.rows), str(asked.sheet_rows)]
        subprocess.run(made, check=True)
        print(f"{'file':<12} {'bare':>8} {'package':>8} {'ratio':>6} {'most':>5} {'memory':>9}")
        for kind, (file, bare) in pairs.items():
            found: dict[str, tuple[float, float] | None] = {bare: None, "package": None}
            for _ in range(asked.rounds):
                found = {road: best(road, folder / file, so_far) for road, so_far in found.items()}
            plain, own = found[bare], found["package"]
            assert plain is not None
            assert own is not None
            ratio = own[0] / plain[0]
            held = held and ratio <= MOST[kind] and own[1] <= MOST_MEMORY
            print(f"{kind:<12} {plain[0]:>7.3f}s {own[0]:>7.3f}s {ratio:>6.2f} {MOST[kind]:>5} {own[1]:>6.0f} MB")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
