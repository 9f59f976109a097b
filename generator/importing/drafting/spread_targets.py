"""One target for all, or one for the year, put under the quarters and the year end that it holds for."""

from collections.abc import Collection, Mapping, Sequence

from generator.importing.drafting.draft import EMPTY, DraftEntry, How, guessed, left_open
from generator.importing.meaning.fields import QUARTERS, ListField
from generator.model.measure import Basis, Measure

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
