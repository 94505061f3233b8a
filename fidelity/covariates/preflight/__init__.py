"""What a statistician should know before fitting: variation, identifiability, connection, confounding."""

from fidelity.covariates.preflight.found import Preflight
from fidelity.covariates.preflight.looking import look
from fidelity.covariates.preflight.said import as_json
from fidelity.covariates.preflight.telling import as_text, in_short

__all__ = ["Preflight", "as_json", "as_text", "in_short", "look"]
