"""Times against the tense that they are told in: TIME01 gone and still to come, TIME07 to come and done."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.checks.readers_eye.against_time.moments import NAMES, Moment, WhichOne, moments_in
from generator.checks.readers_eye.against_time.other_quarters import READ_WITHIN, called
from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.words import Words, has_any, word_set, words_read
from generator.model import english
from generator.model.period import Frequency, Period
from generator.model.problem import Problem

_BY = word_set("by before until till on during over within throughout in at from for around")
"""What a time begins with that says when something happens; after "of" it says what something is of."""
_BESIDE = _BY | {"of", "since", "and", "to"}
_WITHIN = word_set(
    "the this end close start beginning middle of early late mid a an week weeks days part first second third last"
)
"""What may stand between that and the time."""
OF_RESULTS = word_set(
    """figures figure data results result numbers number returns performance outturn rates rate count counts total
    totals position collection income spend arrears"""
)
"""What is known only when its time is over."""
_NOT_THIS_ONE = word_set("last previous prior earlier before ago same")
_STRETCHES = word_set("year months quarter quarters half half-year weeks period")
"""What may be of so long "to" a time."""
_WILL_COME = word_set("will shall expected forecast forecasts planned due likely would should")
_TIMES = word_set("date dates slot slots appointment appointments deadline places meeting hearing contract lease")
"""What may be of a time to come, though it was set or given before."""
_EVENTS = word_set("meeting board cabinet committee council panel forum conference session assembly governors")
"""What meets then."""
_ENDS_THEN = word_set("until till for from at")
"""What a time to come may begin with where something else is over: "has been hired until"."""
_LIKE = word_set("than as like with compared unlike")
_WILL = word_set("will shall")
_GOVERNS_FOR = word_set(
    "time ready planned due scheduled booked set timetabled arranged pencilled slated earmarked diarised"
)
_FUNCTION = word_set(
    """in on at to for from with by as than between among per during since until after before about within without
    against and or but nor while when whenever where if because which who so is are was were be been has have had do
    does did will would can could may might must shall should it they we that this the a an when not of also still
    again there led whose"""
)
"""What may follow a time that is no part of a name."""
_IN_NUMBERS = re.compile(r"\b20\d\d\b|\d[/.]\d\d?[/.]20\d")
_AS_GONE = frozenset((Tense.DONE, Tense.AS_DONE, Tense.LATELY))
_ALMOST_A_YEAR = 360
_OPENING = 4
"""Words before a time with which a sentence opens."""


class TimeTold(NamedTuple):
    """A time as a sentence tells of it, with what it is held against: the period, and the day on which it is read."""

    words: Words
    moment: Moment
    tense: Tense
    period: Period
    read_on: date

    @property
    def named(self) -> str:
        """The time as it was typed."""
        return self.words.quoted(self.moment.first, self.moment.last)

    @property
    def at(self) -> int:
        """Where it stands in its sentence."""
        return self.words.start(self.moment.first)

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return (self.moment.ends - self.moment.starts).days > _ALMOST_A_YEAR

    @property
    def before(self) -> str:
        """The word right before it."""
        return self.words.at(self.moment.first - 1)

    @property
    def after(self) -> str:
        """The word right after it."""
        return self.words.at(self.moment.last + 1)

    @property
    def begins(self) -> int:
        """The place of what says when, before a time and what it is a part of: "by" of "by the end of the year"."""
        place = self.moment.first - 1
        while self.words.at(place) in _WITHIN:
            place -= 1
        return place

    @property
    def describes(self) -> bool:
        """Whether it only says which thing is meant: "the September audit"."""
        moment, after = self.moment, self.after
        is_beside = moment.said in {WhichOne.BARE, WhichOne.SURE} and moment.first > 0 and self.before not in _BESIDE
        is_whole = moment.is_part and moment.last > moment.first and after not in OF_RESULTS
        may = (is_beside or moment.first == 0) and not is_whole
        return may and is_noun(after) and not after.endswith("ly")


def is_noun(word: str) -> bool:
    """Whether a word may be the noun that a time before it describes."""
    return word[:1].isalpha() and word not in _FUNCTION


type_of_told = tuple[Line, str, TimeTold]
"""A time that is told, with its line and its sentence."""


def told_in(text: Commentary) -> Iterator[type_of_told]:
    """Every time that the sentences name, each with the tense in which it is told."""
    period = text.returned.own_period
    if period != text.returned.period and period.frequency is Frequency.YEARLY:
        return
    read_on = text.known.meeting or period.last_day + READ_WITHIN
    for line, sentence in text.sentences:
        if has_any(sentence, NAMES) or ("20" in sentence and _IN_NUMBERS.search(sentence)):
            words = words_read(sentence)
            for moment in moments_in(words, period, read_on):
                tense = tense_at(words, moment.first, moment.last)
                if tense is Tense.UNSAID and words.at(moment.first - 1) == "by" and line in text.actions:
                    tense = Tense.TO_COME
                yield line, sentence, TimeTold(words, moment, tense, period, read_on)


def out_of_time(text: Commentary, times: Iterable[type_of_told]) -> Iterator[Problem]:
    """TIME01 for what is to come at a time that is over, and TIME07 for what is told as done at one to come."""
    period = text.returned.own_period
    read_on = text.known.meeting or period.last_day
    for line, sentence, told in times:
        is_long_gone = line in text.actions and _is_a_late_deadline(told)
        if (_is_promised(told) and _is_gone(told, read_on)) or is_long_gone:
            when = "the meeting" if text.known.meeting else f"the {period.word}’s end"
            on = f"{when} on {english.day(read_on)}"
            yield text.problem_at(told.at, "TIME01", line, sentence, date=told.named, when=on)
        elif _cannot_be_done(told):
            ends = f"{called(period)} ends on {english.day(period.last_day)}"
            yield text.problem_at(told.at, "TIME07", line, sentence, named=told.named, really=ends)


def _is_promised(told: TimeTold) -> bool:
    """Whether something is told as to come then; in the present only of one day, for much begins each May."""
    moment = told.moment
    is_exact = not moment.is_part and (
        moment.said not in {WhichOne.BARE, WhichOne.SURE} or moment.starts == moment.ends
    )
    return told.tense is Tense.TO_COME or (told.tense is Tense.TIMETABLED and is_exact)


def _is_a_late_deadline(told: TimeTold) -> bool:
    """Whether what is asked for by a day has a day from before the period began: "to be restored by"."""
    may_be_asked = told.tense in {Tense.UNSAID, Tense.AS_DONE} and told.before == "by"
    return may_be_asked and told.moment.said is WhichOne.SURE and told.moment.ends < told.period.first_day


def _is_gone(told: TimeTold, read_on: date) -> bool:
    """Whether a time is over, and it is one at which something is to happen: not one that anything is of.

    What begins "from" a time between the period's end and the meeting may be told as to come.
    """
    words, begins = told.words, told.words.at(told.begins)
    if told.after in _EVENTS and told.before in {"", "the", "of"}:
        is_ahead = told.tense is Tense.TO_COME or tense_at(words, 0, told.moment.last) is Tense.TO_COME
        return told.moment.ends < read_on and is_ahead
    if told.describes or (begins == "for" and words.at(told.begins - 1) not in _GOVERNS_FOR):
        return False
    if (
        words.at(told.begins - 1) in _LIKE
        or _may_be_next_years(told)
        or (told.is_year and not _WILL & set(words.words))
    ):
        return False
    is_when = begins in _BY or told.moment.said in {WhichOne.GONE, WhichOne.THIS, WhichOne.NEXT}
    another_follows = "by" in words.words[told.moment.last + 1 :] and told.before != "by"
    is_when = is_when or (begins == "" and told.moment.is_part)
    until = min(read_on, told.period.last_day) if begins == "from" else read_on
    return told.moment.ends < until and is_when and not another_follows


def _may_be_next_years(told: TimeTold) -> bool:
    """Whether a year's first part is told of when most of this year is over, so that the next one's may be meant."""
    year, moment = told.period.whole_year, told.moment
    is_first = moment.is_part and moment.starts == year.first_day and told.words.words[moment.last] != "year"
    return is_first and 2 * told.period.number > told.period.per_year


def _cannot_be_done(told: TimeTold) -> bool:
    """Whether a time that is sure to come is told of as gone."""
    if told.tense not in _AS_GONE:
        return False
    moment, words, begins = told.moment, told.words, told.words.at(told.begins)
    is_stretch = begins in {"to", "ending", "ended"} and words.at(told.begins - 1) in _STRETCHES
    is_when = begins in _BY | {"", "since"} or is_stretch or moment.said is WhichOne.NEXT
    is_opening = moment.first <= _OPENING and _WILL_COME.isdisjoint(words.words)
    is_done = told.tense in {Tense.DONE, Tense.LATELY} or (told.tense is Tense.AS_DONE and is_opening)
    is_of_a_thing = begins in _ENDS_THEN or words.at(told.begins - 1) in _TIMES or told.describes
    if not is_done or not is_when or is_of_a_thing:
        return False
    if moment.is_part:
        return _is_part_to_come(told)
    if moment.said is WhichOne.NEXT:
        return moment.starts > told.period.last_day
    is_bare = moment.said is WhichOne.BARE and is_stretch and is_nearer_after(told)
    return moment.starts > told.read_on and (moment.said is WhichOne.SURE or is_bare)


def _is_part_to_come(told: TimeTold) -> bool:
    """Whether a part of the year has not come, or not to its end, by when it is told as done; other years' parts have.

    What was so at the end of a year may have been so at that of the year before.
    """
    moment, period, others = told.moment, told.period, told.words.words
    if told.before == "this":
        return moment.starts > period.last_day or moment.ends < period.first_day
    if not _NOT_THIS_ONE.isdisjoint((*others[: moment.first], *others[moment.last + 1 :])):
        return False
    is_lately = told.tense is Tense.LATELY
    if moment.starts > period.last_day:
        return is_lately or moment.starts < moment.ends
    return is_lately and moment.ends > told.read_on


def is_nearer_after(told: TimeTold) -> bool:
    """Whether a time of which no year is told is nearer to the period after it than a year earlier, before it."""
    a_year_before = told.moment.ends.replace(year=told.moment.ends.year - 1, day=1)
    return told.moment.starts - told.period.last_day < told.period.first_day - a_year_before
