"""Outcome tables of reviewers: a row for each arm, whatever their columns are called."""

from fidelity.read.outcomes.read import read_outcomes

__all__ = ["read_outcomes"]
