"""What each package refuses, or uses wrongly without a word, as checks of the files made for it."""

from fidelity.covariates.validators.checking import check

__all__ = ["check"]
