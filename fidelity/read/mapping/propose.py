"""A mapping for new files: what the codebook's own names make certain, and questions about all else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as member
from pathlib import PurePath

from fidelity.model.codebook import Codebook
from fidelity.model.mapping import Blocks, Column, MappingFile, Table
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Book
from fidelity.read.layout.tables import find_tables
from fidelity.read.mapping.columns import Columns, Proposed
from fidelity.read.mapping.coverage import outlined
from fidelity.read.mapping.maker import Maker
from fidelity.read.mapping.meanings import Names
from fidelity.read.mapping.proposal import Proposal, Question, TableProposal
from fidelity.read.mapping.questions import Asking, quoted
from fidelity.read.mapping.relating import Drafted, related
from fidelity.read.shapes.block_names import propose_blocks
from fidelity.read.shapes.blocks import BLOCK, melt
from fidelity.read.shapes.joining import stack
from fidelity.read.shapes.recognise import Shape, recognise


@dataclass(frozen=True, slots=True)
class Source:
    """A table as it was found: in which files and sheets it stands, and how it is built."""

    flat: Flat
    files: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    study_sheets: bool = False
    blocks: Blocks | None = None
    title: str | None = None
    """What stands above the table, where its sheet holds several."""
    identity: Mapping[str, str] = member(default_factory=dict)
    """Columns of the tool that wrote the file, with the identity name that each feeds."""
    ignored: Mapping[str, str] = member(default_factory=dict)
    """Columns of the tool that are not read, each with the reason."""
    plain: Mapping[str, str] = member(default_factory=dict)
    """What a column is called without what the tool added to its name."""


def propose(books: Iterable[Book], codebook: Codebook) -> Proposal:
    """Return the mapping that some files call for, with what is certain confirmed and all else as questions."""
    files = list(books)
    several = len(files) > 1
    shape = recognise(files)
    sources = [_of_shape(shape, flat, several=several) for flat in shape.flats] if shape is not None else []
    told = {(place.source, place.sheet) for source in sources for place in source.flat.headings}
    for book in files:
        names = (PurePath(book.source).name,) if several else ()
        for grid in book.grids:
            if (grid.source, grid.sheet) in told or grid.hidden or _beside_studies(shape, book):
                continue
            sheets = (grid.sheet,) if grid.sheet is not None else ()
            tables = [flat for flat in find_tables(grid) if flat.header and flat.cells.height]
            titled = len(tables) > 1
            sources += [
                _melted(Source(flat, names, sheets, title=(flat.title or None) if titled else None)) for flat in tables
            ]
    return propose_tables(_grouped(sources), codebook)


def propose_tables(sources: Sequence[Source], codebook: Codebook) -> Proposal:
    """Return the mapping that some tables call for; each is one table of it, or left out where it names no study."""
    names = Names.of(codebook)
    drafts: list[Drafted] = []
    beside: list[Question] = []
    for source in sources:
        proposed = Columns(source.flat, names, source.identity, source.ignored, source.plain).proposed()
        table = _table(source, proposed, {draft.table.name for draft in drafts})
        if table is None or not _is_of_studies(table):
            others = (other for other in sources if other is not source)
            beside.append(left_out(source, beside_others=any(_shares_sheet(source, other) for other in others)))
            continue
        drafts.append(Drafted(table, source.flat, proposed))
    if not drafts:
        return Proposal(None, (), tuple(replace(question, stops=True) for question in beside))
    drafts, asked = related(drafts)
    mapping = MappingFile(codebook=codebook.version, tables=tuple(draft.table for draft in drafts))
    tables = tuple(_proposal(mapping, draft, codebook) for draft in drafts)
    return outlined(Proposal(mapping, tables, (*beside, *asked)), codebook)


def _beside_studies(shape: Shape | None, book: Book) -> bool:
    """Whether a book has a sheet for each study: its other sheets are older versions, or lists."""
    if shape is None or shape.kind not in ("covidence_study_sheets", "study_sheets"):
        return False
    return any(place.source == book.source for flat in shape.flats for place in flat.headings)


def _of_shape(shape: Shape, flat: Flat, *, several: bool) -> Source:
    """Return a table of an export, with what is known of the columns of its tool."""
    files = dict.fromkeys(PurePath(place.source).name for place in flat.headings)
    sheets = dict.fromkeys(place.sheet for place in flat.headings if place.sheet is not None)
    of_studies = shape.kind in ("covidence_study_sheets", "study_sheets")
    source = Source(
        flat,
        tuple(files) if several else (),
        () if of_studies else tuple(sheets),
        of_studies,
        identity=shape.identity,
        ignored=shape.ignored,
        plain=shape.plain,
    )
    return source if of_studies else _melted(source)


def _melted(source: Source) -> Source:
    """Return a table with a row for each block, where columns repeat for each arm or procedure."""
    blocks = propose_blocks(source.flat.header)
    if blocks is None:
        return source
    flat = melt(source.flat, blocks)
    return replace(source, flat=flat, blocks=blocks) if isinstance(flat, Flat) else source


def _grouped(sources: Sequence[Source]) -> list[Source]:
    """Return tables of the same header as one, which several files or sheets hold."""
    groups: dict[tuple[str, ...], list[Source]] = {}
    for source in sources:
        key = (*(fold_header(name) for name in source.flat.header), str(source.study_sheets))
        groups.setdefault(key, []).append(source)
    return [_stacked(group) for group in groups.values()]


def _stacked(group: Sequence[Source]) -> Source:
    whole = stack([source.flat for source in group]) if len(group) > 1 else group[0].flat
    return replace(
        group[0],
        flat=whole if isinstance(whole, Flat) else group[0].flat,
        files=tuple(dict.fromkeys(file for source in group for file in source.files)),
        sheets=tuple(dict.fromkeys(sheet for source in group for sheet in source.sheets)),
    )


def _table(source: Source, proposed: Sequence[Proposed], taken: set[str]) -> Table | None:
    entries = [one.entry for one in proposed]
    if BLOCK in source.flat.header and (source.blocks is not None or source.study_sheets):
        entries = [entry for entry in entries if entry.reads != (BLOCK,)]
        if not any(entry.confirmed and entry.feeds == "arm" for entry in entries):
            entries.append(_of_block(source))
    if not entries:
        return None
    stem = source.sheets[0] if source.sheets else PurePath(source.flat.headings[0].source).stem
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem} {number}", number + 1
    return Table(
        name=name,
        files=source.files,
        sheets=source.sheets,
        title=source.title,
        form="study_sheets" if source.study_sheets else "rows",
        blocks=source.blocks,
        columns=tuple(entries),
    )


def _of_block(source: Source) -> Column:
    feeds = "arm" if source.blocks is None else source.blocks.feeds
    at = source.flat.header.index(BLOCK)
    titles = source.flat.cells[str(at)].unique(maintain_order=True).to_list()
    because = f"columns repeat for each of {', '.join(map(str, titles[:6]))}: each becomes a row"
    return Column(reads=(BLOCK,), feeds=feeds, confirmed=False, because=because)


def _is_of_studies(table: Table) -> bool:
    """Whether a table names studies, or has at least two columns that are certain."""
    fed = [entry for entry in table.columns if entry.feeds is not None]
    return any(entry.feeds == "study" for entry in fed) or sum(entry.confirmed for entry in fed) > 1


def _shares_sheet(one: Source, other: Source) -> bool:
    first, second = one.flat.headings[0], other.flat.headings[0]
    return (first.source, first.sheet) == (second.source, second.sheet)


def sheet_names(flat: Flat) -> tuple[str, ...]:
    """Return the name of the sheet in which a table stands; none for a file that has no sheets."""
    sheet = flat.headings[0].sheet
    return () if sheet is None else (sheet,)


def left_out(source: Source, *, beside_others: bool) -> Question:
    """Return the question about a table that names no study: why it is not read; nothing waits for the answer."""
    flat = source.flat
    what = f"{flat.name} names no study, and is left out"
    sheet = source.sheets[0] if source.sheets else flat.name
    if beside_others:
        remedy = "say below `tables` that it is not read, and why"
        return Question("table", flat.name, "", flat.headings[0], what, remedy, _set_aside(source), stops=False)
    lines = ("ignored_sheets:", f'  "{sheet}": holds no table of studies')
    return Question(
        "table", flat.name, "", flat.headings[0], what, "say in `ignored_sheets` why it is not read", lines, stops=False
    )


def _set_aside(source: Source) -> tuple[str, ...]:
    """Return the lines of a mapping that set one of several tables of a sheet aside: by its title, or its columns."""
    title = source.flat.title
    filled = [name.strip() for name in source.flat.header if name.strip()]
    return (
        f"  - name: {quoted(title or filled[0] if filled else source.flat.name)}",
        *((f"    sheets: [{quoted(source.sheets[0])}]",) if source.sheets else ()),
        *((f"    title: {quoted(title)}",) if title else ()),
        "    ignored: holds no table of studies",
        *(() if title else ("    columns:",)),
        *(
            line
            for name in (() if title else filled)
            for line in (f"      - reads: [{quoted(name)}]", "        ignored: no table of studies")
        ),
    )


def _proposal(mapping: MappingFile, draft: Drafted, codebook: Codebook) -> TableProposal:
    maker = Maker(mapping, draft.table, codebook)
    questions = tuple(Asking(draft.table, draft.flat, draft.proposed, maker).questions())
    return TableProposal(draft.table, draft.flat, questions)
