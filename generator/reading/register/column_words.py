"""The words that a register may have under its headings, and what each means: one table for all who read them.

The reader of the register takes each as it stands, whatever its capitals. Whoever reads a council's own list takes
them in any dress (``Higher = better``), and more besides.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.measure import Basis, Polarity
from generator.model.period import Frequency

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
        **{f"discrete {each.word}": Basis.QUARTER for each in Frequency},
        **dict.fromkeys(("rolling", "rolling 12m", "rolling 12 months", "12-month rolling"), Basis.ROLLING),
        **dict.fromkeys(("ytd", "year to date"), Basis.CUMULATIVE),
    }
)

FREQUENCIES: Mapping[str, Frequency] = MappingProxyType(
    {
        word: frequency
        for frequency, words in (
            (Frequency.MONTHLY, "m|monthly|month|months|each month|every month|per month"),
            (Frequency.QUARTERLY, "q|quarterly|quarter|quarters|qtr|qtrly|each quarter|every quarter|3 monthly"),
            (Frequency.HALF_YEARLY, "half yearly|half-yearly|half year|half-year|six monthly|six-monthly|6 monthly"),
            (Frequency.HALF_YEARLY, "6-monthly|twice a year|twice yearly|every half-year|every half year"),
            (Frequency.HALF_YEARLY, "bi-annual|biannual|bi-annually|biannually|bi annual"),
            (Frequency.TERMLY, "termly|term|each term|every term|three times a year"),
            (Frequency.YEARLY, "a|annual|annually|yearly|year|years|y|once a year|every year|each year"),
            (Frequency.YEARLY, "12 monthly|12-monthly|year end|year-end|academic year"),
        )
        for word in words.split("|")
    }
)
"""How often a measure is reported, by the words for it."""

QUARTERS_DUE: Mapping[Frequency, tuple[int, ...]] = MappingProxyType(
    {Frequency.HALF_YEARLY: (2, 4), Frequency.YEARLY: (4,)}
)
"""The quarters in which a measure that is reported less than quarterly has a figure, where nothing else is said."""
