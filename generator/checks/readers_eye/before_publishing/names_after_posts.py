"""Names after a post: "Watch Manager Prowse" names somebody, "Station Manager Prevention" a post."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.before_publishing.harm import FIRMS
from generator.checks.readers_eye.before_publishing.persons import (
    SERVED,
    SERVED_AS_PLURAL,
    STAFF,
    STAFF_AS_PLURAL,
)
from generator.checks.readers_eye.text.words import word_set, words_in_file
from generator.model.period import MONTH_NAMES

NO_PERSONS = words_in_file(__name__, "named_after.txt")
"""What a person's name is part of the name of: streets, buildings, firms, laws."""
_RANKS = word_set("pc ps dc ds di dci dcc acc sgt insp supt det pcso acfo dcfo sm wm")
_NO_POSTS = FIRMS | word_set(
    """member executive pilot lead chair coach guard reader keeper buyer councillor auditor consultant
    designer solicitor architect"""
)
_POSTS = (STAFF - _NO_POSTS) | _RANKS | {"sister"}
WITH_POSTS = _POSTS | SERVED
_NO_SURNAMES = frozenset(map(str.lower, NO_PERSONS)).union(
    _RANKS, words_in_file(__name__, "work.txt"), STAFF_AS_PLURAL, SERVED_AS_PLURAL, map(str.lower, MONTH_NAMES)
)
_OF_WORK = re.compile(
    r"(?:tions?|sions?|ments?|it(?:y|ies)|ships?|ances?|olog(?:y|ies)|ics|ness|tures?|[a-z]{3}ings?|[^rp]ence"
    r"|(?:ion|ic|t|r|ci|in)als?|days?|tive|ive)$"
)
"""How the words for what posts are about end."""
_BEFORE_A_CAPITAL = re.compile(r" \(?(?=[A-Z][a-z'’])")
_NAME = r"(?:[A-Z]['’]|Ma?c)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_NAMES, _APART, _MOST_NAMES = re.compile(rf"{_NAME}(?: {_NAME})*"), re.compile("[ -]"), 3
_AS_OF_PERSONS = re.compile(
    r"['’]s\b|[.,;:)]|$| (?:has|had|is|was|will|would|could|can|and|who|in|at|for|on|with|to|of|from|since|as|while"
    r"|when|after|before|because|about|left|led|ran|took|went|said|says|told|saw|found|held|began|gave|dealt|put|made"
    r"|drew|came|brought|met|wrote|spoke|won|lost|broke|fell|[a-z]+ed)\b"
    r"| [a-z]+s (?:the|an?|his|her|their|our|all|each|every|on|in|for|with|to|at|that|about|both|two|off|up|out)\b"
)
"""What follows a person's name, but hardly a post's or a thing's."""
HIS = word_set("his her himself herself")
_LIKE_A_PERSON = re.compile(
    r" (?:has|had|is|was|will|left|went|took|[a-z]+ed)\b[^.;]*\b(?:his|her(?! to\b)|himself|herself)\b"
)


def after_posts(sentence: str) -> Iterator[str]:
    """Each name after a post, and with a post that is written large."""
    end = 0
    for gap in _BEFORE_A_CAPITAL.finditer(sentence):
        starts = sentence.rfind(" ", 0, gap.start()) + 1
        post = sentence[starts : gap.start()].rstrip(".,")
        name = _NAMES.match(sentence, gap.end()) if post.lower() in WITH_POSTS and starts >= end else None
        if name and _is_a_post(post, sentence[starts + len(post) : gap.end()], name) and _is_of_somebody(name):
            end = name.end()
            yield sentence[gap.end() if post.islower() else starts : end]


def told_of_by_two_names(sentence: str) -> Iterator[str]:
    """Two names that begin a sentence or a clause, of which "his" or "her" is said: "Moira Trask left her post"."""
    for name in _NAMES.finditer(sentence):
        if name[0].count(" ") == 1 and _LIKE_A_PERSON.match(sentence, name.end()) and _is_of_somebody(name):
            yield name[0]


def _is_a_post(post: str, sign: str, name: re.Match[str]) -> bool:
    """Whether a word is a post; where two names follow, a word for anybody, too, and so after a comma or a bracket."""
    if sign == ". ":
        return post.lower() in _RANKS
    if sign == " " and post.lower() in _POSTS:
        return True
    is_whole = sign == " " or name.string[name.end() : name.end() + 1] in {",", ")"}
    return is_whole and post.islower() and name[0].count(" ") == 1


def _is_of_somebody(name: re.Match[str]) -> bool:
    """Whether no word of a name tells what a post is about, and what follows goes with a person."""
    words = _APART.split(name[0].lower())
    own = [each for each in words if each not in STAFF]
    if words[-1] in STAFF or len(own) > _MOST_NAMES or not _NO_SURNAMES.isdisjoint(own):
        return False
    return not any(map(_OF_WORK.search, own)) and _AS_OF_PERSONS.match(name.string, name.end()) is not None
