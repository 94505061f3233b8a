"""The model and the R scripts of a pack, as text."""

from __future__ import annotations

from importlib.resources import files

from fidelity.covariates.master import Master


def jags_texts(master: Master) -> dict[str, str]:
    """Return the texts that stand beside the tables of a pack, by path: the JAGS model and scripts that fit in R."""
    likelihood = "events" if master.kind == "events" else "means"
    model = f"model {{\n{_text(f'likelihood_{likelihood}.jags')}\n{_text('shared.jags')}}}\n"
    texts = {"jags/model.jags": model, "jags/fit.R": _text("fit.R")}
    if master.kind != "contrasts":
        texts["metafor/fit.R"] = f'reference <- "{master.reference}"\n{_text("metafor.R")}'
    return texts


def _text(name: str) -> str:
    return files(__package__).joinpath("scripts", name).read_text(encoding="utf-8")
