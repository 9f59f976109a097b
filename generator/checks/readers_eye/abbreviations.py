"""Abbreviations that neither the text nor the council's glossary explains."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.phrases import Sought
from generator.checks.readers_eye.text import Commentary, Line
from generator.model.problem import Problem

_ACRONYM = Sought(
    r"(?=[A-Z])(?<![\w&.£-])(?:[A-Z][A-Z&]{1,6}|[A-Z][a-z]?[A-Z]{1,4})(?:['’]?s)?(?![\w&-]|\.\w|/\d)",
    marks="[A-Z][a-z]?[A-Z&]",
    flags=0,
)


_OF_IT = re.compile(r"['’]?s$")


_EVERYBODY_KNOWS = frozenset(
    [
        "TBC",
        "TBA",
        "TBD",
        "UK",
        "EU",
        "GB",
        "NHS",
        "IT",
        "ICT",
        "TV",
        "PC",
        "ID",
        "HR",
        "GP",
        "GPS",
        "MP",
        "MPS",
        "CV",
        "PDF",
        "VAT",
        "CEO",
        "BBC",
        "B&B",
        "AM",
        "PM",
        "OK",
        "FAQ",
        "FAQS",
        "PLC",
        "CCTV",
        "DVD",
        "COVID",
        "WW",
        "UN",
        "US",
        "USA",
        "NO",
    ]
)


_CAPITALS = 0.6


def acronyms(text: Commentary) -> Iterator[Problem]:
    """TEXT09: acronyms that neither the text nor the glossary explains, told of once a measure."""
    found: dict[str, Line] = {}
    whole = " ".join((text.title, *(line.text for line in text.lines)))
    known = {term.casefold() for term in text.known.glossary}
    for line in text.lines:
        terms = (_OF_IT.sub("", match[0]) for match in _ACRONYM.finditer(line.text))
        unknown = [
            term
            for term in terms
            if len(term) > 1
            and term.upper() not in _EVERYBODY_KNOWS
            and term.casefold() not in known
            and term not in text.known.code_words
        ]
        for term in unknown if unknown and not _is_shouted(line.text) else ():
            if not _is_explained(term, whole):
                found.setdefault(term, line)
    if found:
        yield text.problem("TEXT09", next(iter(found.values())), ", ".join(found))


def _is_shouted(text: str) -> bool:
    return sum(map(str.isupper, text)) > _CAPITALS * sum(map(str.isalpha, text))


def _is_explained(term: str, whole: str) -> bool:
    """Whether it stands in brackets after its words, or its words in brackets after it."""
    if f"({term}" in whole:
        return True
    before_brackets = f"{term} (" in whole or f"{term}s (" in whole
    return before_brackets and re.search(rf"\b{re.escape(term)}s? \([A-Z]?[a-z]", whole) is not None
