"""How a form asks each of its questions: in bold what is asked, and below what it is held against, or a hint."""

from collections.abc import Iterator

from generator.forms.as_xlsx.sheet_plan import Asked
from generator.forms.asked.declared_questions import OPTIONAL
from generator.forms.asked.form_contents import Contents, MeasureContents
from generator.forms.asked.question_types import IF_WISHED, Field
from generator.forms.asked.what_is_done import OF_WHAT_IS_DONE
from generator.model.english import day
from generator.model.figures import type_of_figure
from generator.model.measure import Basis, Kind, Measure, Polarity
from generator.model.period import Frequency, Period

_OR = {Polarity.HIGHER: " or more", Polarity.LOWER: " or less"}
_TAKES = {
    Kind.YES_NO: "Yes or No.",
    Kind.DATE: "A date, such as 31/01/2019.",
}


def year_end(period: Period) -> str:
    """The last day of a period's year, in words."""
    return day(period.whole_year.last_day)


def as_asked(field: Field, contents: Contents) -> Asked:
    """How a form asks a question."""
    half = field.name.removesuffix("_actual")
    if isinstance(contents, MeasureContents) and field.name in {"quarter_actual", "forecast_actual"}:
        return Asked(_label(half, field, contents), "\n".join(_held_against(half, contents)))
    is_optional = field.needed == IF_WISHED and not field.under and not field.prefilled
    return Asked(f"{field.label}{OPTIONAL if is_optional else ''}", field.hint)


def _label(half: str, field: Field, contents: MeasureContents) -> str:
    own = contents.own_period
    if done := OF_WHAT_IS_DONE.get(contents.measure.kind):
        words = done.result if half == "quarter" else done.at_year_end(own)
        return words.question.format(day=year_end(own), year=own.year_name)
    if half == "quarter":
        return f"{field.label} {_covered(contents.measure, own)}"
    return f"{field.label} for {own.year_name if own.is_last else year_end(own)}"


def _covered(measure: Measure, own: Period) -> str:
    """What a result is of: the months; of what is cumulative, all of the year so far; of a snapshot, the last day.

    A yearly one is of a year, which need not be the council's: a school year has other months.
    """
    if own.frequency is Frequency.YEARLY:
        return f"for {own.short}"
    if measure.basis is Basis.SNAPSHOT and measure.kind.is_a_number:
        return f"at {day(own.last_day)}"
    if measure.basis is not Basis.CUMULATIVE:
        return f"for {own.months}"
    return f"for {own.months_so_far} (the {'whole year' if own.is_last else 'year so far'})"


def _held_against(half: str, contents: MeasureContents) -> Iterator[str]:
    """The target, what was said last time, and what sort of answer it takes where that is no number."""
    measure, period, figures = contents.measure, contents.own_period, contents.figures
    target = measure.quarter_target(period) if half == "quarter" else measure.year_end_target
    if target is not None:
        yield f"Target: {_target(target, measure)}."
    is_same_year = contents.last_period.year == period.year
    said = contents.last_time.get("forecast_actual") if half == "forecast" and is_same_year else None
    if half == "quarter" and (last := figures.get("previous_actual")) is not None:
        said = f"{measure.show(last)}{_whole_year(contents)}"
    status = contents.last_statuses.get(half)
    last_time = "Last time" if half == "quarter" or not period.is_last else "Forecast last time"
    before = [f"{last_time}: {', '.join(filter(None, (said, status)))}."] if said else []
    is_parted = period.frequency is not Frequency.YEARLY  # else it was last time
    if half == "quarter" and is_parted and (year_ago := figures.get("year_ago_actual")) is not None:
        before.append(f"A year ago: {measure.show(year_ago)}.")
    if before:
        yield " ".join(before)
    if takes := _TAKES.get(measure.kind):
        yield takes


def _whole_year(contents: MeasureContents) -> str:
    """In a year's first period, that the last result of what is cumulative was for all of the year before."""
    own, measure = contents.own_period, contents.measure
    is_whole = own.is_first and measure.basis is Basis.CUMULATIVE and own.frequency is not Frequency.YEARLY
    return f" (the whole of {own.previous.year_name})" if is_whole else ""


def _target(target: type_of_figure, measure: Measure) -> str:
    shown = measure.show(target)
    is_number = measure.kind.is_a_number and measure.kind is not Kind.RANGE
    return f"{shown}{_OR.get(measure.polarity, '')}" if is_number else shown
