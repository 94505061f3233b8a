"""Reads many messy workbooks and text tables whose truth `tests/messy` knows, and counts what became of every row.

Run it as `python benchmarks/long/conservation.py [N] [--seed S] [--keep FOLDER]`: N reviews (10,000), from seed S on.
Reviews with a disagreement are kept in the folder. It ends with exit code 1 where a row was lost or made up, a value is
not what was written, a spoilt row was scored, an exception came out, or less than 95 % of the readable rows are exact.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from messy.compare import Outcome, save, try_reading
from messy.making import make


def one(seed: int, keep: Path | None) -> Outcome:
    """Make, read and compare one review."""
    messy = make(seed)
    with TemporaryDirectory() as folder:
        outcome = try_reading(messy, Path(folder))
    if keep is not None and (not outcome.sound or outcome.refused):
        save(messy, keep / str(seed))
    return outcome


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reviews", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    started = time.perf_counter()
    total = Outcome()
    with ProcessPoolExecutor() as workers:
        seeds = range(asked.seed, asked.seed + asked.reviews)
        for number, outcome in enumerate(workers.map(partial(one, keep=asked.keep), seeds, chunksize=20), start=1):
            total.add(outcome)
            if number % 1000 == 0:
                print(f"{number} reviews, {time.perf_counter() - started:.0f} s", file=sys.stderr)
    print(total)
    print(f"{time.perf_counter() - started:.0f} s")
    return int(not total.sound or total.share < 0.95)


if __name__ == "__main__":
    sys.exit(main())
