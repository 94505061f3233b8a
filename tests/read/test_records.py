"""Records become studies; what is wrong refuses exactly what depends on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from fidelity.errors import Place
from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation, Study
from fidelity.model.values import Interval, OneOf
from fidelity.read.reading import Reading
from fidelity.read.record_schema import record_schema
from fidelity.read.sources import read

FULL: dict[str, Any] = {
    "id": "lord_1996",
    "label": "Lord 1996",
    "title": "A trial",
    "year": 1996,
    "design": "randomised",
    "unstated": "not_reported",
    "design_factors": ["lesion_duration"],
    "sources": [{"kind": "abstract", "address": "doi"}],
    "cautions": ["small"],
    "observations": {"region": "cervical", "publication_year": 1996},
    "arms": [
        {
            "id": "rf",
            "label": "RF neurotomy",
            "role": "active",
            "n": 12,
            "observations": {"lesion_temperature": "80 °C"},
            "procedures": [
                {"id": "first", "main": True, "observations": {"lesion_duration": 90}},
                {
                    "id": "again",
                    "role": "sham",
                    "observations": {"lesion_temperature": {"value": 85, "basis": "cited"}},
                },
            ],
        },
        {"id": "sham", "role": "sham"},
    ],
    "judgements": [
        {"procedure": "first", "criterion": "a/b", "verdict": "partly met", "reason": "r", "who": "AB", "when": "2026"}
    ],
}


def one_study(codebook: Codebook, record: dict[str, Any]) -> Study:
    reading = read(record, codebook)
    assert reading.problems == ()
    return reading.batches[0].origin.study(0)


def test_a_record_is_read_whole(codebook: Codebook) -> None:
    study = one_study(codebook, FULL)
    assert (study.id, study.label, study.year, study.unstated) == ("lord_1996", "Lord 1996", "1996", "not_reported")
    assert (study.design_factors, study.cautions) == (("lesion_duration",), ("small",))
    assert study.sources[0].address == "doi"
    assert study.judgements[0].verdict == "partly_met"
    rf, sham = study.arms
    assert (rf.label, rf.n, rf.procedures[0].main, rf.procedures[1].role) == ("RF neurotomy", "12", True, "sham")
    assert (sham.label, [procedure.id for procedure in sham.procedures]) == ("sham", ["sham"])
    assert rf.procedures[1].observations["lesion_temperature"].basis == "cited"


def test_the_nearest_observation_makes_the_row(codebook: Codebook) -> None:
    frame = read(FULL, codebook).batches[0].frame
    assert frame["procedure"].to_list() == ["first", "again", "sham"]
    assert frame["role"].to_list() == ["active", "sham", "sham"]
    assert frame["lesion_temperature.low"].to_list() == [80, 85, 37]
    assert frame["lesion_temperature.depth"].to_list() == [1, 2, -1]


def test_a_row_knows_where_it_and_its_facts_stand(tmp_path: Path, codebook: Codebook) -> None:
    file = tmp_path / "r.yaml"
    file.write_text(
        "studies:\n"
        "- id: a\n"
        "  observations: {region: lumbar}\n"
        "  arms:\n"
        "  - id: x\n"
        "    role: active\n"
        "    observations: {lesion_temperature: 80}\n"
        "    procedures:\n"
        "    - id: p\n"
        "      observations: {lesion_duration: {value: 90, evidence: [{quote: q, place: p. 3, reader: AB}]}}\n"
    )
    origin = read(file, codebook).batches[0].origin
    assert origin.place(0) == Place(str(file), 9, 7)
    assert origin.place(0, "region") == Place(str(file), 3, 26)
    assert origin.place(0, "lesion_temperature") == Place(str(file), 7, 40)
    assert origin.place(0, "lesion_duration") == Place(str(file), 10, 39)
    assert origin.place(0, "views") == Place(str(file), 9, 7)
    found = origin.observation(0, "lesion_duration")
    assert found is not None
    assert (found.evidence[0].quote, found.evidence[0].place, found.evidence[0].reader) == ("q", "p. 3", "AB")
    assert origin.observation(0, "views") is None


def refused(reading: Reading) -> set[tuple[str, str | None, str | None]]:
    return {(refusal.study, refusal.arm, refusal.procedure) for refusal in reading.refused}


def kept(reading: Reading) -> set[tuple[str, str, str]]:
    return {row for batch in reading.batches for row in batch.frame.select("study", "arm", "procedure").iter_rows()}


def levels(**wrong: str) -> dict[str, Any]:
    """A study with two arms of two procedures each, with wrong or right observations at the levels that are named."""

    def at(level: str) -> dict[str, Any]:
        return {"observations": {"lesion_temperature": wrong[level]}} if level in wrong else {}

    arms = [
        {"id": arm, "role": "active", "procedures": [{"id": p, **at(f"{arm}{p}")} for p in "pq"], **at(arm)}
        for arm in "xy"
    ]
    return {"id": "s", "arms": arms, **at("study")}


EVERY = {("s", arm, procedure) for arm in "xy" for procedure in "pq"}


@pytest.mark.parametrize(
    ("wrong", "lost"),
    [
        ({"xp": "800"}, {("s", "x", "p")}),
        ({"x": "800"}, {("s", "x", "p"), ("s", "x", "q")}),
        ({"x": "800", "xp": "80"}, {("s", "x", "q")}),
        ({"study": "800"}, EVERY),
        ({"study": "800", "x": "80"}, {("s", "y", "p"), ("s", "y", "q")}),
        ({"study": "800", "x": "80", "y": "80"}, set()),
        ({"study": "80", "xp": "800", "yq": "NA"}, {("s", "x", "p"), ("s", "y", "q")}),
    ],
)
def test_a_wrong_observation_refuses_the_procedures_for_which_it_is_the_nearest(
    codebook: Codebook, wrong: dict[str, str], lost: set[tuple[str, str, str]]
) -> None:
    reading = read(levels(**wrong), codebook)
    assert reading.problems
    assert refused(reading) == lost
    assert kept(reading) == EVERY - lost


def test_a_study_that_is_wrong_in_its_structure_is_refused_whole(codebook: Codebook) -> None:
    record = levels()
    record["arms"][1]["role"] = "treatment"
    reading = read(record, codebook)
    assert refused(reading) == EVERY
    assert {refusal.role for refusal in reading.refused} == {"active", "treatment"}


def test_na_means_what_the_caller_says(codebook: Codebook) -> None:
    reading = read(levels(xp="NA"), codebook, na="not_reported")
    found = reading.batches[0].origin.observation(0, "lesion_temperature")
    assert found is not None
    assert found.status == "not_reported"


def test_studies_in_memory_are_read_as_they_are(codebook: Codebook) -> None:
    study = one_study(codebook, FULL)
    assert read(study, codebook).batches[0].frame.equals(read(FULL, codebook).batches[0].frame)
    assert read([study], codebook).rows == 3


def test_a_study_in_memory_that_does_not_suit_the_codebook_is_refused(codebook: Codebook) -> None:
    arms = one_study(codebook, FULL).arms
    wrong = Study(
        id="s",
        label="S",
        arms=arms,
        observations={
            "region": Observation(value=Interval(1, 1)),
            "lesion_temprature": Observation(value=OneOf(frozenset({"x"}))),
        },
    )
    reading = read(wrong, codebook)
    assert [(problem.code, str(problem.place)) for problem in reading.problems] == [
        ("unknown-field", "records[0].observations.lesion_temprature"),
        ("wrong-type", "records[0].observations.region"),
    ]
    assert (reading.rows, len(reading.refused)) == (0, 3)


def test_records_in_memory_name_the_path_of_what_is_wrong(codebook: Codebook) -> None:
    (problem,) = read([levels(), {**levels(xq="800"), "id": "t"}], codebook).problems
    assert str(problem.place) == "records[1].arms[0].procedures[1].observations.lesion_temperature"


def test_the_schema_is_sound_and_other_validators_can_use_it(codebook: Codebook) -> None:
    schema = record_schema(codebook)
    jsonschema.Draft202012Validator.check_schema(schema)
    other = jsonschema.Draft202012Validator(schema)
    sound = {**FULL, "judgements": []}
    assert list(other.iter_errors({"codebook": "1.2.0", "studies": [sound]})) == []
    for change in ({"design": "trial"}, {"arms": []}, {"observations": {"knee": 1}}, {"unstated": "unclear"}):
        assert list(other.iter_errors({"studies": [{**sound, **change}]}))


def test_the_schema_tells_extractors_what_a_field_is(codebook: Codebook) -> None:
    fields = record_schema(codebook)["$defs"]["observations"]["properties"]
    assert list(fields) == list(codebook.fields)
    assert fields["lesion_temperature"]["title"] == "Temperature"
    assert fields["lesion_temperature"]["description"] == "Set temperature. Possible: 37 to 100 °C."
    assert "Choices: fluoroscopy, ct (CT), landmarks (no imaging)." in fields["image_guidance"]["description"]
