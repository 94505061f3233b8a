"""The manifest as the metadata of a Process Run Crate, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote

from fidelity.errors import UsageError
from fidelity.write.pack.manifest import Hashed, Manifest
from fidelity.write.pack.run import Run

NAME: Final = "ro-crate-metadata.json"
"""What the manifest is called in every crate."""

_CRATE: Final = "https://w3id.org/ro/crate/1.1"
_PROFILE: Final = "https://w3id.org/ro/wfrun/process/0.5"
_TERMS: Final = "https://w3id.org/ro/terms/workflow-run/context"
_RUN, _TOOL = "#run", "#fidelity"
_FORMATS: Final = {
    ".csv": "text/csv", ".md": "text/markdown", ".txt": "text/plain", ".json": "application/json",
    ".svg": "image/svg+xml", ".png": "image/png", ".pdf": "application/pdf", ".R": "text/x-r", ".jags": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def as_crate(manifest: Manifest) -> bytes:
    """Return the manifest as the metadata of a Process Run Crate, the same bytes for the same content."""
    files = [_file(path, found) for path, found in manifest.outputs.items()]
    inputs = _inputs(manifest)
    options = [_option(name, value) for name, value in manifest.run.options().items() if value is not None]
    rules = [
        {"@id": _id("rules", name), "@type": "CreativeWork", "name": name, "sha256": digest}
        for name, digest in manifest.rules.items()
    ]
    packages = [
        {"@id": _id("package", name), "@type": "SoftwareApplication", "name": name, "softwareVersion": number}
        for name, number in manifest.versions.items()
        if name != "fidelity"
    ]
    dated = {"datePublished": manifest.date} if manifest.date else {}
    root = {
        "@id": "./",
        "@type": "Dataset",
        **dated,
        "name": manifest.title,
        "description": "Grades of technical fidelity as covariates for network meta-analysis, ready for its packages; "
        "README.md says how to fit from each. The date is SOURCE_DATE_EPOCH, else the newest year of the studies.",
        "conformsTo": {"@id": _PROFILE},
        "hasPart": [_ref(entry) for entry in files],
        "mentions": {"@id": _RUN},
    }
    action = {
        "@id": _RUN,
        "@type": "CreateAction",
        "name": "fidelity covariates",
        "instrument": {"@id": _TOOL},
        "object": [_ref(entry) for entry in (*inputs, *rules, *options)],
        "result": [_ref(entry) for entry in files],
        **({"endTime": manifest.date} if manifest.date and "T" in manifest.date else {}),
    }
    tool = {
        "@id": _TOOL,
        "@type": "SoftwareApplication",
        "name": "fidelity",
        "softwareVersion": manifest.versions["fidelity"],
        "softwareRequirements": [_ref(entry) for entry in packages],
    }
    about = {"@id": NAME, "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": _CRATE}}
    profile = {"@id": _PROFILE, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"}
    graph = [about, root, profile, action, tool, *files, *inputs, *rules, *options, *packages]
    return (
        json.dumps({"@context": [f"{_CRATE}/context", _TERMS], "@graph": graph}, ensure_ascii=False, indent=2) + "\n"
    ).encode()


def from_crate(text: bytes, path: Path) -> Manifest:
    """Return the manifest that a crate holds; raises UsageError where it is none of this package's."""
    try:
        graph: list[dict[str, Any]] = json.loads(text)["@graph"]
        by_id = {entry["@id"]: entry for entry in graph}
        action, tool = by_id[_RUN], by_id[_TOOL]
        objects = [by_id[entry["@id"]] for entry in action["object"]]
        options = {e["name"]: json.loads(e["value"]) for e in objects if e["@type"] == "PropertyValue"}
        sources = {_what(e): e for e in objects if e["@id"].startswith("#input/") and "url" in e}
        files = [e for e in graph if e["@id"].startswith("#input/") and "sha256" in e]
        records = tuple(e["alternateName"] for what, e in sources.items() if what.startswith("records"))
        return Manifest(
            Run.of(records, sources["outcomes"]["alternateName"], options),
            by_id["./"]["name"],
            {_what(e): Hashed(e["sha256"], e["contentSize"], e["alternateName"]) for e in files},
            {what: e["url"] for what, e in sources.items()},
            {e["name"]: e["sha256"] for e in objects if e["@id"].startswith("#rules/")},
            {"fidelity": tool["softwareVersion"]}
            | {by_id[e["@id"]]["name"]: by_id[e["@id"]]["softwareVersion"] for e in tool["softwareRequirements"]},
            {e["@id"]: Hashed(e["sha256"], e["contentSize"]) for e in (by_id[e["@id"]] for e in action["result"])},
            by_id["./"].get("datePublished"),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f"{path} is no manifest that `fidelity covariates` wrote") from None


def _file(path: str, found: Hashed) -> dict[str, Any]:
    kind = _FORMATS.get(Path(path).suffix)
    return {
        "@id": path,
        "@type": "File",
        "name": path,
        **({"encodingFormat": kind} if kind else {}),
        "contentSize": found.size,
        "sha256": found.sha256,
    }


def _inputs(manifest: Manifest) -> list[dict[str, Any]]:
    """Return the sources, each with its place as seen from the pack, and the files of folders."""
    entries: list[dict[str, Any]] = []
    named = manifest.run.named
    for what, place in manifest.places.items():
        within = [name for name in manifest.inputs if name.startswith(f"{what}/")]
        source = {"@id": _id("input", what), "name": Path(named[what]).name, "alternateName": named[what], "url": place}
        if what in manifest.inputs:
            entries.append(source | {"@type": "DigitalDocument"} | _hash(manifest.inputs[what]))
        else:
            parts = [{"@id": _id("input", name)} for name in within]
            entries.append(source | {"@type": "Collection", "hasPart": parts})
    for name, found in manifest.inputs.items():
        if name not in manifest.places:
            document = {"@id": _id("input", name), "@type": "DigitalDocument", "name": Path(found.path).name}
            entries.append(document | {"alternateName": found.path} | _hash(found))
    return entries


def _hash(found: Hashed) -> dict[str, Any]:
    return {"contentSize": found.size, "sha256": found.sha256}


def _option(name: str, value: Any) -> dict[str, Any]:
    text = json.dumps(value, ensure_ascii=False)
    return {"@id": _id("option", name), "@type": "PropertyValue", "name": name, "value": text}


def _ref(entry: Mapping[str, Any]) -> dict[str, str]:
    return {"@id": entry["@id"]}


def _id(kind: str, name: str) -> str:
    return f"#{kind}/{quote(name, safe='/@')}"


def _what(entry: Mapping[str, Any]) -> str:
    """Return what an input is, from its identifier."""
    return unquote(str(entry["@id"]).removeprefix("#input/"))
