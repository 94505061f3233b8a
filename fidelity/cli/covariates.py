"""`fidelity covariates`: grades joined with outcomes, as files that software for network meta-analysis takes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from fidelity.cli import output
from fidelity.cli.options import CLOCK, PATHS, PROFILE, Tables, tables_option

if TYPE_CHECKING:
    from fidelity.write.pack.making import Made
    from fidelity.write.pack.run import Run


def _pairs(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Read COLUMN=VALUE."""
    del ctx, parameter
    wrong = [value for value in values if not value.partition("=")[0].strip() or "=" not in value]
    if wrong:
        raise click.BadParameter(f"{wrong[0]!r} is no COLUMN=VALUE, such as outcome=pain")
    return tuple((value.partition("=")[0].strip(), value.partition("=")[2].strip()) for value in values)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@click.option(
    "--outcomes",
    required=True,
    type=click.Path(dir_okay=False),
    help="Outcomes: a row for each arm of each study, or for each comparison.",
)
@click.option(
    "--where", multiple=True, callback=_pairs, metavar="COLUMN=VALUE", help="Take these rows of the outcome file only."
)
@click.option(
    "--kind",
    type=click.Choice(["events", "means", "contrasts"]),
    help="What to read, where the outcome file holds several kinds.  [default: what there is]",
)
@click.option(
    "--decimal",
    type=click.Choice(["point", "comma"]),
    default="point",
    show_default=True,
    help="The sign before the decimals of the outcome file.",
)
@click.option("-o", "--output", "target", type=click.Path(file_okay=False), help="Write the pack into this folder.")
@click.option(
    "--axis",
    type=click.Choice(["delivery", "selection", "safety"]),
    default="delivery",
    show_default=True,
    help="Which grade is the covariate.",
)
@click.option(
    "--arm-to-study",
    type=click.Choice(["worst", "interest", "difference"]),
    default="worst",
    show_default=True,
    help="The number of a study: its worst active arm, the arm of --interest, or the difference between its arms.",
)
@click.option(
    "--interest", metavar="TREATMENT", help="Its arm gives the number of a study; studies without it are left out."
)
@click.option("--reference", metavar="TREATMENT", help="Reference of the network.  [default: the commonest control]")
@click.option(
    "--threshold",
    type=click.Choice(["limited", "adequate", "full"]),
    default="adequate",
    show_default=True,
    help="The lowest grade that subgroups call higher.",
)
@click.option(
    "--scale",
    "scales",
    type=click.Choice(["grade", "domains", "criteria"]),
    multiple=True,
    default=("grade", "domains"),
    show_default=True,
    help="Covariates to offer; may be given several times.",
)
@click.option(
    "--assumption", metavar="NAME|FILE", help="What is taken to hold where reports are silent.  [default: shared]"
)
@click.option(
    "--nodes",
    type=click.Choice(["as_given", "technique"]),
    default="as_given",
    show_default=True,
    help="Call treatments as the outcome file does, or after the technique.",
)
@click.option("--draws", type=click.IntRange(0, 1000), default=20, show_default=True, help="Draws in fid_draws.csv.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Seed of the draws.")
@click.option(
    "--figures",
    type=click.Choice(["svg", "png", "pdf"]),
    multiple=True,
    default=("svg",),
    show_default=True,
    help="Formats of the figures; may be given several times.",
)
@click.option(
    "--preflight", "form", type=click.Choice(["text", "json"]), default="text", help="How the pre-flight is printed."
)
@PROFILE
@CLOCK
@tables_option
@click.pass_context
def covariates(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    target: str | None,
    form: str,
    tables: Tables,
    **chosen: Any,
) -> None:
    """Join grades with outcomes into covariates for network meta-analysis, and say what can be fitted.

    Without -o only the pre-flight is printed: what can be fitted, what cannot, and why. With -o a folder is written,
    with files for each package and a README that says how to fit from them. Exit code 1: a file cannot be used by its
    package, or something in the inputs is wrong.

    \b
    Examples:
      fidelity covariates examples/trials --outcomes examples/outcomes/lumbar-facet.csv
      fidelity covariates extraction.xlsx --outcomes pain.csv --where timepoint="3 months" -o pack
      fidelity covariates studies/ --outcomes pain.csv --nodes technique --scale criteria -o pack
    """
    from fidelity.covariates.preflight import as_json, as_text
    from fidelity.read.rules import load_library
    from fidelity.write.pack import Run, check_place, make

    run = Run(records=paths, mapping=tables.mapping, na=tables.na, **chosen)
    library = load_library()
    if target is not None:
        check_place(target, run)
    made = make(run, library, output.progress)
    output.complain(made.problems)
    output.remark(made.notes)
    found = made.pack.preflight
    text = json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n" if form == "json" else as_text(found)
    if target is None:
        click.echo(text, nl=False)
    else:
        _write(made, run, target)
    ctx.exit(0 if found.usable and not made.problems else 1)


def _write(made: Made, run: Run, target: str) -> None:
    from fidelity.covariates.preflight import in_short
    from fidelity.write.pack import write

    written = write(made, run, target)
    output.say(in_short(made.pack.preflight).rstrip())
    refused = sorted(made.pack.preflight.refused)
    output.say(f"written: {len(written)} files to {target}; begin with {target}/README.md")
    if refused:
        several = f"{len(refused)} files are" if len(refused) > 1 else f"{refused[0]} is"
        output.say(f"{several} not written, because their package could not use them; preflight.txt says why")
