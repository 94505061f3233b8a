"""The command line: options, messages and exit codes; it computes nothing.

Exit codes: 0 done (gaps and badly done trials are data); 1 something was refused or is unsound; 2 wrong usage, or
nothing readable at all; 3 a bug of this package.
"""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING, Any, Literal

import click

from fidelity.cli import output
from fidelity.cli.convert import convert
from fidelity.cli.covariates import covariates
from fidelity.cli.map import map_files
from fidelity.cli.options import CLOCK, CLOCKS, FORMAT, OUTPUT, PATHS, PROFILE, PROFILES, Tables, tables_option
from fidelity.cli.report import report
from fidelity.cli.rules_group import rules_group
from fidelity.cli.scoring import score_paths
from fidelity.cli.template import template
from fidelity.cli.validate import validate
from fidelity.cli.verify import verify
from fidelity.errors import FidelityError, ProblemsFound, UsageError

if TYPE_CHECKING:
    from fidelity.model.words import Clock
    from fidelity.write.table import Format


class Doors(click.Group):
    """A group of commands that turns this package's errors into messages and exit codes."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a person can mend is said without a traceback."""
        try:
            return super().invoke(ctx)
        except ProblemsFound as error:
            output.complain(error.problems)
            ctx.exit(1)
        except UsageError as error:
            output.say(str(error))
            ctx.exit(2)


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="fidelity")
def cli() -> None:
    """Compare trials' procedure descriptions with the societies' technical standards.

    \b
    Example:
      fidelity score examples/trials --format csv -o grades.csv
    """


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@PROFILES
@CLOCKS
@tables_option
@click.option(
    "--detail",
    type=click.Choice(["grade", "arms", "concerns", "judgements", "compared"]),
    help="A row per procedure, per arm, per domain, per criterion, or per procedure and axis with a column for each "
    "profile and clock.  [default: grade; compared where several are asked for]",
)
@FORMAT
@OUTPUT
@click.pass_context
def score(
    ctx: click.Context,
    paths: tuple[str, ...],
    profile: str,
    clock: Clock | Literal["both"] | None,
    tables: Tables,
    detail: str | None,
    form: Format | None,
    target: str | None,
) -> None:
    """Grade every procedure in files or folders (workbooks, CSV, YAML, JSON, Parquet; - reads standard input).

    \b
    Examples:
      fidelity score extraction.xlsx --mapping extraction.mapping.yaml
      fidelity score studies/ --clock then --detail judgements --format csv -o judgements.csv
      fidelity score studies/ --profile all --clock both -o compared.csv
    """
    output.spare(paths, target)
    chosen = output.format_of(form, target)
    if profile == "all" or clock == "both" or detail == "compared":
        from fidelity.cli import standpoints

        ctx.exit(standpoints.emit(list(paths), profile, clock, tables, detail or "compared", chosen, target))
    scores = score_paths(paths, tables, profile, clock)
    output.complain(scores.problems)
    output.remark(scores.notes)
    if not scores.grades.height:
        output.say("nothing could be read")
        ctx.exit(2)
    output.emit_scores(scores, detail or "grade", chosen, target)
    ctx.exit(1 if scores.problems else 0)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@click.argument("study")
@PROFILE
@CLOCK
@tables_option
@click.pass_context
def explain(
    ctx: click.Context,
    paths: tuple[str, ...],
    study: str,
    profile: str,
    clock: Clock | None,
    tables: Tables,
) -> None:
    """Say why the procedures of STUDY (its id, label, registration or DOI) got their grades.

    \b
    Example:
      fidelity explain examples/trials ghahreman_2010
    """
    from fidelity.explaining import explain_study, problems_of
    from fidelity.write.explanation import render

    scores, found = explain_study(
        list(paths), study, profile=profile, clock=clock, na=tables.na, mapping=tables.mapping
    )
    problems = problems_of(scores, str(found[0].row["study"]))
    click.echo(render(found, scores.standard), nl=False)
    output.complain(problems)
    ctx.exit(1 if problems else 0)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@PROFILE
@CLOCK
@tables_option
@click.option(
    "--detail",
    type=click.Choice(["changes", "moves"]),
    default="changes",
    show_default=True,
    help="A row per change of a criterion, or per procedure that a change moves.",
)
@FORMAT
@OUTPUT
@click.pass_context
def sensitivity(
    ctx: click.Context,
    paths: tuple[str, ...],
    profile: str,
    clock: Clock | None,
    tables: Tables,
    detail: str,
    form: Format | None,
    target: str | None,
) -> None:
    """Say which grades move when one criterion is left out, weighs otherwise, or asks another number.

    \b
    Example:
      fidelity sensitivity studies/ --detail moves -o moves.csv
    """
    from fidelity.review.sensitivity import sensitivity_of

    output.spare(paths, target)
    chosen = output.format_of(form, target)
    scores = score_paths(paths, tables, profile, clock)
    output.complain(scores.problems)
    if not scores.grades.height:
        output.say("nothing could be read")
        ctx.exit(2)
    with output.progress("Changing one criterion at a time") as step:
        found = sensitivity_of(scores, step)
    output.emit(found.changes if detail == "changes" else found.moves, chosen, target)
    output.say(found.summary)
    ctx.exit(1 if scores.problems else 0)


@cli.command()
@click.argument("procedure", required=False)
@PROFILE
@click.option("-o", "--output", "target", type=click.Path(dir_okay=False), help="Write the form to this file.")
def form(procedure: str | None, profile: str, target: str | None) -> None:
    """Write an empty CSV form for PROCEDURE; without one, list the procedures that have a name.

    \b
    Example:
      fidelity form caudal-esi -o caudal.csv
    """
    from fidelity.cli import rules

    rules.emit_form(procedure, profile, target)


cli.add_command(rules_group)
cli.add_command(convert)
cli.add_command(covariates)
cli.add_command(map_files)
cli.add_command(report)
cli.add_command(template)
cli.add_command(validate)
cli.add_command(verify)


@cli.command()
@click.argument("name", required=False)
@click.option("--all", "folder", type=click.Path(file_okay=False), help="Write every schema into this folder.")
def schema(name: str | None, folder: str | None) -> None:
    """Print the JSON Schema called NAME.

    The names: study, codebook, ruleset, scheme, profile, procedures, endorsements, mapping, assumption.

    \b
    Example:
      fidelity schema study > study.schema.json
    """
    from fidelity.cli import rules

    rules.emit_schema(name, folder)


def run() -> None:
    """Run the command line; an unexpected exception is a bug, said as such, with exit code 3."""
    try:
        cli.main(prog_name="fidelity")
    except FidelityError as error:
        output.say(str(error))
        sys.exit(1)
    except Exception:  # the last door: nothing is hidden, the traceback is shown and the exit code is 3
        traceback.print_exc()
        output.say("This is a bug in fidelity, not a statement about your studies. Please report the lines above.")
        sys.exit(3)
