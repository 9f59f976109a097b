"""Lists of words and phrases as patterns."""

import re


def any_of(listed: str) -> str:
    """Give a pattern for any of the words listed, with blanks between them and ``_`` for a space within a phrase."""
    return "|".join(each.replace("_", " ") for each in listed.split())


def phrase(listed: str) -> re.Pattern[str]:
    """Compile a pattern for any of the words listed, whole and in any case."""
    return re.compile(rf"\b(?:{any_of(listed)})\b", re.IGNORECASE)
