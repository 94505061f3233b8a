"""Fuzzes every reader, each in a process of its own, and prints a table: `python run.py [seconds] [target ...]`.

Exit code 1: an input raised, took more than 5 s or more than 1 GB; it is kept where the table says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from seeds import seeds

HERE = Path(__file__).parent
SECONDS = 600
"""For each reader."""


def fuzz(name: str, first: list[bytes], seconds: int, folder: Path) -> tuple[str, bool]:
    corpus, found = folder / name / "corpus", folder / name / "found"
    for place in (corpus, found):
        place.mkdir(parents=True)
    for number, content in enumerate(first):
        (corpus / f"seed-{number}").write_bytes(content)
    options = [
        f"-max_total_time={seconds}",
        "-timeout=5",
        "-rss_limit_mb=1024",
        "-max_len=65536",
        "-report_slow_units=1",
        "-print_final_stats=1",
        f"-artifact_prefix={found}/",
    ]
    command = [sys.executable, str(HERE / "targets.py"), name, *options, str(corpus)]
    # One thread for Polars: its memory is then that of the file, and runs are alike.
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        errors="replace",
        env={**os.environ, "POLARS_MAX_THREADS": "1"},
    )
    (folder / f"{name}.log").write_text(done.stderr, encoding="utf-8")
    crashes = [path for path in found.iterdir() if not path.name.startswith("slow-unit")]
    said = done.stderr

    def last(pattern: str) -> str:
        numbers = re.findall(pattern, said)
        return numbers[-1] if numbers else "?"

    runs, edges = last(r"number_of_executed_units: *(\d+)"), last(r"cov: (\d+)")
    slowest, peak = last(r"slowest_unit_time_sec: *(\d+)"), last(r"peak_rss_mb: *(\d+)")
    line = f"{name:8} {runs:>9} {edges:>9} {len(crashes):>8} {slowest:>8} s {peak:>6} MB"
    if done.returncode and not crashes:
        line += f"  stopped with code {done.returncode}"
    return line + "".join(f"\n         {path}" for path in crashes), bool(done.returncode or crashes)


def main() -> int:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    chosen = sys.argv[2:]
    folder = Path(tempfile.mkdtemp(prefix="fidelity-fuzz-"))
    print(f"{seconds} s for each reader; inputs and logs in {folder}")
    print(f"{'reader':8} {'runs':>9} {'coverage':>9} {'crashes':>8} {'slowest':>10} {'peak':>9}")
    failed = False
    for name, first in seeds().items():
        if not chosen or name in chosen:
            line, bad = fuzz(name, first, seconds, folder)
            print(line, flush=True)
            failed |= bad
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
