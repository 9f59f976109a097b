"""Times against the tense that they are told in: TIME01 gone and still to come, TIME07 to come and done."""

from datetime import timedelta

from generator.checks.readers_eye.against_time.parts_of_year import TimeKind, WhichOne
from generator.checks.readers_eye.against_time.tenses import Tense
from generator.checks.readers_eye.against_time.told import WHEN, TimeTold, called, is_done
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.words import word_set
from generator.model import english
from generator.model.problem import Problem

_ONCE = word_set(
    "join joins open opens reopen reopens launch launches live force effect stream close closes arrive arrives place"
)
"""What is done once, and so is to come where it is told in the present: much else begins each May."""
_BE = word_set("is are being")
_BY_HABIT = word_set("season term year each every always usually when those most anyone")
_GOVERNS_FOR = word_set(
    "time ready planned due scheduled booked set timetabled arranged pencilled slated earmarked diarised"
)
_EVENTS = word_set("meeting board cabinet committee council panel forum conference session assembly governors")
"""What meets then."""
_WEEK = word_set("c commencing")
_LASTS = word_set("until till")
_DEADLINES = word_set("deadline date")
_NOT_THIS_ONE = word_set("last previous prior earlier before ago same")
_WILL_COME = word_set("will shall expected forecast forecasts planned due likely would should")
_TIMES = word_set("date dates slot slots appointment appointments deadline places meeting hearing contract lease")
"""What may be of a time to come, though it was set or given before."""
_ASKED = word_set(
    """asked asks asking requested ordered told instructed wants called set given fixed booked pledged promised
    offered committed listed due scheduled planned"""
)
"""What may have been said before of what is to be then."""
_ENDS_THEN = word_set("until till for from at")
"""What a time to come may begin with where something else is over: "has been hired until"."""
_AS_GONE = frozenset((Tense.DONE, Tense.AS_DONE, Tense.LATELY))
_A_MONTH, _A_FEAST = timedelta(days=31), 2
_OPENING = 4
"""Words before a time with which a sentence opens."""
_NEAR = 7
"""Words before a time in which stands what is told of it."""
_FOR = word_set("for on off about with")
_ARTICLES = word_set("the a an our its their new")


def gone(told: TimeTold, text: Commentary) -> Problem | None:
    """TIME01 for what is to come at a time that is over when it is read."""
    read_on = text.known.meeting or told.last_day
    if told.moment.ends >= read_on or not _is_when(told) or not _is_promised(told, text) or told.is_of_a_subject:
        return None
    when = "the meeting" if text.known.meeting else f"the {told.period.word}’s end"
    return told.problem(text, "TIME01", date=told.named, when=f"{when} on {english.day(read_on)}")


def _is_promised(told: TimeTold, text: Commentary) -> bool:
    """Whether something is told as to come then; in the present only of one day, or of what is done once."""
    moment, words, tense = told.moment, told.words, told.tense
    is_just_over = moment.months > _A_FEAST and moment.ends >= told.read_on - _A_MONTH
    is_of_each_year = moment.kind is TimeKind.DAY and words.words[moment.last + 1 :][:1] == ("and",)
    if is_of_each_year and moment.is_bare and words.at(moment.last + 2).isdecimal():  # "on 1 October and 1 April"
        return False
    may_be_next = moment.kind is TimeKind.SEASON and (moment.ends < told.last_day or is_just_over)
    if moment.is_bare and (may_be_next or moment.kind is TimeKind.STRETCH):
        return False
    if told.before == "by" and told.line in text.actions:
        is_late = tense is Tense.AS_DONE and moment.said is WhichOne.SURE and moment.ends < told.first_day
        if is_late or tense is Tense.UNSAID:
            return True
    if tense is Tense.TIMETABLED:
        is_exact = moment.kind is TimeKind.DAY or moment.said in {WhichOne.THIS, WhichOne.NEXT}
        near = words.words[max(0, moment.first - _NEAR) : moment.first]
        begun = words.words[max(0, told.begins_at - 3) : max(0, told.begins_at)]
        is_going_on = not _BE.isdisjoint(begun) and ("being" in begun or begun[-1].endswith("ing"))
        is_once = is_going_on or "new" in near or not _ONCE.isdisjoint(near)
        is_exact = is_exact and not moment.is_part and _BY_HABIT.isdisjoint(near)
        is_round = (
            told.previous is not None and told.previous.tense is Tense.TIMETABLED
        )  # "opens in May, closes in June"
        return is_exact or (is_once and not is_round and _BY_HABIT.isdisjoint(words.words))
    if tense is Tense.NOW and (told.begins in _LASTS or not _DEADLINES.isdisjoint(words.words[: moment.first])):
        return not moment.is_part
    return tense is Tense.TO_COME


def _is_when(told: TimeTold) -> bool:
    """Whether it is a time at which something happens: not one that anything is of, or is held against."""
    words, moment, begins = told.words, told.moment, told.begins
    if told.after in _EVENTS:
        return told.tense is Tense.TO_COME
    if told.describes or (
        begins == "for" and _GOVERNS_FOR.isdisjoint(words.words[max(0, told.begins_at - 2) : max(0, told.begins_at)])
    ):
        return False
    is_end = begins == "to" and moment.kind is TimeKind.DAY and (told.previous or told).begins == "from"
    if is_end or told.is_compared or _may_be_next_years(told):
        return is_end
    if begins == "from" and words.at(told.begins_at - 3) == "over":  # "over 18 months from May"
        return False
    is_begun = begins == "from" and told.begins_at > 0
    near = words.words[max(0, moment.first - _NEAR) : moment.first]
    if is_begun and moment.ends > told.last_day and _ONCE.isdisjoint(near):  # may go on when it is read
        return False
    is_when = begins != "with" and (
        begins in WHEN - {"since", "after"}
        or told.before in _WEEK
        or moment.said in {WhichOne.GONE, WhichOne.THIS, WhichOne.NEXT}
    )
    return is_when or begins.endswith("ed") or begins in _DEADLINES | {"is", ""}


def _may_be_next_years(told: TimeTold) -> bool:
    """Whether a year's first part is told of when most of this year is over, so that the next one's may be meant."""
    year, moment = told.period.whole_year, told.moment
    return moment.is_part and moment.starts == year.first_day and 2 * told.period.number > told.period.per_year


def not_yet(told: TimeTold, text: Commentary) -> Problem | None:
    """TIME07 for what is told as done at a time that is sure to come."""
    if told.moment.ends <= told.last_day or told.tense not in _AS_GONE or not _cannot_be_done(told):
        return None
    really = f"{called(told.period)} ends on {english.day(told.last_day)}"
    if text.known.meeting and told.moment.starts > text.known.meeting:
        really = f"the meeting is on {english.day(text.known.meeting)}"
    return told.problem(text, "TIME07", named=told.named, really=really)


def _cannot_be_done(told: TimeTold) -> bool:
    """Whether a time that is sure to come is told of as gone."""
    moment, words, begins = told.moment, told.words, told.begins
    near = words.words[max(0, moment.first - _NEAR) : moment.first]
    is_when = begins in WHEN | {""} or moment.kind is TimeKind.STRETCH or moment.said is WhichOne.NEXT
    is_opening = moment.first <= _OPENING
    had_been_done = words.at(told.begins_at - 2) in {"been", "was", "were"}
    is_by = begins in {"by", "before"} and not is_opening and not had_been_done
    is_beside = moment.said is WhichOne.SURE and _is_done_then(near)
    is_wanted = not _WILL_COME.isdisjoint(words.words[moment.last + 1 : moment.last + _NEAR])
    is_gone = told.tense in {Tense.DONE, Tense.LATELY} or is_opening or is_beside
    is_from = begins == "from" and told.begins_at == 0
    is_of_a_thing = (begins in _ENDS_THEN and not is_from) or words.at(told.begins_at - 1) in _TIMES
    is_of_a_thing = is_of_a_thing or "until" in words.words[moment.first : moment.last]
    is_of_a_thing = is_of_a_thing or told.describes or is_by or (is_opening and is_wanted)
    if not is_gone or not is_when or is_of_a_thing or not _ASKED.isdisjoint(near) or _is_of_an_object(told):
        return False
    if moment.is_part:
        return _is_part_to_come(told)
    if told.is_of_a_subject:
        return False
    if moment.said is WhichOne.NEXT:
        return moment.starts > told.last_day
    is_bare = moment.is_bare and moment.kind is TimeKind.STRETCH and told.is_nearer_after
    day = moment.ends if moment.kind is TimeKind.STRETCH else moment.starts
    return day > told.read_on and (moment.said is WhichOne.SURE or is_bare)


def _is_of_an_object(told: TimeTold) -> bool:
    """Whether something stands between what was done and a time, that is then: "took bookings for weddings in May"."""
    words, place = told.words.words, told.begins_at - 1
    while place >= 0 and not is_done(words[place]):
        place -= 1
    return place >= 0 and not _FOR.isdisjoint(words[place + 1 : told.begins_at])


def _is_done_then(near: tuple[str, ...]) -> bool:
    """Whether a verb of what is done stands before a time, and what follows it is its object."""
    follows = _ARTICLES | WHEN | {"", "to", "out", "up", ","}
    return any(
        is_done(word) and before not in _ARTICLES and after in follows
        for before, word, after in zip(("", *near), near, (*near[1:], ""), strict=False)
    )


def _is_part_to_come(told: TimeTold) -> bool:
    """Whether a part of the year has not come, or not to its end, by when it is told as done; other years' parts have.

    What was so at the end of a year may have been so at that of the year before.
    """
    moment, others = told.moment, told.words.words
    if told.before == "this":
        return moment.starts > told.last_day
    if not _NOT_THIS_ONE.isdisjoint((*others[: moment.first], *others[moment.last + 1 :])):
        return False
    is_lately = told.tense is Tense.LATELY
    if moment.starts > told.last_day:  # "Q4 was 89.2" may be last year's
        is_of_this_year = "year" in told.named or "20" in told.named
        return is_lately or (moment.starts < moment.ends and is_of_this_year)
    return is_lately and moment.ends > told.read_on
