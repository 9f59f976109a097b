"""Contents of forms for tests: a measure under the default scheme, in the reference report's quarter."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.forms.asked.form_contents import MeasureContents
from generator.judging.outcome import ExceptionRule
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.measure import Measure
from generator.model.period import Period

SCHEMES = Path(__file__).parents[2] / "templates" / "schemes"

MEASURE = Measure(
    code="EI 12/EI 3",
    title="=HYPERLINK(1) & <b>",
    groups=("People",),
    unit="%",
    quarter_targets=(None, Decimal(95), None, None),
    year_end_target=Decimal("95.5"),
)


def scheme(name: str = "derby") -> Scheme:
    return read_scheme((SCHEMES / f"{name}.toml").read_text(encoding="utf-8"), name)


def contents_of(measure: Measure, **more: Any) -> MeasureContents:
    plain: dict[str, Any] = {
        "scheme": scheme(measure.scheme or "derby"),
        "rule": ExceptionRule.EITHER,
        "period": Period(2018, 2),
        "council": "Derby City Council",
        "due": date(2018, 10, 14),
    }
    return MeasureContents(measure=measure, **{**plain, **more})
