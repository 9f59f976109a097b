"""TIME02: weather, a feast or holidays that are told as what the period had, and that its months do not have."""

from datetime import timedelta

from generator.checks.readers_eye.against_time.parts_of_year import TimeKind, WhichOne
from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.against_time.told import (
    AHEAD,
    OF_WEATHER,
    PREPARED,
    TimeTold,
    called,
    is_done,
    is_general,
    is_noun,
)
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.words import has_any, word_set
from generator.model.problem import Problem

_A_DAY, _TWO_MONTHS = timedelta(days=1), timedelta(days=62)
_ALL_OF = word_set("spring summer autumn winter")
_DURING = word_set("over during throughout through")
_OF_OTHERS = word_set("at once when if while for from since until before after by of than as around ahead like")
"""Before a feast or weather that something else is for, or comes from."""
_EARLY = word_set("early late")
_BACKGROUND = word_set("since backlog left still until had following")
"""What makes of a season long gone what the present comes from."""
_CAUSED = word_set("hit caused affected disrupted delayed reduced")
_SHUT = word_set("closed shut away")
_HAS = word_set("has have")
_BECAUSE = frozenset(
    (("because", "of"), ("due", "to"), ("owing", "to"), ("down", "to"), ("result", "of"), ("thanks", "to"))
)
_YARDSTICK = word_set("expected planned usual normal forecast hoped budgeted predicted anticipated hope plan expect")
"""What "than" may hold a result against that is no other time's."""
_OF_A_YEAR = word_set("year year's annual annually yearly year-to-date forecast forecasts")
"""What tells of the whole year, or the one so far."""
_ENDS = word_set(", ; : ( ) is are was were has have had and but which who that when as")
"""What ends a cause."""
_TOLD = frozenset((Tense.DONE, Tense.AS_DONE, Tense.LATELY, Tense.UNSAID))
_IN_IT = word_set("in during throughout included over across within")
_NEAR = 8


def in_season(told: TimeTold, text: Commentary) -> Problem | None:
    """TIME02 for weather, a feast, holidays or a season of which the period has no month, where it is told as its own.

    Of figures that add up all of the year so far is meant. What was two months ago may have left something behind.
    """
    moment, period = told.moment, told.period
    if moment.kind not in {TimeKind.SEASON, TimeKind.MONTH} or moment.said not in {WhichOne.BARE, WhichOne.THIS}:
        return None
    if told.is_compared or not _is_what_came(told) or _is_part_of_a_name(told):
        return None
    if _is_of_this(told):
        is_asked = not told.near(told.first_day, told.last_day)
    elif _is_told_as_its_own(told):
        is_cause = _cause_at(told) >= 0
        is_of_a_year = text.adds_up or has_any(told.line.text, _OF_A_YEAR)
        begins = period.whole_year.first_day if is_of_a_year else told.first_day
        since = begins - (_TWO_MONTHS if is_cause or moment.kind is TimeKind.MONTH else _A_DAY)
        is_asked = not told.near(since.replace(day=1), told.read_on)
    else:
        is_asked = False
    return told.problem(text, "TIME02", named=told.named, quarter=called(period)) if is_asked else None


def _is_told_as_its_own(told: TimeTold) -> bool:
    """Whether it is told as what came, or as the cause of what came, and not of any year or for another time."""
    cause, others = _cause_at(told), told.words.words
    if cause < 0:
        return told.tense in _TOLD and not told.is_in_general and _is_of_the_present(told, others)
    last = told.previous
    if last and not (last.moment.starts <= told.last_day and last.moment.ends >= told.first_day):
        return False
    others = (*_without_yardstick(others[:cause]), *others[cause + 2 :])
    is_lasting = told.words.words[told.moment.last] in _ALL_OF
    may = _TOLD if is_lasting else _TOLD | {Tense.NOW}
    return (
        tense_at(told.words, cause, told.moment.last) in may
        and not is_general(others)
        and _is_of_the_present(told, others)
    )


def _cause_at(told: TimeTold) -> int:
    """The place of "because of" or its like before a time in the same clause; below 0 where there is none."""
    words, first = told.words, told.moment.first
    for at in range(first - 2, max(-1, first - 2 - _NEAR), -1):
        if words.words[at : at + 2] in _BECAUSE:
            return at
        if words.words[at + 1] in _ENDS:
            break
    return -1


def _without_yardstick(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without what a result is held against, where that is no time: "than expected", "than we had planned"."""
    than = words.index("than") if "than" in words else len(words)
    end = next((at + 1 for at in range(than + 1, min(than + 4, len(words))) if words[at] in _YARDSTICK), 0)
    return (*words[:than], *words[end:]) if end else words


def _is_of_the_present(told: TimeTold, others: tuple[str, ...]) -> bool:
    """Whether it is not what the present comes from, or is wanted."""
    is_lately = told.tense is Tense.LATELY
    has_led_to = has_any(told.sentence, PREPARED if is_lately else _HAS)
    return not has_led_to and " may " not in told.sentence and (_BACKGROUND | AHEAD).isdisjoint(others)


def _is_what_came(told: TimeTold) -> bool:
    """Whether it is what came or when something did, and not what something else is for."""
    moment, every, begins = told.moment, told.words.words, told.begins
    if moment.kind is TimeKind.MONTH:
        return not OF_WEATHER.isdisjoint(every[max(0, moment.first - 2) : moment.last + 3])
    place = told.begins_at
    is_reason = begins == "because" or (begins == "to" and told.words.at(place - 1) in {"due", "owing"})
    after = every[moment.last + 1 : moment.last + 4]
    is_of_others = told.is_of_a_subject and is_done(told.words.at(place - 1))  # "those referred in the holidays were"
    if is_of_others or not _EARLY.isdisjoint(after):
        return False
    if every[moment.last] in _ALL_OF:
        is_lately = told.tense is Tense.LATELY and (begins in _DURING or told.begins_at < 0)
        return is_lately or (is_reason and told.after in OF_WEATHER) or _is_of_this(told)
    before = told.words.at(place - 1)
    is_reason = is_reason or (begins == "by" and before in _CAUSED) or (begins == "for" and before in _SHUT)
    is_from = begins == "from" and _is_of_this(told)
    return is_reason or is_from or begins not in _OF_OTHERS


def _is_part_of_a_name(told: TimeTold) -> bool:
    """Whether a noun follows that is no weather: "the winter plan"."""
    last = told.words.words[told.moment.last]
    is_whole = last in {"holiday", "holidays", "break"} or told.moment.kind is TimeKind.MONTH
    return not is_whole and is_noun(told.after) and told.after not in OF_WEATHER


def _is_of_this(told: TimeTold) -> bool:
    """Whether it is said that something was "in this quarter"."""
    every, own = told.words.words, {told.period.word, "period"}
    return any(
        one in {"this", "the"} and then in own and (one == "this" or before in _IN_IT or after == "included")
        for before, one, then, after in zip(("", *every), every, every[1:], (*every[2:], ""), strict=False)
    )
