"""What a form holds when it is issued: from the register, and from earlier returns of the same measure."""

from collections.abc import Iterator

from generator.forms import form_words as form
from generator.forms.asked.fixed_questions import FIXED, group_names
from generator.forms.asked.question_types import Questionnaire
from generator.forms.asked.questionnaires import asked_of
from generator.judging.scheme import Scheme
from generator.judging.scheme_in_words import rule_of
from generator.model.figures import Span, type_of_figure
from generator.model.measure import Measure, Polarity
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.model.shape import Shape

type_of_cell = type_of_figure | int | None

POLARITY_WORDS = {
    Polarity.HIGHER: "Higher is better",
    Polarity.LOWER: "Lower is better",
    Polarity.RANGE: "Within a range is better",
    Polarity.NONE: "Not rated by its figure",
}
"""Which way is better, as the form says it."""


def prefilled(measure: Measure, period: Period, shape: Shape) -> dict[str, type_of_cell]:
    """What the register fills in, by field name: of what the measure's form has."""
    asked = asked_of(shape, measure).by_name
    return {name: value for name, value in _from_register(measure, period, shape).items() if name in asked}


def _from_register(measure: Measure, period: Period, shape: Shape) -> dict[str, type_of_cell]:
    quarter, year_end = measure.quarter_target(period), measure.year_end_target
    return {
        "measure_code": measure.code,
        "measure_title": measure.title,
        "service": measure.service or None,
        **dict(zip(group_names(shape.levels), measure.groups, strict=True)),
        "period": str(period),
        "unit": measure.unit or "number",
        "decimals": measure.decimals,
        "polarity": POLARITY_WORDS[measure.polarity],
        "form_version": form.VERSION,
        "basis": measure.basis.value.capitalize() or None,
        "quarter_target": _target(quarter),
        "forecast_target": _target(year_end),
        "quarter_lower": quarter.lower if isinstance(quarter, Span) else None,
        "quarter_upper": quarter.upper if isinstance(quarter, Span) else None,
        "forecast_lower": year_end.lower if isinstance(year_end, Span) else None,
        "forecast_upper": year_end.upper if isinstance(year_end, Span) else None,
        "previous_period": str(period.previous),
    }


def _target(target: type_of_figure | None) -> type_of_figure | None:
    return f"{target.lower:f} to {target.upper:f}" if isinstance(target, Span) else target


def status_rule(measure: Measure, scheme: Scheme) -> str:
    """Say in words what earns each status of a measure, best first; or that none is worked out."""
    if scheme.by_judgement:
        stated, why = (FIXED[f"quarter_status_{what}"].ref for what in ("override", "reason"))
        likewise = "; likewise for the year end" if measure.has_forecast else ""
        return f"By judgement: choose the status at {stated}, and say why at {why}{likewise}."
    rules = ((status.name, rule_of(scheme, status, measure.tolerance)) for status in scheme.all_statuses)
    return "\n".join(f"{name}: {rule}." for name, rule in rules)


def last_time(measure: Measure, returned: Return, shape: Shape) -> dict[str, str]:
    """Last quarter's answers as texts, by the key of their row."""
    return dict(_answers(measure, returned, asked_of(shape, measure)))


def _answers(measure: Measure, returned: Return, asked: Questionnaire) -> Iterator[tuple[str, str]]:
    quarter, forecast = returned.quarter, returned.forecast
    single = {
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
        "completed_by": returned.sign_off.completed_by,
        "approved_by": returned.sign_off.approved_by,
        "note_to_team": returned.note_to_team,
    }
    yield from ((name, text) for name, text in single.items() if text and name in asked.by_name)
    for field in asked.declared:
        lines = returned.answers.get(field.name, ())
        yield from zip(field.row_keys, fitted(lines, len(field.row_keys)), strict=False)


def fitted(lines: tuple[str, ...], rows: int) -> tuple[str, ...]:
    """The lines for so many cells: what is over shares the last, on lines of its own, and is read as it was."""
    return lines if len(lines) <= rows else (*lines[: rows - 1], "\n".join(lines[rows - 1 :]))


def _shown(figure: type_of_figure | None, measure: Measure) -> str | None:
    return None if figure is None else measure.show(figure)
