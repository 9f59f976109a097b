"""Which problems come first, and which are about style alone."""

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


def weight(problem: Problem) -> int:
    """A problem's place in its return: errors and what the form asks, figures and disclosure, other words, style."""
    if problem.is_error or problem.code not in READERS_CATALOGUE:
        return 0
    if is_style(problem):
        return 3
    return 1 if problem.code.startswith(_FIRST) else 2
