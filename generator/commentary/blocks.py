"""Narratives: the lines that officers type become paragraphs and lists, and nothing typed is lost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_BULLET = re.compile(r"\s*[-–—•·*]\s+(?=\S)")
_NUMBER = re.compile(r"\s*\(?(\d{1,2})(?:\)\s*|\.\s+)(?=\S)")


class Form(StrEnum):
    """What a block of commentary is: a paragraph, a bulleted list, or a numbered one."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one item) or a list (its items, without the marks that were typed before them)."""

    form: Form
    items: tuple[str, ...]


def blocks(lines: Iterable[str]) -> tuple[Block, ...]:
    """The paragraphs and lists that lines as typed make, in their order; blank lines only separate them.

    A line that starts with a dash or bullet and a space is a list item. "1)" or "1." starts a numbered list and
    the next number continues it; any other number stays text, so that nothing is renumbered.
    """
    found: list[tuple[Form, list[str]]] = []
    for line in lines:
        form, item = _read(line, found[-1] if found else None)
        if not item.strip():
            continue
        if found and form is not Form.PARAGRAPH and found[-1][0] is form and not _starts_afresh(line, form):
            found[-1][1].append(item)
        else:
            found.append((form, [item]))
    return tuple(Block(form, tuple(items)) for form, items in found)


def _read(line: str, before: tuple[Form, list[str]] | None) -> tuple[Form, str]:
    bullet = _BULLET.match(line)
    if bullet:
        return Form.BULLETS, line[bullet.end() :]
    number = _NUMBER.match(line)
    expected = len(before[1]) + 1 if before and before[0] is Form.NUMBERS else 1
    if number and int(number[1]) in {1, expected}:
        return Form.NUMBERS, line[number.end() :]
    return Form.PARAGRAPH, line


def _starts_afresh(line: str, form: Form) -> bool:
    number = _NUMBER.match(line)
    return form is Form.NUMBERS and bool(number) and int(number[1]) == 1  # type: ignore[index]
