"""From a range of grades to probabilities, under a stated assumption about what reports do not say."""

from fidelity.expecting.expect import expect
from fidelity.expecting.expectation import Expectation

__all__ = ["Expectation", "expect"]
