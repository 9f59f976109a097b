"""NUM16: a text that says up, and then speaks of the drop."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.model.problem import Problem

_UP = any_of(
    "increased? increases increasing rise rises rising risen rose higher up grew grown growing growth more improved"
)
_DOWN = any_of(
    "decreased? decreases decreasing falls? falling fallen fell lower down drop drops dropped dropping reduced "
    "reduction"
    " reducing declined? declining fewer less dip dipped shortfall"
)
_MOVED = Sought(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_THE_MOVE = Sought(
    r"^(?:The|This) (?:overall |recent |slight |large |small |sharp )?(?:(?P<up>increase|rise|growth)"
    r"|(?P<down>drop|fall|decrease|reduction|decline|dip))"
    r" (?:is|was|has been|can be|reflects|relates|comes|came|stems|arises|results?|follows|may be|appears)\b"
)


def up_then_down(text: OfMeasure) -> Iterator[Problem]:
    """NUM16 where a sentence explains "the drop", and those before it told only of a rise; or turned round."""
    before: dict[str, set[str]] = {}
    moves = any(_THE_MOVE.search(sentence) for _, sentence in text.holding(_THE_MOVE))
    for line, sentence in text.sentences if moves else ():
        told = before.setdefault(line.question, set())
        move = _THE_MOVE.search(sentence)
        if move and told == {"down" if move["up"] else "up"}:
            yield _problem(text, line, sentence, up=bool(move["up"]))
        told |= {name for each in _MOVED.finditer(sentence) for name in ("up", "down") if each[name]}


def _problem(text: OfMeasure, line: Line, sentence: str, *, up: bool) -> Problem:
    told, then = ("a fall", "a rise") if up else ("a rise", "a fall")
    return text.problem("NUM16", line, sentence, told=told, then=then)
