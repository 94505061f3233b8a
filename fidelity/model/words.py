"""The closed vocabularies of the house, each once."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, get_args

Status = Literal["reported", "unclear", "not_reported", "not_extracted", "not_applicable"]
Basis = Literal["stated", "cited", "inferred", "planned", "author_reply", "conflicting"]
Role = Literal["active", "comparator", "control", "sham"]
Design = Literal["randomised", "cohort", "other"]
Level = Literal["critical", "major", "minor", "note"]
Verdict = Literal["met", "partly_met", "not_met", "not_applicable"]
Evidence = Literal["read", "secondary", "unverified"]
Clock = Literal["then", "now"]
ReportKind = Literal["paper", "companion", "author_reply", "protocol", "registry"]
BelongsTo = Literal["study", "arm", "procedure"]
FieldType = Literal["number", "count", "cut_off", "choice", "ordered_choice", "yes_no", "checklist", "date", "text"]

STATUSES: Final[tuple[Status, ...]] = get_args(Status)
BASES: Final[tuple[Basis, ...]] = get_args(Basis)
REPORTS: Final[tuple[ReportKind, ...]] = get_args(ReportKind)
"""What can report on one study, those that tell what was done before those that tell what was planned."""
ROLES: Final[tuple[Role, ...]] = get_args(Role)
CLOCKS: Final[tuple[Clock, ...]] = get_args(Clock)
PLACES: Final[tuple[BelongsTo, ...]] = get_args(BelongsTo)
EVIDENCE: Final[tuple[Evidence, ...]] = get_args(Evidence)
DESIGNS: Final[tuple[Design, ...]] = get_args(Design)
VERDICT_WORDS: Final[tuple[Verdict, ...]] = get_args(Verdict)

GRADED_ROLES: Final[frozenset[Role]] = frozenset({"active", "comparator"})
"""Procedures of these arms are graded; sham and control are not, and the result says so."""

INTERVAL_TYPES: Final = frozenset({"number", "count", "cut_off", "date"})
CHOICE_TYPES: Final = frozenset({"choice", "ordered_choice", "yes_no"})


def spoken(word: str) -> str:
    """Return a machine word as people write it: `not_met` is "not met", `non_standard` "non-standard"."""
    return re.sub("^non_", "non-", word).replace("_", " ")


def fold(word: str) -> str:
    """Return a word without what people do not mean by it: case, spaces, underscores and hyphens."""
    return "".join(word.casefold().split()).replace("_", "").replace("-", "")


def fold_header(name: str) -> str:
    """Return the name of a column without what export programs change: case, signs, spaces, byte order marks."""
    known = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in known if sign.isalnum())
