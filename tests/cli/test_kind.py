"""`fidelity covariates --kind`: one kind out of a file that holds several, in the pack as in its manifest."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result
from packed import write_review

from fidelity.cli.main import cli


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def with_events(outcomes: Path) -> None:
    """Add events to each row, beside its mean."""
    head, *rows = outcomes.read_text(encoding="utf-8").splitlines()
    lines = [f"{head},events", *(f"{row},{5 + at}" for at, row in enumerate(rows))]
    outcomes.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_kind_that_was_chosen_is_in_the_pack_and_holds_when_it_is_made_again(tmp_path: Path) -> None:
    records, outcomes = write_review(tmp_path / "data")
    with_events(outcomes)
    undecided = run("covariates", records, "--outcomes", outcomes)
    assert undecided.exit_code == 1
    assert "--kind events or --kind means" in undecided.stderr
    pack = tmp_path / "pack"
    run("covariates", records, "--outcomes", outcomes, "--kind", "events", "-o", pack, "--scale", "grade")
    assert json.loads((pack / "preflight.json").read_text(encoding="utf-8"))["choices"]["outcome"] == "events"
    assert '"kind' in (pack / "ro-crate-metadata.json").read_text(encoding="utf-8")
    verified = run("verify", pack)
    assert verified.exit_code == 0, verified.stdout


def test_a_kind_that_there_is_not_is_wrong_usage(tmp_path: Path) -> None:
    records, outcomes = write_review(tmp_path / "data")
    assert run("covariates", records, "--outcomes", outcomes, "--kind", "hazards").exit_code == 2
