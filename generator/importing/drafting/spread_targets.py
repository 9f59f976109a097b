"""One target for all, or one for the year, put under the quarters and the year end that it holds for."""

from collections.abc import Collection, Mapping, Sequence

from generator.importing.drafting.draft import EMPTY, DraftEntry, How, guessed, left_open
from generator.importing.meaning.fields import PARTS, QUARTERS, ListField
from generator.model.measure import Basis, Measure
from generator.model.period import Frequency

_COUNTED = {"", "number", "£", "£m", "£k"}
"""What may add up over a year, so that the year's target is none of a quarter's."""


def spread(
    read: Mapping[ListField, DraftEntry],
    due: Sequence[int],
    basis: str,
    measure: Measure,
    columns: Collection[ListField],
) -> dict[str, DraftEntry]:
    """What stands under the register's five target columns. ``columns`` are those that the list has."""
    one = read.get(ListField.TARGET, EMPTY)
    annual = read.get(ListField.ANNUAL) or one
    found: dict[str, DraftEntry] = {field: read[field] for field in (*QUARTERS, ListField.YEAR_END) if field in read}
    if annual != EMPTY and ListField.YEAR_END not in found:
        found[ListField.YEAR_END] = annual
    if annual == EMPTY and ListField.YEAR_END not in columns and ListField.Q4 in found:
        found |= _year_end(found[ListField.Q4], basis, measure)
    if any(field in columns for field in QUARTERS) or annual.value is None:
        return found
    same = one != EMPTY and basis != Basis.CUMULATIVE.value
    return found | _of_quarters(annual, due, same=same or _holds_all_year(basis, measure), adds_up=basis)


def spread_over(
    often: Frequency, read: Mapping[ListField, DraftEntry], basis: str, measure: Measure
) -> dict[str, DraftEntry]:
    """What stands under the register's columns for the months, halves, thirds or years of a measure that has such."""
    one, annual = read.get(ListField.TARGET, EMPTY), read.get(ListField.ANNUAL, EMPTY)
    parts = PARTS.get(often, ())
    quarters = QUARTERS if often is Frequency.HALF_YEARLY else ()
    columns = (*parts, *quarters, ListField.YEAR_END)
    found: dict[str, DraftEntry] = {each: read[each] for each in columns if each in read}
    if often is Frequency.YEARLY:
        of_year = (*reversed(QUARTERS), ListField.ANNUAL, ListField.TARGET)
        given = next((read[each] for each in (ListField.YEAR_END, *of_year) if each in read), EMPTY)
        return {ListField.YEAR_END: given} if given != EMPTY else {}
    if annual != EMPTY:
        found.setdefault(ListField.YEAR_END, annual)
    if any(each in found for each in (*parts, *quarters)):
        return found
    for_all = _for_all(often, read, basis, measure)
    if basis == Basis.CUMULATIVE.value and one != EMPTY:
        found.setdefault(ListField.YEAR_END, one)
    return found | ({ListField.TARGET: for_all} if for_all != EMPTY else {})


def _for_all(often: Frequency, read: Mapping[ListField, DraftEntry], basis: str, measure: Measure) -> DraftEntry:
    """The one target that holds for each part of a year; left open where the list gives another one."""
    one, annual = read.get(ListField.TARGET, EMPTY), read.get(ListField.ANNUAL, EMPTY)
    of_quarters = [read[each] for each in QUARTERS if each in read]
    where = f"under {PARTS[often][0]} and so on"
    if one != EMPTY and (basis != Basis.CUMULATIVE.value or one.value is None):
        return one
    if one == EMPTY and annual.value is not None and _holds_all_year(basis, measure):
        return guessed(annual.value, f"The list gives the year's target; it was taken for each {often.word}.")
    if (one, annual) != (EMPTY, EMPTY):
        return left_open(f"The list gives the year's target, and none for each {often.word}. Type it {where}.")
    if of_quarters and len({each.value for each in of_quarters}) == 1:
        return guessed(of_quarters[0].value, f"The quarters' target was taken for each {often.word}.")
    return left_open(f"The list gives targets by quarter. Type them {where}.") if of_quarters else EMPTY


def _of_quarters(annual: DraftEntry, due: Sequence[int], *, same: bool, adds_up: str) -> dict[str, DraftEntry]:
    only = len(due) == 1
    if only or adds_up == Basis.CUMULATIVE.value:
        last = QUARTERS[due[-1] - 1]
        why = "The list gives the year's target; what is to be reached by the end of this quarter it does not say."
        open_ones: dict[str, DraftEntry] = {QUARTERS[each - 1]: left_open(f"{why} Type it.") for each in due[:-1]}
        return {**open_ones, last: annual}
    if same:
        why = "The list gives one target; it was taken for this quarter."
        how = guessed(annual.value, f"{annual.why} {why}".strip())
        return {QUARTERS[each - 1]: how for each in due}
    why = (
        "The list gives the year's target; whether the quarter's is the same or a part of it, it does not say. Type it."
    )
    return {QUARTERS[each - 1]: left_open(why) for each in due}


def _holds_all_year(basis: str, measure: Measure) -> bool:
    """Whether the year's target is each quarter's: a share, a rate, an average, or what is looked at on a day."""
    if basis in {Basis.SNAPSHOT.value, Basis.ROLLING.value}:
        return True
    return basis != Basis.CUMULATIVE.value and measure.unit not in _COUNTED


def _year_end(last: DraftEntry, basis: str, measure: Measure) -> dict[str, DraftEntry]:
    """The year's target, where the list gives those of the quarters alone: the fourth's, unless they add up."""
    if last.value is None:
        return {ListField.YEAR_END: last} if last.how is How.OPEN else {}
    if basis == Basis.CUMULATIVE.value or _holds_all_year(basis, measure):
        return {ListField.YEAR_END: guessed(last.value, "The list gives none for the year; that of Q4 was taken.")}
    why = "The list gives none for the year, and the quarters' may add up. Type what the year is to end with."
    return {ListField.YEAR_END: left_open(why)}
