"""Results told of another time than the period: TIME02 where that is before it or in it, TIME06 where it is after."""

from decimal import Decimal

from generator.checks.readers_eye.against_time.parts_of_year import OF_RESULTS, TimeKind, WhichOne
from generator.checks.readers_eye.against_time.tenses import Tense
from generator.checks.readers_eye.against_time.told import TimeTold, called
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.figures import Figure, figures_in
from generator.checks.readers_eye.text.sought import Sought, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import ELSEWHERE
from generator.checks.readers_eye.text.words import word_set
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_OF_A_TIME = word_set("in during for over across throughout between from")
_AS_AT = word_set("at by to on as")
_ELSEWHERE = word_set("after since when while because due from following against than who those that spite what where")
"""Between a figure and a time, what makes the time that of something else."""
_FORESEEN = word_set("forecast thought feared foreseen predicted best worst")
_IS = word_set("is was stands stood came reached")
_CLOSE_BY = 3
"""Words from a time to its figure, with a verb between."""
_UNKNOWN = word_set("yet awaited unavailable available")
_EVENTS = word_set("count counts position income spend number numbers")
"""What is a result only where a figure is told of it."""
_MOVED = word_set("recovered risen fallen climbed improved reached dropped better worse")
_THEN = frozenset(("since", "in", "", "by", "during", "to", "of", "for", "at", "over"))
_SO_NOW = word_set("are is now well 're")
_COMPARED = phrase(
    """compared comparison than against previous(?:ly)? prior last_(?:year|quarter|time|period|month) earlier
    year_(?:before|ago) same since until this_(?:quarter|period|month) now forecast rose_from fell_from up_from
    down_from target """
)
_DEFINED = Sought(
    r"\b(?:measure|indicator|figure|result|definition|count|rate|cohort|it) (?:takes?|counts?|covers?|follows?|tracks?"
    r"|includes?|looks at|is (?:based on|of|about)|relates to) (?:[\w-]+ ){1,6}?(?:[a-z]+ed|born|left|sent|seen|made"
    r"|held) (?:home |out |in |care |hospital )?(?:between|from|in|during)\b"
)
"""Whom or what a measure takes in: of an earlier time, where it follows them."""
_AIMS = word_set(
    "target targets forecast forecasts budget profile trajectory plan plans deadline aim expect expected track"
)
"""Before a time that it is set for, or right after it."""
_WANTED = word_set(
    """will shall would could may might another need needs needed must required likely due next date dates booked
    scheduled listed provisional provisionally"""
)
"""Where they stand, a time to come is that of what is wanted then."""
_NO_RESULT_AFTER = word_set("by before until for on")
"""Before a time, but after no word for results: what is said is not what came out then."""
_BROUGHT = word_set("brought seen pushing pushed putting hit hitting affecting raised raising already")
"""What a season does where it is under way."""
_HOW_IT_WENT = frozenset((Tense.NOW, Tense.DONE, Tense.LATELY, Tense.AS_DONE, Tense.TIMETABLED))
_NEAR = 6
"""Words before a time in which it is said what it is a time of."""


def results_told(told: TimeTold, text: Commentary) -> Problem | None:
    """TIME02 for a result told of another time up to the period's end, and TIME06 for one of a time after it."""
    moment = told.moment
    if told.line not in text.account or told.is_compared or moment.said is WhichOne.GONE or _is_label(told):
        return None
    quarter = called(told.period)
    if (_is_later(told) and _is_result(told, text)) or _is_since_the_end(told, text):
        return told.problem(text, "TIME06", named=told.named, quarter=quarter)
    if told.tense is Tense.TO_COME:
        return None
    if _has_its_result(told, text) or _is_as_long(told, text):
        return told.problem(text, "TIME02", named=told.named, quarter=quarter)
    return None


def _is_label(told: TimeTold) -> bool:
    """Whether it only says of when another figure is, or from when: "England, July to September: 51.0%"."""
    is_start = told.begins == "from" and told.moment.kind is not TimeKind.STRETCH
    return is_start or told.after == ":" or told.begins == ";" or ELSEWHERE.search(told.sentence) is not None


def _has_its_result(told: TimeTold, text: Commentary) -> bool:
    """Whether the period's own result is told of it, though the period is another."""
    result, before = text.result, text.result_before
    if result is None or not _FORESEEN.isdisjoint(told.words.words) or _DEFINED.search(told.sentence):
        return False
    figure = _figure_beside(told)
    if not figure or not _is(figure, result) or (before is not None and figure.agrees_with(before)):
        return False
    return _is_another(told, text)


def _is(figure: Figure, known: Decimal) -> bool:
    return len(figure.typed.strip("%£ ")) > 1 and figure.agrees_with(known)


def _figure_beside(told: TimeTold) -> Figure | None:
    """The figure that is told of a time: the first after one that opens the sentence, or else the last before it."""
    words, moment = told.words, told.moment
    starts, ends = words.start(moment.first), words.end(moment.last)
    figures = [each for each in figures_in(told.sentence) if each.end <= starts or each.start >= ends]
    begins = words.start(max(told.begins_at, 0))
    if figures and figures[0].start > begins and told.begins_at <= 1 + (words.at(0) == "so"):
        return figures[0] if ";" not in told.sentence[ends : figures[0].start] else None
    if words.at(moment.last + 1) in _IS:  # "the outturn for 2024-25 is"
        after = [each for each in figures if each.start >= ends]
        return after[0] if after and words.place(after[0].start) <= moment.last + _CLOSE_BY else None
    before = [each for each in figures if each.end <= starts]
    between = told.sentence[before[-1].end : begins] if before else ";"
    is_end = words.at(moment.last + 1) in {"", ".", ";", ","}
    is_apart = {",", ";", "(", ")"} & set(between) or not _ELSEWHERE.isdisjoint(between.lower().split())
    return before[-1] if is_end and not is_apart else None


def _is_another(told: TimeTold, text: Commentary) -> bool:
    """Whether a time is none of the period's, or of its year so far where figures add up; of days only the last is."""
    moment, period, begins = told.moment, told.period, told.begins
    if moment.kind is TimeKind.DAY or _is_an_end(told):
        is_at = begins in _AS_AT or told.before in _AS_AT
        ends = moment.ends
        return is_at and not ((ends.year, ends.month) == told.last_day.timetuple()[:2] and ends.day >= 28)
    if begins not in _OF_A_TIME and begins != "":
        return False
    if moment.kind is TimeKind.YEAR:
        return moment.ends < told.first_day or (period.per_year > 1 and moment.starts > told.last_day)
    first = period.whole_year.first_day if text.adds_up else told.first_day
    return not told.near(first, told.last_day)


def _is_an_end(told: TimeTold) -> bool:
    """Whether the end of a month is meant, or what was so as at it."""
    between = told.words.words[max(told.begins_at, 0) : told.moment.first]
    return told.moment.kind is TimeKind.MONTH and ("end" in between or told.begins == "as" or told.before == "at")


def _is_as_long(told: TimeTold, text: Commentary) -> bool:
    """Whether results are told of months that are as many as the period's, or the year's so far, and are others."""
    moment, period, every = told.moment, told.period, told.words.words
    lengths = {12 // period.per_year, *((period.months_gone,) if text.adds_up else ())}
    is_of_quarters = (moment.starts.month - period.starts) % (12 // period.per_year) == 0
    if moment.kind is not TimeKind.STRETCH or moment.months not in lengths or not is_of_quarters:
        return False
    starts, ends = told.latest
    is_of_year_so_far = text.adds_up and starts >= period.whole_year.first_day
    if is_of_year_so_far or not period.year_ago.last_day <= ends < told.last_day:
        return False
    near = every[max(0, moment.first - _NEAR) : max(0, told.begins_at)]
    is_move = told.begins == "from" and every[told.begins_at - 1] != "months"
    has_own = MONTH_NAMES[told.last_day.month - 1].lower() in every
    is_label = told.begins == "for" and told.tense is Tense.DONE
    is_beside = is_move or is_label or has_own or not _ELSEWHERE.isdisjoint(near) or _COMPARED.search(told.sentence)
    return not is_beside and not _DEFINED.search(told.sentence) and _is_told_of_results(told, text)


def _is_told_of_results(told: TimeTold, text: Commentary) -> bool:
    """Whether a sentence has figures of what the text is about, and not the last result."""
    last = text.result_before
    has_last = last is not None and any(_is(each, last) for each in figures_in(told.sentence))
    return not has_last and _is_its_own(told, text)


def _is_of_its_figures(told: TimeTold, text: Commentary) -> bool:
    """Whether a sentence has a figure of what the text is about."""
    figures, unit = figures_in(told.sentence), text.unit
    return any(each.unit == unit and unit for each in figures) or bool(figures and shared(told.sentence, text.subject))


def _is_later(told: TimeTold) -> bool:
    """Whether a time comes after the period, and it is told of that time alone."""
    moment, words = told.moment, told.words.words
    if moment.starts <= told.last_day or told.tense not in _HOW_IT_WENT:
        return False
    if told.is_in_general or not _WANTED.isdisjoint(words) or not _AIMS.isdisjoint(words[: moment.last + 4]):
        return False
    if told.before == "early" and moment.kind is TimeKind.MONTH:
        return False
    begins = moment.first - 1 - (told.before == "the")
    if told.words.at(begins) in _NO_RESULT_AFTER and told.words.at(begins - 1) not in OF_RESULTS:
        return moment.kind is TimeKind.MONTH and told.words.at(begins) == "by" and told.is_nearer_after
    if told.begins == "since" or "since" in words:  # "since October", and not "July has since"
        return told.begins == "since" and told.tense is Tense.LATELY and told.latest[0] > told.last_day
    return not moment.is_bare or told.is_nearer_after


def _is_since_the_end(told: TimeTold, text: Commentary) -> bool:
    """Whether it is told how things have gone since the period ended."""
    is_end = told.moment.starts == told.moment.ends == told.last_day
    return is_end and told.begins == "since" and not told.is_in_general and _is_of_its_figures(told, text)


def _is_result(told: TimeTold, text: Commentary) -> bool:
    """Whether what is told of a time is what came out then, or how it went: "October was better"."""
    moment, words, tense = told.moment, told.words.words, told.tense
    results = OF_RESULTS if figures_in(told.sentence) else OF_RESULTS - _EVENTS
    is_of_results = not results.isdisjoint((*words[max(0, moment.first - _NEAR) : moment.first], told.after))
    is_so = tense is Tense.DONE and moment.is_part
    if not _UNKNOWN.isdisjoint(words):
        return False
    is_event = tense in {Tense.DONE, Tense.AS_DONE} or (tense is Tense.TIMETABLED and not figures_in(told.sentence))
    if is_of_results and (is_so or not is_event):
        return True
    if moment.kind is TimeKind.DAY or words[moment.last].endswith("'s"):
        return False
    if moment.kind is TimeKind.SEASON:
        return tense is not Tense.DONE and not _BROUGHT.isdisjoint(words[moment.last + 1 :]) and moment.first < 3
    is_in = moment.is_part and told.begins == "in"
    is_now = is_in and (told.begins_at == 0 or told.words.at(told.begins_at - 1) in _SO_NOW)
    if tense is Tense.NOW and (is_now or _is_its_own(told, text)):
        return True
    return moment.starts < told.read_on and not told.describes and _went(told, text)


def _went(told: TimeTold, text: Commentary) -> bool:
    """Whether it is told how a time went, or what the text is about went then."""
    if told.moment.first == 0 and told.tense is Tense.DONE and told.moment.kind is TimeKind.MONTH:
        return False  # a month's own news, and called by its name
    if told.moment.first == 0 and told.tense is not Tense.NOW:
        return True
    is_when = told.begins in _THEN and told.moment.kind not in {TimeKind.DAY, TimeKind.YEAR}
    is_of_it = bool(text.unit) or told.tense is Tense.LATELY  # other things are counted too, and done
    return is_when and is_of_it and _is_its_own(told, text)


def _is_its_own(told: TimeTold, text: Commentary) -> bool:
    """Whether a figure is told of what the text is about, of what is called a result, or of how it has moved."""
    if text.result is not None and any(_is(each, text.result) for each in figures_in(told.sentence)):
        return True
    signs = OF_RESULTS | _MOVED | ({"we"} if told.tense in {Tense.NOW, Tense.LATELY} else set())
    is_of_it = not signs.isdisjoint(told.words.words) or bool(shared(told.sentence, text.subject))
    return is_of_it and _is_of_its_figures(told, text)
