"""TIME05: a time that nobody can find in a calendar: "in two weeks", "shortly", "last week", "by winter"."""

import re
from collections.abc import Iterable, Iterator

from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, apart
from generator.checks.readers_eye.text.words import words_read
from generator.model.period import MONTH_NAMES, Frequency
from generator.model.problem import Problem

_SO_MANY = "(?:a few|a couple of|one|two|three|four|five|six|seven|eight|[1-9]|1[0-2])"
_FEW = "(?:few|couple of|several|coming|following|next few|next couple of|next two or three|next several)"
_MEANS = any_of("funding funds resources? capacity staffing staff budgets? time money workloads? circumstances")
_SOME_DAY = apart(
    r"\bin due course\b|\bin (?:due|good) time\b(?! for)"
    r"|\bat some (?:point|stage)\b(?! in (?:the (?:last|past|next)|20))"
    r"|\bat (?:a|some) (?:later|future|suitable|convenient) (?:date|stage|time|point)\b"
    r"|\bat (?:the|our) (?:first|next|earliest) (?:available )?(?:opportunity|chance|possible)\b"
    r"|\b(?:as and when|any (?:day|time|moment) now|once the dust (?:has )?settle[sd]|in the fullness of time)\b"
    r"|\bin the (?:near|not[- ](?:too[- ])?distant) future\b|\bwhen(?:ever)? (?:[a-z]+ )?[a-z]+ permits?\b(?=[.,;)]|$)"
    rf"|\b(?:once|when|as|if|whenever|where) (?:{_MEANS}) (?:allows?|permits?|(?:is|are|becomes?) available)\b"
    rf"|\b(?:in|over|within|during) the {_FEW} (?:days|weeks|months)\b(?! (?:of|from|after|to|that) )"
    r"|\bin the (?:days|weeks) (?:ahead|to come)\b|\bwithin (?:days|weeks|months)\b(?! of)"
    r"|\bin coming (?:weeks|months)\b|\bby (?:the time of )?(?:our|the) next (?:report|update)\b"
    r"|\bin the next (?:quarter|year) or (?:two|so)\b"
    rf"|\bin (?:an?|{_SO_MANY}) (?:day|week|fortnight|month)s?(?:['’]s?)? time\b"
    r"|\bby the time (?:you|this is|members|the committee)\b|\buntil (?:such time|further notice)\b"
    r"|\bin a (?:little |short )?while\b|\bsome ?time (?:next|later|soon|this|in|over|after)\b"
    r"|\b(?:at|towards|by) the back end of\b"
)
"""No day, unless it is told of as past."""
_FROM_TODAY = apart(
    r"\b(?:so far )?this (?:month|week)\b(?! (?:of|in|last|by|is always)\b)"
    r"|\b(?:last|this|next) (?:week(?:['’]s)?|(?:mon|tues|wednes|thurs|fri)day)\b(?! (?:of|by)\b)"
    r"|\b(?:yesterday|tomorrow)\b|\bthe other (?:day|week|month)\b(?=[.,;)]|$| (?:we|they|the|when)\b)"
    r"|(?<!\bthan )(?<!\bwith )\b(?:an?|a few|a couple of|some|one|two|three|four|five|six|several)"
    r" (?:days|weeks|fortnight|week) (?:ago|back)\b|\bin recent (?:days|weeks)\b"
    r"|\b(?:in|over|during) the (?:last|past) (?:few|couple of) weeks\b(?! (?:of|before)\b)"
)
"""No day, whatever is told of it: it counts from the day of writing, which no reader knows."""
_LAST_MONTH = Sought(r"(?<!the )\b(?:last|next) month\b(?! (?:of|in|end)\b)")
"""The same, but in a report of a month."""
_DONE_ONCE = any_of(
    """begin begins start starts open opens launch launches finish complete completed ready in_place live introduced
    reports? published arrives? joins? comes? meets? returns? implemented available rolled_out held recruited
    appointed go going goes finalised issued released filled reopen reopens moves? improve improved resolved follow
    back out due expected advertised awarded signed chosen delivered fitted gone cleared"""
)
_ENDS = r"\b(?=[.,;)]|$| and\b| but\b| which\b| when\b)"
_TO_COME = apart(
    r"\b(?<!as )(?<!how )(?<!too )(?<!so )(?:soon|shortly|imminently|presently)\b"
    r"(?! (?:as|after|before|afterwards|or later|be \d))"
    r"|\b(?:before (?:very |too |so |much )?long(?:er)?|eventually|later(?: on)?"
    r"|(?<!counted )(?<!reported )(?<!shown )next time"
    r"|(?:further )?down the (?:line|track|road)|when (?:possible|practicable)"
    rf"|as soon as (?:[a-z]+ )?(?:possible|practicable|can)){_ENDS}|\bas soon as (?=the|our)"
    rf"|\b(?:at|to|by|before) (?:the|its|our) next (?:[a-z]+ )?(?:meeting|report|return|review|round|cycle){_ENDS}"
    rf"|\b(?:{_DONE_ONCE}) (?P<when>in (?:about |around |some |roughly |the |the next |next )?"
    rf"(?:{_SO_MANY} (?:weeks?|months?)|a fortnight|an? (?:day|week|month) or (?:so|two))){_ENDS}"
    rf"|^(?:in (?:about )?(?:{_SO_MANY} (?:weeks|months)|a (?:fortnight|month)))(?=,? (?:the|we|our|a|both|two)\b)"
)
"""No day, where it is told as to come."""
_A_SEASON = (
    r"(?: the)?(?: (?:early|late|end of|beginning of)(?: the)?)? (?:spring|summer|autumn|winter{also})\b"
    r"(?!['’]s| (?:20\d\d|terms?|holidays?|breaks?|of|months|season|pressures?|period|peak|plan|than"
    r"|and (?:spring|summer|autumn|winter)))"
)
_BY_A_SEASON = Sought(r"\bby" + _A_SEASON.format(also=""))
"""No day, where it is to be done by then."""
_TO_DO = apart(
    r"\b(?:by|before|until|this|after|in|over|during)" + _A_SEASON.format(also="|new year") + "|"
    r"\blater (?:this|in the) (?:year|spring|summer|autumn|winter)\b"
    rf"|\bafter (?:the (?:holidays?|break)|easter|christmas|half[- ]term){_ENDS}"
)
"""No day, where it is an action that is to be done then."""
_DATED = re.compile(rf"\b(?:{'|'.join(MONTH_NAMES)}|20\d\d)\b")
"""What tells when it is, after a time that does not."""


_AHEAD = frozenset((Tense.TO_COME, Tense.TIMETABLED))
_NOT_GONE = _AHEAD | {Tense.NOW, Tense.UNSAID}


def vague_times(text: Commentary) -> Iterator[Problem]:
    """TIME05 for what is to come in so many weeks, shortly, or in a season, or was last week or recently."""
    is_monthly = text.returned.own_period.frequency is Frequency.MONTHLY
    from_today = text.likely(_FROM_TODAY if is_monthly else (*_FROM_TODAY, _LAST_MONTH))
    some_day, to_come = text.likely(_SOME_DAY), text.likely((*_TO_COME, _BY_A_SEASON))
    to_do = text.likely(_TO_DO) if text.actions else []
    for line, sentence in text.holding(*from_today, *some_day, *to_come, *to_do):
        found = next(filter(None, (each.search(sentence) for each in from_today)), None)
        found = found or _told(sentence, some_day, _NOT_GONE)
        found = found or _told(sentence, (*to_come, *to_do) if line in text.actions else to_come, _AHEAD)
        if found and not _DATED.search(sentence, found.end()):
            named = _named(found)
            yield text.problem_at(found.end() - len(named), "TIME05", line, sentence, named=named)


def _told(sentence: str, sought: Iterable[Sought], tenses: frozenset[Tense]) -> Found | None:
    """The first of what is no day that is told of in one of some tenses."""
    words = words_read(sentence)
    for found in (found for each in sought for found in each.finditer(sentence)):
        first = words.place(found.end() - len(_named(found)))
        tense = tense_at(words, first, words.place(found.end() - 1))
        is_cause = tense is Tense.TIMETABLED and "because" in words.words[:first]  # "because the lease ends soon"
        if tense in tenses and not is_cause:
            return found
    return None


def _named(found: Found) -> str:
    """The words for the time, with which what was found ends."""
    return found["when"] or found[0]
