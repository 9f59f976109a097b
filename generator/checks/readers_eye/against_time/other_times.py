"""Times outside the period told as its own: TIME06 results of later months, and TIME02 a season long gone."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from generator.checks.readers_eye.against_time.moments import WhichOne
from generator.checks.readers_eye.against_time.other_quarters import called
from generator.checks.readers_eye.against_time.out_of_time import (
    OF_RESULTS,
    TimeTold,
    is_nearer_after,
    is_noun,
    type_of_told,
)
from generator.checks.readers_eye.against_time.tenses import Tense
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.words import word_set
from generator.model.problem import Problem

_IN_GENERAL = word_set(
    """always usually typically normally tends tend generally often each every seasonal seasonally than compared last
    previous prior earlier before ago same"""
)
"""Where they stand, nothing is told of this period, or it is held against another one."""
_NO_RESULT_AFTER = word_set("by before until for on")
"""Before a time, but after no word for results: what is said is not what came out then."""
_WANTED = word_set(
    "target targets forecast forecasts budget profile trajectory plan plans deadline aim expect expected"
)
"""Before a time that it is set for, or after it."""
_SEASONS = word_set("spring summer autumn winter christmas easter")
_OF_WEATHER = word_set(
    """pressures pressure weather demand storms storm peak illness illnesses months period surge flood floods flooding
    heat heatwave snow snowfall frost ice cold freeze gales rain rains drought closure closures break holidays holiday
    fortnight week festivities"""
)
"""What a season brings, and no plan of one."""
_BACKGROUND = word_set("last since before earlier backlog left still previous until had")
"""What makes of a season long gone what the present comes from."""
_HOW_IT_WENT = frozenset((Tense.NOW, Tense.DONE, Tense.LATELY))
_A_MONTH = timedelta(days=31)
_NEAR = 6
"""Words before a time in which it is said what it is a time of."""


def other_times(text: Commentary, times: Iterable[type_of_told]) -> Iterator[Problem]:
    """TIME06 for results of a time that comes after the period, and TIME02 for a season that it has no part in."""
    period = called(text.returned.own_period)
    for line, sentence, told in times:
        if line not in text.account:
            continue
        if _is_season_gone(told) or _is_weather_of_another(told, text):
            yield text.problem_at(told.at, "TIME02", line, sentence, named=told.named, quarter=period)
        elif told.tense in _HOW_IT_WENT and _is_later(told) and _is_result(told, sentence, text):
            yield text.problem_at(told.at, "TIME06", line, sentence, named=told.named, quarter=period)


def _is_later(told: TimeTold) -> bool:
    """Whether a time comes after the period, and it is told of that time alone."""
    moment, words = told.moment, told.words.words
    if moment.starts <= told.period.last_day or moment.said is WhichOne.GONE:
        return False
    if not _IN_GENERAL.isdisjoint(words) or not _WANTED.isdisjoint(words[: moment.last + 2]):
        return False
    begins = moment.first - 1 - (told.before == "the")
    if told.words.at(begins) in _NO_RESULT_AFTER and told.words.at(begins - 1) not in OF_RESULTS:
        return False
    return moment.said is not WhichOne.BARE or is_nearer_after(told)


def _is_result(told: TimeTold, sentence: str, text: Commentary) -> bool:
    """Whether what is told of a time is what came out then, or how it went: "October was better"."""
    moment, words = told.moment, told.words.words
    if told.tense is Tense.NOW and _has_its_figure(sentence, text):
        return True
    if moment.first == 0 and not told.describes and moment.starts < told.read_on and told.tense is not Tense.NOW:
        return True
    is_of_results = not OF_RESULTS.isdisjoint(words[max(0, moment.first - _NEAR) : moment.first])
    return (is_of_results or told.after in OF_RESULTS) and (told.tense is not Tense.DONE or moment.is_part)


def _has_its_figure(sentence: str, text: Commentary) -> bool:
    """Whether a sentence has a figure of what the text is about."""
    figures = figures_in(sentence)
    is_in_its_unit = any(each.unit == text.unit and text.unit for each in figures)
    return is_in_its_unit or bool(figures and shared(sentence, text.subject))


def _is_season_gone(told: TimeTold) -> bool:
    """Whether a season that is over long before the period's year, or has not come yet, is told of as in it."""
    moment, words = told.moment, told.words
    if moment.said not in {WhichOne.BARE, WhichOne.THIS} or words.at(moment.last) not in _SEASONS:
        return False
    if told.tense not in {Tense.LATELY, Tense.DONE, Tense.AS_DONE} or not _BACKGROUND.isdisjoint(words.words):
        return False
    begins = moment.first - 1 - (told.before == "the")
    is_when = begins <= 0 and words.at(begins) in {"over", "during", "throughout", "at"}
    is_subject = begins < 0 and (told.tense is Tense.LATELY or moment.said is WhichOne.THIS)
    if not (is_when or is_subject) or (is_noun(told.after) and told.after not in _OF_WEATHER):
        return False
    a_year_before = moment.ends.replace(year=moment.ends.year - 1, day=28)
    return moment.starts > told.read_on and a_year_before < told.period.whole_year.first_day - _A_MONTH


def _is_weather_of_another(told: TimeTold, text: Commentary) -> bool:
    """Whether weather or holidays are told of, as what came in between, of a month that neither period nor year has.

    Of figures that add up all of the year so far is meant. What was two months ago may have left something behind.
    """
    moment, words, period = told.moment, told.words.words, told.period
    if moment.said is not WhichOne.BARE or moment.is_part or told.tense not in {Tense.DONE, Tense.AS_DONE}:
        return False
    if _OF_WEATHER.isdisjoint(words[max(0, moment.first - 2) : moment.last + 3]) or not (
        _BACKGROUND | _IN_GENERAL
    ).isdisjoint(words):
        return False
    begins = period.whole_year.first_day if text.adds_up else period.first_day
    ended = moment.ends.replace(year=moment.ends.year - 1, day=28)
    return moment.starts > told.read_on and ended < begins - 2 * _A_MONTH
