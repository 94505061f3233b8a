"""The extraction form as a workbook: empty for chosen procedures, or filled with studies that are known."""

from __future__ import annotations

from collections.abc import Sequence

from fidelity.model.codebook import Codebook
from fidelity.model.profile import NamedProcedure
from fidelity.model.ruleset import RuleSet
from fidelity.model.study import Study
from fidelity.read.template_layout import ARMS, PROCEDURES, STUDIES
from fidelity.write.form import fields_for
from fidelity.write.template.fill import rows_of
from fidelity.write.template.sheets import by_level
from fidelity.write.template.workbook import workbook

__all__ = ["empty_form", "filled_form"]


def empty_form(procedures: Sequence[NamedProcedure], rulesets: Sequence[RuleSet], codebook: Codebook) -> bytes:
    """Return an empty form with the fields that matter for some procedures, those that their rule sets read."""
    fields = {name for procedure in procedures for name in fields_for(procedure, rulesets, codebook)}
    return workbook(codebook, by_level(fields, codebook), {})


def filled_form(studies: Sequence[Study], codebook: Codebook) -> bytes:
    """Return a form that holds studies, with the fields of which any of them says something."""
    rows = rows_of(studies, codebook)
    fields = {
        sheet: [name for name in codebook.fields if any(name in row for row in rows[sheet])]
        for sheet in (STUDIES, ARMS, PROCEDURES)
    }
    return workbook(codebook, fields, rows)
