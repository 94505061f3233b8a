"""The commands about rules: what a reader of the rule sets needs, and what their author needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fidelity.cli import output
from fidelity.cli.options import PROFILE
from fidelity.cli.rules_book import book
from fidelity.cli.rules_check import check_rules
from fidelity.cli.rules_coverage import coverage_of_rules
from fidelity.cli.rules_diff import diff
from fidelity.cli.rules_new import new, table
from fidelity.cli.rules_publish import endorsements, publish

if TYPE_CHECKING:
    from fidelity.write.table import Format


@click.group(name="rules")
def rules_group() -> None:
    """List and show the rule sets, or derive a scheme's decision table.

    \b
    Example:
      fidelity rules show multisociety-lumbar-tfesi
    """


@rules_group.command(name="list")
@click.option(
    "--by",
    type=click.Choice(["ruleset", "procedure"]),
    default="ruleset",
    show_default=True,
    help="A line per version, or per procedure, profile and version that serves it.",
)
@click.option("--format", "form", type=click.Choice(["table", "csv", "jsonl"]), help="Default: table on a terminal.")
def list_rules(by: str, form: Format | None) -> None:
    """List every rule set with its version, status and the number of its criteria at each level.

    \b
    Examples:
      fidelity rules list --format csv
      fidelity rules list --by procedure
    """
    from fidelity.cli import rules

    rules.emit_list(by, output.format_of(form, None))


@rules_group.command(name="show")
@click.argument("name")
@PROFILE
@click.option("--objections", is_flag=True, help="Of a rule set: what would have to be shown to change each criterion.")
def show_rules(name: str, profile: str, objections: bool) -> None:
    """Show a rule set, or all that a profile asks of a procedure, in words.

    \b
    Examples:
      fidelity rules show multisociety-caudal-esi
      fidelity rules show "caudal epidural steroid injection"
    """
    from fidelity.cli import rules

    rules.emit_page(name, profile, objections=objections)


@rules_group.command(name="derive")
@click.argument("scheme", type=click.Path(exists=True, dir_okay=False))
@click.option("-o", "--output", "target", type=click.Path(dir_okay=False), help="Write the table to this file.")
def derive_table(scheme: str, target: str | None) -> None:
    """Derive the decision table of a scheme's YAML file with durable-rules.

    \b
    Example:
      fidelity rules derive rules/schemes/domain-gated/1.0.0.yaml
    """
    from fidelity.cli import rules

    rules.emit_derived(scheme, target)


rules_group.add_command(book)
rules_group.add_command(check_rules)
rules_group.add_command(coverage_of_rules)
rules_group.add_command(diff)
rules_group.add_command(publish)
rules_group.add_command(endorsements)
rules_group.add_command(new)
rules_group.add_command(table)
