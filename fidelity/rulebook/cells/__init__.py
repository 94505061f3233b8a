"""Exact reasoning: every complete procedure that the constants of rules can tell apart."""
