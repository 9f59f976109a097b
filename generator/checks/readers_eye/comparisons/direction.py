"""NUM05: words for better or worse, or for more or less, where the figures moved the other way."""

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.checks.readers_eye.against_verdict.hedges import is_hedged
from generator.checks.readers_eye.against_verdict.verdict_words import SaidOfIt, verdicts_in
from generator.checks.readers_eye.comparisons.with_known import is_so_since_then
from generator.checks.readers_eye.text.aims import AN_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import TIMES_TAKEN, figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.moves import DOWNWARDS, UP, UPWARDS
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import LAST_YEAR, is_of_another_time, quarters_in
from generator.checks.readers_eye.text.told_of import is_said_of_it, known_figures, names_nothing_else
from generator.judging.direction import Travel
from generator.model.measure import Polarity
from generator.model.period import Frequency
from generator.model.problem import Problem

_ALONGSIDE = r"(?!_(?:the_|our_|its_)?(?:target|profile|national|average|England|statistical|regional|comparator))"
_BETTER = any_of(
    f"improved improving(?!_(?:the|our|its)_) improvement (?:do|doing|did|done)?_?better_than{_ALONGSIDE}"
    " best_(?:result|performance|quarter) an_improving_(?:picture|position|trend|story)"
    " (?:got|getting|gets|become|becoming|grown|growing)_better (?:right|positive)_direction (?:right|positive)_way"
    " positive_trend on_the_(?:mend|up)"
    " turned_(?:a|the)_corner turned_(?:things|it|this)_(?:a?round|about) turn_for_the_better (?:strengthen|rebound"
    "|recover)(?:ed|ing) regain(?:ed|ing)_(?:lost_)?ground claw(?:ed|ing)_back pull(?:ed|ing)_back_(?:some|much|most)"
    f" continues?_to_recover rall(?:ied|ying) bounced_back gain(?:ed|ing)_(?:ground|momentum|pace) gather(?:ed"
    f"|ing)_pace"
    f" (?:speeded|sped)_up steps?_(?:forward|up) sharper_than{_ALONGSIDE} (?:stronger|healthier)_than{_ALONGSIDE}"
    " from_strength_to_strength great_strides (?:steady|real|good|clear|welcome|marked"
    "|considerable)_progress(?!_with)"
    " forged_ahead (?:make|made|making)_headway brighter_than (?:a|one)_step_closer closing_in_on (?:closed"
    "|closing|narrowed)"
    "_the_gap progress_(?:on|against)_this_(?:measure|indicator|standard|target)"
)
_WORSE = any_of(
    f"deteriorat(?:ed|es?|ing|ion) worsen(?:ed|ing|s) (?:decline|drop|fall|dip)_in_performance"
    f" performance_(?:has_)?(?:dropped|dipped|slipped|fallen|fell|declined)"
    " los(?:t|ing|es)_(?:ground|momentum) slip(?:ped|ping)_(?:back|further) (?:gone|went|going|goes)_backwards"
    " wrong_(?:direction|way) weaken(?:ed|ing) steps?_back(?:wards?)? turn_for_the_worse bad_to_worse"
    " (?:got|getting|gets|become|becoming|grown|growing)_worse on_the_slide downhill backslid backsliding regressed"
    f" relapsed further_behind worse_than{_ALONGSIDE}"
)
_JUDGED = Sought(rf"\b(?:(?P<better>{_BETTER})|(?P<worse>{_WORSE}))\b")
_SINCE = Sought(
    r"\b(?:since|than|on|from|compared (?:to|with)|against|from) (?:[a-z]+ )?(?:in |at |on )?(?:the )?"
    r"(?:same |last |previous |earlier "
    r"|quarter |Q[1-4]|before\b|spring|first quarter|a year|year)"
)
_THEN = "same|last|previous|before|quarter|Q[1-4]|first|spring"
_DID = "(?:it_|they_|we_|was_|were_|did_|had_){0,2}"
_THAN_THEN = rf"(?=[^.;]{{0,40}}_(?:than_{_DID}(?:in_|at_|on_)?(?:the_)?(?:{_THEN})|this_quarter))"
_ONGOING = (
    r"(?:further|continued|continuing|sustained|steady|more)_growth (?:its|their|this|the|a|our)_(?:[a-z]+_)?growth"
)
"""Growth that goes on."""
_MORE = (
    any_of(
        f"higher on_the_(?:up|rise|increase) (?:upward|rising)s?_trend trend(?:ing|s)?_(?:is_)?up(?:wards?)?"
        f" rise {_ONGOING} more{_THAN_THEN}"
    )
    + f"|{UPWARDS}|{UP}"
)
_LESS = (
    any_of(
        f"lower reduction down(?!_to_[^\\d£]) on_the_(?:decline|wane|decrease) (?:bring|brought|bringing|brings)_down"
        f" (?:dropped|fallen|fell)_back (?:downward|falling)s?_trend trend(?:ing|s)?_(?:is_)?down(?:wards?)?"
        f" (?:fewer|less){_THAN_THEN}"
    )
    + f"|{DOWNWARDS}"
)
_MOVED = Sought(rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b(?! (?:the|our) (?:target|risk))")
_CLAUSE = re.compile(
    r"[;:]|, (?=but|even|and|so|which|with|whilst|while|although|though|yet)|\bbut\b|\bwhilst\b|\balthough\b"
)
_ITS_OWN = Sought(
    r"(?<!['’]s )\b(?:performance|figures?|results?|rate|scores?|this (?:measure|indicator|standard|target))\b"
)
_THIS_QUARTER = phrase("this_quarter in_the_quarter over_the_quarter")
_WAITS = Sought(r"\b(?:wait\w*|response|turnaround|processing|handling|answer\w*|relet|re-let) times?\b")
_PACE = Sought(
    r"\b(?:(?P<quicker>faster|quicker|sooner|shorter|more (?:quickly|promptly))"
    r"|(?P<slower>slower|longer|more slowly)) than\b"
)
_OF_WHAT = Sought(r"^ (?:of|in) (?P<what>[a-z][^.,;()]{3,40})")
"""What a rise or a fall is one of: "an increase in requests"."""
_SHARE = phrase("performance figures? results? rates? percentage proportion share uptake take-up levels?")
_IT = Sought(r"^(?:This|It|That|Performance|The (?:result|figure|rate))\b|\b(?:it|performance|this) (?:is|was|has)\b")
_WE = Sought(r"^\W*(?:(?:and|but|so|yet|now|still) )?(?:we|it|this|things|performance|the (?:team|service))\b")
_LONG_AGO = Sought(
    r"\b(?:(?:has|have|had) since|(?:over|in|for) the (?:last|past) \w+ (?:years|months)|long[- ]term"
    r"|years|month|week|decade|pandemic"
    r"|cost|budget)\b"
)


def words_against_direction(text: OfMeasure) -> Iterator[Problem]:
    """NUM05 once a line, where a clause says that the result moved and it moved the other way.

    What is called better or worse is held against the direction of travel; more or less, against which way is better.
    A clause that compares with last year is held against that year's result.
    """
    if text.judged.measure.polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return
    told: Line | None = None
    yet = set[Line]()
    for line, sentence in text.holding(_JUDGED, _MOVED, _PACE, lines=text.account):
        for clause in _CLAUSE.split(sentence) if line is not told else ():
            moves = _moves_in(clause, text)
            travel = _travel(clause, text) if any(moves) else None
            says_otherwise = travel and _says_otherwise(clause, text, travel, moves) and _is_about_now(clause, text)
            if travel and says_otherwise and not is_so_since_then(clause, text):
                told = line
                yet.add(line)
                yield text.problem("NUM05", line, clause.strip(), direction=travel.value)
                break
    yield from _in_other_words(text, yet)


def _in_other_words(text: OfMeasure, told: Container[Line]) -> Iterator[Problem]:
    """NUM05 once for each other line with a clause that names nothing else, and calls it better or worse."""
    for line in text.account:
        for sentence in line.sentences if line not in told else ():
            said = verdicts_in(sentence, text)
            verdict = said.get(SaidOfIt.BETTER) or said.get(SaidOfIt.WORSE)
            clause = verdict.clause if verdict else ""
            travel = _travel(clause, text) if clause else None
            is_so = (travel is Travel.IMPROVING) is (SaidOfIt.BETTER in said)
            if (
                travel
                and not is_so
                and _is_about_now(clause, text)
                and not AN_AIM.search_part(clause)
                and not is_of_another_time(clause, 0, text.judged.returned.own_period)
            ):
                yield text.problem("NUM05", line, clause, direction=travel.value)
                break


def _travel(clause: str, text: OfMeasure) -> Travel | None:
    """The direction that a clause speaks of: since last year, if it says so and that is known, or else the form's."""
    judged = text.judged
    travel, actual, before = judged.direction.travel, judged.quarter.actual, text.year_ago
    if LAST_YEAR.search(clause) and judged.direction.before != before:
        if not isinstance(actual, Decimal) or not isinstance(before, Decimal) or actual == before:
            return None
        better = (actual > before) == (judged.measure.polarity is Polarity.HIGHER)
        travel = Travel.IMPROVING if better else Travel.DETERIORATING
    return travel if travel in {Travel.IMPROVING, Travel.DETERIORATING} else None


def _is_about_now(clause: str, text: OfMeasure) -> bool:
    period = text.judged.returned.own_period
    named = {int(each) for each in re.findall(r"\b(20\d\d)[/-]\d\d\b", clause)}
    of_this_year = not named or period.year in named
    return (
        of_this_year
        and max(quarters_in(clause), default=0) <= period.part_of(Frequency.QUARTERLY)
        and not _LONG_AGO.search(clause)
    )


class _Moves(NamedTuple):
    """What in a clause may say how the result moved: in a word for better or worse, by its pace, and by its size."""

    judged: Found | None
    pace: Found | None
    sizes: Sequence[Found]


def _moves_in(clause: str, text: OfMeasure) -> _Moves:
    pace = _PACE.search(clause) if text.unit in TIMES_TAKEN else None
    return _Moves(_JUDGED.search(clause), pace, tuple(_MOVED.finditer(clause)))


def _says_otherwise(clause: str, text: OfMeasure, travel: Travel, moves: _Moves) -> bool:
    is_better, title = travel is Travel.IMPROVING, text.title.lower()
    went_up = is_better == (text.judged.measure.polarity is Polarity.HIGHER)
    found, pace, size = (
        moves.judged,
        moves.pace,
        next((each for each in moves.sizes if each[0].lower() not in title), None),
    )
    denied = found is not None and bool(found["worse" if is_better else "better"])
    pace_denied = pace is not None and bool(pace["slower" if is_better else "quicker"])
    size_denied = size is not None and bool(size["less" if went_up else "more"])
    if not (denied or pace_denied or size_denied) or _is_in_another_unit(clause, text):
        return False
    first = found or next(iter(moves.sizes), None)
    if first and _OF_ANOTHER.search(clause[: first.start()]):
        return False
    is_told = found and not _tells_of_another_group(clause, text) and not is_hedged(clause, found)
    if found and is_told and ((_SINCE.search(clause) and _WE.match_part(clause)) or _tells_of_it(clause, found, text)):
        return denied
    if pace and (_SINCE.search(clause) or LAST_YEAR.search(clause)) and not is_hedged(clause, pace):
        return pace_denied
    is_clear = (
        size
        and size_denied
        and all(each.last_group == size.last_group for each in moves.sizes if each.start() > size.start())
    )
    return bool(size and is_clear and not is_hedged(clause, size) and _is_the_measure(clause, size, text))


_OF_ANOTHER = re.compile(r"(?:^ *where|\bwhose)\b")
"""What tells of what the clause before it named."""


def _is_in_another_unit(clause: str, text: OfMeasure) -> bool:
    """Whether a clause tells a time or money of a measure that is none, and not its result."""
    others = (each for each in figures_in(clause) if each.unit not in {"", "%", "points"})
    return any(not fits(each, text.unit) for each in others) and not text.has_the_result(clause)


def _tells_of_another_group(clause: str, text: OfMeasure) -> bool:
    """Whether the figures of a clause in the measure's unit are all none of the form's."""
    own = [each for each in figures_in(clause) if each.unit == text.unit != ""]
    known = known_figures(text) if own else ()
    return bool(own) and not any(each.agrees_with(one) for each in own for one in known)


def _tells_of_it(clause: str, found: Found, text: OfMeasure) -> bool:
    if is_said_of_it(_AUXILIARY.sub("", clause[: found.start()]), text):
        return True
    if names_nothing_else(clause, text.title):
        return True
    if _ITS_OWN.search(clause) or text.has_the_result(clause) or shared(clause, text.subject) >= 2:
        return True
    of_what = _OF_WHAT.search_part(clause[found.end() :])
    return bool(of_what) and 2 * shared(of_what["what"] if of_what else "", text.subject) >= text.title_words


def _is_the_measure(clause: str, found: Found, text: OfMeasure) -> bool:
    """Whether what rose or fell is what is measured: its time, its result, its change, or its title's words."""
    if text.unit in TIMES_TAKEN and _WAITS.search(clause):
        return True
    if found[0].lower() in _MORE_OF_THEM:
        these = clause[found.end() :].partition("than ")[0].partition(" this ")[0]
        return _are_more_of_them(these, text) if these.strip() else _is_less_of_it(clause, found, text)
    common, is_trend = shared(clause, text.subject), "trend" in found[0]
    of_what = _OF_WHAT.search_part(clause[found.end() :])
    if of_what and not _may_be_of_it(of_what["what"], text, is_trend=is_trend):
        return False
    is_of_it = is_said_of_it(_AUXILIARY.sub("", clause[: found.start()]), text) or (is_trend and common)
    if is_of_it or (_SINCE.search(clause) and (common or _IT.search(clause))):
        return True
    if figures_in(clause):
        return common > 0 and (text.has_the_result(clause) or _has_the_change(clause, text))
    return common >= 2 and (bool(_THIS_QUARTER.search(clause)) or 2 * common >= text.title_words)


_VISITS = Sought(
    r"\b(?:visits?|visitors?|attendances?|admissions|journeys|users?|uses?|customers?|footfall|participants?)\b"
)
_CAME = Sought(
    r"^ (?:people|visitors?|customers?|residents|users|families|children|adults|passengers|of them)?"
    r" ?(?:came|visited|attended|used us|took part|travelled|swam|were admitted|came through the doors?)(?: to us"
    r"| in)? ?$"
)
"""Those who come, of whom there are more where more visits are counted."""
_MORE_OF_THEM = frozenset({"more", "fewer", "less"})


def _are_more_of_them(these: str, text: OfMeasure) -> bool:
    """Whether those of whom there are more are what is counted, or named by half of a percentage's title."""
    common = shared(these, text.subject)
    if text.unit not in {"%", "£"} and _CAME.search(these) and _VISITS.search(text.title):
        return True
    return is_said_of_it(these, text) or (common >= 2 and 2 * common >= text.title_words)


def _is_less_of_it(clause: str, found: Found, text: OfMeasure) -> bool:
    """Whether a number that there is more or less "than in Q1" is what the result moved by, or is told beside it."""
    numbers = [each for each in figures_in(clause[: found.start()]) if fits(each, text.unit)]
    if not numbers or clause[numbers[-1].end : found.start()].strip():
        return False
    others = clause[: numbers[-1].start]
    return (
        _has_the_change(clause, text) or text.has_the_result(others) or is_said_of_it(_AUXILIARY.sub("", others), text)
    )


def _may_be_of_it(what: str, text: OfMeasure, *, is_trend: bool) -> bool:
    """Whether a rise or fall of something may be the result's: more of those counted are no larger share of them."""
    return bool(_SHARE.search(what)) or (shared(what, text.subject) > 0 and (is_trend or text.unit != "%"))


_AUXILIARY = re.compile(r"(?:\b(?:is|are|was|were|has|have|had|been|continue[sd]? to|to|also|again|now) )+$")


def _has_the_change(clause: str, text: OfMeasure) -> bool:
    actual, before = text.judged.quarter.actual, text.judged.direction.before
    if not isinstance(actual, Decimal) or not isinstance(before, Decimal):
        return False
    return any(each.agrees_with(abs(actual - before)) for each in figures_in(clause))
