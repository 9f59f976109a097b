"""TIME01: a day told as still to come that is past when the report is read."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.days import DATE, NUMERIC, dates_in
from generator.checks.readers_eye.text.sought import Sought, phrase
from generator.model import english
from generator.model.problem import Problem

AHEAD = phrase(
    r"""will (?<!likely_)(?<!thought_)(?<!believed_)to_be
    due(?!_to_(?!be|report|go|start|begin|complete|finish|open|come|meet|close|end|publish)) (?<!than_)planned
    scheduled expected anticipated going_to is_to are_to proposed
    intend\w* aim\w* plan_to next_(?:meeting|review|update) hope\w* targett?ed_(?:to|for)"""
)
_BEGINS = Sought(
    r"(?<!\ban )(?<!\bthe )(?<!\ba )(?<!\bits )\b"
    r"(?:goes? live|starts?|begins?|opens?|launch(?:es)?|commences?|reopens?|clos(?:es?)|ends?|finish(?:es)?|arrives?"
    r"|takes? (?:effect|place)|comes? (?:into (?:force|effect|use|operation)|on stream)|moves? in"
    r"|(?:join|return|meet)s?(?: [a-z]+){0,3}?)"
    r"(?: (?:again|work|there))? (?:on|in|from|by|at)(?: the end of| early| late| mid)? $"
)
"""What is to come, told in the present, right before its day: "goes live on"."""
_FROM_THEN = Sought(r"(?:^|[.;:] )(?:From|On|In|By)(?: the end of| early| late| mid)? $", flags=0)
_WILL_AFTER = Sought(r"^,? (?:[\w-]+ ){1,4}?(?:will|is to|are to|shall)\b")
_BY_THEN = phrase("by_the_end_of")
_WAS = Sought(r"\b(?:was|were|been)(?: \w+)? $")
"""Before what was to come then, such as what was due: it is no promise now."""
_BEHIND = phrase(
    """was were had took_place has_been have_been (?<!be_)(?:received|agreed|approved|discussed|reviewed_(?:by|in))
    since until
    from completed_in launched_in began started"""
)
_DONE = Sought(
    r"\b(?:was|were|had|did|went|came|began|took|made|rose|fell|saw|met|held|grew|left|gave|ran|set up|[a-z]{3,}ed)\b"
)
_DONE_AFTER = Sought(r"^(?:[^.;]|\.\d){0,40}?\b(?:was|were|had|has been|have been)\b")


def past_dates(text: Commentary) -> Iterator[Problem]:
    """TIME01 for a day that is told as to come and is before the meeting, or where none is named, the quarter's end."""
    period = text.returned.period
    read_on = text.known.meeting or period.last_day
    when = "the meeting" if text.known.meeting else f"the {period.word}'s end"
    for line, sentence in text.holding(DATE, NUMERIC):
        for typed, at, day in dates_in(sentence, period):
            if day < read_on and _is_to_come(sentence, at, at + len(typed)):
                yield text.problem("TIME01", line, sentence, date=typed, when=f"{when} on {english.day(read_on)}")


def _is_to_come(sentence: str, start: int, end: int) -> bool:
    before = sentence[:start]
    ahead = [each for each in AHEAD.finditer(before) if not _WAS.search_part(before[: each.start()])]
    if ahead:
        since = before[ahead[-1].end() :]
        _, comma, tail = since.rpartition(", ")
        return not (_BEHIND.search_part(since) or (comma and _DONE.search_part(tail)))
    if _BEGINS.search_part(before) and not _BEHIND.search(before):
        return True
    if _FROM_THEN.search_part(before) and _WILL_AFTER.search(sentence[end:]):
        return True
    by_then = _BY_THEN.search(before)
    told_as_past = _DONE.search(before) or _DONE_AFTER.search_part(sentence[end:])
    return bool(by_then) and not told_as_past and not _BEHIND.search_part(before)
