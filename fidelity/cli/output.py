"""Where results and messages go: data to standard output or a file, everything else to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fidelity.errors import Problem, UsageError

if TYPE_CHECKING:
    import polars as pl

    from fidelity.scoring.result import Scores
    from fidelity.write.table import Format

ENDINGS: dict[str, Format] = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}


def say(message: str) -> None:
    """Write a message to standard error."""
    click.echo(message, err=True)


def complain(problems: Iterable[Problem]) -> None:
    """Write every problem to standard error, a line each."""
    for problem in problems:
        say(str(problem))


def remark(notes: Iterable[Problem]) -> None:
    """Write to standard error what was noticed in the files and changes nothing, a line each."""
    for note in notes:
        say(f"note: {note}")


@contextmanager
def progress(label: str = "Scoring") -> Iterator[Callable[[int, int], None] | None]:
    """Give a callback that draws a bar on standard error; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr, show_eta=False) as bar:

        def step(done: int, total: int) -> None:
            bar.length = total
            bar.pos = 0
            bar.update(done)

        yield step


def format_of(form: Format | None, target: str | None) -> Format:
    """Return the format of the output: as asked, by the ending of the file, or by where it goes."""
    if form is not None:
        return form
    if target is not None and target != "-":
        ending = Path(target).suffix.lower()
        if ending not in ENDINGS:
            raise UsageError(f"{target}: the ending does not say the format; add --format csv, jsonl or parquet")
        return ENDINGS[ending]
    return "table" if sys.stdout.isatty() else "csv"


def emit_scores(scores: Scores, detail: str, form: Format, target: str | None) -> None:
    """Write the frame that a detail names, and close with the line that accounts for every procedure."""
    from fidelity.write.summary import summarise
    from fidelity.write.table import brief

    if form == "table" and {problem.code for problem in scores.problems} == {"needs-mapping"} and not scores.batches:
        say(summarise(scores))
        return
    if detail == "grade":
        emit(brief(scores.grades) if form == "table" else scores.grades, form, target)
    else:
        frame: pl.DataFrame = getattr(scores, detail)  # the words of --detail are the names of the frames
        emit(frame, form, target)
    say(summarise(scores))


def emit(frame: pl.DataFrame, form: Format, target: str | None) -> None:
    """Write a frame to a file or to standard output."""
    from shutil import get_terminal_size

    from fidelity.write.table import draw, encode

    if form == "table":
        text = draw(frame, get_terminal_size((120, 24)).columns, frame.columns[-1])
        emit_bytes(text.encode(), target)
        return
    emit_bytes(encode(frame, form), target)


def emit_bytes(data: bytes, target: str | None) -> None:
    """Write bytes to a file, atomically, or to standard output."""
    from fidelity.write.files import write_bytes

    if target is None or target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    if not path.resolve().parent.is_dir():
        raise UsageError(f"{target}: the folder does not exist")
    try:
        write_bytes(path, data)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror or error}") from None


def spare(paths: Iterable[str], target: str | None) -> None:
    """Refuse to write over a file that is read: what a person made is not lost to a result."""
    if target is None or target == "-":
        return
    path = Path(target).resolve()
    for name in paths:
        given = Path(name).resolve()
        if path == given or (path.is_file() and given in path.parents):
            raise UsageError(f"{target} is among the files that are read: give the result another name")
