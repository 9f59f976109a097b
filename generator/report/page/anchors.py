"""Addresses of measures and directorates: anchors within a page, and names of files; and what leads to them."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.report.page.views import GroupView, MeasureView, RowView, StatusView, SubgroupView

_LONGEST = 80  # of a file name there may be 255 bytes


def anchor(text: str) -> str:
    """The address of a measure or directorate: ``CM PM24`` is ``cm-pm24``."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", text.casefold())).strip("-")[:_LONGEST] or "measure"


class Addresses:
    """The addresses of one page, each of them once: names may differ only in what an address cannot hold."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    def give(self, text: str) -> str:
        """The address of a name, with a number behind it where another name has it already."""
        plain = anchor(text)
        numbered = itertools.chain((plain,), (f"{plain}-{number}" for number in itertools.count(2)))
        address = next(each for each in numbered if each not in self.given)
        self.given.add(address)
        return address


def listed_in(groups: Iterable[SubgroupView]) -> Iterator[MeasureView]:
    """Every measure of some groups on the page, however it is listed."""
    for group in groups:
        yield from (*group.measures, *group.brief, *group.others)


def places_in(groups: Iterable[SubgroupView]) -> dict[str, str]:
    """The addresses of the same, by label."""
    return {each.label: each.anchor for each in listed_in(groups)}


def with_places(
    rows: Iterable[RowView], statuses: Sequence[StatusView], groups: Sequence[GroupView], half: str
) -> tuple[RowView, ...]:
    """Rows of counts of a half's statuses, with where the measures are that each number counts."""
    found = {group.name: (group.anchor, _counted([group], half)) for group in groups}
    below = {
        (group.name, each.name): (each.anchor, _counted([each], half)) for group in groups for each in group.groups
    }
    every = (groups[0].anchor if groups else "", _counted(groups, half))
    made, above = [], ""
    for row in rows:
        above = above if row.depth else row.name
        there = every if row.total else below.get((above, row.name)) if row.depth else found.get(row.name)
        made.append(replace(row, places=_places(row, statuses, *(there or ("", Counter())))))
    return tuple(made)


def _counted(groups: Iterable[SubgroupView], half: str) -> Counter[str]:
    measures = listed_in(groups)
    return Counter(each.quarter_status.word if half == "quarter" else each.forecast_status.word for each in measures)


def _places(row: RowView, statuses: Sequence[StatusView], address: str, listed: Counter[str]) -> tuple[str, ...]:
    numbers = zip(statuses, map(int, row.numbers), strict=True)
    return tuple(address if number and listed[status.word] == number else "" for status, number in numbers)
