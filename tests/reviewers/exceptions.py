"""What a human sees in these files and no mapping can say: few facts, each with the reason why the reader differs."""

from __future__ import annotations

from typing import Final

from reviewers.reading import Key, Said

GREY: Final = "the cell is empty and grey, which a note beneath the table explains; colours are not read"
YELLOW: Final = "the cell is yellow: the fact is an author's reply; colours are not read"


def _key(study: str, arm: str) -> Key:
    return study, arm, arm


_AUTHORS = ("block_number", "block_relief_measure", "block_relief_cutoff", "block_target_matches")
_HANDMADE: Final[dict[tuple[Key, str], str]] = {
    (_key("Halvorsen (2007)", "Sham"), "lesion_temperature"): GREY,
    (_key("Halvorsen (2007)", "Sham"), "lesion_duration"): GREY,
    (_key("Petrov (2010)", "Thermal"), "block_target_matches"): GREY,
    (_key("Petrov (2010)", "Pulsed"), "block_target_matches"): GREY,
    (_key("Quigley (2013)", "RF"), "fluoroscopic_views"): GREY,
    (_key("Quigley (2013)", "Sham RF"), "fluoroscopic_views"): GREY,
    (_key("Schuster (2018)", "CT-guided"), "electrode_gauge"): GREY,
    (_key("Schuster (2018)", "Fluoroscopy"), "electrode_gauge"): GREY,
    **{(_key("Quigley (2013)", arm), field): YELLOW for arm in ("RF", "Sham RF") for field in _AUTHORS},
}
EXCEPTIONS: Final[dict[str, dict[tuple[Key, str], str]]] = {
    "06_handmade": _HANDMADE,
}


def as_the_reader_must(name: str, truth: dict[Key, Said]) -> dict[Key, Said]:
    """Return the truth of an extraction with its exceptions as the reader, which sees texts only, has to take them."""
    changed = {key: dict(said) for key, said in truth.items()}
    for (key, field), why in EXCEPTIONS.get(name, {}).items():
        if why == GREY:
            assert changed[key].pop(field) == "not_reported, stated: None", f"{key} {field} is no exception any more"
        else:
            assert ", author_reply:" in changed[key][field], f"{key} {field} is no exception any more"
            changed[key][field] = changed[key][field].replace("author_reply", "stated")
    return changed
