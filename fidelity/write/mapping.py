"""Mapping files as reviewers read and answer them: YAML, with each question as a comment above what it is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from fidelity.model.mapping import Column, MappingFile, Table
from fidelity.model.words import fold_header
from fidelity.read.mapping.proposal import Question

_PLAIN: Final = re.compile(r"[A-Za-z°µ][\w°µ ()/.%+-]*[\w)°%]|[A-Za-z]|[0-9]+\.[0-9]+\.[0-9]+")
_WORDS: Final = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"})
_INVISIBLE: Final = re.compile("[\x7f-\x9f\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_HEAD: Final = """\
# Which column of the files feeds which field. Proposed by `fidelity map`; it belongs beside the data, under its name.
# Entries with `confirmed: no` are questions: say `confirmed: yes` if it is right, mend `feeds`, or say with `ignored`
# why the column is not read. Lines after "# ?" would answer a question: take out the sign and write for the dots.
# What you cannot say, leave open: a cell that needs it is refused by name.
#
#   feeds      a field, or study, arm, role ...; the words: sheet Dictionary of `fidelity template -o d.xlsx`
#   values     what a cell says, and what that means in the codebook's words; several at once: "a; b"
#   unit       of numbers that stand without one
#   codes      what the review writes for not_reported, not_extracted, unclear, not_applicable; on top, or of a column
#   decimal    comma or point; at the top
#   always     what holds for every row of a table, such as region: lumbar
#   fill_down  [study] where the study is written once for several rows of a table
#   ignored    of a table: why it is not read, as one of several on a sheet; it is known by its title or its columns
"""


def render(mapping: MappingFile, questions: Sequence[Question] = ()) -> bytes:
    """Return a mapping file with its questions, as UTF-8."""
    lines = [f'mapping: "{mapping.mapping}"', f"codebook: {scalar(mapping.codebook)}"]
    whole = [question for question in questions if question.kind in ("decimal", "code", "table", "join")]
    if mapping.decimal is not None:
        lines.append(f"decimal: {mapping.decimal}")
    lines += _named_lists("codes", mapping.codes, "")
    below = [question for question in whole if mapping.codes and question.lines[:1] == ("codes:",)]
    lines += _comments(_once(below), "", ("codes:",))
    lines += _dictionary("ignored_sheets", mapping.ignored_sheets, "")
    lines += _comments(_once(question for question in whole if question not in below), "")
    lines.append("tables:")
    for table in mapping.tables:
        lines += _table(table, [question for question in questions if question.table == table.name])
    return (_HEAD + "\n".join(lines) + "\n").encode()


def _once(questions: Iterable[Question]) -> Iterator[Question]:
    """Yield questions whose answer is one for the whole file, each answer once."""
    seen: set[tuple[str, ...]] = set()
    for question in questions:
        if question.lines not in seen:
            seen.add(question.lines)
            yield question


def _table(table: Table, questions: Sequence[Question]) -> Iterator[str]:
    yield f"  - name: {scalar(table.name)}"
    if table.ignored is not None:
        yield f"    ignored: {scalar(table.ignored)}"
    yield from (
        f"    {key}: {_list(names)}" for key, names in (("files", table.files), ("sheets", table.sheets)) if names
    )
    if table.title is not None:
        yield f"    title: {scalar(table.title)}"
    if table.form != "rows":
        yield f"    form: {table.form}"
    if table.header_rows is not None:
        yield f"    header_rows: [{table.header_rows[0]}, {table.header_rows[1]}]"
    if table.fill_down:
        yield f"    fill_down: {_list(table.fill_down)}"
    if table.blocks is not None:
        yield "    blocks:"
        yield f"      pattern: {scalar(table.blocks.pattern)}"
        yield f"      feeds: {scalar(table.blocks.feeds)}"
    if table.join is not None:
        yield "    join:"
        yield f"      to: {scalar(table.join.to)}"
        yield f"      on: {_list(table.join.on)}"
    yield from _dictionary("always", table.always, "    ")
    asked = [question for question in questions if question.kind == "identity"]
    below = [question for question in asked if table.always and question.lines[:1] == ("always:",)]
    yield from _comments(below, "    ", ("always:",))
    yield from _comments([question for question in asked if question not in below], "    ")
    if table.columns:
        yield "    columns:"
    for entry in table.columns:
        names = {fold_header(name) for name in entry.reads}
        own = [question for question in questions if question.header and fold_header(question.header) in names]
        yield from _entry(
            entry, [question for question in own if question.kind in ("unit", "times", "values", "drift")]
        )


def _entry(entry: Column, questions: Sequence[Question]) -> Iterator[str]:
    yield f"      - reads: {_list(entry.reads)}"
    inner = " " * 8
    for key in ("feeds", "ignored", "split", "unit", "separator", "several", "times"):
        value = getattr(entry, key)
        if value is not None:
            yield f"{inner}{key}: {scalar(value)}"
    yield from _dictionary("values", entry.values, inner)
    below = [question for question in questions if entry.values and question.lines[:1] == ("values:",)]
    yield from _comments(below, inner, ("values:",))
    yield from _named_lists("codes", entry.codes, inner)
    if entry.optional:
        yield f"{inner}optional: yes"
    if not entry.confirmed:
        yield f"{inner}confirmed: no"
    if entry.because is not None:
        yield f"{inner}because: {scalar(entry.because)}"
    yield from _comments([question for question in questions if question not in below], inner)


def _comments(questions: Iterable[Question], inner: str, above: Sequence[str] = ()) -> Iterator[str]:
    """Yield questions as comments; those that one key answers come together, as the key may stand there only once.

    `above` are lines that stand there already, right above the comments, so that what is below them is added to them.
    """
    together: dict[str, list[Question]] = {}
    for number, question in enumerate(questions):
        key = question.lines[0] if question.lines[:1] and question.lines[0].endswith(":") else str(number)
        together.setdefault(key, []).append(question)
    for asked in together.values():
        yield from (f"{inner}# Question: {_one_line(one.what)}; {_one_line(one.remedy)}" for one in asked)
        lines = dict.fromkeys(_one_line(line) for one in asked for line in one.lines)
        yield from (f"{inner}# ? {line}" for line in lines if line not in above)


def _one_line(text: str) -> str:
    """Return a text that cannot leave its comment; the spaces before it say below what it belongs."""
    indent = len(text) - len(text.lstrip(" "))
    return " " * indent + " ".join(_INVISIBLE.sub(" ", text).split())


def _dictionary(key: str, entries: dict[str, str], inner: str) -> Iterator[str]:
    if entries:
        yield f"{inner}{key}:"
        yield from (f"{inner}  {scalar(name)}: {scalar(value)}" for name, value in entries.items())


def _named_lists(key: str, entries: dict[Any, tuple[str, ...]], inner: str) -> Iterator[str]:
    if entries:
        yield f"{inner}{key}:"
        yield from (f"{inner}  {name}: {_list(values)}" for name, values in entries.items())


def _list(texts: Sequence[str]) -> str:
    return "[" + ", ".join(map(scalar, texts)) + "]"


def scalar(text: str) -> str:
    """Return a text as YAML writes it: plain where nobody can misread it, else in quotation marks."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS and "  " not in text:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)
