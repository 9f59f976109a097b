"""What a form is made of before anybody has filled it in: from the register, the settings and earlier returns."""

from typing import Any

from generator.collecting.earlier_quarters import Earlier
from generator.collecting.working_days import due_date
from generator.forms.asked.form_contents import Contents, MeasureContents, TopicContents
from generator.forms.asked.prefill import last_time
from generator.judging.outcome import judge_return
from generator.model.measure import Measure, type_of_subject
from generator.model.messages.wording import Severity
from generator.model.officer_return import Return
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
    return MeasureContents(
        measure=subject,
        scheme=setup.scheme_of(subject),
        rule=setup.settings.exceptions,
        stated_over_figures=setup.settings.stated_over_figures,
        last_statuses=_statuses_of(setup, subject, last) if isinstance(last, Return) else {},
        figures={
            "previous_actual": earlier.previous.get(subject.code),
            "year_ago_actual": earlier.year_ago.get(subject.code),
        },
        previous_period=earlier.previous_periods.get(subject.code),
        **any_form,
    )


def _statuses_of(setup: Setup, measure: Measure, last: Return) -> dict[str, str]:
    """What last time's result and forecast earned; a forecast of another year is none of this one."""
    judged = judge_return(measure, last, scheme=setup.scheme_of(measure), rule=setup.settings.exceptions)
    halves = {"quarter": judged.quarter, "forecast": judged.forecast if last.period.year == setup.period.year else None}
    return {half: each.status.name for half, each in halves.items() if each and each.actual is not None}
