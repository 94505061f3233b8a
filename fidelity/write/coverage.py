"""What `fidelity map` says of files: how each column stands, how many cells can be read, and what it asks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from fidelity.errors import Problem
from fidelity.read.mapping.coverage import total
from fidelity.read.mapping.proposal import Covered, Proposal, Question, TableProposal

STATES: Final = ("certain", "asked", "ignored", "unread")
_WIDEST: Final = 38


def as_text(proposal: Proposal, drift: Sequence[Problem] = ()) -> str:
    """Return coverage, drift and questions as a person reads them, a line for each column and each question."""
    return "\n".join([*_lines(proposal, drift)]) + "\n"


def _lines(proposal: Proposal, drift: Sequence[Problem]) -> Iterator[str]:
    for table in proposal.tables:
        yield _headline(table)
        widths = [
            max((len(text) for text in texts), default=0) for texts in zip(*map(_cells, table.columns), strict=True)
        ]
        for column in table.columns:
            shown = [text.ljust(min(width, _WIDEST)) for text, width in zip(_cells(column), widths, strict=True)]
            yield ("  " + "  ".join(shown)).rstrip()
            yield from (f"      {one.place}: {_short(one.text)}: {one.what}" for one in column.unreadable)
        yield ""
    if drift:
        yield f"Drift: {_counted(len(drift), 'difference')} between the mapping and the files"
        yield from (f"  {problem}" for problem in drift)
        yield ""
    questions = proposal.all_questions
    if not questions:
        yield "Nothing else is asked: mend the mapping where it differs." if drift else "No questions."
    else:
        yield f"{_counted(len(questions), 'question')}:"
        yield from (line for number, question in enumerate(questions, 1) for line in _question(number, question))


def _headline(table: TableProposal) -> str:
    states = Counter(column.state for column in table.columns)
    read, filled = total(table.columns)
    heading = table.flat.headings[0]
    where = "!".join(part for part in (heading.source, heading.sheet) if part)
    counts = ", ".join(f"{states[state]} {state}" for state in STATES)
    rows = _counted(table.flat.cells.height, "row")
    return f"{where}: table {table.table.name}, {rows}; columns: {counts}; {read} of {filled} cells can be read"


def _cells(column: Covered) -> tuple[str, str, str, str]:
    cell = column.place.cell or ""
    means = column.feeds or (f"ignored: {column.ignored}" if column.ignored else "")
    share = f"{column.read} of {column.filled}" if column.feeds else f"{column.filled} filled"
    return f"{cell} {_short(column.header)}", _short(means), column.state, share


def _question(number: int, question: Question) -> Iterator[str]:
    yield f"  {number}. {question.place}: {question.what}"
    yield f"     {question.remedy}"
    yield from (f"       {line}" for line in question.lines if len(question.lines) > 1)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDEST else line[: _WIDEST - 3] + "..."


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number} {word}s"


def as_json(proposal: Proposal, drift: Sequence[Problem] = ()) -> str:
    """Return the same as JSON: tables with their columns, drift and questions."""
    found: dict[str, Any] = {
        "certain": proposal.certain,
        "tables": [_table(table) for table in proposal.tables],
        "drift": [
            {
                "code": problem.code,
                "place": str(problem.place),
                "header": problem.header,
                "what": problem.what,
                "remedy": problem.remedy,
                "near": list(problem.near),
            }
            for problem in drift
        ],
        "questions": [
            {
                "kind": question.kind,
                "table": question.table,
                "header": question.header,
                "place": str(question.place),
                "what": question.what,
                "remedy": question.remedy,
                "lines": list(question.lines),
                "stops": question.stops,
            }
            for question in proposal.all_questions
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _table(table: TableProposal) -> dict[str, Any]:
    columns = [
        {
            "header": column.header,
            "place": str(column.place),
            "feeds": column.feeds,
            "ignored": column.ignored,
            "state": column.state,
            "filled": column.filled,
            "read": column.read,
            "unreadable": [{"place": str(one.place), "found": one.text, "what": one.what} for one in column.unreadable],
        }
        for column in table.columns
    ]
    heading = table.flat.headings[0]
    return {
        "name": table.table.name,
        "source": heading.source,
        "sheet": heading.sheet,
        "rows": table.flat.cells.height,
        "columns": columns,
    }
