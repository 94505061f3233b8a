"""The two ledgers beside the rules: what is published, and which bodies signed what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Final, Literal, get_args

from pydantic import BeforeValidator

from fidelity.model.condition import Frozen, refuse
from fidelity.model.dates import Days
from fidelity.model.ruleset import PartialDate

DIGEST: Final = re.compile(r"[0-9a-f]{64}")
REFERENCE: Final = re.compile(r"[a-z0-9-]+@[0-9]+\.[0-9]+\.[0-9]+")

PanelRole = Literal["methodologist", "clinician"]
Vote = Literal["for", "against", "abstained"]

PANEL_ROLES: Final[tuple[PanelRole, ...]] = get_args(PanelRole)
VOTES: Final[tuple[Vote, ...]] = get_args(Vote)


@dataclass(frozen=True, slots=True)
class Publication:
    """A line of the ledger of published rule sets: which bytes, and what became of them since.

    `until`: the last days on which this version was in force, written once they are known.
    `superseded_by`: the rule set that took its place, where that is not the next version of the same id.
    """

    reference: str
    digest: str
    until: Days | None = None
    superseded_by: str | None = None

    @property
    def status(self) -> str:
        """The word for what became of it: published, ended or superseded."""
        if self.superseded_by is not None:
            return "superseded"
        return "published" if self.until is None else "ended"


def _digest(data: object) -> object:
    if isinstance(data, str) and DIGEST.fullmatch(data) is None:
        what = f"{data!r} is no hash"
        raise refuse("bad-hash", what, "write the 64 characters that `fidelity rules endorsements` prints")
    return data


def _reference(data: object) -> object:
    if isinstance(data, str) and REFERENCE.fullmatch(data) is None:
        raise refuse("bad-reference", f"{data!r} names no version of a rule set", "write <id>@<version>")
    return data


class Endorsement(Frozen):
    """One vote of one body on one version of a rule set: `hash` says which bytes were before the voter."""

    ruleset: Annotated[str, BeforeValidator(_reference)]
    hash: Annotated[str, BeforeValidator(_digest)]
    body: str
    name: str | None = None
    role: PanelRole
    specialty: str
    vote: Vote
    interests: str
    date: PartialDate


class Endorsements(Frozen):
    """The ledger of endorsements: every vote that bodies had recorded."""

    endorsements: tuple[Endorsement, ...] = ()
