"""TEXT11: slips of the pen that change what is said; TEXT20: a sentence that stands there twice."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from generator.checks.readers_eye.as_text.missing_words import MAY_LACK_A_WORD, missing_words
from generator.checks.readers_eye.as_text.misspelt import slips_of_spelling
from generator.checks.readers_eye.as_text.substance import placeholder_in
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, without_overlaps
from generator.checks.readers_eye.text.words import has_any, has_words, words_read
from generator.model.problem import Problem

_TWICE = Sought(r"\b(?P<word>[a-z]{2,}(?: [a-z]{2,}){0,5}) (?P=word)\b")
_FINE_TWICE = {"that", "had", "is", "very", "so"}
_NEVER_A_NOUN = "also is are was were will have has of and or to"
_THIRD_PERSON = """
    looks takes makes gives goes comes sees continues begins brings keeps remains becomes happens allows ensures
    provides requires includes improves receives delivers helps"""
_PAST = "met went took made gave saw came began fell rose kept found got had was were"
_PRESENT = "meet go take write begin give see send spend tell think bring grow know choose drive speak"
_NO_PARTICIPLE = (
    "broke wrote took went drove chose spoke fell gave began became froze stole wore tore grew knew threw flew drew"
)
_SINGULAR = "performance demand sickness absence turnover attendance capacity"
_SLIPS = (
    rf"(?-i:\b(?:[Tt]he|[Aa]n|a) (?:{any_of(_NEVER_A_NOUN)})\b(?! (?:la|priori|to|need)))",
    (
        r"(?-i:\b(?:at|of|by|with|from|for|the|in) (?:The|This|These|We|There|They|An?)"
        r" (?!roads?\b|levels?\b|grades?\b|stars?\b|and\b|or\b|to\b)[a-z]+)"
    ),
    r"\bwith be\b|\bwill also to\b|\bto (?:be be|of)\b|\bhas be\b|\bwill (?:been|being)\b",
    r"\beach (?!bus|class|process|business|access|address|basis|loss|case's)[a-z]+[^sui']s\b(?!')(?= \w+s\b)",
    r"^(?:Additionally|Also|Furthermore|In addition|Moreover), (?:will|is|are|has|have|was) ",
    r"\ba (?:8\d?|11|18)(?:\.\d+)? ?(?:%|per cent)",
    r"\b(?:is|was) (?:reduction|increase|decrease|drop) of\b",
    r"(?<!the )\b(?:last|this|next) (?:year|quarter|month)s (?!of\b|in\b)\w",
    r"\bis has\b|(?<!moved )(?<!came )(?<!called )(?<!brought )\b(?:in|on|at) during\b",
    r"\b(?:for|in|with|to) same (?:period|quarter|time|month|year)\b",
    r"(?-i:\b(?:[Tt]he|[Aa]n?) (?:the|an?)\b)|\bneeds? to be an? need\b|\breason (?:for this )?is due to\b",
    r"\b(?:this|it|there|which|that|result|rate|figure|performance) is is\b",
    r"\b(?:should|could|would|might|must) of (?!course\b)",
    rf"\b(?:did|does|do)(?: not|n[’']t) (?:{any_of(_PAST)})\b",
    rf"\b(?:has|have|had) (?:{any_of(_PRESENT)})\b(?!-)|\b(?:has|have) (?:{any_of(_NO_PARTICIPLE)})\b",
    rf"\b(?:will|would|can|could|should|must|might) (?:{any_of(_THIRD_PERSON)})\b",
    rf"^(?:the |our |overall )*(?:{any_of(_SINGULAR)}) (?:have|are|were)\b",
    r"\b(?:the|an|any|no|little|some|adverse|negative|positive) affects?\b|\b(?:will|would|could|may|can|to) loose\b",
    r"\b(?:of|to|in|on|at|for|with|by|take|lost|have) there (?:own|homes?|children|targets?|jobs?|posts?|time)\b",
    r"\b(?:reached|met|missed|beat|above|below|of|for|in|to) it[’']s (?:own|target|first|best|worst|lowest|result)\b",
    r"\b(?:this|that|these|which) (?:have|has|had) lead to\b|\bas apposed to\b|\bmore (?:better|worse)\b",
    r"(?-i: a (?!one\b|once\b|one-|eu|ewe)[aeio][a-z]{2,}\b)",
    r"(?-i: an (?!h|x)[b-df-hj-np-tv-z][a-z]{3,}\b)",
    r"\bthe number of [a-z]+(?: [a-z]+)?s (?:have|are|were)\b",
    r"\b(?:we|they|these|those|there) where\b|\b(?:we|they) was\b",
    (
        r"\bthere was (?:[2-9]|\d\d+|two|three|four|five|six|seven|eight|nine|ten|several|many)"
        r" (?!days|weeks|months|years)[a-z]+s\b"
    ),
    r"\bthe subject to\b|(?:%|\bper cent|\bnumber) of (?:is|are|was|were|has|have)\b",
)
_SOUGHT = tuple(map(Sought, _SLIPS))
_AT_FIRST = re.compile(
    r"(?:A (?!one\b|once\b|one-|eu|ewe|and\b|or\b)[aeio][a-z]{2,}|An (?!h|x)[b-df-hj-np-tv-z][a-z]{3,})\b"
)
_SIGNS = re.compile(r"% ?(?:%|per cent\b)|£ ?£|\.(?<=[a-z]{2}\.)[A-Z][a-z]")


def slips(text: Commentary) -> Iterator[Problem]:
    """TEXT11 for each place where a word is missing, wrong or there twice, or a phrase twice."""
    likely = text.likely(_SOUGHT)
    for line in text.lines:
        for sentence in line.sentences:
            found = [match for sought in likely for match in sought.finditer(sentence)]
            if _repeats(sentence):
                found += [each for each in _TWICE.finditer(sentence) if each["word"].lower() not in _FINE_TWICE]
            begins = _AT_FIRST.match(sentence) if sentence[0] == "A" else None
            if begins:
                yield _problem(text, line, sentence, begins)
            for match in without_overlaps(found) if found else ():
                yield _problem(text, line, sentence, match)
            for first, last in () if found else _by_words(sentence):
                words = words_read(sentence)
                yield _told(text, line, sentence, words.start(first), words.end(last))
        for sign in _SIGNS.finditer(line.text):
            yield _problem(text, line, line.text, sign)


def _by_words(sentence: str) -> Iterator[tuple[int, int]]:
    """The first and last word of each slip that is told by its words: misspelt, or with one missing between them."""
    if has_any(sentence, slips_of_spelling()):
        yield from ((at, at) for at, word in enumerate(words_read(sentence).words) if word in slips_of_spelling())
    if has_any(sentence, MAY_LACK_A_WORD):
        yield from missing_words(words_read(sentence))


_ENOUGH_TO_BE_SEEN, _LONG = 4, 6


def said_twice(text: Commentary) -> Iterator[Problem]:
    """TEXT20 once a return, for a sentence of four words or more that was there before, or begins as a whole one did.

    Placeholders are TEXT03's.
    """
    seen = set[str]()
    for line, sentence in text.sentences:
        said = " ".join(sentence.lower().split()).rstrip(".!;:")
        begins_so = said in seen or any(said.startswith(f"{each} ") and has_words(each, _LONG) for each in seen)
        if begins_so and has_words(said, _ENOUGH_TO_BE_SEEN) and not placeholder_in(line):
            yield text.problem("TEXT20", line, sentence)
            return
        seen.add(said)


def _repeats(sentence: str) -> bool:
    """Whether two words stand side by side twice, or a word follows itself; most sentences are ruled out by this."""
    found = words_read(sentence).apart
    if len(set(found)) == len(found):
        return False
    return len(set(pairwise(found))) < len(found) - 1 or any(map(eq, found, found[1:]))


def _problem(text: Commentary, line: Line, sentence: str, found: Found | re.Match[str]) -> Problem:
    return _told(text, line, sentence, found.start(), found.end())


def _told(text: Commentary, line: Line, sentence: str, begins: int, ends: int) -> Problem:
    start = max(sentence.rfind(" ", 0, max(begins - 15, 0)) + 1, 0)
    return text.problem("TEXT11", line, sentence[start : ends + 25].strip())
