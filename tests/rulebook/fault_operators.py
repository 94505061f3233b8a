"""Edits of a rule set's text that an author may make by mistake; nothing here knows the package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

LEAF = re.compile(r"\{field: (\w+), ([^{}]+)\}")
TEST = re.compile(r"(\w+): (\[[^\]]*\]|[^,\]]+)")
NUMERIC = ("at_least", "more_than", "at_most", "less_than", "asks_at_least", "asks_more_than")
TURNED = {
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
    "at_least_as_thick_as": "at_least_as_thin_as",
    "at_least_as_thin_as": "at_least_as_thick_as",
    "includes_all": "includes_any",
    "includes_any": "includes_all",
}


_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The same data from YAML's own C library where that is built in: hundreds of files are read again and again."""


@lru_cache(maxsize=256)
def plain(text: str) -> Any:
    """Return a YAML text with every scalar as text."""
    return yaml.load(text, Loader=_LOADER)


@dataclass(frozen=True)
class Mutant:
    """An edited text: by which operator, in which line of the new text, and in which criterion (none: outside).

    `scope`: the edit changes what the rule set covers.
    """

    operator: str
    text: str
    line: int
    criterion: str = ""
    how: str = ""
    scope: bool = False


@dataclass
class Lines:
    """A rule set's text line by line, with what each line belongs to."""

    text: str
    lines: list[str] = field(init=False)
    section: list[str] = field(init=False)
    criterion: list[str] = field(init=False)
    key: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.splitlines()
        self.section, self.criterion, self.key = [], [], []
        section = criterion = key = ""
        for line in self.lines:
            if found := re.match(r"([a-z_]+):", line):
                section, criterion, key = found[1], "", ""
            if section == "criteria" and (found := re.match(r"  - id: (\S+)", line)):
                criterion, key = found[1], "id"
            elif section == "criteria" and (found := re.match(r"    ([a-z_]+):", line)):
                key = found[1]
            self.section.append(section)
            self.criterion.append(criterion)
            self.key.append(key)

    def replaced(self, number: int, line: str) -> str:
        return "\n".join([*self.lines[:number], line, *self.lines[number + 1 :]]) + "\n"

    def without(self, first: int, end: int) -> str:
        return "\n".join([*self.lines[:first], *self.lines[end:]]) + "\n"

    def below(self, number: int) -> int:
        """Return the end of the block that a line opens: the next line that is not indented deeper."""
        indent = len(self.lines[number]) - len(self.lines[number].lstrip())
        end = number + 1
        while end < len(self.lines):
            line = self.lines[end]
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                break
            end += 1
        return end

    def block(self, criterion: str) -> tuple[int, int]:
        """Return where a criterion starts and ends."""
        mine = [number for number, name in enumerate(self.criterion) if name == criterion]
        return mine[0], mine[-1] + 1

    def leaves(self) -> Iterator[tuple[int, re.Match[str]]]:
        for number, line in enumerate(self.lines):
            if self.key[number] in ("applies_when", "met_when", "not_met_when", "partly_met_when"):
                yield from ((number, found) for found in LEAF.finditer(line))


def mutants_of(text: str, fields: Mapping[str, Any], covers: Sequence[str]) -> list[Mutant]:
    """Return every edit of a rule set's text; `covers` are the blocks of other rule sets."""
    lines = Lines(text)
    return [
        *_nudged(lines, fields),
        *_turned(lines),
        *_dropped(lines),
        *_renamed(lines),
        *_widened(lines, fields),
        *_duplicated(lines),
        *_rescoped(lines, covers),
    ]


def _edited(lines: Lines, operator: str, number: int, found: re.Match[str], leaf: str, how: str) -> Mutant:
    line = lines.lines[number]
    text = lines.replaced(number, line[: found.start()] + leaf + line[found.end() :])
    return Mutant(operator, text, number + 1, lines.criterion[number], how)


def _nudged(lines: Lines, fields: Mapping[str, Any]) -> Iterator[Mutant]:
    floors: dict[tuple[str, str, str], set[str]] = {}
    for number, found in lines.leaves():
        for word, value in TEST.findall(found[2]):
            floors.setdefault((lines.criterion[number], found[1], word), set()).add(value.strip())
    for number, found in lines.leaves():
        for word, value in TEST.findall(found[2]):
            if word not in NUMERIC:
                continue
            low, high = (float(end) for end in fields[found[1]]["range"])
            near = floors[lines.criterion[number], found[1], word] - {value.strip()}
            step = (high - low) / 50
            beside = {round(float(value) + step, 4), round(float(value) - step, 4)}
            beside |= {float(end) for end in near} | {
                round(float(end) + side, 4) for end in near for side in (-0.5, 0.5)
            }
            for new in sorted({low, high, low - 1, high + 1} | beside):
                leaf = found[0].replace(f"{word}: {value}", f"{word}: {new:g}")
                yield _edited(lines, "nudge", number, found, leaf, f"{word} {value} to {new:g}")


def _turned(lines: Lines) -> Iterator[Mutant]:
    for number, found in lines.leaves():
        for word, _ in TEST.findall(found[2]):
            if word in TURNED:
                leaf = found[0].replace(f"{word}:", f"{TURNED[word]}:")
                yield _edited(lines, "turn", number, found, leaf, f"{word} to {TURNED[word]}")
    for number, line in enumerate(lines.lines):
        if not lines.criterion[number]:
            continue
        for old, new in (
            ("all:", "any:"),
            ("any:", "all:"),
            (" met_when:", " not_met_when:"),
            ("not_met_when:", "met_when:"),
        ):
            if re.match(rf"\s*(- )?{re.escape(old.strip())}", line):
                turned = line.replace(old.strip(), new.strip(), 1)
                yield Mutant(
                    "turn", lines.replaced(number, turned), number + 1, lines.criterion[number], f"{old} to {new}"
                )


def _dropped(lines: Lines) -> Iterator[Mutant]:
    for number, line in enumerate(lines.lines):
        name = lines.criterion[number]
        leaf = re.match(r"\s+- \{field: ", line)
        source = re.match(r"      - \{document: ", line)
        key = re.match(r"    ([a-z_]+):", line)
        document = lines.section[number] == "documents" and re.match(r"  \S+:", line)
        if document or (name and (leaf or source or key)):
            text = lines.without(number, lines.below(number))
            yield Mutant("drop", text, number + 1, name, f"without {line.strip()[:60]}")


def _renamed(lines: Lines) -> Iterator[Mutant]:
    for number, found in lines.leaves():
        leaf = found[0].replace(f"field: {found[1]}", f"field: {found[1]}_x")
        yield _edited(lines, "rename", number, found, leaf, f"field {found[1]}")
        for word, value in TEST.findall(found[2]):
            for choice in re.findall(r"[\w-]+", value) if word not in (*NUMERIC, "reported") else ():
                renamed = value.replace(choice, f"{choice}_x", 1)
                leaf = found[0].replace(f"{word}: {value}", f"{word}: {renamed}")
                yield _edited(lines, "rename", number, found, leaf, f"choice {choice}")
    for number, line in enumerate(lines.lines):
        for kind, pattern in (("domain", r"(    domain: )(\w+)"), ("document", r"(      - \{document: )([\w-]+)")):
            if lines.criterion[number] and (named := re.match(pattern, line)):
                text = lines.replaced(number, line.replace(named[0], f"{named[1]}{named[2]}-x", 1))
                yield Mutant("rename", text, number + 1, lines.criterion[number], f"{kind} {named[2]}")
        if lines.section[number] == "documents" and (named := re.match(r"  ([\w-]+):", line)):
            text = lines.replaced(number, line.replace(named[1], f"{named[1]}-x", 1))
            yield Mutant("rename", text, number + 1, "", f"document {named[1]}")


def _widened(lines: Lines, fields: Mapping[str, Any]) -> Iterator[Mutant]:
    for number, found in lines.leaves():
        if lines.key[number] != "partly_met_when":
            continue
        choices = list(fields[found[1]].get("choices", ()))
        for kept in [choices, choices[:-1], choices[1:]] if choices else []:
            leaf = f"{{field: {found[1]}, one_of: [{', '.join(kept)}]}}"
            yield _edited(lines, "widen", number, found, leaf, f"floor to {len(kept)} choices")
        for word, value in TEST.findall(found[2]):
            if word in NUMERIC:
                low, high = (float(end) for end in fields[found[1]]["range"])
                for new in (low, high):
                    leaf = found[0].replace(f"{word}: {value}", f"{word}: {new:g}")
                    yield _edited(lines, "widen", number, found, leaf, f"floor {word} to {new:g}")
    for number, line in enumerate(lines.lines):
        if lines.section[number] == "covers" and re.match(r"\s+- \{field: ", line):
            yield Mutant(
                "widen", lines.without(number, number + 1), number + 1, "", f"covers without {line.strip()}", True
            )


def _duplicated(lines: Lines) -> Iterator[Mutant]:
    for name in dict.fromkeys(filter(None, lines.criterion)):
        first, end = lines.block(name)
        block = "\n".join(lines.lines[first:end])
        again = re.sub(rf"- id: {name}\b", f"- id: {name}-again", block, count=1)
        again = re.sub(r"(    title: \"?)", r"\1Again, ", again, count=1)
        text = "\n".join([*lines.lines[:end], again, *lines.lines[end:]]) + "\n"
        yield Mutant("duplicate", text, end + 1, f"{name}-again", f"{name} twice")


def _rescoped(lines: Lines, covers: Sequence[str]) -> Iterator[Mutant]:
    first = lines.lines.index(next(line for line in lines.lines if line.startswith("covers:")))
    end = lines.below(first)
    mine = "\n".join(lines.lines[first:end]).rstrip()
    for block in covers:
        if block != mine:
            text = "\n".join([*lines.lines[:first], block, "", *lines.lines[end:]]) + "\n"
            yield Mutant("re-scope", text, first + 1, "", block.replace("\n", " ")[:70], scope=True)


def covers_of(text: str) -> str:
    """Return the block that says what a rule set covers."""
    lines = Lines(text)
    first = lines.lines.index(next(line for line in lines.lines if line.startswith("covers:")))
    return "\n".join(lines.lines[first : lines.below(first)]).rstrip()
