"""Measure judging and grading: the package against a hand-written program and against rule engines.

    python benchmarks/score.py [--sizes 1000,10000] [--engines package,zen_engine] [--seed 7]

Every contestant gets the same generated procedures, in a fresh process for each size, and must agree with the package
on every one of them; the first disagreement ends the run. README.md beside this file says what is compared and how
each engine is fed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from contestants import BY_NAME, CONTESTANTS, Contestant

HERE: Final = Path(__file__).resolve().parent
SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
LARGEST: Final = 1_000_000
YARDSTICK: Final = 8_000_000
"""Procedures per second that the hand-written program must reach for its ratio to count."""


@dataclass(frozen=True)
class Run:
    """What was measured of one contestant at one size."""

    rows: int
    seconds: float
    before: int
    data: int
    peak: int

    @property
    def rate(self) -> float:
        return self.rows / self.seconds

    @property
    def over_data(self) -> int:
        """The most that was held beside libraries, programs and the data that were loaded."""
        return max(0, self.peak - self.before - self.data)


Runs = dict[str, dict[int, Run]]


def ask(*words: object) -> dict[str, Any]:
    """Return what a worker process found; a disagreement or a failure ends the whole run."""
    command = [sys.executable, str(HERE / "worker.py"), *map(str, words)]
    paths = [str(HERE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    )
    if done.returncode:
        sys.exit(f"{done.stderr}\n{' '.join(map(str, words))} failed")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if "disagreement" in found:
        sys.exit(f"DISAGREEMENT, no figures: {found['disagreement']}")
    return found


def run_of(found: dict[str, Any], rows: int) -> Run:
    return Run(rows, found["seconds"], found["before"], found["data"], found["peak"])


def repeats_for(predicted: float) -> int:
    return 7 if predicted < 1 else 3 if predicted < 5 else 1


def expected_seconds(done: dict[int, Run], rows: int, *, whole: bool) -> float:
    """Return at least how long a size takes, by the next smaller one; records add up, columns have a fixed cost."""
    smaller = max((size for size in done if size < rows), default=None)
    if smaller is None:
        return 0.0
    return done[smaller].seconds if whole else rows / done[smaller].rate


def measure(chosen: Sequence[Contestant], sizes: Sequence[int], options: argparse.Namespace, folder: Path) -> Runs:
    """Measure every contestant at every size that it is expected to finish within the limit.

    Those that take the frame whole take turns, and the best of the rounds stands: their ratio is then one of runs that
    were disturbed as little as each other.
    """
    runs: Runs = {contestant.module: {} for contestant in chosen}
    columnar = [contestant for contestant in chosen if contestant.takes == "frame"]
    turns = columnar * options.rounds + [contestant for contestant in chosen if contestant.takes != "frame"]
    for rows in sizes:
        for contestant in turns:
            done = runs[contestant.module]
            predicted = expected_seconds(done, rows, whole=contestant.takes == "frame")
            if predicted > options.limit:
                continue
            say(f"{rows:,} procedures: {contestant.name}")
            found = run_of(ask(contestant.module, rows, repeats_for(predicted), folder), rows)
            done[rows] = min(done.get(rows, found), found, key=lambda run: run.seconds)
    return runs


def measure_reading(sizes: Sequence[int], options: argparse.Namespace, folder: Path) -> dict[int, Run]:
    done: dict[int, Run] = {}
    for rows in sizes:
        predicted = expected_seconds(done, rows, whole=True)
        if predicted > options.limit:
            break
        say(f"{rows:,} procedures: reading text")
        found = ask("reading", rows, min(3, repeats_for(predicted)), folder)
        done[rows] = run_of(found, rows)
    return done


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def row_of(name: str, runs: dict[int, Run], sizes: Sequence[int], base: dict[int, Run]) -> str:
    """Return a line of the table: the last columns are of the largest size that was run."""
    rates = "".join(f"{f'{runs[size].rate:,.0f}' if size in runs else '-':>13}" for size in sizes)
    if not runs:
        return f"{name:<24}{rates}"
    last = runs[max(runs)]
    times = f"{last.seconds / base[last.rows].seconds:,.2f}" if last.rows in base else "-"
    held = f"{last.peak / 1e6:>10,.0f}{last.over_data / 1e6:>11,.0f}"
    return f"{name:<24}{rates}{last.seconds * 1000:>13,.1f}{held}{times:>8}"


def report(runs: Runs, reading: dict[int, Run], sizes: Sequence[int]) -> None:
    head = "".join(f"{size:>13,}" for size in sizes)
    print("\nProcedures per second; then, at the largest size that was run: milliseconds, peak memory in MB,")
    print("what of it was neither libraries nor loaded data, and the time as a multiple of the package's\n")
    print(f"{'':<24}{head}{'ms':>13}{'peak':>10}{'over data':>11}{'times':>8}")
    base = runs.get("package", {})
    for module, done in runs.items():
        print(row_of(BY_NAME[module].name, done, sizes, base))
    if reading:
        print(row_of("reading text (CSV)", reading, sizes, {}))


def start_up() -> None:
    """Print how long the command line takes to start, where it is installed beside this Python."""
    script = Path(sys.executable).with_name("fidelity")
    if not script.exists():
        print("\nstart-up: the command fidelity is not installed beside this Python, not measured")
        return
    print()
    commands = (["--help"], ["explain", str(HERE.parent / "examples" / "trials"), "ghahreman_2010"])
    for words in commands:
        seconds = []
        for _ in range(5):
            start = time.perf_counter()
            done = subprocess.run([str(script), *words], capture_output=True, check=False)
            seconds.append(time.perf_counter() - start)
        failed = f", exit code {done.returncode}" if done.returncode else ""
        print(f"start-up: fidelity {words[0]}: {min(seconds) * 1000:.0f} ms{failed}")


def demands(runs: Runs, frame: int) -> bool:
    """Print whether the three demands at a million procedures are fulfilled; what was not run is not judged."""
    package, hand, zen = (runs.get(name, {}).get(LARGEST) for name in ("package", "polars_by_hand", "zen_engine"))
    print()
    if package is None:
        print(f"The demands are about {LARGEST:,} procedures, which were not run.")
        return True
    lines: list[tuple[bool, str]] = []
    if zen is not None:
        ratio = zen.seconds / package.seconds
        lines.append((ratio >= 60, f"{ratio:.0f} times as fast as zen-engine's expression (at least 60)"))
    if hand is not None:
        ratio = package.seconds / hand.seconds
        reached = f"{hand.rate / 1e6:.1f} M procedures/s"
        if hand.rate < YARDSTICK:
            lines.append((False, f"no yardstick: the hand-written program reached {reached} (at least 8 M)"))
        lines.append(
            (ratio <= 3, f"{ratio:.2f} times the time of the hand-written program (at most 3), which reached {reached}")
        )
    ratio = (package.peak - package.before) / frame
    lines.append((ratio <= 3, f"{ratio:.2f} times the typed frame at the peak, the frame included (at most 3)"))
    for fulfilled, text in lines:
        print(f"{'PASS' if fulfilled else 'FAIL'}  {text}")
    return all(fulfilled for fulfilled, _ in lines)


def installed(contestant: Contestant) -> bool:
    try:
        version(contestant.distribution)
    except PackageNotFoundError:
        say(f"{contestant.name}: {contestant.distribution} is not installed, left out")
        return False
    return True


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure judging and grading.")
    everyone = [contestant.module for contestant in CONTESTANTS]
    parser.add_argument(
        "--sizes", default=",".join(map(str, SIZES)), help="numbers of procedures (default: %(default)s)"
    )
    parser.add_argument("--engines", default=",".join(everyone), help="who is measured (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the generated procedures (default: %(default)s)")
    parser.add_argument("--limit", type=float, default=60, help="seconds within which one must finish (default: 60)")
    parser.add_argument("--rounds", type=int, default=3, help="turns of those that take the frame whole (default: 3)")
    parser.add_argument("--no-reading", action="store_true", help="do not measure the reading of text")
    options = parser.parse_args()
    unknown = set(options.engines.split(",")) - set(everyone)
    if unknown:
        parser.error(f"no contestant is called {', '.join(sorted(unknown))}")
    return options


def main() -> int:
    options = arguments()
    sizes = sorted(int(size) for size in options.sizes.split(","))
    chosen = [entry for entry in CONTESTANTS if entry.module in options.engines.split(",") and installed(entry)]
    versions = {entry.distribution: version(entry.distribution) for entry in chosen}
    print(
        ", ".join(f"{name} {number}" for name, number in versions.items()), f"Python {sys.version.split()[0]}", sep=", "
    )
    print(f"{os.cpu_count()} processors; load before the run {os.getloadavg()[0]:.2f} (0 is idle); seed {options.seed}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rows in sizes:
            say(f"{rows:,} procedures are made")
            made = ask("make", rows, options.seed, folder)
        least, most = made["open"]
        megabytes = made["frame"] / 1e6
        print(
            f"24 criteria; each field open in {least:.0%} to {most:.0%} of the rows; largest frame {megabytes:.1f} MB"
        )
        runs = measure(chosen, sizes, options, folder)
        reading = {} if options.no_reading else measure_reading(sizes, options, folder)
    report(runs, reading, sizes)
    start_up()
    return 0 if demands(runs, made["frame"]) else 1


if __name__ == "__main__":
    sys.exit(main())
