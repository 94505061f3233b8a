"""Criteria compiled to Polars over possible values: scope, judgements, and why they are what they are."""
