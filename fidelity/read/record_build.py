"""A checked record becomes a study: only what the schema has let pass comes here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from fidelity.errors import Fault
from fidelity.model.study import Arm, HumanJudgement, Observation, Procedure, Reference, Report, Study
from fidelity.model.words import DESIGNS, ROLES, VERDICT_WORDS
from fidelity.read.positions import Data, Path
from fidelity.read.record_origin import Row
from fidelity.read.record_schema import UNSTATED
from fidelity.read.report_rows import report_of
from fidelity.read.vocabulary import one_word, yes_or_no

Entry = dict[str, Any]

_BUILT: Final = frozenset({"observations", "arms", "judgements", "sources", "report"})


def procedures_of(study: Entry, path: Path) -> Iterator[tuple[Entry, Entry, Path]]:
    """Yield each procedure with its arm and its path; an arm that lists none is itself its only procedure."""
    arms = study.get("arms")
    for number, arm in enumerate(arms if isinstance(arms, list) else ()):
        at = (*path, "arms", number)
        if not isinstance(arm, dict):
            continue
        procedures = arm.get("procedures")
        if not isinstance(procedures, list) or not procedures:
            yield arm, {key: arm[key] for key in ("id",) if key in arm}, at
            continue
        for order, procedure in enumerate(procedures):
            if isinstance(procedure, dict):
                yield arm, procedure, (*at, "procedures", order)


def holders_of(study: Entry, path: Path) -> Iterator[tuple[Entry, Path]]:
    """Yield what may hold observations: the study, each arm, each procedure."""
    yield study, path
    for number, arm in enumerate(study["arms"]):
        yield arm, (*path, "arms", number)
        for order, procedure in enumerate(arm.get("procedures", ())):
            yield procedure, (*path, "arms", number, "procedures", order)


def name_of(entry: Data, otherwise: str) -> str:
    """Return the id of an entry, or what else to call it."""
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) and name else otherwise


def build_study(entry: Entry, path: Path, observed: Mapping[Path, Observation], refused: frozenset[Path]) -> list[Row]:
    """Return the procedures of a study that are not refused, with the study that they make up."""
    kept = [(procedure, at) for _, procedure, at in procedures_of(entry, path) if at not in refused]
    arms: list[Arm] = []
    for number, arm in enumerate(entry["arms"]):
        place = (*path, "arms", number)
        procedures = tuple(_procedure(procedure, at, place, observed) for procedure, at in kept if at[:4] == place)
        if procedures:
            arms.append(_arm(arm, place, observed, procedures))
    if not arms:
        return []
    study = Study(
        **{"label": entry["id"], **_words(entry)},
        report=_report(entry.get("report")),
        sources=tuple(Reference(**source) for source in entry.get("sources", ())),
        observations=_observations(entry, path, observed),
        arms=tuple(arms),
        judgements=tuple(HumanJudgement(**_words(judgement)) for judgement in entry.get("judgements", ())),
    )
    return [Row(study, arm, procedure, at) for (arm, procedure), (_, at) in zip(study.rows(), kept, strict=True)]


def _report(entry: Entry | None) -> Report | None:
    if entry is None:
        return None
    found = report_of(entry["kind"], entry.get("name"))
    assert not isinstance(found, Fault), "the schema has checked this word"
    return found


def _arm(entry: Entry, path: Path, observed: Mapping[Path, Observation], procedures: tuple[Procedure, ...]) -> Arm:
    words = {"label": entry["id"], **_words(entry)}
    words.pop("procedures", None)
    return Arm(**words, observations=_observations(entry, path, observed), procedures=procedures)


def _procedure(entry: Entry, path: Path, arm: Path, observed: Mapping[Path, Observation]) -> Procedure:
    own = {} if path == arm else _observations(entry, path, observed)
    return Procedure(**_words(entry), observations=own)


def _observations(entry: Entry, path: Path, observed: Mapping[Path, Observation]) -> dict[str, Observation]:
    places = {name: (*path, "observations", name) for name in entry.get("observations", {})}
    return {name: observed[place] for name, place in places.items() if place in observed}


def _words(entry: Entry) -> Entry:
    """Return the plain keys of an entry, with the words of closed lists as the models spell them."""
    lists = {"role": ROLES, "design": DESIGNS, "unstated": UNSTATED, "verdict": VERDICT_WORDS}
    words: Entry = {}
    for key, value in entry.items():
        if key in lists:
            words[key] = one_word(key, value, lists[key])
            assert not isinstance(words[key], Fault), "the schema has checked this word"
        elif key == "main":
            words[key] = yes_or_no(key, value)
        elif key not in _BUILT:
            words[key] = value
    return words
