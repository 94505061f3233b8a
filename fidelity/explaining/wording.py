"""Values, conditions and judgements in words: every label, unit and sentence comes from codebook and rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import inf, nextafter
from typing import Final

from fidelity.explaining.explanation import Recruitment
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import AllOf, Condition, Leaf
from fidelity.model.dates import Days
from fidelity.model.judgement import decided, reason_of, verdicts_of
from fidelity.model.scheme import GRADES
from fidelity.model.study import Observation
from fidelity.model.values import Interval, Listed, OneOf, Value, Words
from fidelity.model.words import Evidence, spoken

SYMBOL: Final = {"met": "✓", "partly_met": "~", "not_met": "✗", "not_applicable": "–", "open": "?"}
"""A sign beside the word, never instead of it."""

NOTICE: Final = "The criteria are the societies'; the levels and the scheme are this project's proposal."
"""What stands on every page that is made for people, on the screen and in print."""

EVIDENCE_MEANS: Final[dict[Evidence, str]] = {
    "read": "the demand was read in the document itself",
    "secondary": "the demand was read in another text that reports what the document asks",
    "unverified": "nobody has yet found the demand in the document: it is shown and never counted",
}

COMPARISON: Final = {
    "at_least": "{} or more",
    "more_than": "more than {}",
    "at_most": "{} or less",
    "less_than": "less than {}",
    "asks_at_least": "a cut-off of {} or stricter",
    "asks_more_than": "a cut-off of more than {}",
    "at_least_as_thick_as": "{} or thicker",
    "at_least_as_thin_as": "{} or thinner",
}

CONDITION: Final = {
    "applies_when": "Asked where",
    "met_when": "Met where",
    "not_met_when": "Not met where",
    "partly_met_when": "Otherwise partly met where",
}
"""How each condition of a criterion is introduced."""


def joined(words: Iterable[str], last: str = "or") -> str:
    """Return words as a person lists them: "a, b or c"."""
    listed = list(words)
    return f" {last} ".join((", ".join(listed[:-1]), listed[-1])) if len(listed) > 1 else "".join(listed)


def number(value: float) -> str:
    """Return a number without a needless fraction."""
    return f"{value:g}"


def measured(value: float | str, field: Field) -> str:
    """Return a number or a gauge with the unit of its field; a count of one stands alone."""
    text = value if isinstance(value, str) else number(value)
    bare = field.unit is None or (field.type == "count" and text == "1")  # "1 lesions" is no English
    return text if bare else f"{text} {field.unit}"


def value_words(value: Value, field: Field) -> str:
    """Return the values that an observation leaves possible: "75 to 85 °C", "fluoroscopy or CT"."""
    if isinstance(value, Words):
        return value.text
    if isinstance(value, OneOf):
        labels = [field.choices[name].label for name in field.choices if name in value.names]
        return joined(labels) + (f" {field.unit}" if field.unit else "")
    if isinstance(value, Listed):
        present = joined((field.choices[name].label for name in field.choices if name in value.present), "and")
        only = "; nothing else" if value.possible == value.present else "; others may be unmentioned"
        return f"{present or 'none named'}{only}"
    return _interval_words(value, field)


def _interval_words(value: Interval, field: Field) -> str:
    if field.type == "date":
        return str(_days(value))
    if field.type == "cut_off":
        return _cut_off_words(value, field)
    every = field.everything
    assert isinstance(every, Interval)
    if value.low == value.high:
        return measured(value.low, field)
    low = f"{'more than' if value.low_open else 'at least'} {measured(value.low, field)}"
    high = f"{'less than' if value.high_open else 'at most'} {measured(value.high, field)}"
    if value.high >= every.high:
        return low
    if value.low <= every.low:
        return high
    return f"{number(value.low)} to {measured(value.high, field)}"


def days_words(days: Days) -> str:
    """Return days as people write them: "2015", "2015-02-01", "between 2015 and 2020"."""
    first, last = days.first, days.last
    if first.year != last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"between {first.year} and {last.year}"
    if first < last and (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"between {first} and {last}" if " to " in str(days) else str(days)


def recruitment_words(recruitment: Recruitment) -> str:
    """Return when recruitment began, and from where that is known."""
    if recruitment.known_from is None:
        return "nothing is known of when recruitment began"
    words = days_words(recruitment.days)
    one_day = recruitment.days.first == recruitment.days.last
    before = "" if words.startswith("between") else "on " if one_day else "in "
    began = f"recruitment began {before}{words}"
    if recruitment.known_from == "publication_year":
        return f"{began} (from the year of publication: that year and the five before)"
    return began


def _days(value: Interval) -> Days:
    return Days(date.fromordinal(int(value.low)), date.fromordinal(int(value.high)))


def _cut_off_words(value: Interval, field: Field) -> str:
    low, high = round(value.lower, 9), round(value.upper, 9)
    strict, open_ = value.lower > low, value.lower <= low < value.upper
    if low != high:
        return f"between {measured(low, field)} and {measured(high, field)}"
    if strict:
        return f"more than {measured(low, field)}"
    if open_ and value.upper == nextafter(low, inf):
        return f"{measured(low, field)}, whether more than or at least is not said"
    return f"at least {measured(low, field)}"


def observation_words(observation: Observation, field: Field) -> str:
    """Return what the report says of a field, in its own words where the record keeps them."""
    if observation.value is None:
        return spoken(observation.status)
    text = value_words(observation.value, field)
    if observation.as_written and observation.as_written.casefold() != text.casefold():
        text = f"{text} (in the report's words: {observation.as_written})"
    return text


def leaf_words(leaf: Leaf, codebook: Codebook) -> str:
    """Return what a leaf asks: "Electrode temperature: 80 °C or more"."""
    field = codebook.fields[leaf.field]
    parts = []
    for operator, operand in leaf.tests.items():
        if operator in COMPARISON:
            parts.append(COMPARISON[operator].format(measured(operand, field)))
        elif operator == "reported":
            parts.append("stated in the report")
        else:
            names = (operand,) if isinstance(operand, str) else operand
            last = "and" if operator == "includes_all" else "or"
            parts.append(joined((_label(name, field) for name in names), last))
    return f"{field.label}: {' and '.join(parts)}"


def condition_words(condition: Condition, codebook: Codebook) -> str:
    """Return a condition in words, its members joined by "and" or "or"."""
    if isinstance(condition, Leaf):
        return leaf_words(condition, codebook)
    joint = "; and " if isinstance(condition, AllOf) else "; or "
    parts = (condition_words(member, codebook) for member in condition.members)
    return joint.join(f"({part})" if "; " in part else part for part in parts)


def _label(name: str, field: Field) -> str:
    label = field.groups[name].label if name in field.groups else field.choices[name].label
    return f"{label} {field.unit}" if field.unit and name in field.choices else label


def judgement_words(byte: int) -> str:
    """Return a judgement with its sign: "✓ met", "? not reported (met or not met)"."""
    verdicts = verdicts_of(byte)
    if decided(byte):
        return f"{SYMBOL[verdicts[0]]} {spoken(verdicts[0])}"
    reason = reason_of(byte) or "unclear"
    return f"{SYMBOL['open']} {spoken(reason)} ({joined(spoken(verdict) for verdict in verdicts)})"


def brief_range(low: str, high: str) -> str:
    """Return a range of grades: one word, "limited to full", or "undetermined" for the whole scale."""
    if (low, high) == (GRADES[0], GRADES[-1]):
        return "undetermined"
    return low if low == high else f"{low} to {high}"


def range_words(low: str | None, high: str | None) -> str:
    """Return a range of grades as `brief_range` does, the whole scale and nothing at all with what they mean."""
    if low is None or high is None:
        return "not applicable (nothing is asked on this axis)"
    whole = (low, high) == (GRADES[0], GRADES[-1])
    return brief_range(low, high) + (f" (anything from {low} to {high})" if whole else "")
