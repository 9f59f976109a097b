"""Further reports of the same returns, as settings declare them: for whom, of which measures, and how laid out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.model.english import listed
from generator.model.measure import Measure
from generator.model.problem import Place, Problem, nearest, problem
from generator.model.register import Register
from generator.model.shape import Listing
from generator.project.report_options import NO_COVERING, Covering, Part
from generator.project.word_layouts import Layout

type_of_selection = Mapping[str, tuple[str, ...]]
"""Columns of the register, each with the texts that are meant."""


def _nothing() -> type_of_selection:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredReport:
    """One [[report]]; what it does not say (None) is as in the whole council's.

    It has the measures that are in every column of ``only``, and in none of ``excluded``.
    """

    name: str
    covering: Covering = NO_COVERING
    only: type_of_selection = field(default_factory=_nothing, hash=False)
    excluded: type_of_selection = field(default_factory=_nothing, hash=False)
    listing: Listing | None = None
    layouts: tuple[Layout, ...] | None = None
    leave_out: tuple[Part, ...] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the register that its measures are selected by."""
        return (*self.only, *self.excluded)

    def has(self, measure: Measure) -> bool:
        """Whether a measure is one of its."""
        return all(_is_one_of(measure, *each) for each in self.only.items()) and not any(
            _is_one_of(measure, *each) for each in self.excluded.items()
        )

    def has_group(self, levels: Sequence[str], path: tuple[str, ...]) -> bool:
        """Whether it is about a group that has no measures, as far as the columns of the ``levels`` tell."""
        names = dict(zip(levels, path, strict=False))
        is_in = all(column in names and _is_named(names[column], texts) for column, texts in self.only.items())
        return is_in and not any(_is_named(names.get(column, ""), texts) for column, texts in self.excluded.items())

    def has_recommended(self, meeting: str) -> bool:
        """Whether it follows up what members recommended at a meeting: its committee's, or any if it has all measures.

        The same goes for actions of the whole report, which are of no ``meeting``.
        """
        return not self.columns or _folded(self.covering.committee or self.name) in _folded(meeting)


def _is_one_of(measure: Measure, column: str, texts: tuple[str, ...]) -> bool:
    return _is_named(measure.attributes[column], texts)


def _is_named(text: str, texts: tuple[str, ...]) -> bool:
    return _folded(text) in map(_folded, texts)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def check_reports(reports: tuple[DeclaredReport, ...], register: Register, at: Place) -> Iterator[Problem]:
    """The selections that no measure of the register fits, told ``at`` the settings' place."""
    for report in reports:
        for column, texts in (*report.only.items(), *report.excluded.items()):
            every = (text for each in register.measures for text in each.ever(column) if text)
            there = {_folded(text): text for text in every}
            for text in texts:
                if _folded(text) not in there:
                    hint = nearest(text, there.values())
                    known = listed(list(there.values())[:_MOST])
                    facts = {"report": report.name, "column": column, "found": text, "suggestion": hint, "known": known}
                    yield problem("SET10", at, **facts)


_MOST = 20
