"""The words for moving up and down, and for better and worse, as lists of verbs that patterns are made of."""

from generator.checks.readers_eye.text.sought import any_of
from generator.checks.readers_eye.text.words import word_set

_DOUBLED = frozenset({"drop", "slip", "dip", "trim", "cut"})


def forms(verbs: str) -> str:
    """A pattern for regular verbs in all their forms; a verb with ``_up`` or ``_down`` only with that word after it."""
    return "|".join(_forms(*each.partition("_")[::2]) for each in verbs.split())


def _forms(verb: str, after: str) -> str:
    if verb.endswith("e"):
        every = f"{verb[:-1]}(?:e[sd]?|ing)"
    else:
        every = f"{verb}(?:s|{verb[-1] if verb in _DOUBLED else ''}(?:ed|ing))?"
    return f"{every} {after}" if after else every


PHRASAL = word_set(
    """pick picked picking make makes made take taken took taking set follow ended signed opened backed caught build
    built"""
)
"""Verbs of which the word "up" may be a part."""
UP = "up" + "".join(f"(?<!{each} up)" for each in sorted(PHRASAL))
"""The word by itself, and not as a part of "picked up" and the like."""
UPWARDS = any_of(
    "r[io]se risen ris(?:es|ing) gr[eo]w grow(?:n|s|ing) go(?:ne|es|ing)?_up went_up crept_up shot_up leapt"
)
UPWARDS += "|" + forms(
    "climb increase surge jump soar swell mount lengthen edge_up inch_up nudge_up tick_up creep_up move_up"
)
DOWNWARDS = any_of(
    """fell fall(?<!\\d_fall)(?:s|en|ing)? slid sank sunk shr[aiu]nk shrinking go(?:ne|es|ing)?_down went_down
    c[ao]me_down coming_down cut cutting"""
)
DOWNWARDS += "|" + forms(
    """decrease decline drop dip slip slide sink plunge plummet tumble slump reduce shorten dwindle ebb trim shave pare
    ease edge_down inch_down nudge_down tick_down creep_down move_down"""
)
MOVES = any_of(
    """rise increase growth jump surge climb fall drop decrease reduction decline dip slip slide gain loss improvement
    deterioration swing slippage change gap shortfall difference deficit margin overspend underspend"""
)
"""What a change is called."""
