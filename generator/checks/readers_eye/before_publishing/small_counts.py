"""PUB01: counts of people so small that somebody may be known by them."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary, Line
from generator.checks.readers_eye.text.figures import IN_WORDS, PART_OF, WHOLE, count_of, parts_in
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, phrase
from generator.model.problem import Problem

PERSONS = """child children young_people young_persons? persons? people pupils? students? adults? residents? patients?
    clients? carers? famil(?:y|ies) households? tenants? victims? women men girls? boys? babies baby care_leavers?
    siblings? brothers? sisters? twins claimants? smokers? learners? parents? mothers? fathers?"""
"""Words for people whom a service is for: of no other things are small counts asked about."""
_OF_PERSONS = "adoptions? approvals? applicants?"
"""What is counted in place of people, where the measure's title is about people."""
_STAFF = "staff employees? officers? members?_of_staff firefighters? social_workers? teachers?"
_ILL = Sought(
    r"\b(?:sick\w*|ill|illness|absen\w+|off work|(?:been|was|were) off|injur\w+|hurt|maternity|bereave\w*|suspended"
    r"|dismiss\w*|disciplin\w*|stress)\b"
)
_WORDS = "|".join(IN_WORDS)
_GAP = rf"(?: (?!(?:per|of|to|and|or|in|that|which|who|whom|by|with|for|at|on|as|{_WORDS}) )[a-z-]{{2,}}){{0,3}}"
_NO_NUMBER = r"(?! (?:of(?! (?:our|the|these|those)\b)|or|in|thirds?|quarters?|halves|to)\b)"
_NUMBER = rf"(?<![\w.,/£-])(?P<count>{WHOLE}|a couple of){_NO_NUMBER}"
_OF_THEM = r"(?: of (?:our|the|these|those))?"
_COUNT = Sought(
    rf"{_NUMBER}{_OF_THEM}(?: year \d{{1,2}}\b)?{_GAP} (?:{any_of(PERSONS)})\b(?!-| (?:service|team|group|board"
    rf"|social|support|plan))"
)
_GROUP_OF = Sought(rf"\b(?:sibling|family) groups? of (?P<count>{WHOLE})\b")
_COUNT_IN_PLACE = Sought(rf"{_NUMBER}{_GAP} (?:{any_of(_OF_PERSONS)})\b(?!-)")
_COUNT_OF_STAFF = Sought(rf"{_NUMBER}{_OF_THEM}{_GAP} (?:{any_of(_STAFF)})\b(?!-)")
_SICK = phrase("sick ill maternity_leave bereave\\w+ suspended disciplin\\w+")
_SOMEBODY, _SOME_STAFF = phrase(PERSONS), phrase(_STAFF)
_OF_WHICH = Sought(rf"(?<![\w.,/£-])(?P<count>{WHOLE}) of (?P<of>whom|which)\b")
_RECORDS = Sought(r"\b(?:(?:needs|care|health) (?:assessment|plan)s?|referrals?)\b")
"""What stands for one person each."""
_FEWER = Sought(rf"\b(?:fewer|less) than (?P<count>{WHOLE}) (?:[a-z-]+ ){{0,2}}(?:{any_of(PERSONS)})\b")
_NOT_A_COUNT = phrase(
    "days? weeks? months? years? hours? bi hour aged? under over per phase bedrooms? bed times? or_more or_fewer plus"
)
_AGED = Sought(
    r"\b(?:aged?|under|over|Y|year|Q|quarter|phase|level|stage|tier|grade|ratio of|top"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of)(?: every)?)\s*$"
)

_SOUGHT = (_COUNT, _GROUP_OF, _COUNT_IN_PLACE, _COUNT_OF_STAFF, _FEWER, PART_OF, _OF_WHICH)

_IN_SO_MANY = Sought(rf" (?:in|out of) (?:every )?(?:{_WORDS}|\d+)\b")
_SCHOOL_YEAR = re.compile(r" Year \d{1,2}\b", re.IGNORECASE)
_COUNTS = (_COUNT, _COUNT_IN_PLACE)


def small_counts(text: Commentary) -> Iterator[Problem]:
    """PUB01 for each line with counts of persons up to the settings' ``small_numbers``; homes and groups are none.

    Nor is a count that is the result: that is printed beside the text.
    """
    most, of_persons = text.known.style.small_numbers, bool(_SOMEBODY.search_part(text.title))
    found: dict[Line, list[str]] = {}
    likely = text.likely(_SOUGHT)
    for line, sentence in text.holding(*likely, lines=text.published):
        for pattern in likely:
            for match in parts_in(sentence) if pattern is PART_OF else pattern.finditer(sentence):
                is_printed = pattern in _COUNTS and _value(match["count"]) in text.printed_counts
                if not is_printed and _is_small(sentence, pattern, match, most, of_persons=of_persons):
                    found.setdefault(line, []).append(match[0])
    for line, counts in found.items():
        yield text.problem("PUB01", line, "; ".join(dict.fromkeys(counts)), most=most)


def _is_small(sentence: str, pattern: Sought, match: Found, most: int, *, of_persons: bool) -> bool:
    if pattern is PART_OF:  # of people, told right after it
        after = sentence[match.end() : match.end() + 30]
        of_people = _SOMEBODY.search(after) or (_ILL.search(sentence) and _SOME_STAFF.search(after))
        of_people = of_people or _SICK.search(sentence)
        is_small = count_of(match["whole"]) <= 2 * most or 0 < count_of(match["part"]) <= most
        return is_small and of_people is not None
    if pattern is _FEWER:
        return count_of(match["count"]) <= 2 * most
    if not 0 < _value(match["count"]) <= most or _is_age_or_time(sentence, match):
        return False
    if pattern is _OF_WHICH:  # "which" are people where it is of what is kept of one person each
        return match["of"].lower() == "whom" or _RECORDS.search(sentence) is not None
    if pattern is _COUNT_OF_STAFF:
        return _ILL.search(sentence) is not None
    return of_persons or pattern in {_COUNT, _GROUP_OF}


def _value(count: str) -> int:
    return 2 if count.lower().startswith("a ") else count_of(count)


def _is_age_or_time(text: str, match: Found) -> bool:
    before = text[max(0, match.start() - 18) : match.start()]
    if _IN_SO_MANY.match_part(text, match.end()):
        return True
    return bool(_NOT_A_COUNT.search(_SCHOOL_YEAR.sub("", match[0])) or _AGED.search(before))
