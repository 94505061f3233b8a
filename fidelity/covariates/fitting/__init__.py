"""Whether a slope of a covariate can be fitted in a network at all, whatever the outcomes."""

from fidelity.covariates.fitting.varying import fits

__all__ = ["fits"]
