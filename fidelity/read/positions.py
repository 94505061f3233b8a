"""YAML and JSON as plain data in which every scalar is text, with the place of every key and value.

Only what a person needs to write facts down is read: one document, no anchors, no aliases, no tags. Whatever
else stands in a file is a problem with its place, never an exception.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fidelity.errors import Place, Problem
from fidelity.read.events import DEEPEST, Event, Unreadable, json_events, yaml_events
from fidelity.read.text import decode

Data = str | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with the path at which it stands in the data."""

    path: Path
    problem: Problem


@dataclass(slots=True)
class Spot:
    """Where a value stands, where its key stands, and the spots below it."""

    line: int
    column: int
    key: tuple[int, int] | None = None
    below: dict[str | int, Spot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, with its places."""

    source: str
    data: Data
    spot: Spot

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return where a path, or the nearest part of it that exists, stands; with `key`, its key."""
        spot = self.spot
        for part in path:
            if part not in spot.below:
                return Place(self.source, spot.line, spot.column)
            spot = spot.below[part]
        if key and spot.key is not None:
            return Place(self.source, *spot.key)
        return Place(self.source, spot.line, spot.column)


@dataclass(slots=True)
class _Open:
    container: list[Data] | dict[str, Data]
    spot: Spot
    path: Path
    key: str | None = None
    key_at: tuple[int, int] | None = None
    repeated: bool = False


def parse(content: bytes, source: str, *, is_json: bool = False) -> tuple[Document | None, list[Finding]]:
    """Return the document of a file, if it can be made out, and all that is wrong with its form."""
    text = decode(content, source)
    if isinstance(text, Problem):
        return None, [Finding((), text)]
    try:
        return _build(json_events(text, source) if is_json else yaml_events(text, source), source)
    except Unreadable as end:
        return None, [Finding((), end.problem)]


def _build(events: Iterator[Event], source: str) -> tuple[Document | None, list[Finding]]:
    findings: list[Finding] = []
    stack: list[_Open] = []
    root: tuple[Data, Spot] | None = None
    for event in events:
        if event.kind == "end":
            stack.pop()
            continue
        if stack and isinstance(stack[-1].container, dict) and stack[-1].key is None:
            _take_key(stack[-1], event, source, findings)
            continue
        data: Data = {} if event.kind == "{" else [] if event.kind == "[" else event.text
        spot = Spot(event.line, event.column)
        path = _attach(stack[-1], data, spot) if stack else ()
        if not stack:
            root = (data, spot)
        if event.oddity is not None:
            code, what, remedy = event.oddity
            problem = Problem(code, Place(source, event.line, event.column), _name_of(path, source), what, remedy)
            findings.append(Finding(path, problem))
        if isinstance(data, dict | list):
            if len(stack) >= DEEPEST:
                what = f"the nesting is deeper than {DEEPEST} levels"
                place = Place(source, event.line, event.column)
                raise Unreadable(Problem("too-deep", place, source, what, "write the record as the examples do"))
            stack.append(_Open(data, spot, path))
    if root is None or root[0] == "":
        raise Unreadable(Problem("empty", Place(source, 1, 1), source, "the file is empty", "write something into it"))
    if not isinstance(root[0], dict):
        what = f"the file holds a {'list' if isinstance(root[0], list) else 'text'} and not keys with values"
        place = Place(source, root[1].line, root[1].column)
        raise Unreadable(Problem("not-a-mapping", place, source, what, "start it with a key, such as studies:"))
    return Document(source, root[0], root[1]), findings


def _name_of(path: Path, source: str) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), source)


def _take_key(opened: _Open, event: Event, source: str, findings: list[Finding]) -> None:
    if event.kind != "text" or event.oddity is not None:
        what, place = "a key is no plain word", Place(source, event.line, event.column)
        raise Unreadable(Problem("bad-key", place, _name_of(opened.path, source), what, "write key: value"))
    opened.key, opened.key_at = event.text, (event.line, event.column)
    opened.repeated = event.text in opened.container
    if opened.repeated:
        first = opened.spot.below[event.text].key
        what = f"the key {event.text!r} stands here a second time" + (f" (first in line {first[0]})" if first else "")
        place = Place(source, event.line, event.column)
        problem = Problem("duplicate-key", place, event.text, what, "keep one of the two")
        findings.append(Finding((*opened.path, event.text), problem))


def _attach(opened: _Open, data: Data, spot: Spot) -> Path:
    if isinstance(opened.container, list):
        opened.container.append(data)
        number = len(opened.container) - 1
        opened.spot.below[number] = spot
        return (*opened.path, number)
    key = opened.key
    assert key is not None
    spot.key = opened.key_at
    if not opened.repeated:
        opened.container[key] = data
        opened.spot.below[key] = spot
    opened.key = None
    return (*opened.path, key)
