"""Probabilities for what reports leave open: grades and concerns over the completions of facts, under an assumption."""
