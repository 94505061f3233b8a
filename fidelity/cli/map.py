"""`fidelity map`: which column of a reviewer's own file feeds which field, proposed, compared and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fidelity.cli import output

if TYPE_CHECKING:
    from fidelity.errors import Problem
    from fidelity.model.codebook import Codebook
    from fidelity.read.mapping.proposal import Proposal


@click.command(name="map")
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False))
@click.option("-o", "--output", "target", type=click.Path(dir_okay=False), help="Write the mapping to this file.")
@click.option(
    "--mapping",
    "old",
    type=click.Path(dir_okay=False),
    help="A mapping to compare with, and to mend.  [default: NAME.mapping.yaml beside NAME.xlsx]",
)
@click.option(
    "--accept",
    "answers",
    multiple=True,
    metavar="HEADER=FIELD",
    help="Say that a column feeds a field (or HEADER=ignored); may be given several times.",
)
@click.option("--ask", is_flag=True, help="Ask about each column that is not certain, one by one, on the terminal.")
@click.option(
    "--check", is_flag=True, help="Exit with 1 if columns have drifted or a table waits for an answer, for CI."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the report is written."
)
@click.pass_context
def map_files(
    ctx: click.Context,
    files: tuple[str, ...],
    target: str | None,
    old: str | None,
    answers: tuple[str, ...],
    ask: bool,
    check: bool,
    form: str,
) -> None:
    """Say which column of FILES (workbooks, CSV) feeds which field, what is not certain, and what can be read.

    With -o the mapping is written, its open questions as `confirmed: no`; a mapping that is there already is compared
    with the files and mended, with all that was answered in it.

    \b
    Examples:
      fidelity map extraction.xlsx -o extraction.mapping.yaml
      fidelity map extraction.xlsx --accept "Lesion temp=lesion_temperature" -o extraction.mapping.yaml
      fidelity map extraction.xlsx --check
    """
    from fidelity.read.mapping.coverage import with_coverage
    from fidelity.read.rules import load_codebook
    from fidelity.write.coverage import as_json, as_text

    codebook = load_codebook()
    proposal, drift = _looked_at(files, old, target, codebook)
    proposal = _answered(proposal, answers, codebook)
    if ask:
        proposal = _answered(proposal, _asked(proposal, codebook), codebook)
    proposal = with_coverage(proposal, codebook)
    report = as_json(proposal, drift) if form == "json" else as_text(proposal, drift)
    open_ends = bool(drift) or not proposal.certain
    if target is None:
        click.echo(report, nl=False)
    else:
        if form == "json":
            click.echo(report, nl=False)
        _write(proposal, target)
        output.complain(drift)
        stopping = sum(question.stops for question in proposal.all_questions)
        rest = len(proposal.all_questions) - stopping
        output.say(f"{target}: {stopping} questions to answer before the tables are read, {rest} about single cells")
    if proposal.mapping is None:
        output.say("no table that names studies was found")
        ctx.exit(2)
    ctx.exit(1 if check and open_ends else 0)


def _looked_at(
    files: tuple[str, ...], old: str | None, target: str | None, codebook: Codebook
) -> tuple[Proposal, tuple[Problem, ...]]:
    """Return the proposal for files, and how they differ from a mapping where there is one already."""
    from pathlib import Path

    from fidelity.errors import ProblemsFound
    from fidelity.read.mapped import assign, mapping_beside
    from fidelity.read.mapping.files import books_of, read_mapping
    from fidelity.read.mapping.mend import compare
    from fidelity.read.mapping.propose import propose

    tables = [Path(file) for file in files]
    beside = [*([Path(target)] if target else []), *map(mapping_beside, tables)]
    known = Path(old) if old else next((path for path in beside if path.is_file()), None)
    listing = [] if known else [one for one in assign(tables, [], None, codebook) if one.mapping is not None]
    if listing:
        # A mapping that lists files is for all of them together, as when they are scored.
        known = listing[0].path
        told = {path.resolve() for path in listing[0].files}
        files = (*(file for file in files if Path(file).resolve() not in told), *map(str, listing[0].files))
    books = books_of(files)
    output.complain(problem for book in books for problem in book.problems)
    if known is None:
        return propose(books, codebook), ()
    mapping, problems = read_mapping(known, codebook)
    if mapping is None:
        raise ProblemsFound(problems)
    output.say(f"compared with {known}")
    compared = compare(mapping, books, codebook)
    return compared.proposal, compared.drift


def _answered(proposal: Proposal, answers: tuple[str, ...], codebook: Codebook) -> Proposal:
    from fidelity.read.mapping.mend import accepted, with_mapping

    if not answers or proposal.mapping is None:
        return proposal
    return with_mapping(proposal, accepted(proposal, answers, codebook), codebook)


def _asked(proposal: Proposal, codebook: Codebook) -> tuple[str, ...]:
    """Ask on the terminal what each column that is not certain feeds; an empty answer leaves the question open."""
    import sys

    from fidelity.errors import UsageError
    from fidelity.read.mapping.files import IGNORED, fault_of_target

    if not sys.stdin.isatty():
        raise UsageError("--ask needs a terminal: answer with --accept HEADER=FIELD, or in the mapping file")

    def known(text: str) -> str:
        fault = None if text in ("", IGNORED) else fault_of_target(text, codebook)
        if fault is not None:
            raise click.BadParameter(f"{fault.what}; {fault.remedy}")
        return text

    said = []
    for question in proposal.all_questions:
        if question.kind in ("column", "ignored"):
            output.say(f"\n{question.place}: {question.what}")
            prompt = "Field, or ignored, or nothing to leave it open"
            answer = click.prompt(prompt, default="", show_default=False, err=True, value_proc=known)
            said += [f"{question.header}={answer}"] if answer else []
    return tuple(said)


def _write(proposal: Proposal, target: str) -> None:
    from fidelity.write.mapping import render

    if proposal.mapping is not None:
        output.emit_bytes(render(proposal.mapping, proposal.all_questions), target)
