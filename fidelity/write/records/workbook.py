"""Studies as a workbook: the extraction form, filled in."""

from __future__ import annotations

from collections.abc import Sequence

from fidelity.model.codebook import Codebook
from fidelity.model.study import Study


def to_workbook(studies: Sequence[Study], codebook: Codebook) -> bytes:
    """Return studies as an Excel workbook; raises UsageError for a text that no cell can hold."""
    # The form is made from the texts of this package's records: imported here, it can be.
    from fidelity.write.template import filled_form

    return filled_form(studies, codebook)
