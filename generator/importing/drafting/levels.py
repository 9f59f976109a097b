"""Levels of a measure from its thresholds, and the status scheme that rates by them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.importing.drafting.draft import DraftEntry, guessed
from generator.importing.meaning.fields import ListField
from generator.importing.meaning.thresholds import Thresholds, thresholds_in
from generator.importing.table.list_table import ListRow
from generator.model.measure import Polarity


@dataclass(frozen=True, slots=True)
class ProposedScheme:
    """A scheme that rates by thresholds: Green up to the amber value, Amber down to the floor, Red beyond.

    ``green`` and ``amber`` say whether a result that is the edge itself still has the colour.
    """

    green: bool
    amber: bool

    @property
    def name(self) -> str:
        """Its name, and that of its file."""
        if self.green == self.amber:
            return "thresholds" if self.green else "thresholds-beyond"
        return "thresholds-green-beyond" if self.amber else "thresholds-amber-beyond"

    @property
    def text(self) -> str:
        """The scheme in TOML, for somebody to change."""
        return _SCHEME.format(
            green="at or better than amber value" if self.green else "better than amber value",
            amber="at or better than floor" if self.amber else "better than floor",
            red="worse than floor" if self.amber else "at or worse than floor",
        )


_SCHEME = """\
# Proposed by scorecard import from the thresholds of the council's own list: change it as you like.
# In the register, Amber value is where Green ends, and Floor where Amber ends; a measure's target is not looked at.

name = "Thresholds of each measure"
source = "The thresholds in the council's own list of measures."

[[status]]
name = "Green"
meaning = "Within the threshold for Green"
when = {{ result = "{green}" }}
exception = false
shape = "triangle up"
fill = "#44A377"
ink = "#0B0C0C"

[[status]]
name = "Amber"
meaning = "Within the threshold for Amber"
when = {{ result = "{amber}" }}
exception = true
shape = "diamond"
fill = "#FFC926"
ink = "#0B0C0C"

[[status]]
name = "Red"
meaning = "Beyond the threshold for Amber"
when = {{ result = "{red}" }}
exception = true
shape = "triangle down"
fill = "#AA1111"
ink = "#FFFFFF"

[unrated]
name = "N/A"
meaning = "No status can be given"
shape = "none"
fill = "#FFFFFF"
ink = "#0B0C0C"
"""


COLOURS = (ListField.THRESHOLDS, ListField.GREEN, ListField.AMBER, ListField.RED)
"""What lists give thresholds in: one column for all colours, or one for each."""


def words_of_thresholds(row: ListRow, labels: Mapping[ListField, str]) -> str:
    """What a row says of its thresholds, in one column or in one for each colour; empty where it says nothing."""
    texts = {field: row.text(labels[field]) for field in COLOURS if field in labels}
    in_one = texts.pop(ListField.THRESHOLDS, "")
    return in_one or " ".join(f"{field.value} {text}" for field, text in texts.items() if text)


def thresholds_of(words: str, polarity: Polarity) -> Thresholds | None:
    """The thresholds that words give. Bare numbers for Green and Amber are where they end, for Red where it begins.

    Each has its own colour: Red is Red where Amber has another number.
    """
    found = thresholds_in(words)
    if found or polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return found
    numbers = dict(re.findall(r"(Green|Amber|Red) (£?[\d.,]+%?)(?= |$)", words))
    better, worse = (">=", "<") if polarity is Polarity.HIGHER else ("<=", ">")
    signs = {"Green": better, "Amber": better, "Red": worse}
    if "Red" in numbers and "Green" in numbers:
        amber = numbers.pop("Amber", numbers["Red"])
        signs["Red"] += "" if amber == numbers["Red"] else "="
    return thresholds_in(" ".join(f"{colour} {signs[colour]} {number}" for colour, number in numbers.items()))


def fits_unit(words: str, unit: str) -> bool:
    """Whether thresholds are in the measure's unit; percentages of something else, and times, are not."""
    return ("%" not in words or unit == "%") and not re.search(r"\d:\d\d", words)


def level_entries(found: Thresholds, words: str) -> Iterable[tuple[str, DraftEntry]]:
    """The levels, and the scheme that rates by them."""
    scheme = ProposedScheme(green=found.green.inclusive, amber=found.amber.inclusive)
    said = f"“{words}”"
    yield ListField.AMBER_VALUE, guessed(found.green.number, f"{said}: Green ends here, and Amber begins.")
    yield ListField.FLOOR, guessed(found.amber.number, f"{said}: Amber ends here, and Red begins.")
    yield ListField.SCHEME, guessed(scheme.name, f"{said}: the proposed scheme rates by these levels.")


def proposed_schemes(names: Iterable[str]) -> dict[str, str]:
    """The texts of the proposed schemes that measures name, by their names."""
    every = (ProposedScheme(green=green, amber=amber) for green in (True, False) for amber in (True, False))
    wanted = set(names)
    return {each.name: each.text for each in every if each.name in wanted}
