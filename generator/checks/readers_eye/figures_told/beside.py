"""What stands beside a figure: the things that it counts, and the figure that it is compared with."""

import re

from generator.checks.readers_eye.figures_told.clause import Clause, numbers_in
from generator.checks.readers_eye.figures_told.reading import ToldFigure, came_since
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.told_of import known_figures, words_of_it

_LINKS = "as|so|when|while|because|since|than|but|though|at|this|last|the|our|was|has|does|always|across|plus|times"
_ENDS = "of|in|for|and|by|at|on|to|with|from|were|was|are|is|had|have|has|came|went|that|who|which|a"
_THINGS = re.compile(
    rf" (?:(?!(?:{_LINKS}|{'|'.join(IN_WORDS)}) )[a-z’'-]+ ){{0,3}}?(?P<what>(?!(?:{_LINKS})\b)[a-z]{{3,}}(?<!s)s)"
    rf"(?=\W*$|[,.;:()]| (?:{_ENDS})\b)"
)
"""The things that a number counts."""
_NEXT = re.compile(r"; |\. |\b(?:but|while|whilst|although) ")


def counts_others(told: ToldFigure) -> bool:
    """Whether a bare number counts things of another name than any in the title: "420 sponsors"."""
    counted = None if told.figure.unit else _THINGS.match(told.sentence, told.figure.end)
    return counted is not None and words_of_it(counted["what"], told.text.title) == (0, 1)


def follows_another(told: ToldFigure) -> bool:
    """Whether the figure that one is compared with is of another thing: "costs were £2m, against £1m"."""
    sentence, figure = told.sentence, told.figure
    begins = max((each.end() for each in _NEXT.finditer(sentence, 0, figure.start)), default=0)
    roles = {each: role_of(sentence, each) for each in numbers_in(sentence) if each.unit == figure.unit}
    before = [each for each in roles if begins <= each.start < figure.start and roles[each] is not Role.CHANGE]
    after = [each for each in roles if each.start > figure.start and roles[each] is Role.END]
    beside = before[-1:] or (after[:1] if told.role is Role.START else [])
    return bool(beside) and not any(map(beside[0].agrees_with, (*known_figures(told.text), *came_since(told.text))))


def names_only_others(sentence: str, clause: Clause, text: OfMeasure) -> bool:
    """Whether a clause names things of its own, and none of a title's: "the forecast of losses is 90"."""
    if _ITS.search(clause.whole) or text.has_the_result(sentence):
        return False
    named, others = words_of_it(_NO_THINGS.sub("", clause.whole), text.title)
    return not named and others > 0


_ITS = re.compile(r"\b(?:we|us|it|this|our)\b", re.IGNORECASE)
_NO_THINGS = re.compile(
    r"\b(?:(?:beat|hitt|end|finish|miss|meet|fall|reach|leav|clos|com|land|exceed|clear)ing|[a-z]+(?:ed|ly)|forecasts?"
    r"|projections?|outturn|outlook|estimates?|predictions?|expects?|beats?)\b",
    re.IGNORECASE,
)
"""What says how a figure stands to a target, or what is expected."""
