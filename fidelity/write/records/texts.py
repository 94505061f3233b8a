"""Files of records as YAML and JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final

import yaml

from fidelity.model.codebook import Codebook
from fidelity.model.study import Study
from fidelity.write.records.entries import entry_of

_FIGURES: Final = re.compile(r"[-+.]?[0-9][0-9.,:_eE+x-]*")
"""Text that some reader of YAML takes for a number or a date, so that it is put into quotation marks."""
_ODD: Final = re.compile("[\t\x85\u2028\u2029\ufeff]")
"""Signs that YAML may take for line ends or blanks, so that they are spelt out."""
_WIDTH: Final = 120


class _Dumper(yaml.SafeDumper):
    """Writes what our reader reads: no anchors, no tags; every text so that any reader of YAML takes it for text."""

    def ignore_aliases(self, _: Any) -> bool:
        return True

    def text(self, text: str) -> yaml.ScalarNode:
        """Return the node of a text: several lines as a block where YAML keeps them, figures in quotation marks."""
        style = None
        if _ODD.search(text):
            style = '"'
        elif "\n" in text:
            style = "|"
        elif _FIGURES.fullmatch(text):
            style = "'"
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _Dumper.text)


def to_yaml(studies: Sequence[Study], codebook: Codebook) -> bytes:
    """Return studies as a YAML file of records (UTF-8)."""
    text = yaml.dump(
        _file(studies, codebook),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        default_flow_style=False,
    )
    return text.encode()


def to_json(studies: Sequence[Study], codebook: Codebook) -> bytes:
    """Return studies as a JSON file of records (UTF-8)."""
    return (json.dumps(_file(studies, codebook), indent=2, ensure_ascii=False) + "\n").encode()


def _file(studies: Sequence[Study], codebook: Codebook) -> dict[str, Any]:
    return {"codebook": codebook.version, "studies": [entry_of(study, codebook) for study in studies]}
