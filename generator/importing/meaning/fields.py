"""What a column of a council's list may be for, and by which headings it is known."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from generator.model.period import Frequency


class ListField(StrEnum):
    """What a column holds. Where the register has a column for it, the value is that column's heading."""

    CODE = "Code"
    ALIASES = "Aliases"
    TITLE = "Title"
    DIRECTORATE = "Directorate"
    SERVICE = "Service"
    OFFICER = "Officer"
    EMAIL = "Officer email"
    APPROVER = "Approver"
    UNIT = "Unit"
    DECIMALS = "Decimals"
    POLARITY = "Polarity"
    KIND = "Kind"
    BASIS = "Basis"
    SCHEME = "Scheme"
    TOLERANCE = "Tolerance"
    DUE = "Due"
    FREQUENCY = "Frequency"
    LAG = "Lag"
    BUNDLE = "Bundle"
    TARGET = "Target"
    ANNUAL = "Annual target"
    Q1 = "Q1 target"
    Q2 = "Q2 target"
    Q3 = "Q3 target"
    Q4 = "Q4 target"
    YEAR_END = "Year-end target"
    M01 = "M01 target"
    M02 = "M02 target"
    M03 = "M03 target"
    M04 = "M04 target"
    M05 = "M05 target"
    M06 = "M06 target"
    M07 = "M07 target"
    M08 = "M08 target"
    M09 = "M09 target"
    M10 = "M10 target"
    M11 = "M11 target"
    M12 = "M12 target"
    H1 = "H1 target"
    H2 = "H2 target"
    T1 = "T1 target"
    T2 = "T2 target"
    T3 = "T3 target"
    FLOOR = "Floor"
    STRETCH = "Stretch"
    AMBER_VALUE = "Amber value"
    THRESHOLDS = "RAG thresholds"
    GREEN = "Green"
    AMBER = "Amber"
    RED = "Red"


PARTS: Mapping[Frequency, tuple[ListField, ...]] = MappingProxyType(
    {
        each: tuple(ListField(f"{part} target") for part in each.parts)
        for each in Frequency
        if each is not Frequency.YEARLY
    }
)
"""The targets of a year's parts, by how often there is one."""

QUARTERS = PARTS[Frequency.QUARTERLY]
"""The targets of the four quarters."""

OF_OTHER_PARTS = tuple(field for each, fields in PARTS.items() if each is not Frequency.QUARTERLY for field in fields)
"""The targets of months, halves and thirds."""

TARGETS = (*QUARTERS, ListField.YEAR_END, ListField.TARGET, ListField.ANNUAL, *OF_OTHER_PARTS)
"""The columns that hold targets: those of the register, and those of a list that gives one for all or for the year."""

GROUPS = (ListField.DIRECTORATE, ListField.SERVICE)
"""What is written once for several rows, in merged cells or in a row of its own."""

_KNOWN_AS: Mapping[ListField, tuple[str, ...]] = MappingProxyType(
    {
        ListField.CODE: (
            *("code", "ref", "reference", "ref no", "reference no", "reference number", "short code", "id"),
            *("unique id", "identifier", "no", "number"),
        ),
        ListField.ALIASES: (
            *("aliases", "old code", "previous code", "former code", "old ref", "previous ref", "former ref"),
            *("other code", "also known as"),
        ),
        ListField.TITLE: (
            *("title", "name", "measure", "indicator", "kpi", "pi", "metric", "short name", "full name"),
            *("what we measure", "success measure", "measure of success", "description", "short description"),
            *("code and short name", "code and name", "code and title"),
        ),
        ListField.DIRECTORATE: (
            *("directorate", "department", "dept", "division", "portfolio", "theme", "priority"),
            *("corporate priority", "council plan priority", "strategic priority", "outcome", "objective"),
            *("strategic objective", "perspective", "group"),
        ),
        ListField.SERVICE: (
            *("service", "service area", "team", "service team", "section", "business unit", "division"),
            *("department", "dept"),
        ),
        ListField.OFFICER: (
            *("officer", "lead officer", "lead", "owner", "responsible officer", "responsible", "named officer"),
            *("person responsible", "responsible person", "accountable officer", "reporting officer", "data owner"),
            *("data provider", "manager", "lead manager", "responsible manager", "service manager", "contact"),
            *("contact officer", "contact name", "completed by", "return officer"),
            *("assigned to", "allocated to", "accountable", "responsible head of service"),
        ),
        ListField.EMAIL: (
            *("officer email", "email", "email address", "contact email", "owner email", "lead email"),
            *("lead officer email", "responsible officer email"),
        ),
        ListField.APPROVER: (
            *("approver", "approved by", "approving officer", "signed off by", "sign off", "head of service"),
            *("lead director", "accountable director", "assistant director", "director", "sro"),
            *("senior responsible officer", "managed by"),
        ),
        ListField.UNIT: (
            *("unit", "units", "unit of measure", "unit of measurement", "uom", "measured in", "measurement unit"),
            *("format", "return format", "data format", "value type", "data type", "measurement", "type"),
        ),
        ListField.DECIMALS: ("decimals", "decimal places", "dp", "number of decimals"),
        ListField.POLARITY: (
            *("polarity", "good is", "good performance", "good performance is", "what is good", "aim", "aim to"),
            *("high or low", "high low", "h l", "hi lo", "higher or lower", "higher lower", "high low is good"),
            *("higher or lower is better", "higher lower is better", "bigger or smaller is better", "better"),
            *(
                "high is good",
                "higher is better",
                "maximise or minimise",
                "max min",
                "min max",
                "direction",
                "desired direction",
                "preferred direction",
            ),
            *("target direction", "good direction", "direction of improvement", "good to be", "ambition"),
        ),
        ListField.KIND: ("kind", "type"),
        ListField.BASIS: (
            *("basis", "cumulative", "cumulative or snapshot", "cumulative snapshot", "cumulative y n"),
            *("calculation basis", "time basis", "data basis", "ytd or quarter", "cumulative or quarterly"),
        ),
        ListField.SCHEME: ("scheme", "status scheme"),
        ListField.TOLERANCE: (
            *("tolerance", "tolerance %", "amber tolerance", "target tolerance", "rag tolerance", "tolerance level"),
            *("amber if within", "allowed variance"),
        ),
        ListField.FREQUENCY: (
            *("frequency", "freq", "reporting frequency", "frequency of reporting", "collection frequency"),
            *("frequency of collection", "data frequency", "review frequency", "how often", "how often reported"),
            *("periodicity", "reporting cycle", "reported", "collected", "reporting"),
        ),
        ListField.LAG: (
            *("lag", "data lag", "time lag", "reporting lag", "arrears", "in arrears", "reported in arrears"),
            *("data delay", "reporting delay"),
        ),
        ListField.DUE: ("due", "when due", "when reported", "quarters due"),
        ListField.BUNDLE: ("bundle",),
        ListField.FLOOR: (
            "floor",
            "floor standard",
            "floor target",
            "minimum standard",
            "minimum expectation",
            "minimum",
            *("lower target", "low target", "minimum target", "min target"),
        ),
        ListField.STRETCH: ("stretch", "stretch target", "aspirational target", "upper target", "high target"),
        ListField.AMBER_VALUE: ("amber value",),
        ListField.THRESHOLDS: (
            *("rag thresholds", "rag threshold", "thresholds", "threshold", "rag", "rag criteria", "rag rules"),
            *("rag parameters", "rag definition", "rag rating thresholds", "traffic light", "traffic light thresholds"),
            *("traffic lights", "status thresholds", "rag tolerances"),
        ),
        ListField.GREEN: ("green", "green threshold", "green if", "green range", "green when"),
        ListField.AMBER: ("amber", "amber threshold", "amber if", "amber range", "amber when"),
        ListField.RED: ("red", "red threshold", "red if", "red range", "red when"),
    }
)
"""The headings of each, as ``as_heading`` writes them, the likeliest first."""

_OF_A_MEASURE = {
    *("kpi", "kpis", "pi", "indicator", "measure", "performance", "key", "corporate", "metric", "local", "our"),
    *("the", "strategic"),
}
"""Words that say no more than that a measure is meant: “KPI polarity” is its polarity, “Measure owner” its owner."""

_ABBREVIATED = {"e mail": "email", "tgt": "target", "targets": "target", "qtr": "quarter", "yr": "year"}


@cache
def as_heading(heading: str) -> str:
    """A heading as headings are compared: small letters and digits, with single spaces."""
    plain = heading.casefold().replace("&", " and ")
    words = " ".join(re.sub(r"[^a-z0-9%£]+", " ", plain).split())
    for long, short in _ABBREVIATED.items():
        words = re.sub(rf"\b{long}\b", short, words)
    return words


@cache
def known_by_name(heading: str) -> Mapping[ListField, float]:
    """The fields that a heading is the very name of, each with how likely that is, up to 1."""
    whole = as_heading(heading)
    core = " ".join(word for word in whole.split() if word not in _OF_A_MEASURE)
    found = {field: _likelihood(names, whole, 1.0) for field, names in _KNOWN_AS.items()}
    if core != whole:
        stripped = {field: _likelihood(names, core, 0.9) for field, names in _KNOWN_AS.items()}
        title = {ListField.TITLE: 0.95} if whole and not core else {}
        found = {field: max(found[field], stripped[field], title.get(field, 0.0)) for field in found}
    return MappingProxyType({field: score for field, score in found.items() if score})


def _likelihood(names: tuple[str, ...], words: str, most: float) -> float:
    return most - names.index(words) * 0.02 if words in names else 0.0


@cache
def known_by_likeness(heading: str) -> Mapping[ListField, float]:
    """The field that a heading names with a slip of the pen, with how likely that is."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415, no other command needs it

    words = as_heading(heading)
    if len(words) < _LONG_ENOUGH_FOR_A_SLIP:
        return MappingProxyType({})
    scored = [
        (ratio(words, name) / 100, field) for field, names in _KNOWN_AS.items() for name in names if len(name) > 3
    ]
    score, field = max(scored)
    return MappingProxyType({field: score * 0.8} if score >= _ALIKE else {})


_LONG_ENOUGH_FOR_A_SLIP, _ALIKE = 4, 0.84
