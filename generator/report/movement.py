"""Movement since last quarter: how many measures travel which way, and whose quarterly status is not what it was."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.judging.direction import Travel
from generator.judging.outcome import Judged
from generator.judging.scheme import Status


@dataclass(frozen=True, slots=True)
class Move:
    """A measure whose quarterly status is not what it was; ``better`` is None where one of the two is no rating."""

    judged: Judged
    before: Status
    better: bool | None


def directions_counted(judged: Sequence[Judged]) -> dict[Travel, int]:
    """Count the directions of travel, those that occur, in the order of their words."""
    found = Counter(each.direction.travel for each in judged)
    return {travel: found[travel] for travel in Travel if found[travel]}


def moves(judged: Sequence[Judged], before: Mapping[str, str]) -> Iterator[Move]:
    """The measures whose status changed, by what last quarter's report said of them (``before``, by code).

    A status that the scheme no longer has cannot be compared, so it is passed over.
    """
    for each in judged:
        ranks = {status.name: rank for rank, status in enumerate(each.scheme.all_statuses)}
        known = {status.name: status for status in each.scheme.all_statuses}
        earlier, now = before.get(each.measure.code), each.quarter.status
        if earlier in known and earlier != now.name:
            rated = known[earlier].rated and now.rated
            yield Move(each, known[earlier], ranks[now.name] < ranks[earlier] if rated else None)
