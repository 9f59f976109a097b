"""Whether a scheme is sound: every status can be earned, and every figure earns just one.

The scheme is tried on figures at, between and beyond every edge that it names, with every word that it asks for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product
from types import MappingProxyType
from typing import NamedTuple

from generator.judging.conditions import Against, AgainstOthers, Bound, Condition, Gap, OneOf, Position, Unjudged
from generator.judging.direction import Travel
from generator.judging.scheme import Comparator, Scheme
from generator.model.figures import Amount, Level
from generator.model.measure import Kind

_BASE = Fraction(1000)
_LEVELS = {Level.STRETCH: 400, Level.TARGET: 0, Level.AMBER: -200, Level.FLOOR: -400}
"""Where the levels of the figures that are tried stand, for a target of 1,000: a stretch above it, a floor below."""


_ENDS = (Level.LOWER, Level.UPPER)
"""The ends of a range; a figure is beyond one of them at most."""

_MOST_ASKED = 1_000_000
"""How often a condition is tried on a figure: a second's work. The schemes that come with us take some hundreds."""


_ANY_TOLERANCE = Amount(percent=Fraction(1))
"""What a scheme is tried with that leaves its tolerance to each measure."""


class SchemeFault(NamedTuple):
    """What is wrong with a scheme; ``status`` is the position of the status that it is told of."""

    status: int
    fault: str
    remedy: str


class _Tried(NamedTuple):
    """A figure with what each status made of it."""

    position: Position
    found: tuple[bool | Unjudged, ...]

    @property
    def chosen(self) -> int | None:
        """The first status that holds; None where none does, or where that cannot be told."""
        for number, found in enumerate(self.found):
            if found is not False:
                return number if found is True else None
        return None


def faults_of_scheme(scheme: Scheme) -> tuple[SchemeFault, ...]:
    """Every fault of a scheme, in the order of its statuses; none for a sound one."""
    if scheme.needs_tolerance:
        scheme = scheme.with_tolerance(_ANY_TOLERANCE)
    rows = _tried(scheme)
    if rows is None:
        return (SchemeFault(0, "it asks for so much that it cannot be tried out.", "Ask for fewer amounts and words."),)
    tried = [each for row in rows for each in row]
    found = [
        *_repeated(scheme),
        *_unknowable(scheme),
        *_never(scheme, tried),
        *_gaps(scheme, tried),
        *_overlaps(scheme, tried),
        *_out_of_order(scheme, rows),
    ]
    return tuple(sorted(dict.fromkeys(found)))


def _tried(scheme: Scheme) -> list[list[_Tried]] | None:
    """Rows of figures with what each status makes of them; None where it would take minutes."""
    questions = len(scheme.conditions) + len(scheme.statuses)
    rows: list[list[_Tried]] = []
    asked = 0
    for row in _rows(scheme):
        asked += len(row) * questions
        if asked > _MOST_ASKED:
            return None
        rows.append([_Tried(position, tuple(each.holds(position) for each in scheme.statuses)) for position in row])
    return rows


def _repeated(scheme: Scheme) -> Iterator[SchemeFault]:
    """Statuses of one name, which could not be told apart in a report."""
    names = [status.name.casefold() for status in scheme.all_statuses]
    for number, name in enumerate(names):
        if name in names[:number]:
            fault = f"there are two statuses called “{scheme.all_statuses[number].name}”."
            yield SchemeFault(min(number, len(names) - 2), fault, "Give each a name of its own.")


def _unknowable(scheme: Scheme) -> Iterator[SchemeFault]:
    """Statuses that ask for a change where direction is a trend, which has no single earlier figure."""
    for number, status in enumerate(scheme.statuses):
        asks = {each.of for group in status.when for each in group}
        if scheme.direction.against is Comparator.TREND and "change" in asks:
            fault = (
                f"“{status.name}” asks for a change, but direction is against the trend, which has no earlier figure."
            )
            yield SchemeFault(number, fault, "Let direction be against the last quarter or a year ago.")


def _never(scheme: Scheme, tried: Sequence[_Tried]) -> Iterator[SchemeFault]:
    """Statuses that no figure can earn: by their own conditions, or because earlier ones take all."""
    for number, status in enumerate(scheme.statuses):
        holding = [each for each in tried if each.found[number] is True]
        if not holding:
            fault = f"the conditions of “{status.name}” contradict each other: no figure meets them all."
            yield SchemeFault(number, fault, "Correct its “when”.")
        elif not any(each.chosen == number for each in holding):
            first = {next(place for place, found in enumerate(each.found) if found is not False) for each in holding}
            names = " and ".join(f"“{scheme.statuses[place].name}”" for place in sorted(first))
            fault = f"“{status.name}” can never be reached: {names} before it takes every figure that it fits."
            yield SchemeFault(number, fault, "Put it earlier, or narrow what stands before it.")


def _gaps(scheme: Scheme, tried: Sequence[_Tried]) -> Iterator[SchemeFault]:
    open_ones = [each for each in tried if not any(each.found)]
    if open_ones:
        where = _described(open_ones[0].position)
        remedy = "Leave “when” out of the last status, so that it takes everything else, or widen one of them."
        yield SchemeFault(len(scheme.statuses) - 1, f"there is a gap: no status covers {where}.", remedy)


def _overlaps(scheme: Scheme, tried: Sequence[_Tried]) -> Iterator[SchemeFault]:
    """Alternatives that say where they end upward, but not where the status before begins."""
    for number, status in enumerate(scheme.statuses):
        for group in status.when:
            alone = status._replace(when=(group,))
            earlier = (each for each in tried if each.chosen is not None and each.chosen < number)
            both = (each for each in earlier if alone.holds(each.position) is True)
            first = next(both, None) if any(map(_ends_upward, group)) else None
            if first:
                name = scheme.statuses[first.chosen or 0].name
                fault = f"“{status.name}” and “{name}” overlap: both cover {_described(first.position)}."
                yield SchemeFault(number, fault, "Let one end where the other begins.")


def _ends_upward(condition: Condition) -> bool:
    if isinstance(condition, Bound):
        return condition.of == "deviation" and condition.comparison.startswith("<")
    return isinstance(condition, Against | AgainstOthers) and not condition.better


def _out_of_order(scheme: Scheme, rows: Iterable[Sequence[_Tried]]) -> Iterator[SchemeFault]:
    """Statuses that stand after one for worse figures, where the best is to stand first."""
    for row in rows:
        known = [each for each in row if each.chosen is not None]
        for worse, better in pairwise(known):
            if (better.chosen or 0) > (worse.chosen or 0):
                low, high = (scheme.statuses[each.chosen or 0].name for each in (worse, better))
                fault = f"“{high}” stands after “{low}”, but it is for better figures ({_described(better.position)})."
                yield SchemeFault(better.chosen or 0, fault, "List the statuses best first.")


def _rows(scheme: Scheme) -> Iterator[list[Position]]:
    """The figures to try, in rows of those that differ only in size, worst first."""
    conditions = scheme.conditions
    kinds = [word for word in _words(conditions, "kind") if word != Kind.MILESTONE]
    sizes = _sizes(conditions, "deviation") or [Fraction(0)]
    changes: list[Gap | Unjudged] = [Gap(size, _BASE) for size in _sizes(conditions, "change")]
    for change, direction, forecast, before, kind, benchmarks in product(
        changes or [Unjudged.NO_EARLIER],
        tuple(Travel) if _words(conditions, "direction") else [None],
        [*_words(conditions, "forecast"), None],
        [*_words(conditions, "before"), None],
        [*kinds, Kind.NUMBER.value],
        [*_beside_others(conditions)],
    ):
        plain = Position(change=change, direction=direction, forecast=forecast, before=before, kind=kind)
        plain = plain._replace(benchmarks=benchmarks)
        yield [_position(size, plain) for size in sizes]
    if any(isinstance(each, Against) and each.level in _ENDS for each in conditions):
        for end in _ENDS:
            yield [_within_or_beyond(size, end) for size in sorted({*sizes, _BASE / -10, _BASE / 10})]
    for word in (*scheme.milestones, *_words(conditions, "milestone")):
        yield [Position(gap=Gap(Fraction(rank), None), milestone=word, kind=Kind.MILESTONE) for rank in (-1, 0)]


def _position(size: Fraction, plain: Position) -> Position:
    levels = MappingProxyType({level: size - place for level, place in _LEVELS.items()})
    data_only = plain.kind == Kind.DATA_ONLY
    return plain._replace(gap=Unjudged.DATA_ONLY if data_only else Gap(size, _BASE), levels=levels)


def _within_or_beyond(size: Fraction, end: Level) -> Position:
    """A figure that far inside (or, negative, outside) one end of a range whose other end is far away."""
    levels = {**dict.fromkeys(_ENDS, 10 * _BASE), end: size}
    return Position(gap=Gap(min(size, Fraction(0)), _BASE), levels=MappingProxyType(levels), kind=Kind.RANGE)


def _beside_others(conditions: Sequence[Condition]) -> Iterator[Mapping[str, Fraction]]:
    """A figure worse than each benchmark that is asked for, at it, and better."""
    names = dict.fromkeys(each.name.casefold() for each in conditions if isinstance(each, AgainstOthers))
    for sizes in product((Fraction(-1), Fraction(0), Fraction(1)), repeat=len(names)):
        yield MappingProxyType(dict(zip(names, sizes, strict=True)))


def _words(conditions: Sequence[Condition], of: str) -> list[str]:
    """The words that a scheme asks for."""
    named = (word for each in conditions if isinstance(each, OneOf) and each.of == of for word in each.words)
    return list(dict.fromkeys(named))


def _sizes(conditions: Sequence[Condition], of: str) -> list[Fraction]:
    """Distances from target, or from before, at every edge, between two edges and beyond them, smallest first."""
    bounds = (each for each in conditions if isinstance(each, Bound) and each.of == of)
    edges = {each.sign * edge for each in bounds if (edge := each.amount.in_units(_BASE)) is not None}
    if of == "deviation":
        against = (each.level for each in conditions if isinstance(each, Against))
        edges |= {Fraction(_LEVELS[level]) for level in against if level in _LEVELS}
    if not edges:
        return []
    every = sorted(edges | {Fraction(0)})
    between = [(low + high) / 2 for low, high in pairwise(every)]
    return sorted({*every, *between, every[0] - 1, every[-1] + 1})


def _described(position: Position) -> str:
    """The figure that was tried, in words."""
    words = [f"a milestone “{position.milestone}”" if position.milestone else _size_in_words(position.gap)]
    words += [f"the direction {position.direction}"] if position.direction else []
    words += [f"the forecast {position.forecast}"] if position.forecast else []
    words += [f"the status before {position.before}"] if position.before else []
    words += [f"a result {_beside(gap)} the benchmark {name}" for name, gap in position.benchmarks.items()]
    return " with ".join(words)


def _beside(gap: Fraction) -> str:
    return "at" if gap == 0 else "better than" if gap > 0 else "worse than"


def _size_in_words(gap: Gap | Unjudged) -> str:
    if isinstance(gap, Unjudged):
        return "a measure that is for information"
    if gap.units == 0:
        return "a figure on target"
    percent = float(abs(gap.percent or Fraction(0)))
    return f"a figure {percent:g}% {'better' if gap.units > 0 else 'worse'} than target"
