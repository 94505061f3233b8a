"""What a cell says of a whole study beyond its fields: design factors, sources, judgements; each with its form.

`design_factors` names fields, separated by semicolons or line ends. `sources` holds a source a line, `kind | name |
address`; `judgements` a judgement a line, `criterion | verdict | reason | who | when | procedure`; `cautions` a caution
a line. What may be missing at the end of a line is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.lines import parts_of, rows_of
from fidelity.model.study import HumanJudgement, Reference
from fidelity.model.words import VERDICT_WORDS, fold
from fidelity.read.record_problems import unknown_field
from fidelity.read.vocabulary import one_word

SOURCE: Final = ("kind", "name", "address")
JUDGEMENT: Final = ("criterion", "verdict", "reason", "who", "when", "procedure")

_ONE_SOURCE: Final = re.compile(r"[^|\\\s][^|\\\n]*(?:\|[^|\\\n]*){0,2}")
_APART: Final = re.compile(r"[;\n]")


def factors_of(text: str, codebook: Codebook) -> tuple[str, ...] | Fault:
    """Return the fields that a study set out to compare, as a cell names them."""
    known = {fold(field.label): name for name, field in codebook.fields.items()}
    known |= {fold(name): name for name in codebook.fields}
    found = []
    for word in (part.strip() for part in _APART.split(text)):
        if word and fold(word) not in known:
            return unknown_field(word, codebook)
        if word:
            found.append(known[fold(word)])
    return tuple(found)


def sources_of(text: str) -> tuple[Reference, ...] | Fault:
    """Return the sources that the lines of a cell name."""
    rows = _rows(text, SOURCE, 1)
    return rows if isinstance(rows, Fault) else tuple(Reference(**dict(row)) for row in rows)


def fault_of_sources(text: str) -> Fault | None:
    """Return why the lines of a cell cannot be read as sources; a table may have very many of them."""
    if _ONE_SOURCE.fullmatch(text):
        return None
    found = sources_of(text)
    return found if isinstance(found, Fault) else None


def judgements_of(text: str) -> tuple[HumanJudgement, ...] | Fault:
    """Return the judgements of people that the lines of a cell hold."""
    rows = _rows(text, JUDGEMENT, 5)
    if isinstance(rows, Fault):
        return rows
    found = []
    for row in rows:
        verdict = one_word("verdict", row["verdict"], VERDICT_WORDS)
        if isinstance(verdict, Fault):
            return verdict
        # `procedure` is the one part that may be missing.
        words = {part: row[part] for part in JUDGEMENT[2:] if part in row}
        found.append(HumanJudgement(criterion=row["criterion"], verdict=verdict, **words))
    return tuple(found)


def sources_text(sources: Sequence[Reference]) -> str:
    """Return sources as `sources_of` reads them."""
    return rows_of([getattr(source, part) or "" for part in SOURCE] for source in sources)


def judgements_text(judgements: Sequence[HumanJudgement]) -> str:
    """Return judgements as `judgements_of` reads them."""
    return rows_of([getattr(judgement, part) or "" for part in JUDGEMENT] for judgement in judgements)


def _rows(text: str, parts: tuple[str, ...], required: int) -> list[dict[str, str]] | Fault:
    """Return the parts of each line by their names, the empty ones left out."""
    rows = []
    for line in parts_of(text):
        row = {part: found for part, found in zip(parts, line, strict=False) if found}
        missing = [part for part in parts[:required] if part not in row]
        if len(line) > len(parts) or missing:
            what = f"a line lacks {', '.join(missing)}" if missing else f"a line has {len(line)} parts"
            form = " | ".join(part if number < required else f"({part})" for number, part in enumerate(parts))
            return Fault("bad-line", what, f"write one entry a line: {form}; a stroke within a part as \\|")
        rows.append(row)
    return rows
