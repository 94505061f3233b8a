"""How procedures of three shipped rule sets are done well or badly: the facts that a report would give of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from random import Random


@dataclass(frozen=True)
class Choice:
    """One fact: what is done where care is taken, what otherwise, and how easily it is done well (log odds)."""

    field: str
    well: tuple[str, ...]
    badly: tuple[str, ...]
    ease: float
    only_if: tuple[str, str] | None = None
    """The fact and its value without which this one does not arise."""


@dataclass(frozen=True)
class Technique:
    """One treatment of a synthetic network: its arm, its name in the outcome table, its scope and its facts."""

    arm: str
    name: str
    scope: dict[str, str]
    choices: tuple[Choice, ...]

    def performed(self, quality: float, random: Random) -> tuple[dict[str, str], frozenset[str]]:
        """Return the facts of one procedure of a given quality (log odds), and the fields done badly."""
        facts: dict[str, str] = {}
        bad: set[str] = set()
        for choice in self.choices:
            if choice.only_if is not None and facts.get(choice.only_if[0]) != choice.only_if[1]:
                continue
            well = random.random() < 1 / (1 + exp(-quality - choice.ease))
            facts[choice.field] = random.choice(choice.well if well else choice.badly)
            if not well:
                bad.add(choice.field)
        return facts, frozenset(bad)


_IMAGE = Choice("image_guidance", ("fluoroscopy", "ct"), ("landmarks", "ultrasound"), 2.2)

NEUROTOMY = Technique(
    "neurotomy",
    "Neurotomy",
    {"region": "lumbar", "target": "medial_branch", "modality": "conventional_rf"},
    (
        Choice("image_guidance", ("fluoroscopy", "ct"), ("landmarks", "ultrasound"), 3.5),
        Choice("electrode_orientation", ("parallel", "near_parallel"), ("perpendicular", "oblique_unspecified"), 1.6),
        Choice("electrode_gauge", ("16 G", "18 G"), ("20 G", "22 G"), 1.5),
        Choice("lesions_per_nerve", ("2", "3"), ("1",), 0.8),
        Choice("sensory_stimulation", ("yes",), ("no",), 1.2),
        Choice("lesion_temperature", ("80 °C", "85 °C", "90 °C"), ("95 °C", "75 °C"), 2.0),
        Choice("lesion_duration", ("120 s", "150 s"), ("90 s", "60 s"), 1.2),
        Choice("fluid_preinjection", ("yes",), ("no",), -1.0),
        Choice("bipolar_lesion", ("yes",), ("no",), -2.0),
        Choice("electrode_type", ("multitined",), ("straight", "curved"), -2.0),
    ),
)

_INJECTION = {"region": "lumbar", "modality": "injection", "target": "epidural_space", "injectate": "steroid"}

TRANSFORAMINAL = Technique(
    "transforaminal",
    "Transforaminal steroid",
    {**_INJECTION, "epidural_route": "transforaminal"},
    (
        _IMAGE,
        Choice("contrast", ("given",), ("omitted",), 1.0),
        Choice("contrast_spread", ("at_target",), ("not_at_target", "not_assessed"), 1.0, ("contrast", "given")),
    ),
)

CAUDAL = Technique(
    "caudal",
    "Caudal steroid",
    {**_INJECTION, "epidural_route": "caudal"},
    (_IMAGE, Choice("contrast", ("given",), ("omitted",), 0.3)),
)

TECHNIQUES = {technique.arm: technique for technique in (NEUROTOMY, TRANSFORAMINAL, CAUDAL)}

RULE_SETS = ("multisociety-lumbar-medial-branch-rf", "multisociety-lumbar-tfesi", "multisociety-caudal-esi")
"""The rule sets that cover delivery of these techniques."""
