"""TIME05: a time that nobody can find in a calendar: "in two weeks", "shortly", "by winter"."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.model.problem import Problem

_COMING = any_of(
    r"""begin begins start starts open opens launch launches finish complete completed ready in_place live introduced
    reports? published arrives? joins? comes? meets? returns? implemented available rolled_out held recruited
    appointed go\w* finalised issued released filled reopen reopens moves? improve improved resolved follow back"""
)
_SOON = Sought(
    rf"\b(?:will|is to|are to|due|expected|planned|scheduled"
    rf"|hop\w+)\b[^.;]{{0,60}}\b(?:{_COMING}) in (?:the )?(?:next )?"
    r"(?:a few|a couple of|one|two|three|four|five|six|seven|eight|[1-9]|1[0-2]) (?:weeks?"
    r"|months?)(?:['’]s? time)?(?=[.,;:)]|$| and\b| which\b| when\b)"
    rf"|\b(?:{_COMING}) in (?:a few|a couple of|one|two|three|four|five|six) (?:weeks?"
    rf"|months?)(?:['’]s? time)?(?=[.,;:)]|$| which\b)"
    r"|\bin (?:the )?(?:coming|next (?:few|couple of)|near future|not too distant future|due course)"
    r"(?: weeks| months)?\b"
    rf"|\b(?:{_COMING})\b[^.;]{{0,40}}\bnext (?:month|week)\b"
    r"|\bby (?:the time of )?(?:our|the) next (?:report|update)\b"
    r"|\b(?:will|is to|are to|to be|planned|expected)\b[^.;]{0,60}\bas soon as\b"
)
_SHORTLY = Sought(
    r"\b(?:will|is to|are to|due(?! to (?!be\b))|expect\w*|planned|hop\w+|going to"
    r"|to be)\b[^.;]{0,60}\b(?:(?:very )?shortly|soon|imminently|before (?:too |very )?long|next time)\b(?! (?:as"
    r"|after))"
    r"|\b(?:(?:very )?shortly|soon|imminently|next time) (?:be|to be|we will|it will)\b"
)
_SEASON = Sought(
    r"\b(?:will|is to|are to|due(?! to (?!be\b))|expect\w*|planned|hop\w+|aim\w*|to be|should)\b(?:[^.;,]{0,70}"
    rf"\b(?:by|before|until|this)|[^.;,]{{0,40}}\b(?:{_COMING}|[a-z]+ed)\b[^.;,]{{0,30}} (?:in|during|over)"
    rf"|(?: be)? in)"
    r" (?:the )?(?:early |late |end of )?(?:spring|summer|autumn|winter|new year)\b"
    r"(?! (?:20\d\d|term|holiday|break|of 20))"
    r"|\bby (?:the )?(?:early |late )?(?:spring|summer|autumn|winter|new year)\b(?! (?:20\d\d|term|holiday"
    r"|of 20))(?=[^.;]{0,70}\bwill\b)"
)


_PAST = Sought(
    r"\b(?:last|this|next) week(?:['’]s)?\b(?! of)|\b(?:yesterday|tomorrow|the other day|in a fortnight['’]?s? time"
    r"|any day now|any time now)\b"
    r"|\b(?:a few|a couple of|some|two|three) (?:days|weeks) ago\b"
    r"|^Recently,|\b(?:has|have|had|was|were) (?:only |just |more )?recently (?:been )?[a-z]+(?:ed|n|t)\b"
)
"""What counts from the day of writing, which no reader knows."""


def vague_times(text: Commentary) -> Iterator[Problem]:
    """TIME05 for what is to come in so many weeks, shortly, or in a season, or was last week or recently."""
    for line, sentence in text.holding(_SOON, _SHORTLY, _SEASON, _PAST):
        if any(each.search(sentence) for each in (_SOON, _SHORTLY, _SEASON, _PAST)):
            yield text.problem("TIME05", line, sentence)
