"""What a list lets one think where it does not say so: from titles, from targets, and from how they run."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.importing.meaning.words import as_words, unit_in_figure
from generator.model.measure import Basis, Polarity
from generator.model.period import Frequency
from generator.model.spellings import Target, read_target


def _any_of(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


_DONE_WELL = _any_of(
    *(
        r"within (?:\d+|target|time\w*|statutory|one|two|three|five|ten|the)",
        "on time",
        "in time",
        "on target",
        r"to timescale\w*",
        "resolved",
        "cleared",
        "answered",
    ),
    *("completed", "concluded", "prevented", "avoided", r"satisf\w*", r"successful\w*", "removed", "closed"),
    "returned to use",
)
"""Words that make a good thing of a bad one: complaints are better fewer, complaints answered in time more."""

_BETTER_LOWER = _any_of(
    *("overdue", "outstanding", "missed", "complaints?", "sickness", r"absence\w*", r"delay\w*", "arrears"),
    *(r"vacan\w*", "voids?", r"re-?referral\w*", "re-?lets?", r"wait\w*", "time taken"),
    *("days (?:to|taken|lost)", "average (?:time|days|number of days)", "turnaround"),
    *(r"process(?:ing)? time\w*", r"backlog\w*", r"fly.?tip\w*", "crimes?", r"anti.?social\w*", r"accident\w*"),
    *("killed", r"injur\w*", r"emission\w*", "errors?", r"fail\w*", r"homeless\w*"),
    *(r"temporary accommodation\w*", "residual", r"not in education\w*", "neet", r"mortality\w*", "deaths?"),
    *(r"unemploy\w*", "turnover", "agency", r"eviction\w*", "cost per", r"overspen\w*", "older than"),
    *("unresolved", "poverty", r"obes\w*", r"smok\w*", r"repeat\w*", "no2", "to process", r"suspen\w*"),
    *(r"exclusion\w*", r"offend\w*"),
)

_BETTER_HIGHER = _any_of(
    *("collected", r"recycl\w*", r"compost\w*", r"achiev\w*", "meeting", r"complian\w*"),
    *(r"in (?:paid )?employment\w*", r"attend\w*", r"visit\w*", r"member\w*", "income", "savings?"),
    *("delivered", "built", r"new homes\w*", r"affordable homes\w*", "approved", r"take.?up\w*", "uptake"),
    *("coverage", "supported", "helped", "trained", "pass(?:ed|ing)?", "filled", r"occupan\w*"),
    *("issued", r"apprentic\w*", r"volunteer\w*", "decent", "suitable", "planted", r"participa\w*", "positive"),
    *("decided", "receiving"),
)


def polarity_of_title(title: str) -> Polarity | None:
    """Which way is better, by the title's words; None where they do not tell, or tell both."""
    words = as_words(title)
    if _DONE_WELL.search(words):
        return Polarity.HIGHER
    lower, higher = bool(_BETTER_LOWER.search(words)), bool(_BETTER_HIGHER.search(words))
    if lower == higher:
        return None
    return Polarity.LOWER if lower else Polarity.HIGHER


_UNIT_OF_TITLE = (
    (r"%|\bpercent|\bper cent\b|\bproportion of\b|\bshare of\b", "%"),
    (r"(\bper [\d,]+(?: (?:population|residents|people|households|collections|visits|children|adults))?)", ""),
    (r"£ ?(?:m\b|million)|\(£m\)", "£m"),
    (r"£ ?(?:k\b|000|thousand)", "£k"),
    (r"£|\bcost of\b|\bvalue of\b", "£"),
    (r"\bdays\b(?! (?:of|for)\b)", "days"),
    (r"\bweeks\b", "weeks"),
    (r"\bminutes\b", "minutes"),
    (r"\bhours\b", "hours"),
    (r"\bnumber of\b|\bno\. of\b|\btotal\b|#", "number"),
)


def unit_of_title(title: str) -> str:
    """The unit that a title names: “% of …”, “Average days to …”; empty where it names none.

    What stands after “within” is no unit: of complaints answered within 10 days the share is counted.
    """
    words = re.sub(
        r"\b(?:within|in|over|under|more than|less than|older than|after|at|for) \d+\S*(?: working)? \w+",
        " ",
        as_words(title),
    )
    for pattern, unit in _UNIT_OF_TITLE:
        found = re.search(pattern, words)
        if found:
            return unit or found[1]
    return ""


def unit_of_targets(texts: Iterable[str]) -> str:
    """The unit that is typed with the targets, where all that have one have the same."""
    found = {unit for text in texts if (unit := unit_in_figure(text)) and _is_figure(text, unit)}
    return found.pop() if len(found) == 1 else ""


def _is_figure(text: str, unit: str) -> bool:
    """Whether a text is a figure in that unit, and no more; “10% up on last year” is none."""
    bare = as_words(re.sub(r"\(.*?\)|[*†‡]", " ", as_words(text)))
    return any(isinstance(read_target(each, unit), Target) for each in (bare, bare.lstrip("<> ")))


def basis_of_targets(numbers: Sequence[Decimal], often: Frequency) -> Basis | None:
    """Targets that grow from quarter to quarter, or the like, to more than twice the first, add up over the year."""
    if len(numbers) < max(often.per_year, _ENOUGH_TO_GROW) or numbers[0] <= 0:
        return None
    grows = all(later > earlier for earlier, later in pairwise(numbers))
    return Basis.CUMULATIVE if grows and numbers[-1] >= 2 * numbers[0] else None


_ENOUGH_TO_GROW = 3
"""Targets: of two, one is larger by chance."""

_COUNTED_WHOLE = re.compile(
    r"|number|£"
    r"|(?!.*\b(?:per|thousands?|millions?|seconds?|secs|minutes?|mins|hours?|hrs|days?|weeks?|months?|years?|points?|"
    r"tonnes|tons|kilos|kgs|grams|litres|miles|metres|hectares|acres|units)\b)[a-z ]*(?:[a-z]s|people)"
)
"""Units of what is counted: bare numbers, pounds, and offences or people, which are measured in no other unit."""


def decimals_of(unit: str, title: str, figures: Sequence[Decimal]) -> int:
    """How many decimals to print: what is counted whole has none unless its targets have; all else at least one."""
    most = max((max(0, -int(each.normalize().as_tuple().exponent)) for each in figures), default=0)
    is_whole = _COUNTED_WHOLE.fullmatch(unit.casefold()) and not re.search(
        r"\baverage\b|\bmean\b|\bper\b|\brate\b|\bratio\b", as_words(title)
    )
    return min(6, max(most, 0 if is_whole else 1))


def is_a_share(title: str) -> bool:
    """Whether a title is of what is done within a time, or well, and of no count or length of time."""
    words = as_words(title)
    is_count = re.match(r"(?:number|no\.?|total|average|days?|time|cost)\b", words)
    return bool(_DONE_WELL.search(words)) and not is_count
