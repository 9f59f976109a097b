"""Rules on what must be there: sign-off in each return, and one return for each measure that is due."""

from collections.abc import Iterator, Sequence

from generator.measure import Return
from generator.problem import Place, Problem, Severity, problem
from generator.report import Judged, Missing, Why
from generator.workbook.form import BY_NAME
from generator.workbook.read import Reading, by_measure


def check_sign_off(returned: Return) -> Iterator[Problem]:
    """Ask for the names of who filled in the return and who approved it."""
    named = {"completed_by": returned.sign_off.completed_by, "approved_by": returned.sign_off.approved_by}
    for name, person in named.items():
        if not person and name not in returned.unreadable:
            yield problem("SIGN01", returned.place(name), label=BY_NAME[name].label)


def check_due(judged: Judged) -> Iterator[Problem]:
    """Tell of a return that nobody asked for this quarter."""
    if judged.returned.period.quarter not in judged.measure.due:
        yield problem("FORM10", judged.returned.place("measure_code"), measure=judged.measure.label)


def check_repeats(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Tell of several returns for one measure, once for each of them."""
    for code, rivals in by_measure(readings).items():
        for each in rivals if len(rivals) > 1 else ():
            others = " and ".join(_named(_place(other)) for other in rivals if other is not each)
            label = each.measure.label if each.measure else code
            yield problem("FORM05", _place(each), measure=label, files=others)


def _place(reading: Reading) -> Place:
    return reading.returned.place("measure_code") if reading.returned else Place(reading.file)


def _named(place: Place) -> str:
    return f"{place.file} (sheet {place.sheet})" if place.sheet else place.file


def check_received(missing: Sequence[Missing], folder: str, severity: Severity) -> Iterator[Problem]:
    """Tell of each measure that was expected and not received, at its row of the register."""
    for each in missing:
        if each.why is Why.NOT_RECEIVED:
            label = f"{each.measure.label}, {each.measure.title}"
            yield problem("MISS01", each.measure.place, severity, measure=label, folder=folder)
