"""What the commands about rules, forms and schemas print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fidelity.cli import output
from fidelity.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from fidelity.model.profile import NamedProcedure
    from fidelity.model.ruleset import RuleSet
    from fidelity.read.rules import Library
    from fidelity.write.table import Format


def latest(library: Library, profile: str) -> list[RuleSet]:
    """Return the rule sets that a profile takes, each in the version that is asked now."""
    from fidelity.scoring.score import standard_of

    standard = standard_of(library, profile, "now")
    editions = {edition.number: edition.ruleset for axis in standard.scheme.axes for edition in standard.editions(axis)}
    return list(editions.values())


def emit_list(by: str, form: Format) -> None:
    """Print a line for each version of a rule set, or for each procedure, profile and version that serves it."""
    from fidelity.read.rules import load_library
    from fidelity.scoring.score import standard_of
    from fidelity.write.listing import by_procedure, by_rule_set

    library = load_library()
    if by == "procedure":
        standards = {name: standard_of(library, name) for name in library.profiles}
        output.emit(by_procedure(library, standards), form, None)
    else:
        output.emit(by_rule_set(library), form, None)


def emit_page(name: str, profile: str, *, objections: bool) -> None:
    """Print a rule set, with what would change each criterion if asked, or all that a profile asks of a procedure."""
    from fidelity.read.rules import load_library
    from fidelity.rulebook.publishing.objections import what_would_change
    from fidelity.write.rulepage import asked_of, page

    library = load_library()
    found = [ruleset for ruleset in library.rulesets if name in (ruleset.id, ruleset.reference)]
    if found:
        chosen = max(found, key=lambda ruleset: ruleset.order)
        asked = {criterion.id: what_would_change(criterion, chosen) for criterion in chosen.criteria}
        click.echo(page(chosen, library.codebook, library.published, asked if objections else {}), nl=False)
        return
    procedure = library.procedures.named(name)
    if procedure is None:
        known = [*(r.id for r in library.rulesets), *(p.id for p in library.procedures.procedures)]
        raise UsageError(f"there is no rule set or procedure {name!r}: {did_you_mean(name, known, of_codebook=False)}")
    click.echo(asked_of(procedure, latest(library, profile), library.codebook, library.published), nl=False)


def emit_form(name: str | None, profile: str, target: str | None) -> None:
    """Write an empty form with its guide, or list the procedures that have a name."""
    from fidelity.read.rules import load_library
    from fidelity.write.form import form, guide

    library = load_library()
    if name is None:
        for entry in library.procedures.procedures:
            click.echo(f"{entry.id}: {entry.title}")
        return
    procedure = named_procedure(name, library)
    rulesets = latest(library, profile)
    output.emit_bytes(form(procedure, rulesets, library.codebook).encode(), target)
    output.say(guide(procedure, rulesets, library.codebook).rstrip())


def named_procedure(name: str, library: Library) -> NamedProcedure:
    """Return the procedure that is called so; raises UsageError where there is none."""
    procedure = library.procedures.named(name)
    if procedure is None:
        known = [entry.id for entry in library.procedures.procedures]
        raise UsageError(f"there is no procedure {name!r}: {did_you_mean(name, known, of_codebook=False)}")
    return procedure


def emit_derived(path: str, target: str | None) -> None:
    """Print the decision table that durable-rules derives from a scheme."""
    from fidelity.grade.derive import derive
    from fidelity.read.rules import load_scheme_file

    output.emit_bytes(derive(load_scheme_file(Path(path))).render().encode(), target)


def emit_schema(name: str | None, folder: str | None) -> None:
    """Print one JSON Schema, or write all of them into a folder."""
    from fidelity.read.rules import load_library
    from fidelity.write.schemas import schemas_of

    schemas = schemas_of(load_library().codebook)
    if folder is not None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for key, schema in schemas.items():
            output.emit_bytes(_json(schema), str(Path(folder) / f"{key}.schema.json"))
        return
    if name is None:
        for key, schema in schemas.items():
            click.echo(f"{key}: {schema['title']}")
        return
    if name not in schemas:
        raise UsageError(f"there is no schema {name!r}: {did_you_mean(name, schemas)}")
    output.emit_bytes(_json(schemas[name]), None)


def _json(schema: object) -> bytes:
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
