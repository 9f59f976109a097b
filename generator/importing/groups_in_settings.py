"""The settings' list of directorates, or of other groups, made that of an imported list; every other line stays."""

import json
import re
import tomllib
from collections.abc import Sequence

from generator.model.problem import Unusable
from generator.model.toml.keys import read_toml
from generator.project.settings import read_settings

_KEYS = ("directorates", "groups")
"""The two names of the list."""


def groups_wanted(listed: Sequence[str], found: Sequence[str]) -> tuple[str, ...]:
    """The groups that the settings are to list: those there and what is new; where none of those is found, the new."""
    new = [each for each in found if each not in listed]
    return (*listed, *new) if len(new) < len(found) else tuple(found)


def groups_line(text: str, groups: Sequence[str]) -> str:
    """The line of the settings that lists groups, under the name that the settings have for it."""
    key = next((each for each in _KEYS if each in read_toml(text).values), _KEYS[0])
    return f"{key} = [{', '.join(json.dumps(each, ensure_ascii=False) for each in groups)}]"


def with_groups(text: str, file: str, groups: Sequence[str]) -> str | None:
    """Settings that list groups in this order; None where they have to be put in by hand, as notes stand among them.

    A note at the head of the list, or behind it, is of the whole list and stays.
    """
    key, lines = groups_line(text, groups).partition(" ")[0], text.split("\n")
    start = (read_toml(text).line_of((key,)) or 0) - 1
    end = next((each for each in range(start + 1, len(lines) + 1) if _is_whole(lines[start:each], key)), None)
    if start < 0 or end is None:
        return None
    there = "\n".join(lines[start:end])
    signs = [(found.start(), found[0]) for found in _SIGNS.finditer(there)]
    opens = next((at for at, sign in signs if sign == "["), 0)
    closes = next((at for at, sign in reversed(signs) if sign == "]"), 0)
    head = _HEAD.match(there, opens + 1)
    first = head.end() if head else opens + 1
    if not opens < first <= closes or any(first <= at < closes and sign.startswith("#") for at, sign in signs):
        return None
    items = [json.dumps(each, ensure_ascii=False) for each in groups]
    ending = "\r\n" if "\r\n" in there else "\n"
    listed = "".join(f"    {each},{ending}" for each in items) if head else ", ".join(items)
    changed = "\n".join((*lines[:start], there[:first] + listed + there[closes:], *lines[end:]))
    try:
        return changed if read_settings(changed, file).shape.groups == tuple(groups) else None
    except Unusable:
        return None


_SIGNS = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'[^']*'|#[^\n]*|[\[\]]""")
"""Texts, notes and brackets: what stands in one of the first two is no bracket."""

_HEAD = re.compile(r"[ \t]*(?:#[^\n]*)?\r?\n")
"""What may stand behind the bracket that opens a list of several lines."""


def _is_whole(lines: Sequence[str], key: str) -> bool:
    """Whether lines are a key and its whole value, and nothing else."""
    try:
        return list(tomllib.loads("\n".join(lines).replace("\r", ""))) == [key]
    except tomllib.TOMLDecodeError:
        return False
