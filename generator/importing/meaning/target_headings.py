"""Which target a heading is of: of a part of a year, of the year, or the one that a list gives for all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generator.importing.meaning.fields import PARTS, QUARTERS, ListField, as_heading
from generator.model.period import APRIL, JANUARY, MONTH_NAMES, Frequency, Period, month_name, month_number

_RESULT = re.compile(
    r"\b(?:actuals?|results?|achieved|outturn|status|rag|variance|previous|last|baseline|comments?|commentary|notes?|met|"
    r"rationale|setting|reason|date|source|against|vs|type|set|direction|tolerance)\b"
)
"""Words beside “target” that tell of something else than the figure to be reached."""

_WISH = re.compile(r"(?:where )?(?:do )?we want to (?:be|get to)|what we are aiming for", re.IGNORECASE)
"""Other words for a target."""

_ELSE = re.compile(r"\b(?:standards?|trajector(?:y|ies)|budgets?)\b")
_ELSE_OF_A_TIME = re.compile(rf"{_ELSE.pattern}|\b(?:plan(?:ned)?|profiled?|milestones?)\b")
"""What a target is called elsewhere; the second beside a time, for a plan alone may be a group of measures."""

USUAL = Period(2026, 1)
"""A period such as is reported where nothing else is said: a quarter of a year that starts in April."""

_WORDS: Mapping[Frequency, str] = MappingProxyType(
    {
        Frequency.MONTHLY: r"m0?{number}|month {number}|period {number}",
        Frequency.QUARTERLY: r"q(?:uarter)? ?{number}|{ordinal} quarter",
        Frequency.HALF_YEARLY: r"h{number}|half(?: year)? {number}|{ordinal} half(?: year)?",
        Frequency.TERMLY: r"(?:t|term|tertial|trimester|third) ?{number}|{ordinal} (?:term|tertial|trimester|third)",
    }
)
_ORDINALS = ("1st", "2nd", "3rd", "4th")


@cache
def _parts(starts: int) -> tuple[tuple[re.Pattern[str], ListField], ...]:
    """How headings name each part of a year that starts in a month: by its number, or by its first and last month."""
    return tuple(
        (re.compile(rf"\b(?:{_named(frequency, number, starts)})\b"), field)
        for frequency, fields in PARTS.items()
        for number, field in enumerate(fields, 1)
    )


def _named(frequency: Frequency, number: int, starts: int) -> str:
    words = _WORDS[frequency].format(number=number, ordinal=_ORDINALS[(number - 1) % 4])
    if frequency is Frequency.MONTHLY:
        return words
    period = Period(USUAL.year, number, frequency.per_year, starts)
    first, last = (month_name(day)[:3].lower() for day in (period.first_day, period.last_day))
    return rf"{words}|{first}[a-z]* (?:to )?{last}[a-z]*"


_OF_THE_YEAR = re.compile(r"\b(?:year ?end|end of year|annual|yearly|full year|year|ye|eoy)\b")
_YEARS = re.compile(r"(?<!\d)(?:20)?(\d\d) ?[-/–] ?(?:20)?(\d\d)(?!\d)")
_CALENDAR_YEARS = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class TargetHeading:
    """A heading of a target: the field, and the year that it names (by its first calendar year), if any."""

    field: ListField
    year: int | None = None


def target_heading(heading: str, above: str = "", reported: Period = USUAL) -> TargetHeading | None:
    """What target a heading is of; ``above`` is what stands over it and its neighbours. None for any other heading.

    Months and years are those of a council that has ``reported`` such a period.
    """
    heading, above = (_with_target(each, reported.starts) for each in (heading, above))
    if by_end := _by_the_end(heading, reported):
        return by_end
    both = f"{above} {heading}"
    words = as_heading(both)
    if not re.search(r"\btarget\b", words) or _RESULT.search(words):
        return None
    year = year_of_heading(both, reported.starts)
    if part := part_of_heading(heading, reported.starts):
        return TargetHeading(part, year)
    is_a_year = bool(_years_of(reported.starts).fullmatch(heading.strip()))
    if _OF_THE_YEAR.search(as_heading(heading)) or is_a_year:
        is_year_end = re.search(r"\byear ?end\b|\bend of year\b", as_heading(heading))
        return TargetHeading(ListField.YEAR_END if is_year_end else ListField.ANNUAL, year)
    rest = _years_of(reported.starts).sub(" ", both)
    is_plain = set(as_heading(rest).split()) <= _SAYS_NO_MORE
    return TargetHeading(ListField.TARGET if not year else ListField.ANNUAL, year) if is_plain else None


def _with_target(heading: str, starts: int) -> str:
    """A heading that calls a target something else, and says little more, with the word itself."""
    heading = _WISH.sub("target", heading)
    words = _years_of(starts).sub(" ", heading)
    is_of_a_time = words != heading or bool(part_of_heading(heading, starts) or _OF_THE_YEAR.search(as_heading(words)))
    word = _ELSE_OF_A_TIME if is_of_a_time else _ELSE
    left = word.sub("target", _OF_THE_YEAR.sub(" ", as_heading(words)))
    for pattern, _ in _parts(starts):
        left = pattern.sub(" ", left)
    is_one = "target" in left.split() and set(left.split()) <= _SAYS_NO_MORE
    return word.sub("target", heading.casefold()) if is_one else heading


def _years_of(starts: int) -> re.Pattern[str]:
    return _CALENDAR_YEARS if starts == JANUARY else _YEARS


def _by_the_end(heading: str, reported: Period) -> TargetHeading | None:
    """A target by the last month of a year, “Target by March 2027”; None for any other heading."""
    last = reported.whole_year.last_day
    month = month_name(last)[:3].lower()
    found = re.fullmatch(
        rf"(?:\w+ )?target (?:by|at|for) (?:the end of |3[01](?:st)? )?{month}[a-z]* (20\d\d)", as_heading(heading)
    )
    years_on = last.year - reported.year
    return TargetHeading(ListField.ANNUAL, int(found[1]) - years_on) if found else None


_SAYS_NO_MORE = {
    *(
        "target",
        "the",
        "for",
        "of",
        "current",
        "our",
        "council",
        "agreed",
        "performance",
        "kpi",
        "pi",
        "value",
        "level",
    ),
    *("corporate", "proposed", "measure", "indicator", "green"),
}


def part_of_heading(heading: str, starts: int = APRIL) -> ListField | None:
    """The part of a year, such as a quarter, that a heading names, as the field of its target; or None."""
    words = as_heading(heading)
    found = [field for pattern, field in _parts(starts) if pattern.search(words)]
    return found[0] if len(found) == 1 else None


def month_target(heading: str, above: str, reported: Period) -> TargetHeading | None:
    """The month that a heading of monthly targets names; None for any other heading.

    Of a council that does not report months, it is the quarter whose last month that is.
    """
    words = as_heading(f"{_with_target(above, reported.starts)} {heading}")
    months = re.findall(rf"\b({'|'.join(name[:3].lower() for name in MONTH_NAMES)})[a-z]*\b", words)
    if not re.search(r"\btarget\b", words) or _RESULT.search(words) or len(months) != 1:
        return None
    number = (month_number(months[0]) - reported.starts) % 12 + 1
    year = year_of_heading(f"{above} {heading}", reported.starts)
    if reported.frequency is Frequency.MONTHLY:
        return TargetHeading(PARTS[Frequency.MONTHLY][number - 1], year)
    quarter, over = divmod(number, 3)
    return None if over else TargetHeading(QUARTERS[quarter - 1], year)


def year_of_heading(heading: str, starts: int = APRIL) -> int | None:
    """The year that a heading names, by the calendar year in which it starts; None where it names none."""
    if starts == JANUARY:
        found = _CALENDAR_YEARS.search(heading)
        return int(found[1]) if found else None
    for match in _YEARS.finditer(heading):
        first, last = int(match[1]), int(match[2])
        if last == (first + 1) % 100:
            return 2000 + first
    return None
