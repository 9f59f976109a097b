"""What a form holds when it is issued: from the register, and from earlier returns of the same measure."""

from collections.abc import Iterator

from generator.forms.asked import form_words as form
from generator.forms.asked.fixed_questions import group_names
from generator.forms.asked.question_types import Questionnaire
from generator.forms.asked.questionnaires import asked_of
from generator.judging.scheme import Scheme
from generator.judging.scheme_in_words import rules_of
from generator.model.figures import Span, type_of_figure
from generator.model.measure import Basis, Measure, Polarity, type_of_subject
from generator.model.officer_return import FilledForm, Return
from generator.model.period import Period
from generator.model.shape import Shape, Topic

type_of_cell = type_of_figure | int | None

POLARITY_WORDS = {
    Polarity.HIGHER: "Higher is better",
    Polarity.LOWER: "Lower is better",
    Polarity.RANGE: "Within a range is better",
    Polarity.NONE: "Not rated by its figure",
}
"""Which way is better, as the form says it."""


def prefilled(subject: type_of_subject, period: Period, shape: Shape) -> dict[str, type_of_cell]:
    """What is known of what a form is about, by field name: of what the form has."""
    asked = asked_of(shape, subject).by_name
    known = _of_topic(subject) if isinstance(subject, Topic) else _from_register(subject, period, shape)
    every = {**known, "period": str(period), "form_version": form.VERSION}
    return {name: value for name, value in every.items() if name in asked}


def _of_topic(topic: Topic) -> dict[str, type_of_cell]:
    return {"group_level": topic.level, "group_name": topic.name or topic.label, "group_parent": topic.parent or None}


def _from_register(measure: Measure, period: Period, shape: Shape) -> dict[str, type_of_cell]:
    own = measure.own_period(period)
    quarter, year_end = measure.quarter_target(own), measure.year_end_target
    return {
        "measure_code": measure.code,
        "measure_title": measure.title,
        "service": measure.service or None,
        **dict(zip(group_names(shape.levels), measure.groups, strict=True)),
        "unit": measure.unit or "number",
        "decimals": measure.decimals,
        "polarity": POLARITY_WORDS[measure.polarity],
        "basis": _basis(measure, own).capitalize() or None,
        "quarter_target": _target(quarter),
        "forecast_target": _target(year_end),
        "quarter_lower": quarter.lower if isinstance(quarter, Span) else None,
        "quarter_upper": quarter.upper if isinstance(quarter, Span) else None,
        "forecast_lower": year_end.lower if isinstance(year_end, Span) else None,
        "forecast_upper": year_end.upper if isinstance(year_end, Span) else None,
        "previous_period": str(own.previous),
        "reported_for": str(own) if own != period else None,
    }


def at_other_times(measure: Measure, shape: Shape) -> dict[str, set[str]]:
    """The titles and groups that a measure had or will have on other days, by field name."""
    names = group_names(shape.levels)
    found: dict[str, set[str]] = {}
    for each in measure.changes:
        if each.counted:
            continue  # a form with another unit or basis asks for other figures
        name = "measure_title" if each.level is None else names[each.level]
        found.setdefault(name, set()).update((each.before, each.after))
    return found


def _basis(measure: Measure, own: Period) -> str:
    """What span of time a figure covers: that of a part of the year by the name of its own period."""
    return f"discrete {own.word}" if measure.basis is Basis.QUARTER else measure.basis.value


def _target(target: type_of_figure | None) -> type_of_figure | None:
    return f"{target.lower:f} to {target.upper:f}" if isinstance(target, Span) else target


def status_rule(measure: Measure, scheme: Scheme) -> str:
    """Say in words what earns each status of a measure, best first; or that none is worked out."""
    if scheme.by_judgement:
        likewise = ", and of the forecast" if measure.asks_for_year_end else ""
        return f"By judgement: choose the status of the result{likewise} under “{form.ONLY_IF}”, and say why."
    return "\n".join(f"{name}: {rule}." for name, rule in rules_of(scheme, measure).items())


def last_time(subject: type_of_subject, returned: FilledForm, shape: Shape) -> dict[str, str]:
    """The answers of last time as texts, by the key of their row."""
    return dict(_answers(subject, returned, asked_of(shape, subject)))


def _answers(subject: type_of_subject, returned: FilledForm, asked: Questionnaire) -> Iterator[tuple[str, str]]:
    single = {
        **(_of_measure(subject, returned) if isinstance(returned, Return) and isinstance(subject, Measure) else {}),
        "completed_by": returned.sign_off.completed_by,
        "approved_by": returned.sign_off.approved_by,
        "note_to_team": returned.note_to_team,
    }
    yield from ((name, text) for name, text in single.items() if text and name in asked.by_name)
    for field in asked.declared:
        lines = returned.answers.get(field.name, ())
        yield from zip(field.row_keys, fitted(lines, len(field.row_keys)), strict=False)


def _of_measure(measure: Measure, returned: Return) -> dict[str, str | None]:
    quarter, forecast = returned.quarter, returned.forecast
    return {
        "quarter_actual": _shown(quarter.actual, measure),
        "forecast_actual": _shown(forecast.actual, measure),
        "missing_reason": returned.missing_reason,
        "quarter_provisional": "Yes" if returned.provisional else None,
        "quarter_estimated": "Yes" if returned.estimated else None,
        "quarter_status_override": quarter.override,
        "quarter_status_reason": quarter.reason,
        "forecast_status_override": forecast.override,
        "forecast_status_reason": forecast.reason,
        "direction_override": returned.direction_override,
        "direction_reason": returned.direction_reason,
        "same_as": returned.same_as,
    }


def fitted(lines: tuple[str, ...], rows: int) -> tuple[str, ...]:
    """The lines for so many cells: what is over shares the last, on lines of its own, and is read as it was."""
    return lines if len(lines) <= rows else (*lines[: rows - 1], "\n".join(lines[rows - 1 :]))


def _shown(figure: type_of_figure | None, measure: Measure) -> str | None:
    return None if figure is None else measure.show(figure)
