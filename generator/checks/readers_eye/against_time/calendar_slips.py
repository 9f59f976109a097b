"""TIME07: a time that cannot be: a day that no calendar has, another day of the week, another quarter's months."""

import calendar
from collections.abc import Iterator
from datetime import date

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.days import DATE, NUMERIC, day_of_month
from generator.checks.readers_eye.text.sought import Found, Sought
from generator.checks.readers_eye.text.times import NAMED_QUARTER, quarter_in_match
from generator.model.period import MONTH_NAMES, Frequency, Period
from generator.model.problem import Problem

_LEAP_YEAR, _MOST_DAYS = 2000, 31
_WEEKDAY = Sought(r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:the )?$")
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_MONTH = "|".join((*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES if name != "May"), "Sept"))
_SPAN = rf"(?P<first>{_MONTH})\b(?: 20\d\d)? ?(?:to|and|until|through|[-–]) ?(?P<last>{_MONTH})\b"
_QUARTER_OF_MONTHS = (
    Sought(
        rf"{NAMED_QUARTER}(?: 20\d\d(?:[/-]\d\d)?)?(?: ?\(|, | of |: | [-–] | runs from )(?:from |between )?{_SPAN}"
    ),
    Sought(rf"\b{_SPAN}(?: 20\d\d)? ?(?:\(|, | is | in )(?:the )?{NAMED_QUARTER}(?=[),.;]|$)"),
)


def calendar_slips(text: Commentary) -> Iterator[Problem]:
    """TIME07 for "31 September", for a day of the week that a date is not, and for a quarter beside others' months."""
    starts = text.returned.period.starts
    for line, sentence in text.holding(DATE, NUMERIC):
        for match in (*DATE.finditer(sentence), *NUMERIC.finditer(sentence)):
            told = _slip(sentence, match)
            if told:
                yield text.problem("TIME07", line, sentence, named=told[0], really=told[1])
        for sought in _QUARTER_OF_MONTHS:
            for match in sought.finditer(sentence):
                own = Period(_LEAP_YEAR, quarter_in_match(match), Frequency.QUARTERLY.per_year, starts)
                ends = (MONTH_NAMES[own.first_day.month - 1], MONTH_NAMES[own.last_day.month - 1])
                if any(not _begins_alike(match[each], end) for each, end in zip(("first", "last"), ends, strict=True)):
                    really = f"Q{own.number} is {ends[0]} to {ends[1]}"
                    yield text.problem("TIME07", line, sentence, named=match[0].strip(" (),"), really=really)


def _begins_alike(one: str, other: str) -> bool:
    return one[:3].lower() == other[:3].lower()


def _slip(sentence: str, match: Found) -> tuple[str, str] | None:
    """What a date says that cannot be, and what is so; None where there is nothing wrong, or it is no date."""
    day, month, year = day_of_month(match)
    if not day or not 1 <= month <= len(MONTH_NAMES):
        return None
    last = calendar.monthrange(year or _LEAP_YEAR, month)[1]
    if day > last:
        return (match[0], f"{MONTH_NAMES[month - 1]} has {last} days") if day <= _MOST_DAYS else None
    weekday = _WEEKDAY.search_part(sentence[max(0, match.start() - 16) : match.start()])
    if weekday and year and date(year, month, day).weekday() != _WEEKDAYS[weekday["weekday"].lower()]:
        return f"{weekday[0]}{match[0]}", f"that is a {calendar.day_name[date(year, month, day).weekday()]}"
    return None
