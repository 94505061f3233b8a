"""Models ready to run: JAGS, which takes the probability of each grade, and metafor, which takes one number."""

from fidelity.covariates.models.jags import jags_tables
from fidelity.covariates.models.scripts import jags_texts

__all__ = ["jags_tables", "jags_texts"]
