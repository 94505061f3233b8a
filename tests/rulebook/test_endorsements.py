"""The ledger of endorsements proves which bytes were signed, and says whether those who voted are a balanced panel."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from fidelity.cli.main import cli
from fidelity.errors import RulesUnsound
from fidelity.model.digest import digest_of
from fidelity.read.rules import load_library
from fidelity.rulebook.publishing.endorsements import PROVES, Panel, panels_of
from rulebook.rules_to_change import TWO, replaced, write_rules

METHODOLOGIST = {"body": "A", "role": "methodologist", "specialty": "epidemiology", "vote": "for", "interests": "none"}
CLINICIAN = {"body": "B", "role": "clinician", "specialty": "radiology", "vote": "against", "interests": "royalties"}


def signed(folder: Path, *entries: dict[str, str], **more: str) -> Path:
    """Return a rules folder whose one rule set was signed as it stands, before more files were changed."""
    draft = load_library(write_rules(folder))
    common = {"ruleset": "lumbar-rf@1.0.0", "hash": digest_of(draft.rulesets[0], draft.codebook), "date": "2026-01-31"}
    ledger = yaml.safe_dump({"endorsements": [common | entry for entry in entries]})
    return write_rules(folder, **{"ENDORSEMENTS.yaml": ledger}, **more)


def panel(folder: Path, *entries: dict[str, str]) -> Panel:
    (found,) = panels_of(load_library(signed(folder, *entries)))
    return found


def test_the_shipped_ledger_is_empty() -> None:
    text = (Path(__file__).parents[2] / "rules" / "ENDORSEMENTS.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == {"endorsements": []}
    assert text.startswith("#")


def test_methodologists_and_clinicians_of_several_specialties_are_a_balanced_panel(tmp_path: Path) -> None:
    found = panel(tmp_path / "rules", METHODOLOGIST, CLINICIAN)
    assert found.balanced
    assert found.votes == {"for": 1, "against": 1, "abstained": 0}


@pytest.mark.parametrize(
    ("entries", "lacking"),
    [
        ([METHODOLOGIST], ("no clinician", "fewer than two specialties")),
        ([CLINICIAN, CLINICIAN | {"specialty": "Anaesthesia"}], ("no methodologist",)),
        (
            [METHODOLOGIST | {"specialty": "Pain medicine"}, CLINICIAN | {"specialty": "pain  Medicine"}],
            ("fewer than two specialties",),
        ),
    ],
)
def test_what_a_panel_lacks_is_named(tmp_path: Path, entries: list[dict[str, str]], lacking: tuple[str, ...]) -> None:
    found = panel(tmp_path / "rules", *entries)
    assert found.lacking == lacking
    assert not found.balanced


def test_an_endorsement_of_other_bytes_is_refused(tmp_path: Path) -> None:
    changed = {"lumbar-rf|1.0.0.yaml": replaced(TWO, ("at_least: 120", "at_least: 121"))}
    rules = signed(tmp_path / "rules", METHODOLOGIST, **changed)
    with pytest.raises(RulesUnsound) as raised:
        load_library(rules)
    (problem,) = raised.value.problems
    assert problem.code == "other-bytes-signed"
    assert str(problem.place).startswith(f"{rules}/ENDORSEMENTS.yaml:")
    assert problem.what.startswith("A signed other bytes of lumbar-rf@1.0.0: the hash that was signed begins ")
    assert "ask for a signature of this version" in problem.remedy


def test_an_endorsement_in_other_line_endings_stays_good(tmp_path: Path) -> None:
    rules = signed(tmp_path / "rules", METHODOLOGIST, **{"lumbar-rf|1.0.0.yaml": TWO.replace("\n", "\r\n")})
    assert len(load_library(rules).endorsements) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"hash": "a1b2"}, "'a1b2' is no hash"),
        ({"ruleset": "lumbar-rf"}, "'lumbar-rf' names no version of a rule set; write <id>@<version>"),
        ({"ruleset": "lumbar-rf@9.0.0"}, "there is no rule set lumbar-rf@9.0.0; did you mean 'lumbar-rf@1.0.0'?"),
        ({"role": "lawyer"}, "'lawyer' is none of the words that belong here"),
        ({"vote": "maybe"}, "use one of for, against, abstained"),
    ],
)
def test_a_wrong_entry_is_named_with_its_place(tmp_path: Path, change: dict[str, str], said: str) -> None:
    rules = signed(tmp_path / "rules", METHODOLOGIST | change)
    with pytest.raises(RulesUnsound) as raised:
        load_library(rules)
    assert said in str(raised.value)
    assert "ENDORSEMENTS.yaml:" in str(raised.value)


def test_the_report_names_the_hash_the_votes_and_what_the_ledger_does_not_prove(tmp_path: Path) -> None:
    rules = signed(tmp_path / "rules", METHODOLOGIST | {"name": "C. D."}, CLINICIAN)
    done = CliRunner().invoke(cli, ["rules", "endorsements", "lumbar-rf", "--rules", str(rules)])
    assert done.exit_code == 0, done.output
    draft = load_library(rules)
    for words in (
        f"hash to sign: {digest_of(draft.rulesets[0], draft.codebook)}",
        "for: A (C. D.), methodologist, epidemiology, 2026-01-31; interests: none",
        "against: B, clinician, radiology, 2026-01-31; interests: royalties",
        "1 for, 1 against, 0 abstained; a balanced panel",
        PROVES,
    ):
        assert words in done.output
    assert "does not prove who signed" in PROVES


def test_a_rule_set_that_nobody_signed_says_so(tmp_path: Path) -> None:
    rules = write_rules(tmp_path / "rules")
    done = CliRunner().invoke(cli, ["rules", "endorsements", "--rules", str(rules)])
    assert "nobody has signed it" in done.output
    done = CliRunner().invoke(cli, ["rules", "endorsements", "lumber-rf", "--rules", str(rules)])
    assert done.exit_code == 2
    assert "did you mean 'lumbar-rf'?" in done.output
