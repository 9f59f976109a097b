"""Rules on what has come in: one return for each measure that is due, and none that nobody asked for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.judging.outcome import Judged, Missing, Why
from generator.model.messages.wording import Severity
from generator.model.officer_return import FilledForm
from generator.model.problem import Place, Problem, problem
from generator.model.shape import Topic
from generator.reading.readings import Reading, by_code, superseded


def check_due(judged: Judged) -> Iterator[Problem]:
    """FORM10: a return for a measure that is not due in the period."""
    period = judged.returned.period
    if not judged.measure.is_due(period):
        facts = {"measure": judged.measure.label, "period_word": period.word}
        yield problem("FORM10", judged.returned.place("measure_code"), **facts)


def check_repeats(readings: Sequence[Reading]) -> Iterator[Problem]:
    """FORM05: several returns about the same, told of at each of them. FORM37: one that a later issue has replaced."""
    for each, later in superseded(readings):
        facts = {"number": each.issue_number, "later": later.issue_number, "file": _named(_place(later))}
        yield problem("FORM37", _place(each), measure=_label(each), **facts)
    for rivals in by_code(readings).values():
        for each in rivals if len(rivals) > 1 else ():
            others = " and ".join(_named(_place(other)) for other in rivals if other is not each)
            yield problem("FORM05", _place(each), measure=_label(each), files=others, advice=_which_to_keep(rivals))


def _which_to_keep(rivals: Sequence[Reading]) -> str:
    """Which is the later by what is written in them, where that tells; a file's own date may be a copy's."""
    later = latest(rivals)
    if later is None:
        return "Nothing in them says which is the later. Keep the right one in the folder and take the others out."
    named = _named(_place(later))
    return f"By the dates in them, {named} is the later: keep it, and take the others out."


def latest(rivals: Sequence[Reading]) -> Reading | None:
    """The latest of several returns of one issue by the dates in it; None where these do not tell."""
    ages = [(_age(each.form), each) for each in rivals if each.form]
    last = [each for age, each in ages if age == max(age for age, _ in ages)]
    return last[0] if len(last) == 1 and len(ages) == len(rivals) else None


def _age(returned: FilledForm) -> date:
    signed = (returned.sign_off.completed_on, returned.sign_off.approved_on)
    return max((day for day in signed if day), default=date.min)


def _place(reading: Reading) -> Place:
    form = reading.form
    return form.place(form.identified_at) if form else Place(reading.file, reading.sheet or None)


def _label(reading: Reading) -> str:
    return reading.subject.label if reading.subject else ""


def _named(place: Place) -> str:
    return f"{place.file} (sheet {place.sheet})" if place.sheet else place.file


def check_received_about(topics: Iterable[Topic], folder: str, severity: Severity) -> Iterator[Problem]:
    """MISS01: a group, or the report, of which something is to be said and no return is there."""
    for each in topics:
        yield _not_received(Place(folder), each.label, folder, severity)


def check_received(missing: Sequence[Missing], folder: str, severity: Severity) -> Iterator[Problem]:
    """MISS01: a measure that is due and has no return, told of at its row of the register."""
    for each in missing:
        if each.why is Why.NOT_RECEIVED:
            yield _not_received(each.measure.place, f"{each.measure.label}, {each.measure.title}", folder, severity)


def _not_received(place: Place, label: str, folder: str, severity: Severity) -> Problem:
    """What stops nothing needs no draft to be listed."""
    until_then = "or build with --draft, and" if severity is Severity.ERROR else "until then,"
    return problem("MISS01", place, severity, measure=label, folder=folder, until_then=until_then)
