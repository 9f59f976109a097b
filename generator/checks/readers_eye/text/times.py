"""Which period the words round a figure say that it is of: a quarter, another year, another place."""

from generator.checks.readers_eye.text.sought import Found, Sought, any_of, phrase
from generator.model.period import Frequency, Period, month_name

NAMED_QUARTER = (
    r"\b(?:(?:Q|quarter )(?P<digit>1|2|3|4)\b"
    r"|(?:quarter (?P<word>one|two|three|four)|(?P<nth>first|second|third|fourth) quarter)\b)"
)
_QUARTER_BESIDE = Sought(rf"£?[\d.,]+ ?%?(?: [a-z]+){{0,3}}? (?:in|for|at|during|of) (?:the )?(?:{NAMED_QUARTER})")
_QUARTER = Sought(NAMED_QUARTER)
_MONTH = any_of(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sept? Oct Nov Dec"""
)
_ANOTHER = any_of("last previous prior preceding same")
_ELSEWHERE = any_of("historical national region England average_for comparator neighbour")
_OTHER_TIME = Sought(
    rf"\b(?:{_ANOTHER}) (?:quarter|year|period|month|time)(?:['’]?s)?\b"
    r"|\b(?:year before|year ago|years? earlier|by the end of|(?:19|20)\d\d)\b"
    rf"|\b(?:{_ELSEWHERE})"
    rf"|\b(?:{_MONTH})\b ?['’]?\d\d\b|\b\d\d/\d\d\b"
    rf"|(?-i:\b(?:{_MONTH})\b)"
)
_NOW = phrase("this_quarter (?<!since_)(?<!before_)the_(?:current_)?quarter current(?:ly)? the_(?:period|three_months)")
LAST_YEAR = Sought(
    r"\b(?:(?:last|previous|prior) (?:financial )?year|year ago|year (?:before|earlier)|year[- ]on[- ]year"
    r"|(?:twelve|12) months (?:ago|earlier|before|previously)|this time last year"
    r"|(?:over|in|on) the (?:last )?year|(?:over|in) a year|last (?:spring|summer|autumn|winter)"
    r"|same (?:period|quarter|time|point|months?)(?: of| in)?(?: the)? (?:last|previous|20\d\d|a year))\b"
)
"""What says that a comparison is with a year ago."""
LAST_QUARTER = Sought(
    r"\b(?:(?:last|previous|prior|preceding|first|second|third) quarter|quarter before|between the (?:two )?quarters"
    r"|(?:three months|quarter) (?:ago|earlier|before)|on Q[1-4]|since Q[1-4]|than (?:in )?Q[1-4]"
    r"|in Q[1-4]|to Q[1-4]|with Q[1-4]|(?:over|during) the quarter)\b"
)
"""What says that a comparison is with the quarter before."""


def quarter_named(text: str, at: int) -> int | None:
    """The quarter that a figure is said to be of: the last named before it in its clause, or else after."""
    if not _QUARTER.may_be_in(text):
        return None
    beside = _QUARTER_BESIDE.match_part(text, at)
    if beside:
        return quarter_in_match(beside)
    start = max(text.rfind(mark, 0, at) for mark in (";", " where", " whereas", ", but ", ". ")) + 1
    before = list(_QUARTER.finditer_part(text, max(start, 0), at))
    if before:
        return quarter_in_match(before[-1])
    ends = [found for mark in (";", ", ", " to ", " where", " and ") if (found := text.find(mark, at)) > 0]
    after = _QUARTER.search_part(text, at, min(ends, default=len(text)))
    return quarter_in_match(after) if after else None


def quarters_in(text: str) -> list[int]:
    """Every quarter (1 to 4) that a text names, in order."""
    return [quarter_in_match(match) for match in _QUARTER.finditer(text)]


_EARLIER = ("last", "previous", "prior", "preceding")
_BACK_TO = ("since", "Since", "from", "end of", "compared with", "compared to", "than in", "than at", "as in", "on")
_SEASON_OF = {6: "spring", 9: "summer", 12: "autumn", 3: "winter"}
"""The season of a quarter, by its last month."""


def names_the_last(text: str, period: Period) -> bool:
    """Whether a text compares with the period before: "last quarter", "quarter 1", or "since June", its last month."""
    is_quarter = period.frequency is Frequency.QUARTERLY
    if is_quarter and (LAST_QUARTER.search(text) or quarters_in(text) == [quarter_of(period.previous)]):
        return True
    if not is_quarter and any(f"{word} {period.word}" in text for word in _EARLIER):
        return True
    month, season = month_name(period.previous.last_day), _SEASON_OF.get(period.previous.last_day.month)
    if season and is_quarter and any(f"{word} the {season}" in text for word in _BACK_TO):
        return True
    return any(f"{word} {month}" in text for word in _BACK_TO) or any(
        f"between {each} and" in text for each in (month, f"the {season}", season)
    )


def quarter_of(period: Period) -> int | None:
    """The number of a period among its year's quarters; None where it is none."""
    return period.number if period.frequency is Frequency.QUARTERLY else None


def is_of_another_time(text: str, at: int, period: Period) -> bool:
    """Whether the words round a figure say that it is of another quarter, another year, or another place."""
    quarter = quarter_named(text, at)
    if quarter is not None:
        return quarter != quarter_of(period)
    around = text[max(0, at - 60) : at + 60]
    if _is_its_span(around, period):
        return False
    return bool(_OTHER_TIME.search_part(around)) and not _NOW.search_part(around)


def is_of_now(text: str, at: int, period: Period) -> bool:
    """Whether the words round a figure say that it is of this quarter."""
    quarter = quarter_named(text, at)
    if quarter is not None:
        return quarter == quarter_of(period)
    around = text[max(0, at - 80) : at + 80]
    return bool(_NOW.search_part(around)) or _is_its_span(around, period)


def _is_its_span(text: str, period: Period) -> bool:
    """Whether a text names the period by its first and last months: "between July and September"."""
    first, last = (month_name(day) for day in (period.first_day, period.last_day))
    return first in text and (f"{first} and {last}" in text or f"{first} to {last}" in text)


def quarter_in_match(match: Found) -> int:
    """The number of the quarter that NAMED_QUARTER matched."""
    if match["digit"]:
        return int(match["digit"])
    if match["word"]:
        return ("one", "two", "three", "four").index(match["word"].lower()) + 1
    return ("first", "second", "third", "fourth").index(match["nth"].lower()) + 1
