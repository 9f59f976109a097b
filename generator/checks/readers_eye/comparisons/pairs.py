"""The two figures that a change in a sentence lies between."""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.checks.readers_eye.comparisons.amounts import MULTIPLE
from generator.checks.readers_eye.comparisons.own_parts import told_beside
from generator.checks.readers_eye.comparisons.references import TimeCompared, reference_after
from generator.checks.readers_eye.text.aims import AN_AIM, OTHERS_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import TIMES_TAKEN, Figure, figures_in, fits, parts_in
from generator.checks.readers_eye.text.moves import MOVES
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import around, ends_in_brackets
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import LAST_YEAR, in_the_period, names_the_last
from generator.checks.readers_eye.text.told_of import is_it_that_moved, known_figures, names_nothing_else
from generator.checks.readers_eye.text.words import word_set, words_read
from generator.model.measure import Basis

_OFF = any_of(
    "short shy adrift wide off over under below above behind ahead outside higher lower more less fewer longer"
)
_SIDE = Sought(
    rf"\b(?:{_OFF}|clear|away|gap|shortfall|deficit|shortage|missed|missing|miss|by|trails?|trailed|separate[sd]?"
    r"|to (?:go|find|make up|close))\b"
)
_OFF_IT = Sought(
    rf"^(?: [a-z]+){{0,2}} (?:{_OFF}) (?:of|from) (?:it|this|that)\b(?! [a-z]+(?:ing|ed)\b)"
    rf"|^(?: (?:days?|weeks?|hours?|minutes?|points))? (?:{_OFF}) (?:of )?(?:the |our )?(?:target|goal)\b"
    r"(?! (?:of|for)\b)"
)
_OFF_THE = Sought(rf"^(?: [a-z]+){{0,2}} (?:{_OFF})(?: of| than| from)? (?:the |our )?")
_GAP = Sought(
    r"\b(?:gap|shortfall|deficit)(?: (?:to|from|against) (?:the |our )?target)?"
    r"(?: (?:is|was|of|stands at|stood at|to close))*(?: about| some| around)? ?$"
)
_OVERSPENT = Sought(r"\b(?:over|under)[- ]?spend(?: (?:is|was|of|stands at|stood at|to))*(?: about| some| around)? ?$")
_BETWEEN_OTHERS = Sought(
    r"\b(?:gap|difference) (?:between|with|to) (?!(?:the |our )?target)|\b(?:pay|attainment|funding|budget) gap\b"
)
_IS_OFF_ANOTHER = re.compile(
    r"(?: [a-z]+)? (?:over|under|above|below|beyond|outside) (?:the|our|its|their) "
    r"(?!last|previous|quarter|year|month|summer|winter|spring|autumn|period|three|past|same|two)[a-z]"
)
"""A gap to something else than an earlier result."""
_BY_ITSELF = re.compile(r"[,.;)]| (?:in|at|on|for|and|to|the|a|last|before|from|against|compared|previously)\b|$")
_VERB = re.compile(
    r" (?:[a-z]{3,}(?:ed|ws)|is|was|has|had|came|comes|can|may|means|meant|shows|makes|made|brings|brought)\b"
)
_SINCE = re.compile(r"\b(?:on|from|than|over|since|against)\b[^,;\d]*$")
_IS_NAMED = re.compile(rf"\W*(?:(?:the|this|that|an?|our|its) )?(?:[a-z]+ )?(?:{MOVES})\b", re.IGNORECASE)
_NEAR = Decimal("0.05")
RELATIVE = frozenset({"%", MULTIPLE})
"""Units of changes that are told as a part of what it was."""
_COMPARED = frozenset({Role.START, Role.END, Role.EARLIER})
_NO_LEVELS = frozenset({"points", "day", "week", "month", "year"})


class Pair(NamedTuple):
    """The earlier and the later figure; of a target and a result, the target first."""

    before: Decimal
    after: Decimal
    is_sure: bool = True
    """Whether the sentence says that it lies between these; otherwise it is only likely."""
    slack: Decimal = Decimal(0)
    """How far off a change may be because the sentence rounds the two figures."""
    of_target: bool = False
    """Whether the first is a target."""

    @property
    def apart(self) -> Decimal:
        """How far apart they are."""
        return abs(self.after - self.before)

    def right(self, unit: str) -> Decimal | None:
        """How far apart they are: in per cent of the earlier, as its multiple, or as they are; None of nought."""
        if unit not in RELATIVE:
            return self.apart
        of_it = self.apart if unit == "%" else self.after
        return 100 * of_it / abs(self.before) if self.before else None


def levels_of(part: str, change: Figure, text: OfMeasure) -> list[Figure]:
    """The other figures that a change may lie between: of its unit, no years, parts of a whole and other things."""
    counted = [(each.start(), each.end()) for each in parts_in(part)]
    others = (each for each in figures_in(part) if each.start != change.start)
    return [
        each
        for each in others
        if _is_level(part, each, change, text) and not any(start <= each.start < end for start, end in counted)
    ]


def _is_level(sentence: str, figure: Figure, change: Figure, text: OfMeasure) -> bool:
    if (
        figure.is_year
        or _GOES_ON.match(sentence, figure.end)
        or (figure.unit == "%" and role_of(sentence, figure) is Role.CHANGE)
    ):
        return False
    if change.unit == "points":
        return figure.unit == "%" or (not figure.unit and _BY_ITSELF.match(sentence, figure.end) is not None)
    if change.unit in RELATIVE:
        return figure.unit not in _NO_LEVELS or figure.unit == text.unit
    if not figure.unit and (change.unit or text.unit in TIMES_TAKEN):
        return _BY_ITSELF.match(sentence, figure.end) is not None
    return figure.unit in {change.unit, ""}


def pair_of(text: OfMeasure, sentence: str, change: Figure, part: str) -> Pair | None:
    """What a change lies between, where that is clear: as its part of the sentence tells, or else as the form has it.

    They are the target and the result, where the part names the target; or its two figures of the same unit; or the
    one beside the change and that of the time which it is compared with.
    """
    actual, unit = text.judged.quarter.actual, text.unit
    levels, may_be_of_it = levels_of(part, change, text), _may_be_of(change, unit)
    if _EARLIER_GAP.search(part[: change.start]):
        return None
    if is_at_target(part, change, text):
        may_be = isinstance(actual, Decimal) and len(levels) <= 2 and may_be_of_it
        return _off_target(text, sentence, change, levels, actual) if may_be and isinstance(actual, Decimal) else None
    if _names_several(text, told_beside(part, change)) or _IS_OFF_ANOTHER.match(part, change.end):
        return None
    return _since_then(text, sentence, change, part, levels)


def _since_then(text: OfMeasure, sentence: str, change: Figure, part: str, levels: list[Figure]) -> Pair | None:
    """What a change since an earlier time lies between."""
    actual, unit = text.judged.quarter.actual, text.unit
    levels = [each for each in levels if role_of(sentence, each) is not Role.TARGET and not _is_the_target(each, text)]
    told = _in_sentence(sentence, levels, change)
    base = _base_of(sentence, change, text)
    if base and isinstance(actual, Decimal) and _may_be_of(change, unit):
        return Pair(base.value, actual, slack=_rounding(base))
    if change.unit == MULTIPLE:
        levels = [each for each in levels if fits(each, unit)]
    if not isinstance(actual, Decimal) or not _may_be_of(change, unit):
        return told
    before = _compared_with(text, part, change)
    is_told = isinstance(before, Decimal) and any(each.agrees_with(before) for each in levels)
    if isinstance(before, Decimal) and not is_told and (not told or text.has_the_result(part)):
        is_it = text.has_the_result(part) or _is_no_chance(change, abs(actual - before), unit)
        its_own = change.unit in RELATIVE and unit == "%" and bool(levels)  # "up 38% on Q2 (from 486)" is of a number
        is_another = its_own or any(fits(each, unit) for each in levels)
        is_it = is_it or (not is_another and _is_of_it(sentence, change, text))
        return Pair(before, actual) if is_it else told
    if told or len(levels) > 1 or before is UNKNOWN:
        return told
    return _with_the_result(text, sentence, change, part, levels, actual)


def is_at_target(sentence: str, change: Figure, text: OfMeasure) -> bool:
    """Whether the clause of a change says that it is one from the target, by its name, its figure, or "of it"."""
    after = sentence[change.end :]
    off = _OFF_THE.match_part(after)
    figures = figures_in(after[off.end() :]) if off else ()
    is_off_it = _OFF_IT.match_part(after) or _OVERSPENT.search_part(sentence[: change.start])
    if is_off_it or (figures and figures[0].start == 0 and _is_the_target(figures[0], text)):
        return True
    if change.unit == MULTIPLE:
        return AN_AIM.search_part(change.typed) is not None
    clause = around(sentence, change.start)
    if OTHERS_AIM.search_part(clause) or _BETWEEN_OTHERS.search_part(clause):
        return False
    period = text.judged.returned.own_period
    if LAST_YEAR.search_part(clause) or names_the_last(clause, period):
        return False
    if AN_AIM.search_part(clause) and _SIDE.search_part(clause):
        return True
    is_gap = bool(_GAP.search_part(sentence[: change.start])) and change.unit in {"points", text.unit}
    return is_gap and len(levels_of(sentence, change, text)) < 2


def _is_the_target(figure: Figure, text: OfMeasure) -> bool:
    target = text.judged.quarter.target
    return isinstance(target, Decimal) and figure.unit == text.unit and figure.value == target


def _may_be_of(change: Figure, unit: str) -> bool:
    """Whether a change may be one of the measure: in its unit, in per cent, or in points of a percentage."""
    return change.unit in RELATIVE or (change.unit == "points" and unit == "%") or (unit != "%" and fits(change, unit))


def _off_target(text: OfMeasure, sentence: str, change: Figure, levels: list[Figure], actual: Decimal) -> Pair | None:
    """The target and what came: each as the sentence has it, or else as the form has."""
    target, now, slack, unit = text.judged.quarter.target, actual, Decimal(0), text.unit
    is_told, begins = False, not sentence[: change.start].strip()
    is_of_it = begins or change.unit == "points" or _is_of_it(sentence, change, text)
    for each in levels:
        if role_of(sentence, each) is Role.TARGET:
            target, slack, is_told = each.value, slack + _rounding(each), True
        elif fits(each, unit):
            now, slack, is_of_it = each.value, slack + _rounding(each), True
    if not isinstance(target, Decimal) or not is_of_it or (now != actual and not is_told and not _is_near(now, actual)):
        return None
    own = text.judged.quarter.target
    if isinstance(own, Decimal) and change.unit not in RELATIVE and abs(own - actual) == change.value:
        return None  # as far from the form's own target, whatever other one is named: "half the year's ceiling of 108"
    return Pair(target, now, slack=slack, of_target=True)


def _is_near(told: Decimal, actual: Decimal) -> bool:
    """Whether a figure may be meant as the result, though it is not quite that; one further off is of another thing."""
    return abs(told - actual) <= abs(actual) * _NEAR


def _in_sentence(sentence: str, levels: list[Figure], change: Figure) -> Pair | None:
    """The two figures of a unit after "from" and "to", or the only two, of which the earlier may be in brackets."""
    roles = [role_of(sentence, each) for each in levels]
    for one, other, role, next_role in zip(levels, levels[1:], roles, roles[1:], strict=False):
        if role is Role.START and next_role is Role.END and (one.unit == other.unit or not one.unit):
            return Pair(one.value, other.value, slack=_rounding(one, other))
    if len(levels) != 2:
        return None
    one, other = levels
    if one.unit and other.unit and one.unit != other.unit:
        return None
    before = sentence[: other.start]
    is_in_brackets = ends_in_brackets(before) and not ends_in_brackets(sentence[: one.start])
    if not (is_in_brackets or _COMPARED & set(roles)):
        return None
    is_since = roles[0] is Role.END and _SINCE.search(sentence, one.end, other.start)
    is_base = change.end <= other.start and _ON.fullmatch(sentence, change.end, other.start)
    is_earlier = roles[1] in {Role.EARLIER, Role.START} or is_in_brackets or is_since or is_base
    ends = (other.value, one.value) if is_earlier else (one.value, other.value)
    return Pair(*ends, slack=_rounding(one, other))


_ON = re.compile(
    r"(?: points?| days?)? (?:above|below|over|under|(?:more|fewer|less|higher|lower) than|(?:up|down) on|on|ahead of"
    r"|behind) (?:the |our )?"
)
"""What stands between a change and the figure that it is a change from: "14% above the 207"."""


def _base_of(sentence: str, change: Figure, text: OfMeasure) -> Figure | None:
    """The number right after a change that it is a change from, where that is an earlier result: "than the 46.2"."""
    found, returned = _ON.match(sentence, change.end), text.judged.returned
    known = [each for each in (returned.previous_actual, text.year_ago) if isinstance(each, Decimal)]
    after = (each for each in figures_in(sentence) if found and each.start == found.end())
    return next((each for each in after if fits(each, text.unit) and each.value in known), None)


def _with_the_result(
    text: OfMeasure, sentence: str, change: Figure, part: str, levels: list[Figure], actual: Decimal
) -> Pair | None:
    unit, level = text.unit, levels[0] if levels else None
    if level and not (fits(level, unit) and level.agrees_with(actual)):
        is_known = fits(level, unit) and any(map(level.agrees_with, known_figures(text)))
        is_it = is_known and _is_of_it(sentence, change, text)
        return Pair(level.value, actual, slack=_rounding(level)) if is_it else None
    before = _of_the_time_named(text, part, change)
    is_sure = isinstance(before, Decimal)
    before = before if is_sure else text.judged.direction.before
    is_told = level or ((is_sure or unit == "%") and _is_of_it(sentence, change, text))
    return Pair(before, actual, is_sure) if isinstance(before, Decimal) and is_told else None


def _rounding(*told: Figure) -> Decimal:
    """How far off figures may be by their rounding: whole ones, but for thousands and millions, are taken as exact."""
    return sum((each.step / 2 for each in told if each.step != 1), Decimal(0))


def _names_several(text: OfMeasure, sentence: str) -> bool:
    """Whether a sentence compares with last year and with last quarter, so that one change may be of either."""
    period = text.judged.returned.own_period
    return period.per_year > 1 and bool(LAST_YEAR.search(sentence)) and names_the_last(sentence, period)


def _is_of_it(sentence: str, change: Figure, text: OfMeasure) -> bool:
    """Whether the clause of a change is about what is measured; of a share's change in per cent it must say so."""
    clause = around(sentence, change.start)
    if names_nothing_else(clause, text.title) or names_nothing_else(_up_to_verb(clause, change), text.title):
        return True
    if change.unit in RELATIVE and text.unit == "%":
        return is_it_that_moved(sentence, change, text)
    return shared(clause, text.subject) > 0


def _up_to_verb(clause: str, change: Figure) -> str:
    """A clause that begins with the name of a change, up to the verb after it: "A slip of 3.4 points on the spring"."""
    before, _, after = clause.partition(change.typed)
    verb = _VERB.search(after)
    return before + after[: verb.start()] if verb and _IS_NAMED.match(before) else clause


_LARGE = 10


def _is_no_chance(change: Figure, apart: Decimal, unit: str) -> bool:
    """Whether a change is so exactly the result's that it can hardly be of anything else."""
    return (
        (change.unit not in RELATIVE or change.unit == unit)
        and change.value == apart
        and (change.step < 1 or apart >= _LARGE)
    )


UNKNOWN = "unknown"
"""The figure of a time that the form knows nothing of."""


_GOES_ON = re.compile(r" (?:and )?\d+ (?:seconds?|minutes?|s|min)\b")
"""What comes after minutes or hours that are told with their seconds."""
_LED = word_set("above below under over behind")
_EARLIER_GAP = re.compile(r"\b(?:having been|had been) (?:some |about |just )?$")


def _compared_with(text: OfMeasure, part: str, change: Figure) -> object:
    """The figure of what the words after a change say that it is against."""
    words = words_read(part)
    place = words.place(change.end - 1) + 1
    is_led = words.at(place) in _LED
    found = reference_after(words, place + is_led, text, is_led=is_led)
    if found and found.when is TimeCompared.NUMBER:
        number = next(each for each in figures_in(part) if each.end == found.end)
        return number.value if change.unit in {number.unit, "points", *RELATIVE} else UNKNOWN
    if found and (found.value is not None or change.step):
        return UNKNOWN if found.value is None else found.value
    return None


def _of_the_time_named(text: OfMeasure, part: str, change: Figure) -> object:
    """The form's figure of the time that the part of a change names: of last year, or of last quarter."""
    beside, returned = told_beside(part, change), text.judged.returned
    if LAST_YEAR.search(beside):
        return text.year_ago
    is_sum = text.judged.measure.basis is Basis.CUMULATIVE and text.unit != "%"
    if not is_sum and (names_the_last(beside, returned.own_period) or in_the_period(beside, returned.own_period)):
        return returned.previous_result
    return None
