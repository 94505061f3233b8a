"""Assumptions: what is taken to hold where a report is silent, so that a range of grades becomes probabilities."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field as Key
from pydantic import StringConstraints, model_validator

from fidelity.model.condition import Frozen, refuse
from fidelity.model.words import Level

Method = Literal["uniform", "base_rates", "shared", "independent"]

DEFAULT_ASSUMPTION: Final = "uniform"
"""The id of the assumption that is used where none is named."""

Text = Annotated[str, StringConstraints(min_length=1)]
Chance = Annotated[float, Key(gt=0, lt=1)]
"""A probability; 0 and 1 are refused, since an assumption never decides what a report leaves open."""

CHANCES: Final = ("met", "levels", "criteria")
TAKES: Final[dict[Method, tuple[str, ...]]] = {
    "uniform": (),
    "base_rates": ("weight",),
    "shared": ("weight", "spreads"),
    "independent": CHANCES,
}
"""The keys that each method takes, all but `levels` and `criteria` necessary."""


class Assumption(Frozen):
    """One version of an assumption about criteria that a report leaves open.

    `uniform`: every grade that is possible is as likely as the others. The other methods give each open criterion a
    probability of being met: `base_rates` its frequency in the review, pulled towards that of its level, itself pulled
    towards one half, each with `weight`; `shared` one unknown probability for each procedure, whose spread between
    procedures of the same rule sets is learnt from the review: its mean has `weight` at one half, and each of `spreads`
    (the sum of the two parameters of a Beta distribution) is as likely as the others beforehand; `independent` the
    probability `met`, or what `levels` and `criteria` (ids, alone or as `rule-set/criterion`) say instead.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    version: Annotated[str, StringConstraints(pattern=r"^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$")]
    title: Text
    because: Text
    warning: Text | None = None
    method: Method
    weight: Annotated[float, Key(gt=0)] | None = None
    spreads: Annotated[tuple[Annotated[float, Key(gt=0)], ...], Key(min_length=1)] | None = None
    met: Chance | None = None
    levels: dict[Level, Chance] = Key(default_factory=dict)
    criteria: dict[str, Chance] = Key(default_factory=dict)

    @property
    def reference(self) -> str:
        """The assumption as outputs name it: `<id>@<version>`."""
        return f"{self.id}@{self.version}"

    @property
    def order(self) -> tuple[int, ...]:
        """The key by which versions compare."""
        return tuple(int(part) for part in self.version.split("."))

    @model_validator(mode="after")
    def _keys_suit_the_method(self) -> Assumption:
        takes, keys = TAKES[self.method], ("weight", "spreads", *CHANCES)
        for key in (key for key in keys if getattr(self, key) and key not in takes):
            raise refuse("bad-assumption", f"the method {self.method} takes no {key}", "take it out", key)
        for key in (key for key in keys if getattr(self, key) is None and key in takes):
            raise refuse("missing", f"{key} is missing", f"the method {self.method} needs {key}:")
        return self
