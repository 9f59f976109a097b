"""PUB04: a name that must not be printed, from the settings or the register; PUB05: any other person by name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.model.problem import Problem

_NAMED = Sought(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Revd|PC|Sgt|Sergeant|Inspector)\.? "
    r"(?!The\b|And\b|Mayor\b)(?:[A-Z]\.? ){0,2}[A-Z][a-z’'-]+(?:[A-Z][a-z]+)?\b"
    r"|\b[Cc]hild [A-Z]{1,2}\b|\b[Yy]oung person [A-Z]{1,2}\b",
    flags=0,
)
_POST = any_of(
    """manager officer surveyor nurse doctor assistant clerk colleague worker planner inspector teacher driver adviser
    engineer supervisor apprentice coordinator co-ordinator lead administrator technician warden librarian"""
)
_BY_FIRST_NAME = (
    Sought(
        rf"\b(?:[Oo]ur|[Tt]he|[Aa]|[Tt]heir|[Mm]y) (?:[a-z]+ )?(?:{_POST}),? [A-Z][a-z]{{2,}}(?: [A-Z][a-z]+)?,?"
        r" (?:has|is|was|will|had|left|says?|said|who|and|went|retired|started|joined)\b",
        flags=0,
    ),
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
"""Somebody told of by a first name: after a post, asked to do something, or with what that person does."""
_MAY_BE = re.compile(r"[A-Z]\.[A-Z]\.")
_INITIALS = re.compile(
    r"(?<![\w.&])(?!U\.K|U\.S|E\.U|N\.B|A\.M|P\.M|Q\.C|B\.A|H\.R|I\.T)[A-Z]\.[A-Z]\.(?![A-Z]|\w)(?= [a-z]|['’]s)"
)


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
    """PUB05 for a title with a surname, and for initials that do something, but for names that PUB04 tells of."""
    listed = " ".join((*text.known.style.names, *text.known.officers)).casefold()
    first_names = text.likely(_BY_FIRST_NAME)
    for line in text.published:
        initials = _INITIALS.finditer(line.text) if _MAY_BE.search(line.text) else ()
        by_first_name = (match for sought in first_names for match in line.finditer(sought))
        for match in (*line.finditer(_NAMED), *by_first_name, *initials):
            if match[0].split()[-1].casefold() not in listed.split():
                yield text.problem("PUB05", line, match[0])
