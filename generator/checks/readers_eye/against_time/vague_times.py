"""TIME05: a time that nobody can find in a calendar: "in two weeks", "shortly", "by winter"."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, apart
from generator.checks.readers_eye.text.words import words_read
from generator.model.period import Frequency
from generator.model.problem import Problem

_COMING = any_of(
    r"""begin begins start starts open opens launch launches finish complete completed ready in_place live introduced
    reports? published arrives? joins? comes? meets? returns? implemented available rolled_out held recruited
    appointed go going goes finalised issued released filled reopen reopens moves? improve improved resolved follow
    back"""
)
_STARTS = any_of(
    """begins? starts? opens? launch(?:es)? finish(?:es)? arrives? joins? comes? returns? reopens? moves? follows?
    closes? ends? resumes? goes_live go_live goes_out go_out goes_in"""
)
_NO_NOUN = r"(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bits )(?<!\bthis )"
_AHEAD = (
    r"(?:will|is to|are to|due(?! to (?!be\b))|expect\w*|planned|scheduled|hopes?|hoped|hoping|going to|to be|should)"
)
_SO_MANY = "(?:a few|a couple of|one|two|three|four|five|six|seven|eight|[1-9]|1[0-2])"
_FEW = "(?:few|couple of|several|coming|following|next few|next couple of|next two or three|next several)"
_ABOUT = "(?:about |around |some |roughly |the |the next |next )?"
_IN_SO_LONG = apart(
    rf"\b{_AHEAD}\b[^.;]{{0,60}}\b(?:{_COMING}) in {_ABOUT}{_SO_MANY} (?:weeks?|months?)"
    r"(?:['’]s? time)?(?=[.,;:)]|$| and\b| which\b| when\b)"
    rf"|\b(?:{_COMING}) in {_ABOUT}{_SO_MANY} (?:weeks?|months?)(?:['’]s? time)?(?=[.,;:)]|$| which\b)"
    rf"|\bin {_ABOUT}(?:an?|{_SO_MANY}) (?:day|week|fortnight|month)s?"
    r"(?:['’] time| time|['’]s time| or (?:so|two))(?![a-z])"
    r"|\b(?:will|is to|are to|to be|planned|expected)\b[^.;]{0,60}\bas soon as\b"
)
"""It counts from a day that no reader knows, or from none; where a service promises it, no day is meant."""
_SHORTLY = apart(
    rf"\b(?:{_AHEAD}|starts?|begins?|opens?|coming)\b[^.;]{{0,60}}\b(?:(?:very )?shortly|soon|imminently"
    r"|before (?:too |very )?long|next time|any day)\b(?! (?:as|after|before|afterwards))"
    r"|\b(?:(?:very )?shortly|soon|imminently|next time) (?:be|to be|we will|it will)\b"
    r"|\b(?:in due course|at some (?:point|stage)|at the earliest (?:opportunity|chance|possible)|as and when"
    r"|any (?:day|time|moment) now|once the dust (?:has )?settle[sd]|sooner or later"
    r"|in the fullness of time|in the (?:near|not[- ](?:too[- ])?distant) future"
    r"|when(?:ever)? (?:time|resources|funds|staffing|capacity|workloads?) (?:allows?|permits?))\b"
    rf"|\b(?:in|over|within|during) the {_FEW} (?:days|weeks|months)\b(?! (?:of|from|after|to) )"
    r"|\bin the (?:days|weeks) (?:ahead|to come)\b|\bwithin (?:days|weeks|months)\b(?! of)"
    r"|\bin (?:the )?(?:coming|next (?:few|couple of))(?: weeks| months)?\b"
    r"|\bby (?:the time of )?(?:our|the) next (?:report|update)\b"
)
_A_SEASON = (
    r" (?:the )?(?:early |late |end of |beginning of )?(?:the )?(?:spring|summer|autumn|winter|new year)\b"
    r"(?! (?:20\d\d|terms?|holidays?|breaks?|of 20|months|season|pressures|period|peak|plan|than|and (?:spring|summer"
    r"|autumn|winter)))"
)
_SEASON = apart(
    rf"\b(?:{_AHEAD}|aims?|aimed|aiming)\b(?:[^.;,]{{0,70}}\b(?:by|before|until|this|after)"
    rf"|[^.;,]{{0,40}}\b(?:{_COMING}|[a-z]+ed|appoint|recruit|report|return)\b[^.;,]{{0,30}} "
    r"(?:in|during|over|early in|late in)"
    rf"|(?: be)? in|[^.;]{{0,60}}\bat some point in){_A_SEASON}"
    rf"|\b(?=[a-s]){_NO_NOUN}(?:{_STARTS})(?: (?!was |were )[a-z]+){{0,2}}"
    r" (?:by|before|this|after|in|early in|late in|over|during)"
    rf"{_A_SEASON}"
    r"|\bby (?:the )?(?:early |late )?(?:spring|summer|autumn|winter|new year)\b(?! (?:20\d\d|term|holiday|of 20))"
    r"(?=[^.;]{0,70}\bwill\b)"
    rf"|\b{_AHEAD}\b[^.;]{{0,60}}\b(?:later (?:this|in the) (?:year|spring|summer|autumn|winter)|next (?:quarter|year)"
    r" or two)\b|\bin the next (?:quarter|year) or (?:two|so)\b"
    rf"|\b(?:{_COMING})\b[^.;]{{0,40}}\bnext (?:month|week)\b"
)
_LATELY = apart(
    r"\b(?:last|this|next) (?:week(?:['’]s)?|(?:mon|tues|wednes|thurs|fri)day)\b(?! of)"
    r"|\b(?:yesterday|tomorrow|the other (?:day|week|month))\b"
    r"|(?<!\bthan )(?<!\bwith )\b(?:an?|a few|a couple of|some|one|two|three|four|five|six|several)"
    r" (?:days|weeks|fortnight|week|months?)"
    r" (?:ago|back)\b|\bin recent (?:days|weeks)\b"
    r"|^Recently,|\buntil (?:very |quite )?recently\b"
    r"|\b(?:lately|of late)\b(?! (?:spring|summer|autumn|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|\b(?:in|over|during) the (?:last|past) (?:few|couple of) (?:days|weeks)\b"
    r"|\b(?:has|have|had|was|were) (?:only |just |more |very )?recently (?:been )?[a-z]+(?:ed|n|t)\b"
)
_LAST_MONTH = Sought(r"(?<!the )\b(?:last|next) month\b(?! (?:of|in|end)\b)")
"""What counts from the day of writing, which no reader knows; in a report of a month, the last one is known."""


_VAGUE = (*_IN_SO_LONG, *_SHORTLY, *_SEASON, *_LATELY)
_MEANS = any_of("funding funds resources capacity staffing staff budgets? time money workloads? circumstances")
_SOME_DAY = apart(
    r"\bat (?:a|some) (?:later|future|suitable|convenient) (?:date|stage|time|point)\b"
    r"|\bat (?:the|our) (?:first|next|earliest) (?:available )?(?:opportunity|chance)\b"
    r"|\b(?:at|as of) the time of (?:writing|this report)\b|\bas (?:we speak|i write|of (?:today|now))\b"
    r"|\b(?:so far )?this (?:month|week)\b(?! (?:of|in|last)\b)"
    r"|\bby the time (?:you|this is|members|the committee)\b|\buntil such time\b|\bnow [a-z ]{0,20}for some time\b"
    r"|\bin (?:due|good) time\b(?! for)|\b(?:as and )?when (?:[a-z]+ )?[a-z]+ permits?\b|\bby and by\b"
    r"|\bin a (?:little |short )?while\b|\b(?:at|around|after|by) the turn of the year\b(?! 20)"
    r"|\bsome ?time (?:next|later|soon|this|in|over|after)\b|\b(?:at|towards|by) the back end of\b"
    rf"|\b(?:once|when|as|if|whenever|where) (?:{_MEANS}) (?:allows?|permits?|(?:is|are|becomes?) available)\b"
    r"|\bbefore (?:very |too |so |much )?longer?\b(?=[.,;)]|$| and\b)|\buntil further notice\b"
)
"""No day, whatever is told of it."""
_LATER_ON = apart(
    r"\b(?:soon|shortly|later(?: on)?|presently"
    r"|eventually|imminently|over time|(?:further )?down the (?:line|track|road)"
    r"|next time|(?:at|to|by|before) (?:the|its|our) next (?:[a-z]+ )?(?:meeting|report|return|review|round|cycle)"
    r"|after (?:the (?:holidays?|break)|easter|christmas|half[- ]term)|later (?:in the|this) year"
    r"|in the (?:days|weeks|months) (?:ahead|to come)|in the short(?:er)? term"
    r"|when (?:possible|practicable)|as soon as (?:[a-z]+ )?(?:possible|practicable|can))\b(?=[.,;)]|$| and\b| but\b)"
)
"""No day, where it is told as to come."""
_UNTIL_A_SEASON = Sought(
    r"\buntil (?:after )?(?:the )?(?:early |late )?(?:spring|summer|autumn|winter|new year|holidays)\b"
    r"(?! (?:20\d\d|terms?|holidays?|of 20))"
)
"""No day, where it is not told as past."""


_UNTIL_THEN = frozenset((Tense.TO_COME, Tense.TIMETABLED, Tense.NOW, Tense.UNSAID))
_BEGINS = re.compile(
    r"(?:\b(?:(?:very|as) )?(?:soon|shortly|imminently)\b"
    r"|\b(?:early |late )?(?:in|by|before|until|during|over|within|at|after|later"
    r"|next|this|last|any|some)\b) ?(?:[^.;,]*)$",
    re.IGNORECASE,
)


def vague_times(text: Commentary) -> Iterator[Problem]:
    """TIME05 for what is to come in so many weeks, shortly, or in a season, or was last week or recently."""
    is_monthly = text.returned.own_period.frequency is Frequency.MONTHLY
    likely = text.likely((*(_VAGUE if is_monthly else (*_VAGUE, _LAST_MONTH)), *_SOME_DAY))
    for line, sentence in text.holding(*likely, *_LATER_ON, _UNTIL_A_SEASON):
        found = next(filter(None, (each.search(sentence) for each in likely)), None) or _by_tense(sentence)
        if found:
            named = _time_in(found[0])
            yield text.problem_at(found.end() - len(named), "TIME05", line, sentence, named=named)


def _time_in(found: str) -> str:
    """The words for a time with which what was found ends."""
    words = found.split()
    for count in range(1, len(words)):
        tail = " ".join(words[-count:])
        if _BEGINS.match(tail) and not _BEGINS.match(" ".join(words[-count - 1 :])):
            return tail
    return found


def _by_tense(sentence: str) -> Found | None:
    """What is no day, and is told of as to come, or that something goes on until then."""
    for sought in (*_LATER_ON, _UNTIL_A_SEASON):
        tenses = _UNTIL_THEN if sought is _UNTIL_A_SEASON else {Tense.TO_COME}
        for found in sought.finditer(sentence):
            words = words_read(sentence)
            if tense_at(words, words.place(found.start()), words.place(found.end() - 1)) in tenses:
                return found
    return None
