"""Who is measured: the package, a hand-written program, and engines that answer record by record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Contestant:
    """How one is called, and what it takes: the typed frame, or records in one of two forms."""

    name: str
    module: str
    takes: Literal["frame", "flags", "masks"]
    distribution: str
    """What must be installed for it."""


CONTESTANTS = (
    Contestant("fidelity", "package", "frame", "polars"),
    Contestant("polars by hand", "polars_by_hand", "frame", "polars"),
    Contestant("plain Python loop", "python_loop", "flags", "polars"),
    Contestant("zen-engine expression", "zen_engine", "flags", "zen-engine"),
    Contestant("jsonschema-rs", "json_schema", "flags", "jsonschema-rs"),
    Contestant("CEL", "cel_program", "masks", "common-expression-language"),
    Contestant("durable-rules", "durable_rules", "flags", "durable-rules"),
)
BY_NAME = {contestant.module: contestant for contestant in CONTESTANTS}

Answer = Callable[[dict[str, Any]], list[int]]
"""What answers one record: the sets of verdicts, in the order of the criteria."""
