"""Whether a scheme can rate a measure at all: asked of the register, before a form is issued.

Days and milestones have no percentages. A scheme is tried on days late and early, and on every milestone that it
lists; what it cannot tell of one of them, an officer would be blamed for.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from generator.judging.conditions import Bound, Condition, Gap, OneOf, Position, Unjudged
from generator.judging.scheme import Scheme
from generator.judging.status import Circumstances, position_of
from generator.model.figures import Amount, type_of_figure
from generator.model.measure import Kind, Measure, Polarity

_FAR = 10_000
"""Days: later than anything is."""


def unrated_kinds(scheme: Scheme, tolerance: Amount | None = None) -> tuple[Kind, ...]:
    """The kinds of measure that a scheme cannot rate, of dates and milestones; ``tolerance`` is a measure's own."""
    if scheme.by_judgement:
        return ()
    tried = {Kind.DATE: _days(scheme, tolerance), Kind.MILESTONE: _milestones(scheme, scheme.milestones[:1])}
    tried |= {} if scheme.milestones else {Kind.MILESTONE: iter((Position(gap=Unjudged.UNKNOWN_MILESTONE),))}
    return tuple(kind for kind, positions in tried.items() if _faults(scheme, positions, tolerance) - _OWN)


def unlisted_targets(measure: Measure, scheme: Scheme) -> tuple[str, ...]:
    """The targets of a milestone that a scheme cannot hold its milestones against, for its list has not got them."""
    if measure.kind is not Kind.MILESTONE or scheme.by_judgement:
        return ()
    every = dict.fromkeys(each for each in _targets(measure) if isinstance(each, str))
    return tuple(each for each in every if _faults(scheme, _milestones(scheme, (each,)), measure.tolerance) - _OWN)


def lacks_tolerance(measure: Measure, scheme: Scheme) -> bool:
    """Whether a measure that is rated has no tolerance though its scheme leaves that to the register."""
    if not scheme.needs_tolerance or measure.tolerance or scheme.by_judgement or not _targets(measure):
        return False
    if measure.kind is Kind.MILESTONE:
        return bool(_faults(scheme, _milestones(scheme, _targets(measure)), None) & _OWN)
    return _is_rated(measure)


def _is_rated(measure: Measure) -> bool:
    """Whether its figures are held against its targets."""
    is_unrated = measure.kind.needs_polarity and measure.polarity is Polarity.NONE
    return bool(_targets(measure)) and measure.kind is not Kind.DATA_ONLY and not is_unrated


def amounts_that_do_not_fit(measure: Measure, scheme: Scheme) -> Iterator[Amount]:
    """The amounts by which a scheme would rate a measure, though they are of what it is not counted in."""
    if scheme.by_judgement or not _is_rated(measure):
        return
    own = scheme.with_tolerance(measure.tolerance) if measure.tolerance else scheme
    groups = (group for status in own.statuses for group in status.when if _may_rate(group, measure.kind))
    amounts = (each.amount for group in groups for each in group if isinstance(each, Bound))
    for amount in dict.fromkeys((*amounts, own.direction.dead_band)):
        if amount.percent is None and not amount.fits(measure.unit_of_gap):
            yield amount


def _may_rate(group: tuple[Condition, ...], kind: Kind) -> bool:
    """Whether conditions that must all hold can hold for measures of a kind."""
    kinds = (each.words for each in group if isinstance(each, OneOf) and each.of == "kind")
    return all(kind.value in {word.casefold() for word in words} for words in kinds)


_OWN = frozenset({Unjudged.NO_TOLERANCE})
"""Told of by itself."""


def _targets(measure: Measure) -> tuple[type_of_figure, ...]:
    """The targets that its figures are judged against."""
    year_end = measure.year_end_target if measure.has_forecast else None
    return tuple(each for each in (*measure.quarter_targets, year_end) if each is not None)


def _faults(scheme: Scheme, positions: Iterator[Position], tolerance: Amount | None) -> set[Unjudged]:
    found = (scheme.rate(each, tolerance) for each in positions)
    return {each for each in found if isinstance(each, Unjudged)}


def _days(scheme: Scheme, tolerance: Amount | None) -> Iterator[Position]:
    """A day as many days early or late as the scheme names, and more and less; it has no direction of travel."""
    own = scheme.with_tolerance(tolerance) if tolerance else scheme
    named = {each.amount.units for each in own.conditions if isinstance(each, Bound) and each.amount.units}
    edges = sorted({Fraction(0), Fraction(1), Fraction(_FAR), *named, *(each + 1 for each in named)})
    gaps = [Gap(sign * edge, None) for edge in edges for sign in (-1, 1)]
    forecasts, befores = (_words(scheme, of) for of in ("forecast", "before"))
    changes = gaps if any(each.of == "change" for each in scheme.conditions) else gaps[:1]
    for gap, change, forecast, before in product(gaps, changes, forecasts, befores):
        yield Position(gap=gap, change=change, forecast=forecast, before=before, kind=Kind.DATE.value)


def _words(scheme: Scheme, of: str) -> list[str | None]:
    """The statuses that a scheme asks for, and that there is none."""
    asked = (each for each in scheme.conditions if isinstance(each, OneOf) and each.of == of)
    return [None, *(word for each in asked for word in each.words)]


def _milestones(scheme: Scheme, targets: tuple[type_of_figure, ...]) -> Iterator[Position]:
    """Every milestone that the scheme lists, held against each of the targets."""
    measure = Measure(code="", title="", groups=(), kind=Kind.MILESTONE, polarity=Polarity.NONE)
    given = Circumstances(quarter=None)
    for target, word in product(targets, scheme.milestones):
        yield position_of(word, target, measure=measure, scheme=scheme, given=given)
