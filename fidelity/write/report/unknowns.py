"""What the unknowns hide: the grades that an assumption expects, beside the ranges that are known."""

from __future__ import annotations

from markupsafe import Markup

from fidelity.expecting import Expectation
from fidelity.scoring.result import Scores
from fidelity.write.figures import svg, unknowns
from fidelity.write.report.lights import Places
from fidelity.write.report.views import Expected, Unknowns


def unknowns_of(scores: Scores, expected: Expectation, places: Places) -> Unknowns:
    """Return what an assumption makes of the ranges of one axis, procedure by procedure."""
    columns = ("study", "arm", "procedure", "expected", "p0", "p1", "p2", "p3")
    rows = expected.procedures.select(columns).iter_rows()
    assumption = expected.assumption
    return Unknowns(
        axis=expected.axis,
        reference=assumption.reference,
        title=assumption.title,
        because=assumption.because,
        warning=assumption.warning or "",
        figure=Markup(svg(unknowns(scores, expected)[0])),  # noqa: S704 - svg() escapes what it holds
        rows=tuple(
            Expected(*places[study, arm, procedure], f"{mean:.2f}", tuple(f"{chance:.2f}" for chance in chances))
            for study, arm, procedure, mean, *chances in rows
        ),
    )
