"""A target as a list has it: read by the table of spellings; and what people write beside a number, taken off it.

What leaves its meaning open (“Top quartile”, “TBC”, “10% up on last year”) is never made a number.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.importing.drafting.draft import DraftEntry, guessed, left_open, taken
from generator.importing.meaning.words import as_words
from generator.importing.table.list_table import said_in
from generator.model.figures import BARE_UNITS, Span, type_of_figure, written
from generator.model.measure import Kind, Measure, Polarity
from generator.model.messages.slips import NotANumber
from generator.model.spellings import Number, Relation, Target, read_date, read_number, read_target
from generator.reading.answers.cell_answers import Mistake, target_of
from generator.xlsx import Cell, CellKind

_NOTES = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|[*†‡^]+|(?<=[\d%]),? (?:national|statutory|target|p\.?a\.?|per annum)\b.*$"
)
_LEADS = re.compile(r"^(?:national|statutory|local|council)?\s*target\s*(?:is|of|:|=)?\s*", re.IGNORECASE)
_BEYOND = re.compile(
    r"(<|>|\b(?:below|under|less than|fewer than|above|over|more than|greater than|exceeds?)\b)\s*(.+)"
)
_BELOW = {"<", "below", "under", "less than", "fewer than"}
_NO_TARGET = {
    *("n/a", "na", "none", "no target", "-", "–", "not applicable", "no target set", "not set", "nil target", "no"),
}
_DATA_ONLY = re.compile(
    r"data only|monitor\w*(?: only)?|context\w*(?: only)?|(?:for )?info(?:rmation)?(?: only)?|volumetric|trend only"
)
_LATER = re.compile(r"t\.?b\.?[acd]\.?|to be .*|baseline.*|pending.*|awaiting.*|\?+|under review.*")


def target_entry(cell: Cell, measure: Measure, *, in_shares: bool) -> DraftEntry:
    """What a cell of a target gives for a measure of which unit, kind and polarity are known.

    ``in_shares`` says that the list gives percentages as parts of one, such as 0.95.
    """
    found = target_of(cell, measure)
    said = cell.shown if cell.kind is not CellKind.TEXT else said_in(cell)
    if not isinstance(found, Mistake):
        return taken(_as_written(found, measure))
    if found.rule == "BOUND":
        return _of_both_minds(said, measure)
    if found.rule == "FIG05":
        return _share(cell, said, measure, in_shares=in_shares)
    if found.rule in {"FIG14", "FIG15"}:
        return left_open(
            f"In “{said}” something is struck out or raised, so what holds cannot be told. Type the target."
        )
    return _typed(said, measure) if cell.kind is CellKind.TEXT else _unread(said, measure)


def _as_written(figure: type_of_figure | None, measure: Measure) -> Decimal | date | str | None:
    """A figure as the register has it; a percentage below one with its sign, so that nobody takes it for a share."""
    if isinstance(figure, Span):
        return written(figure)
    if not isinstance(figure, Decimal):
        return figure
    digits = f"{figure.normalize():f}"
    return f"{digits}%" if measure.unit == "%" and 0 < abs(figure) < 1 else Decimal(digits)


def _typed(said: str, measure: Measure) -> DraftEntry:
    words = as_words(said)
    if _LATER.fullmatch(words):
        return left_open(f"“{said}” is no target yet. Type it when it is agreed; until then the measure is not rated.")
    if words in _NO_TARGET or _DATA_ONLY.fullmatch(words):
        return DraftEntry(None, why=f"“{said}”: there is no target.")
    if measure.kind is Kind.DATE:
        return _end_of_month(said, measure)
    tidy = _in_plain_words(words, measure) or as_words(_LEADS.sub("", _NOTES.sub(" ", said)))
    bare = re.sub(r"(?<=\d) [a-z]+s$", "", tidy) if measure.unit in BARE_UNITS else tidy
    found = _figure(bare, measure)
    if found is not None:
        return guessed(found, f"“{said}” was read as {_shown(found, measure)}, without the words about it.")
    beyond = _BEYOND.fullmatch(tidy)
    number = read_number(beyond[2], measure.unit) if beyond else None
    if beyond and isinstance(number, Number):
        return _beyond(said, beyond[1], number.value, measure)
    return _unread(said, measure)


def _in_plain_words(words: str, measure: Measure) -> str:
    """Zero where fewer are better, and money in the brackets of accountants, as a number; empty for anything else."""
    if words in {"zero", "nil"} and measure.polarity is Polarity.LOWER:
        return "0"
    loss = re.fullmatch(r"(£?)\((£?[\d.,]+[a-z ]*)\)", words) if measure.unit.startswith("£") else None
    return f"-{loss[1]}{loss[2]}" if loss else ""


def _end_of_month(said: str, measure: Measure) -> DraftEntry:
    """A month in a date's place is over on its last day."""
    day = read_date(f"end {said.casefold().removeprefix('end ')}", estimate=True)
    return guessed(day, f"“{said}” names no day; the last of the month was written.") if day else _unread(said, measure)


def _figure(text: str, measure: Measure) -> Decimal | str | None:
    """The number that a tidied text gives, or the day."""
    read = read_target(text, measure.unit)
    if isinstance(read, Target):
        value = _as_written(read.number.value, measure)
        return value if isinstance(value, Decimal | str) else None
    return None


def _beyond(said: str, sign: str, number: Decimal, measure: Measure) -> DraftEntry:
    shown = _shown(number, measure)
    way = Polarity.LOWER if sign in _BELOW else Polarity.HIGHER
    doubt = "" if measure.polarity is way else f" It goes the other way than Polarity, which is {measure.polarity}."
    why = f"“{said}” leaves {shown} out, and a target includes the number that it names: {shown} was written.{doubt}"
    return guessed(_as_written(number, measure), f"{why} Type the next number if {shown} itself is a miss.")


def _of_both_minds(said: str, measure: Measure) -> DraftEntry:
    read = read_target(as_words(said), measure.unit)
    number = read.number.value if isinstance(read, Target) else Decimal(0)
    why = f"“{said}” goes the other way than Polarity, which is {measure.polarity}: one of them is wrong."
    return guessed(_as_written(number, measure), why)


def _share(cell: Cell, said: str, measure: Measure, *, in_shares: bool) -> DraftEntry:
    number = cell.number if cell.number is not None else Decimal(as_words(said))
    if in_shares or measure.polarity is Polarity.HIGHER:
        value = Decimal(f"{(number * 100).normalize():f}")
        why = f"“{said}” was taken for {value}%, for the list gives it without its sign."
        return guessed(value, f"{why} If {said}% is meant, type it with its sign.")
    return left_open(f"“{said}” may mean {said}% or {(number * 100).normalize():f}%. Type it with its sign.")


def _unread(said: str, measure: Measure) -> DraftEntry:
    counted = "a date" if measure.kind is Kind.DATE else "a target"
    unit = "" if measure.unit in BARE_UNITS else f" in {measure.unit}"
    return left_open(f"“{said}” cannot be read as {counted}{unit}. Type what is to be reached, or leave it without.")


def _shown(figure: Decimal | str, measure: Measure) -> str:
    if isinstance(figure, str):
        return figure
    decimals = max(0, -int(figure.as_tuple().exponent))
    return replace(measure, decimals=min(decimals, 6)).show(figure)


def relation_in(cells: Sequence[Cell]) -> Polarity | None:
    """Which way is better, as the targets' own relations say: “>= 95%” is better the higher. None where they do not."""
    texts = [said_in(cell) for cell in cells if cell.kind is CellKind.TEXT]
    found = {way for text in texts if (way := _way(text) or side_of(text))}
    return found.pop() if len(found) == 1 else None


def _way(said: str) -> Polarity | None:
    tidy = as_words(_NOTES.sub(" ", said))
    beyond = _BEYOND.fullmatch(tidy)
    if beyond and re.match(r"[£\d]", beyond[2]):
        return Polarity.LOWER if beyond[1] in _BELOW else Polarity.HIGHER
    bare = re.sub(r"\s*(?:days?|hours?|weeks?|minutes?|months?|%)\s*", " ", tidy)
    read = read_target(as_words(bare), "£" if "£" in bare else "")
    if isinstance(read, NotANumber) or read.bound is None:
        return None
    return Polarity.HIGHER if read.bound is Relation.AT_LEAST else Polarity.LOWER


def side_of(text: str) -> Polarity | None:
    """Which side of something is better, by the first word: “Below national average”. None for another word."""
    first = as_words(text).partition(" ")[0]
    if first in {"below", "under", "fewer", "less", "reduce", "decrease"}:
        return Polarity.LOWER
    return Polarity.HIGHER if first in {"above", "over", "more", "increase", "exceed"} else None


def is_day(text: str) -> bool:
    """Whether a text is a day: “31/12/2026”, “end of March 2027” is none."""
    return read_date(text) is not None


def says_no_rating(text: str) -> bool:
    """Whether it says in a target's place that the measure is only for information."""
    return bool(_DATA_ONLY.fullmatch(as_words(text)))
