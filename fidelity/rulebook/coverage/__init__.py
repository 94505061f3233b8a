"""What the examples of a feature decide of its rule set, and which variants they would notice."""
