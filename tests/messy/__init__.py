"""Messy workbooks and text tables as reviewers keep them, made together with the truth of what stands in them.

Nothing here knows how the package reads: of it only the codebook is used, for the names and words of fields.
"""
