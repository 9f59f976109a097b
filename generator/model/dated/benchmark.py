"""A figure of somebody else, to compare a measure's result with."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """Such a figure with whose it is, of which period, and where it comes from.

    Where ``peers`` names a set, it is the result of one of them.
    """

    name: str
    value: Decimal
    period: Period
    source: str = ""
    peers: str = ""
