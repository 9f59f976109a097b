"""From the bytes of a workbook to returns, with every problem found on the way at its cell."""

import re
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from generator.forms.asked.fixed_questions import NAMES_OF_TOPICS, group_names
from generator.forms.asked.prefill import at_other_times, prefilled
from generator.forms.asked.question_types import Questionnaire
from generator.forms.asked.questionnaires import asked_of_any
from generator.forms.earlier_edition import BY_JUDGEMENT
from generator.model.figures import type_of_figure
from generator.model.measure import Kind, Measure, code_key
from generator.model.officer_return import GroupReturn, Half, Return, Source
from generator.model.period import Period
from generator.model.problem import Place, nearest, problem
from generator.model.shape import Topic
from generator.reading.answers.action_rows import action_tables, table_beside
from generator.reading.answers.cell_answers import Mistake, doubtful_share, figure_of, shown_rounded
from generator.reading.answers.changed_targets import changes_since_issue
from generator.reading.answers.find_questions import find_form
from generator.reading.answers.quoting import as_typed
from generator.reading.form_reader import FormFound, FormReader, period_in
from generator.reading.left_over.as_issued import changed_texts
from generator.reading.left_over.told import elsewhere, told_of_extras, told_of_other_sheets
from generator.reading.opened_workbook import Opened
from generator.reading.readings import Expected, Reading
from generator.reading.unreadable_files import unreadable
from generator.xlsx import Cell, Unreadable


def read_workbook(opened: Opened, file: str, expected: Expected) -> tuple[Reading, ...]:
    """Read every form in a workbook; always at least one Reading."""
    book = opened.book
    if isinstance(book, Unreadable):
        return (Reading(file, None, None, (unreadable(file, book),), sha256=opened.sha256),)
    found = ((sheet, find_form(sheet, book, expected.shape)) for sheet in book.sheets)
    forms = [(sheet, *form) for sheet, form in found if form]
    if not forms:
        return (Reading(file, None, None, (problem("FORM01", Place(file)),), sha256=opened.sha256),)
    source = Source(file=file, sha256=opened.sha256, converted=opened.converted)
    tables = action_tables(book)
    found_each = [
        FormFound(sheet, asked, at, table_beside(sheet, at, tables, len(forms))) for sheet, asked, at in forms
    ]
    used = [each.table.sheet for each in found_each if each.table]
    names = [*(sheet.name for sheet, *_ in forms), *(sheet.name for sheet in used)]
    others = elsewhere(book, names)
    readings = [_reader(each.asked)(each, source, expected, others).reading() for each in found_each]
    at = next((at for at, each in enumerate(readings) if not each.blank), 0)
    told = (
        *(told_of_other_sheets(book, names, file) if others else ()),
        *(each for sheet in used for each in told_of_extras(sheet, Place(file, sheet.name), None)),
    )
    readings[at] = replace(readings[at], problems=(*readings[at].problems, *told)) if told else readings[at]
    return tuple(readings)


def _reader(asked: Questionnaire) -> type[FormReader]:
    return _AboutGroup if "group_level" in asked.by_name else _AboutMeasure


class _AboutMeasure(FormReader):
    """Reads a form about a measure."""

    def identified(self, found: Reading) -> Reading:
        """By the measure's code."""
        code, register = self.text("measure_code"), self.expected.register
        measure = register.find(code) if code else None
        if code and not measure:
            self.note("FORM03", "measure_code", found=code, suggestion=nearest(code, register.codes))
        elif not code and "measure_code" not in self.unreadable:
            self.note("FORM12", "measure_code")
        return replace(found, measure=measure)

    def understood(self, found: Reading) -> Reading:
        """With the measure's return."""
        assert found.measure  # noqa: S101, only a form that was identified is understood
        return replace(found, returned=self._return(found.measure))

    def _return(self, measure: Measure) -> Return:
        self.statuses = self.expected.statuses(measure)
        rounded, typed = dict[str, str](), dict[str, str]()
        figure, text, choice = self._figure_reader(measure, rounded, typed), self.text, self.choice
        self._compare_prefilled(measure, figure)
        return Return(
            measure_code=measure.code,
            quarter=self._half("quarter", figure("quarter_actual")),
            forecast=self._half("forecast", figure("forecast_actual")),
            provisional=choice("quarter_provisional") == "Yes",
            final_on=self.day("quarter_final_on"),
            missing_reason=choice("missing_reason"),
            direction_override=choice("direction_override"),
            direction_reason=text("direction_reason"),
            previous_actual=figure("previous_actual"),
            previous_revised=figure("previous_revised"),
            estimated=choice("quarter_estimated") == "Yes",
            previous_period=period_in(text("previous_period"), self.expected.period.starts),
            year_ago_actual=figure("year_ago_actual"),
            reported_for=self._reported_for(measure),
            same_as=text("same_as"),
            commentary_provisional=choice("commentary_status") == "Provisional",
            rounded=MappingProxyType(rounded),
            typed=MappingProxyType(typed),
            **self.filled(),
        )

    def _reported_for(self, measure: Measure) -> Period | None:
        """What the form asked for, by the frequency and the lag that the measure had when it was issued."""
        name, period, cell = "reported_for", self.expected.period, self.cell("reported_for")
        own, without = measure.own_period(period), period if name not in self.rows else None
        asked = without or period_in(cell.text.strip() if cell else None, period.starts) or own
        if asked != own:
            label = asked_of_any(self.expected.shape).by_name[name].label
            facts = {"label": label, "found": str(asked), "wanted": str(own)}
            self.problems.append(problem("FORM09", self._at(name), **facts))
        return asked if asked != period else None

    def _half(self, half: str, actual: type_of_figure | None) -> Half:
        override, reason = self.choice(f"{half}_status_override"), self.text(f"{half}_status_reason")
        return Half(actual=actual, override=override, reason=reason)

    def _compare_prefilled(self, measure: Measure, figure: Callable[[str], type_of_figure | None]) -> None:
        """An officer who saw something else answered another question."""
        period, shape = self.expected.period, self.expected.shape
        issued = {**prefilled(measure, period, shape), "status_rule": self.expected.rule(measure)}
        last, own = period_in(self.text("previous_period"), period.starts), measure.own_period(period)
        is_gap = last is not None and last.per_year == own.per_year and last < own.previous
        if measure.reported_for or is_gap:  # the last result may be of another period than the one before
            del issued["previous_period"]
        for rule, name, facts in changes_since_issue(issued, measure, period, figure, self.text):
            if name not in self.unreadable:
                self.note(rule, name, **facts)
        # earlier editions said amounts without their unit
        bare = self.expected.rule(replace(measure, unit="", kind=Kind.NUMBER))
        without_units = re.sub(r"£(?=\d)|(?<=\d) (?:days?|points?|units?)\b", "", bare)
        before = {**at_other_times(measure, shape), "status_rule": (*BY_JUDGEMENT, without_units)}
        for each in changed_texts(self.cell, issued, group_names(shape.levels), before):
            self.note("FORM32", each.name, found=each.found, wanted=each.wanted)

    def _figure_reader(
        self, measure: Measure, rounded: dict[str, str], typed: dict[str, str]
    ) -> Callable[[str], type_of_figure | None]:
        """What reads figures, and notes what is ``typed`` of those that are asked, and which are shown ``rounded``."""
        period = self.expected.period
        targets = {
            "quarter_actual": measure.quarter_target(measure.own_period(period)),
            "forecast_actual": measure.year_end_target,
        }

        def understand(name: str, cell: Cell) -> type_of_figure | Mistake | None:
            figure = figure_of(cell, measure)
            if shown := shown_rounded(cell, figure, measure):
                rounded[name] = shown
            if name in targets:
                typed[name] = as_typed(cell)
            asked = name in targets and measure.unit == "%"
            return (doubtful_share(figure, cell, targets[name]) if asked else None) or figure

        return lambda name: self.answer(name, lambda cell: understand(name, cell))


class _AboutGroup(FormReader):
    """Reads a form about a group, or about the whole report."""

    def identified(self, found: Reading) -> Reading:
        """By the group's level, its name and the group that it is in."""
        level, name, parent = (self.text(each) for each in NAMES_OF_TOPICS)
        topic = next((each for each in self.expected.topics if _is_called(each, level, name, parent)), None)
        if not topic and not self.unreadable.intersection(NAMES_OF_TOPICS):
            if name:
                known = [each.name or each.label for each in self.expected.topics]
                self.note("FORM36", "group_name", found=name, suggestion=nearest(name, known))
            else:
                self.note("FORM12", "group_name")
        return replace(found, topic=topic)

    def understood(self, found: Reading) -> Reading:
        """With what was returned about the group."""
        assert found.topic  # noqa: S101, only a form that was identified is understood
        for each in changed_texts(self.cell, {}, (), {}):
            self.note("FORM32", each.name, found=each.found, wanted=each.wanted)
        return replace(found, about_group=GroupReturn(topic=found.topic, **self.filled()))


def _is_called(topic: Topic, level: str | None, name: str | None, parent: str | None) -> bool:
    """Whether a form says that it is about a topic, whatever its capitals and spaces; the report needs no name."""
    if level != str(topic.level):
        return False
    said = (name if topic.level else "", parent if topic.parent else "")
    return [code_key(each or "") for each in said] == [code_key(each) for each in (topic.name, topic.parent)]
