"""The report says of every procedure what became of it and why, and asks for nothing from elsewhere.

The page is read with Python's own HTML parser, and held against the frames of the result and against the rule files.
"""

from __future__ import annotations

import copy
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from records import TRANSFORAMINAL, Record, arm, study
from rulebook.html_tree import Node, parsed

import fidelity
from fidelity.expecting import expect
from fidelity.explaining import Explanation, explain, explain_all
from fidelity.model.digest import digest_of
from fidelity.read.assumptions import load_assumption
from fidelity.read.rules import load_library
from fidelity.scoring.result import Scores
from fidelity.write.report import page_of, report_of

EXAMPLES = Path(__file__).parents[3] / "examples"
LIBRARY = load_library()
CAUDAL = {**TRANSFORAMINAL, "epidural_route": "caudal"}
QUOTED = {"value": "fluoroscopy", "evidence": [{"quote": "under C-arm control", "place": "p. 214", "reader": "AB"}]}


def some() -> list[Record]:
    """Studies that hold all that a report shows: quotes, judgements of people, gaps, shams, refused rows, signs."""
    judged = {
        "criterion": "image-guidance",
        "verdict": "not_met",
        "reason": "the C-arm was out of order",
        "who": "Dr Blom",
        "when": "2024-05-01",
    }
    told = {**CAUDAL, "image_guidance": QUOTED, "contrast": "given"}
    return [
        study("told", arm("steroid", told), arm("dummy", {"modality": "none"}, role="sham"), judgements=[judged]),
        study("silent", arm("a", CAUDAL), arm("b", CAUDAL, role="comparator")),
        study("gap", arm("muscle", {"region": "lumbar", "modality": "injection", "target": "muscle"})),
        study("wrong", arm("a", {**CAUDAL, "needle_gauge": "thick"})),
        study("<b>&", arm("<script>alert(1)</script>", CAUDAL)),
    ]


def scored(records: list[Record], **options: Any) -> Scores:
    return fidelity.score(copy.deepcopy(records), library=LIBRARY, **options)


def page(scores: Scores) -> Node:
    return parsed(page_of(report_of(scores, LIBRARY)))


@pytest.fixture(scope="module")
def examples() -> Scores:
    files = [EXAMPLES / "worked" / "radiofrequency.yaml", EXAMPLES / "worked" / "injections.yaml"]
    return fidelity.score(files, library=LIBRARY)


@pytest.fixture(scope="module")
def explained(examples: Scores) -> dict[str, tuple[Explanation, ...]]:
    return explain_all(examples)


@pytest.fixture(scope="module")
def written(examples: Scores) -> bytes:
    return page_of(report_of(examples, LIBRARY))


@pytest.fixture(scope="module")
def shown(written: bytes) -> Node:
    return parsed(written)


@pytest.fixture(scope="module")
def told_once() -> bytes:
    return page_of(report_of(scored(some()), LIBRARY))


@pytest.fixture(scope="module")
def told(told_once: bytes) -> Node:
    return parsed(told_once)


def part(node: Node, anchor: str) -> Node:
    return node.by_id()[anchor]


def procedures_named(node: Node, name: str) -> list[Node]:
    return [section for section in node.all("section") if any(h.text.startswith(name) for h in section.all("h4"))]


def test_every_study_has_a_heading_and_every_procedure_its_own_below_it(examples: Scores, shown: Node) -> None:
    articles = part(shown, "studies").all("article")
    ids = [next(code.text for code in article.all("code")) for article in articles]
    assert ids == examples.grades["study"].unique(maintain_order=True).to_list()
    counted = [len(article.all("h4")) for article in articles]
    assert counted == examples.grades.group_by("study", maintain_order=True).len()["len"].to_list()


def test_the_traffic_lights_hold_every_graded_procedure_with_its_concerns(examples: Scores, shown: Node) -> None:
    table = part(shown, "table-delivery")
    head = [cell.text for cell in table.all("thead")[0].all("th")]
    rows = [[cell.text for cell in row.all("th", "td")] for row in table.all("tbody")[0].all("tr")]
    graded = examples.grades.filter(examples.grades["status"] == "graded")
    assert len(rows) == graded.height
    order = {key: number for number, key in enumerate(graded.select("study", "arm", "procedure").rows())}
    concerns = examples.concerns.filter(examples.concerns["axis"] == "delivery")
    for study_, arm_, procedure, _, domain, concern, best, worst in concerns.iter_rows():
        if (study_, arm_, procedure) not in order:
            continue
        said = rows[order[study_, arm_, procedure]][head.index(domain.capitalize())]
        if (best, worst) == ("none", "critical"):
            assert said == "open"
        elif best == "–":
            assert said == "not asked"
        else:
            assert said == (concern or f"{best}–{worst}")


def test_every_link_leads_to_a_place_and_every_place_has_one_name(shown: Node, told: Node) -> None:
    for tree in (shown, told):
        names = [node.attributes["id"] for node in tree.walk() if "id" in node.attributes]
        assert len(names) == len(set(names))
        targets = [a.attributes["href"] for a in tree.all("a")]
        assert {target[1:] for target in targets if target.startswith("#")} <= set(names)
        assert all(target.startswith(("#", "https://")) for target in targets)


def test_headings_go_down_one_level_at_a_time(shown: Node, told: Node) -> None:
    for tree in (shown, told):
        levels = [int(node.tag[1]) for node in tree.all("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_named_columns_and_rows(shown: Node) -> None:
    for table in shown.all("table"):
        assert table.all("caption")[0].text
        assert all(th.attributes["scope"] == "col" for th in table.all("thead")[0].all("th"))
        assert all(row.all("th")[0].attributes["scope"] == "row" for row in table.all("tbody")[0].all("tr"))


def test_the_page_asks_for_nothing_from_elsewhere_and_runs_nothing(written: bytes) -> None:
    text = written.decode()
    assert not re.search(r"<(?:script|link|img|iframe|object|embed|base|form)\b|\bsrc=|@import|\bon\w+=", text)
    assert set(re.findall(r"url\(([^)]*)\)", text)) == set()


def test_a_criterion_says_its_judgement_its_evidence_and_leads_to_its_citation(told: Node) -> None:
    steroid = procedures_named(told, "Steroid")[0]
    guidance = next(li for li in steroid.all("li") if "under fluoroscopy" in li.text)
    assert "✓ met" in guidance.text
    assert "“under C-arm control” (p. 214, read by AB)" in guidance.text
    demand = part(told, guidance.all("a")[0].attributes["href"][1:])
    numbers = [a for a in demand.all("a") if a.attributes["href"].startswith("#d")]
    assert numbers
    rules = yaml.safe_load((EXAMPLES.parent / "rules/multisociety-caudal-esi/1.0.0.yaml").read_text(encoding="utf-8"))
    criterion = next(entry for entry in rules["criteria"] if entry["title"] in demand.text)
    cited = criterion["sources"][0]
    assert cited["section"] in demand.text
    assert rules["documents"][cited["document"]]["title"] in part(told, numbers[0].attributes["href"][1:]).text


def test_a_persons_judgement_stands_beside_the_computed_one_and_changes_no_grade(told: Node) -> None:
    guidance = next(li for li in procedures_named(told, "Steroid")[0].all("li") if "under fluoroscopy" in li.text)
    assert "✓ met" in guidance.text
    assert "Dr Blom judged this not met on 2024-05-01: The C-arm was out of order." in guidance.text
    without = [{key: value for key, value in record.items() if key != "judgements"} for record in some()]
    assert scored(some()).grades.equals(scored(without).grades)


def test_what_could_change_a_grade_is_what_explaining_finds(
    explained: dict[str, tuple[Explanation, ...]], shown: Node
) -> None:
    labels = {name: field.label for name, field in LIBRARY.codebook.fields.items()}
    for entries, article in zip(explained.values(), part(shown, "studies").all("article"), strict=True):
        text = article.text
        for explanation in entries:
            for outlook in explanation.outlooks:
                for fields in outlook.could_lower:
                    assert all(labels[field] in text for field in fields)


def test_procedures_without_a_grade_say_why_and_refused_rows_what_is_wrong(told: Node) -> None:
    assert "no rule set of multisociety covers this procedure" in part(told, "without").text
    assert "No grade." in procedures_named(told, "Muscle")[0].text
    assert "1 sham" in part(told, "without").text
    wrong = part(told, "files").text
    assert "Refused: 1 procedure" in wrong
    assert "thick" in wrong
    assert "Refused." in next(a for a in told.all("article") if a.all("h3")[0].text == "wrong").text


def test_arms_that_were_judged_alike_are_told_once(told: Node) -> None:
    (article,) = (a for a in told.all("article") if a.all("h3")[0].text == "Silent")
    first, second = (s for s in article.all("section"))
    assert first.all("details")
    assert not second.all("details")
    assert second.all("a")[0].attributes["href"] == f"#{first.attributes['id']}"


def test_what_people_wrote_is_text_and_never_markup(told: Node) -> None:
    assert not told.all("script")
    assert any("<Script>Alert(1)</Script>" in node.text for node in told.all("h4"))


def test_rule_sets_stand_with_version_state_and_the_hash_of_the_whole_file() -> None:
    scores = scored(some(), profile="medicare")
    standards = part(page(scores), "standards")
    used = {name for names in scores.judgements["ruleset"].unique() for name in names.split()}
    whole = {ruleset.reference: digest_of(ruleset, LIBRARY.codebook) for ruleset in LIBRARY.rulesets}
    assert used
    assert all(name in standards.text and whole[name] in standards.text for name in used)


def test_the_page_says_that_levels_and_scheme_are_the_projects_and_names_profile_clock_and_scheme(shown: Node) -> None:
    summary = part(shown, "summary").text
    assert "Their levels, the thresholds marked as this project's own, and the scheme" in summary
    assert "says nothing about how large its effect should be" in summary
    for words in ("multisociety", "domain-gated@1.0.0", "delivery: now, selection: now, safety: then"):
        assert words in summary


def test_the_same_studies_give_the_same_bytes(told_once: bytes) -> None:
    assert page_of(report_of(scored(some()), LIBRARY)) == told_once


def test_an_assumption_is_named_explained_and_applied_to_every_graded_procedure(examples: Scores) -> None:
    few = examples.of(examples.grades["study"].unique(maintain_order=True)[::6])
    expected = expect(few, load_assumption("independent", LIBRARY))
    tree = parsed(page_of(report_of(few, LIBRARY, expected)))
    section = part(tree, "unknowns")
    assert expected.assumption.reference in section.text
    assert "Warning:" in section.text
    rows = part(tree, "table-unknowns").all("tbody")[0].all("tr")
    chances = [[float(cell.text) for cell in row.all("td")[2:]] for row in rows]
    assert len(rows) == (few.grades["status"] == "graded").sum() > 5
    assert all(abs(sum(row) - 1) < 0.021 for row in chances)  # each of four is rounded to 0.01


def test_a_report_of_gaps_alone_stands() -> None:
    tree = page(scored(some()[2:3]))
    assert "No procedure has a grade on this axis." in part(tree, "lights").text
    assert not tree.all("svg")


def test_explaining_all_studies_at_once_says_what_explaining_each_says(
    examples: Scores, explained: dict[str, tuple[Explanation, ...]]
) -> None:
    assert list(explained) == examples.grades["study"].unique(maintain_order=True).to_list()
    for name in list(explained)[::8]:
        assert explained[name] == explain(examples, name)


def test_silence_that_means_otherwise_in_another_study_is_not_mixed_up() -> None:
    read = study("read", arm("a", CAUDAL), unstated="not_reported")
    scores = scored([study("unread", arm("a", CAUDAL)), read])
    together = explain_all(scores)
    assert together == {name: explain(scores, name) for name in ("unread", "read")}
    articles = part(page(scores), "studies").all("article")
    assert ["not extracted" in a.text for a in articles] == [True, False]
    assert ["not reported" in a.text for a in articles] == [False, True]
