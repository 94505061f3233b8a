"""One reader under coverage-guided fuzzing: `python targets.py NAME [libFuzzer options] CORPUS ...`; see README.md."""

from __future__ import annotations

import random
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["fidelity"]):
    from fidelity.errors import UsageError
    from fidelity.read.grids.books import read_book
    from fidelity.read.mapping.files import read_mapping
    from fidelity.read.rules import load_codebook
    from fidelity.read.sources import read

CODEBOOK = load_codebook()
FILE = Path(tempfile.mkdtemp(prefix="fuzz-")) / "record"


def book(content: bytes, start: bytes = b"") -> None:
    read_book(content if content.startswith(start) else start + content, "fuzzed")


def records(content: bytes, suffix: str) -> None:
    path = FILE.with_suffix(suffix)
    path.write_bytes(content)
    read(path, CODEBOOK)


def mapping(content: bytes) -> None:
    path = FILE.with_suffix(".mapping.yaml")
    path.write_bytes(content)
    try:
        read_mapping(path, CODEBOOK)
    except UsageError:
        return


def repacked(content: bytes, most: int, seed: int) -> bytes:
    """Change one part of a zip and pack it anew; changing packed bytes would only ever break the packing."""
    chance = random.Random(seed)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # whatever is wrong with the zip, its bytes are changed as they are
        return bytes(atheris.Mutate(content, most))
    if not parts or chance.random() < 0.1:
        return bytes(atheris.Mutate(content, most))
    name = chance.choice([*parts])
    parts[name] = bytes(atheris.Mutate(parts[name], len(parts[name]) + 256))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for at, part in parts.items():
            archive.writestr(at, part)
    return packed.getvalue() if len(packed.getvalue()) <= most else content


TARGETS: dict[str, Callable[[bytes], None]] = {
    "xlsx": book,
    "ods": book,
    "xls": partial(book, start=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "csv": book,
    "yaml": partial(records, suffix=".yaml"),
    "json": partial(records, suffix=".json"),
    "parquet": partial(records, suffix=".parquet"),
    "mapping": mapping,
}


def main() -> None:
    name = sys.argv.pop(1)
    warnings.simplefilter("ignore")
    packed = {"custom_mutator": repacked} if name in {"xlsx", "ods"} else {}
    atheris.Setup(sys.argv, TARGETS[name], **packed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
