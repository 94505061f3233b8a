"""Every name becomes a code that packages take, no two names the same one, and the same names the same codes."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from fidelity.covariates.codes import criterion_columns, domain_columns, study_codes, treatment_codes
from fidelity.covariates.nodes import technique

names = some.lists(some.text(min_size=1, max_size=60), max_size=12)

TAKEN = {
    "n", "mean", "sd", "r", "se", "te", "study", "treat", "treatment", "trt", "y", "id", "rob", "event", "events",
    "active", "indirectness", "fid",
}  # fmt: skip
NOT_NAMES = {"true", "false", "na", "nan", "inf", "null", "t", "f"}


@pytest.mark.parametrize(
    ("code", "form"),
    [
        (study_codes, r"[A-Za-z][A-Za-z0-9_]{0,31}"),
        (treatment_codes, r"[A-Za-z][A-Za-z0-9_]{0,27}"),
        (criterion_columns, r"c_[A-Za-z0-9_]{1,27}"),
    ],
)
@settings(max_examples=40)
@given(names=names)
@example(names=["Lord 1996", "Lord-1996", "lord_1996", "LORD 1996"])
@example(names=["1996", "_", "-", "n", "N", "NA", "T", "mean", "Ärzte", "arzte", "李 2015", "王 2015"])
@example(names=["a" * 60, "a" * 59, "A" * 60, "a b c d e f g h i j k l m n o p q r s t u v w x y z"])
def test_codes_have_the_form_and_are_one_for_each_name(code, form, names: list[str]) -> None:
    codes = code(names)
    assert set(codes) == set(names)
    assert len({value.casefold() for value in codes.values()}) == len(codes)
    for value in codes.values():
        assert re.fullmatch(form, value), value
        assert value.casefold() not in NOT_NAMES
        assert code is not treatment_codes or value.casefold() not in TAKEN


@settings(max_examples=40)
@given(names=names)
def test_codes_do_not_hang_on_the_order_of_names(names: list[str]) -> None:
    assert treatment_codes(names) == treatment_codes(reversed(names))
    assert study_codes(names) == study_codes(reversed(names))


@settings(max_examples=20)
@given(
    names=some.lists(some.from_regex(r"[A-Za-z][a-z0-9]{2,8}_x[a-z0-9]{1,4}", fullmatch=True), unique_by=str.casefold)
)
def test_a_name_that_is_a_code_already_keeps_itself(names: list[str]) -> None:
    assert study_codes(names) == {name: name for name in names}
    assert treatment_codes(names) == {name: name for name in names}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sham procedure", "Sham_procedure"),
        ("DRG pulsed RF", "DRG_pulsed_RF"),
        ("AAA + x", "AAA_x"),
        ("Kortikosteroïd", "Kortikosteroid"),
        ("RFN_mb_thermal", "RFN_mb_thermal"),
        ("2 lesions", "t2_lesions"),
        ("Cooled RF denervation", "Cooled_RF_denervation"),
        ("Epidural steroid + local anaesthetic", "Epidur_steroid_local_anaesth"),
        ("Radiofrequency denervation of the medial branch", "Radiofr_denerv_medial_branch"),
    ],
)
def test_codes_of_treatments_are_made_of_their_words(name: str, code: str) -> None:
    assert treatment_codes([name]) == {name: code}


def test_each_word_of_a_long_name_keeps_its_beginning() -> None:
    name = "Epidural steroid + local anaesthetic"
    parts = treatment_codes([name])[name].split("_")
    assert len(parts) == 4
    assert all(
        word.startswith(part) for word, part in zip(["Epidural", "steroid", "local", "anaesthetic"], parts, strict=True)
    )


def test_names_that_differ_in_their_last_words_only_get_codes_that_end_in_a_number_and_in_no_half_word() -> None:
    first, second = "Epidural steroid + local anaesthetic A", "Epidural steroid + local anaesthetics A"
    codes = treatment_codes([first, second])
    assert codes[second].startswith("Epid")
    assert codes[second].endswith("_A_2")
    assert len(set(codes.values())) == 2


def test_a_study_with_a_long_name_keeps_its_year() -> None:
    name = "Manchikanti fluoroscopic caudal epidural 2012"
    assert study_codes([name])[name].endswith("_2012")


@settings(max_examples=40)
@given(names=names)
def test_the_slope_of_a_treatment_has_a_name_that_stata_takes(names: list[str]) -> None:
    assert all(len(f"x_{code}") <= 32 for code in treatment_codes(names).values())


def test_a_domain_keeps_its_name_unless_a_package_would_take_it_for_another_thing() -> None:
    domains = ["guidance", "dose", "robotics", "n", "mean"]
    assert domain_columns(domains) == {
        "guidance": "guidance", "dose": "dose", "robotics": "d_robotics", "n": "d_n", "mean": "d_mean",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("modality", "target", "route", "injectate", "name"),
    [
        ("RFN thermal", "mb", "", "", "RFN_mb_thermal"),
        ("RFN cooled", "slb", "", "", "RFN_slb_cooled"),
        ("PRF", "intraarticular", "", "", "PRF_intraarticular"),
        ("PRF", "DRG", "", "", "PRF_DRG"),
        ("injection", "epidural", "TF", "steroid", "TFESI"),
        ("injection", "epidural", "IL", "steroid", "ILESI"),
        ("injection", "epidural", "caudal", "steroid", "caudal_ESI"),
        ("injection", "epidural", "", "steroid", "ESI"),
        ("injection", "epidural", "TF", "LA", "TF_LA"),
        ("injection", "epidural", "", "saline", "epidural_saline"),
        ("injection", "SIJ", "", "steroid", "SIJ_steroid"),
        ("injection", "mb", "", "", "mb_injection"),
        ("adhesiolysis", "epidural", "", "", "adhesiolysis"),
        ("", "", "", "", ""),
    ],
)
def test_a_technique_is_called_by_what_was_done_where(
    modality: str, target: str, route: str, injectate: str, name: str
) -> None:
    words = {"modality": modality, "target": target, "epidural_route": route, "injectate": injectate}
    assert technique(words) == name
