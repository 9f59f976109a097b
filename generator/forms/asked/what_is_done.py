"""How results are asked for that say what is done, and not how much: milestones and dates."""

from typing import NamedTuple

from generator.model.measure import Kind
from generator.model.period import Period


class Wording(NamedTuple):
    """A question, with what the form says while it is not answered; ``{day}`` and ``{year}`` are the year's."""

    question: str
    to_do: str


class AskedAsDone(NamedTuple):
    """How the result, the forecast and the outturn are asked for."""

    result: Wording
    forecast: Wording
    outturn: Wording

    def at_year_end(self, own: Period) -> Wording:
        """How the year end is asked for in a period."""
        return self.outturn if own.is_last else self.forecast


OF_WHAT_IS_DONE = {
    Kind.MILESTONE: AskedAsDone(
        Wording("Where does it stand now?", "say where it stands"),
        Wording("Where will it be on {day}?", "say where it will be"),
        Wording("Where did it stand on {day}?", "say where it stood"),
    ),
    Kind.DATE: AskedAsDone(
        Wording("When was it done?", "enter when it was done"),
        Wording("When will it be done?", "enter when it will be done"),
        Wording("When was it done in {year}?", "enter when it was done"),
    ),
}
