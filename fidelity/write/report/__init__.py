"""The report: every grade with what led to it, as one page for a browser and as a supplement for a journal."""

from fidelity.write.report.page import page_of
from fidelity.write.report.report import Report, report_of
from fidelity.write.report.supplement import supplement_of

__all__ = ["Report", "page_of", "report_of", "supplement_of"]
