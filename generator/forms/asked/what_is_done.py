"""How results are asked for that say what is done, and not how much: milestones and dates."""

from typing import NamedTuple

from generator.model.measure import Kind
from generator.model.period import Period


class WayOfAsking(NamedTuple):
    """A question, with what the form says while it is not answered; ``{day}`` and ``{year}`` are the year's."""

    question: str
    to_do: str


class AskedAsDone(NamedTuple):
    """How the result, the forecast and the outturn are asked for."""

    result: WayOfAsking
    forecast: WayOfAsking
    outturn: WayOfAsking

    def at_year_end(self, own: Period) -> WayOfAsking:
        """How the year end is asked for in a period."""
        return self.outturn if own.is_last else self.forecast


OF_WHAT_IS_DONE = {
    Kind.MILESTONE: AskedAsDone(
        WayOfAsking("Where does it stand now?", "say where it stands"),
        WayOfAsking("Where will it be on {day}?", "say where it will be"),
        WayOfAsking("Where did it stand on {day}?", "say where it stood"),
    ),
    Kind.DATE: AskedAsDone(
        WayOfAsking("When was it done?", "enter when it was done"),
        WayOfAsking("When will it be done?", "enter when it will be done"),
        WayOfAsking("When was it done in {year}?", "enter when it was done"),
    ),
}
