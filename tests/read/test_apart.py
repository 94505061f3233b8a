"""A damaged file may end the process that looks at it, and never the one that asks."""

from __future__ import annotations

from fidelity.read.apart import survives


def test_a_process_that_is_ended_from_within_does_not_survive() -> None:
    assert not survives("import os; os.abort()", b"")


def test_an_exception_is_an_end_like_another_for_whoever_reads_the_file_meets_it_too() -> None:
    assert survives("raise ValueError", b"")


def test_the_file_is_what_the_process_gets_as_its_input() -> None:
    assert survives("import os, sys; sys.stdin.buffer.read() == b'PAR1' or os.abort()", b"PAR1")
