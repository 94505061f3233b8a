"""What scoring from several standpoints prints: every profile, then and now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from fidelity.cli import output

if TYPE_CHECKING:
    from fidelity.cli.options import Tables
    from fidelity.model.words import Clock
    from fidelity.write.table import Format


def emit(
    paths: list[str],
    profile: str,
    clock: Clock | Literal["both"] | None,
    tables: Tables,
    detail: str,
    form: Format,
    target: str | None,
) -> int:
    """Print the scores of the paths from each standpoint, and return the exit code."""
    from fidelity.read.rules import load_library
    from fidelity.review.standpoints import score_from, standpoints_of
    from fidelity.write.summary import summarise

    library = load_library()
    points = standpoints_of(library, profile, None if clock == "both" else clock, both=clock == "both")
    with output.progress() as step:
        found = score_from(paths, points, na=tables.na, mapping=tables.mapping, library=library, progress=step)
    output.complain(found.problems)
    if not found.scores[0][1].grades.height:
        output.say("nothing could be read")
        return 2
    frame = found.compared if detail == "compared" else found.long("grades" if detail == "grade" else detail)
    output.emit(frame, form, target)
    for point, scores in found.scores:
        output.say(f"{point.name}: {summarise(scores)}")
    for line in found.summary:
        output.say(line)
    return 1 if found.problems else 0
