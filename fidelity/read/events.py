"""What stands in a YAML or JSON text, token by token, each with its line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml

from fidelity.errors import Place, Problem
from fidelity.read.text import unfit

DEEPEST: Final = 40
"""Deeper nesting than any format of ours has is a fault or an attack."""

_JSON_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|[^\s\[\]{}:,"]+', re.DOTALL)
_JSON_WORDS: Final = {"null": "", "true": "yes", "false": "no"}
_EMPTY_WORDS: Final = frozenset({"~", "null", "Null", "NULL"})
_Parser: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where PyYAML was built with it


class Unreadable(Exception):
    """Ends the reading of a file at a problem after which nothing can be made out."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Event(NamedTuple):
    """One token: the start of a mapping or a list, an end, or a text.

    `oddity` says why it is not read (code, what, remedy).
    """

    kind: str
    text: str
    line: int
    column: int
    oddity: tuple[str, str, str] | None = None


def yaml_events(text: str, source: str) -> Iterator[Event]:
    """Yield the tokens of a YAML text; raises Unreadable where it is none."""
    documents = 0
    try:
        parser = _Parser(text)
        while parser.check_event():
            event = parser.get_event()
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            if isinstance(event, yaml.ScalarEvent):  # most tokens are texts
                yield _node(event, line, column)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    what = "a second document starts here"
                    problem = Problem(
                        "several-documents", Place(source, line, column), source, what, "delete the line ---"
                    )
                    raise Unreadable(problem)
            elif isinstance(event, yaml.AliasEvent):
                yield Event("text", "", line, column, _oddity("alias", f"*{event.anchor}"))
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                yield Event("end", "", line, column)
            elif isinstance(event, yaml.NodeEvent):
                yield _node(event, line, column)
    except yaml.YAMLError as error:
        raise Unreadable(_syntax_problem(error, text, source)) from None


def _node(event: yaml.NodeEvent, line: int, column: int) -> Event:
    oddity = None
    tag = getattr(event, "tag", None)
    if event.anchor is not None:
        oddity = _oddity("anchor", f"&{event.anchor}")
    elif tag is not None:
        oddity = _oddity("tag", str(tag).replace("tag:yaml.org,2002:", "!!"))
    if isinstance(event, yaml.ScalarEvent):
        plain = event.style in (None, "")
        text = "" if plain and event.value in _EMPTY_WORDS else str(event.value)
        return Event("text", text, line, column, oddity or unfit(text))
    return Event("{" if isinstance(event, yaml.MappingStartEvent) else "[", "", line, column, oddity)


def _oddity(kind: str, written: str) -> tuple[str, str, str]:
    remedy = "write the text alone" if kind == "tag" else "write out in full what is meant"
    return (f"yaml-{kind}", f"{written} is a YAML {kind}, which is not read", remedy)


def _syntax_problem(error: yaml.YAMLError, text: str, source: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    place = Place(source, line, column)
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return Problem("yaml-tab", place, source, "a tab stands where YAML wants spaces", "indent with spaces")
    reason = getattr(error, "problem", None) or "it cannot be read"
    remedy = "check the indentation, the colons and the quotation marks here and in the line above"
    if "mapping values are not allowed" in reason:
        remedy = "put a text that holds a colon into quotation marks"
    elif "comment or line break" in reason or "comment or a line break" in reason:
        remedy = "put a text that starts with > into quotation marks"
    elif "cannot start any token" in reason:
        remedy = "put a text that starts with this sign into quotation marks"
    return Problem("yaml-syntax", place, source, f"this is not YAML: {reason}", remedy)


def json_events(text: str, source: str) -> Iterator[Event]:
    """Yield the tokens of a JSON text; raises Unreadable where it is none."""
    if not text.strip():
        return
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        what = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        place = Place(source, error.lineno, error.colno)
        remedy = "check the commas, the brackets and the quotation marks here and in the line above"
        raise Unreadable(Problem("json-syntax", place, source, what, remedy)) from None
    except RecursionError:
        what = f"the nesting is deeper than {DEEPEST} levels"
        remedy = "write the record as the examples do"
        raise Unreadable(Problem("too-deep", Place(source, 1, 1), source, what, remedy)) from None
    line, start = 1, 0
    last = 0
    for token in _JSON_TOKEN.finditer(text):
        skipped = text.count("\n", last, token.start())
        if skipped:
            line, start = line + skipped, text.rindex("\n", last, token.start()) + 1
        last = token.start()
        written, column = token.group(), token.start() - start + 1
        if written in "[{":
            yield Event(written, "", line, column)
        elif written in "]}":
            yield Event("end", "", line, column)
        elif written.startswith('"'):
            spoken = str(json.loads(written))
            yield Event("text", spoken, line, column, unfit(spoken))
        else:
            yield Event("text", _JSON_WORDS.get(written, written), line, column)
