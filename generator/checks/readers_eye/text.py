"""An officer's text as a reader takes it in: answers in lines, lines in sentences, each with its cell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from types import MappingProxyType

from generator.checks.readers_eye.phrases import FIGURE, Sought
from generator.commentary.blocks import Form, blocks
from generator.commentary.printed_lines import own_lines
from generator.commentary.withheld import internal, internal_text, public, public_text
from generator.judging.outcome import Judged
from generator.model.officer_return import FilledForm
from generator.model.problem import Place, Problem, problem
from generator.model.question import DEFAULT_QUESTIONS, Question
from generator.project.house_style import NO_HOUSE_STYLE, HouseStyle

_END = re.compile(r"[.!?][\"”’)\]]{0,3}\s+(?=[\"“‘(\[]?[A-Z0-9£])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|no|nos|mr|mrs|ms|dr|st|cllr|vs|dept|para)|\b[A-Z])\.$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class Line:
    """A paragraph or a list item as it is printed, with the cell it was typed in."""

    question: str
    """The key of the question that it answers."""
    text: str
    form: Form
    place: Place

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The line's sentences."""
        return tuple(sentences(self.text))

    def search(self, sought: Sought) -> re.Match[str] | None:
        """Find the first match in the whole line."""
        return sought.pattern.search(self.text) if self.may_hold(sought) else None

    def finditer(self, sought: Sought) -> Iterable[re.Match[str]]:
        """Find every match in the whole line."""
        return sought.pattern.finditer(self.text) if self.may_hold(sought) else ()

    def may_hold(self, sought: Sought) -> bool:
        """Whether a sentence has anything that a match must have; a line that was cut into pieces always may."""
        return len(self.text) > _LONGEST_PIECE or any(map(sought.may_be_in, self.sentences))

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.form is not Form.PARAGRAPH


@dataclass(frozen=True, kw_only=True)
class Known:
    """What an editor knows besides the texts: the council's words, its measures, its questions, the day of the meeting.

    ``codes`` has every code and alias of the register, and ``reported`` the keys of those in this report; ``meeting``
    is None where the settings name no day. ``print_all`` says whether commentary is printed of measures that are no
    exceptions, too.
    """

    codes: tuple[str, ...] = ()
    reported: frozenset[str] = frozenset()
    glossary: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    meeting: date | None = None
    style: HouseStyle = NO_HOUSE_STYLE
    questions: tuple[Question, ...] = DEFAULT_QUESTIONS
    print_all: bool = False

    def reads(self, judged: Judged) -> bool:
        """Whether the commentary on a measure is read: only what is printed is."""
        return judged.exception or self.print_all

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The labels of the questions, by key."""
        return {each.key: each.label for each in self.questions}

    @cached_property
    def like_codes(self) -> Sought:
        """The pattern of what looks like a measure's code: the letters of one in the register, and a number."""
        families = {"".join(re.sub(r"\d+[A-Za-z]*$", "", code).split()) for code in self.codes}
        spaced = (r" ?".join(map(re.escape, each)) for each in sorted(families, key=len, reverse=True) if len(each) > 1)
        letters = "|".join(spaced) or "(?!)"
        return Sought(rf"(?<![\w&])(?:{letters}) ?\d{{1,3}}[a-z]?\b(?!\.\d)", FIGURE, flags=0)

    @cached_property
    def code_words(self) -> frozenset[str]:
        """The words that codes are made of, such as CM in CM PM24, which nobody needs to explain."""
        return frozenset(word for code in self.codes for word in re.split(r"[\s/()]+", code))


type_of_shown = Mapping[str, tuple[str, ...]]
"""Answers by the keys of their questions, as some readers may see them."""


@dataclass(frozen=True)
class Commentary:
    """All that an officer wrote in one form, and last quarter's form about the same."""

    returned: FilledForm
    known: Known
    before: FilledForm | None = None
    title: str = ""
    """What it is about, where that is printed above it."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line as readers inside the council read it, in the order of the report."""
        return tuple(self._lines(self._inside))

    @cached_property
    def sentences(self) -> tuple[tuple[Line, str], ...]:
        """Every sentence, with the line it stands in."""
        return tuple((line, sentence) for line in self.lines for sentence in line.sentences)

    @cached_property
    def published(self) -> tuple[Line, ...]:
        """Every line as the public reads it."""
        shown = self._to_all
        return self.lines if shown == self._inside else tuple(self._lines(shown))

    def of(self, question: str) -> tuple[Line, ...]:
        """The lines that answer the question with this key."""
        return self._by_question.get(question, ())

    def problem(self, rule: str, line: Line, found: str, **facts: object) -> Problem:
        """A problem at a line's cell, which quotes what was ``found`` in the text."""
        return problem(rule, line.place, found=shortened(found), **facts)

    @cached_property
    def _inside(self) -> type_of_shown:
        return {key: tuple(map(internal_text, lines)) for key, lines in self.returned.answers.items()}

    @cached_property
    def _to_all(self) -> type_of_shown:
        return {key: tuple(map(public_text, lines)) for key, lines in self.returned.answers.items()}

    @cached_property
    def _by_question(self) -> Mapping[str, tuple[Line, ...]]:
        keys = (each.key for each in self.known.questions)
        return {key: tuple(line for line in self.lines if line.question == key) for key in keys}

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

    @classmethod
    def of_judged(cls, judged: Judged, known: Known, before: FilledForm | None = None) -> "OfMeasure":
        """What was returned of a judged measure."""
        return cls(judged.returned, known, before, judged.measure.title, judged=judged)

    @cached_property
    def _inside(self) -> type_of_shown:
        return self._shown(internal(self.judged))

    @cached_property
    def _to_all(self) -> type_of_shown:
        return self._shown(public(self.judged))

    def _shown(self, judged: Judged) -> type_of_shown:
        return {each.key: own_lines(judged, each.key) for each in self.known.questions}


_LONGEST_PIECE = 600
"""Characters: what runs on longer is read in pieces, so that what it costs grows with its length alone."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, cut where a full stop ends one, and not an abbreviation."""
    for sentence in _sentences(text):
        rest = sentence
        while len(rest) > _LONGEST_PIECE:
            cut = rest.rfind(" ", 1, _LONGEST_PIECE) + 1 or _LONGEST_PIECE
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(text):
        if match[0].strip() == "." and _ABBREVIATION.search(text[: match.start() + 1][-12:]):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def words(text: str) -> list[str]:
    """The words of a text, numbers among them."""
    return _WORD.findall(text)


def has_words(text: str, count: int) -> bool:
    """Whether a text has so many words; it is read no further than that."""
    return next(islice(_WORD.finditer(text), count - 1, None), None) is not None


_LONGEST_QUOTE = 90


def shortened(text: str) -> str:
    """A quotation cut to what fits into a message."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 3].rpartition(' ')[0]}..."
