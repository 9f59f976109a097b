"""A line of a text as it is printed, in sentences, with its cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.checks.readers_eye.text.sentences import LONGEST_PIECE, sentences
from generator.checks.readers_eye.text.sought import Found, Sought, clues, together
from generator.commentary.blocks import Form
from generator.model.problem import Place, Problem


@dataclass(frozen=True)
class Line:
    """A paragraph or a list item as it is printed, with the cell it was typed in."""

    question: str
    """The key of the question that it answers."""
    text: str
    form: Form
    place: Place

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The line's sentences."""
        return tuple(sentences(self.text))

    @cached_property
    def read(self) -> tuple[tuple[str, int], ...]:
        """The line's sentences, each with the clues in it."""
        return tuple((each, clues(each)) for each in self.sentences)

    def search(self, sought: Sought) -> Found | None:
        """Find the first match in the whole line."""
        return sought.search_part(self.text) if self.may_hold(sought) else None

    def finditer(self, sought: Sought) -> Iterable[Found]:
        """Find every match in the whole line."""
        return sought.finditer_part(self.text) if self.may_hold(sought) else ()

    def may_hold(self, sought: Sought) -> bool:
        """Whether a sentence has all that a match must have; a line that was cut into pieces always may."""
        needed = sought.needed
        if len(self.text) > LONGEST_PIECE:
            return True
        return self._clues & needed == needed and any(found & needed == needed for _, found in self.read)

    @cached_property
    def _clues(self) -> int:
        return together(found for _, found in self.read)

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.form is not Form.PARAGRAPH


def by_the_first(rules: Iterable[Iterable[Problem]]) -> Iterator[Problem]:
    """What several rules find, without what one finds in a line of which another before it told."""
    told = set[Place]()
    for rule in rules:
        found = [each for each in rule if each.place not in told]
        told |= {each.place for each in found}
        yield from found
