"""TIME02: seasons, months and stretches of them from before the period, told as if they were now or the period's."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from generator.checks.readers_eye.against_time.other_quarters import READ_WITHIN, called, tells_of_results
from generator.checks.readers_eye.against_time.past_days import AHEAD
from generator.checks.readers_eye.against_time.stretches import Stretch, stretches_in
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.days import DATE, MONTHS, last_day_of
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.sought import Found, Sought, apart, phrase
from generator.model.period import Frequency, Period
from generator.model.problem import Problem

_MONTHS_OF = {
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "winter": (12, 1, 2),
    "spring term": (1, 2, 3, 4),
    "summer term": (4, 5, 6, 7),
    "autumn term": (9, 10, 11, 12),
    "easter": (3, 4),
    "christmas": (12,),
    "the new year": (1,),
    "bonfire night": (11,),
    "halloween": (10,),
    "school year": (9,),
    "academic year": (9,),
    "half-term": (2, 5, 6, 10),
}
_A_MONTH = timedelta(days=30)
_EVENT = "|".join((*_MONTHS_OF, "elections", "year[- ]end"))
_MONTH = "|".join(MONTHS)
_IS = "(?:is|are|has|have)"
_AS_NOW = (
    Sought(
        rf"\b(?:the|this) (?P<when>(?:spring|summer|autumn) term) {_IS}\b"
        r"|\bthis (?P<season>spring|summer|autumn|winter)\b(?= [^.;]{0,40}\b(?:is|are|remains?)\b)"
        r"|\b(?:is|are|remains?)\b[^.;]{0,40}\bthis (?P<after>spring|summer|autumn|winter)\b"
    ),
    Sought(
        rf"\b(?:with|now that) (?:the )?(?:[a-z]+ )?(?P<over>{_EVENT}) (?:is |are |now |being |well )*"
        r"(?:behind us|over|past|out of the way|gone|done|finished)\b"
        rf"|\b(?:gone|come|back) (?:back )?after (?:the )?(?P<after>{_EVENT})\b(?=[^.;]*\b(?:is|are)\b)"
        r"|\b(?:as|while|now that) we (?:start|begin|enter|head into|move into|settle into) (?:a|the) "
        r"(?P<new>new (?:financial |council |municipal )?year|new (?:school|academic) year)\b"
    ),
    Sought(
        rf"\b(?P<month>{_MONTH}) [a-z]+(?: [a-z]+)? (?:is|are) (?:now |still |currently |already )*"
        r"(?:being\b|[a-z]+ing\b)"
        rf"|^(?:In|During|Throughout|Over) (?P<first>{_MONTH}),? (?:[\w'’-]+ ){{1,6}}?(?:is|are|remains?)\b"
    ),
)
_COMPARED = phrase(
    """compared comparison than against previous(?:ly)? prior last_(?:year|quarter|time|period|month) earlier
    year_(?:before|ago) same since until this_(?:quarter|period|month) now forecast rose_from fell_from up_from
    down_from target"""
)
_IN_GENERAL = phrase(
    """compared comparison previous(?:ly)? last_year earlier year_(?:before|ago) ago same_(?:time|period|quarter) until
    always usually typically normally tends? (?:each|every)_(?:year|spring|summer|autumn|winter) annually"""
)


def told_as_now(text: Commentary) -> Iterator[Problem]:
    """TIME02 for a season, feast, term or month told of as now that neither the period nor its meeting comes near."""
    period = text.returned.period
    read_on = text.known.meeting or period.last_day + READ_WITHIN
    for line, sentence in text.holding(*_AS_NOW):
        if AHEAD.search(sentence) or _IN_GENERAL.search(sentence):
            continue
        found = next(filter(None, (each.search(sentence) for each in _AS_NOW)), None)
        named = _named(found) if found else ""
        until = read_on - _A_MONTH if found and "over" in found.names else read_on
        if named and _months_near(period, until).isdisjoint(_months_of(named, period)):
            yield text.problem("TIME02", line, sentence, named=named, quarter=called(period))


_DEFINED = Sought(
    r"\b(?:measure|indicator|figure|result|definition|count|rate|cohort|it) (?:takes?|counts?|covers?|follows?|tracks?"
    r"|includes?|looks at|is (?:based on|of|about)|relates to) (?:[\w-]+ ){1,6}?(?:[a-z]+ed|born|left|sent|seen|made"
    r"|held) (?:home |out |in |care |hospital )?(?:between|from|in|during)\b"
)
"""Whom or what a measure takes in: of an earlier time, where it follows them."""


def another_span(text: Commentary) -> Iterator[Problem]:
    """TIME02 for results of a stretch as long as the period, or the year so far, that is another one."""
    period = text.returned.own_period
    read_on = text.known.meeting or period.last_day + READ_WITHIN
    for line, sentence in text.holding(DATE, _THIS_YEAR, *_OF_A_TIME):
        if line not in text.account or AHEAD.search(sentence) or _BESIDE_OTHERS.search(sentence):
            continue
        if _DEFINED.search(sentence):
            continue
        named = _another_year(sentence, period) or _another_time(sentence, period, text)
        if not named and not _COMPARED.search(sentence):
            named = _another_day(sentence, period, text)
        spans = stretches_in(sentence, read_on)
        are_others = all(each.last_day != period.last_day for each in spans) and not _COMPARED.search(sentence)
        if not named and spans and are_others:
            other = next((each.typed for each in spans if _is_another(each, period, text)), "")
            is_told = tells_of_results(sentence, text) and not _has(text.result_before, sentence)
            named = other if is_told else ""
        if named:
            yield text.problem("TIME02", line, sentence, named=named, quarter=called(period))


_WHEN = (
    rf"(?P<when>{_MONTH}|Q[1-4]|(?:first|second|third|fourth) quarter|(?:spring|summer|autumn|winter)(?: term"
    rf"| quarter)?"
    r"|20\d\d[-/]\d\d)\b(?: (?P<year>20\d\d)\b)?"
)
_OF_A_TIME = apart(
    r"^(?:in|during|for|over|across|throughout|(?:by|at|as at|to) the end of)"
    rf" (?:the (?:month|whole) of |all of |the )?{_WHEN}(?=,? (?P<then>[^;]{{0,90}}))"
    r"|(?P<before>[£\d][^,;]{0,40}) (?:in|during|for|over|at the end of|by the end of) (?:the month of |the )?"
    rf"{_WHEN}(?=[.;]|$)"
)
_BESIDE_OTHERS = phrase(
    """compared comparison than previous(?:ly)? prior last_(?:year|quarter|time|period|month) earlier since
    year_(?:before|ago) same rose_from fell_from up_from down_from because due_to owing_to after"""
)


def _another_time(sentence: str, period: Period, text: Commentary) -> str:
    """A time of which the period's own result is told, though the period is another."""
    if _has(text.result_before, sentence):
        return ""
    for match in (each for sought in _OF_A_TIME for each in sought.finditer(sentence)):
        told = match["then"] or match["before"]
        if _has(text.result, told) and not _is_within(match["when"].lower(), match["year"], period, text):
            return match["when"]
    return ""


def _is_within(when: str, year: str, period: Period, text: Commentary) -> bool:
    """Whether a month, quarter, season or year has part in a period, or in its year so far where figures add up."""
    first = period.whole_year.first_day if text.adds_up else period.first_day
    if when[0].isdigit():
        return int(when[:4]) == period.year or period.per_year == 1
    if when.startswith("q") or (when.endswith(" quarter") and when.split(maxsplit=1)[0] in _NTH):
        number = int(when[1]) if when.startswith("q") else _NTH.index(when.split(maxsplit=1)[0]) + 1
        return (period.frequency is not Frequency.QUARTERLY) or number == period.number or text.adds_up
    months = (MONTHS[when],) if when in MONTHS else _MONTHS_OF[when.removesuffix(" quarter")]
    if year and when in MONTHS:
        return first <= last_day_of(int(year), months[0]) <= period.last_day
    return not frozenset(months).isdisjoint(_months_between(first, period.last_day))


_NTH = ("first", "second", "third", "fourth")

_AS_AT = Sought(
    rf"\b(?:as at|as of|at|on|at the end of|by the end of|to the end of) (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?"
    rf"(?P<month>{_MONTH})\b(?! to| and|[-–])(?: (?P<year>20\d\d))?"
)
_THIS_YEAR = Sought(
    r"\b(?:(?:this|the current) (?:financial )?year|the year so far|so far in|for the year to date)[ ,(]+(?:of )?"
    r"(?P<first>20\d\d)[-/](?P<last>\d\d)\b"
)


def _another_day(sentence: str, period: Period, text: Commentary) -> str:
    """A day as at which the period's own result is told, and that is not its last."""
    if not _has(text.result, sentence) or _has(text.result_before, sentence):
        return ""
    for match in _AS_AT.finditer(sentence):
        month = MONTHS[match["month"].lower()]
        year = int(match["year"] or 0) or period.last_day.year - (month > period.last_day.month)
        if last_day_of(year, month, match["day"]) != period.last_day:
            return match[0]
    return ""


def _another_year(sentence: str, period: Period) -> str:
    """A year that is called this one, and is not the period's."""
    for match in _THIS_YEAR.finditer(sentence):
        if int(match["first"]) != period.year and int(match["last"]) == (int(match["first"]) + 1) % 100:
            return match[0]
    return ""


def _is_another(span: Stretch, period: Period, text: Commentary) -> bool:
    lengths = {12 // period.per_year, *((period.months_gone,) if text.adds_up and span.is_counted else ())}
    is_within = text.adds_up and period.whole_year.first_day < span.last_day < period.last_day
    is_of_year = span.last_day > period.year_ago.last_day
    return span.months in lengths and is_of_year and not (is_within and not span.is_counted)


def _has(result: Decimal | None, sentence: str) -> bool:
    """Whether a sentence has a result, to as many decimals as it is told with: of one digit alone nobody can tell."""
    told = (each for each in figures_in(sentence) if len(each.typed.strip("%£ ")) > 1)
    return result is not None and any(each.agrees_with(result) for each in told)


def _named(found: Found) -> str:
    return next((found[name] for name in found.names if found[name]), "")


def _months_of(named: str, period: Period) -> tuple[int, ...]:
    """The months of what is named, in any year."""
    name = named.lower()
    if name in MONTHS:
        return (MONTHS[name],)
    if name.endswith("year") and "school" not in name and "academic" not in name:
        return (1,) if name == "new year" and period.starts != 1 else (period.starts,)
    if name.startswith("year"):
        return (period.whole_year.previous.last_day.month,)
    return _MONTHS_OF.get(name.removeprefix("new "), (5,))


def _months_near(period: Period, until: date) -> frozenset[int]:
    """The months from the one before the period to the one of a day."""
    return _months_between(period.first_day - timedelta(days=1), until)


def _months_between(first: date, last: date) -> frozenset[int]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return frozenset((first.month + each - 1) % 12 + 1 for each in range(count))
