"""How often a measure is reported, how late, and in which reports of a year it is asked for."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.model.english import counted
from generator.model.period import Frequency, month_number
from generator.model.problem import nearest
from generator.reading.register.column_words import EVERY_QUARTER, FREQUENCIES
from generator.reading.register.columns import FREQUENCY, LAG
from generator.reading.register.headed_sheet import SheetRow

_MONTHS_A_YEAR = 12
_PARTS: Mapping[str, int] = MappingProxyType(
    {
        part.casefold(): number * _MONTHS_A_YEAR // each.per_year
        for each in Frequency
        for number, part in enumerate(each.parts, 1)
    }
)
"""How many months of a year are over at the end of each of its parts."""
_UNITS = dict(zip(("month", "quarter", "half-year", "term", "year"), Frequency, strict=True))
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six")
_MOST = 60
_LAG = re.compile(
    rf"(?P<count>[0-9]{{1,3}}|{'|'.join(_NUMBERS)}|an?)(?: (?P<unit>{'|'.join(_UNITS)})s?)?(?: in arrears| late)?"
)


def frequency_in(row: SheetRow, usual: Frequency) -> Frequency:
    """How often a row says that its measure is reported; as often as is ``usual`` where it does not say."""
    text = row.text(FREQUENCY)
    words = " ".join(re.sub(r"\(.*?\)", " ", text).casefold().split())
    if not words or words in EVERY_QUARTER - {"quarterly", "every quarter"}:
        return usual
    if words not in FREQUENCIES:
        known = ", ".join(Frequency)
        fault = f"it is not known how often that is.{nearest(text, FREQUENCIES)}"
        row.note(FREQUENCY, text, fault, f"Write one of: {known}; or leave it empty.")
    return FREQUENCIES.get(words, usual)


def lag_in(row: SheetRow, frequency: Frequency) -> int:
    """How many of its own periods late a measure is reported: “1”, “one year”, “3 months”."""
    text = row.text(LAG)
    lag = lag_of(text, frequency) if text.strip() else 0
    if lag is None:
        fault = f"it is not a number of {frequency.word}s up to {_MOST}."
        row.note(
            LAG, text, fault, f"Write how many {frequency.word}s late it comes, like {counted(1, frequency.word)}."
        )
    return lag or 0


def lag_of(text: str, frequency: Frequency) -> int | None:
    """How many periods of a frequency a text says, “one year in arrears”; None where it says no such number."""
    found = _LAG.fullmatch(re.sub(r"\.0+$", "", " ".join(text.casefold().split())))
    if not found:
        return None
    said = found["count"]
    count = int(said) if said.isdigit() else _NUMBERS.index(said) if said in _NUMBERS else 1
    unit = _UNITS[found["unit"]] if found["unit"] else frequency
    lag, over = divmod(count * frequency.per_year, unit.per_year)
    return None if over or lag > _MOST else lag


def due_months(row: SheetRow, starts: int) -> frozenset[int]:
    """After how many months of a year a measure is asked for; empty where a row does not narrow it.

    A part of a year stands for the report that ends with it, and so does a month.
    """
    text = row.text("Due")
    words = " ".join(text.casefold().split())
    if not words or words in EVERY_QUARTER:
        return frozenset()
    if words in FREQUENCIES and len(words) > 1:
        each = FREQUENCIES[words]
        return frozenset(range(_MONTHS_A_YEAR // each.per_year, _MONTHS_A_YEAR + 1, _MONTHS_A_YEAR // each.per_year))
    months = [_months(part, starts) for part in re.split(r"[,;&/ ]+|\band\b", words) if part]
    if not months or not all(months):
        row.note(
            "Due", text, "it must name periods.", "Write them like Q2, Q4, or M05, or May; or leave it empty for all."
        )
    return frozenset(filter(None, months))


def _months(part: str, starts: int) -> int:
    """How many months of a year are over at the end of a part of it; 0 where it is none."""
    part = f"q{part}" if part in {"1", "2", "3", "4"} else re.sub(r"^m([1-9])$", r"m0\1", part)
    if part in _PARTS:
        return _PARTS[part]
    try:
        return (month_number(part) - starts) % _MONTHS_A_YEAR + 1
    except ValueError:
        return 0
