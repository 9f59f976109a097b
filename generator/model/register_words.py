"""The words that a register may have under its headings, and what each means: one table for all who read them.

The reader of the register takes each as it stands, whatever its capitals. Whoever reads a council's own list takes
them in any dress (``Higher = better``), and more besides.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.measure import Basis, Polarity

EVERY_QUARTER = frozenset({"quarterly", "every quarter", "all quarters", "all"})
"""What says under Due that a measure is reported each quarter."""

POLARITIES: Mapping[str, Polarity] = MappingProxyType(
    {
        "": Polarity.NONE,
        "higher": Polarity.HIGHER,
        "high": Polarity.HIGHER,
        "higher is better": Polarity.HIGHER,
        "bigger is better": Polarity.HIGHER,
        "lower": Polarity.LOWER,
        "low": Polarity.LOWER,
        "lower is better": Polarity.LOWER,
        "smaller is better": Polarity.LOWER,
        "range": Polarity.RANGE,
        "none": Polarity.NONE,
        "n/a": Polarity.NONE,
    }
)

BASES: Mapping[str, Basis] = MappingProxyType(
    {
        **{basis.value: basis for basis in Basis},
        **dict.fromkeys(("quarter", "discrete", "in quarter"), Basis.QUARTER),
        **dict.fromkeys(("rolling", "rolling 12m", "rolling 12 months", "12-month rolling"), Basis.ROLLING),
        **dict.fromkeys(("ytd", "year to date"), Basis.CUMULATIVE),
    }
)
