"""Whether rules are sound."""
