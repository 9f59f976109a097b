"""Times against the tense that they are told in: TIME01 gone and still to come, TIME06 and TIME07 to come and done."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.readers_eye.against_time.moments import NAMES, Moment, Said, moments_in
from generator.checks.readers_eye.against_time.other_quarters import READ_WITHIN, called
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.tenses import Tense, tense_at
from generator.checks.readers_eye.text.words import Words, has_any, word_set, words_read
from generator.model import english
from generator.model.period import Frequency, Period
from generator.model.problem import Problem

_BY = word_set("by before until till on during over within throughout in at from for around")
"""What a time begins with that says when something happens; after "of" it says what something is of."""
_WITHIN = word_set(
    "the this end close start beginning middle of early late mid a an week weeks days part first second third last"
)
"""What may stand between that and the time."""
_SEASONS = word_set("spring summer autumn winter christmas easter")
_BACKGROUND = word_set("last since before earlier backlog left still previous until had")
"""What makes of a season long gone what the present comes from."""
_OF_WEATHER = word_set(
    "pressures pressure weather demand storms peak illness illnesses months period surge floods heat closures closure break holidays holiday fortnight week"
)
"""What a season brings, and no plan of one."""
_OF_RESULTS = word_set(
    """figures figure data results result numbers number returns performance outturn rates rate count counts total
    totals position collection income spend arrears"""
)
"""What is known only when its time is over."""
_IN_GENERAL = word_set(
    "always usually typically normally tends tend generally often each every seasonal seasonally than compared"
)
_NO_RESULT_AFTER = word_set("by before until for on")
"""Before a time, but after no word for results: what is said is not what came out then."""
_WANTED = word_set(
    "target targets forecast forecasts budget profile trajectory plan plans deadline aim expect expected"
)
"""Before a time that it is set for, or after it."""
_NOT_THIS_ONE = word_set("last previous prior earlier before ago same")
_ENDS_THEN = word_set("until till for from at")
"""What a time to come may begin with where something else is over: "has been hired until"."""
_BESIDE = _BY | {"of", "since", "and", "to"}
_STRETCHES = word_set("year months quarter quarters half half-year weeks period")
"""What may be of so long "to" a time."""
_TIMES = word_set("date dates slot slots appointment appointments deadline places meeting hearing contract lease")
"""What may be of a time to come, though it was set or given before."""
_OPENING = 4
"""Words before a time with which a sentence opens."""
_WILL_COME = word_set("will shall expected forecast forecasts planned due likely would should")
_EVENTS = word_set("meeting board cabinet committee council panel forum conference session assembly governors")
"""What meets then."""
_GOVERNS_FOR = word_set("planned due scheduled booked set timetabled arranged pencilled slated earmarked diarised")
_FUNCTION = word_set(
    """in on at to for from with by as than between among per during since until after before about within without
    against and or but nor while when whenever where if because which who so is are was were be been has have had do
    does did will would can could may might must shall should it they we that this the a an when not of also still
    again there led whose"""
)


def out_of_time(text: Commentary) -> Iterator[Problem]:
    """TIME01 for what is to come at a time that is over; TIME06, TIME07 for what is told as done at one to come."""
    period = text.returned.own_period
    if period != text.returned.period and period.frequency is Frequency.YEARLY:
        return
    read_on = text.known.meeting or period.last_day
    late = text.known.meeting or period.last_day + READ_WITHIN
    when = "the meeting" if text.known.meeting else f"the {period.word}'s end"
    for line, sentence in text.sentences:
        if not has_any(sentence, NAMES):
            continue
        words = words_read(sentence)
        for moment in moments_in(words, period, late):
            told = tense_at(words, moment.first, moment.last)
            if told is Tense.UNSAID and line in text.actions and words.at(moment.first - 1) == "by":
                told = Tense.TO_COME
            named, at = words.quoted(moment.first, moment.last), words.start(moment.first)
            if _is_promised(words, moment, told) and _is_gone(words, moment, period, read_on):
                yield text.problem(
                    "TIME01", line, sentence, at=at, date=named, when=f"{when} on {english.day(read_on)}"
                )
            elif _cannot_be_done(words, moment, told, period, late):
                really = f"{called(period)} ends on {english.day(period.last_day)}"
                yield text.problem("TIME07", line, sentence, at=at, named=named, really=really)
            elif _is_season_gone(words, moment, told, period, late):
                yield text.problem("TIME02", line, sentence, at=at, named=named, quarter=called(period))
            elif line in text.account and told in {Tense.NOW, Tense.DONE, Tense.LATELY}:
                if _is_result_to_come(words, moment, told, text, sentence, late):
                    yield text.problem("TIME06", line, sentence, at=at, named=named, quarter=called(period))


def _is_promised(words: Words, moment: Moment, told: Tense) -> bool:
    """Whether something is told as to come then; in the present only of one day, for much begins each May."""
    is_exact = not moment.is_part and (moment.said not in {Said.BARE, Said.SURE} or moment.starts == moment.ends)
    return told is Tense.TO_COME or (told is Tense.TIMETABLED and is_exact)


def _is_gone(words: Words, moment: Moment, period: Period, read_on: date) -> bool:
    """Whether a time is over, and it is one at which something is to happen: not one that anything is of."""
    before = moment.first - 1
    while words.at(before) in _WITHIN:
        before -= 1
    if words.at(moment.last + 1) in _EVENTS and words.at(before) in {"", "the", "of"}:
        return moment.ends < read_on and _is_told_after(words, moment)
    if _describes(words, moment) or (words.at(before) == "for" and words.at(before - 1) not in _GOVERNS_FOR):
        return False
    if words.at(before) == "from":
        read_on = min(read_on, period.last_day)
    is_when = words.at(before) in _BY or moment.said in {Said.GONE, Said.THIS, Said.NEXT}
    return moment.ends < read_on and is_when and not _another_follows(words, moment)


def _is_told_after(words: Words, moment: Moment) -> bool:
    """Whether it is behind a meeting of that time that it is told what it is to do."""
    return tense_at(words, 0, moment.last) is Tense.TO_COME


def _another_follows(words: Words, moment: Moment) -> bool:
    """Whether a later time is told with "by", so that the one before it is not when something is to be done."""
    return "by" in words.words[moment.last + 1 :] and words.at(moment.first - 1) != "by"


def _describes(words: Words, moment: Moment) -> bool:
    """Whether a time only says which thing is meant: "the September audit"."""
    before, after = words.at(moment.first - 1), words.at(moment.last + 1)
    is_beside = moment.said in {Said.BARE, Said.SURE} and moment.first > 0 and before not in _BESIDE
    is_whole = moment.is_part and words.words[moment.last] != words.words[moment.first] and after not in _OF_RESULTS
    may = (is_beside or moment.first == 0) and not is_whole
    return may and after[:1].isalpha() and after not in _FUNCTION and not after.endswith("ly")


def _cannot_be_done(words: Words, moment: Moment, told: Tense, period: Period, late: date) -> bool:
    """Whether a time that is sure to come is told of as gone."""
    before = moment.first - 1
    while words.at(before) in _WITHIN:
        before -= 1
    begins = words.at(before)
    is_stretch = begins == "to" and words.at(before - 1) in _STRETCHES
    is_when = begins in _BY | {"since"} or before < 0 or is_stretch or moment.said is Said.NEXT
    is_opening = moment.first <= _OPENING and _WILL_COME.isdisjoint(words.words)
    is_done = told in {Tense.DONE, Tense.LATELY} or (told is Tense.AS_DONE and is_opening)
    if (
        not is_done
        or not is_when
        or words.at(before - 1) in _TIMES
        or begins in _ENDS_THEN
        or _describes(words, moment)
    ):
        return False
    if moment.is_part and words.at(moment.first - 1) == "this":
        return moment.starts > period.last_day or moment.ends < period.first_day
    if moment.is_part:
        is_compared = not _NOT_THIS_ONE.isdisjoint((*words.words[: moment.first], *words.words[moment.last + 1 :]))
        is_too_long = moment.starts <= period.last_day and moment.ends > late and told is Tense.LATELY
        is_close = moment.starts == moment.ends and told is not Tense.LATELY
        return (moment.starts > period.last_day or is_too_long) and not is_compared and not is_close
    if moment.said is Said.NEXT:
        return moment.starts > period.last_day
    is_bare = moment.said is Said.BARE and is_stretch and told is Tense.LATELY and _is_nearer_after(moment, period)
    return (moment.said is Said.SURE and moment.starts > late) or (is_bare and moment.ends > late)


def _is_result_to_come(words: Words, moment: Moment, told: Tense, text: Commentary, sentence: str, late: date) -> bool:
    """Whether results are told of a time that comes after the period."""
    period = text.returned.own_period
    if not period.last_day < moment.ends or moment.starts <= period.last_day or moment.said is Said.GONE:
        return False
    begins = moment.first - 1 - (words.at(moment.first - 1) == "the")
    if words.at(begins) in _NO_RESULT_AFTER and words.at(begins - 1) not in _OF_RESULTS:
        return False
    if moment.said is Said.BARE and not _is_nearer_after(moment, period):
        return False
    if not _IN_GENERAL.isdisjoint(words.words) or not _NOT_THIS_ONE.isdisjoint(words.words):
        return False
    if not _WANTED.isdisjoint(words.words[: moment.last + 2]):
        return False
    if moment.first == 0 and not _describes(words, moment) and moment.starts < late and told is not Tense.NOW:
        return True
    before = words.words[max(0, moment.first - _NEAR) : moment.first]
    if not _OF_RESULTS.isdisjoint(before) or words.at(moment.last + 1) in _OF_RESULTS:
        return told is not Tense.DONE or moment.is_part
    figures = figures_in(sentence)
    is_of_it = any(each.unit == text.unit and text.unit for each in figures) or bool(shared(sentence, text.subject))
    return told is Tense.NOW and bool(figures) and is_of_it


def _is_season_gone(words: Words, moment: Moment, told: Tense, period: Period, late: date) -> bool:
    """Whether a season that is over long before the period, or has not come yet, is said to have been."""
    if moment.said not in {Said.BARE, Said.THIS} or words.at(moment.last) not in _SEASONS:
        return False
    begins = moment.first - 1 - (words.at(moment.first - 1) == "the")
    is_when = begins <= 0 and words.at(begins) in {"over", "during", "throughout", "at"}
    is_subject = is_when or (begins < 0 and (told is Tense.LATELY or moment.said is Said.THIS))
    if told not in {Tense.LATELY, Tense.DONE, Tense.AS_DONE} or not _BACKGROUND.isdisjoint(words.words):
        return False
    after = words.at(moment.last + 1)
    if not is_subject or (after[:1].isalpha() and after not in _FUNCTION and after not in _OF_WEATHER):
        return False
    a_year_before = moment.ends.replace(year=moment.ends.year - 1, day=28)
    return moment.starts > late and a_year_before < period.whole_year.first_day - _A_MONTH


def _is_nearer_after(moment: Moment, period: Period) -> bool:
    """Whether a time of which no year is told is nearer to the period after it than a year earlier, before it."""
    a_year_before = moment.ends.replace(year=moment.ends.year - 1, day=1)
    return moment.starts - period.last_day < period.first_day - a_year_before


_A_MONTH = timedelta(days=31)
_NEAR = 6
"""Words before a time in which it is said what it is a time of."""
