"""From the master to the files of each package: `project` makes them, `skipped` says why some are absent."""

from fidelity.covariates.projections.probabilities import draws_of
from fidelity.covariates.projections.projecting import project, skipped

__all__ = ["draws_of", "project", "skipped"]
