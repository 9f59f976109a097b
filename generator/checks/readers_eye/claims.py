"""A text's words against the measure's figures: for better or worse, on target or off it."""

import re
from collections.abc import Callable, Iterator

from generator.checks.readers_eye.figures_in_text import is_of_another_time, quarters_in
from generator.checks.readers_eye.phrases import Sought, any_of, phrase
from generator.checks.readers_eye.text import OfMeasure
from generator.judging.direction import Travel
from generator.model.measure import Polarity
from generator.model.problem import Problem

_ALONGSIDE = r"(?!_(?:the_|our_|its_)?(?:target|profile|national|average|England|statistical|regional|comparator))"
_BETTER = any_of(f"improved improving improvement better_than{_ALONGSIDE} best_(?:result|performance|quarter)")
_WORSE = any_of(
    f"deteriorat(?:ed|ing|ion) worsen(?:ed|ing) declin(?:ed|ing) decline_in_performance worse_than{_ALONGSIDE}"
)
_MOVED = Sought(
    rf"\b(?:(?P<better>{_BETTER})|(?P<worse>{_WORSE}))\b",
    """improved improving improvement better best deteriorated deteriorating deterioration worsened worsening declined
    declining decline worse""",
)
_SINCE = Sought(
    r"\b(?:since|than|on|from|compared (?:to|with)|against) (?:the |in )?(?:same |last |previous |quarter |Q[1-4])"
)
_RISES = "increase increased rise risen rose higher up"
_FALLS = "decrease decreased fall fallen fell lower reduced reduction down"
_UP, _DOWN = phrase(_RISES, _RISES), phrase(_FALLS, _FALLS)
_NOT_YET = phrase(
    r"""will to(?!_[£\d]) expect\w* should aim\w* plan\w* anticipat\w* forecast\w* need\w* may might could no not
    further continu\w* action\w* programme plan board support if until once focus\w* school peer quality help\w*"""
)
_CLAUSE = re.compile(r"[;:]|, (?=but|and|so|which|with|whilst|while|although)|\bbut\b|\bwhilst\b|\balthough\b")


_MEASURED_NOW = phrase("performance figure result")


def words_against_direction(text: OfMeasure) -> Iterator[Problem]:
    """NUM05: words for better or worse than before, where the direction of travel says the opposite."""
    travel = text.judged.direction.travel
    if travel not in {Travel.IMPROVING, Travel.DETERIORATING}:
        return
    for line in text.of("context"):
        for sentence in line.sentences:
            if not any(each.may_be_in(sentence) for each in (_MOVED, _UP, _DOWN)):
                continue
            clause = next((each for each in _CLAUSE.split(sentence) if _says_the_opposite(each, text, travel)), None)
            if clause:
                yield text.problem("NUM05", line, clause.strip(), direction=travel.value)
                break


def _says_the_opposite(clause: str, text: OfMeasure, travel: Travel) -> bool:
    period = text.judged.returned.period
    return (
        _reads_as_the_opposite(clause, text.judged.measure.polarity, travel)
        and max(quarters_in(clause), default=0) <= period.quarter
        and not _another_year(clause, period.year)
    )


def _reads_as_the_opposite(clause: str, polarity: Polarity, travel: Travel) -> bool:
    moved = _MOVED.search(clause)
    if moved and not _NOT_YET.search(clause) and (_SINCE.search(clause) or _MEASURED_NOW.search(clause)):
        return bool(moved["worse"] if travel is Travel.IMPROVING else moved["better"])
    lower_is_better = polarity is Polarity.LOWER
    if polarity not in {Polarity.HIGHER, Polarity.LOWER} or not _SINCE.search(clause):
        return False
    good, bad = (_DOWN, _UP) if lower_is_better else (_UP, _DOWN)
    against = bad if travel is Travel.IMPROVING else good
    return bool(against.search(clause)) and not _NOT_YET.search(clause)


def _another_year(clause: str, year: int) -> bool:
    """Whether it tells of a whole year, and not of this one: "2017/18 saw an improvement"."""
    named = {int(each) for each in re.findall(r"\b(20\d\d)[/-]\d\d\b", clause)}
    return bool(named) and year not in named


_FINE_NOW = Sought(
    r"\b(?:as expected|in line with (?:the )?(?:expectations?|target)|on target|on track"
    r"|(?:is|are|has been|remains?|remained) (?:relatively |broadly |very )?(?:strong|stable)"
    r"|performance (?:is|has been|remains) (?:good|positive)"
    r"|(?:target|it) (?:has been|is being|was) (?:met|achieved|exceeded)|meeting (?:the |our )?target)\b",
    "expected line target track strong stable good positive met achieved exceeded",
)
_MET = Sought(
    r"\b(?:better than|within|ahead of|inside|(?:has|have) (?:achieved|met|exceeded)) (?:the |our |its |their )?"
    r"(?:target|profile)\b",
    "target profile",
)
_ABOVE = phrase(r"(?:is|are|was|were|remains?|remained|still)_(?:well_)?above_(?:the_|our_|its_)?target", "above")
_MEASURED = phrase(r"perform\w* measure uptake take-?up rate level levels figure results? indicator target")
_EXPECTED = any_of(r"will likely expect\w* forecast\w* confident on_course on_track")
_REACHED = any_of(r"meet achiev\w* exceed\w* hit reach\w*")
_WILL_BE_MET = Sought(rf"\b(?:{_EXPECTED})\b[^.;]{{0,50}}\b(?:{_REACHED})\b[^.;]{{0,40}}\btargets?\b", "target targets")
_UNSURE = phrase(r"where keep not unlikely if ensure so_that once would unable fail\w*")
_OFF_TARGET = Sought(
    r"\b(?:below|under|short of|behind|missed|off|worse than|not (?:met|meeting|achieved)) (?:the |our |its )?target",
    "below under short behind missed off worse met meeting achieved",
)


def words_against_status(text: OfMeasure) -> Iterator[Problem]:
    """NUM06: words for success where the status is an exception, or for failure where it is none."""
    judged = text.judged
    quarter, forecast = judged.quarter.status, judged.forecast.status if judged.forecast else None
    for line, sentence in text.sentences:
        if quarter.exception and (_is_told_as_fine(sentence) or _is_told_as_met(sentence, text)):
            yield text.problem("NUM06", line, sentence, status=quarter.name, half="the quarter")
        elif forecast and forecast.exception and _WILL_BE_MET.search(sentence) and not _UNSURE.search(sentence):
            yield text.problem("NUM06", line, sentence, status=forecast.name, half="the year end")
        elif quarter.rated and not any(each.status.exception for each in judged.halves) and _is_off_target(sentence):
            yield text.problem("NUM06", line, sentence, status=quarter.name, half="the quarter")


def _is_told_as_fine(sentence: str) -> bool:
    fine = _FINE_NOW.search(sentence)
    return bool(fine and _MEASURED.search(sentence) and not _UNSURE.search(sentence[: fine.end()]))


def _is_told_as_met(sentence: str, text: OfMeasure) -> bool:
    met = _MET.search(sentence)
    if not met and text.judged.measure.polarity is Polarity.HIGHER:
        met = _ABOVE.search(sentence)
    if not met or _NOT_YET.search(sentence[: met.end()]) or _OFF_TARGET.search(sentence):
        return False
    return not is_of_another_time(sentence, met.start(), text.judged.returned.period)


def _is_off_target(sentence: str) -> bool:
    return bool(_OFF_TARGET.search(sentence)) and not _NOT_YET.search(sentence)


RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (words_against_direction, words_against_status)
