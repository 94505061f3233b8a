"""Study records with anything in them that a record can hold, for tests that write and read them back."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook, Field
from fidelity.model.study import BIBLIOGRAPHIC, Arm, Evidence, HumanJudgement, Observation, Procedure, Reference, Study
from fidelity.model.words import BASES, DESIGNS, ROLES, VERDICT_WORDS, fold
from fidelity.read.quantities import observe
from fidelity.read.vocabulary import STATUS_TEXTS

_AWKWARD = (
    "=1+1", "+ve", "-", "- 5", "@home", "'", "'=x", "''-x", "#note", "no", "NULL", "~", "null", "080", "1e3", "1_000",
    "2010-05-01", "10-12", "12:30", "0x1F", "NA", "a|b", "a \\| b", "a\\", "\\n", "one\ntwo", "one\r\ntwo",
    "one\n\n two", "a; b", 'say "yes"', "a, b", "a\tb", "- item", "key: value", "# no comment", "&anchor",
    "*alias", "!tag", "%", "`", "{a: b}",
    "[1, 2]", "? x", "> 80", "| x", "…", "\u00e9\u4e2d\U0001f600", "a\u2028b", "a\u0085b", "_x000D_",
    "_x0041_", "\u202etfel", "&lt;", "<b>", "]]>", "studies:", "---", "...",
)  # fmt: skip
_SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffe\uffff")
TEXTS = st.one_of(
    st.sampled_from(_AWKWARD), st.text(st.one_of(_SIGNS, st.sampled_from(" \n|;\\'\"=,:#-")), max_size=12)
)
SOME = TEXTS.filter(lambda text: text.strip() != "")
NAMES = SOME.filter(lambda text: fold(text) not in STATUS_TEXTS)
"""Tables refuse a word for what is not known as the name of a study or an arm."""
MAYBE = st.none() | SOME


def _values(field: Field) -> st.SearchStrategy[str]:
    words = ["NR", "unclear", "not applicable", "not extracted"]
    if field.choices:
        names = [*field.choices, *(choice.label for choice in field.choices.values())]
        pair = st.lists(st.sampled_from(list(field.choices)), min_size=2, max_size=2, unique=True).map("; ".join)
        return st.sampled_from([*names, *words]) | pair
    if field.type == "date":
        return st.sampled_from(["2010", "2010-05", "2010-05-01", "2008 to 2010", *words])
    if field.range is not None:
        low, high = (int(end) for end in (max(field.range[0], 1), field.range[1]))
        whole = st.integers(low, high)
        return st.one_of(
            whole.map(str), whole.map(lambda n: f">= {n}"), whole.map(lambda n: f"{n} {field.unit or ''}".strip()),
            whole.map(lambda n: f"{low} to {max(n, low + 1)}"), st.sampled_from(words),
        )  # fmt: skip
    return SOME | st.sampled_from(words)


@st.composite
def _observation(draw: Any, codebook: Codebook, name: str) -> Observation:
    field = codebook.fields[name]
    parts = {"value": draw(_values(field))}
    if draw(st.booleans()):
        parts["as_written"] = draw(SOME)
    if draw(st.booleans()):
        parts["basis"] = draw(st.sampled_from(BASES))
        parts["varies"] = draw(st.sampled_from(["yes", "no"]))
    if field.type == "checklist":
        parts["only"] = draw(st.sampled_from(["yes", "no"]))
    pieces = draw(st.lists(st.builds(Evidence, quote=MAYBE, place=MAYBE, reader=MAYBE), max_size=3))
    found = observe(field, codebook, parts, evidence=pieces)
    if isinstance(found, Fault):
        found = observe(field, codebook, {"value": "NR"}, evidence=pieces)
    assert isinstance(found, Observation)
    return found


@st.composite
def _observations(draw: Any, codebook: Codebook) -> dict[str, Observation]:
    names = draw(st.lists(st.sampled_from(list(codebook.fields)), max_size=3, unique=True))
    return {name: draw(_observation(codebook, name)) for name in names}


def _ids(draw: Any, most: int) -> list[str]:
    found: list[str] = draw(
        st.lists(NAMES.map(str.strip), min_size=1, max_size=most, unique_by=lambda text: " ".join(text.split()))
    )
    return found


@st.composite
def studies(draw: Any, codebook: Codebook) -> list[Study]:
    """Return one or two studies, their facts at any level."""
    made = []
    for name in _ids(draw, 2):
        arms = []
        for arm in _ids(draw, 2):
            procedures = tuple(
                Procedure(
                    id=procedure,
                    label=draw(MAYBE),
                    role=draw(st.none() | st.sampled_from(ROLES)),
                    main=number == 0 and draw(st.booleans()),
                    observations=draw(_observations(codebook)),
                )
                for number, procedure in enumerate(_ids(draw, 2))
            )
            arms.append(
                Arm(
                    id=arm,
                    label=draw(SOME),
                    role=draw(st.sampled_from(ROLES)),
                    n=draw(MAYBE),
                    note=draw(MAYBE),
                    observations=draw(_observations(codebook)),
                    procedures=procedures,
                )
            )
        known = [procedure.id for arm in arms for procedure in arm.procedures]
        judgement = st.builds(
            HumanJudgement,
            criterion=SOME,
            verdict=st.sampled_from(VERDICT_WORDS),
            reason=SOME,
            who=SOME,
            when=SOME,
            procedure=st.none() | st.sampled_from(known),
        )
        made.append(
            Study(
                id=name,
                label=draw(SOME),
                **{word: draw(MAYBE) for word in BIBLIOGRAPHIC},
                design=draw(st.sampled_from(DESIGNS)),
                design_words=draw(MAYBE),
                n=draw(MAYBE),
                unstated=draw(st.sampled_from(["not_extracted", "not_reported"])),
                design_factors=tuple(draw(st.lists(st.sampled_from(list(codebook.fields)), max_size=2, unique=True))),
                sources=tuple(draw(st.lists(st.builds(Reference, kind=SOME, name=MAYBE, address=MAYBE), max_size=2))),
                cautions=tuple(draw(st.lists(SOME, max_size=2))),
                confidence=draw(MAYBE),
                observations=draw(_observations(codebook)),
                arms=tuple(arms),
                judgements=tuple(draw(st.lists(judgement, max_size=2))),
            )
        )
    return made
