"""What a rule set asks of a named procedure, as far as the facts that make the procedure what it is decide that."""

from __future__ import annotations

import fidelity
from fidelity.explaining.asked import covers, may_ask

LIBRARY = fidelity.load_library()


def asked(ruleset: str, procedure: str) -> set[str]:
    (found,) = (entry for entry in LIBRARY.rulesets if entry.reference == ruleset)
    (named,) = (entry for entry in LIBRARY.procedures.procedures if entry.id == procedure)
    assert covers(found, named, LIBRARY.codebook)
    return {criterion.id for criterion in found.criteria if may_ask(criterion, named, LIBRARY.codebook)}


def test_a_cooled_electrode_is_not_asked_for_the_heat_of_a_conventional_one() -> None:
    conventional = asked("multisociety-lumbar-medial-branch-rf@1.0.0", "lumbar-medial-branch-conventional-rf")
    cooled = asked("multisociety-lumbar-medial-branch-rf@1.0.0", "lumbar-medial-branch-cooled-rf")
    assert "tip-temperature-reached" in conventional - cooled
    assert "cooled-dose" in cooled - conventional
    assert "image-guidance" in cooled & conventional


def test_what_depends_on_what_was_done_may_be_asked() -> None:
    assert "epidurogram" in asked("multisociety-caudal-esi@1.0.0", "caudal-esi")
