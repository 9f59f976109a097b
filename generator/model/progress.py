"""How work that takes long tells how far it is, without knowing whom it tells."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Step = Callable[[int, int], None]
"""Takes how much is done, and of how much; with none done, the line makes room for something else to be said."""

Telling = Callable[[str], AbstractContextManager[Step]]
"""Takes what is done, in words, and gives what tells how much of it."""


@contextmanager
def quiet(_what: str) -> Iterator[Step]:
    """Tell nobody."""
    yield lambda _done, _total: None
