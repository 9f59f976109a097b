"""Why there is no figure, or what qualifies one: in plain words for reports, and in one letter for data.

The shorthand is the Government Statistical Service's (analysisfunction.civilservice.gov.uk, "Symbols in tables").
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

from generator.judging.conditions import Unjudged
from generator.judging.status import Rating, Verdict
from generator.model.officer_return import Half, Return
from generator.model.period import Frequency


class State(Enum):
    """What qualifies a figure, or why there is none, as its letter and its words."""

    AWAITING = ("x", "awaiting data")
    NOT_COLLECTED = ("x", "not collected")
    NOT_APPLICABLE = ("z", "not applicable")
    SUPPRESSED = ("c", "suppressed")
    NEW = ("x", "new measure")
    UNEXPLAINED = ("x", "not stated")
    OWN_REASON = ("x", "without a figure")
    OVERDUE = ("x", "overdue")
    NO_TARGET = ("x", "no target")
    FOR_INFORMATION = ("z", "for information")
    NOT_RATED = ("x", "not rated")
    PROVISIONAL = ("p", "provisional")
    REVISED = ("r", "revised")
    ESTIMATED = ("e", "estimated")
    FORECAST = ("f", "forecast")
    LOW = ("k", "low")

    @property
    def shorthand(self) -> str:
        """The letter that stands for it in data, such as ``p``."""
        return self.value[0]

    @property
    def words(self) -> str:
        """What a report says, such as “provisional”."""
        return self.value[1]


def _reasons(frequency: Frequency) -> Mapping[str, State]:
    return {
        "Data not yet available": State.AWAITING,
        f"Not collected this {frequency.word}": State.NOT_COLLECTED,
        f"Not applicable this {frequency.word}": State.NOT_APPLICABLE,
        "Not published because numbers are small": State.SUPPRESSED,
        "New measure": State.NEW,
    }


REASONS = {reason: state for each in Frequency for reason, state in _reasons(each).items()}
"""The reasons that forms offer for a figure that is not there; any other is printed in its officer's own words."""


def reasons_offered(frequency: Frequency) -> tuple[str, ...]:
    """The reasons that the form of a measure offers, in their order, by how often it is reported."""
    return tuple(_reasons(frequency))


def state_of(verdict: Verdict, returned: Return) -> State | None:
    """Why a measure's quarter, or forecast, does not count as rated; None where it does."""
    if verdict.stated:
        return None if verdict.status.rated else State.NOT_RATED
    if isinstance(verdict.worked_out, Rating):
        return None if verdict.status.rated else State.FOR_INFORMATION
    match verdict.worked_out:
        case Unjudged.NO_ACTUAL:
            return _why(verdict, returned)
        case Unjudged.NO_TARGET:
            return State.NO_TARGET
        case Unjudged.DATA_ONLY | Unjudged.NO_POLARITY:
            return State.FOR_INFORMATION
    return State.NOT_RATED


def missing_state(returned: Return) -> State:
    """The state that an officer's reason for a missing figure names; words of their own name none."""
    if returned.missing_reason is None:
        return State.UNEXPLAINED
    return REASONS.get(returned.missing_reason, State.OWN_REASON)


def why_missing(verdict: Verdict, returned: Return) -> str:
    """Why there is no figure, in words: that it is overdue, what a reason of the form's stands for, or one as typed."""
    state = _why(verdict, returned)
    return returned.missing_reason or state.words if state is State.OWN_REASON else state.words


def _why(verdict: Verdict, returned: Return) -> State:
    return State.OVERDUE if verdict.overdue else missing_state(returned)


def quarter_markers(verdict: Verdict, returned: Return) -> tuple[State, ...]:
    """What qualifies the quarter's figure, in the order of the states; or, alone, why there is none."""
    if verdict.actual is None:
        return (_why(verdict, returned),)
    flags = ((State.PROVISIONAL, returned.provisional), (State.ESTIMATED, returned.estimated))
    return tuple(state for state, holds in (*flags, (State.LOW, _is_low(verdict, returned.quarter))) if holds)


def forecast_markers(verdict: Verdict, returned: Return) -> tuple[State, ...]:
    """What qualifies the year-end figure: that it is a forecast, what qualifies an outturn, or why there is none."""
    if verdict.actual is None or not returned.own_period.is_last:
        return (_why(verdict, returned) if verdict.actual is None else State.FORECAST,)
    return quarter_markers(verdict, returned)


def _is_low(verdict: Verdict, half: Half) -> bool:
    """A figure that is printed as 0 though it is not nil."""
    return isinstance(half.actual, Decimal) and bool(half.actual) and verdict.actual == 0


def count_states(states: Iterator[State | None]) -> dict[str, int]:
    """How many quarters or forecasts were not rated, by the words for why, in the order of the states."""
    found = [state for state in states if state]
    return {state.words: found.count(state) for state in State if state in found}
