"""Mapping files: reviewers' own tables put into the codebook's words, and what a mapping for a new file proposes."""
