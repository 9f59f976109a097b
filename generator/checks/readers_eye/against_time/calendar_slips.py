"""TIME07: a time that cannot be: a day that no calendar has, another day of the week, another quarter's months."""

import calendar
from collections.abc import Iterator
from datetime import date

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.times import NAMED_QUARTER, quarter_in_match
from generator.model.period import MONTH_NAMES, Frequency, Period
from generator.model.problem import Problem

_LEAP_YEAR = 2000
_MONTH = "|".join((*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES if name != "May"), "Sept"))
_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_LATE_DAY = Sought(rf"\b(?P<day>29|30|31)(?:st|th)? (?:of )?(?P<month>{_MONTH})\b(?:,? (?P<year>20\d\d)\b)?")
_WEEKDAY = Sought(
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)}),? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\b"
    r"(?:,? (?P<year>20\d\d)\b)?"
)
_SPAN = rf"(?P<first>{_MONTH})\b(?: 20\d\d)? ?(?:to|and|until|through|[-–]) ?(?P<last>{_MONTH})\b"
_QUARTER_OF_MONTHS = (
    Sought(
        rf"{NAMED_QUARTER}(?: 20\d\d(?:[/-]\d\d)?)?(?: ?\(|, | of |: | [-–] | runs from )(?:from |between )?{_SPAN}"
    ),
    Sought(rf"\b{_SPAN}(?: 20\d\d)? ?(?:\(|, | is | in )(?:the )?{NAMED_QUARTER}(?=[),.;]|$)"),
)


_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31
_MONTHS_TOO_MANY = 11
"""Of days that end in so many months, with no year at the first of them, the two are the wrong way round."""
_FROM_TO = Sought(
    rf"\b(?:from|between) (?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<month>{_MONTH}))? (?:to|and|until)"
    rf" (?P<last>\d{{1,2}})(?:st|nd|rd|th)? (?P<to>{_MONTH})\b"
)


def calendar_slips(text: Commentary) -> Iterator[Problem]:
    """TIME07 for "31 September", a day of the week that a date is not, and a quarter beside others' months.

    So for days that end before they begin.
    """
    starts = text.returned.period.starts
    for line, sentence in text.holding(_LATE_DAY, _WEEKDAY, *_QUARTER_OF_MONTHS, _FROM_TO):
        for named, really in (
            *_no_days(sentence),
            *_other_weekdays(sentence, text.returned.period.last_day),
            *_other_months(sentence, starts),
            *_backwards(sentence),
        ):
            yield text.problem("TIME07", line, sentence, named=named, really=really)


def _no_days(sentence: str) -> Iterator[tuple[str, str]]:
    """Days that their months do not have, each with how many there are."""
    for match in _LATE_DAY.finditer(sentence):
        month = _month(match["month"])
        last = calendar.monthrange(int(match["year"] or _LEAP_YEAR), month)[1]
        if int(match["day"]) > last:
            yield match[0], f"{MONTH_NAMES[month - 1]} has {last} days"


def _other_weekdays(sentence: str, last_day: date) -> Iterator[tuple[str, str]]:
    """Dates with a day of the week that they are not, each with the one that they are; a year untold is the nearest."""
    for match in _WEEKDAY.finditer(sentence):
        month, day = _month(match["month"]), int(match["day"])
        year = int(match["year"] or 0) or _nearest_year(month, last_day)
        if 1 <= day <= calendar.monthrange(year, month)[1]:
            really = date(year, month, day).weekday()
            if really != _WEEKDAYS[match["weekday"].lower()]:
                yield match[0], f"that is a {calendar.day_name[really]}"


def _nearest_year(month: int, to: date) -> int:
    """The year of a month that is nearest to a day."""
    return min((to.year - 1, to.year, to.year + 1), key=lambda year: abs((date(year, month, 15) - to).days))


def _backwards(sentence: str) -> Iterator[tuple[str, str]]:
    """Stretches of days that end before they begin."""
    for match in _FROM_TO.finditer(sentence):
        first, last = int(match["first"]), int(match["last"])
        begins, ends = (_month(match[each] or match["to"]) for each in ("month", "to"))
        is_within_one = begins == ends and first > last + 1
        is_year_round = (ends - begins) % 12 >= _MONTHS_TOO_MANY and not (first == 1 and last >= _SHORTEST_MONTH)
        if (is_within_one or is_year_round) and first <= _LONGEST_MONTH:
            yield match[0], "the first of the two comes later"


def _other_months(sentence: str, starts: int) -> Iterator[tuple[str, str]]:
    """Quarters beside months that are not theirs, in years that start in a month, each with its own."""
    for match in (each for sought in _QUARTER_OF_MONTHS for each in sought.finditer(sentence)):
        own = Period(_LEAP_YEAR, quarter_in_match(match), Frequency.QUARTERLY.per_year, starts)
        ends = (own.first_day.month, own.last_day.month)
        if (_month(match["first"]), _month(match["last"])) != ends:
            first, last = (MONTH_NAMES[month - 1] for month in ends)
            yield match[0].strip(" (),"), f"Q{own.number} is {first} to {last}"


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]
