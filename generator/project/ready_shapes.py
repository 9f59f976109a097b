"""The ready declarations that a new project can start from: settings, and made-up measures that fit them.

Each is a folder of ``shapes/`` with two files: ``scorecard.toml``, with a place for the period, such as
``{last quarter}``, and ``register.csv``.
"""

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model.english import listed
from generator.model.period import Frequency, Period
from generator.model.problem import ScorecardError, nearest

_FOLDER = Path(__file__).parent / "shapes"
_PLACE = re.compile(r"\{last ([\w-]+)\}")
DEFAULT = "derby"
"""The declaration that says what holds where nothing is said."""
READY = (DEFAULT, *sorted(path.name for path in _FOLDER.iterdir() if path.name != DEFAULT))
"""The names of the ready declarations, the default first."""


class UnknownShapeError(ScorecardError):
    """No declaration has the name that was given."""


@dataclass(frozen=True, slots=True)
class ReadyShape:
    """A declaration: its settings, and the headings and rows of its register, as texts."""

    settings: str
    headings: tuple[str, ...]
    measures: tuple[tuple[str, ...], ...]

    def period_on(self, day: date) -> Period:
        """The period that is being reported on a day: the last one that has ended, of those that it reports."""
        (word,) = _PLACE.findall(self.settings)
        (frequency,) = (each for each in Frequency if each.word == word)
        return Period.holding(day, frequency).previous

    def settings_for(self, period: Period) -> str:
        """The text of scorecard.toml for a project that reports a period."""
        return _PLACE.sub(str(period), self.settings)


def ready_shape(name: str) -> ReadyShape:
    """The declaration of a name, however it is written: ``All measures``. Raises UnknownShapeError."""
    known = "-".join(name.casefold().split())
    if known not in READY:
        ready = listed(READY)
        raise UnknownShapeError(f"There is no ready report called “{name}”.{nearest(known, READY)} There are {ready}.")
    settings = (_FOLDER / known / "scorecard.toml").read_text(encoding="utf-8")
    with (_FOLDER / known / "register.csv").open(encoding="utf-8", newline="") as file:
        headings, *measures = map(tuple, csv.reader(file))
    return ReadyShape(settings, headings, tuple(measures))
