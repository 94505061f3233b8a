"""Edits every shipped rule set in every way that `tests/rulebook` knows, and says how many faults `rules check` finds.

Run it as `python benchmarks/long/check_faults.py [rounds]`; without a number it tries every edit, which takes long.
It ends with exit code 1 where a fault was missed.
"""

from __future__ import annotations

import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from rulebook.fault_rounds import edits, originals, rounds, run


def main() -> int:
    texts = originals()
    every = edits(texts)
    most = int(sys.argv[1]) if len(sys.argv) > 1 else None
    started = time.perf_counter()
    with TemporaryDirectory() as folder:
        tallies = run(Path(folder) / "rules", texts, islice(rounds(every), most))
    for operator, tally in tallies.items():
        kinds = ", ".join(f"{number} {kind}" for kind, number in tally.kinds.most_common())
        print(f"{operator:>10}: {tally.rate}: {kinds}")
        for line in tally.missed:
            print(f"            missed {line}")
    print(f"{time.perf_counter() - started:.0f} s")
    return int(any(tally.missed for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
