"""An empty form for a procedure: the columns to extract, with what belongs in each."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from fidelity.explaining.asked import covers, may_ask
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import fields_of
from fidelity.model.profile import NamedProcedure
from fidelity.model.ruleset import RuleSet

IDENTITY = ("study", "arm", "procedure", "role", "main", "unstated")


BESIDE = (
    "",
    "main: yes for the one procedure of an arm whose grade is that of the arm; else empty.",
    "Columns that may be added beside a field, such as image_guidance.quote:",
    "    .quote: the words of the report in which the fact was found",
    "    .place: where they stand, such as p. 3 or Table 2",
    "    .reader: who read them",
    "    .as_written: how the report words the value, where it was written in other words",
    "    .basis: stated (if empty), cited, inferred, planned, author reply or conflicting",
    "    .status: unclear beside a value that is not certain; reported, not reported or not applicable",
    "    .varies: yes if patients of the arm differed",
    "    .only: yes if a checklist holds nothing beside what it names",
    "Columns whose name begins with # are yours: they are not read.",
)
"""What the guide says of the columns that the form does not hold."""


def fields_for(procedure: NamedProcedure, rulesets: Sequence[RuleSet], codebook: Codebook) -> tuple[str, ...]:
    """Return the fields that matter for a procedure: those its rule sets read, with those that these hang on."""
    wanted = {"recruitment_start", "publication_year", *codebook.scope_fields}
    for ruleset in rulesets:
        if covers(ruleset, procedure, codebook):
            for criterion in ruleset.criteria:
                if may_ask(criterion, procedure, codebook):
                    wanted |= set(fields_of(*criterion.conditions.values()))
    for name in reversed(codebook.fields):
        if name in wanted:
            wanted |= set(fields_of(codebook.fields[name].applies_when))
    return tuple(name for name in codebook.fields if name in wanted)


def what_belongs(field: Field) -> str:
    """Return what may be written in a column: choices, or a number in its unit and range."""
    if field.type in ("choice", "ordered_choice", "yes_no", "checklist"):
        several = "all that apply" if field.type == "checklist" else "one; several with ; mean either"
        return f"{several}: {', '.join(field.choices)}"
    if field.range is not None:
        low, high = field.range
        return f"{field.type.replace('_', '-')}, {low:g} to {high:g} {field.unit or ''}".strip()
    return field.type


def form(procedure: NamedProcedure, rulesets: Sequence[RuleSet], codebook: Codebook) -> str:
    """Return an empty CSV form: a header, and one row that holds what makes the procedure what it is."""
    names = fields_for(procedure, rulesets, codebook)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*IDENTITY, *names])
    filled = {"role": "active", "unstated": "not_extracted", **procedure.scope}
    writer.writerow([filled.get(name, "") for name in (*IDENTITY, *names)])
    return text.getvalue()


def guide(procedure: NamedProcedure, rulesets: Sequence[RuleSet], codebook: Codebook) -> str:
    """Return, for each column of the form, its label, what belongs in it and how it is extracted."""
    lines = []
    for name in fields_for(procedure, rulesets, codebook):
        field = codebook.fields[name]
        lines += [f"{name}: {field.label}", f"    {what_belongs(field)}", f"    {field.definition}"]
    lines += [*BESIDE, ""]
    lines.append("Empty: not extracted. NR: the report does not say. unclear: it says something, but not enough.")
    return "\n".join(lines) + "\n"
