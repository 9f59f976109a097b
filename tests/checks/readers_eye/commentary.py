"""A commentary on one measure, and what a reader's eye asks about it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from generator.checks.readers_eye import read_through
from generator.checks.readers_eye.text.commentary import Known
from generator.judging.direction import Direction, Travel
from generator.judging.outcome import ExceptionRule, Judged, judge_return
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.project.folder import BUNDLED_TEMPLATES

PERIOD = Period(2018, 2)
DERBY = BUNDLED_TEMPLATES / "schemes" / "derby.toml"
SCHEME: Scheme = read_scheme(DERBY.read_text(encoding="utf-8"), "derby.toml")
MEASURE = Measure(
    code="SS PM25",
    title="Placed in time",
    groups=("People",),
    unit="%",
    kind=Kind.PERCENTAGE,
    quarter_targets=(None, Decimal(65), None, None),
    year_end_target=Decimal(65),
)
FINE = {
    "context": ("Two courts sat later than planned in August.",),
    "actions": ("The adoption team will meet the courts by March 2019.",),
    "intervention": ("The board looks at this measure each month.",),
}
KNOWN = Known(codes=(MEASURE.code, *MEASURE.aliases), reported=frozenset({"sspm25"}), meeting=date(2018, 12, 4))


def judged(written: Mapping[str, tuple[str, ...]] = FINE, *, measure: Measure = MEASURE, **given: Any) -> Judged:
    """A commentary judged; ``previous`` and ``year_ago`` are earlier results, and ``travel`` a stated direction."""
    answers = {"actual": Decimal("56.3"), "forecast": Decimal(58), "travel": Travel.DETERIORATING, **given}
    earlier: dict[str, Any] = {f"{name}_actual": given.get(name) for name in ("previous", "year_ago")}
    returned = Return(
        measure_code=measure.code,
        period=PERIOD,
        source=Source(file="SS PM25.xlsx", sha256=""),
        quarter=Half(actual=answers["actual"]),
        forecast=Half(actual=answers["forecast"]),
        answers=written,
        **earlier,
    )
    found = judge_return(measure, returned, scheme=given.get("scheme", SCHEME), rule=ExceptionRule.EITHER)
    if "previous" in given:
        return found
    return found._replace(direction=Direction(travel=answers["travel"], comparator="Q1"))


def of(unit: str, target: str, actual: str, previous: str, *, title: str = "", lower: bool = True) -> dict[str, Any]:
    """What is given of a measure in another unit, where lower is better unless it is said otherwise."""
    measure = replace(
        MEASURE,
        title=title or MEASURE.title,
        unit=unit,
        kind=Kind.PERCENTAGE if unit == "%" else Kind.MONEY if unit == "£" else Kind.NUMBER,
        decimals=max(-int(Decimal(target).as_tuple().exponent), 0),
        polarity=Polarity.LOWER if lower else Polarity.HIGHER,
        quarter_targets=(None, Decimal(target), None, None),
        year_end_target=Decimal(target),
    )
    return {"measure": measure, "actual": Decimal(actual), "forecast": Decimal(actual), "previous": Decimal(previous)}


def codes(each: Judged, known: Known = KNOWN, before: Return | None = None) -> list[str]:
    return [problem.code for problem in read_through(each, known, before)]


def told(context: str | Sequence[str], known: Known = KNOWN, before: Return | None = None, **given: Any) -> list[str]:
    lines = (context,) if isinstance(context, str) else tuple(context)
    return codes(judged(FINE | {"context": lines}, **given), known, before)
