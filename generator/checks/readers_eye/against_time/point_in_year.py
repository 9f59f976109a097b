"""TIME07: how much of the year is told to be over, or left, where the period says otherwise."""

from collections.abc import Iterator

from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.sought import Found, Sought
from generator.checks.readers_eye.text.words import words_read
from generator.model.english import counted
from generator.model.problem import Problem

_A_YEAR = 12
_UNITS = {"month": 1, "quarter": 3, "third": 4, "half": 6, "": 6}
_THE_YEAR = r"(?:the|this|our) (?:financial |reporting |council )?year"
_SO_MUCH = (
    r"(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d\d?) (?P<unit>month|quarter|third)s?"
    r"|(?<!first )(?<!second )half)"
)
_STATE = (
    r"(?:(?P<left>left|remain(?:s|ing)?|ahead|to (?:go|run|come))|gone|over|past|behind|elapsed)"
    r"\b(?! (?:of|in|the)\b)"
)
_POINTS = (
    Sought(rf"\b{_SO_MUCH}(?: of)? {_THE_YEAR} {_STATE}"),
    Sought(rf"\b{_SO_MUCH}(?: of the way)? (?:into|through) {_THE_YEAR}\b"),
    Sought(rf"\bwith (?:only |just |still )?{_SO_MUCH} (?:still )?{_STATE}(?=.*\byear\b)"),
    Sought(rf"\b(?:half|mid)[- ]?way (?:through|into) {_THE_YEAR}\b"),
    Sought(
        r"(?<![\d%] )\bat (?:(?:the|this|our) )?(?:(?:half|mid)[- ]?way (?:point|stage|mark|position)"
        r"|(?:half|mid)[- ]?year(?: (?:point|stage|mark|position))?)\b(?! of (?!the year))"
    ),
    Sought(
        r"\b(?:as|with|now|while) the financial year (?:just |now )?"
        r"(?:(?P<begins>beg[iu]n(?:s|ning)?|start(?:s|ed|ing)?)|(?P<closes>draw(?:s|ing)|near(?:s|ing)|closes|ending))\b"
    ),
)
_OF_NOW = frozenset((Tense.NOW, Tense.LATELY, Tense.UNSAID, Tense.TIMETABLED))


def point_in_year(text: Commentary) -> Iterator[Problem]:
    """TIME07 for a part of the year that is told as over, or left, and is not: "with half of the year gone" in Q3.

    Until the meeting the year goes on, so what is true on that day is right too; what is told as past or as to come is
    of another day.
    """
    period = text.returned.own_period
    if period.per_year == 1:
        return
    begins, read_on = period.whole_year.first_day, text.known.meeting or period.next.last_day
    first, months_to = period.months_gone, (read_on.year - begins.year) * _A_YEAR + read_on.month - begins.month
    last = max(first, min(_A_YEAR, months_to))
    for line, sentence in text.holding(*_POINTS):
        found = next(filter(None, (each.search(sentence) for each in _POINTS)), None)
        if not found:
            continue
        words, (least, most) = words_read(sentence), _months_gone(found)
        tense = tense_at(words, words.place(found.start()), words.place(found.end() - 1))
        if tense in _OF_NOW and not (least <= last and first <= most):
            really = f"{period.name} ends when {counted(first, 'month')} of the year are over"
            yield text.problem_at(found.start(), "TIME07", line, sentence, named=found[0], really=really)


def _months_gone(found: Found) -> tuple[int, int]:
    """How many months of the year are told to be over, at least and at most."""
    if found["begins"]:
        return 0, 4
    if found["closes"]:
        return 9, _A_YEAR
    count = found["count"].lower()
    months = (IN_WORDS.get(count) or (int(count) if count.isdecimal() else 1)) * _UNITS[found["unit"].lower()]
    gone = _A_YEAR - months if found["left"] else months
    return gone, gone
