"""Whatever stands in a table, a mapping is proposed, written, read back, applied and compared without an exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.read.mapping.apply import apply
from fidelity.read.mapping.coverage import with_coverage
from fidelity.read.mapping.mend import compare
from fidelity.read.mapping.propose import propose
from fidelity.read.positions import parse
from fidelity.read.tables import read_sheet
from fidelity.write.coverage import as_json, as_text
from fidelity.write.mapping import render
from read.shapes.made import book, grid

_HEADERS = (
    st.sampled_from(["Study ID", "Author (year)", "Arm", "Treatment", "Role", "Temperature (C)", "Temp", "Duration"])
    | st.sampled_from(["Duration (min)", "Image guidance", "Views", "Gauge", "Year", "#own", "", "Notes", "Report"])
    | st.sampled_from(["Arm 1 Volume", "Arm 2 Volume", "block", "Lesions per nerve", "Details", "Design", "Char: x"])
    | st.sampled_from(["Covidence #", "Reviewer Name", "lesion_duration.status"])
)
_CELLS = (
    st.sampled_from(["", " ", "T", "U", "active", "sham", "Placebo", "80", "80 C", "2 x 60 s", "0,5", "1.200", "NR"])
    | st.sampled_from(["-", "n/a", "99", "CT; fluoro", "ap+lateral", "18G/20G", "\u00a0x", "2024-10-12", "Total"])
    | st.sampled_from(["#REF!", "Consensus", "registry", "yes: no"])
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
)


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[str, ...]]:
    header = draw(st.lists(_HEADERS, min_size=1, max_size=8))
    rows = draw(st.lists(st.tuples(*[_CELLS] * len(header)), min_size=1, max_size=6))
    return [tuple(header), *rows]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables(), decimal=st.sampled_from([None, "comma"]))
def test_no_table_is_too_odd(codebook: Codebook, rows: list[tuple[str, ...]], decimal: str | None) -> None:
    books = [book(grid(rows))]
    proposal = with_coverage(propose(books, codebook), codebook)
    as_text(proposal)
    as_json(proposal)
    if proposal.mapping is None:
        return
    written = render(proposal.mapping, proposal.all_questions)
    document, findings = parse(written, "made")
    assert not findings
    assert document is not None
    assert MappingFile.model_validate(document.data) == proposal.mapping
    yes = proposal.mapping.model_dump()
    for table in yes["tables"]:
        for column in table["columns"]:
            column["confirmed"] = True
    every = MappingFile.model_validate({**yes, "decimal": decimal})
    for mapping in (proposal.mapping, every):
        found = apply(mapping, books, codebook)
        for sheet in found.sheets:
            read_sheet(sheet, [], codebook, None)
        compare(mapping, books, codebook)
