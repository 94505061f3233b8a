"""Coverage of the JAGS model over many synthetic networks, against other ways to treat grades that are not known.

Run it as `python benchmarks/long/coverage.py [N] [--seed S] [--assumption NAME] [--kind means|events]`: N networks
(200) for each kind of silence, from seed S on. It needs R with metafor and rjags. It ends with exit code 1 where
intervals of the JAGS model hold the planted slope in less than 90 or more than 98 % of the networks of which trials
were silent at random.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from networks.generate import Plan, Silence, SilenceKind, rules_of
from networks.simulating import Fit, behaviour, read_fits, simulate

import fidelity
from fidelity.model.assumption import Assumption
from fidelity.read.assumptions import load_assumption

ANALYSES_IN_R = Path(__file__).parents[2] / "tests" / "r" / "analyses.R"
SLOPE = 0.6
SILENCES: tuple[SilenceKind, ...] = ("at_random", "poor_facts")
AT_ONCE = 25
"""Networks that one R process fits."""


def fits_of(seeds: range, plan: Plan, assumption: Assumption) -> list[Fit]:
    """Make the networks of these seeds and fit them in R; return the fits."""
    library = rules_of(fidelity.load_library())
    with TemporaryDirectory() as made:
        folder = Path(made)
        simulate(plan, seeds, [assumption], library, folder)
        return in_r(folder / assumption.id)


def in_r(folder: Path, analyses: Sequence[str] = ()) -> list[Fit]:
    """Fit the networks of a folder by these analyses, or by every one."""
    out = folder / "fits.csv"
    subprocess.run(["Rscript", ANALYSES_IN_R, folder, out, "500", "2000", *analyses], check=True)
    return read_fits(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("networks", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--assumption")
    parser.add_argument("--kind", choices=("means", "events"), default="means")
    parser.add_argument("--silence", choices=SILENCES, action="append")
    parser.add_argument("--share", type=float, default=0.4, help="share of trials that report in part")
    parser.add_argument("--rate", type=float, default=0.5, help="share of their facts that they leave out")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    assumption = load_assumption(asked.assumption, fidelity.load_library())
    last = asked.seed + asked.networks
    parts = [range(first, min(first + AT_ONCE, last)) for first in range(asked.seed, last, AT_ONCE)]
    print(f"{asked.networks} networks from seed {asked.seed}, {asked.kind}, slope {SLOPE}, {assumption.reference}\n")
    print("| silence | analysis | bias | coverage, % | width |\n|---|---|---|---|---|")
    sound = True
    with ProcessPoolExecutor(asked.processes, get_context("spawn")) as workers:
        for kind in asked.silence or SILENCES:
            plan = Plan(slope=SLOPE, kind=asked.kind, silence=Silence(kind, asked.share, asked.rate))
            done = workers.map(partial(fits_of, plan=plan, assumption=assumption), parts)
            found = behaviour((fit for part in done for fit in part), SLOPE)
            for name, entry in found.items():
                print(f"| {kind} | {name} | {entry.bias:+.3f} | {entry.coverage:.1f} | {entry.width:.3f} |", flush=True)
            if kind == "at_random":
                sound = 90 <= found["probabilities"].coverage <= 98
    return int(not sound)


if __name__ == "__main__":
    sys.exit(main())
