"""How long work tells how far it is, without knowing to whom: the command line, a test, or nobody."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Step = Callable[[int, int], None]
"""Called with how much is done, and of how much. With 0 done, the line on the screen is cleared for other words."""

Telling = Callable[[str], AbstractContextManager[Step]]
"""Called with the work in words (“Returns read”); as a context, it gives the Step to call as the work goes on."""


@contextmanager
def quiet(_what: str) -> Iterator[Step]:
    """A Telling that tells nobody."""
    yield lambda _done, _total: None
