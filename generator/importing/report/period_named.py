"""Which period a report is of, as its title, its first headings or its file's name say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.importing.past.heading_words import NOTHING_SAID, Months, heading_says, months_of
from generator.importing.report.word_text import Paragraph, WordReport
from generator.model.period import MONTH_NAMES, Period


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period, and the words that name it."""

    period: Period
    words: str


def period_named(report: WordReport, file: str, like: Period) -> NamedPeriod | None:
    """The period of a report, one like the project's; None where nothing names one.

    The first words count that name a whole one; where none do, what the title's lines say together. A line that names
    several is passed over: which of them the report is of cannot be told.
    """
    lines = tuple(_lines(report, file))
    found = (_named((line,), like) for line in lines)
    return next((each for each in found if each), None) or _named(lines[:_LINES_OF_A_TITLE], like)


def _lines(report: WordReport, file: str) -> Iterator[str]:
    paragraphs = [each for each in report.blocks if isinstance(each, Paragraph)]
    yield from (each.text for each in paragraphs if each.level in {0, 1})
    yield from filter(None, (report.title,))
    yield from islice((each.text for each in paragraphs if len(each.text) <= _LONGEST), _FIRST_LINES)
    yield from (file.replace("_", " "),)


def _named(lines: Iterable[str], like: Period) -> NamedPeriod | None:
    says, words = NOTHING_SAID, []
    for line in lines:
        here = heading_says(line)
        is_of_a_day = re.search(rf"\b[0-3]?\d(?:st|nd|rd|th)? (?:{'|'.join(MONTH_NAMES)})", line)
        is_year_alone = here.calendar_year and not (here.part or here.months)
        if here.tells_when and not (here.several or is_of_a_day or is_year_alone):
            says = says.over(here)
            words.append(line)
    months = months_of(says, like.starts) if says.tells_when else ""
    period = Period.holding(months.first, like.frequency, like.starts) if isinstance(months, Months) else None
    if period is None or not isinstance(months, Months):
        return None
    is_whole = period.first_day == months.first and months.long * like.per_year == _MONTHS_A_YEAR
    return NamedPeriod(period, " ".join(words)) if is_whole else None


_FIRST_LINES, _LINES_OF_A_TITLE, _LONGEST = 30, 8, 80
_MONTHS_A_YEAR = 12
