"""Which question a row of a form is for: as its key says, or the reference that is printed in it for people."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.forms.asked.question_types import Questionnaire
from generator.forms.earlier_edition import references

_KEY = re.compile(r"([a-z_]{3,40})(?:\.([0-9]{1,3}))?")
_REFERENCE = re.compile(r"([A-Z][0-9]{1,3})(?:\.([0-9]{1,3}))?")


class RowKey(NamedTuple):
    """The name of a question, and which of its lines a row is for; 0 where it is answered in one row."""

    name: str
    line: int = 0

    def __str__(self) -> str:
        """As forms have it: ``context.3``."""
        return f"{self.name}.{self.line}" if self.line else self.name


class Reference(NamedTuple):
    """The reference of a question, such as D2, and which of its lines it is printed beside."""

    question: str
    line: int = 0


@lru_cache(maxsize=4096)
def key_in(text: str) -> RowKey | None:
    """The key that a text is; None where it is none."""
    found = _KEY.fullmatch(text)
    return RowKey(found[1], int(found[2] or 0)) if found else None


@lru_cache(maxsize=4096)
def reference_in(text: str) -> Reference | None:
    """The reference that a text is; None where it is none."""
    found = _REFERENCE.fullmatch(text)
    return Reference(found[1], int(found[2] or 0)) if found else None


@lru_cache(maxsize=64)
def keys_of(asked: Questionnaire) -> Mapping[str, RowKey]:
    """The key of each row, by the reference that the first edition of the form printed in it."""
    return {ref: key for ref, text in references(asked).items() if (key := key_in(text))}


def learnt(rows: Iterable[tuple[str, RowKey]]) -> dict[str, str] | None:
    """The question of each reference, from rows that have a reference and a key; None where the two disagree.

    They do where rows were sorted, or moved, without their keys.
    """
    found: dict[str, str] = {}
    for text, key in rows:
        reference = reference_in(text)
        if reference and (reference.line != key.line or found.setdefault(reference.question, key.name) != key.name):
            return None
    return found if len(set(found.values())) == len(found) else None


def key_by_reference(text: str, questions: Mapping[str, str], others: Mapping[str, RowKey]) -> RowKey | None:
    """The key of a row by its reference: of one of these ``questions``, or else as ``others`` say."""
    reference = reference_in(text)
    if reference and reference.question in questions:
        return RowKey(questions[reference.question], reference.line)
    return others.get(text)
