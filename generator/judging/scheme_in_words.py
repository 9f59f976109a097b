"""A scheme in words: what earns each status, written from its conditions so that a key cannot disagree with them."""

from dataclasses import replace
from fractions import Fraction

from generator.judging.conditions import TOLERANCE, Against, Bound, Condition, OneOf
from generator.judging.scheme import Scheme, Status
from generator.model.figures import Amount


def rule_of(scheme: Scheme, status: Status, tolerance: Amount | None = None) -> str:
    """Say what earns a status of the scheme, without a full stop: “worse than target by up to and including 5%”.

    ``tolerance`` is a measure's own, which takes the place of the scheme's.
    """
    if tolerance:
        own = with_tolerance(scheme, tolerance)
        return rule_of(own, own.all_statuses[scheme.all_statuses.index(status)])
    if status is scheme.unrated:
        return "no status can be worked out"
    if not status.when:
        return _everything_else(scheme, status)
    earlier = _floor_before(scheme, status)
    return ", or ".join(" and ".join(_condition(each, earlier) for each in group) for group in status.when)


def with_tolerance(scheme: Scheme, tolerance: Amount) -> Scheme:
    """Give the scheme as it stands for a measure with a tolerance of its own."""

    def own(condition: Condition) -> Condition:
        named = isinstance(condition, Bound) and condition.name == TOLERANCE
        return replace(condition, amount=tolerance) if isinstance(condition, Bound) and named else condition

    statuses = (
        replace(status, when=tuple(tuple(own(each) for each in group) for group in status.when))
        for status in scheme.statuses
    )
    return replace(scheme, statuses=tuple(statuses))


def amount_in_words(amount: Amount) -> str:
    """Print an amount as a person would: ``5%``, ``100,000``, ``5% or 100,000 (whichever is lower)``."""
    percent = "" if amount.percent is None else f"{_number(amount.percent)}%"
    units = "" if amount.units is None else _number(amount.units)
    return f"{percent} or {units} (whichever is lower)" if percent and units else percent or units


def _number(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.10g}"


def _floor_before(scheme: Scheme, status: Status) -> Bound | None:
    """The lower end of the status before, if it has one: this one ends there."""
    position = scheme.statuses.index(status)
    before = scheme.statuses[position - 1].when if position else ()
    bounds = (group[0] for group in before if len(group) == 1 and isinstance(group[0], Bound))
    return next((each for each in bounds if each.comparison.startswith(">")), None)


def _everything_else(scheme: Scheme, status: Status) -> str:
    before = _floor_before(scheme, status)
    if before is None or len(scheme.statuses[scheme.statuses.index(status) - 1].when) > 1:
        return "everything else"
    subject = _subject(before)
    if not _edge(before):
        return f"worse than {subject}" if _included(before) else f"{_on(before)} or worse"
    words = amount_in_words(before.amount)
    if before.sign < 0:
        return f"worse than {subject} by {'more than ' if _included(before) else ''}{words}" + (
            "" if _included(before) else " or more"
        )
    return f"better than {subject} by less than {words}, on it, or worse"


def _condition(condition: Condition, earlier: Bound | None) -> str:
    match condition:
        case Bound():
            return _bound(condition, earlier if earlier and earlier.of == condition.of else None)
        case Against(better=better, inclusive=inclusive, level=level):
            return f"{'at or ' if inclusive else ''}{'better' if better else 'worse'} than the {level}"
        case OneOf(of="direction", words=words):
            return f"the direction of travel is {_any(words)}"
        case OneOf(of="forecast", words=words):
            return f"the year end is forecast {_any(words)}"
        case OneOf(of="milestone", words=words):
            return f"the milestone is {_any(words)}"
        case OneOf(words=words):
            return f"the measure is {_any(words)}"


def _bound(bound: Bound, earlier: Bound | None) -> str:  # noqa: PLR0911, one line a wording
    subject, words = _subject(bound), amount_in_words(bound.amount)
    upward = bound.comparison.startswith(">")
    if not _edge(bound):
        return _from_target(bound, earlier, upward=upward)
    if bound.sign > 0:
        if upward:
            return f"better than {subject} by {_more(bound, words)}"
        return f"not better than {subject} by {'more than ' if _included(bound) else ''}{words}"
    if not upward:
        return f"worse than {subject} by {_more(bound, words)}"
    up_to = f"up to and including {words}" if _included(bound) else f"less than {words}"
    if earlier is not None and not _edge(earlier):
        return f"worse than {subject} by {up_to}"
    if earlier is not None and earlier.sign < 0:
        return f"worse than {subject} by more than {amount_in_words(earlier.amount)}, {up_to}"
    if earlier is not None:
        better = f"{'less than' if _included(earlier) else 'up to and including'} {amount_in_words(earlier.amount)}"
        return f"{_on(bound)}, better by {better}, or worse by {up_to}"
    return f"{_on(bound)} or better, or worse by {up_to}"


def _from_target(bound: Bound, earlier: Bound | None, *, upward: bool) -> str:
    """A bound at the target itself."""
    subject = _subject(bound)
    if not upward:
        return f"{_on(bound)} or worse" if _included(bound) else f"worse than {subject}"
    if earlier is not None and earlier.sign > 0:
        up_to = "less than" if _included(earlier) else "up to and including"
        better = f"better by {up_to} {amount_in_words(earlier.amount)}"
        return f"{_on(bound)}, or {better}" if _included(bound) else better
    return f"{_on(bound)} or better" if _included(bound) else f"better than {subject}"


def _subject(bound: Bound) -> str:
    return "target" if bound.of == "deviation" else "before"


def _on(bound: Bound) -> str:
    return "on target" if bound.of == "deviation" else "unchanged"


def _edge(bound: Bound) -> bool:
    return bool(bound.amount.percent or bound.amount.units)


def _included(bound: Bound) -> bool:
    return bound.comparison.endswith("=")


def _more(bound: Bound, words: str) -> str:
    return f"{words} or more" if _included(bound) else f"more than {words}"


def _any(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
