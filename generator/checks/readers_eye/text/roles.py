"""What part a figure plays in its sentence: a target, a forecast, a change, where something began or came to."""

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from generator.checks.readers_eye.text.aims import AIMS, WANTED
from generator.checks.readers_eye.text.figures import Figure
from generator.checks.readers_eye.text.moves import DOWNWARDS, MOVES, UP, UPWARDS
from generator.checks.readers_eye.text.sought import Sought, any_of, clues
from generator.checks.readers_eye.text.words import PASSAGES, folded

_SOFT = any_of(
    "an? the just only about around some almost nearly over more_than under at_least up_to approximately further"
)
_SOFTLY = rf"(?: (?:{_SOFT}))*"
_NO_AIM = any_of(
    """and but with missed met meets below above under over off short result performance against by when because while
    to towards at from than behind ahead which"""
)
_TARGET_BEFORE = Sought(
    rf"\b(?:{AIMS})\b(?: (?:rate|figure|level))?,?{_SOFTLY}\s*$"
    rf"|\b(?:{AIMS})\b(?: (?!(?:{_NO_AIM})\b)[a-z’']+){{0,5}}?"
    rf"(?:,? (?:of|is|was|being|set at|stands at|remains|(?:is|was) to [a-z]+(?: up)?)){_SOFTLY}\s*$"
    rf"|\bwe (?:were|had been) (?:set|asked for)\b{_SOFTLY}\s*$"
    r"|(?:^|[,;:] |\b(?:but|and|when|where) )we (?:should|ought to|need to) be (?:at|on|above|below|under)"
    rf"{_SOFTLY}\s*$"
    r"|\b(?:we (?:had )?(?:hoped|planned|budgeted|aimed|wanted|needed)(?: for| to [a-z]+)?"
    r"|we aim(?:ed)? (?:to|for|at)|we set out to|we (?:had )?(?:promised|pledged|committed) (?:to|ourselves to)?"
    r"|(?:members|cabinet|the board|the council|the contract|the plan) (?:had )?(?:asked|wanted|asks|wants"
    r"|expects?|expected"
    r"|requires?|required)(?: us)?(?: for| to)?) [^.;,\d]{0,40}$"
)
_FORECAST_BEFORE = Sought(
    r"\b(?:forecast(?:s|ing|ed)?|anticipat(?:e|es|ed|ing)|envisag(?:e|es|ed|ing)|project(?:ed|ing|ion)|predict(?:ed"
    r"|ing|ion)?|outturn|annual figure|expected?"
    r"|estimate|guess|see the year out|year (?:coming in|ending|closing|finishing|landing|turning out)"
    r"|(?:year|we)(?: will| would| should| to|,)* (?:end|finish)|would be)\b[^.;,\d]{0,40}$"
)
_CHANGE_BEFORE = Sought(
    rf"\b(?:(?:by|another|additional|extra|los(?:t|ing|e)|gain(?:ed|ing|s)?|higher|lower|{UP}|down|{UPWARDS}"
    rf"|{DOWNWARDS}|improved)\b{_SOFTLY}\s*$"
    rf"|(?:{MOVES})\b(?: of)?{_SOFTLY}\s*$"
    rf"|(?:{MOVES})\b(?: (?!to\b|in\b|by\b)[a-z’'0-9]+){{1,6}}?(?:,| (?:of|was|is|being|stands at|stood at"
    rf"|comes to)){_SOFTLY}\s*$)"
)
_THAN = any_of(
    """more fewer less higher lower better worse longer shorter quicker slower above below
    over(?!_the_(?:summer|winter|quarter|year|last|past|period|same|course|months)) under outside inside behind
    ahead short shy adrift wide off away clear in_front beyond increase decrease rise fall reduction drop growth
    shortfall
    improvement up down"""
)
_NO_CHANGE = any_of(
    """is are was were has have had and or of in at on for to which who though although but we it they this that
    remain
    remains remained stays still as because since owing due when while after until fell
    falls come came"""
)
_CHANGE_AFTER = Sought(
    rf"^(?: \(\d[\d.]*%\))?(?: (?!(?:{_NO_CHANGE})\b)[a-z]+){{0,2}}(?: \(\d[\d.]*%\))?"
    rf" (?<!ed )(?<!ned )(?<!taken )(?<!given )(?:{_THAN})\b"
)
_TARGET_AFTER = Sought(
    r"^(?:-(?:day|week|month|hour|minute|second))?"
    rf"(?: (?:quarterly|year[- ]end|annual|national|local|contractual|[a-z]{{3,}}s))? (?:{AIMS})\b"
    r"(?! of | (?:is|was) (?:\w+ )?£?\d)"
    rf"|^(?: (?!(?:{_THAN})\b)[a-z]+)?,? (?!than\b)(?:that |which )?(?:is |was |are "
    rf"|were )?(?:{WANTED})(?! (?:be|have) (?!been|at))\b"
)
_FROM = Sought(rf"\bfrom\b{_SOFTLY}\s*$")
_CAME_FROM = Sought(rf"\bfrom\b{_SOFTLY} \d[\d.,]*(?: (?:percentage )?points?)? to{_SOFTLY} $")
"""Before the points of a gap, which closed "from 5 to 3 points": they are no change."""
_TO = Sought(rf"\b(?:to|reached|reaching|at|stood at|stands at)\b{_SOFTLY}\s*$")
_EARLIER = Sought(
    rf"\b(?:compared (?:with|to)|against|than|versus|previously|beat(?:s|en|ing)?(?: the)?"
    r"|(?:up|down) (?:on|from)|instead of|rather than"
    rf"|of the)\b{_SOFTLY}\s*$"
)


class Role(Enum):
    """The parts that figures play."""

    TARGET = "a target"
    FORECAST = "a forecast"
    CHANGE = "a change"
    START = "where it came from"
    END = "what it came to"
    EARLIER = "what it is compared with"
    UNSAID = "unsaid"


def role_of(sentence: str, figure: Figure, resumes: int = 0) -> Role:
    """The part of a figure in its sentence, by the words before it, and after it or where the sentence ``resumes``."""
    if figure.unit == "points":
        return Role.END if _CAME_FROM.search_part(sentence[: figure.start]) else Role.CHANGE
    return _role_at(sentence, figure.start, resumes or figure.end)


def changes_among(sentence: str, figures: Sequence[Figure]) -> list[Figure]:
    """Those of a sentence's figures that are changes; in most sentences nothing can make one of them."""
    may_be = any(each.may_be_in(sentence) for each in (_CHANGE_AFTER, _CHANGE_BEFORE))
    likely = figures if may_be else [each for each in figures if each.unit == "points"]
    return [each for each in likely if role_of(sentence, each) is Role.CHANGE]


@lru_cache(4 * PASSAGES)
def _role_at(sentence: str, start: int, end: int) -> Role:
    small, shown = folded(sentence), clues(sentence)
    before, after = small[max(0, start - 60) : start], small[end : end + 40]
    for role, pattern, is_before in _BY_WORDS:
        if shown & (needed := pattern.needed) == needed and pattern.is_in(before if is_before else after):
            return role
    return Role.UNSAID


_BY_WORDS = (
    (Role.TARGET, _TARGET_BEFORE, True),
    (Role.TARGET, _TARGET_AFTER, False),
    (Role.CHANGE, _CHANGE_AFTER, False),
    (Role.EARLIER, _EARLIER, True),
    (Role.CHANGE, _CHANGE_BEFORE, True),
    (Role.START, _FROM, True),
    (Role.FORECAST, _FORECAST_BEFORE, True),
    (Role.END, _TO, True),
)
"""What words make of a figure, the surest first, and whether they stand before it."""
