"""A small sound rules folder on disk that a test changes, publishes and compares."""

from __future__ import annotations

from pathlib import Path

from read.rules_folder import FILES, RULES

TWO = RULES.replace("title: The tip was hot.", "title: The tip was heated to 80 °C or more.") + (
    """  - id: long
    title: The lesion lasted two minutes or more.
    domain: dose
    level: major
    level_because: Short lesions are small.
    met_when: {field: lesion_duration, at_least: 120}
    partly_met_when: {field: lesion_duration, at_least: 90}
    sources: [{document: paper, section: "2", evidence: secondary}]
  - id: seen
    title: The needle was placed under fluoroscopy or CT.
    domain: guidance
    level: critical
    met_when: {field: image_guidance, one_of: [x_ray]}
    sources: [{document: paper, section: "3", evidence: read}]
"""
)
"""Three criteria, of which one has a floor and one names a group of the codebook."""


def write_rules(folder: Path, **changed: str) -> Path:
    """Write the folder with some files changed or added; `|` in a name stands for `/`."""
    files = FILES | {"lumbar-rf/1.0.0.yaml": TWO} | {name.replace("|", "/"): text for name, text in changed.items()}
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return folder


def replaced(text: str, *changes: tuple[str, str]) -> str:
    """Return a text with changes, each of which is there to be made once."""
    for old, new in changes:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return text
