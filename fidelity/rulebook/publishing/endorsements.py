"""Who signed which version of which rule set, and whether those who voted are a balanced panel."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fidelity.model.digest import digest_of
from fidelity.model.ledger import PANEL_ROLES, VOTES, Endorsement
from fidelity.model.ruleset import RuleSet
from fidelity.model.words import fold
from fidelity.read.rules import Library

PROVES: Final = "The ledger proves which bytes were signed. It does not prove who signed them: ask the body itself."

_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Panel:
    """Everyone who voted on one version of a rule set; `digest` is what there was, or is, to sign."""

    ruleset: RuleSet
    digest: str
    status: str
    entries: tuple[Endorsement, ...]

    @property
    def votes(self) -> dict[str, int]:
        """How many voted how: for, against, abstained."""
        counted = Counter(entry.vote for entry in self.entries)
        return {vote: counted[vote] for vote in VOTES}

    @property
    def lacking(self) -> tuple[str, ...]:
        """What a balanced panel would have and this one has not: both roles, and more than one specialty."""
        roles = {entry.role for entry in self.entries}
        lacking = [f"no {role}" for role in PANEL_ROLES if role not in roles]
        if len({fold(entry.specialty) for entry in self.entries}) < 2:
            lacking.append("fewer than two specialties")
        return tuple(lacking)

    @property
    def balanced(self) -> bool:
        """Whether methodologists and clinicians of several specialties voted."""
        return not self.lacking


def panels_of(library: Library) -> tuple[Panel, ...]:
    """Return a panel for each version of each rule set, empty where nobody has voted."""
    return tuple(
        Panel(
            ruleset,
            digest_of(ruleset, library.codebook),
            library.ledger[ruleset.reference].status if ruleset.reference in library.ledger else "draft",
            tuple(entry for entry in library.endorsements if entry.ruleset == ruleset.reference),
        )
        for ruleset in library.rulesets
    )


def report(panels: Sequence[Panel]) -> str:
    """Return who signed what as text, with the hash that there is to sign."""
    lines = [line for panel in panels for line in _panel(panel)]
    return "\n".join([*lines, PROVES]) + "\n"


def _panel(panel: Panel) -> Iterator[str]:
    yield f"{panel.ruleset.reference} ({panel.status}): {panel.ruleset.title}"
    yield f"  hash to sign: {panel.digest}"
    if not panel.entries:
        yield "  nobody has signed it"
    for entry in panel.entries:
        who = f"{entry.body} ({entry.name})" if entry.name else entry.body
        text = f"{entry.vote}: {who}, {entry.role}, {entry.specialty}, {entry.date}; interests: {entry.interests}"
        yield textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")
    if panel.entries:
        told = ", ".join(f"{count} {vote}" for vote, count in panel.votes.items())
        balance = "a balanced panel" if panel.balanced else f"not balanced: {', '.join(panel.lacking)}"
        yield f"  {told}; {balance}"
    yield ""
