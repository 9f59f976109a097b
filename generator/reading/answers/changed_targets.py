"""Where a form says another target, unit or polarity than the register, and whether the register explains that.

What was printed when the form was issued is what its officer answered. Targets that were typed over, as for another
year, would judge it in silence.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from generator.forms.asked.prefill import type_of_cell
from generator.model.dated import TargetChange
from generator.model.english import day
from generator.model.figures import BARE_UNITS, Span, type_of_figure
from generator.model.measure import Kind, Measure
from generator.model.period import YEAR, Period

_TARGETS = ("quarter_target", "forecast_target")
_RANGE_TARGETS = ("quarter_lower", "quarter_upper", "forecast_lower", "forecast_upper")


def changes_since_issue(
    issued: Mapping[str, type_of_cell],
    measure: Measure,
    period: Period,
    figure: Callable[[str], type_of_figure | None],
    text: Callable[[str], str | None],
) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """The rule, the form's cell and the facts of each; ``figure`` and ``text`` give what the form has in a cell.

    ``issued`` is what a form is issued with now. Earlier forms had no target that an earlier period of the year asked
    for.
    """
    is_carried = measure.quarter_targets[measure.own_period(period).number - 1] is None
    for name in filter(issued.__contains__, _RANGE_TARGETS if measure.kind is Kind.RANGE else _TARGETS):
        found, held = figure(name), issued[name]
        if found is None and name == "quarter_target" and is_carried:
            continue
        if not is_printed_alike(found, held, measure):
            facts = {"found": _shown(found, measure), "wanted": _shown(held, measure)}
            change = explaining_change(found, held, name, measure, period)
            yield ("FORM31", name, {**facts, "on": day(change.on)}) if change else ("FORM09", name, facts)
    for name in ("unit", "polarity"):
        said, meant = text(name), str(issued[name])
        if said and not is_same_word(said, meant):
            yield "FORM09", name, {"found": said, "wanted": meant}


def _shown(figure: type_of_cell, measure: Measure) -> str:
    return "nothing" if figure is None or isinstance(figure, int) else measure.show(figure)


def is_printed_alike(found: type_of_cell, wanted: type_of_cell, measure: Measure) -> bool:
    """Whether two targets are the same as they are printed, by which results are judged."""
    if isinstance(found, Decimal) and isinstance(wanted, Decimal):
        return measure.rounded(found) == measure.rounded(wanted)
    if isinstance(found, str) and isinstance(wanted, str):
        return is_same_word(found, wanted)
    return found == wanted


def is_same_word(found: str, wanted: str) -> bool:
    """Whether two words are the same whatever their capitals and spaces; bare numbers have units that all mean none."""
    one, other = (" ".join(each.split()).casefold() for each in (found, wanted))
    return one == other or {one, other} <= BARE_UNITS


def explaining_change(
    found: type_of_cell, wanted: type_of_cell, name: str, measure: Measure, period: Period
) -> TargetChange | None:
    """The change that led from the form's target to the register's, the last of them if several did; None if none."""
    part = measure.own_period(period).part
    is_of_year = part == YEAR or not name.startswith("quarter")
    heading = "Year-end target" if is_of_year else f"{part} target"
    reached, last = found, None
    for change in sorted(measure.target_changes, key=lambda each: each.on):
        before, after = (_end(each, name) for each in (change.before, change.after))
        if change.target == heading and is_printed_alike(reached, before, measure):
            reached, last = after, change
    return last if is_printed_alike(reached, wanted, measure) else None


def _end(target: type_of_figure | None, name: str) -> type_of_figure | None:
    """The end of a range that a cell holds; any other target whole."""
    if not isinstance(target, Span):
        return target
    return target.lower if name.endswith("_lower") else target.upper
