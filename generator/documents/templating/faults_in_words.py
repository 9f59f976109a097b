"""What is wrong with a tag, in words for somebody who has never seen Jinja2."""

import re

_PLAIN: tuple[tuple[str, str], ...] = (
    (r"unexpected char '(.)' at \d+", "the character “{0}” cannot stand in a tag; delete it and type it again"),
    (r"expected token '[^']*', got '='", "one = gives a value; to compare, write =="),
    (r"expected token '[^']*', got '(?:AND|OR|NOT)'", "and, or, not are written in small letters"),
    (
        r"expected token 'end of statement block', got '(.+)'",
        "“{0}” is one word too many, or one is missing before it",
    ),
    (
        r"expected token 'end of print statement', got '(.+)'",
        "“{0}” is one word too many, or a “.” is missing before it",
    ),
    (
        r"expected token ',', got '(.+)'",
        "“{0}” is one word too many, or a comma is missing",
    ),
    (r"expected token '(.+)', got '(.+)'", "“{0}” is expected where “{1}” stands"),
    (r"Expected an expression, got 'end of .*'", "something is missing at the end of the tag"),
    (r"access to attribute '(.+)' of '(.+)' object is unsafe", "“.{0}” cannot be used here"),
    (r"too many statically nested blocks", "too many blocks stand in one another"),
    (r"No filter named '([^']+)'.*", "“|{0}” cannot be used here"),
    (r"(\w+)\(\) missing .+ required positional argument.*", "“{0}” needs something in brackets after it"),
    (
        r"maximum recursion depth exceeded.*",
        "too many blocks stand in one another, or a macro calls itself",
    ),
)


def in_plain_words(message: str) -> str:
    """Say what Jinja2 says of a tag so that a clerk can act on it; what is not known is passed on."""
    for pattern, words in _PLAIN:
        found = re.fullmatch(pattern, message.rstrip("."))
        if found:
            return words.format(*found.groups())
    return message
