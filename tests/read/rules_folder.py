"""A small rules folder that is sound, file by file."""

from __future__ import annotations

from pathlib import Path

CODEBOOK = (Path(__file__).parent / "data" / "codebook.yaml").read_text()

SCHEME = """id: plain
version: 1.0.0
title: The worst departure speaks for all
departures:
  critical: {not_met: critical, partly_met: major}
  major: {not_met: major, partly_met: minor}
  minor: {not_met: minor}
axes: {delivery: [guidance, dose]}
unweighed: [documentation]
concern:
  - {is: critical, meaning: One., when: {departures: critical, at_least: 1, because: So.}}
  - {is: none, meaning: None.}
grade:
  - {is: poor, meaning: One., when: {domains: critical, at_least: 1, because: So.}}
  - {is: full, meaning: None.}
"""
PROFILE = """id: main
title: Main
scheme: plain@1.0.0
clock: {delivery: now}
rule_sets: [lumbar-rf]
"""
RULES = """id: lumbar-rf
version: 1.0.0
title: Neurotomy
codebook: 1.2.0
in_force: {from: 2020-04}
covers: {field: region, equals: lumbar}
documents:
  paper: {title: Paper, published: 2020}
criteria:
  - id: hot
    title: The tip was hot.
    domain: dose
    level: critical
    met_when: {field: lesion_temperature, at_least: 80}
    sources: [{document: paper, section: "1", evidence: read}]
"""
PROCEDURES = "procedures: [{id: p, title: a procedure, scope: {region: lumbar}}]\n"

FILES = {
    "codebook.yaml": CODEBOOK,
    "procedures.yaml": PROCEDURES,
    "schemes/plain/1.0.0.yaml": SCHEME,
    "schemes/plain/1.0.0.table.csv": "step,critical\n",
    "profiles/main.yaml": PROFILE,
    "lumbar-rf/1.0.0.yaml": RULES,
    "PUBLISHED": "# none\n\n",
}
