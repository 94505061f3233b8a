"""Profiles are compared by what serves each domain of each named procedure; real studies show what moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from records import TRANSFORAMINAL, arm, study

from fidelity.cli.main import cli
from fidelity.model.ruleset import RuleSet
from fidelity.read.rules import Library, load_library
from fidelity.rulebook.cells.grid import Same
from fidelity.rulebook.diff.changes import Change, diff_of
from fidelity.rulebook.diff.diff import Side, moved_studies
from fidelity.rulebook.diff.meaning import Witness
from fidelity.rulebook.diff.moves import Move
from fidelity.rulebook.diff.profiles import diff_of_profiles, serving_by

TFESI, CAUDAL = "multisociety-lumbar-tfesi", "multisociety-caudal-esi"
TITLE = "lumbar transforaminal epidural steroid injection"


@pytest.fixture
def rival(copied_rules: Callable[[], Path]) -> Library:
    """The shipped rules with a profile that takes everything but the guidance of the transforaminal rule set."""
    rules = copied_rules()
    profile = yaml.load((rules / "profiles" / "multisociety.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    shipped = next(entry for entry in load_library(rules).rulesets if entry.id == TFESI)
    domains = [domain for domain in shipped.domains if domain != "guidance"]
    profile["rule_sets"] = [
        {"id": TFESI, "domains": domains} if name == TFESI else name for name in profile["rule_sets"]
    ]
    profile |= {"id": "rival", "title": "A rival reading"}
    (rules / "profiles" / "rival.yaml").write_text(yaml.safe_dump(profile), encoding="utf-8")
    return load_library(rules)


def test_a_profile_is_compared_domain_by_domain_for_each_named_procedure(rival: Library) -> None:
    found = diff_of_profiles((rival, rival.profiles["multisociety"]), (rival, rival.profiles["rival"]))
    (served,) = found.served
    assert served.domains == ("guidance",)
    assert TITLE in served.procedures
    assert (served.first.partition("@")[0], served.second, served.diff) == (TFESI, "nothing", None)
    assert found.details == ("title: What multi-society documents ask → A rival reading",)
    everywhere = len(serving_by(rival, rival.profiles["rival"]))
    assert found.alike == everywhere - len(served.procedures)


def test_a_profile_is_the_same_as_itself(rival: Library) -> None:
    profile = rival.profiles["multisociety"]
    assert diff_of_profiles((rival, profile), (rival, profile)).served == ()


def test_studies_move_where_a_level_moved(copied_rules: Callable[[], Path]) -> None:
    rules = copied_rules()
    before = load_library(rules)
    path = rules / TFESI / "1.0.0.yaml"
    text = path.read_text(encoding="utf-8")
    assert "level: critical" in text.partition("id: image-guidance")[2][:200]
    path.write_text(text.replace("level: critical", "level: minor", 1), encoding="utf-8")
    after = load_library(rules)
    blind = study("blind", arm("a", {**TRANSFORAMINAL, "image_guidance": "landmarks"}))
    seen = study("seen", arm("a", {**TRANSFORAMINAL, "image_guidance": "fluoroscopy"}))
    moves = moved_studies([blind, seen], Side("before", before), Side("after", after), "multisociety")
    (move,) = (move for move in moves.moves if move.axis == "delivery")
    assert isinstance(move, Move)
    assert (move.study, move.before) == ("blind", "poor")
    assert move.after != "poor"
    assert moves.stayed == 1


def test_two_versions_of_a_rule_set_stand_against_each_other_in_the_profile(copied_rules: Callable[[], Path]) -> None:
    rules = copied_rules()
    text = (rules / TFESI / "1.0.0.yaml").read_text(encoding="utf-8")
    newer = text.replace("version: 1.0.0", "version: 1.1.0", 1).replace("level: critical", "level: note", 1)
    (rules / TFESI / "1.1.0.yaml").write_text(newer, encoding="utf-8")
    record = study("blind", arm("a", {**TRANSFORAMINAL, "image_guidance": "landmarks"}))
    file = rules.parent / "study.yaml"
    file.write_text(yaml.safe_dump({"studies": [record]}), encoding="utf-8")
    words = ["rules", "diff", f"{TFESI}@1.0.0", f"{TFESI}@1.1.0", "--rules", str(rules), "--studies", str(file)]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    assert "RE-LEVELLED: image-guidance" in done.output
    assert "blind/a: delivery: poor → " in done.output


def ruleset_of(library: Library, name: str) -> RuleSet:
    return next(entry for entry in library.rulesets if entry.id == name)


def test_two_real_readings_differ_where_their_sentences_do() -> None:
    """Held against the sentences by hand: what guides, how much is injected, and how thick the needle is."""
    library = load_library()
    found = diff_of(ruleset_of(library, TFESI), ruleset_of(library, CAUDAL), (library.codebook, library.codebook))
    changes: dict[str, Change] = {change.shown.id: change for change in found.changes}
    witnesses = {name: change.meaning for name, change in changes.items() if isinstance(change.meaning, Witness)}
    # through the foramen ultrasound alone misses the demand; at the hiatus it is tolerated
    assert (witnesses["image-guidance"].first, witnesses["image-guidance"].second) == ("not_met", "partly_met")
    assert witnesses["image-guidance"].facts == (("Image guidance", "ultrasound alone"),)
    # 1 to 4 mL against 10 to 20 mL
    assert witnesses["injectate-volume"].facts == (("Injectate volume", "1 mL"),)
    assert (witnesses["injectate-volume"].first, witnesses["injectate-volume"].second) == ("met", "not_met")
    # 22 to 25 gauge against 20 to 22
    assert witnesses["needle-gauge"].facts == (("Needle gauge", "20 G"),)
    assert (witnesses["needle-gauge"].first, witnesses["needle-gauge"].second) == ("not_met", "met")
    # that contrast was given before the drug is asked of both, in other words: nothing can tell them apart
    assert isinstance(changes["contrast-excludes-vascular-flow"].meaning, Same | None)
