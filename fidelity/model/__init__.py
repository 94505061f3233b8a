"""The nouns: codebook, rule sets, scheme, profiles, study records, and the typed frame. No input or output."""
