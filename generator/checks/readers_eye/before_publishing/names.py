"""PUB04: a name that must not be printed, from the settings or the register; PUB05: any other person by name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.readers_eye.before_publishing.names_after_posts import (
    HIS,
    NO_PERSONS,
    WITH_POSTS,
    after_posts,
    told_of_by_two_names,
)
from generator.checks.readers_eye.before_publishing.persons import STAFF
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.checks.readers_eye.text.words import word_set, words_in_file, words_read
from generator.model.problem import Problem

_TITLES = any_of("Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Rev Revd Reverend")
_SURNAME = r"(?:[A-Z]\.? ){0,2}(?:[A-Z]['’]?[A-Z]?[a-z]+(?:-[A-Z][a-z]+)?\b|[A-Z]\b(?![&-]))"
_CALLED = any_of(
    "Child Pupil Patient Resident Client Family Mother Parent Adult Baby Student Tenant Officer Employee Prisoner"
)
_NAMED = Sought(
    rf"\b(?:{_TITLES})\.? (?:[A-Z][a-z]+ (?=[A-Z]))?{_SURNAME}"
    rf"|\b(?:{_CALLED}|[a-z]+ child|[Yy]oung [Pp]erson) [A-Z]{{1,2}}\b(?![&.-]| (?:and|or|to) [A-Z]\b)",
    flags=0,
)
_NOBODY = ("Dr Foster",)
"""Names that are no person's."""
_BY_FIRST_NAME = (
    Sought(
        r"\b(?:[Gg]rateful if|[Aa]sk|[Aa]sked|[Tt]hanks to|[Cc]ould|[Cc]an|[Ee]mail|[Ss]peak to|[Cc]heck with) "
        r"(?!The|This|Our|We|They|You|It)[A-Z][a-z]{2,} (?:could|can|would|will|please|has|who)\b",
        flags=0,
    ),
    Sought(
        r"(?:^|[.;] )(?!The|This|Our|We|They|You|It|Those|Staff|Parents|People)[A-Z][a-z]{2,}, who "
        r"(?:deals?|runs?|leads?|looks?|manages?|does|is|was|has|works?)\b(?=[^.;]{0,80}\b(?:his|her|he|she)\b)",
        flags=0,
    ),
)
"""Somebody told of by a first name: asked to do something, or with what that person does."""
_FIRST_NAMES = words_in_file(__name__, "first_names.txt")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_OF_PLACES = word_set("St Saint Queen King Prince Princess Lady Lord Sir Mount Port")
_ACTS = word_set(
    """has is was will had left says said who joined joins leads runs went retired started starts returned returns
    covers covering would can could does did resigned and in from at"""
)
"""After a first name: what that person does, or where that is, as in "Dave in the call centre"."""
_BEFORE_NAMES = word_set(
    """since when while until to by with from ask asked email ring call phone tell remind thank if that for as
    and but because"""
)
_INITIALS = re.compile(
    r"(?<![\w.&])(?!U\.K|U\.S|E\.U|N\.B|A\.M|P\.M|Q\.C|B\.A|H\.R|I\.T)[A-Z]\.[A-Z]\.(?![A-Z]|\w)(?= [a-z]|['’]s)"
    r"|(?<![\w.&-])(?:[A-Z]\. ?){1,2}(?!The|This|We|It|They|There|Our|All|Both|For|In)[A-Z][a-z]{2,}(?=,? [a-z]|['’]s)"
)
_LABELS = (
    *("plan ", "option ", "band ", "grade ", "group ", "part ", "appendix ", "phase ", "block ", "vitamin ", "epc "),
    *("rated ", "rating ", "class ", "category ", "level ", "above ", "below ", "at ", "to ", "from "),
)
"""A letter after them is theirs, and ends a sentence."""


def listed_names(text: Commentary) -> Iterator[Problem]:
    """PUB04 for each place where a name from the settings' list stands, or that of an officer in the register."""
    names = (*text.known.style.names, *text.known.officers)
    if not names:
        return
    pattern = _any_name(names)
    for line in text.published:
        for match in pattern.finditer(line.text):
            yield text.problem("PUB04", line, match[0])


@lru_cache(1)
def _any_name(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def persons_named(text: Commentary) -> Iterator[Problem]:
    """PUB05 for a title with a surname, a first name or initials of somebody, but for names that PUB04 tells of."""
    listed = frozenset(" ".join((*text.known.style.names, *text.known.officers)).casefold().split())
    sought = text.likely((_NAMED, *_BY_FIRST_NAME))
    for line in text.published:
        for found in dict.fromkeys(_names_in(line, sought)):
            last = found.split()[-1].casefold()
            if last not in listed and last not in STAFF and found not in _NOBODY:
                yield text.problem("PUB05", line, found)


def _names_in(line: Line, sought: list[Sought]) -> list[str]:
    found = (match for each in sought for match in line.finditer(each))
    said = [match[0] for match in found if not _is_named_after(line.text[match.end() :])]
    if any(each[-1:].isupper() for each in line.text.split(".")[:-1]):
        initials = _INITIALS.finditer(line.text)
        written = (each[0] for each in initials if not line.text[: each.start()].lower().endswith(_LABELS))
        said += [each for each in written if not any(each in one for one in said)]
    for sentence in line.sentences:
        words = words_read(sentence).every
        for those, names in _BY_WORDS if not words.isdisjoint(_ANY_WORD) else ():
            for name in names(sentence) if not words.isdisjoint(those) else ():
                if not any(name in one or one in name for one in said):
                    said.append(name)
    return said


_OF_IT = re.compile(r"['’]s [A-Z]")


def _is_named_after(after: str) -> bool:
    """Whether what follows a name makes it that of a place, a firm or a law: "Mrs Smith's Cottage"."""
    return _OF_IT.match(after) is not None or after.partition(" ")[2].partition(" ")[0] in NO_PERSONS


def _by_first_name(sentence: str) -> Iterator[str]:
    """First names with a surname, or where somebody does something: streets and hospitals have such names too."""
    words = ["", *_WORDS.findall(sentence), "", ""]
    for before, word, after, then in zip(words, words[1:], words[2:], words[3:], strict=False):
        name = word.removesuffix("'s").removesuffix("’s")
        if not name[:1].isupper() or name.lower() not in _FIRST_NAMES or before in _OF_PLACES:
            continue
        if name != word:
            if not after[:1].isupper():
                yield word
        elif after[:1].isupper() and len(after) > 1:
            if not NO_PERSONS.intersection((after, then)):
                yield f"{word} {after}"
        elif after in _ACTS or (bool(before) and before.lower() in _BEFORE_NAMES):
            yield word


_BY_WORDS = ((WITH_POSTS, after_posts), (HIS, told_of_by_two_names), (_FIRST_NAMES, _by_first_name))
"""What finds names, and the words of which one must stand in the sentence."""
_ANY_WORD = WITH_POSTS | HIS | _FIRST_NAMES
