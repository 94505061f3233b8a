"""What a model in JAGS reads, which takes the probability of each grade; `fidelity.write.pack` holds the model."""

from fidelity.covariates.models.jags import jags_tables

__all__ = ["jags_tables"]
