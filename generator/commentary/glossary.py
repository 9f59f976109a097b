"""A report's glossary: of the acronyms that a council has explained, those that occur in the text."""

import re
from collections.abc import Iterable, Mapping


def terms_in(texts: Iterable[str], glossary: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The terms of a glossary that occur in texts, each with what it stands for, in alphabetical order.

    A term counts as a whole word, in its own letters, with or without a plural's or genitive's "s".
    """
    if not glossary:
        return ()
    texts = tuple(texts)
    whole = "\n".join(texts)
    there = [each for each in glossary if each in whole]  # of thousands of texts few have a term; this finds them soon
    if not there:
        return ()
    longest_first = sorted(there, key=len, reverse=True)
    term = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?:['’]?s)?(?!\w)")
    found: set[str] = set()
    for text in texts:
        if any(each in text for each in there):
            found.update(term.findall(text))
            there = [each for each in there if each not in found]
    return tuple((each, glossary[each]) for each in sorted(found, key=lambda each: (each.casefold(), each)))
