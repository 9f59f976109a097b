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

FREQUENCIES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("m", "monthly", "month", "months", "each month", "every month", "per month"), "monthly"),
        **dict.fromkeys(
            ("q", "quarterly", "quarter", "quarters", "qtr", "qtrly", "each quarter", "3 monthly"), "quarterly"
        ),
        **dict.fromkeys(("half yearly", "half-yearly", "half year", "six monthly", "6 monthly"), "half-yearly"),
        **dict.fromkeys(("6-monthly", "six-monthly", "twice a year", "twice yearly"), "half-yearly"),
        **dict.fromkeys(("bi-annual", "biannual", "bi-annually", "biannually", "bi annual"), "half-yearly"),
        **dict.fromkeys(("termly", "term", "each term", "every term", "three times a year"), "termly"),
        **dict.fromkeys(
            ("a", "annual", "annually", "yearly", "year", "years", "once a year", "every year", "y"), "yearly"
        ),
        **dict.fromkeys(("12 monthly", "12-monthly", "year end", "year-end"), "yearly"),
    }
)
"""How often a measure is reported, by the words for it."""

QUARTERS_DUE: Mapping[str, tuple[int, ...]] = MappingProxyType({"half-yearly": (2, 4), "yearly": (4,)})
"""The quarters in which a measure that is reported less than quarterly has a figure, where nothing else is said."""
