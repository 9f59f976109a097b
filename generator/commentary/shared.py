"""Commentary that measures share: a return may name a measure whose commentary holds for it too (``same_as``)."""

from collections.abc import Iterator, Mapping

from generator.judging.outcome import Judged
from generator.model.measure import code_key


def shared_with(judged: Judged, by_code: Mapping[str, Judged]) -> Iterator[Judged]:
    """The measures that ``same_as`` leads to, one after another, without the measure itself and none twice."""
    seen = {judged.measure.code}
    while judged.returned.same_as:
        other = by_code.get(code_key(judged.returned.same_as))
        if other is None or other.measure.code in seen:
            return
        seen.add(other.measure.code)
        yield other
        judged = other


def runs_in_a_circle(judged: Judged, by_code: Mapping[str, Judged]) -> bool:
    """Whether ``same_as`` leads back to the measure itself, by any number of steps."""
    *_, last = (judged, *shared_with(judged, by_code))
    closing = by_code.get(code_key(last.returned.same_as or ""))
    return closing is not None and closing.measure.code == judged.measure.code
