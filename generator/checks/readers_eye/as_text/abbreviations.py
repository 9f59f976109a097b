"""TEXT09: abbreviations that neither the text nor the council's glossary explains."""

import re
from collections.abc import Iterable, Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sentences import shortened
from generator.checks.readers_eye.text.sought import Found, Sought
from generator.checks.readers_eye.text.words import word_set, words_in_file
from generator.model.problem import Place, Problem, problem

_ACRONYM = Sought(
    r"(?<![\w&.£@/#-])(?:[A-Z][A-Z&]{1,6}|[A-Z][a-z]?[A-Z]{1,4}|[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,3}"
    r"|[a-z]{1,4}\d{2,3}[a-z])"
    r"(?:['’]?s)?(?![\w&@-]|\.\w|/\d)",
    flags=0,
)
_MAY_BE = re.compile(r"[A-Z][a-z]{0,2}[A-Z&]|[a-z]\d\d+[a-z]")
_BEFORE = 5
"""No abbreviation begins so many letters before what it may be told by."""


_OF_IT = re.compile(r"['’]?s$")


EVERYBODY_KNOWS = words_in_file(__name__, "known_letters.txt")
"""Letters that readers of such a report know."""


_SHOUTED = word_set(
    """ALL ANY AND ARE BEEN BOTH BUT CAN DO DOES EACH EVERY FEW FOR FROM HAS HAVE IF IN IS IT LESS MANY MAY MORE MOST
    MUST NEVER NEW NO NONE NOT NOW OF ON ONE ONLY OR OUR OUT OVER PER SAME SO SOME SUCH THAN THAT THE THEIR THESE THIS
    TO TWO UP VERY WAS WE WERE WHO WILL WITH YES YET ALSO EVEN JUST FIRST LAST NEXT AFTER BEFORE"""
)
"""Words that are written large for weight."""


_RANKS, _SURNAME = word_set("PC PS DC DS DI DCI CI SI WPC"), re.compile(r" [A-Z][a-z]+")

_CAPITALS = 0.6


def acronyms(text: Commentary) -> Iterator[Problem]:
    """TEXT09 once a measure, for all the letters in its text that neither text nor glossary explain."""
    found: dict[str, Place] = {}
    begins = [(line, may_be.start()) for line in text.lines if (may_be := _MAY_BE.search(line.text))]
    whole = " ".join((text.title, *(line.text for line in text.lines))) if begins else ""
    known = {term.casefold() for term in text.known.glossary} if begins else ()
    for line, begin in begins:
        matches = _ACRONYM.finditer_part(line.text, max(0, begin - _BEFORE))
        terms = (_OF_IT.sub("", match[0]) for match in matches if not _is_rank(line.text, match))
        unknown = [
            term
            for term in terms
            if len(term) > 1
            and term.upper() not in EVERYBODY_KNOWS
            and term not in _SHOUTED
            and term.strip("IVX")
            and term.casefold() not in known
            and term not in text.known.code_words
        ]
        for term in unknown if unknown and not _is_shouted(line.text) else ():
            if not (_is_explained(term, whole) or _is_spelled_out(term, whole, text.title)):
                found.setdefault(term, line.place)
    if found:
        listed, place = ", ".join(found), next(iter(found.values()))
        yield problem("TEXT09", place, found=listed, where=_where_several_stand(text, found), lines=lines_for(found))


def _where_several_stand(text: Commentary, terms: Iterable[str]) -> str:
    """The first sentence that has several of some letters, as the end of a message; empty where there is none."""
    for _, sentence in text.sentences:
        if sum(term in sentence for term in terms) > 1:
            return f", as in “{shortened(sentence)}”"
    return ""


def _is_rank(text: str, found: Found) -> bool:
    """Whether letters are a rank before a surname: "PS Arkwright"."""
    return found[0] in _RANKS and _SURNAME.match(text, found.end()) is not None


def lines_for(terms: Iterable[str]) -> str:
    """Lines to be pasted under ``[glossary]``, where what the letters stand for is to be filled in."""
    return "\n".join(f'"{term}" = ""' for term in terms)


def _is_shouted(text: str) -> bool:
    return sum(map(str.isupper, text)) > _CAPITALS * sum(map(str.isalpha, text))


def _is_explained(term: str, whole: str) -> bool:
    """Whether it stands in brackets after its words, or its words in brackets after it."""
    if f"({term}" in whole:
        return True
    before_brackets = f"{term} (" in whole or f"{term}s (" in whole
    return before_brackets and re.search(rf"\b{re.escape(term)}s? \([A-Z]?[a-z]", whole) is not None


_SMALL_WORDS = r"(?:,?[ -](?:of|and|or|the|for|in|to|with|&))*(?:, |[ -])"


def _is_spelled_out(term: str, whole: str, title: str) -> bool:
    """Whether words that begin with its letters stand somewhere; of two letters only large ones, or the title's."""
    letters = [each for each in term if each.isalpha()]
    large, any_size = (
        [rf"[{each.upper()}{small and each.lower()}][a-z’']+" for each in letters] for small in ("", "a")
    )
    told = ((whole, any_size),) if letters[2:] else ((whole, large), (title, any_size))
    return any(re.search(rf"\b{_SMALL_WORDS.join(words)}\b", text) for text, words in told)
