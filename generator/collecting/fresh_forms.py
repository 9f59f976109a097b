"""What a form is made of before anybody has filled it in: from the register, the settings and earlier returns."""

from typing import Any

from generator.collecting.earlier_quarters import Earlier
from generator.collecting.working_days import due_date
from generator.forms.asked.form_contents import Contents, MeasureContents, TopicContents
from generator.forms.asked.prefill import last_time
from generator.history.rows import HistoryRow, RowState, as_printed
from generator.judging.outcome import judge_return
from generator.model.measure import Measure, type_of_subject
from generator.model.messages.wording import Severity
from generator.model.officer_return import FilledForm, Return
from generator.model.period import Period
from generator.model.shape import Topic
from generator.project.house_style import ruled_severity
from generator.project.load import Setup


def contents_of(setup: Setup, subject: type_of_subject, earlier: Earlier) -> Contents:
    """What a form is made of before anybody has filled it in."""
    last, shape, rules = earlier.last.get(subject.code), setup.settings.shape, setup.settings.house_style.rules
    rule = "NARR09" if isinstance(subject, Topic) else "NARR01"
    any_form: dict[str, Any] = {
        "shape": shape,
        "period": setup.period,
        "council": setup.settings.council,
        "due": due_date(setup),
        "send_to": setup.settings.send_to,
        "last_time": last_time(subject, last, shape) if last else {},
        "actions": setup.actions_of(subject, setup.period),
        "unanswered": ruled_severity(rule, Severity.ERROR, rules, subject),
    }
    if isinstance(subject, Topic):
        return TopicContents(topic=subject, **any_form)
    previous_period = earlier.previous_periods.get(subject.code)
    published = _published(setup, subject, previous_period or subject.own_period(setup.period).previous)
    if published and published.forecast:
        forecast = as_printed(published.forecast, subject, published.period) or published.forecast
        any_form["last_time"] = {**any_form["last_time"], "forecast_actual": forecast}
    return MeasureContents(
        measure=subject,
        scheme=setup.scheme_of(subject),
        rule=setup.settings.exceptions,
        stated_over_figures=setup.settings.stated_over_figures,
        last_statuses=_statuses_of(setup, subject, last, published),
        figures={
            "previous_actual": earlier.previous.get(subject.code),
            "year_ago_actual": earlier.year_ago.get(subject.code),
        },
        previous_period=previous_period,
        **any_form,
    )


def _published(setup: Setup, measure: Measure, period: Period) -> HistoryRow | None:
    """What was published of a period of a measure's own, with the status that it had then; None if nothing was.

    There may be a forecast without a result.
    """
    rows = {row.reported_for: row for row in setup.history.standing(measure).values() if row.actual or row.forecast}
    row = rows.get(period)
    return row if row and row.is_as_judged and row.state is not RowState.SUPPRESSED else None


def _statuses_of(
    setup: Setup, measure: Measure, last: FilledForm | None, published: HistoryRow | None
) -> dict[str, str]:
    """What last time's result and forecast earned: as was ``published``, or else by the figures of the return."""
    if published:
        named = {"quarter": published.status, "forecast": published.forecast_status}
        return {half: name for half, name in named.items() if name}
    if not isinstance(last, Return) or measure.same_as_now(last.period) != 1:
        return {}
    judged = judge_return(measure, last, scheme=setup.scheme_of(measure), rule=setup.settings.exceptions)
    halves = {"quarter": judged.quarter, "forecast": judged.forecast}
    return {half: each.status.name for half, each in halves.items() if each and each.actual is not None}
