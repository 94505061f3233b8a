"""Observations that are wrong, each with the problem that a person should be told of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Broken:
    """One kind of broken input: what is written, and the problem that a person should be told of."""

    name: str
    written: str | bytes
    code: str
    place: str
    remedy: str
    beside: bool = True
    """Whether the sound study of the same file is still read."""


RECORD = """studies:
- id: beside
  arms: [{id: a, role: active, observations: {lesion_temperature: 80}}]
- id: broken
  arms:
  - id: a
    role: active
    observations:
      """


def value(name: str, line: str, code: str, column: int, remedy: str) -> Broken:
    """A record in which one observation, at line 9, is wrong."""
    return Broken(name, RECORD + line + "\n", code, f"broken.yaml:9:{column}", remedy)


SPELL_OUT = "write out in full what is meant"
TEMPERATURE = "37 to 100 °C is possible: check the number and its unit"
AMBIGUOUS = "write NR, 'not applicable', or nothing; or say what it means, with --na or by `codes` in a mapping"
NUMBERS = "write a decimal point, and nothing between thousands; or say in the mapping that decimal: comma"
FAHRENHEIT = "write the value in °C; 80 °F are 26 2/3 °C"
CHECK_ABOVE = "check the indentation, the colons and the quotation marks here and in the line above"

VALUES = [
    value("a temperature in Fahrenheit", "lesion_temperature: 80 F", "unknown-unit", 27, FAHRENHEIT),
    value("a decimal comma", "injectate_volume: 2,5 mL", "decimal-comma", 25, NUMBERS),
    value("a comma between thousands", "lesion_duration: 1,200 s", "decimal-comma", 24, NUMBERS),
    value("a number out of range", "lesion_temperature: 800", "out-of-range", 27, TEMPERATURE),
    value("a negative number", "lesion_temperature: -5", "out-of-range", 27, TEMPERATURE),
    value("a bound that leaves nothing", "lesion_temperature: '> 100'", "out-of-range", 27, TEMPERATURE),
    value(
        "a range that runs backwards",
        "lesion_temperature: 90-80",
        "reversed-range",
        27,
        "write the smaller number first",
    ),
    value(
        "a number that is about",
        "lesion_temperature: about 80 °C",
        "approximate",
        27,
        "write the least and the most that it can be, or unclear",
    ),
    value(
        "a mean with its spread",
        "lesion_temperature: 80 ± 3",
        "spread",
        27,
        "write the value or the range that was set, or unclear",
    ),
    value("a number in words", "lesion_temperature: eighty", "no-number", 27, "write it like 60 °C"),
    value(
        "half a lesion", "lesions_per_nerve: 2.5", "not-whole", 26, "write a whole number, or a range of whole numbers"
    ),
    value(
        "a cut-off from above",
        "block_relief_cutoff: '< 50 %'",
        "cut-off-direction",
        28,
        "write the least that counts, such as '>= 50 %' or '> 50 %'",
    ),
    value("NA", "lesion_temperature: NA", "ambiguous-na", 27, AMBIGUOUS),
    value("a dash for what is missing", "region: '-'", "ambiguous-na", 15, AMBIGUOUS),
    value(
        "a gauge that is compared",
        "electrode_gauge: 18 G or larger",
        "gauge-direction",
        24,
        "write the gauges that it can be, such as 16-18 G",
    ),
    value("gauss", "electrode_gauge: 20 gauss", "no-gauge", 24, "write it like 18 G or 18-20 G"),
    value("a gauge that nobody makes", "electrode_gauge: 40 G", "unknown-choice", 24, "14 to 25 G is possible"),
    value("a misspelt choice", "image_guidance: Fluroscopy", "unknown-choice", 23, "did you mean 'fluoroscopy'?"),
    value("an unknown choice", "region: knee", "unknown-choice", 15, "use one of cervical, lumbar, sacral"),
    value(
        "either of two views",
        "views: ap or lateral",
        "open-list",
        14,
        "list what was present for certain, separated by ;",
    ),
    value("neither yes nor no", "steroid_given: maybe", "unknown-choice", 22, "write yes, no or unclear"),
    value(
        "a date in another order",
        "recruitment_start: 01/02/2015",
        "bad-date",
        26,
        "write 2015, 2015-02 or 2015-02-01",
    ),
    value(
        "a month that does not exist", "recruitment_start: 2015-13", "bad-date", 26, "write 2015, 2015-02 or 2015-02-01"
    ),
    value("a misspelt field", "lesion_temprature: 80", "unknown-field", 7, "did you mean 'lesion_temperature'?"),
    value("a label for a name", "Temperature: 80", "unknown-field", 7, "did you mean 'lesion_temperature'?"),
    value(
        "an unknown key in an observation",
        "lesion_temperature: {vlaue: 80}",
        "unknown-key",
        28,
        "did you mean 'value'?",
    ),
    value(
        "a wrong basis",
        "lesion_temperature: {value: 80, basis: infered}",
        "unknown-basis",
        46,
        "did you mean 'inferred'?",
    ),
    value(
        "a wrong status",
        "lesion_temperature: {status: not_reportd}",
        "unknown-status",
        36,
        "did you mean 'not_reported'?",
    ),
    value(
        "a value beside not reported",
        "lesion_temperature: {value: 80, status: not_reported}",
        "status-clash",
        27,
        "keep one of the two",
    ),
    value(
        "reported without a value",
        "lesion_temperature: {status: reported}",
        "no-value",
        27,
        "write the value, or unclear",
    ),
    value("a flag that is no flag", "views: {value: ap, only: perhaps}", "no-yes-or-no", 32, "write yes or no"),
    value("an anchor", "lesion_temperature: &hot 80", "yaml-anchor", 27, SPELL_OUT),
    value("a tag", "lesion_temperature: !!float 80", "yaml-tag", 27, "write the text alone"),
    value(
        "a mapping for a value",
        "lesion_temperature: {value: {from: 80}}",
        "wrong-type",
        35,
        "write one value or a list of values",
    ),
    Broken(
        "a field that stands twice",
        RECORD + "lesion_temperature: 80\n      lesion_temperature: 90\n",
        "duplicate-key",
        "broken.yaml:10:7",
        "keep one of the two",
    ),
]
