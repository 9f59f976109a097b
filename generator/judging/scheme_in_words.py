"""A scheme in words: what earns each status, written from its conditions so that a key cannot disagree with them."""

from generator.judging.conditions import Bound
from generator.judging.scheme import Scheme, Status
from generator.model.measure import Measure


def rule_of(scheme: Scheme, status: Status, measure: Measure | None = None) -> str:
    """What earns a status of the scheme, without a full stop: “worse than target by up to and including 5%”.

    For a ``measure``, its own tolerance takes the place of the scheme's, and amounts are in its unit.
    """
    if measure:
        own = scheme.with_tolerance(measure.tolerance) if measure.tolerance else scheme
        own = own.told_in(measure.unit_of_gap)
        return rule_of(own, own.all_statuses[scheme.all_statuses.index(status)])
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
