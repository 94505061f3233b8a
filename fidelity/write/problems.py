"""Problems as data, for programs: a list of JSON objects, each with its place in the file's own terms."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from fidelity.errors import Problem


def problem_data(problem: Problem, kind: str = "problem") -> dict[str, Any]:
    """Return a problem as plain data; `kind` is problem, or note for what was noticed and changes nothing."""
    place = problem.place
    return {
        "kind": kind,
        "code": problem.code,
        "source": place.source,
        "sheet": place.sheet,
        "cell": place.cell,
        "line": place.line,
        "column": place.column,
        "header": problem.header,
        "found": problem.found,
        "subject": problem.subject,
        "what": problem.what,
        "remedy": problem.remedy,
        "near": list(problem.near),
    }


def problems_as_json(problems: Iterable[Problem], notes: Iterable[Problem] = ()) -> str:
    """Return problems and notes as a JSON list, in the order in which a person meets them in the file."""
    listed = [problem_data(problem) for problem in problems] + [problem_data(note, "note") for note in notes]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
