"""Paragraphs and lists of the lines that officers type; nothing that was typed is lost but the marks of list items."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_SYMBOLS = "\uf020-\uf0ff•●○◦▪▫■□◆◇‣⁃➢➤►▶▸❖✓✔"
"""Bullets that Word and other programs set; those of its symbol fonts arrive as characters of private use."""

_BULLET = re.compile(rf"\s*+(?:[-–—‐·*]\s++|[{_SYMBOLS}]\s*+|o(?:\t|[ \u00a0]{{2,}}+)\s*+)(?=\S)")
_MARK_ALONE = re.compile(rf"\s*[{_SYMBOLS}]+\s*")
_SECOND_LEVEL = re.compile(r"\s*+o\s++(?=\S)")
"""Word's bullet of the second level is a small o; one line alone that starts so may as well be Welsh."""

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

    A line that starts with a dash and a space, or with a bullet, is a list item. "1)" or "1." starts a numbered list
    and the next number continues it; any other number stays text, so that nothing is renumbered.
    """
    found: list[tuple[Form, list[str]]] = []
    typed = tuple(lines)
    has_second_level = sum(_SECOND_LEVEL.match(line) is not None for line in typed) > 1
    for line in typed:
        form, item = _read(line, found[-1] if found else None, has_second_level=has_second_level)
        if not item.strip() or _MARK_ALONE.fullmatch(line):
            continue
        if found and form is not Form.PARAGRAPH and found[-1][0] is form and not _starts_afresh(line, form):
            found[-1][1].append(item)
        else:
            found.append((form, [item]))
    return tuple(Block(form, tuple(items)) for form, items in found)


def _read(line: str, before: tuple[Form, list[str]] | None, *, has_second_level: bool) -> tuple[Form, str]:
    bullet = _BULLET.match(line) or (_SECOND_LEVEL.match(line) if has_second_level else None)
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
