"""Contrasts hold together: all of them are there, they add up, and effects give what arms give."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import polars as pl
import pytest

from covariates.projections.masters import ARMS, CONTRASTS, EVENTS, MEANS, made
from fidelity.covariates.master import Master
from fidelity.covariates.projections import project
from fidelity.model.outcomes import OutcomeKind

Rows = dict[tuple[str, str, str], dict[str, float]]


def contrasts(master: Master) -> Rows:
    frame = next(table.frame for table in project(master) if table.path == "netmeta/contrasts.csv")
    return {(row["studlab"], row["treat1"], row["treat2"]): row for row in frame.iter_rows(named=True)}


def as_effects() -> Master:
    """The master of means told as effects against the first arm of each study, exactly."""
    means = made("means")
    effects: list[tuple[float | None, float | None]] = []
    first = (0.0, 0.0)
    for index, (study, *_) in enumerate(ARMS):
        mean, sd, n = MEANS[index]
        if index == 0 or ARMS[index - 1][0] != study:
            first = (mean, sd**2 / n)
            effects.append((None, first[1] ** 0.5 if study == "Baker" else None))
        else:
            effects.append((mean - first[0], (sd**2 / n + first[1]) ** 0.5))
    arms = made("contrasts").arms.with_columns(
        effect=pl.Series([effect for effect, _ in effects]), se=pl.Series([se for _, se in effects])
    )
    return replace(means, kind="contrasts", arms=arms)


@pytest.mark.parametrize("kind", ["events", "means", "contrasts"])
def test_a_trial_of_k_arms_has_every_pair_once(kind: OutcomeKind) -> None:
    found = contrasts(made(kind))
    expected = set()
    for study in dict.fromkeys(arm[0] for arm in ARMS):
        arms = [treat for of, treat, *_ in ARMS if of == study]
        expected |= {(study, later, earlier) for earlier, later in combinations(arms, 2)}
    assert set(found) == expected
    assert len(found) == 1 + 3 + 1 + 1 + 1


def test_an_effect_of_events_is_the_log_odds_ratio() -> None:
    found = contrasts(made("events"))["Adams", "RF", "SHAM"]
    (r0, n0), (r1, n1) = EVENTS[0], EVENTS[1]
    assert found["TE"] == pytest.approx(np.log((r1 / (n1 - r1)) / (r0 / (n0 - r0))))
    assert found["seTE"] == pytest.approx(np.sqrt(1 / r0 + 1 / (n0 - r0) + 1 / r1 + 1 / (n1 - r1)))


def test_an_effect_of_means_is_their_difference_with_what_netmeta_needs_beside_it() -> None:
    found = contrasts(made("means"))["Baker", "PRF", "RF"]
    (m1, s1, n1), (m2, s2, n2) = MEANS[4], MEANS[3]
    assert found["TE"] == pytest.approx(m1 - m2)
    assert found["seTE"] == pytest.approx(np.sqrt(s1**2 / n1 + s2**2 / n2))
    assert [found[name] for name in ("n1", "mean1", "sd1", "n2", "mean2", "sd2")] == [n1, m1, s1, n2, m2, s2]


@pytest.mark.parametrize("kind", ["events", "means", "contrasts"])
def test_the_effects_of_a_trial_with_three_arms_add_up(kind: OutcomeKind) -> None:
    found = contrasts(made(kind))
    direct = found["Baker", "PRF", "RF"]["TE"]
    assert direct == pytest.approx(found["Baker", "PRF", "SHAM"]["TE"] - found["Baker", "RF", "SHAM"]["TE"])


def test_the_third_variance_takes_the_baseline_out_twice() -> None:
    found = contrasts(made("contrasts"))
    base, first, second = (CONTRASTS[index][1] for index in (2, 3, 4))
    assert base is not None
    assert first is not None
    assert second is not None
    assert found["Baker", "PRF", "RF"]["seTE"] == pytest.approx(np.sqrt(first**2 + second**2 - 2 * base**2))
    assert found["Baker", "RF", "SHAM"]["seTE"] == pytest.approx(first)


def test_effects_against_a_baseline_give_the_contrasts_that_arms_give() -> None:
    of_arms, of_effects = contrasts(made("means")), contrasts(as_effects())
    assert of_arms.keys() == of_effects.keys()
    for key, row in of_arms.items():
        assert of_effects[key]["TE"] == pytest.approx(row["TE"])
        assert of_effects[key]["seTE"] == pytest.approx(row["seTE"])


def test_the_baseline_may_stand_anywhere_in_its_trial() -> None:
    """Effects against the second arm, rewritten by hand, give the same contrasts."""
    master = as_effects()
    variance = [sd**2 / n for _, sd, n in MEANS[2:5]]
    mean = [mean for mean, _, _ in MEANS[2:5]]
    against = {"SHAM": 0, "RF": None, "PRF": 2}
    rows = master.arms.to_dicts()
    for row in rows[2:5]:
        at = against[row["treat"]]
        row["effect"] = None if at is None else mean[at] - mean[1]
        row["se"] = variance[1] ** 0.5 if at is None else (variance[at] + variance[1]) ** 0.5
    turned = contrasts(replace(master, arms=pl.DataFrame(rows, schema=master.arms.schema)))
    for key, row in contrasts(master).items():
        assert turned[key]["TE"] == pytest.approx(row["TE"])
        assert turned[key]["seTE"] == pytest.approx(row["seTE"])


def test_generalised_least_squares_on_contrasts_for_metafor_gives_what_arms_give() -> None:
    """Slope and effects without heterogeneity, solved with numpy from the two files."""
    arms = next(t.frame for t in project(made("means")) if t.path == "metafor/arms.csv")
    studies = list(dict.fromkeys(arms["study"]))
    design = [
        [*(float(row["study"] == study) for study in studies), row["treat"] == "RF", row["treat"] == "PRF",
         row["active"] * row["fid"]]
        for row in arms.iter_rows(named=True)
    ]  # fmt: skip
    of_arms = solved(np.array(design, float), arms["yi"].to_numpy(), np.diag(arms["vi"].to_numpy()))[-3:]

    rows = next(t.frame for t in project(as_effects()) if t.path == "metafor/contrasts.csv")
    v = np.zeros((rows.height, rows.height))
    for i, a in enumerate(rows.iter_rows(named=True)):
        for j, b in enumerate(rows.iter_rows(named=True)):
            v[i, j] = 0.0 if a["study"] != b["study"] else a["vi"] if i == j else a["v_base"]
    x = rows.select("d_RF", "d_PRF", pl.col("active") * pl.col("fid")).to_numpy().astype(float)
    assert solved(x, rows["yi"].to_numpy(), v) == pytest.approx(of_arms)


def solved(x: np.ndarray, y: np.ndarray, v: np.ndarray) -> np.ndarray:
    weight = np.linalg.inv(v)
    return np.linalg.solve(x.T @ weight @ x, x.T @ weight @ y)


def test_the_slopes_of_contrasts_are_the_design_times_the_covariate() -> None:
    rows = next(t.frame for t in project(made("contrasts")) if t.path == "metafor/contrasts.csv")
    clark = rows.filter(pl.col("study") == "Clark").row(0, named=True)
    assert (clark["treat"], clark["base"], clark["active"]) == ("PRF", "RF", 0)
    assert (clark["d_PRF"], clark["d_RF"]) == (1, -1)
    assert (clark["x_PRF"], clark["x_RF"]) == (1.0, -1.0)
    assert clark["fid_diff"] == 1 - 3
