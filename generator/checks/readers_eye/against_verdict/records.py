"""NUM17: "the best for three years", "the third quarter in a row", where earlier figures say otherwise."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_verdict.moods import is_doubted
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, figures_in
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.told_of import is_said_of_it
from generator.checks.readers_eye.text.words import word_set
from generator.judging.outcome import earlier_results
from generator.model.measure import Polarity
from generator.model.period import Period
from generator.model.problem import Problem

_BEST, _MOST = any_of("best strongest fastest quickest"), any_of("highest most largest longest greatest busiest")
_WORST, _FEWEST = any_of("worst weakest poorest slowest"), any_of("lowest fewest smallest shortest quietest")
_RESULT = any_of(
    "result figure performance quarter rate number level total outturn score time average month"
    " return spring summer autumn winter"
)
_YEARS = any_of("two three four five six seven eight nine ten several many 2 3 4 5 6 7 8 9 10")
_SINCE_WHEN = (
    rf"(?:(?:for|in|over) (?:at least |over |more than )?(?:the (?:last|past) )?(?:(?P<years>{_YEARS}) years"
    rf"|(?P<a>a) year)"
    r"|since (?:[A-Z][a-z]+ )?(?P<year>20[01]\d)(?:[/-]\d\d)?\b"
    r"|(?:since|in) (?:records began|(?:we|it|the council|the service) (?:began|started|opened)|the (?:measure"
    r"|indicator|scheme) (?:began"
    r"|started))"
    r"|(?:ever|on record|to date)\b|(?:that )?we have (?:ever )?(?:had|seen|recorded)"
    r"|(?P<so_far>(?:so far )?(?:this|of the) (?:financial )?year(?: so far)?)\b)"
)
_RECORD = Sought(
    rf"\b(?:(?P<best>{_BEST})|(?P<worst>{_WORST})|(?P<highest>{_MOST})|(?P<lowest>{_FEWEST}))"
    rf"(?: (?:[a-z]+ )?\b(?P<what>{_RESULT}|[a-z]+))?(?: recorded| seen)? {_SINCE_WHEN}"
)
_ITS = word_set(
    "result figure performance quarter rate number level total outturn score time average month return recorded seen"
    " spring summer autumn winter"
)
_SEASONS = word_set("spring summer autumn winter")
_BEFORE = re.compile(r"[;:]|, (?!\d)|\b(?:but|while|whilst|although|as|because)\b")
_ENDS = re.compile(
    r"(?:\b(?:is|are|was|were|has|have|had|been|at|its|their|the|our|this|which|now|and|with|reached|an?|to|fell|rose"
    r"|nevertheless|nonetheless|still|even|only|just|however|probably|easily|also|again|for|stood|came|risen|fallen"
    r"|improved|it|that|quarter)\b[ ,(–-]*)+$",
    re.IGNORECASE,
)
_RECORD_LEVEL = Sought(
    r"\b(?:at|reached|hit|stands? at|fell to|rose to) (?:an? |its |their )?(?:record|all[- ]time) (?:(?P<high>high)"
    r"|(?P<low>low))\b"
)
_IN_A_ROW = Sought(
    r"\b(?P<nth>second|third|fourth|fifth|sixth)(?P<first> successive| consecutive| straight)? (?P<span>quarter|year"
    r"|month)"
    r"(?P<then> (?:in a row|running|in succession))?\b"
)
_TIMES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_MOVES = Sought(
    r"\b(?:(?P<up>ris\w+|rise|rose|increas\w+|grow\w*|grew|gone up|went up|climb\w*)|(?P<down>fall\w*|fell|decreas\w+"
    r"|declin\w+|drop\w*|reduc\w+|gone down|went down|come down|came down)|(?P<better>improv\w+|better)"
    r"|(?P<worse>deteriorat\w+|worse\w*))\b"
)


def records(text: OfMeasure) -> Iterator[Problem]:
    """NUM17 for a superlative that an earlier figure denies, and for so many periods in a row that did not move so.

    Only where it is said of what is measured; the figures that deny it are the form's and the history's.
    """
    judged = text.judged
    if judged.measure.polarity not in {Polarity.HIGHER, Polarity.LOWER} or not isinstance(
        judged.quarter.actual, Decimal
    ):
        return
    for line, sentence in text.holding(_RECORD, _IN_A_ROW, _RECORD_LEVEL, lines=text.account):
        match = _RECORD.search(sentence)
        level = _RECORD_LEVEL.search(sentence)
        if level and is_said_of_it(_ENDS.sub("", _BEFORE.split(sentence[: level.start()])[-1]), text):
            denied = _beyond(text, judged.quarter.actual, high=bool(level["high"]))
        elif match and _is_of_it(sentence, match, text) and not is_doubted(sentence, match.start()):
            denied = _denied_by(match, text, judged.quarter.actual)
        else:
            row = _IN_A_ROW.search(sentence)
            denied = _run_broken_by(sentence, row, text) if row and (row["first"] or row["then"]) else None
        if denied:
            facts = {"period": denied[0].short, "result": judged.measure.show(denied[1])}
            yield text.problem("NUM17", line, sentence, **facts)


def _is_of_it(sentence: str, match: Found, text: OfMeasure) -> bool:
    what, before = match["what"].lower(), _BEFORE.split(sentence[: match.start()])
    subject = _ENDS.sub("", before[-1])
    if what and what not in _ITS:
        return shared(what, text.subject) > 0 and not figures_in(sentence[match.start() : match.end()])
    if subject.strip():
        return is_said_of_it(subject, text) or (text.has_the_result(subject) and bool(what or not before[1:]))
    return bool(what) or text.has_the_result(sentence)


def _denied_by(match: Found, text: OfMeasure, actual: Decimal) -> tuple[Period, Decimal] | None:
    """The latest earlier result within a superlative's time that goes beyond this one; None where there is none."""
    is_higher = text.judged.measure.polarity is Polarity.HIGHER
    high = bool(match["highest"]) or bool(match["best"] and is_higher) or bool(match["worst"] and not is_higher)
    period = text.judged.returned.own_period
    for earlier, value in earlier_results(text.judged).items():
        if _is_meant(match, earlier, period) and (value > actual if high else value < actual):
            return earlier, value
    return None


def _beyond(text: OfMeasure, actual: Decimal, *, high: bool) -> tuple[Period, Decimal] | None:
    """The latest earlier result that is higher, or lower, than this one."""
    found = (each for each in earlier_results(text.judged).items() if (each[1] > actual if high else each[1] < actual))
    return next(found, None)


def _is_meant(match: Found, earlier: Period, period: Period) -> bool:
    """Whether an earlier period lies within the time of which a result is called the best."""
    if match["what"].lower() in _SEASONS and earlier.part != period.part:
        return False
    if match["so_far"]:
        return earlier.whole_year == period.whole_year
    if match["year"]:
        return earlier.first_day.year > int(match["year"])
    years = match["years"].lower()
    if not years and not match["a"]:
        return True
    count = 1 if not years else int(years) if years.isdigit() else IN_WORDS.get(years, 2)
    return period.index - earlier.index < count * period.per_year


def _run_broken_by(sentence: str, row: Found, text: OfMeasure) -> tuple[Period, Decimal] | None:
    """The period in whose result a run of so many breaks off; None where what is known bears it out."""
    period, moves = text.judged.returned.own_period, list(_MOVES.finditer(sentence))
    if row["span"].lower() not in {period.word, "year"} or len({each.last_group for each in moves}) != 1:
        return None
    if is_doubted(sentence, moves[0].start()) or not is_said_of_it(_ENDS.sub("", sentence[: moves[0].start()]), text):
        return None
    step = 1 if row["span"].lower() == period.word else period.per_year
    upwards = (moves[0].last_group == "up") or (
        moves[0].last_group in {"better", "worse"}
        and (moves[0].last_group == "better") == (text.judged.measure.polarity is Polarity.HIGHER)
    )
    known: dict[Period, object] = {**earlier_results(text.judged), period: text.judged.quarter.actual}
    for count in range(_TIMES[row["nth"].lower()]):
        later, earlier = known.get(period.later(-step * count)), known.get(before := period.later(-step * (count + 1)))
        if not isinstance(later, Decimal) or not isinstance(earlier, Decimal):
            continue
        if later == earlier or (later > earlier) != upwards:
            return before, earlier
    return None
