"""The book holds all that the rules and the features say, and a reader finds it, on the screen and in print.

Rules and features are read here as plain YAML and with Gherkin's own parser, and the page with Python's HTML parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from gherkin.parser import Parser

from fidelity.read.features import load_features
from fidelity.read.rules import load_library
from fidelity.rulebook.book.book import book_of
from fidelity.rulebook.book.page import page_of
from rulebook.html_tree import Node, parsed, rows_of

ROOT = Path(__file__).parents[2]
SENTENCE = "The criteria are the societies'; the levels and the scheme are this project's proposal."


def plain(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def plain_rule_sets() -> Iterator[dict[str, Any]]:
    yield from map(plain, sorted((ROOT / "rules").glob("*/[0-9]*.[0-9]*.[0-9]*.yaml")))


def said(words: str) -> str:
    return " ".join(words.split())


def example_tables() -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the title and the cells of every table of Examples."""
    for path in sorted((ROOT / "features").rglob("*.feature")):
        document: Any = Parser().parse(path.read_text(encoding="utf-8"))
        rules = [child["rule"] for child in document["feature"]["children"] if "rule" in child]
        for scenario in (child["scenario"] for rule in rules for child in rule["children"] if "scenario" in child):
            for table in scenario["examples"]:
                rows = [table["tableHeader"], *table["tableBody"]]
                yield (
                    said(table["name"] or scenario["name"]),
                    [[said(cell["value"]) for cell in row["cells"]] for row in rows],
                )


@pytest.fixture(scope="module")
def page() -> Node:
    return parsed(page_of(book_of(load_library(), load_features())))


def pages_of(page: Node) -> list[Node]:
    """The parts that begin a page of their own in print, and the rule sets within them."""
    (main,) = page.all("main")
    parts = [child for child in main.children if isinstance(child, Node)]
    return [*parts, *(node for part in parts for node in part.walk() if node.attributes.get("class") == "standard")]


def test_every_demand_stands_in_the_book_whole(page: Node) -> None:
    places = page.by_id()
    for ruleset in plain_rule_sets():
        for criterion in ruleset.get("criteria", ()):
            text = places[f"{ruleset['id']}@{ruleset['version']}/{criterion['id']}"].text
            whole = [criterion["title"], f"Level {criterion['level']}", criterion["domain"]]
            whole += [criterion[key] for key in ("level_because", "note") if key in criterion]
            whole += ["threshold_by: project"] if "threshold_by" in criterion else []
            refs = criterion.get("standard_ref", [])
            whole += [refs] if isinstance(refs, str) else refs
            assert [words for words in whole if said(words) not in text] == [], criterion["id"]


def test_every_source_stands_under_its_demand_with_section_strength_and_evidence(page: Node) -> None:
    places = page.by_id()
    for ruleset in plain_rule_sets():
        reference = f"{ruleset['id']}@{ruleset['version']}"
        citing = [(f"{reference}/{criterion['id']}", criterion) for criterion in ruleset.get("criteria", ())]
        citing += [(reference, ruleset["non_standard"])] if "non_standard" in ruleset else []
        for place, entry in citing:
            items = [item.text for item in places[place].all("li")]
            for source in entry["sources"]:
                words = [ruleset["documents"][source["document"]]["title"], source["section"]]
                words += [source["strength"]] if "strength" in source else []
                words += [f"{source['evidence'].capitalize()}:"]
                assert any(all(said(word) in item for word in words) for item in items), (place, words)


def test_every_dissent_stands_under_its_demand(page: Node) -> None:
    places = page.by_id()
    for ruleset in plain_rule_sets():
        reference = f"{ruleset['id']}@{ruleset['version']}"
        for criterion in ruleset.get("criteria", ()):
            for dissent in criterion.get("dissent", ()):
                words = f"{ruleset['documents'][dissent['document']]['title']}: {dissent['says']}"
                assert said(words) in places[f"{reference}/{criterion['id']}"].text


def test_every_technique_that_is_no_standard_one_stands_among_them_with_its_reason(page: Node) -> None:
    text = page.by_id()["techniques"].text
    for ruleset in (ruleset for ruleset in plain_rule_sets() if "non_standard" in ruleset):
        assert said(ruleset["non_standard"]["title"]) in text
        assert said(ruleset["non_standard"]["because"]) in text


def test_every_example_stands_in_the_book_with_a_tick_or_a_cross_and_words(page: Node) -> None:
    shown: dict[str, list[list[list[str]]]] = {}
    for table in page.all("table"):
        shown.setdefault(table.all("caption")[0].text, []).append(rows_of(table))
    for title, rows in example_tables():
        marked = [table for table in shown[title] if [row[:-1] for row in table] == rows]
        assert marked, title
        for table in marked:
            assert all(re.fullmatch("✓ the same|✗ disagrees: .+", row[-1]) for row in table[1:]), title


def test_every_domain_has_its_index_with_who_says_so_and_who_disagrees(page: Node) -> None:
    entries = {
        (name.removeprefix("subject-"), item.all("a")[0].attributes["href"]): item
        for name, node in page.by_id().items()
        if name.startswith("subject-")
        for listed in node.all("ul")
        if listed.attributes.get("class") == "plain asked"
        for item in listed.children
        if isinstance(item, Node)
    }
    for ruleset in plain_rule_sets():
        for criterion in ruleset.get("criteria", ()):
            anchor = f"#{ruleset['id']}@{ruleset['version']}/{criterion['id']}"
            entry = entries[criterion["domain"], anchor]
            assert "Who says so:" in entry.text
            assert "Who disagrees:" in entry.text
            for source in criterion["sources"]:
                title = ruleset["documents"][source["document"]]["title"]
                assert said(title) in entry.text
                assert f"{said(source['section'])} ({source['evidence']})" in entry.text


def test_every_named_procedure_is_in_the_index_of_procedures(page: Node) -> None:
    text = page.by_id()["procedures"].text.casefold()
    for procedure in plain(ROOT / "rules" / "procedures.yaml")["procedures"]:
        assert procedure["title"].casefold() in text


def test_every_line_of_the_scheme_stands_in_its_tables_with_its_reason(page: Node) -> None:
    text = page.by_id()["scheme"].text
    scheme = plain(ROOT / "rules" / "schemes" / "domain-gated" / "1.0.0.yaml")
    reasons = re.findall(r"'because': '([^']+)'", str(scheme))
    assert len(reasons) >= 5
    for words in (*reasons, *(line["meaning"] for line in (*scheme["concern"], *scheme["grade"]))):
        assert said(words) in text


def test_the_sentence_on_whose_proposal_it_is_stands_on_every_page(page: Node) -> None:
    for part in pages_of(page):
        assert SENTENCE in part.text, part.attributes.get("id")
    assert SENTENCE in page.all("header")[0].text
    assert SENTENCE in page.all("footer")[0].text


def test_the_sentence_stands_at_the_foot_of_every_printed_page(page: Node) -> None:
    (style,) = page.all("style")
    box = re.search(r'@page \{.*?@bottom-left \{ content: "(.*?)";', "".join(map(str, style.children)), re.DOTALL)
    assert box is not None
    assert re.sub(r"\\([0-9a-f]{6})", lambda sign: chr(int(sign[1], 16)), box[1]) == SENTENCE


def test_nothing_is_fetched_from_elsewhere_and_no_script_is_needed(page: Node) -> None:
    assert page.all("script", "link", "img", "iframe", "object", "embed", "video", "audio", "form", "base") == []
    assert not any("src" in node.attributes or "style" in node.attributes for node in page.walk())
    assert not any(name.startswith("on") for node in page.walk() for name in node.attributes)
    for style in page.all("style"):
        assert not re.search(r"url\(|@import|image-set|src:", "".join(map(str, style.children)))


def test_every_link_within_the_book_leads_somewhere_and_no_place_stands_twice(page: Node) -> None:
    ids = [node.attributes["id"] for node in page.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        where = link.attributes["href"]
        assert where[1:] in set(ids) if where.startswith("#") else where.startswith("https://"), where
        assert link.text


def test_a_reader_who_hears_the_page_finds_landmarks_headings_and_tables_with_names(page: Node) -> None:
    (document,) = page.all("html")
    assert document.attributes["lang"] == "en-GB"
    assert page.all("title")[0].text
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    skip = page.all("a")[0]
    assert page.by_id()[skip.attributes["href"][1:]].tag == "main"
    named = [node.attributes["aria-labelledby"] for node in page.all("section") if "aria-labelledby" in node.attributes]
    landmarks = [page.by_id()[name].text for name in named]
    assert 10 <= len(landmarks) == len(set(landmarks)) <= 20
    levels = [int(node.tag[1]) for node in page.walk() if re.fullmatch("h[1-6]", node.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in page.all("table"):
        assert len(table.all("caption")) == 1
        assert table.all("caption")[0].text
        assert all(cell.attributes["scope"] in ("col", "row") for cell in table.all("th"))
