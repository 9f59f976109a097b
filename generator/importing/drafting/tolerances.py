"""How far off a target still counts as near, as lists have it."""

import re
from decimal import Decimal

from generator.importing.drafting.draft import DraftEntry, guessed, left_open, taken
from generator.importing.meaning.words import as_words
from generator.judging.scheme_file import read_amount_in

_BEFORE = re.compile(r"^(?:\+ ?/ ?-|±|\+-|within|up to|-|\+)\s*")


_MOST = 100
"""A tolerance of more than so many per cent of the target rates nothing."""


def tolerance_entry(said: str, unit: str) -> DraftEntry | None:
    """A tolerance of a measure in a unit; None where the list gives none."""
    words = as_words(said)
    if words in {"", "n/a", "none", "-", "na"}:
        return None
    bare = _BEFORE.sub("", words).replace("percent", "%")
    is_number = re.fullmatch(r"\d+(?:\.\d+)?", bare)
    if is_number and 0 < Decimal(bare) < 1:
        share = f"{(Decimal(bare) * 100).normalize():f}%"
        return guessed(share, f"“{said}” was taken for {share} of the target.")
    amount = read_amount_in(unit, f"{bare}%" if is_number else bare)
    if amount and not amount.fits(unit):
        return left_open(f"“{said}” is no amount of what the measure is counted in. The scheme's tolerance holds.")
    if amount and (amount.percent or 0) <= _MOST:
        return taken(f"{bare}%" if is_number else bare)
    return left_open(f"“{said}” is not an amount. Write it like 5%, or 3 points, or £100,000; else the scheme's holds.")
