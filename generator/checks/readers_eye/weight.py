"""Which problems come first, and which are about style alone."""

from collections.abc import Iterable

from generator.model.messages.on_commentary import READERS_CATALOGUE
from generator.model.problem import Problem

_FIRST = ("NUM", "PUB")
_STYLE = frozenset({"TEXT09", "TEXT10", "TEXT14", "LANG01", "LANG02"})
_ONLY_FULL_STOPS = "without a full stop"


def is_style(problem: Problem) -> bool:
    """Whether an officer may leave it: it is about style, and the settings have not made it an error."""
    if problem.is_error:
        return False
    lacks_full_stops = problem.code == "TEXT01" and dict(problem.facts).get("how", "").startswith(_ONLY_FULL_STOPS)
    return problem.code in _STYLE or lacks_full_stops


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """File by file, and in each the errors first; then sheet by sheet what weighs most first, from the top down."""
    return tuple(sorted(problems, key=_place_in_order))


def _place_in_order(each: Problem) -> tuple[str, bool, str, int, int, str, str]:
    place = each.place
    return (place.file, not each.is_error, place.sheet or "", weight(each), place.row, place.cell or "", each.code)


def weight(problem: Problem) -> int:
    """A problem's place in its return: errors and what the form asks, figures and disclosure, other words, style."""
    if problem.is_error or problem.code not in READERS_CATALOGUE:
        return 0
    if is_style(problem):
        return 3
    return 1 if problem.code.startswith(_FIRST) else 2
