"""An officer's text as a reader takes it in: answers in lines, lines in sentences, each with its cell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from generator.checks.readers_eye.text.figures import figures_in, fits, unit_of
from generator.checks.readers_eye.text.in_pounds import in_pounds
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sentences import shortened
from generator.checks.readers_eye.text.sought import Found, Sought, together
from generator.checks.readers_eye.text.subject import stems, words_for
from generator.commentary.blocks import blocks
from generator.commentary.printed_lines import own_lines
from generator.commentary.withheld import internal, internal_text, looks_the_same_to_all, public, public_text
from generator.judging.outcome import Judged
from generator.model.measure import Basis
from generator.model.officer_return import FilledForm
from generator.model.period import Period
from generator.model.problem import Problem, problem
from generator.model.question import DEFAULT_QUESTIONS, Question
from generator.project.house_style import NO_HOUSE_STYLE, HouseStyle


@dataclass(frozen=True, kw_only=True)
class Known:
    """What an editor knows besides the texts: the council's words, its measures, its questions, the day of the meeting.

    ``codes`` has every code and alias of the register, and ``reported`` the keys of those in this report; ``meeting``
    is None where the settings name no day. ``print_all`` says whether commentary is printed of measures that are no
    exceptions, too. ``owners`` are the groups and services that the register names, and ``officers`` its people, who
    are never printed.
    """

    codes: tuple[str, ...] = ()
    reported: frozenset[str] = frozenset()
    glossary: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    meeting: date | None = None
    style: HouseStyle = NO_HOUSE_STYLE
    questions: tuple[Question, ...] = DEFAULT_QUESTIONS
    print_all: bool = False
    owners: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()

    def reads(self, judged: Judged) -> bool:
        """Whether the commentary on a measure is read: only what is printed is."""
        return judged.exception or self.print_all

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The labels of the questions, by key."""
        return {each.key: each.label for each in self.questions}

    def codes_in(self, text: str) -> Iterable[Found]:
        """What in a text looks like a measure's code: the letters of one in the register, and a number."""
        like_codes, ends = self._like_codes
        return like_codes.finditer_part(text) if ends.search(text) else ()

    @cached_property
    def _like_codes(self) -> tuple[Sought, re.Pattern[str]]:
        """The pattern of what looks like a code, and one of how its letters end, which rules most texts out."""
        families = {"".join(re.sub(r"\d+[A-Za-z]*$", "", code).split()) for code in self.codes}
        letters = sorted((each for each in families if len(each) > 1), key=len, reverse=True)
        spaced = "|".join(r" ?".join(map(re.escape, each)) for each in letters) or "(?!)"
        ends = "|".join(sorted({re.escape(each[-1]) for each in letters})) or "(?!)"
        like_codes = Sought(rf"(?<![\w&])(?:{spaced}) ?\d{{1,3}}[a-z]?\b(?!\.\d)", flags=0)
        return like_codes, re.compile(rf"(?:{ends}) ?\d")

    @cached_property
    def code_words(self) -> frozenset[str]:
        """The words that codes are made of, such as CM in CM PM24, which nobody needs to explain."""
        return frozenset(word for code in self.codes for word in re.split(r"[\s/()]+", code))

    @cached_property
    def named_for_actions(self) -> frozenset[str]:
        """The keys of the questions whose names say that they ask what is being done."""
        return frozenset(each.key for each in self.questions if asks_for_actions(each))


_DONE = re.compile(r"action|response|mitigation|what .*(?:do|doing|done|did|next)\b|next steps", re.IGNORECASE)


def asks_for_actions(question: Question) -> bool:
    """Whether a question says by its name that it asks what is being done."""
    return _DONE.search(f"{question.key} {question.label}") is not None


type_of_shown = Mapping[str, tuple[str, ...]]
"""Answers by the keys of their questions, as some readers may see them."""

type_of_said = Mapping[Period, type_of_shown]
"""What was published for earlier periods."""
NOTHING_SAID: type_of_said = MappingProxyType({})


@dataclass(frozen=True)
class Commentary:
    """All that an officer wrote in one form, last quarter's form about the same, and what was ``said`` earlier."""

    returned: FilledForm
    known: Known
    before: FilledForm | None = None
    title: str = ""
    """What it is about, where that is printed above it."""
    said: type_of_said = field(default_factory=lambda: NOTHING_SAID)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line as readers inside the council read it, in the order of the report."""
        return tuple(self._lines(self._inside))

    @cached_property
    def earlier(self) -> type_of_said:
        """What was said of it in each earlier period that is known, the last first."""
        last = {self.before.period: self.before.answers} if self.before else {}
        return dict(sorted({**self.said, **last}.items(), reverse=True))

    @cached_property
    def sentences(self) -> tuple[tuple[Line, str], ...]:
        """Every sentence, with the line it stands in."""
        return tuple((line, sentence) for line in self.lines for sentence in line.sentences)

    @property
    def on_actions(self) -> frozenset[str]:
        """The keys of the questions that are to tell what is being done."""
        return self.known.named_for_actions

    @property
    def asks_for_actions(self) -> bool:
        """Whether a question asks by its name what is being done."""
        return bool(self.known.named_for_actions)

    @property
    def asks_for_reasons(self) -> str:
        """The label of the first question that does not ask what is being done, if others do; else empty."""
        on_actions = self.known.named_for_actions
        others = (each.label for each in self.known.questions if each.key not in on_actions)
        return next(others, "") if on_actions else ""

    @cached_property
    def actions(self) -> tuple[Line, ...]:
        """The lines that tell what is being done."""
        return tuple(line for line in self.lines if line.question in self.on_actions)

    @cached_property
    def account(self) -> tuple[Line, ...]:
        """The lines that tell how things stand: all but those on actions, or all where every question is on actions."""
        on_actions, every = self.on_actions, {each.key for each in self.known.questions}
        return tuple(line for line in self.lines if line.question not in on_actions or on_actions == every)

    @cached_property
    def published(self) -> tuple[Line, ...]:
        """Every line as the public reads it."""
        if looks_the_same_to_all(self.returned.answers.values()) or self._to_all == self._inside:
            return self.lines
        return tuple(self._lines(self._to_all))

    @cached_property
    def subject(self) -> frozenset[str]:
        """The stems of the words that its title is made of, or that are used in their place."""
        return words_for(self.title)

    @cached_property
    def title_words(self) -> int:
        """How many words of substance its title has."""
        return len(stems(self.title))

    @property
    def owners(self) -> tuple[str, ...]:
        """Who may be named as doing something: the groups and services of the register."""
        return self.known.owners

    @property
    def explains(self) -> bool:
        """Whether it has something to explain: of what is on target a word or two will do."""
        return True

    @property
    def unit(self) -> str:
        """The unit that figures of what it is about are written with."""
        return ""

    @property
    def adds_up(self) -> bool:
        """Whether its figures are those of the year so far."""
        return False

    @property
    def result(self) -> Decimal | None:
        """The result, where it is of the period's own months."""
        return None

    @property
    def result_before(self) -> Decimal | None:
        """The result that a direction of travel is worked out from, where that is known."""
        return None

    @property
    def printed_counts(self) -> frozenset[Decimal]:
        """Counts that the report prints beside the text."""
        return frozenset()

    def holding(self, *sought: Sought, lines: tuple[Line, ...] | None = None) -> Iterable[tuple[Line, str]]:
        """Every sentence (of some lines, or of all), with its line, that may hold one of some patterns."""
        shown = self._clues
        needs = [needed for each in sought if shown & (needed := each.needed) == needed]
        held = list[tuple[Line, str]]()
        for line in (self.lines if lines is None else lines) if needs else ():
            for sentence, found in line.read:
                for needed in needs:
                    if found & needed == needed:
                        held.append((line, sentence))
                        break
        return held

    def likely(self, sought: Iterable[Sought]) -> list[Sought]:
        """Those of some patterns for which the sentences together have all that a match must have."""
        shown = self._clues
        return [each for each in sought if shown & (needed := each.needed) == needed]

    def of(self, question: str) -> tuple[Line, ...]:
        """The lines that answer the question with this key."""
        return tuple(line for line in self.lines if line.question == question)

    def problem(self, rule: str, line: Line, found: str, **facts: object) -> Problem:
        """A problem at a line's cell, which quotes what was ``found`` in the text."""
        about = next((str(facts[each]) for each in ("number", "words") if each in facts), "")
        return self.problem_at(max(found.find(about), 0), rule, line, found, **facts)

    def problem_at(self, at: int, rule: str, line: Line, found: str, **facts: object) -> Problem:
        """The same about a place in what was found: of a long text what stands round it is quoted."""
        quoted, period_word = shortened(found, at), self.returned.own_period.word
        return problem(rule, line.place, found=quoted, period_word=period_word, **facts)

    @cached_property
    def _clues(self) -> int:
        return together(found for line in self.lines for _, found in line.read)

    @cached_property
    def _inside(self) -> type_of_shown:
        return {key: tuple(map(internal_text, lines)) for key, lines in self.returned.answers.items()}

    @cached_property
    def _to_all(self) -> type_of_shown:
        return {key: tuple(map(public_text, lines)) for key, lines in self.returned.answers.items()}

    def _lines(self, shown: type_of_shown) -> Iterator[Line]:
        for question in self.known.questions:
            written = shown.get(question.key, ())
            rows = (row for row, line in enumerate(written) if line.strip())
            items = ((block.form, item) for block in blocks(written) for item in block.items)
            for row, (form, item) in zip(rows, items, strict=True):
                yield Line(question.key, item.strip(), form, self.returned.place_of_line(question.key, row))


@dataclass(frozen=True)
class OfMeasure(Commentary):
    """All that an officer wrote of one measure, with the measure as it was judged: its figures fill placeholders."""

    judged: Judged = field(kw_only=True)
    printed: Judged = field(kw_only=True)
    """The same as it is printed: money may be told there in thousands or millions."""

    @classmethod
    def of_judged(
        cls, judged: Judged, known: Known, before: FilledForm | None = None, said: type_of_said = NOTHING_SAID
    ) -> "OfMeasure":
        """What was returned of a judged measure."""
        counted = in_pounds(judged)
        return cls(counted.returned, known, before, judged.measure.title, said, judged=counted, printed=judged)

    @property
    def on_actions(self) -> frozenset[str]:
        """The same; where none is so named, every question of a measure that is an exception: others need no action."""
        every = (each.key for each in self.known.questions if self.judged.exception)
        return self.known.named_for_actions or frozenset(every)

    @property
    def owners(self) -> tuple[str, ...]:
        """The same, and its own group and service first."""
        measure = self.judged.measure
        return tuple(filter(None, (*measure.groups, measure.service, *self.known.owners)))

    @property
    def explains(self) -> bool:
        """The same: an exception has."""
        return self.judged.exception

    @cached_property
    def unit(self) -> str:
        """The measure's unit, as figures in a text are written with it."""
        return unit_of(self.judged.measure)

    @property
    def year_ago(self) -> object:
        """The result of a year ago; of a whole year, that before it."""
        returned = self.judged.returned
        if returned.year_ago_actual is None and returned.own_period.per_year == 1:
            return returned.previous_actual
        return returned.year_ago_actual

    @cached_property
    def tells_the_result(self) -> bool:
        """Whether any sentence has a figure that may be the result."""
        return any(self.has_the_result(sentence) for _, sentence in self.sentences)

    def has_the_result(self, part: str) -> bool:
        """Whether a part of a text has a figure that may be the result."""
        actual, unit = self.judged.quarter.actual, self.unit
        return isinstance(actual, Decimal) and any(
            fits(each, unit) and each.agrees_with(actual) for each in figures_in(part)
        )

    @property
    def adds_up(self) -> bool:
        """The same: those of a cumulative measure are."""
        return self.judged.measure.basis is Basis.CUMULATIVE

    @property
    def result(self) -> Decimal | None:
        """The same: that of a rolling year is of other months too."""
        actual = self.judged.quarter.actual
        return actual if isinstance(actual, Decimal) and self.judged.measure.basis is not Basis.ROLLING else None

    @property
    def result_before(self) -> Decimal | None:
        """The same."""
        before = self.judged.direction.before
        return before if isinstance(before, Decimal) else None

    @property
    def printed_counts(self) -> frozenset[Decimal]:
        """The result, where it is a count."""
        actual = self.judged.quarter.actual
        return frozenset([actual]) if isinstance(actual, Decimal) and self.unit not in {"%", "£"} else frozenset()

    @cached_property
    def _inside(self) -> type_of_shown:
        return self._shown(internal(self.printed))

    @cached_property
    def _to_all(self) -> type_of_shown:
        return self._shown(public(self.printed))

    def _shown(self, judged: Judged) -> type_of_shown:
        return {each.key: own_lines(judged, each.key) for each in self.known.questions}
