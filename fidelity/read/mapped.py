"""Which mapping file is for which data files: the one that is named, the one beside a file, or one that lists it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from fidelity.errors import Problem
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.read.mapping.files import read_mapping

SUFFIX: Final = ".mapping.yaml"
"""How the names of mapping files end."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """Data files that are read together by a mapping file; without `mapping` where that is wrong, as `problems` say."""

    path: Path
    mapping: MappingFile | None
    files: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()


def is_mapping(path: Path) -> bool:
    """Whether a file is a mapping file, by its name."""
    return path.name.lower().endswith(SUFFIX)


def mapping_beside(path: Path) -> Path:
    """Return where the mapping file of a data file lies: `arms.mapping.yaml` beside `arms.xlsx`."""
    return path.with_name(path.stem + SUFFIX)


def assign(tables: Sequence[Path], mappings: Sequence[Path], named: Path | None, codebook: Codebook) -> list[Mapped]:
    """Return the data files of each mapping file; tables that no mapping is for are in none.

    `mappings` are mapping files that stand among the sources themselves, `named` is the one that the user named for all
    tables. A mapping that lists files brings those that lie in its folder, whether they were named or not. The mapping
    that is called after a file comes before one that lists it.
    """
    near = [] if named else [path for table in tables if (path := mapping_beside(table)).is_file()] + _near(tables)
    known = list(dict.fromkeys([*([named] if named else []), *mappings, *near]))
    found: list[Mapped] = []
    left = list(tables)
    for path in known:
        mapping, problems = read_mapping(path, codebook)
        listed = _listed(mapping, path)
        if not listed:
            beside = [table for table in left if path == named or mapping_beside(table) == path]
            if path in mappings and not beside:
                beside = [
                    file for file in sorted(path.parent.iterdir()) if mapping_beside(file) == path and file != path
                ]
            found += [Mapped(path, mapping, (table,), problems) for table in beside]
            taken = beside
        elif path in (named, *mappings) or any(_same(table, file) for table in left for file in listed):
            found.append(Mapped(path, mapping, tuple(listed), problems))
            taken = [table for table in left if any(_same(table, file) for file in listed)]
        else:
            continue
        left = [table for table in left if table not in taken]
    return found


def _near(tables: Iterable[Path]) -> list[Path]:
    """Return the mapping files in the folders of some tables."""
    folders = dict.fromkeys(table.parent for table in tables)
    return [file for folder in folders for file in sorted(folder.glob(f"*{SUFFIX}"))]


def _listed(mapping: MappingFile | None, path: Path) -> list[Path]:
    patterns = [pattern for table in mapping.tables for pattern in table.files] if mapping else []
    if not patterns:
        return []
    files = (file for file in sorted(path.parent.iterdir()) if file.is_file() and not is_mapping(file))
    return [file for file in files if any(fnmatch(file.name.casefold(), pattern.casefold()) for pattern in patterns)]


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
