"""A text against the calendar: the meeting's day, the quarter's name, and what was written last quarter."""

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date

from generator.checks.readers_eye.figures_in_text import quarters_in
from generator.checks.readers_eye.phrases import Sought, clues, folded, phrase
from generator.checks.readers_eye.text import Commentary, words
from generator.model import english
from generator.model.period import Period
from generator.model.problem import Problem

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name} | {"sept": 9}
_BEGINS = "".join(sorted({name[0] for name in _SHORT}))
_DATE = re.compile(
    rf"\b(?=[\d{_BEGINS}])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?"
    rf"\b(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})\b)"
    r"(?:,? (?P<year>20\d\d)|[ -](?P<short>\d\d)\b)?",
    re.IGNORECASE,
)
"""Most places are ruled out by what a date begins with."""
_NUMERIC = Sought(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:20)?\d\d)\b", marks=r"\d[/.]\d")
_AHEAD = phrase(
    r"""will (?<!likely_)to_be due (?<!than_)planned scheduled expected anticipated going_to is_to are_to proposed
    intend\w* aim\w* plan_to by_the_end_of next_(?:meeting|review|update) hope\w* targett?ed_(?:to|for)"""
)
_WAS = Sought(r"\b(?:was|were|been)(?: \w+)? $")
"""Before what was to come then, such as what was due: it is no promise now."""
_BEHIND = phrase(
    """was were had took_place has_been have_been received agreed approved discussed reviewed_(?:by|in) since until
    from completed_in launched_in began started"""
)
_LAST_DAY = 31


def dates_in(text: str, period: Period) -> Iterator[tuple[str, int, date]]:
    """Find days and months with the last day that they may mean; without a year, the next after the period began."""
    for match in _DATE.finditer(text) if _may_name_a_month(text) else ():
        named = folded(match["month"])
        month = _MONTHS.get(named) or _SHORT[named]
        if named in {"may", "march", "mar"} and not (match["day"] or match["year"] or _is_month(text, match)):
            continue
        year = int(match["year"] or 0) or (2000 + int(match["short"]) if match["short"] else 0)
        day = _last_day(year or _year_of(month, period), month, match["day"])
        yield match[0], match.start(), day
    for match in _NUMERIC.finditer(text):
        if 1 <= int(match["month"]) <= 12:
            year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
            yield match[0], match.start(), _last_day(year, int(match["month"]), match["day"])


def _may_name_a_month(text: str) -> bool:
    """Whether it has a month's short name as a word, or its name, if only as the beginning of a word."""
    lowered = text.lower()
    return any(each in lowered for each in _SHORT) and (
        not _SHORT.keys().isdisjoint(clues(text)) or any(each in lowered for each in _MONTHS)
    )


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether "may" or "march" names a month: it does after words that dates follow."""
    before = text[: match.start()].rstrip().lower()
    return match[0][0].isupper() and before.endswith(
        (" in", " of", " by", " until", " since", " during", " for", " to", " end")
    )


def _year_of(month: int, period: Period) -> int:
    """The year of a month that is to come: this one's where it is of the period or after it, or else the next."""
    last = period.last_day
    return last.year if month > last.month - 3 else last.year + 1


def _last_day(year: int, month: int, day: str | None) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(day), last) if day and 0 < int(day) <= _LAST_DAY else last)


def past_dates(text: Commentary) -> Iterator[Problem]:
    """TIME01: a day told as still to come that is past when the report is read.

    It is read on the day of the meeting; where no meeting is named, at the quarter's end.
    """
    period = text.returned.period
    read_on = text.known.meeting or period.last_day
    when = "the meeting" if text.known.meeting else "the quarter's end"
    for line, sentence in text.sentences:
        for typed, at, day in dates_in(sentence, period):
            if day < read_on and _is_ahead(sentence[:at]) and not _BEHIND.search(_clause(sentence, at)):
                yield text.problem("TIME01", line, sentence, date=typed, when=f"{when} on {english.day(read_on)}")


def _is_ahead(before: str) -> bool:
    return any(not _WAS.search(before[: each.start()]) for each in _AHEAD.finditer(before))


def _clause(sentence: str, at: int) -> str:
    ahead = list(_AHEAD.pattern.finditer(sentence, 0, at))
    return sentence[ahead[-1].end() : at] if ahead else sentence[:at]


_COMPARED = phrase(
    """compared comparison that_of than since from against previous prior last earlier reported was were had on_Q both
    until at_Q between during after"""
)
_PRESENT = phrase("is are has have shows? remains? this_quarter current")


def another_quarter(text: Commentary) -> Iterator[Problem]:
    """TIME02: an earlier quarter's name where the text tells of the present."""
    period = text.returned.period
    for line, sentence in text.sentences:
        named = quarters_in(sentence)
        earlier = bool(named) and max(named) < period.quarter
        if earlier and _PRESENT.search(sentence) and not _COMPARED.search(sentence):
            yield text.problem("TIME02", line, sentence, named=f"Q{named[0]}", quarter=f"Q{period.quarter}")


_WORTH_COMPARING = 12


def unchanged(text: Commentary) -> Iterator[Problem]:
    """TIME03: an answer that is last quarter's, word for word."""
    if text.before is None:
        return
    for key, typed in text.before.answers.items():
        lines = text.of(key)
        now, then = (_plain(" ".join(each)) for each in ([line.text for line in lines], typed))
        if lines and now == then and len(now) >= _WORTH_COMPARING:
            yield text.problem("TIME03", lines[0], lines[0].text, period=text.returned.period.previous.short)


_SHARED = 0.4


def due_actions(text: Commentary) -> Iterator[Problem]:
    """TIME04: an action that last quarter's return promised for a day now past, and that this one does not speak of."""
    if text.before is None or not text.lines:
        return
    period = text.returned.period
    now = set(_plain(" ".join(line.text for line in text.lines)))
    for typed in text.before.answers.get("actions", ()):
        due = [day for _, at, day in dates_in(typed, period.previous) if _AHEAD.search(typed[:at]) or at > 0]
        said = {word for word in _plain(typed) if len(word) > 4}
        if (
            due
            and period.previous.last_day < max(due) <= period.last_day
            and said
            and len(said & now) < _SHARED * len(said)
        ):
            line = next(iter(text.of("actions")), text.lines[0])
            yield text.problem("TIME04", line, typed, due=english.day(max(due)))


def _plain(text: str) -> list[str]:
    return [word.lower() for word in words(text)]


def day_of(text: str) -> date | None:
    """The day that a text such as ``4 December 2018`` names; None where it names none, or several."""
    found = [match for match in _DATE.finditer(text) if match["day"] and match["year"]]
    if len(found) != 1:
        return None
    named = folded(found[0]["month"])
    return _last_day(int(found[0]["year"]), _MONTHS.get(named) or _SHORT[named], found[0]["day"])


RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (past_dates, another_quarter, unchanged, due_actions)
