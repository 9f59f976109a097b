"""NUM10 of two numbers in a sentence: "fell from 12 to 14", "31, up from 33"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.comparisons.relations import RelationTold, ToldRelation, relations_in
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, figures_in
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.words import Words, words_read
from generator.model.problem import Problem

_FROM_TO = Sought(r"\bfrom\b[^.;]*\bto\b|\b(?:up|down) (?:from|on)\b")
_BETWEEN = re.compile(r"[^,;:.]*? to (?:(?:just|only|about|around|some|a) )*", re.IGNORECASE)
_WAYS = {ToldRelation.MORE: True, ToldRelation.LESS: False}


def turned_round(text: OfMeasure) -> Iterator[Problem]:
    """NUM10 where what is said to have risen from one number to another fell, or the other way round."""
    for line, sentence in text.holding(_FROM_TO):
        words = words_read(sentence)
        for said in relations_in(sentence, is_time=True, is_share=False):
            pair = _pair(words, said) if said.relation in _WAYS else None
            if pair and pair[0] != pair[1] and (pair[1] > pair[0]) is not _WAYS[said.relation]:
                before, after = (f"{each.normalize():,f}" for each in pair)
                told, way = words.quoted(said.first, said.after - 1), "a rise" if pair[1] > pair[0] else "a fall"
                yield text.problem("NUM10", line, sentence, number=told, right=way, before=before, after=after)
                break


def _pair(words: Words, said: RelationTold) -> tuple[Decimal, Decimal] | None:
    """The two numbers that a relation lies between: "fell from A to B", and "B, down from A"."""
    typed, after = words.typed, words.end(said.after - 1)
    figures = figures_in(typed)
    for place, one in enumerate(figures[:-1]):
        other = figures[place + 1]
        is_next = typed[after : one.start].strip().lower() in {"from", "sharply from", "slightly from", "again from"}
        between = typed[one.end : other.start]
        if is_next and _BETWEEN.fullmatch(between) and _alike(one, other):
            return one.value, other.value
    return None


def _alike(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or not one.unit
