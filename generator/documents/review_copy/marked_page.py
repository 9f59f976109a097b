"""A page with marks round the words that notes are about, and the spots that each note may be put at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from generator.documents.review_copy.marks import MOST_SPOTS, marked, type_of_range
from generator.documents.review_copy.notes import Note
from generator.documents.review_copy.quotations import find_words
from generator.model.shape import THE_REPORT
from generator.report.page.views import AnswerView, GroupView, MeasureView, MissingView, PageView, SubgroupView

_Group = TypeVar("_Group", bound=SubgroupView)

_FIGURES = {
    "quarter_target": ("quarter", "target"),
    "forecast_target": ("forecast", "target"),
    "forecast_actual": ("forecast", "actual"),
    **dict.fromkeys(("quarter_status_override", "quarter_status_reason"), ("quarter_status", "word")),
    **dict.fromkeys(("forecast_status_override", "forecast_status_reason"), ("forecast_status", "word")),
    **dict.fromkeys(("direction_override", "direction_reason"), ("direction",)),
    **dict.fromkeys(
        (
            *("quarter_actual", "quarter_provisional", "quarter_final_on", "quarter_estimated", "missing_reason"),
            *("previous_actual", "previous_revised", "year_ago_actual"),
        ),
        ("quarter", "actual"),
    ),
}
"""Where a measure prints what its form's answers give, or what they qualify."""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page with its marks, and for each note the numbers of the spots it may be put at, best first, or none."""

    page: PageView
    spots: tuple[tuple[int, ...], ...]


def with_marks(page: PageView, notes: Sequence[Note]) -> MarkedPage:
    """Mark what each note is about: the words it quotes, the figure, or the name of the measure or group."""
    marking = _Marking(notes)
    made = replace(
        page,
        heading=marking.name(THE_REPORT, page.heading),
        answers=marking.answers(THE_REPORT, page.answers),
        groups=tuple(map(marking.group, page.groups)),
        missing=tuple(map(marking.missing, page.missing)),
    )
    return MarkedPage(made, tuple(map(tuple, marking.spots)))


class _Marking:
    """Marks views one by one, and notes down where notes may be put."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self.notes = notes
        self.spots: list[list[int]] = [[] for _ in notes]
        self._given = 0
        self._names: dict[str, int] = {}
        self._made: dict[str, MeasureView] = {}
        self._about: dict[str, list[int]] = {}
        for number, note in enumerate(notes):
            self._about.setdefault(note.about, []).append(number)

    def name(self, label: str, text: str) -> str:
        """A text that names what has this label, marked where there are notes on it; call it after all else of it."""
        about = self._about.get(label, ())
        if not about or not label:
            return text
        if label not in self._names:
            self._names[label] = self._spot(about)
        return _whole(text, self._names[label])

    def answers(self, label: str, views: Iterable[AnswerView]) -> tuple[AnswerView, ...]:
        """The answers about what has this label, with marks in their lines."""
        return tuple(self._answer(view, self._about.get(label, ())) for view in views)

    def measure(self, view: MeasureView) -> MeasureView:
        """A measure with its marks; one that stands in a group and in one below it is marked once."""
        if view.label not in self._about:
            return view
        if view.label not in self._made:
            self._made[view.label] = self._measure(view)
        return self._made[view.label]

    def missing(self, view: MissingView) -> MissingView:
        """A measure that is not in the report."""
        return replace(view, label=self.name(view.label, view.label), title=self.name(view.label, view.title))

    def group(self, view: GroupView) -> GroupView:
        """A group of the first level with all that is in it."""
        made = self._part(view, view.heading)
        below = (self._part(each, f"{each.heading} ({view.name})") for each in view.groups)
        return replace(made, groups=tuple(below))

    def _part(self, view: _Group, label: str) -> _Group:
        return replace(
            view,
            answers=self.answers(label, view.answers),
            heading=self.name(label, view.heading),
            name=self.name(label, view.name),
            measures=tuple(map(self.measure, view.measures)),
            brief=tuple(map(self.measure, view.brief)),
        )

    def _measure(self, view: MeasureView) -> MeasureView:
        about: dict[tuple[str, ...], list[int]] = {}
        for number in self._about[view.label]:
            if figure := _FIGURES.get(self.notes[number].answer):
                about.setdefault(figure, []).append(number)
        made = replace(view, answers=self.answers(view.label, view.answers))
        for figure, numbers in about.items():
            made = _with_marked(made, figure, self._spot(numbers))
        label, title, heading = (self.name(view.label, text) for text in (view.label, view.title, view.heading))
        return replace(made, label=label, title=title, heading=heading)

    def _answer(self, view: AnswerView, about: Iterable[int]) -> AnswerView:
        lines = [item for block in view.blocks for item in block.items]
        ranges: dict[int, list[type_of_range]] = {}
        for number in about:
            note = self.notes[number]
            if note.answer == view.key and lines:
                found = find_words(lines, note.line, note.quoted)
                ranges.setdefault(found.line, []).append((found.begins, found.ends, self._spot([number])))
        if not ranges:
            return view
        told = iter([marked(line, ranges.get(number, ())) for number, line in enumerate(lines)])
        blocks = tuple(replace(block, items=tuple(next(told) for _ in block.items)) for block in view.blocks)
        return replace(view, blocks=blocks)

    def _spot(self, numbers: Iterable[int]) -> int:
        """A new spot, at which the notes with these numbers may be put."""
        self._given += 1
        for number in numbers if self._given < MOST_SPOTS else ():
            self.spots[number].append(self._given)
        return self._given


def _with_marked(view: MeasureView, figure: tuple[str, ...], spot: int) -> MeasureView:
    name, *inside = figure
    value: Any = getattr(view, name)
    for field in inside:
        value = replace(value, **{field: _whole(getattr(value, field), spot)})
    changed: dict[str, Any] = {name: value if inside else _whole(value, spot)}
    return replace(view, **changed)


def _whole(text: str, spot: int) -> str:
    return marked(text, [(0, len(text), spot)])
