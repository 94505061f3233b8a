"""XML parts of workbooks, element by element, without anything that makes a small part large."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from fidelity.read.grids.limits import Refused, refused

Attributes = dict[str, str]


def walk(
    part: bytes,
    source: str,
    name: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start`, `end` and `text` for each element of a part; raises Refused where it is no sound XML.

    A part that declares a document type is refused, as no spreadsheet program writes one: entities are declared there,
    and entities are how a kilobyte of XML becomes a gigabyte, or another file. `text` gets what stands between two tags
    in one piece as a rule, and in several where it is long.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 65536

    def no_entities(*_: object) -> None:
        what = f"the part {name} declares entities (<!DOCTYPE>), which no spreadsheet program writes"
        raise refused("unsafe-xml", source, None, what, "do not open it; ask whoever sent it for a new copy")

    parser.StartDoctypeDeclHandler = no_entities
    parser.EntityDeclHandler = no_entities
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        # LookupError and UnicodeError: an encoding that Python does not know, or that is none for XML.
        raise _not_xml(source, name, str(error)) from None


def _not_xml(source: str, name: str, why: str) -> Refused:
    what = f"the part {name} is damaged ({why})"
    return refused("unreadable", source, None, what, "open it in a spreadsheet program, and save it anew")
