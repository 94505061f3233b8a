"""A column that two entries read: one cell tells two facts, each in words of its own."""

from __future__ import annotations

from fidelity.model.codebook import Codebook
from fidelity.read.mapping.coverage import with_coverage
from fidelity.read.mapping.mend import compare
from read.mapping.made import applied, arms, column, mapping
from read.shapes.made import book, grid

RELIEF = {"reads": ["Relief"], "feeds": "block_relief_cutoff", "codes": {"not_extracted": ["good"]}}
WORDS = {"reads": ["Relief"], "feeds": "details", "codes": {"not_extracted": [">= 80 %"]}}
ROWS = arms("Relief", ">= 80 %", "good", "NR")


def test_each_entry_takes_what_is_its_own(codebook: Codebook) -> None:
    found = applied(mapping(RELIEF, WORDS), ROWS, codebook)
    assert not found.problems
    assert column(found.sheets[0], "block_relief_cutoff") == [">= 80 %", "not extracted", "NR"]
    assert column(found.sheets[0], "details") == ["not extracted", "good", "NR"]


def test_the_coverage_names_both_facts_and_counts_a_cell_that_both_read(codebook: Codebook) -> None:
    bare = {**RELIEF, "codes": {}}
    compared = compare(mapping(bare, WORDS), [book(grid(ROWS))], codebook)
    (table,) = with_coverage(compared.proposal, codebook).tables
    last = table.columns[-1]
    assert (last.feeds, last.filled, last.read) == ("block_relief_cutoff and details", 3, 2)
    assert [found.text for found in last.unreadable] == ["good"]


def test_what_a_mapping_says_of_each_entry_of_a_list_is_not_asked_again(codebook: Codebook) -> None:
    entry = {"reads": ["Seen"], "feeds": "image_guidance", "values": {"x": "fluoroscopy"}, "separator": "/"}
    rows = arms("Seen", "x/ct", "x", "9")
    known = compare(mapping({**entry, "codes": {"not_reported": ["9"]}}), [book(grid(rows))], codebook)
    assert not known.proposal.all_questions
    asked = compare(mapping(entry), [book(grid(rows))], codebook)
    assert [question.kind for question in asked.proposal.all_questions] == ["values"]
