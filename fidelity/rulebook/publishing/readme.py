"""The table of rule sets in the README, generated from the rules so that the two cannot drift apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fidelity.errors import UsageError
from fidelity.model.ruleset import RuleSet
from fidelity.read.rules import Library

BEGIN: Final = "<!-- rule sets: this table is written by `fidelity rules table` -->"
END: Final = "<!-- rule sets: end of the table -->"


def table(library: Library) -> str:
    """Return the table of rule sets as Markdown: a row for each version, with who uses it."""
    return "\n".join(_lines(library)) + "\n"


def _lines(library: Library) -> Iterator[str]:
    yield "| rule set | version | criteria | profiles |"
    yield "|---|---|---|---|"
    for ruleset in library.rulesets:
        status = "" if ruleset.reference in library.published else " (draft)"
        file = f"rules/{ruleset.id}/{ruleset.version}.yaml"
        users = ", ".join(profile.id for profile in library.profiles.values() if ruleset.id in profile.names)
        version = f"[`{ruleset.reference}`]({file}){status}"
        yield f"| {ruleset.title} | {version} | {_criteria(ruleset)} | {users or 'none'} |"


def _criteria(ruleset: RuleSet) -> str:
    if ruleset.non_standard is not None:
        return "non-standard technique"
    counted = sum(criterion.counted for criterion in ruleset.criteria)
    return f"{counted} counted, {len(ruleset.criteria) - counted} shown only"


def has_place(page: str) -> bool:
    """Whether a page has the two marks between which the table stands."""
    return END in page.partition(BEGIN)[2]


def with_table(page: str, library: Library) -> str:
    """Return a page with the table of rule sets between its two marks; UsageError where it has no marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not has_place(page):
        raise UsageError(f"the page has no place for the table: put {BEGIN} and {END} on lines of their own")
    return f"{before}{begin}\n\n{table(library)}\n{end}{after}"
