"""The questions printed in a language of expressions: one expression that returns the 24 sets of verdicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from contestants.questions import QUESTIONS, Asked, Both, Can, Compare, Question


@dataclass(frozen=True)
class Language:
    """How a language joins conditions, chooses a number, and asks of a record."""

    both: str
    either: str
    choose: Callable[[str, str], str]
    can: Callable[[str, str], str]
    compare: Callable[[str, str, float], str]

    def text(self, question: Question) -> str:
        if isinstance(question, Compare):
            return self.compare(question.end, question.operator, float(question.number))
        if isinstance(question, Can):
            parts = [self.can(question.field, choice) for choice in question.choices]
            return self._joined(self.either, parts)
        return self._joined(
            self.both if isinstance(question, Both) else self.either, [self.text(part) for part in question.members]
        )

    @staticmethod
    def _joined(word: str, parts: list[str]) -> str:
        return parts[0] if len(parts) == 1 else f"({word.join(parts)})"

    def verdicts(self, asked: Asked) -> str:
        """Return the expression of a criterion's set of verdicts: 1 met, 2 partly met, 4 not met, 8 not applicable."""
        possible = ((asked.met, "1"), (asked.partly_met, "2"), (asked.not_met, "4"))
        judged = " + ".join(self.choose(self.text(question), bit) for question, bit in possible if question)
        if asked.judged is None or asked.inapplicable is None:
            return judged
        return (
            f"{self.choose(self.text(asked.judged), f'({judged})')} + {self.choose(self.text(asked.inapplicable), '8')}"
        )

    def program(self) -> str:
        """Return one expression for the list of all 24."""
        return f"[{', '.join(self.verdicts(asked) for asked in QUESTIONS)}]"
