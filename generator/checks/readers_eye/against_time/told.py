"""Times as sentences tell of them: in which tense, what they are to it, and where they lie to period and meeting."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from generator.checks.readers_eye.against_time.moments import NAMES, moments_in
from generator.checks.readers_eye.against_time.parts_of_year import OF_RESULTS, Moment, TimeKind, WhichOne
from generator.checks.readers_eye.against_time.tenses import NO_PAST, PAST, STILL_TO_COME, Tense, tense_at, tense_before
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.words import Words, has_any, word_set, words_read
from generator.model.period import Frequency, Period
from generator.model.problem import Problem

READ_WITHIN = timedelta(days=92)
"""How long after a period its report is read, where no meeting is named: a quarter."""
WHEN = word_set(
    "by before until till on during over within throughout across in at from for around since after through"
)
"""What a time begins with that says when something happens; after "of" it says what something is of."""
_WITHIN = word_set(
    """the this current their our end close start beginning middle depths height midst of early late mid a an w / c week
    weeks commencing monday tuesday wednesday thursday friday days part whole all month months first second third
    last"""
)
"""What may stand between that and the time."""
_FUNCTION = word_set(
    """in on at to for from with by as than between among per during since until after before about within without
    against and or but nor while when whenever where if because which who so is are was were be been has have had do
    does did will would can could may might must shall should it they we that this the a an when not of also still
    again there led whose throughout across behind over past upon now approaching gone"""
)
"""What may follow a time that is no part of a name."""
_AGAINST = word_set("than against unlike versus behind below above like")
_AGAINST_AFTER = {
    "on": word_set("up down figure"),
    "with": word_set("compared comparison level"),
    "to": word_set("compared relative"),
    "from": word_set("up down fell rose dropped different"),
    "of": word_set("ahead short behind improvement"),
    "as": word_set("same well much many high low few"),
}
_IN_GENERAL = word_set(
    """always usually typically normally tends tend generally often seasonal seasonally annually traditionally than
    compared comparison last previous previously prior earlier before ago same against"""
)
"""Where they stand, nothing is told of this period, or it is held against another one."""
_AGAIN = word_set("year spring summer autumn winter quarter month time january april september october december")
"""What may come back "every" one."""
AHEAD = word_set(
    "might could will shall expected expect planned due hope should would next plan prepare preparing ready"
)
PREPARED = word_set("agreed arranged booked planned fixed approved filled made set ordered")
"""What has been done for a time to come."""
OWN = word_set("quarter period month half-year")
OF_WEATHER = word_set(
    """pressures pressure weather demand storms storm peak illness illnesses months period surge rush flood floods
    flooding heat heatwave snow snowfall frost ice cold freeze gales rain rains drought closure closures break holidays
    holiday fortnight week weekend quarter festivities colds flu bugs term closed closing night shutdown"""
)
"""What a season brings, and no plan of one."""
_SMALL = word_set("we reported recorded it was they were that those what had been is are in at for of the end about")
"""What may stand between a comparison and its time."""
_CLAUSE_BEGINS = word_set(", ; : ( and but so then that – -")
_STANDS = word_set("is are remains remain")
_IN_NUMBERS = re.compile(r"\b20\d\d\b|\d[/.]\d\d?[/.]20\d")
_COUNTED_LATER = word_set("cohort cohorts intake intakes")
"""Who is called by the time in which they came, and counted in another."""


class Sentence(NamedTuple):
    """A sentence with the line it stands in, and what its times are held against."""

    line: Line
    typed: str
    words: Words
    period: Period
    read_on: date
    first_day: date
    last_day: date
    """Those of the period."""


class TimeTold:
    """A time as a sentence tells of it, with what it is held against: the period, and the day on which it is read."""

    def __init__(self, sentence: "Sentence", moment: Moment, last: "TimeTold | None") -> None:
        words = sentence.words
        self.sentence, self.line, self.words, self.moment = sentence.typed, sentence.line, words, moment
        self.period, self.read_on = sentence.period, sentence.read_on
        self.first_day, self.last_day = sentence.first_day, sentence.last_day
        self.before, self.after = words.at(moment.first - 1), words.at(moment.last + 1)
        """The words right before and after it."""
        self.previous = last
        """The time before it in its sentence."""
        is_in_brackets = last and self.before == "(" and moment.first == last.moment.last + 2
        self.explains = last if is_in_brackets else None
        """The time of which it is another name."""
        place = moment.first - 1
        while words.at(place) in _WITHIN or (words.at(place) == "and" and words.at(place - 1).isdigit()):
            place -= 1 + (words.at(place) == "and")
        self.begins_at: int = self.explains.begins_at if self.explains else place
        """The place of what says when, before a time and what it is a part of: "by" of "by the end of the year"."""
        self.begins = words.at(self.begins_at)
        """The word there; empty where the sentence begins with the time."""

    @cached_property
    def tense(self) -> Tense:
        """The tense of its clause: of "July and August" what follows both tells it."""
        if self.explains:
            return self.explains.tense
        last = self.moment.last
        is_one_of_two = self.words.at(last + 1) == "and" and self.words.at(last + 2) in NAMES
        return tense_at(self.words, self.moment.first, last + 2 * is_one_of_two)

    @cached_property
    def is_of_a_subject(self) -> bool:
        """Whether it is a part of what another verb tells of: "the savings from July will help".

        Not so where the clause begins with it, nor where it is what is expected then: "a decision in July is likely".
        """
        words, last = self.words, self.moment.last
        is_put_in = (words.at(self.begins_at - 1), words.at(last + 1)) == (",", ",")
        is_adverb = self.begins_at <= 0 or (words.at(self.begins_at - 1) in _CLAUSE_BEGINS and not is_put_in)
        if is_adverb or self.explains or self.tense is Tense.UNSAID:
            return False
        is_expected = words.at(last + 1) in _STANDS and words.at(last + 2) in STILL_TO_COME
        is_expected = is_expected and words.at(last + 3) != "to"
        return not is_expected and tense_before(words, self.moment.first, last) is Tense.UNSAID

    @property
    def named(self) -> str:
        """The time as it was typed."""
        return self.words.quoted(self.moment.first, self.moment.last)

    @cached_property
    def is_compared(self) -> bool:
        """Whether something is held against it."""
        if self.begins in {"off", "ahead"}:
            return True
        place, near = self.begins_at, self.words.words[max(0, self.begins_at - 4) : max(0, self.begins_at)]
        if "from" in near and _is_number(near[near.index("from") + 1 : near.index("from") + 2]):
            return True
        while True:
            word, before = self.words.at(place), self.words.at(place - 1)
            is_beside = before in _AGAINST_AFTER.get(word, ()) and (word, self.moment.kind) != ("on", TimeKind.DAY)
            if word in _AGAINST or is_beside:
                return True
            if word == "on" and self.moment.kind not in {TimeKind.DAY, TimeKind.SEASON}:
                return True
            if word not in _SMALL and not _is_number((word,)):
                return False
            place -= 1

    @cached_property
    def is_in_general(self) -> bool:
        """Whether its sentence tells how things are at any time, or holds one time against another."""
        return is_general(self.words.words)

    @cached_property
    def describes(self) -> bool:
        """Whether it only says which thing is meant: "the September audit"."""
        moment, after = self.moment, self.after
        is_beside = (
            moment.said in {WhichOne.BARE, WhichOne.SURE}
            and moment.first > 0
            and self.before not in WHEN | {"of", "and", "to"}
        )
        is_whole = (
            moment.is_part
            and moment.last > moment.first
            and (after not in OF_RESULTS or self.words.words[moment.last] == "year")
        )
        may = (is_beside or moment.first == 0) and not is_whole
        return may and is_noun(after) and not after.endswith("ly")

    @property
    def is_nearer_after(self) -> bool:
        """Whether of no year it is nearer to the period after it than a year earlier, before it."""
        a_year_before = self.moment.ends.replace(year=self.moment.ends.year - 1, day=1)
        day = self.moment.ends if self.moment.kind is TimeKind.STRETCH else self.moment.starts
        return day - self.last_day < self.first_day - a_year_before

    @property
    def latest(self) -> tuple[date, date]:
        """Its first and last day; of no year, those of the last that was over when it is read."""
        starts, ends = self.moment.starts, self.moment.ends
        is_over = not self.moment.is_bare or ends <= self.read_on
        return (starts, ends) if is_over else (_a_year_earlier(starts), _a_year_earlier(ends))

    def near(self, first: date, last: date) -> bool:
        """Whether it may have part in the time from one day to another; of no year, any year's may."""
        starts, ends = self.moment.starts, self.moment.ends
        if self.moment.said not in {WhichOne.BARE, WhichOne.THIS} and "20" in self.named:
            return starts <= last and ends >= first
        while ends >= first:
            if starts <= last:
                return True
            starts, ends = _a_year_earlier(starts), _a_year_earlier(ends)
        return False

    def problem(self, text: Commentary, rule: str, **facts: object) -> Problem:
        """A problem about it."""
        at = self.words.start(self.moment.first)
        return text.problem_at(at, rule, self.line, self.sentence, **facts)


def is_general(words: tuple[str, ...]) -> bool:
    """Whether words tell how things are at any time, or hold one time against another."""
    general = _IN_GENERAL.intersection(words)
    if general and not (general == {"than"} and "ever" in words):
        return True
    return any(each in {"each", "every"} and then in _AGAIN for each, then in pairwise(words))


def _is_number(words: tuple[str, ...]) -> bool:
    return any(each[:1].isdigit() or each[:1] == "£" for each in words)


def _a_year_earlier(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28))


def is_noun(word: str) -> bool:
    """Whether a word may be the noun that a time before it describes."""
    return word[:1].isalpha() and word not in _FUNCTION and not is_done(word)


def is_done(word: str) -> bool:
    """Whether a word may tell of what was done."""
    return word in PAST or (word.endswith("ed") and word not in NO_PAST)


def told_in(text: Commentary) -> Iterator[TimeTold]:
    """Every time that the sentences name."""
    period = text.returned.own_period
    if period != text.returned.period and period.frequency is Frequency.YEARLY:
        return
    read_on = text.known.meeting or period.last_day + READ_WITHIN
    for line, typed in text.sentences:
        if has_any(typed, NAMES) or ("20" in typed and _IN_NUMBERS.search(typed)):
            words, last = words_read(typed), None
            sentence = Sentence(line, typed, words, period, read_on, period.first_day, period.last_day)
            for moment in moments_in(words, period, read_on):
                last = TimeTold(sentence, moment, last)
                if last.after not in _COUNTED_LATER:
                    yield last


def called(period: Period) -> str:
    """The period as a sentence of its year names it: ``Q2``, or else in full."""
    return period.part if period.frequency is Frequency.QUARTERLY else period.short
