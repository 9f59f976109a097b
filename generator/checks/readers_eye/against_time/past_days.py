"""TIME01: a day told as still to come that is past when the report is read."""

from collections.abc import Iterator
from datetime import date

from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.days import DATE, NUMERIC, dates_in
from generator.checks.readers_eye.text.sought import Sought, phrase
from generator.checks.readers_eye.text.times import NAMED_QUARTER, quarter_in_match, quarters_in
from generator.checks.readers_eye.text.words import has_any, word_set, words_read
from generator.model import english
from generator.model.period import Frequency, Period
from generator.model.problem import Problem

AHEAD = phrase(
    r"""will (?<!likely_)(?<!thought_)(?<!believed_)to_be
    due(?!_to_(?!be|report|go|start|begin|complete|finish|open|come|meet|close|end|publish)) (?<!than_)planned
    scheduled expected anticipated going_to is_to are_to proposed
    intend\w* aims? aimed aiming plan_to next_(?:meeting|review|update) hope\w* targett?ed_(?:to|for)
    should(?!_have) shall awaited timetabled pencilled_in booked_(?:for|in) lined_up earmarked diarised slated set_to
    on_course_(?:to|for) look(?:ing)?_forward_to forthcoming upcoming
    (?:has|have)_(?:promised|pledged|undertaken|agreed|committed|offered|vowed)_to must needs?_to (?:has|have)_to
    (?:all|remaining|left|rest|others|still|yet)_to"""
)
_BEGINS = Sought(
    r"\b(?=[a-t])(?<!\ban )(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\byear )(?<!\bterm )(?<!\bseason )"
    r"(?:goes? live|starts?|begins?|opens?|launch(?:es)?|commences?|reopens?|clos(?:es?)|ends?|finish(?:es)?|arrives?"
    r"|takes? (?:effect|place)|comes? (?:into (?:force|effect|use|operation)|on stream)|moves? in"
    r"|(?:join|return|meet)s?(?: [a-z]+){0,3}?|(?:goes?|reports?|comes?)(?: back)? to(?: [a-z]+){1,4}?"
    r"|(?:is|are) being (?:held|[a-z]+ed)(?: [a-z]+){0,3}?)"
    r"(?: (?:again|work|there))? (?:on|in|from|by|at)(?: the end of| early| late| mid)? $"
)
"""What is to come, told in the present, right before its day: "goes live on"."""
_LASTS = Sought(
    r"\b(?:ha(?:s|ve) until|deadline(?: for [a-z]+(?: [a-z]+)?)? (?:is|of)(?: on)?)(?: the end of)? $"
    r"|\b(?:is|are|remains?|stays?) (?!to\b)(?:[\w-]+ ){1,5}?until(?: the end of| early| late| mid)? $"
)
"""What lasts until then, or is asked for by then."""
_LASTED = phrase("was were had")
_AT_QUARTER = Sought(
    r"\b(?:by|in|during|until|at|for) (?:the )?(?:(?:end|close|middle|start|beginning) of )?(?:the )?"
    rf"(?:{NAMED_QUARTER}(?! (?:of )?(?:the )?(?:20\d\d|next|new|following))|(?P<half>half[- ]year|mid[- ]?year)\b)"
)
_PARTS_OF_TIMES = word_set("end close start beginning middle week weeks half part month evening morning days")
_HALF = word_set("half mid midyear")
_FROM_THEN = Sought(r"(?:^|[.;:,] |\b(?:and|but) )(?:from|on|in|by)(?: the end of| early| late| mid)? $")
_WILL_AFTER = Sought(r"^,? (?:[\w-]+ ){1,4}?(?:will|is to|are to|shall)\b")
_IS_EXPECTED = Sought(
    r"^,? (?:is|are|remains?|looks?|seems?) (?:now |still |also )?(?:expected|planned|due|scheduled|awaited|likely"
    r"|hoped|the (?:target|aim|plan|date|goal|deadline)|on the cards|in the diary|pencilled|timetabled)\b"
)
_BY_THEN = phrase("by_the_end_of")
_WAS = Sought(r"\b(?:was|were|had|had been)(?: \w+)? $")
"""Before what was to come then, such as what was due: it is no promise now."""
_BEHIND = phrase(
    """was were had took_place has_been have_been (?<!be_)(?:received|agreed|approved|discussed|reviewed_(?:by|in))
    since until
    (?<!awaited_)from completed_in launched_in began started"""
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
    for line, sentence in text.holding(DATE, NUMERIC, _AT_QUARTER):
        for typed, at, day in (*dates_in(sentence, period), *_quarters_in(sentence, period)):
            end = at + len(typed)
            if day < read_on and _is_to_come(sentence, at, end) and not _came(sentence, at, end):
                yield text.problem_at(
                    at, "TIME01", line, sentence, date=typed, when=f"{when} on {english.day(read_on)}"
                )


def _came(sentence: str, start: int, end: int) -> bool:
    """Whether a verb says what became of what was planned for a day, or only a thing is meant: "the flood of June"."""
    words = words_read(sentence)
    first = words.place(start)
    is_of_a_thing = words.at(first - 1) == "of" and words.at(first - 2) not in _PARTS_OF_TIMES
    return is_of_a_thing or tense_at(words, first, words.place(end - 1)) is Tense.DONE


def _quarters_in(sentence: str, period: Period) -> Iterator[tuple[str, int, date]]:
    """Quarters of the year that a report of a quarter is in, and its half, as ``dates_in`` has days."""
    is_told = period.frequency is Frequency.QUARTERLY and (quarters_in(sentence) or has_any(sentence, _HALF))
    for match in _AT_QUARTER.finditer(sentence) if is_told else ():
        number = 2 if match["half"] else quarter_in_match(match)
        if period.is_last and (match["half"] or number == 1):
            continue  # at a year's end the next one's is meant
        yield match[0], match.start(), period.of_its_year()[number - 1].last_day


def _is_to_come(sentence: str, start: int, end: int) -> bool:
    before = sentence[:start]
    told = AHEAD.finditer_part(before) if AHEAD.may_be_in(sentence) else ()
    ahead = [each for each in told if not _WAS.search_part(before[: each.start()])]
    if ahead:
        since = before[ahead[-1].end() :]
        _, comma, tail = since.rpartition(", ")
        return not (_BEHIND.search_part(since) or (comma and _DONE.search_part(tail)))
    near = max(0, start - _NEAR)
    if _BEGINS.search_part(sentence, near, start) and not _BEHIND.search_part(before):
        return True
    if _LASTS.search_part(sentence, near, start) and not _LASTED.search_part(before):
        return True
    begins = _FROM_THEN.search_part(sentence, near, start)
    if (begins and _WILL_AFTER.search_part(sentence[end:])) or _IS_EXPECTED.search_part(sentence[end:]):
        return True
    if not (_BY_THEN.may_be_in(sentence) and _BY_THEN.search_part(before)):
        return False
    told_as_past = _DONE.search_part(before) or _DONE_AFTER.search_part(sentence[end:])
    return not told_as_past and not _BEHIND.search_part(before)


_NEAR = 90
"""Letters before a day in which it is told what is to come then."""
