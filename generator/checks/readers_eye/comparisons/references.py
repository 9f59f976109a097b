"""What a text compares with: a period that it names, with its result, or a number."""

import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, figures_in, fits
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.times import month_names_of
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.checks.readers_eye.text.words import Words, folded, word_set
from generator.model.measure import Basis
from generator.model.period import Frequency, Period, month_name

_LEADS = (
    r"(?:(?:in|at|for|of|the|our|its|their|that|those|what|where|it|we|they|was|were|had|been|is|as|to|with|seen"
    r"|recorded|reported|achieved|level|figure|figures|result|results|rate|number|total|position|performance|outturn"
    r"|score|end|close|this|point|during|both|when|stood|did|,) )*?"
)
_A_YEAR_AGO = (
    r"(?:last year|(?:a|one) year (?:ago|earlier|before|back|previously)|(?:the|a) year before|previous year|prior year"
    r"|(?:twelve|12) months (?:ago|earlier|before|back|previously)|this time last year|year on year"
    r"|(?:same|corresponding|equivalent) (?:[a-z]+ ){1,3}?(?:(?:of|in|a|the|during) )*"
    r"(?:last year|last|previous year|previous|prior year|year before|year|20\d\d))"
)
_ROUND = "count|survey|census|return|report|reading|wave|round|time|period|audit|inspection|snapshot|update"
_OTHERS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|winter|20\d\d|q\d|quarter|first|second|third|fourth|years?|months?|weeks?|days?|half|easter|christmas|pandemic|covid|lockdown"
    r"|peak|low point|high point|start|beginning|launch|last|previous)\b"
)
_SEASONAL = frozenset({4, 12})
_TERM_OF = {6: "summer term", 12: "autumn term", 3: "spring term"}
_SEASON_OF = {6: "spring", 9: "summer", 12: "autumn", 3: "winter"}
_SO_MANY = "(?:second|third|fourth|fifth|sixth|two|three|four|five|six)"
_NTH = ("", "first", "second", "third", "fourth")
_IN_WORDS = ("", "one", "two", "three", "four")


class TimeCompared(Enum):
    """What is compared with."""

    BEFORE = "last"
    NOW = "within it"
    A_YEAR_AGO = "year ago"
    NUMBER = "number"
    OTHER = "other"


class ComparedWith(NamedTuple):
    """What is compared with, its figure where that is known, and where it ends in the text."""

    when: TimeCompared
    value: Decimal | None
    end: int


def compared_with_in(rest: str, text: OfMeasure) -> ComparedWith | None:
    """What a text begins with, if that may be compared with; of a time that is not known it has no figure."""
    period, small = text.judged.returned.own_period, folded(rest)
    pattern = _times(period)
    found = pattern.match(small)
    number = _number_at(rest, text)
    if number and (not found or number.start < found.end()):
        if role_of(rest, number) is Role.TARGET or _is_a_target(number.value, text):
            return ComparedWith(TimeCompared.OTHER, None, number.end)
        is_of_it = _is_of_its_size(number, text)
        return ComparedWith(TimeCompared.NUMBER, number.value, number.end) if is_of_it else None
    if not found:
        return None
    if found["year_ago"]:
        return ComparedWith(TimeCompared.A_YEAR_AGO, _known(text.year_ago), found.end())
    if found["now"] or found["before"]:
        return ComparedWith(TimeCompared.NOW if found["now"] else TimeCompared.BEFORE, _before(text), found.end())
    return ComparedWith(TimeCompared.OTHER, None, found.end())


_BEFORE_IT = word_set("on from for than since over against compared as with in at of to during between")
_BINDS = word_set("than compared against")
"""What stands before nothing else than what a relation compares with."""
_WITH = {
    "to": word_set("compared similar identical comparable due"),
    "with": word_set("compared level comparison par line"),
}
"""What a preposition must follow; by itself it says where something came to, or what came with it."""
_WITHIN = word_set("in of on during over between")
_OF_TIME = word_set("in at of during")
_ENDS = frozenset(",;:().!?–")
_MOST = 10
"""Words between a relation and what it is to: more are not of it."""


def reference_after(words: Words, after: int, text: OfMeasure, *, is_led: bool = False) -> ComparedWith | None:
    """What is compared with after a word for more or less; one that ``is_led`` needs nothing before it."""
    place = after
    if is_led or words.at(place) == "this" or words.at(place - 1) in _BEFORE_IT:
        return reference_at(words, place, text)
    while place < after + _MOST and words.at(place):
        word = words.at(place)
        if word == "this" and names_nothing_else(words.quoted(after, place - 1), text.title):
            reference = reference_at(words, place, text)
            return reference if reference and reference.when is TimeCompared.NOW else None
        if word in _ENDS and not (word == "," and words.at(place + 1) in {"than", "from", "compared"}):
            return None
        if word in _BEFORE_IT and (word not in _WITH or words.at(place - 1) in _WITH[word]):
            between = words.quoted(after, place - 1) if place > after else ""
            reference = reference_at(words, place + 1, text)
            is_within = reference and reference.when is TimeCompared.NOW
            fits_it = word in _WITHIN if is_within else word not in _OF_TIME
            if reference and fits_it and names_nothing_else(between, text.title):
                return reference
            if word in _BINDS:
                return None
        place += 1
    return None


def reference_at(words: Words, place: int, text: OfMeasure) -> ComparedWith | None:
    """What is compared with at the place of a word."""
    if not words.at(place):
        return None
    start = words.start(place)
    found = compared_with_in(words.typed[start:], text)
    if not found or _is_in_another(words.typed[start + found.end :], text):
        return None
    return found._replace(end=start + found.end)


_IN_WHAT = re.compile(r" (?:in|of) (?P<what>[a-z][^,.;:()]*)")


def _is_in_another(after: str, text: OfMeasure) -> bool:
    """Whether what rose or fell is named after what it is compared with: "a dip since June in the cost of paint"."""
    found = _IN_WHAT.match(after)
    if not found or compared_with_in(found["what"], text):
        return False
    return not names_nothing_else(found["what"], text.title)


_NEAR = 90
"""Characters in which a number stands that a text is said to begin with."""


def _number_at(rest: str, text: OfMeasure) -> Figure | None:
    """The number that a text begins with, in the measure's unit, or after the name of an average of others."""
    near = rest[:_NEAR]
    average = _AVERAGE.match(near)
    if not average and not _LED_DIGIT.match(folded(near)):
        return None
    figures = figures_in(near)
    number = next((each for each in figures if _is_compared(each, rest, text)), None)
    if number or not average:
        return number
    return next((each for each in figures if each.start <= average.end() <= each.end and fits(each, text.unit)), None)


_BARE_LEAD = re.compile(_LEADS + "$")
_LED_DIGIT = re.compile(rf"{_LEADS} ?[£\d]")
_TIMES_AS_LARGE = 5


def _is_of_its_size(number: Figure, text: OfMeasure) -> bool:
    """Whether a number may be another result: one that is many times as large, or small, is of something else."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal) or not actual or not number.value:
        return True
    return abs(actual) <= _TIMES_AS_LARGE * number.value and number.value <= _TIMES_AS_LARGE * abs(actual)


def _is_a_target(value: Decimal, text: OfMeasure) -> bool:
    """Whether a number is that of a target, and of no earlier result that is known."""
    judged, returned = text.judged, text.judged.returned
    targets = {judged.quarter.target, judged.forecast.target if judged.forecast else None}
    return value in targets and value not in {judged.direction.before, returned.previous_actual, text.year_ago}


_AGO = re.compile(r" (?:ago|earlier|before|back|previously)")


def _is_compared(figure: Figure, rest: str, text: OfMeasure) -> bool:
    """Whether a figure stands at the head of what is compared with, in the measure's unit."""
    lead = folded(rest[: figure.start])
    return (
        fits(figure, text.unit)
        and not _AGO.match(rest, figure.end)
        and not figure.is_year
        and _BARE_LEAD.fullmatch(lead + (" " if lead[-1:] not in {"", " "} else "")) is not None
    )


_AVERAGE = re.compile(
    r"(?:the |our |its )?(?:[A-Za-z]+ ){0,4}?(?:average|figure|median|mean|norm|benchmark|rate)"
    r"(?: for [a-z ]{3,25}?)?(?: of | at |, | \(|: )(?=[£\d])"
)
"""What is known of others, told beside what it is called: "the England average of"."""


def _known(figure: object) -> Decimal | None:
    return figure if isinstance(figure, Decimal) else None


def _before(text: OfMeasure) -> Decimal | None:
    """The result of the period before; none where the year's figure grows, so that nobody compares the two."""
    return None if grows(text) else _known(text.judged.returned.previous_result)


_GROWS, _GREW = Decimal("1.2"), Decimal("1.5")


def grows(text: OfMeasure) -> bool:
    """Whether a measure's figure grows through the year, as sums do and shares of what is due."""
    judged = text.judged
    if judged.measure.basis is not Basis.CUMULATIVE or judged.own_period.is_first:
        return False
    if text.unit != "%" and not _is_average(text):
        return True
    quarter, year = judged.quarter.target, judged.forecast.target if judged.forecast else None
    by_targets = isinstance(quarter, Decimal) and isinstance(year, Decimal) and year >= quarter * _GROWS
    actual, before = judged.quarter.actual, judged.returned.previous_actual
    return by_targets or (isinstance(actual, Decimal) and isinstance(before, Decimal) and actual >= before * _GREW)


def _is_average(text: OfMeasure) -> bool:
    """Whether targets say that it is an average: those of the year are no larger than those of now.

    At the end of a year, where both are the same, its growth since the period before says so.
    """
    judged = text.judged
    if judged.own_period.is_last:
        actual, before = judged.quarter.actual, judged.returned.previous_actual
        return not (isinstance(actual, Decimal) and isinstance(before, Decimal) and actual >= before * _GROWS)
    quarter, year = judged.quarter.target, judged.forecast.target if judged.forecast else None
    return isinstance(quarter, Decimal) and isinstance(year, Decimal) and year < quarter * _GROWS


@lru_cache(8)
def _times(period: Period) -> re.Pattern[str]:
    """The pattern of what is named in a comparison in a period: a year ago, the one before, or any other time."""
    season = _SEASON_OF.get(period.last_day.month, period.word) if period.per_year in _SEASONAL else period.word
    within = (
        rf"(?:this|the|the past) (?:{season} {period.word}|{period.word}|{season})"
        rf"(?! (?:of|last|in|before|ago|earlier|term|{period.word}|20))"
    )
    ago, before = (rf"(?:{'|'.join(each)})(?:['’]s)?" for each in (_a_year_before(period), _the_one_before(period)))
    return re.compile(rf"{_LEADS}(?:(?P<year_ago>{ago})|(?P<before>{before})|(?P<now>{within})|(?P<other>{_OTHERS}))")


def _a_year_before(period: Period) -> list[str]:
    """What a period may be called of a year ago, by its months, its season or its number."""
    months, year = [each.lower() for each in month_names_of(period)], period.last_day.year - 1
    first = month_name(period.previous.first_day).lower(), month_name(period.previous.last_day).lower()
    whole = f"{' to '.join(first)}|{months[0]} to {months[-1]}"
    spans = rf"{'|'.join(months)}|{whole}|the (?:same )?(?:half|quarter) (?:of|in)"
    season = _SEASON_OF.get(period.last_day.month, "quarter")
    of_last_year = rf"(?:last year|the year before|the previous year|{period.year - 1}[-/]\d\d)"
    return [
        _A_YEAR_AGO,
        rf"(?:{spans}) (?:of )?{year}",
        rf"(?:half[- ]?way|half[- ]year|same|equivalent) (?:point|stage|position)?(?: (?:of|in))? {of_last_year}",
        rf"(?:12|twelve) months to {months[-1]} {year}",
        rf"{season} (?:quarter )?(?:of|in) (?:the year before|last year|the previous year|{year})",
        rf"last (?:{months[-1]}|{_SEASON_OF.get(period.last_day.month, 'year')})",
    ]


def _the_one_before(period: Period) -> list[str]:
    """What the period before may be called, and runs of several that end with it."""
    previous = period.previous
    first, last = (month_name(day).lower() for day in (previous.first_day, previous.last_day))
    is_new = last not in (each.lower() for each in month_names_of(period))
    named = [
        rf"(?:last|previous|prior|preceding|latest) (?:{period.word}|{_ROUND}|months|quarters)",
        rf"{period.word} (?:before|earlier|ago)",
        r"before(?= ?(?:$|[.,;:)]))",
        rf"(?:{last}|{first} (?:to|and) {last})(?: (?:{_ROUND}))?(?! 20\d\d)" if is_new else "(?!)",
        *({12: ["christmas"], 9: ["half[- ]year(?! (?:of|last))"]}.get(previous.last_day.month, [])),
    ]
    if period.frequency is not Frequency.QUARTERLY:
        return named
    nth, season = previous.number, _SEASON_OF.get(previous.last_day.month, "quarter before")
    return [
        *named,
        rf"q{nth}\b(?! (?:of |in )?(?:last|20))",
        rf"quarter (?:{nth}|{_IN_WORDS[nth]})\b(?! (?:of |in )?(?:last|20))",
        rf"{_NTH[nth]} quarter(?! of (?:last|20))",
        rf"{season}(?! term| of| 20)(?: (?:{_ROUND}))?",
        _TERM_OF.get(previous.last_day.month, "last term"),
        rf"(?:a |the )?{_SO_MANY} (?:quarters?|times?) (?:running|in a row|in succession)",
        rf"(?:a |the )?{_SO_MANY} (?:consecutive|successive|straight) (?:quarters?|times?)",
        r"three months (?:ago|earlier|before)",
        r"(?:two )?quarters\b",
    ]
