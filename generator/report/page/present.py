"""The report as strings and flags, once for Word and HTML, so that they cannot differ.

Templates print what stands here; they never compare, sort, round or compute.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from generator.checks.commentary_given import calls_for
from generator.commentary.blocks import Block, Form, blocks
from generator.commentary.glossary import terms_in
from generator.commentary.placeholders import WITHHELD
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.model.measure import Measure
from generator.model.question import About, Question, When
from generator.model.shape import Shape
from generator.project.report_options import Part
from generator.report.beside_others import beside_others
from generator.report.forecast_record import sentence_of_measure
from generator.report.notes_on_figures import remarks
from generator.report.page.anchors import Addresses, listed_in, places_in
from generator.report.page.facts import Narrator, ReportFacts
from generator.report.page.figures_beside import benchmark_views, facts_beside, side_by_side, signal_of, signal_view
from generator.report.page.in_short import with_short_names
from generator.report.page.in_words.followed import ActionsInWords, counted_in_short
from generator.report.page.in_words.not_in_report import draft_notice, missing, missing_introduction, to_put_right
from generator.report.page.in_words.shape_words import YearEndWords, words_of_report, year_end_words
from generator.report.page.in_words.title import heading, not_for_publication, title_block
from generator.report.page.over_time.groups_compared import groups_compared
from generator.report.page.over_time.lines import line_of
from generator.report.page.report_facts import group_facts, measure_facts, report_facts
from generator.report.page.scrutiny.views import ScrutinyFacts
from generator.report.page.scrutiny.what_to_ask import asked_in
from generator.report.page.status_views import (
    NOT_STATED,
    direction_in_words,
    key,
    no_year_end,
    result_view,
    verdict_view,
    with_trail,
    year_end_view,
)
from generator.report.page.summary import breakdowns, charts, movement
from generator.report.page.views import (
    AnswerView,
    FactView,
    GroupView,
    LookView,
    MeasureView,
    PageView,
    QuestionView,
    ResultView,
    SubgroupView,
    TermView,
    of_question,
)
from generator.report.report import Entry, Group, Report
from generator.report.results_over_time import Result, lines_through

_View = TypeVar("_View")

_SHOWN_AT_ONCE = 100  # the template's script shows as many more at a time

NONE_GIVEN, NONE_NEEDED = "None given", "None needed"
"""What it says where nobody had to write anything: of what is asked if wished, and of other questions."""


def present(report: Report, narrator: Narrator, made: Sequence[GroupView] = ()) -> PageView:
    """The page that a report makes, in the words and figures that all documents print; parts left out are empty.

    ``narrator`` writes the sentences; what it raises is raised. Measures of groups that are ``made`` stay as they are.
    """
    telling = _Telling(report, report_facts(report), narrator, year_end_words(report), ActionsInWords(report))
    return with_short_names(_page(telling, made), telling.facts)


def _page(telling: "_Telling", made: Sequence[GroupView]) -> PageView:
    report, covering, kept = telling.report, telling.report.covering, telling.kept
    groups = kept(Part.EXCEPTIONS, *_groups(report, telling, made))
    return PageView(
        look=LookView(logo=report.brand.logo, accent=report.brand.colour, accent_on_dark=report.brand.colour_on_dark),
        council=report.council,
        title=report.title,
        period=report.period.name,
        months=report.period.months,
        heading=heading(report),
        draft=report.draft,
        draft_notice=draft_notice(report),
        marking=covering.marking,
        not_for_publication=not_for_publication(report),
        title_block=kept(Part.TITLE_BLOCK, *title_block(report)),
        contents=Part.CONTENTS in report.parts,
        introduction=" ".join(points := telling.narrator.introduction(telling.facts)),
        points=points if len(points) > 1 else (),
        purpose=kept(Part.PURPOSE, *blocks(covering.purpose)),
        recommendations=kept(Part.RECOMMENDATIONS, *covering.recommendations),
        charts=kept(Part.CHARTS, *charts(report)),
        breakdowns=kept(Part.SUMMARY, *breakdowns(report, groups)),
        movement=movement(report, groups) if Part.MOVEMENT in report.parts else None,
        key=kept(Part.KEY, *key(report)),
        status_words=_status_words(report, groups),
        has_forecast=any(measure.has_forecast for measure in listed_in(groups)),
        questions=tuple(map(_question, report.questions)),
        **words_of_report(report),
        answers=tuple(_written(report, About.REPORT, report.answers)),
        follow_up=telling.actions.of_report(),
        groups=groups,
        missing=kept(Part.MISSING, *missing(report)),
        missing_introduction=missing_introduction(report),
        to_put_right=tuple(to_put_right(report)),
        glossary=kept(Part.GLOSSARY, *_glossary(report, groups)),
        scrutiny=kept(Part.QUESTIONS, *asked_in(report, places_in(groups), telling.question)),
        compared=groups_compared(report, places_in(groups)) if telling.draws_lines and not report.scope else None,
        switch=_switch(report) if any(group.others for group in groups) else "",
        data_source=f"Data source: {report.data_source}" if Part.DATA_SOURCE in report.parts else "",
    )


def _groups(report: Report, telling: "_Telling", made: Sequence[GroupView]) -> Iterator[GroupView]:
    addresses, places, before = Addresses(), itertools.count(1), {each.name: each for each in made}
    for group in report.groups:
        if _is_listed(group, telling, (group.name,)):
            yield _group(group, telling, addresses, places, before.get(group.name))


def _is_listed(group: Group, telling: "_Telling", path: tuple[str, ...]) -> bool:
    return any(group.listed(telling.report.shape)) or bool(group.answers) or telling.actions.are_in(path, group)


def _switch(report: Report) -> str:
    """What shows the measures that are listed nowhere else: most often they are those on target."""
    others = (entry.judged for group in report.groups for entry in group.listed(report.shape).others)
    on_target = all(each.scheme.is_on_target(each.quarter.status) for each in others if each.quarter.status.rated)
    return f"Show {'measures on target' if on_target else 'other measures'}"


def _glossary(report: Report, groups: tuple[GroupView, ...]) -> Iterator[TermView]:
    """The acronyms that occur in what is printed."""
    about_report = _written(report, About.REPORT, report.answers)
    about_groups = (answer for group in groups for each in (group, *group.groups) for answer in each.answers)
    of_measures = (text for measure in listed_in(groups) for text in _texts(measure))
    texts = (*_in_answers((*about_report, *about_groups)), *of_measures)
    terms = terms_in(texts, {**report.covering.glossary, WITHHELD: _WITHHELD_MEANS})
    return (TermView(term=term, meaning=meaning) for term, meaning in terms)


_WITHHELD_MEANS = "Confidential: withheld, because it might tell readers something about a person"


def _texts(measure: MeasureView) -> Iterator[str]:
    yield measure.title
    yield from (measure.quarter.actual, measure.forecast.actual, measure.headline)
    yield from measure.remarks
    yield from _in_answers(measure.answers)


def _in_answers(answers: Iterable[AnswerView]) -> Iterator[str]:
    return (item for answer in answers for block in answer.blocks for item in block.items)


class _Telling(NamedTuple):
    """A report with what writes its sentences, where they are wanted."""

    report: Report
    facts: ReportFacts
    narrator: Narrator
    year_end: YearEndWords
    actions: ActionsInWords

    def kept(self, part: Part, *views: _View) -> tuple[_View, ...]:
        return views if part in self.report.parts else ()

    @property
    def draws_lines(self) -> bool:
        """Whether results over time are drawn; without any charts, these are none either."""
        return self.report.parts >= {Part.CHARTS, Part.LINE_CHARTS}

    def summary(self, group: Group) -> str:
        if Part.DIRECTORATE_SUMMARIES not in self.report.parts:
            return ""
        return self.narrator.directorate(self.facts, group_facts(group, self.report))

    def question(self, judged: Judged, asked: ScrutinyFacts) -> str:
        return self.narrator.question(self.facts, measure_facts(judged), asked)

    def headline(self, judged: Judged) -> str:
        if Part.HEADLINES not in self.report.parts:
            return ""
        return self.narrator.measure(self.facts, measure_facts(judged))


def _group(
    group: Group, telling: _Telling, addresses: Addresses, places: Iterator[int], made: GroupView | None
) -> GroupView:
    """A group of the first level. Those below it have the same measures, each of which is made once."""
    if made:
        return replace(made, summary=telling.summary(group))
    anchor, listed = addresses.give(group.name), group.listed(telling.report.shape)
    views = {each.judged.measure.code: _measure(each, telling, addresses, next(places)) for each in listed.full}
    apart = (*listed.brief, *listed.others)
    views |= {each.judged.measure.code: _measure(each, telling, addresses, place=0) for each in apart}
    below = [each for each in group.below if _is_listed(each, telling, (group.name, each.name))]
    of_one = len(below) == 1
    return GroupView(
        **_parts(group, (group.name,), anchor, telling.summary(group), telling, views),
        groups=tuple(
            SubgroupView(
                **_parts(
                    each,
                    (group.name, each.name),
                    addresses.give(each.name),
                    "" if of_one else telling.summary(each),
                    telling,
                    views,
                )
            )
            for each in below
        ),
    )


def _parts(
    group: Group,
    path: tuple[str, ...],
    anchor: str,
    summary: str,
    telling: _Telling,
    views: Mapping[str, MeasureView],
) -> dict[str, Any]:
    """What a group of either level shows; ``views`` has its measures by code."""
    report, listed = telling.report, group.listed(telling.report.shape)
    full, brief, others = (
        tuple(views[each.judged.measure.code] for each in entries)
        for entries in (listed.full, listed.brief, listed.others)
    )
    return {
        "anchor": anchor,
        "name": group.name,
        "word": group.word,
        "heading": f"{group.word}: {group.name}",
        "summary": summary,
        "answers": tuple(_written(report, About.GROUP, group.answers)),
        "measures": full,
        "brief": brief,
        "others": others,
        "follow_up": telling.actions.of_group(path, group),
        "side_by_side": side_by_side(report, (*listed.full, *listed.brief), path),
    }


def _measure(entry: Entry, telling: _Telling, addresses: Addresses, place: int) -> MeasureView:
    judged = entry.judged
    report, code = telling.report, judged.measure.code
    notes = remarks(judged, report.published.get(code), report.earlier.get(code, ()), report.running.get(code))
    record = sentence_of_measure(report, judged)
    follow_up = telling.actions.of_measure(code)
    beside = (*notes, *([record] if record else []), *counted_in_short(follow_up))
    results = report.results_over_time[code]
    trend_lines = lines_through(judged.measure, [(each.period, each.actual) for each in results])
    others, found = tuple(beside_others(judged, report.shape.benchmark_years)), signal_of(report, judged)
    benchmarks, signal = tuple(benchmark_views(others, judged.measure)), signal_view(found)
    facts = (*_facts(judged.measure, report.shape), *facts_beside(benchmarks, signal))
    return MeasureView(
        anchor=addresses.give(code),
        heading=f"{judged.measure.label}: {judged.measure.title}",
        label=judged.measure.label,
        title=judged.measure.title,
        quarter_status=verdict_view(judged.quarter),
        has_forecast=judged.forecast is not None,
        forecast_status=verdict_view(judged.forecast),
        quarter=with_trail(result_view(judged), judged.quarter, judged, internal=report.internal),
        forecast=with_trail(year_end_view(judged), judged.forecast, judged, internal=report.internal),
        no_year_end=no_year_end(judged, telling.year_end),
        direction=direction_in_words(judged.direction),
        trend="; ".join(f"{each.period.short}: {judged.measure.show(each.actual)}" for each in results),
        trend_line=" ".join(trend_lines),
        trend_lines=trend_lines,
        results=tuple(_result(each, judged.measure) for each in results),
        line=line_of(judged, results, others, found) if telling.draws_lines else None,
        quarter_rank=_rank(judged.quarter, judged),
        forecast_rank=_rank(judged.forecast, judged),
        waits=place > _SHOWN_AT_ONCE,
        remarks=beside,
        headline=telling.headline(judged),
        answers=tuple(_of_measure(each, entry) for each in telling.report.questions),
        facts=facts,
        follow_up=follow_up,
        benchmarks=benchmarks,
        signal=signal,
    )


def _result(result: Result, measure: Measure) -> ResultView:
    target = "" if result.target is None else measure.show(result.target)
    return ResultView(
        period=result.period.short, target=target, actual=measure.show(result.actual), status=result.status
    )


def _question(question: Question) -> QuestionView:
    return QuestionView(**of_question(question))


def _written(report: Report, about: About, answers: Mapping[str, tuple[str, ...]]) -> Iterator[AnswerView]:
    """What was written about a group or the report; a question that nobody answered is passed over."""
    for question in report.shape.printed_about(about, internal=report.internal):
        if told := blocks(answers.get(question.key, ())):
            yield _answer(question, told)


def _answer(question: Question, written: tuple[Block, ...], *, nothing: str = "", is_owed: bool = False) -> AnswerView:
    told = written or (Block(Form.PARAGRAPH, (nothing,)),)
    return AnswerView(**of_question(question), blocks=told, answered=bool(written), told=bool(written) or is_owed)


def _of_measure(question: Question, entry: Entry) -> AnswerView:
    told = blocks(entry.answers[question.key])
    is_owed = calls_for(entry.judged, question.needed)
    nothing = NOT_STATED if is_owed else NONE_GIVEN if question.needed is When.IF_WISHED else NONE_NEEDED
    return _answer(question, told, nothing=nothing, is_owed=is_owed)


def _rank(verdict: Verdict | None, judged: Judged) -> int:
    return judged.scheme.all_statuses.index(verdict.status) if verdict and verdict.status.rated else -1


def _facts(measure: Measure, shape: Shape) -> Iterator[FactView]:
    for each in shape.printed:
        if text := measure.attributes.get(each.column):
            yield FactView(label=each.label, text=text)


def _status_words(report: Report, groups: tuple[GroupView, ...]) -> tuple[str, ...]:
    """The statuses that a reader can look for, in the order of their schemes."""
    there = {view.word for each in listed_in(groups) for view in (each.quarter_status, each.forecast_status)}
    schemes = (report.scheme, *(entry.judged.scheme for entry in report.entries))
    words = dict.fromkeys(status.name for scheme in schemes for status in scheme.all_statuses)
    return tuple(word for word in words if word in there)
