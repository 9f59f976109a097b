"""TIME02: a time from which neither the period nor its meeting is near, told of as now or as the period's own."""

from datetime import timedelta
from itertools import pairwise

from generator.checks.readers_eye.against_time.parts_of_year import OF_RESULTS, TimeKind, WhichOne
from generator.checks.readers_eye.against_time.tenses import Tense
from generator.checks.readers_eye.against_time.told import AHEAD, OF_WEATHER, OWN, PREPARED, TimeTold, called
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.words import word_set
from generator.model.period import Frequency
from generator.model.problem import Problem

_A_DAY, _A_MONTH = timedelta(days=1), timedelta(days=31)
_IN = word_set("in during over throughout across at within")
_COMING = word_set("approach enter near start begin approaching entering starting beginning into towards")
"""After "we", before a time that is at hand."""
_SETS_IN = word_set("approaches nears draws sets arrives begins")
_OVER = word_set("behind over past gone done finished out")
_AT_HAND = word_set("approaching upon under way full around here underway")
_SO_NOW = word_set("are is now well")
"""Before "in" and a time, where it is said which one it is now."""
_OTHERS = word_set(
    "now both between until improvement improved revised restated corrected published confirmed wrong right printed"
)
_RETURNS = word_set("report return form")
_A_YEAR = 12
_NEAR = 8


def as_now(told: TimeTold, text: Commentary) -> Problem | None:
    """TIME02 for a time told of as now, or as what the period had, that is another."""
    if told.moment.kind is TimeKind.YEAR or told.is_compared:
        return None
    is_now = _is_what_is_measured(told, text)
    if told.moment.kind is not TimeKind.DAY:
        is_now = is_now or _is_at_hand(told) or _is_called_this(told) or _is_told_as_now(told, text)
    return told.problem(text, "TIME02", named=told.named, quarter=called(told.period)) if is_now else None


def _is_at_hand(told: TimeTold) -> bool:
    """Whether it is said to be just coming, to have come, or to be just over, when it is neither."""
    words, moment = told.words, told.moment
    near = words.words[max(0, moment.first - _NEAR) : moment.first]
    after = words.words[moment.last + 1 : moment.last + 4]
    we = near[near.index("we") :] if "we" in near else ()
    is_setting_in = told.before == "as" and told.after in _SETS_IN
    is_begun = not _COMING.isdisjoint(we) and AHEAD.isdisjoint(we) and told.tense not in {Tense.DONE, Tense.AS_DONE}
    is_coming = is_setting_in or is_begun or near[-2:] == ("up", "for")
    is_noun = moment.kind is TimeKind.MONTH or told.describes
    is_here = "now" in near and "that" in near and not is_noun
    is_with = "with" in near
    is_now = not is_noun and told.tense in {Tense.NOW, Tense.TIMETABLED, Tense.UNSAID}
    is_upon = (is_with or is_now) and not _AT_HAND.isdisjoint(after)
    is_over = (is_with or is_here) and not _OVER.isdisjoint(after) and not is_noun
    if not (is_coming or is_here or is_upon or is_over):
        return False
    last = told.read_on + (_A_MONTH if is_coming or is_upon else -_A_MONTH if is_over else timedelta())
    first = told.last_day if is_coming else told.first_day - (_A_MONTH if is_over else _A_DAY)
    return not told.near(first.replace(day=1), last)


def _is_called_this(told: TimeTold) -> bool:
    """Whether a part of the year is called "this" one, and is not the period."""
    moment = told.moment
    the = told.before == "the"
    at = moment.first - 1 - the
    is_this = told.words.at(at - (told.words.at(at) == ",")) == "this" and (told.words.at(at) == ",") >= the
    is_this = is_this and "20" not in told.named
    return is_this and moment.is_part and not (moment.starts <= told.last_day <= moment.ends)


def _is_told_as_now(told: TimeTold, text: Commentary) -> bool:
    """Whether a clause in the present, or of what has been since, tells of it, and it is long over or to come."""
    moment, period = told.moment, told.period
    if told.tense not in {Tense.NOW, Tense.LATELY, Tense.TIMETABLED} or moment.said in {WhichOne.GONE, WhichOne.NEXT}:
        return False
    is_lately = told.tense is Tense.LATELY
    is_prepared = is_lately and (told.begins == "since" or not PREPARED.isdisjoint(told.words.words))
    if is_prepared or told.is_in_general or not AHEAD.isdisjoint(told.words.words):
        return False
    if moment.is_part:
        return _is_earlier_part(told)
    if not _is_how_it_is(told):
        return False
    if moment.kind is TimeKind.SEASON and told.describes and told.after not in OF_WEATHER:
        return False
    first = period.whole_year.first_day if text.adds_up else told.first_day
    is_exact = moment.kind is TimeKind.STRETCH or told.after in OF_RESULTS
    before = first if is_exact else first - _A_DAY
    return not told.near(before.replace(day=1), told.read_on)


def _is_how_it_is(told: TimeTold) -> bool:
    """Whether a sentence opens with a time, calls it this one, says that we are in it, or what goes on for it."""
    moment, before = told.moment, told.words.at(told.begins_at - 1)
    if told.tense is Tense.TIMETABLED:
        is_under_way = any(each.endswith("ing") for each in told.words.words)
        return moment.said is WhichOne.THIS or (told.describes and is_under_way and moment.kind is TimeKind.MONTH)
    is_subject = moment.kind is TimeKind.SEASON and told.tense is not Tense.NOW  # what "is" so may be so in each
    is_in = told.begins in _IN and (moment.kind is not TimeKind.SEASON or told.tense is not Tense.NOW)
    is_opening = told.begins_at <= 0 and (is_in or (is_subject and told.begins_at < 0))
    is_in_it = moment.kind is TimeKind.SEASON and (told.tense, told.begins) == (Tense.NOW, "in") and before in _SO_NOW
    is_results = moment.kind is TimeKind.STRETCH and before in OF_RESULTS
    is_as_long = is_results and moment.months == 12 // told.period.per_year
    is_own_kind = moment.kind is TimeKind.MONTH and told.period.frequency is Frequency.MONTHLY
    is_as_long = is_as_long or (is_own_kind and told.after in OF_RESULTS)
    return is_opening or is_in_it or is_as_long or moment.said is WhichOne.THIS


def _is_what_is_measured(told: TimeTold, text: Commentary) -> bool:
    """Whether the figure is said to be for a time that is not, or not all, the period's: "the figure is for May"."""
    moment, every = told.moment, told.words.words
    is_at = every[max(0, told.begins_at - 1) : told.begins_at + 1] == ("as", "at")
    before = every[max(0, told.begins_at - 2 - is_at) : max(0, told.begins_at - is_at)]
    is_of_figures = before[-1:] in {("is",), ("are",)} and not (OF_RESULTS | _RETURNS).isdisjoint(before)
    starts, ends = told.latest
    if not is_of_figures or not (is_at or told.begins == "for") or moment.months >= _A_YEAR:
        return False
    first = told.period.whole_year.first_day if text.adds_up else told.first_day
    return ends < told.first_day if is_at else not (first <= starts and ends <= told.last_day)


def _is_earlier_part(told: TimeTold) -> bool:
    """Whether it is an earlier part of the year, of which alone it is told how things are."""
    moment = told.moment
    is_of_results = told.after in OF_RESULTS | {"report"} or told.words.at(told.begins_at - 1) in OF_RESULTS
    is_told = told.begins in _IN | {"for", "covers", "at", ""} or is_of_results or told.before == "this"
    is_now = told.tense is not Tense.TIMETABLED or told.begins_at == 0
    return is_now and is_told and moment.starts < moment.ends < told.first_day and _is_alone(told)


def _is_alone(told: TimeTold) -> bool:
    """Whether no other quarter is told of beside it."""
    every = told.words.words
    is_beside_this = any(one == "this" and then in OWN for one, then in pairwise(every))
    return _OTHERS.isdisjoint(every) and (not is_beside_this or told.before == "this")
