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
from generator.model.measure import Kind, Measure
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.project.folder import BUNDLED_TEMPLATES

PERIOD = Period(2018, 2)
DERBY = BUNDLED_TEMPLATES / "schemes" / "derby.toml"
SCHEME: Scheme = read_scheme(DERBY.read_text(encoding="utf-8"), "derby.toml")
MEASURE = Measure(
    code="SS PM25",
    title="Placed in time",
    directorate="People",
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
    answers = {"actual": Decimal("56.3"), "forecast": Decimal(58), "travel": Travel.DETERIORATING, **given}
    returned = Return(
        measure_code=measure.code,
        period=PERIOD,
        source=Source(file="SS PM25.xlsx", sha256=""),
        quarter=Half(actual=answers["actual"]),
        forecast=Half(actual=answers["forecast"]),
        answers=written,
    )
    found = judge_return(measure, returned, scheme=SCHEME, rule=ExceptionRule.EITHER)
    return replace(found, direction=Direction(travel=answers["travel"], comparator="Q1"))


def codes(each: Judged, known: Known = KNOWN, before: Return | None = None) -> list[str]:
    return [problem.code for problem in read_through(each, known, before)]


def told(context: str | Sequence[str], known: Known = KNOWN, before: Return | None = None, **given: Any) -> list[str]:
    lines = (context,) if isinstance(context, str) else tuple(context)
    return codes(judged(FINE | {"context": lines}, **given), known, before)
