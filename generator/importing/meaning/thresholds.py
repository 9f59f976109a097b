"""Where Green, Amber and Red begin, as lists say it: “Green >= 55% Amber >= 40%”, “G: <30 A: 30-50 R: >50”."""

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.model.measure import Polarity

_COLOUR = re.compile(r"\b(green|amber|red|g|a|r)\b", re.IGNORECASE)
_FURTHER = "less|fewer|lower|below|under|more|higher|above|over|greater"
"""What “and” goes on with where it is of one bound: “95% and over”."""

_NUMBER = r"-?£?\d[\d,]*(?:\.\d+)?"
_RELATIONS = (
    ("<=", r"<=|=<|≤|⩽|\bat most\b|\bno more than\b|\bup to\b|\b(?:or|and) (?:less|fewer|lower|below|under)\b"),
    (
        ">=",
        r">=|=>|≥|⩾|\bat least\b|\bno less than\b|\b(?:or|and) (?:more|higher|above|over|greater)\b|(?<=[\d%])\s*\+",
    ),
    ("<", r"<|\bbelow\b|\bunder\b|\bless than\b|\bfewer than\b"),
    (">", r">|\babove\b|\bover\b|\bmore than\b|\bgreater than\b"),
)


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a colour ends on its worse side: the number, and whether that itself still has the colour."""

    number: Decimal
    inclusive: bool


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where Green ends and where Amber ends, and which way is better."""

    green: Edge
    amber: Edge
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class _Span:
    """What is said of one colour: its bounds, each with whether it includes its number."""

    lower: Edge | None = None
    upper: Edge | None = None

    def worse_end(self, polarity: Polarity) -> Edge | None:
        return self.lower if polarity is Polarity.HIGHER else self.upper

    def better_end(self, polarity: Polarity) -> Edge | None:
        return self.upper if polarity is Polarity.HIGHER else self.lower


def thresholds_in(text: str) -> Thresholds | None:
    """The thresholds that a text gives; None where it does not give where both Green and Amber end."""
    parts = _COLOUR.split(" ".join(text.split()))
    spans = {name[0].lower(): _span(said) for name, said in zip(parts[1::2], parts[2::2], strict=False)}
    green, amber, red = (spans.get(colour) for colour in "gar")
    if green is None:
        return None
    polarity = _polarity(green, red)
    if polarity is None:
        return None
    ends_green = green.worse_end(polarity) or (_beyond(amber.better_end(polarity)) if amber else None)
    ends_amber = (amber.worse_end(polarity) if amber else None) or (_beyond(red.better_end(polarity)) if red else None)
    if ends_green is None or ends_amber is None:
        return None
    sign = 1 if polarity is Polarity.HIGHER else -1
    in_order = (ends_green.number - ends_amber.number) * sign > 0
    return Thresholds(ends_green, ends_amber, polarity) if in_order else None


def tolerance_in(text: str) -> str | None:
    """The tolerance that a text gives Amber instead: “Amber within 5% of target”; None where it gives none."""
    found = re.search(rf"(?:\b(?:within|up to|less than)|\+/-|±)\s*({_NUMBER})\s*(%|points?)", text.casefold())
    return f"{found[1]}{'%' if found[2] == '%' else ' points'}" if found and not re.search(r"[<>≤≥]", text) else None


def _polarity(green: _Span, red: _Span | None) -> Polarity | None:
    """Green that has only a lower end is better the higher; where it has two, Red tells."""
    if (green.lower is None) != (green.upper is None):
        return Polarity.HIGHER if green.lower else Polarity.LOWER
    if red and (red.lower is None) != (red.upper is None):
        return Polarity.LOWER if red.lower else Polarity.HIGHER
    return None


def _beyond(edge: Edge | None) -> Edge | None:
    """The end of the colour beside: it has the number itself where this one has not."""
    return Edge(edge.number, inclusive=not edge.inclusive) if edge else None


def _span(said: str) -> _Span | None:
    """The bounds that are said of one colour: one relation and number, or two numbers with “to” between them."""
    words = said.casefold()
    between = re.search(rf"({_NUMBER})\s*%?\s*(?:-|–|to|and)\s*({_NUMBER})", words)
    if between:
        ends = sorted(map(_decimal, between.groups()))
        return _Span(Edge(ends[0], inclusive=True), Edge(ends[1], inclusive=True))
    span = _Span()
    for piece in re.split(rf"\band\b(?! (?:{_FURTHER}))|,(?!\d{{3}})|;|&", words):
        span = _narrowed(span, piece)
    return span if span != _Span() else None


def _narrowed(span: _Span, piece: str) -> _Span:
    relation = next((sign for sign, pattern in _RELATIONS if re.search(pattern, piece)), None)
    number = re.search(_NUMBER, piece)
    if relation is None or number is None:
        return span
    edge = Edge(_decimal(number[0]), inclusive="=" in relation)
    is_lower = relation.startswith(">")
    return _Span(edge, span.upper) if is_lower else _Span(span.lower, edge)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace("£", ""))
