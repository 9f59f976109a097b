"""Whether what is said in a clause is said of what is measured: its subject has the title's words and hardly others."""

import re
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import lru_cache

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, TIMES_TAKEN, Figure
from generator.checks.readers_eye.text.sought import Found, Sought
from generator.checks.readers_eye.text.subject import stems, words_for
from generator.checks.readers_eye.text.words import PASSAGES, word_set, words_in_file

_WORD = re.compile(r"[a-z]{3,}")
_OF_ANYTHING = word_set(
    """the and our this that its for has have had are was were been being continues continue continued again now also
    then number numbers total overall average rate rates level levels figure figures result results proportion
    percentage share per cent recorded reported reports report quarter quarterly performance timeliness absence new
    all
    with from over under slightly still steadily further sharply there not only but while although though in of"""
)
_ITSELF = Sought(
    r"^(?:overall |our |the |this )*(?:performance|timeliness|compliance|result|figure|score|rate|outturn)s?\b"
)
_PACE = re.compile(r"\b(?:times?|speed|turnaround|waits?|waiting)\b", re.IGNORECASE)
"""What a measure in days may be called by: "decision times"."""
_NUMBERS = re.compile(
    r"(?:Even so, )?(?:[Tt]he |[Oo]ur |[Oo]verall,? )*(?:numbers|figures|totals?|average)(?: (?:was|were|is|are|has"
    r"|have))? *",
    re.IGNORECASE,
)
_MOST = 60
"""Letters: what is longer is more than the subject of a verb."""
_LEADING = re.compile(
    r"^(?:Compared (?:with|to) (?:a year ago|this time last year|(?:the )?(?:last|previous|same) \w+(?: last year)?"
    r"|Q[1-4]),? )?"
    r"(?:It(?:['’]s| is) (?:[a-z]+ )?(?:pleasing|good|(?:good|great|bad) news|encouraging"
    r"|heartening|disappointing|clear|reassuring)"
    r" (?:to (?:see|note|report) )?that )?"
    r"(?:(?:The|This|Our) [a-z]+ (?:shows?|showed|suggests?|indicates?) that )?"
    r"(?:(?:In|During|Over|For|At|By|Since|Although|While|Whilst|However|Overall|Compared|Even|Still"
    r"|Nevertheless)\b[^,]{0,40}, )?"
)
_SHARE_OF = re.compile(r"^(?:%|percentage|proportion|share|number|rate|average) of ", re.IGNORECASE)
_UP_TO = re.compile(r" (?:in|of|at|for|per|with|as|by|on|within|under|over|to)\b| \(")
_WHO = re.compile(r"\b(?:who|that|which)\b")
_WHO_DO = re.compile(r"\b(?:who|that|which|able to) (?P<do>.+)")
_DONE = re.compile(r"\b[A-Za-z]{3,}ed\b")


_GENERAL = words_in_file(__name__, "general_words.txt") | frozenset(IN_WORDS)
"""Words that name nothing which something could be said of in the measure's place."""


AIM_WORDS = word_set(
    "target targets goal goals aim mark standard bar ceiling limit budget profile plan threshold expectation"
)
"""What a target is called in a word."""
_A_RATE = re.compile(r"\b(?:share|rate|proportion|percentage|figure|tally|total|count|number|score)\b", re.IGNORECASE)


def known_figures(text: OfMeasure) -> tuple[Decimal, ...]:
    """Every figure of the measure that the form or an earlier quarter knows, of this quarter and of others."""
    judged, returned = text.judged, text.judged.returned
    given = (returned.previous_actual, returned.previous_revised, returned.year_ago_actual)
    of_quarter = (judged.quarter.actual, judged.quarter.target, returned.quarter.actual)
    of_year = (judged.forecast.actual, judged.forecast.target, returned.forecast.actual) if judged.forecast else ()
    every = (*of_quarter, *of_year, *given, *(figure for _, figure in judged.history))
    return tuple(each for each in every if isinstance(each, Decimal))


@lru_cache(4 * PASSAGES)
def names_nothing_else(clause: str, title: str) -> bool:
    """Whether all that a clause names is what a measure's title does, or too general to be anything else.

    One word more may say what a share, rate or total is called that is told without the title's words.
    """
    others = {each for each in _WORD.findall(clause.lower()) if each not in _GENERAL and each not in _OF_ANYTHING}
    own = _words_in(title)
    others = {each for each in others if each not in own and each.removesuffix("s") not in own}
    most = 1 if others and _A_RATE.search(clause) else 0
    for each in others:
        if not _is_in(_stem(each), words_for(title)):
            if not most:
                return False
            most -= 1
    return True


def words_of_it(clause: str, title: str) -> tuple[int, int]:
    """How many words of a clause are a title's, and how many are of something else."""
    words = set(_WORD.findall(clause.lower())) - _OF_ANYTHING
    own = _words_in(title)
    named = {each for each in words - _GENERAL if _is_in(_stem(each), words_for(title))} | (words & own)
    return len(named), len(words - named - _GENERAL)


def names_a_kind(part: str, title: str) -> bool:
    """Whether a part names one kind of what a title names: "heavy parcels" of parcels."""
    return any(
        _stem(each["of"]) in stems(title) and words_of_it(each["kind"], title) == (0, 1)
        for each in _KIND.finditer(part.lower())
    )


_KIND = re.compile(r"\b(?P<kind>[a-z]{3,}(?<!ed)(?<!ly)(?<!ing)) (?=(?P<of>[a-z]{3,}(?<!ed))\b)")


@lru_cache(64)
def _words_in(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.lower()))


def without_opening(clause: str) -> str:
    """A clause without what opens it before its subject: "It is pleasing that", "During the summer,"."""
    return _LEADING.sub("", clause.strip())


def is_said_of_it(before: str, text: OfMeasure) -> bool:
    """Whether the words before a verb name what is measured, or its performance, and nothing else.

    Of a percentage they must name what was done ("collection" of tax collected): that there were more of those to whom
    it was done says nothing of their share.
    """
    subject = without_opening(before)
    if len(subject) > _MOST or any(map(str.isdigit, subject)):
        return False
    itself = _ITSELF.search(subject)
    is_its_number = text.unit != "%" and _NUMBERS.fullmatch(subject)
    if is_its_number or (itself and names_nothing_else(subject[itself.end() :], text.title)):
        return True
    named = _PACE.sub("", subject) if text.unit in TIMES_TAKEN else subject
    content = {_stem(word).removeprefix("un") for word in _WORD.findall(named.lower()) if word not in _OF_ANYTHING}
    if not content and named != subject:
        return True
    every = text.subject | _words_in(text.title)
    title = text.subject if text.unit != "%" else _done_in(text.title) | (text.subject - stems(text.title))
    return (
        bool(content) and all(_is_in(each, every) for each in content) and any(_is_in(each, title) for each in content)
    )


@lru_cache(64)
def _done_in(title: str) -> frozenset[str]:
    """What a percentage is the share of: what was done in its title, or else the noun that it is called by."""
    done = frozenset().union(*map(stems, _DONE.findall(title)))
    who = _WHO_DO.search(title)
    if who:
        return done | stems(who["do"])
    noun = _UP_TO.split(_SHARE_OF.sub("", title))[0].split()
    return done or (stems(noun[-1]) if noun and not _WHO.search(title) else frozenset())


def _stem(word: str) -> str:
    return next(iter(stems(word)), word)


def _is_in(stem: str, subject: AbstractSet[str]) -> bool:
    if len(stem) > _LONG and any(_alike(stem, each) for each in subject):
        return True
    begun = (each for each in subject if stem.startswith(each) or each.startswith(stem))
    return any(abs(len(stem) - len(each)) <= (3 if min(len(stem), len(each)) > 5 else 2) for each in begun)


_LONG = 5


def _alike(one: str, other: str) -> bool:
    """Whether two stems are the same but for their last letter: "vacanc" and "vacant"."""
    return len(one) == len(other) and one[:-1] == other[:-1]


_PART = re.compile(r"[;:(]|, (?!\d)|\b(?:but|whilst|while|although|as|because|when|so)\b")
_VERBS = re.compile(
    r"(?:\b(?:is|are|was|were|has|have|had|been|by|now|also|again|still|there|it|continues? to|fell|fallen"
    r"|falling|rose"
    r"|risen|rising|grew|grown|growing|dropped|dipped|decreased|declined|increased|reduced|cut|climbed|jumped|shrunk"
    r"|went|gone|came|come|down|up|improved|worsened|deteriorated|more|than|nearly|almost|about|showed|shows?|saw|an?"
    r"|the|at|stood|stands)\b[ ,]*)+$",
    re.IGNORECASE,
)
_UP_TO_WHAT = re.compile(r" (?:than|as|on|since|compared|in|over|at|of what|what|this)\b|[,.;()]|$")


def is_it_that_moved(sentence: str, change: Found | Figure, text: OfMeasure) -> bool:
    """Whether a change is told of what is measured: by its subject, by what there is more of, or beside its result."""
    start, end = (change.start, change.end) if isinstance(change, Figure) else (change.start(), change.end())
    before = _PART.split(sentence[:start])
    if is_said_of_it(_VERBS.sub("", before[-1]), text):
        return True
    after = sentence[end:]
    found = _UP_TO_WHAT.search(after)
    there_are = after[: found.start() if found else None]
    if there_are.strip():
        return is_said_of_it(there_are, text)
    return not _VERBS.sub("", before[-1]).strip() and text.has_the_result(sentence)


_OPENS = re.compile(
    r"(?:And |But |While |Yet )?(?:[Ff]or|[Ii]n|[Aa]t|[Aa]mong|[Ww]ith|[Oo]n|[Bb]y|[Aa]cross|[Ww]ithout)"
    r" (?P<what>[^,;.]{3,60}?)(?:, | (?:it|we|the|this|our|that)\b)"
)


_THOSE = re.compile(r"(?:And |But |While )?Those (?:over|under|aged|with|without|in|on|from|living|who)\b")


def opens_with_another(sentence: str, title: str) -> bool:
    """Whether a sentence opens with a group or a place that the title does not name: "For schools it was"."""
    if _THOSE.match(sentence):
        return True
    opening = _OPENS.match(sentence)
    return opening is not None and not names_nothing_else(opening["what"], title)
