"""Which assumption about what reports do not say comes nearest to the truth, over synthetic reviews that were made up.

Run it as `python benchmarks/long/assumptions.py [N] [--seed S] [--fitted M]`: N reviews (40) for each kind and degree
of silence and each world, from seed S on; the first M (40) of the most silent are fitted in R where facts go together.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product, repeat
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from coverage import SLOPE, in_r
from networks.generate import Plan, Silence, SilenceKind, rules_of
from networks.simulating import Fit, Guess, behaviour, calibration, simulate

import fidelity
from fidelity.read.assumptions import load_assumption

ASSUMPTIONS = ("uniform", "base-rates", "shared", "independent")
KINDS: tuple[SilenceKind, ...] = ("at_random", "poor_trials", "poor_facts")
DEGREES = {"most": (0.8, 0.7), "some": (0.4, 0.5)}
"""Share of trials that report in part, and share of their facts that is left out."""
WORLDS = {"alike": (0.0, 1.0), "poor": (-1.0, 1.0), "unrelated": (0.0, 0.0)}
"""Mean and standard deviation of the quality of technique between studies: facts of a trial go together or do not."""
FITTED = (("alike", "most"), ("poor", "most"))
ANALYSES = ("probabilities", "expected grade")
AT_ONCE = 10


@dataclass(frozen=True)
class Part:
    """What came of some reviews, by assumption."""

    guesses: Mapping[str, tuple[Guess, ...]]
    fits: Mapping[str, list[Fit]]


def of_seeds(seeds: range, plan: Plan, fitted: bool) -> Part:
    """Make the reviews of these seeds; fit them where that is asked."""
    library = rules_of(fidelity.load_library())
    assumptions = [load_assumption(name, library) for name in ASSUMPTIONS]
    with TemporaryDirectory() as made:
        folder = Path(made)
        guesses = simulate(plan, seeds, assumptions, library, folder if fitted else None)
        fits = {name: in_r(folder / name, ANALYSES) for name in ASSUMPTIONS} if fitted else {}
    return Part(guesses, fits)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reviews", nargs="?", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fitted", type=int, default=40)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--world", choices=tuple(WORLDS), action="append")
    asked = parser.parse_args()
    last = asked.seed + asked.reviews
    parts = [range(first, min(first + AT_ONCE, last)) for first in range(asked.seed, last, AT_ONCE)]
    print(
        f"{asked.reviews} reviews from seed {asked.seed} in each row, the first {asked.fitted} fitted; slope {SLOPE}\n"
    )
    columns = ["facts of a trial", "silence", "assumption", "open arms", "bias", "error", "surprise"]
    columns += [f"{name}: {what}" for name in ANALYSES for what in ("bias", "coverage, %", "width")]
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    with ProcessPoolExecutor(asked.processes, get_context("spawn")) as workers:
        for degree, world, kind in product(DEGREES, asked.world or WORLDS, KINDS):
            (share, rate), (quality, spread) = DEGREES[degree], WORLDS[world]
            plan = Plan(slope=SLOPE, silence=Silence(kind, share, rate), quality=quality, between_studies=spread)
            fitted = [(world, degree) in FITTED and part.start < asked.seed + asked.fitted for part in parts]
            done = list(workers.map(of_seeds, parts, repeat(plan), fitted))
            for name in ASSUMPTIONS:
                said = [world, f"{kind}, {degree}", name, *_words(done, name)]
                print(f"| {' | '.join(said)} |", flush=True)
    return 0


def _words(parts: list[Part], name: str) -> list[str]:
    found = calibration(guess for part in parts for guess in part.guesses[name])
    fits = behaviour((fit for part in parts for fit in part.fits.get(name, ())), SLOPE)
    words = [f"{found.arms}", f"{found.bias:+.3f}", f"{found.error:.3f}", f"{found.surprise:.3f}"]
    for analysis in ANALYSES:
        entry = fits.get(analysis)
        words += [f"{entry.bias:+.3f}", f"{entry.coverage:.0f}", f"{entry.width:.3f}"] if entry else [""] * 3
    return words


if __name__ == "__main__":
    sys.exit(main())
