"""A scheme in words: what earns each status, written from its conditions so that a key cannot disagree with them."""

from functools import lru_cache

from generator.judging.conditions import Bound
from generator.judging.scheme import Scheme, Status
from generator.model.figures import Amount
from generator.model.measure import Measure


def rules_of(scheme: Scheme, measure: Measure) -> dict[str, str]:
    """What earns each status of a measure, best first: by its own tolerance, with amounts in its unit."""
    return _rules_of(scheme, measure.tolerance, measure.unit_of_gap)


@lru_cache(maxsize=256)
def _rules_of(scheme: Scheme, tolerance: Amount | None, unit: str) -> dict[str, str]:
    own = (scheme.with_tolerance(tolerance) if tolerance else scheme).told_in(unit)
    return {status.name: rule_of(own, status) for status in own.all_statuses}


def rule_of(scheme: Scheme, status: Status) -> str:
    """What earns a status of the scheme, without a full stop: “worse than target by up to and including 5%”."""
    if status is scheme.unrated:
        return "no status can be worked out"
    earlier = _floor_before(scheme, status)
    if not status.when:
        before = scheme.statuses[scheme.statuses.index(status) - 1]
        return earlier.beyond_in_words if earlier and len(before.when) == 1 else "everything else"
    return ", or ".join(" and ".join(each.in_words(earlier) for each in group) for group in status.when)


def _floor_before(scheme: Scheme, status: Status) -> Bound | None:
    """The lower end of the status before, if it has one: this one ends there."""
    position = scheme.statuses.index(status)
    before = scheme.statuses[position - 1].when if position else ()
    bounds = (group[0] for group in before if len(group) == 1 and isinstance(group[0], Bound))
    return next((each for each in bounds if each.is_floor), None)
