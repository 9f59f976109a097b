"""What each figure of a text is put forward as: of which time, and how surely of what is measured."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, IntEnum
from functools import cached_property, lru_cache

from generator.checks.readers_eye.figures_told.clause import HAS_VERB, Clause, clause_of, numbers_in
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, IN_WORDS, PART_OF, Figure, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.moves import MOVES
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Sought, phrase
from generator.checks.readers_eye.text.times import (
    ELSEWHERE,
    LAST_YEAR,
    OF_TIMES_TO_COME,
    is_its_span,
    is_of_the_one_before,
    is_up_to_now,
    names_another_time,
    names_now,
    quarter_of,
    quarters_in,
    years_back,
)
from generator.checks.readers_eye.text.told_of import (
    is_said_of_it,
    known_figures,
    names_a_kind,
    names_nothing_else,
    opens_with_another,
    words_of_it,
)
from generator.model.measure import Basis
from generator.model.period import Period


class OfTime(Enum):
    """The time that the clause of a figure names."""

    NOW = "now"
    BEFORE = "the period before"
    A_YEAR_AGO = "a year ago"
    OTHER = "another"
    UNSAID = "unsaid"


class Sure(IntEnum):
    """How surely a figure is told of what is measured."""

    NOT = 0
    HARDLY = 1
    """Its clause neither names what is measured nor anything else that is known."""
    NAMED = 2
    """Its clause names what is measured, and more."""
    PLAIN = 3
    """Its clause names nothing else."""


@dataclass(frozen=True, eq=False)
class ToldFigure:
    """A figure in a sentence, and what it is put forward as."""

    line: Line
    sentence: str
    figure: Figure
    text: OfMeasure
    is_known: bool
    """Whether it may be one of the form's figures."""

    @cached_property
    def clause(self) -> Clause:
        """The clause that it stands in."""
        return clause_of(self.sentence, self.figure, self.text.title)

    @cached_property
    def role(self) -> Role:
        """The part that it plays by the words beside it; what the title says was lost or gained is no change."""
        sentence, figure = self.sentence, self.figure
        if _MOVED_ON.may_be_in(sentence) and _MOVED_ON.search_part(
            sentence[max(0, figure.start - _CLOSE) : figure.start]
        ):
            return Role.EARLIER
        in_brackets = _IN_BRACKETS.match(sentence, figure.end)
        role = role_of(sentence, figure, in_brackets.end() if in_brackets else 0)
        if role is not Role.CHANGE:
            return role
        beside = sentence[: figure.start].rstrip().rpartition(" ")[2].lower()
        return Role.UNSAID if beside and beside in self.text.title.lower().split() else role

    @cached_property
    def when(self) -> OfTime:
        """The time that its clause names."""
        if self.text.judged.measure.basis is not Basis.QUARTER and _BY_ITSELF.may_be_in(self.sentence):
            before = self.sentence[max(0, self.figure.start - 3 * _CLOSE) : self.figure.start]
            if _BY_ITSELF.search_part(before) or _BY_ITSELF.search_part(self.clause.whole):
                return OfTime.OTHER
        then = _AFTER_A_BRACKET.match(self.sentence, self.figure.end)
        return _when(self.clause.whole + (then["then"] if then else ""), self.text)

    @cached_property
    def sure(self) -> Sure:
        """How surely it is told of what is measured."""
        is_other = _is_other(self.sentence, self.figure, self.clause, self.text)
        return Sure.NOT if is_other else _sureness(self.sentence, self.clause, self.figure, self.text)

    @property
    def is_in_brackets(self) -> bool:
        """Whether it is the first in brackets."""
        return self.sentence[: self.figure.start].endswith("(")


_SCALED = re.compile(r"£ ?['’]?(?:0{3}|[km]\b)|\b(?:thousand|million)", re.IGNORECASE)
"""A title that says that its figures are told in thousands or millions."""
_OF_SOME = phrase(
    r"""exclud(?:es|ed|ing) leaving_out apart_from but_for outside except before_that
    in_(?:the_)?(?:north|south|east|west|\w+_wards?) without among amongst
    for_(?:those|adults|children|men|women|boys|girls)
    of_(?:these|those|them|which|whom) whose highest lowest best worst peak\w* weekly daily elsewhere target aim survey
    estimated? separate(?:ly)? (?:the_|on_|each_)?others? the_rest those rang(?:es?|ed|ing) ran_(?:from|between)
    median_of (?:three|five|ten)-year one_(?:was|is)"""
)
_SPLIT = Sought(
    r"^(?:excluding|without|apart from|but for|leaving out|leaving aside|setting aside|discounting)\b"
    r"|\b(?:the (?:others?|rest|remaining|remainder)|leav(?:e|ing) (?:those|these|them|that|it)|(?:set|put|left) aside"
    r"|stripp(?:ed|ing) out|without (?:it|them|these|those|which|that))\b"
)
"""What says that a sentence tells of parts."""
_EACH = Sought(r"\b(?:each(?! \d)|every)\b")
_OF_A_GROUP = Sought(
    r"\b(?:about|of the|of all|of those|on the|(?:ma[dk]e|making|makes) up|account(?:s|ed|ing)? for"
    r"|compris(?:es?|ed|ing)|form(?:s|ed|ing)?|constitut(?:es?|ed|ing)"
    r"|represent(?:s|ed|ing)?)\s+(?:(?:an?|some|about|nearly|over) )*$"
)
_SO_FAR = phrase(
    """year_to_date year-to-date so_far_this_year cumulative(?:ly)? full[-_]year year_as_a_whole whole_year YTD
    (?:12|24|twelve)_months_to (?:last|past|rolling|previous)_(?:12|twelve)_months rolling_(?:year|average)"""
)
_NOW = Sought(r"\b(?:now|currently|today|this time|this (?:quarter|month|year|half-year|term)|at present)\b")
_YEAR_END = Sought(
    r"\b(?:end(?:ed|ing)?|finish(?:ed|ing)?|clos(?:ed|ing)|all of|whole of|outturn) (?:for |of )?(?:the )?last\b"
    r"|\b(?:full|whole)[- ]year\b|\byear as a whole\b|\b(?:last|that|previous) year (?:as a whole |had )?"
    r"(?:end|finish|clos|came|come)|\b(?:end|finish|clos)\w+ (?:that|the|last) year\b"
)
"""What names the end of last year, and not a year ago."""
_BY_ITSELF = Sought(r"\b(?:on its own|by itself|itself|alone)\b")
_IN_BRACKETS = re.compile(r" \([^()]*\)")
_MOVED_ON = Sought(rf"\b(?:{MOVES}) on (?:the )?$")
_AFTER_A_BRACKET = re.compile(r" ?\([^)]{1,20}\)(?P<then> [^,;.(]{0,40})")
"""A count in brackets, after which the clause goes on: "41.7% (563) at the end of June"."""
_LABELS = re.compile(r"[A-Z][\w &-]{1,25} \d[\d.]*%(?:(?:,| and) [A-Z][\w &-]{1,25} \d[\d.]*%)+\.?")
"""Parts, each with its figure: "Place 97%, People 85%."."""
_OF_NO_OTHER = phrase("performance results? figures? outturn overall total rate now score summary actual context worth")
"""What a label says that names no part: "Result: 74%"."""
_CLOSE = 20
"""Letters after a number in which its unit may stand: "742 delayed days"."""
_ENOUGH = 2
"""Words that a clause has with a title, where that has so many."""


def came_since(text: OfMeasure) -> tuple[Decimal, ...]:
    """What the result is more than the one before it, which is what came since of a sum."""
    actual, before = text.judged.quarter.actual, text.judged.returned.previous_actual
    return (actual - before,) if isinstance(actual, Decimal) and isinstance(before, Decimal) else ()


def told_figures(text: OfMeasure) -> Iterator[ToldFigure]:
    """The figures of what is told of how things stand that may be of the measure."""
    every = (*known_figures(text), *(came_since(text) if text.adds_up else ()))
    known = tuple(dict.fromkeys(map(text.judged.measure.rounded, every)))
    if _SCALED.search(text.title):
        known += tuple(each * scale for each in known for scale in (1_000, 1_000_000))
    for line, sentence in text.holding(DIGIT, lines=text.account):
        for each in numbers_in(sentence):
            if fits(each, text.unit):
                yield ToldFigure(line, sentence, each, text, any(map(each.agrees_with, known)))


def _is_other(sentence: str, figure: Figure, clause: Clause, text: OfMeasure) -> bool:
    """Whether a figure may be of something else: of a group, a part, or another kind of number than the result."""
    actual, has_decimals = text.judged.quarter.actual, figure.decimals > 0
    if not figure.unit and isinstance(actual, Decimal) and not has_decimals:
        beside = f" {clause.before}{sentence[figure.end : figure.end + _CLOSE]}".lower()
        is_its_unit = bool(text.unit) and f" {text.unit}" in beside
        if (text.unit and not is_its_unit) or actual != actual.to_integral_value():
            return True
    if (
        _SPLIT.search(sentence)
        or _LABELS.fullmatch(sentence)
        or _has_another_number(clause.before + sentence[figure.end :][: len(clause.after) + _CLOSE], text.title)
        or _is_labelled(sentence, figure, clause.after, text)
        or clause.led
        or _is_a_part(sentence, figure)
        or _OF_A_GROUP.search_part(sentence[max(0, figure.start - 2 * _CLOSE) : figure.start])
    ):
        return True
    told = clause.before + clause.after
    likely = (each for each in (_OF_SOME, OF_TIMES_TO_COME, ELSEWHERE) if each.may_be_in(sentence))
    some = (each.search_part(told) for each in likely)
    if any(found and found[0].lower() not in text.title.lower() for found in some):
        return True
    is_of_each = " per " not in text.title and _EACH.search_part(clause.before) is not None
    return is_of_each or _is_of_others(sentence, text)


def _when(clause: str, text: OfMeasure) -> OfTime:
    """Of which time a clause tells."""
    period = text.judged.own_period
    named = quarters_in(clause)
    back = years_back(clause, period) if named or is_its_span(clause, period) else None
    if named:
        return _of_quarters(named, back or 0, period)
    if back:
        return OfTime.A_YEAR_AGO if back == 1 else OfTime.OTHER
    earlier = _earlier(clause, text)
    if earlier:
        return earlier
    is_now = is_up_to_now(clause, period)
    if not is_now and names_another_time(clause, period):
        return OfTime.OTHER
    return OfTime.NOW if is_now or names_now(clause, period) else OfTime.UNSAID


def _of_quarters(named: tuple[int, ...], back: int, period: Period) -> OfTime:
    """Of which time quarters tell that are named, of a year that is so many before the period's."""
    last, this = quarter_of(period.previous), quarter_of(period)
    if back:
        return OfTime.A_YEAR_AGO if back == 1 and named == (this,) else OfTime.OTHER
    return OfTime.NOW if this in named else OfTime.BEFORE if named == (last,) else OfTime.OTHER


def _earlier(clause: str, text: OfMeasure) -> OfTime | None:
    """The earlier time that a clause names, where it names one by its distance from now."""
    last_year = LAST_YEAR.search_part(clause)
    if last_year and last_year[0].lower() not in text.title.lower():
        return OfTime.OTHER if _YEAR_END.search_part(clause) else OfTime.A_YEAR_AGO
    period = text.judged.own_period
    is_now = _NOW.search_part(clause) is not None or names_now(clause, period)
    return OfTime.BEFORE if is_of_the_one_before(clause, period) and not is_now else None


def _sureness(sentence: str, clause: Clause, figure: Figure, text: OfMeasure) -> Sure:
    told, head = _OF_THEN.sub("", f"{clause.before} {clause.after}"), _head(_THERE_ARE.sub("", clause.before))
    named, others = words_of_it(told, text.title)
    is_share_of_all = text.unit == "%" and clause.after.lstrip().startswith("of ")
    if names_nothing_else(told, text.title) and not others:
        return Sure.PLAIN if not is_share_of_all or named >= min(_ENOUGH, text.title_words) else Sure.HARDLY
    if names_a_kind(clause.before, text.title) or names_a_kind(_WHAT.sub("", clause.after)[:_CLOSE], text.title):
        return Sure.HARDLY
    done = None if figure.unit else _DONE.search(clause.after)
    if done and words_of_it(done["done"], text.title) == (0, 1):
        return Sure.HARDLY
    if is_said_of_it(head, text) or (named >= (others if text.unit != "%" else max(others + 1, _ENOUGH)) > 0):
        return Sure.NAMED
    is_first = bool(text.account) and sentence == text.account[0].sentences[0]
    first = next((each for each in _WORD.findall(clause.before.lower()) if words_of_it(each, text.title) != (0, 0)), "")
    is_alone = named > 0 and not is_share_of_all and words_of_it(first, text.title)[1] == 0
    is_its = is_alone or named >= _ENOUGH
    is_in_brackets = sentence[: figure.start].endswith("(")
    return Sure.NAMED if is_first and is_its and figure.unit and not is_in_brackets else Sure.HARDLY


_OF_THEN = re.compile(r"\b(?:ago|compares?|previously)\b")
_WHAT = re.compile(r"^\W*(?:of )?(?:the |all |our )?")
_WORD = re.compile(r"[a-z]{3,}")
_DONE = re.compile(r"\b(?:are|is|was|were|been) (?P<done>\w+)")
_THERE_ARE = re.compile(r"\b(?:[Tt]here (?:are|were|was|is|have been)|[Ww]e (?:had|have|made|saw|did|reached))\b")
_VERB = Sought(r"\b(?:is|are|was|were|has|have|had|stands?|stood|came|comes|reached|took|rose|fell)\b")


def _head(rest: str) -> str:
    verb = _VERB.search_part(rest)
    return rest[: verb.start()] if verb else rest


def _is_a_part(sentence: str, figure: Figure) -> bool:
    """Whether a figure is a part of what was told, or a bare number a part of a whole, or the whole: "57 of the 70"."""
    if figure.unit == "%":
        return False
    if _OF_IT.match(sentence, figure.end):
        return True
    return not figure.unit and any(each.start() <= figure.start < each.end() for each in PART_OF.finditer(sentence))


_OF_IT = re.compile(r" of (?:it|that|this|them|these|those)\b")
_NUMBER = r"(?P<number>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|sixty)"


def _is_labelled(sentence: str, figure: Figure, after: str, text: OfMeasure) -> bool:
    """Whether what stands before a colon names something else: "UK: 87%", "Letters: 40 sent, 87% in time"."""
    label, colon, between = sentence[: figure.start].rpartition(";")[2].rpartition(": ")
    if not colon or len(label) > _LONGEST_LABEL or _OF_NO_OTHER.search_part(label):
        return False
    own, others = words_of_it(label, text.title)
    if HAS_VERB.search(label):
        return not own and others > 0 and not between.strip() and words_of_it(after, text.title)[0] < _ENOUGH
    return not own and (others > 0 or not between.strip())


_LONGEST_LABEL = 40
"""Letters."""


def _has_another_number(told: str, title: str) -> bool:
    """Whether a clause has another number than a title where that has one: "within four" of "within two days"."""
    return any(_value(found["number"]) != own for beside, own in _numbers_in(title) for found in beside.finditer(told))


@lru_cache(64)
def _numbers_in(title: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Patterns for a number beside each word that stands beside one in a title, with that number."""
    found = re.finditer(rf"(?P<before>[a-z]+) {_NUMBER}(?: (?P<after>[a-z]+?)s?\b)?", title, re.IGNORECASE)
    return tuple(
        (re.compile(rf"\b{beside}", re.IGNORECASE), _value(each["number"]))
        for each in found
        for beside in (rf"{each['before']} {_NUMBER}\b", rf"{_NUMBER}[ -]{each['after']}")
        if each["after"] or beside.endswith("b")
    )


def _value(number: str) -> int:
    return IN_WORDS.get(number.lower(), 0) or int(number)


def _is_of_others(sentence: str, text: OfMeasure) -> bool:
    """Whether a sentence tells of a group that it opens with, or of the year so far."""
    return opens_with_another(sentence, text.title) or _is_so_far(sentence, text)


def _is_so_far(sentence: str, text: OfMeasure) -> bool:
    """Whether a sentence tells of the year so far, where the result is of one quarter."""
    return text.judged.measure.basis not in {Basis.CUMULATIVE, Basis.ROLLING} and bool(_SO_FAR.search(sentence))
