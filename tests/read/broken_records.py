"""Records that are wrong in their structure."""

from __future__ import annotations

from read.broken_values import SPELL_OUT, Broken

STUDY = """studies:
- id: beside
  arms: [{id: a, role: active}]
- id: broken
"""

STRUCTURE = [
    Broken(
        "an unknown role",
        STUDY + "  arms: [{id: a, role: treatment}]\n",
        "unknown-role",
        "broken.yaml:5:24",
        "use one of active, comparator, control, sham",
    ),
    Broken("no role", STUDY + "  arms: [{id: a}]\n", "missing", "broken.yaml:5:10", "add role:"),
    Broken("no arms", STUDY + "  label: Broken\n", "missing", "broken.yaml:4:3", "add arms:"),
    Broken("an empty list of arms", STUDY + "  arms: []\n", "missing", "broken.yaml:5:9", "add one, after a dash"),
    Broken("arms without a value", STUDY + "  arms:\n", "missing", "broken.yaml:4:3", "add arms:"),
    Broken(
        "arms that are no list",
        STUDY + "  arms: {id: a, role: active}\n",
        "wrong-type",
        "broken.yaml:5:9",
        "write one entry a line, each after a dash",
    ),
    Broken(
        "a study that is a word",
        STUDY.replace("id: broken", "broken"),
        "wrong-type",
        "broken.yaml:4:3",
        "write key: value, one a line",
    ),
    Broken(
        "a study without an id",
        STUDY.replace("id: broken", "label: broken") + "  arms: [{id: a, role: sham}]\n",
        "missing",
        "broken.yaml:4:3",
        "add id:",
    ),
    Broken(
        "an unknown key of a study",
        STUDY + "  arm: [{id: a, role: sham}]\n  arms: [{id: a, role: sham}]\n",
        "unknown-key",
        "broken.yaml:5:3",
        "did you mean 'arms'?",
    ),
    Broken(
        "a study that stands twice",
        STUDY.replace("broken", "beside") + "  arms: [{id: a, role: sham}]\n",
        "duplicate-study",
        "broken.yaml:4:7",
        "give it an id of its own, or delete it",
    ),
    Broken(
        "an arm that stands twice",
        STUDY + "  arms: [{id: a, role: active}, {id: a, role: sham}]\n",
        "duplicate-arm",
        "broken.yaml:5:38",
        "give it an id of its own, or delete it",
    ),
    Broken(
        "a procedure that stands twice",
        STUDY + "  arms: [{id: a, role: active, procedures: [{id: p}, {id: p}]}]\n",
        "duplicate-procedure",
        "broken.yaml:5:59",
        "give it an id of its own, or delete it",
    ),
    Broken(
        "a factor that is no field",
        STUDY + "  design_factors: [lesion_temprature]\n  arms: [{id: a, role: active}]\n",
        "unknown-field",
        "broken.yaml:5:20",
        "did you mean 'lesion_temperature'?",
    ),
    Broken(
        "a judgement of a procedure that is not there",
        STUDY
        + "  arms: [{id: rf, role: active}]\n"
        + "  judgements: [{procedure: fr, criterion: a/b, verdict: met, reason: r, who: w, when: 2026}]\n",
        "unknown-procedure",
        "broken.yaml:6:28",
        "use one of rf",
    ),
    Broken(
        "a verdict that is none",
        STUDY
        + "  arms: [{id: rf, role: active}]\n"
        + "  judgements: [{criterion: a/b, verdict: part, reason: r, who: w, when: 2026}]\n",
        "unknown-verdict",
        "broken.yaml:6:42",
        "use one of met, partly_met, not_met, not_applicable",
    ),
    Broken(
        "an alias",
        STUDY + "  label: &x Broken\n  title: *x\n  arms: [{id: a, role: active}]\n",
        "yaml-alias",
        "broken.yaml:6:10",
        SPELL_OUT,
    ),
    Broken(
        "a key that stands twice",
        STUDY + "  label: one\n  label: two\n  arms: [{id: a, role: active}]\n",
        "duplicate-key",
        "broken.yaml:6:3",
        "keep one of the two",
    ),
    Broken(
        "a byte that YAML spells out",
        STUDY + '  label: "a\\0b"\n  arms: [{id: a, role: active}]\n',
        "bad-character",
        "broken.yaml:5:10",
        "delete it",
    ),
]
