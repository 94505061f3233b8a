"""A reviewer's mapping beside files that have changed: what has drifted, and the mapping mended with questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fidelity.errors import Fault, Problem, UsageError, did_you_mean, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import Column, MappingFile, Table
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Book
from fidelity.read.mapping.choosing import choose_tables
from fidelity.read.mapping.columns import Columns, Proposed
from fidelity.read.mapping.files import IGNORED, fault_of_target
from fidelity.read.mapping.fitting import counted, fit
from fidelity.read.mapping.maker import Maker
from fidelity.read.mapping.matching import Matched, differences, match_columns, name_of
from fidelity.read.mapping.meanings import NEAR, Names, likeness
from fidelity.read.mapping.proposal import Proposal, Question, TableProposal
from fidelity.read.mapping.propose import Source, left_out, sheet_names
from fidelity.read.mapping.questions import Asking
from fidelity.read.mapping.rewording import MEASURED, Reworded, Wording, key_of, reword
from fidelity.read.mapping.unread import sheet_of, unread_tables
from fidelity.read.quantities import parse


@dataclass(frozen=True, slots=True)
class Compared:
    """A mapping beside files: the difference, told both ways, and the mapping with what would mend it as questions."""

    drift: tuple[Problem, ...]
    proposal: Proposal

    @property
    def open(self) -> bool:
        """Whether anything has drifted or waits for an answer."""
        return bool(self.drift) or self.proposal.mapping is None or not self.proposal.certain


def compare(mapping: MappingFile, books: Iterable[Book], codebook: Codebook) -> Compared:
    """Return how files differ from what a mapping was made for, and the mapping mended, the reviewer's answers kept."""
    chosen = choose_tables(mapping, books)
    names = Names.of(codebook)
    left = unread_tables(mapping, chosen)
    drift: list[Problem] = [*chosen.problems, *left.problems]
    tables: list[Table] = []
    found: list[tuple[Table, Flat]] = []
    for table in mapping.tables:
        mended = table
        for flat in chosen.tables.get(table.name, ()):
            matched = match_columns(table, flat)
            for told in differences(table, flat, matched):
                drift += told
            mended = _mended(mended, flat, match_columns(mended, flat), names)
            found.append((table, flat))
        tables.append(mended)
    whole = mapping.model_copy(update={"tables": tuple(tables)})
    by_name = {table.name: table for table in tables}
    shown = tuple(_shown(whole, by_name[table.name], flat, names) for table, flat in found)
    sheets = {sheet_of(flat) for _, flat in found}
    noted = {note.place for note in left.notes if note.code == "unread-table"}
    beside = tuple(
        left_out(Source(flat, sheets=sheet_names(flat)), beside_others=sheet_of(flat) in sheets)
        for flat in chosen.left
        if flat.headings[0] in noted
    )
    return Compared(tuple(sort_problems(drift)), Proposal(whole, shown, beside))


def _mended(table: Table, flat: Flat, matched: Matched, names: Names) -> Table:
    """Return a table with the new name of each column that was renamed, and an entry for each new one, as questions."""
    spare = list(matched.unread)
    entries = list(table.columns)
    for entry in matched.missing:
        best = max(
            ((_alike(entry, flat, at, table, names), at) for at in spare),
            default=(("", 0.0), -1),
            key=lambda one: one[0][1],
        )
        (because, score), at = best
        if score < NEAR:
            continue
        spare.remove(at)
        new = name_of(flat, at)
        why = f"{entry.reads[0]!r} is gone, and {new!r} stands in {flat.headings[at].cell}: {because}"
        changed = {"reads": (new, *entry.reads), "confirmed": False, "because": why}
        entries[entries.index(entry)] = entry.model_copy(update=changed)
    known = {fold_header(name) for entry in entries for name in entry.reads}
    proposed = Columns(flat, names).proposed() if spare else ()
    more = [one.entry for one in proposed if one.at in spare and fold_header(one.entry.reads[0]) not in known]
    settled = {entry.reads: name_of(flat, at) for entry, at in matched.pairs if entry.confirmed}
    entries = [
        _asked_again(entry, settled[entry.reads], more, names) if entry.reads in settled else entry for entry in entries
    ]
    return table.model_copy(update={"columns": (*entries, *more)})


def _asked_again(entry: Column, name: str, new: Sequence[Column], names: Names) -> Column:
    """Return an entry as a question, if a new column may be what it feeds and its own name does not settle it."""
    rival = next((one for one in new if one.feeds is not None and one.feeds == entry.feeds), None)
    meant = names.meanings(name)
    if rival is None or entry.feeds not in names.codebook.fields or (meant and meant[0].certain):
        return entry
    why = f"{rival.reads[0]!r} is new, and may feed {entry.feeds}: does {name!r} still?"
    return entry.model_copy(update={"confirmed": False, "because": why})


def _alike(entry: Column, flat: Flat, at: int, table: Table, names: Names) -> tuple[str, float]:
    """Return what speaks for it that a column is the one of an entry under a new name, and how much."""
    new = name_of(flat, at)
    near = max(likeness(new, old) for old in entry.reads)
    reasons = [f"near name ({near:.2f})"] if near >= NEAR else []
    score = near
    if entry.feeds in {meaning.feeds for meaning in names.meanings(new)}:
        reasons.append(f"it may be {entry.feeds} by its name")
        score = max(score, NEAR + 0.1)
    if _follows_the_same(entry, flat, at, table):
        reasons.append("same position")
        score += 0.2
    field = names.codebook.fields.get(entry.feeds or "")
    if field is not None:
        found = fit(counted(flat.cells[str(at)]), field, names.codebook)
        known = {text.casefold() for text in entry.values}
        read = found.read + sum(number for text, number in found.unknown.items() if text.casefold() in known)
        if found.filled and read * 2 <= found.filled:
            return "", 0.0
        if found.filled:
            reasons.append(f"{read} of {found.filled} values can be read")
            score += 0.1 if field.type != "text" else 0
    return "; ".join(reasons), score


def _follows_the_same(entry: Column, flat: Flat, at: int, table: Table) -> bool:
    """Whether a column stands behind the one behind which an entry stands in the mapping."""
    order = [fold_header(other.reads[0]) for other in table.columns]
    place = order.index(fold_header(entry.reads[0]))
    return at > 0 and place > 0 and order[place - 1] == fold_header(flat.header[at - 1])


def _shown(mapping: MappingFile, table: Table, flat: Flat, names: Names) -> TableProposal:
    maker = Maker(mapping, table, names.codebook)
    matched = match_columns(table, flat)
    fitted = tuple(_weighed(entry, at, flat, maker) for entry, at in matched.pairs)
    questions: tuple[Question, ...] = tuple(Asking(table, flat, fitted, maker, new=False).questions())
    return TableProposal(table, flat, (*(_gone(table, entry, flat) for entry in matched.missing), *questions))


def _gone(table: Table, entry: Column, flat: Flat) -> Question:
    """Return the question what becomes of an entry whose column is gone, and that no other column is like."""
    what = f"{entry.reads[0]!r} is gone, and no new column is like it"
    remedy = "say `optional: yes` if it may be missing, or take the entry out"
    return Question("drift", table.name, entry.reads[0], flat.headings[0], what, remedy, ("optional: yes",))


def _weighed(entry: Column, at: int, flat: Flat, maker: Maker) -> Proposed:
    """Return an entry with how the values of its column suit the field; what the mapping translates is known."""
    target = entry.feeds or ""
    field = maker.field_of(target)
    if field is None:
        return Proposed(at, entry, ())
    wording = maker.wording(entry, target, flat.header[at].strip())
    texts = [
        (text, number) for text, number in counted(flat.cells[str(at)]) if not _told(text, wording, maker.codebook)
    ]
    return Proposed(at, entry, (), fit(texts, field, maker.codebook))


def _told(text: str, wording: Wording, codebook: Codebook) -> bool:
    """Whether a mapping says what a text means: whole, or each entry of a list."""
    if key_of(text) in wording.values or key_of(text) in wording.codes:
        return True
    if wording.field is None or wording.field.type in MEASURED:
        return False
    said = reword(text, wording, codebook)
    return isinstance(said, Reworded) and not isinstance(parse(wording.field, codebook, said.text), Fault)


def with_mapping(proposal: Proposal, mapping: MappingFile, codebook: Codebook) -> Proposal:
    """Return a proposal with another mapping for the same tables: its questions and coverage follow from that."""
    names = Names.of(codebook)
    by_name = {table.name: table for table in mapping.tables}
    tables = tuple(_shown(mapping, by_name[one.table.name], one.flat, names) for one in proposal.tables)
    return Proposal(mapping, tables, proposal.questions)


def accepted(proposal: Proposal, answers: Sequence[str], codebook: Codebook) -> MappingFile:
    """Return the mapping of a proposal with some columns confirmed: each answer is HEADER=FIELD, or HEADER=ignored.

    UsageError where an answer names no column of the mapping, or no field.
    """
    assert proposal.mapping is not None, "there are columns to accept"
    mapping = proposal.mapping
    for answer in answers:
        header, equals, target = answer.rpartition("=")
        if not equals or not header.strip():
            raise UsageError(f"--accept {answer}: write HEADER=FIELD")
        mapping = _with_answer(mapping, header.strip(), target.strip(), codebook)
    return mapping


def _with_answer(mapping: MappingFile, header: str, target: str, codebook: Codebook) -> MappingFile:
    fault = None if target == IGNORED else fault_of_target(target, codebook)
    if fault is not None:
        remedy = _by_label(target, codebook) or fault.remedy
        raise UsageError(f"--accept {header}={target}: {fault.what}; {remedy}")
    wanted, hit = fold_header(header), False
    tables: list[Table] = []
    for table in mapping.tables:
        columns: list[Column] = []
        for entry in table.columns:
            mine = table.ignored is None and wanted in {fold_header(name) for name in entry.reads}
            hit = hit or mine
            columns.append(_answered(entry, target) if mine else entry)
        tables.append(table.model_copy(update={"columns": tuple(columns)}))
    if not hit:
        names = [entry.reads[0] for table in mapping.tables for entry in table.columns]
        raise UsageError(f"--accept: there is no column {header!r}; {did_you_mean(header, names, of_codebook=False)}")
    return mapping.model_copy(update={"tables": tuple(tables)})


def _by_label(target: str, codebook: Codebook) -> str:
    """Return the question whether a field is meant that is called so by its label or a synonym; empty for none."""
    fields = codebook.fields
    meant = [one.feeds for one in Names.of(codebook).meanings(target)]
    said = [f"{name!r} ({fields[name].label})" if name in fields else repr(name) for name in meant]
    return f"did you mean {' or '.join(said)}?" if said else ""


def _answered(entry: Column, target: str) -> Column:
    if target == IGNORED:
        said = entry.ignored if entry.ignored not in (None, "?") else "not needed"
        return Column(reads=entry.reads, ignored=said)
    kept = {"because": None, "confirmed": True, "feeds": target, "ignored": None, "split": None}
    return entry.model_copy(update=kept)
