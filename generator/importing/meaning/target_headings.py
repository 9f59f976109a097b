"""Which target a heading is of: of a quarter, of the year, or the one that a list gives for all; and of which year."""

import re
from dataclasses import dataclass

from generator.importing.meaning.fields import QUARTERS, ListField, as_heading
from generator.model.period import Period

_RESULT = re.compile(
    r"\b(?:actuals?|results?|achieved|outturn|status|rag|variance|previous|last|baseline|comments?|commentary|notes?|met|"
    r"rationale|setting|reason|date|source|against|vs|type|set|direction|tolerance)\b"
)
"""Words beside “target” that tell of something else than the figure to be reached."""

_WISH = re.compile(r"(?:where )?(?:do )?we want to (?:be|get to)|what we are aiming for", re.IGNORECASE)
"""Other words for a target."""

_BY_THE_END = re.compile(r"(?:\w+ )?target (?:by|at|for) (?:the end of |31 |31st )?mar(?:ch)? (20\d\d)")
"""A target for the end of a financial year, by the calendar year in which that is."""

_QUARTERS = (
    (r"\bq(?:uarter)? ?1\b|\b1st quarter\b|\bapr\w* (?:to )?jun\w*\b", ListField.Q1),
    (r"\bq(?:uarter)? ?2\b|\b2nd quarter\b|\bjul\w* (?:to )?sep\w*\b", ListField.Q2),
    (r"\bq(?:uarter)? ?3\b|\b3rd quarter\b|\boct\w* (?:to )?dec\w*\b", ListField.Q3),
    (r"\bq(?:uarter)? ?4\b|\b4th quarter\b|\bjan\w* (?:to )?mar\w*\b", ListField.Q4),
)
_OF_THE_YEAR = re.compile(r"\b(?:year ?end|end of year|annual|yearly|full year|year|ye|eoy)\b")
_YEARS = re.compile(r"(?<!\d)(?:20)?(\d\d) ?[-/–] ?(?:20)?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class TargetHeading:
    """A heading of a target: the field, and the financial year that it names (by its first calendar year), if any."""

    field: ListField
    year: int | None = None


def target_heading(heading: str, above: str = "") -> TargetHeading | None:
    """What target a heading is of; ``above`` is what stands over it and its neighbours. None for any other heading."""
    wish = _WISH.sub("target", heading)
    if by_end := _BY_THE_END.fullmatch(as_heading(wish)):
        return TargetHeading(ListField.YEAR_END, int(by_end[1]) - 1)
    heading = wish
    both = f"{above} {heading}"
    words = as_heading(both)
    if not re.search(r"\btarget\b", words) or _RESULT.search(words):
        return None
    year = year_of_heading(both)
    quarter = quarter_of_heading(heading)
    if quarter:
        return TargetHeading(quarter, year)
    if _OF_THE_YEAR.search(as_heading(heading)) or (year and not re.search(r"\btarget\b", as_heading(heading))):
        is_year_end = re.search(r"\byear ?end\b|\bend of year\b", as_heading(heading))
        return TargetHeading(ListField.YEAR_END if is_year_end else ListField.ANNUAL, year)
    rest = _YEARS.sub(" ", both)
    is_plain = set(as_heading(rest).split()) <= _SAYS_NO_MORE
    return TargetHeading(ListField.TARGET if not year else ListField.ANNUAL, year) if is_plain else None


_SAYS_NO_MORE = {
    *(
        "target",
        "the",
        "for",
        "of",
        "current",
        "our",
        "council",
        "agreed",
        "performance",
        "kpi",
        "pi",
        "value",
        "level",
    ),
    *("corporate", "proposed", "measure", "indicator", "green"),
}


def quarter_of_heading(heading: str) -> ListField | None:
    """The quarter that a heading names, as the field of its target; None where it names none."""
    words = as_heading(heading)
    found = [field for pattern, field in _QUARTERS if re.search(pattern, words)]
    return found[0] if len(found) == 1 else None


def month_end_target(heading: str, above: str = "") -> TargetHeading | None:
    """The quarter whose last month a heading of monthly targets names; None for any other heading."""
    words = as_heading(f"{above} {heading}")
    if not re.search(r"\btarget\b", words) or _RESULT.search(words):
        return None
    found = [field for month, field in zip(_LAST_MONTHS, QUARTERS, strict=True) if re.search(rf"\b{month}\w*\b", words)]
    is_one_month = len(re.findall(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b", words)) == 1
    return TargetHeading(found[0], year_of_heading(f"{above} {heading}")) if found and is_one_month else None


_LAST_MONTHS = ("jun", "sep", "dec", "mar")


def year_of_heading(heading: str) -> int | None:
    """The financial year that a heading names, by the calendar year in which it starts; None where it names none."""
    for match in _YEARS.finditer(heading):
        first, last = int(match[1]), int(match[2])
        if last == (first + 1) % 100:
            return 2000 + first
    return None


def year_in_words(year: int) -> str:
    """A financial year as headings name it: ``2026/27``."""
    return Period(year, 1).name.removesuffix(" Q1")


assert len(_QUARTERS) == len(QUARTERS)  # noqa: S101, one pattern a quarter
