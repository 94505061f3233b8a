"""The methods paragraph and the checklist items of a review that uses the grades, from its own configuration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import polars as pl

from fidelity.covariates.losses import losses
from fidelity.covariates.master import Master
from fidelity.covariates.pack import Pack
from fidelity.explaining.wording import joined
from fidelity.model.assumption import Assumption
from fidelity.model.ruleset import RuleSet
from fidelity.model.scheme import GRADES
from fidelity.scoring.result import Scores
from fidelity.write.explanation import OURS
from fidelity.write.markdown import page
from fidelity.write.pack.words import arm_rule, network_words, scale_words, sparse_words, threshold_words

_RULE_SET = "rule set "


@dataclass(frozen=True, slots=True)
class Node:
    """A treatment of the network, and which techniques its arms hold."""

    name: str
    code: str
    kind: str
    arms: int
    techniques: str
    several: bool


def methods(pack: Pack, scores: Scores, assumption: Assumption, rules: Mapping[str, str], version: str) -> bytes:
    """Return methods.md; `scores` are those of all records that were read, `rules` the hashes of what judged them."""
    master, standard = pack.master, scores.standard
    used = _used(scores.of(master.studies["record"].to_list()), master.axis)
    mine = [one for ruleset in used for one in ruleset.criteria if standard.scheme.axis_of(one.domain) == master.axis]
    nodes = list(_nodes(master))
    decided = master.studies.filter(pl.col("fid_nr") == 0)
    return page(
        "methods.md.j2",
        version=version,
        ours=OURS,
        master=master,
        assumption=assumption,
        assumed=_clause(assumption.title),
        drafts=_drafts(used, standard.published),
        profile=standard.profile,
        clock=standard.profile.clock[master.axis],
        scheme=standard.scheme.name,
        codebook=standard.codebook,
        rulesets=used,
        criteria=sum(one.counted for one in mine),
        arm_rule=arm_rule(master),
        threshold=threshold_words(master),
        network=network_words(master),
        outcomes=pack.outcomes.frame["study"].n_unique(),
        records=scores.grades["study"].n_unique(),
        studies=master.studies.height,
        decided=decided.height,
        grades=_grades(decided) if master.rule != "difference" else "",
        undetermined=_undetermined(master),
        left_out=_lost(master, stays=False),
        unnumbered=_lost(master, stays=True),
        sparse=sparse_words(master),
        nodes=nodes,
        merged=joined([f"`{node.code}`" for node in nodes if node.several], "and"),
        judgements=_judgements(scores),
        covariates=[
            {"name": one.name, "title": one.title, "scale": scale_words(one)}
            for one in master.covariates
            if one.scale != "criteria"
        ],
        criteria_columns=sum(one.scale == "criteria" for one in master.covariates),
        several=master.arms.group_by("study").len().filter(pl.col("len") > 2).height,
        comparisons=_comparisons(master),
        rules=[(name, digest) for name, digest in rules.items() if _matters(name, used)],
        cited=_cited(used),
    )


def _used(scores: Scores, axis: str) -> list[RuleSet]:
    """Return the rule sets that judged the axis in these studies."""
    names = set(scores.judgements.filter(pl.col("axis") == axis)["ruleset"])
    return [ruleset for ruleset in scores.standard.rulesets if ruleset.reference in names]


def _clause(title: str) -> str:
    """Return a title as it stands within a sentence; a first word that is written in capitals keeps them."""
    first, _, rest = title.rstrip(".").partition(" ")
    small = first if first[1:] != first[1:].lower() else first[:1].lower() + first[1:]
    return f"{small} {rest}".strip()


def _drafts(used: Sequence[RuleSet], published: frozenset[str]) -> str:
    """Return as a sentence which rule sets may still change, if any may."""
    drafts = [ruleset.reference for ruleset in used if ruleset.reference not in published]
    if not drafts:
        return ""
    if len(used) == 1:
        return f"The rule set is a draft and may still change (`{drafts[0]}`)."
    many = "All" if len(drafts) == len(used) else str(len(drafts))
    named = joined([f"`{reference}`" for reference in drafts], "and")
    state = "is a draft" if many == "1" else "are drafts"
    return f"{many} of these rule sets {state} and may still change ({named})."


def _matters(name: str, used: Sequence[RuleSet]) -> bool:
    return not name.startswith(_RULE_SET) or name.removeprefix(_RULE_SET) in {one.reference for one in used}


def _grades(decided: pl.DataFrame) -> str:
    found = Counter(decided["fid_lo"].to_list())
    return joined([f"{number} {GRADES[int(grade)]}" for grade, number in sorted(found.items())], "and")


def _undetermined(master: Master) -> int:
    """Return how many studies may have any grade; a difference has no such range."""
    whole = (pl.col("fid_lo") == 0) & (pl.col("fid_hi") == len(GRADES) - 1)
    return 0 if master.rule == "difference" else master.studies.filter(whole).height


def _lost(master: Master, *, stays: bool) -> str:
    """Return what with outcomes is left out and why, or, where its arms stay, what has no number."""
    mine = [loss for loss in losses(master.left_out) if loss.reason != "no_outcome" and loss.stays == stays]
    return joined([f"{loss.counted} ({loss.means})" for loss in mine], "and")


def _nodes(master: Master) -> Iterator[Node]:
    for row in master.treatments.sort("number").iter_rows(named=True):
        arms = master.arms.filter(pl.col("treat") == row["treat"])
        found = Counter(arms["node"].drop_nulls().to_list())
        told = [f"{name} ({number})" for name, number in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))]
        several = row["trt_class"] == "active" and len(found) > 1
        yield Node(row["name"], row["treat"], row["trt_class"], row["arms"], ", ".join(told), several)


def _judgements(scores: Scores) -> int:
    """Return how many judgements of their own people recorded."""
    studies = {
        batch.facts.origin.study(row).id: batch.facts.origin.study(row)
        for batch in scores.batches
        for row in batch.settled.unique("study", keep="first", maintain_order=True)["row"]
    }
    return sum(len(study.judgements) for study in studies.values())


def _comparisons(master: Master) -> str:
    order = dict(master.treatments.select("treat", "number").iter_rows())
    pairs = Counter(
        pair
        for _, arms in master.arms.group_by("study", maintain_order=True)
        for pair in combinations(sorted(arms["treat"].unique(), key=order.__getitem__, reverse=True), 2)
    )
    ordered = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return joined([f"`{one}` against `{other}` ({number})" for (one, other), number in ordered], "and")


def _cited(used: Sequence[RuleSet]) -> list[str]:
    """Return the documents on which counted criteria rest, each once."""
    entries = []
    for ruleset in used:
        resting = {source.document for one in ruleset.criteria if one.counted for source in one.sources}
        for name, document in ruleset.documents.items():
            if name in resting:
                published = str(document.published) if document.published else None
                parts = (document.title, document.body, published, document.doi or document.address)
                entries.append(". ".join(part.rstrip(".") for part in parts if part))
    return sorted(dict.fromkeys(entries))
