"""What the words of a report mean here: which measure is named, and what a label says, with the council's questions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importing.past.measure_names import MeasureNames
from generator.importing.report.labels import NO_LABEL, LabelSays, label_says, question_called, question_meant
from generator.importing.report.word_text import TableCell
from generator.model.measure import Measure
from generator.model.question import Question

LONGEST_HEADING = 200
"""Characters of what may be a heading."""

_LONGEST_CODE = 40
_MOST_NAMING_LINES = 3
"""Lines of a cell that may name its measure: its code, and its title, whichever comes first."""


@dataclass(frozen=True, slots=True)
class KnownWords:
    """The names of the register's measures, and the questions that the settings declare."""

    names: MeasureNames
    questions: Sequence[Question]

    def measure_in(self, lines: Sequence[str]) -> Measure | None:
        """The measure that lines name, by its code or title; None where they name none, or two."""
        texts = (" ".join(lines), *lines[:_MOST_NAMING_LINES])
        by_title = next((found for text in texts if (found := self.names.by_title(text))), None)
        by_code = self.names.by_code(lines[0]) or self._in_brackets(lines[0])
        if by_title and not by_code:
            later = (self.names.by_code(line) for line in lines[1:_MOST_NAMING_LINES] if len(line) <= _LONGEST_CODE)
            by_code = next((found for found in later if found), None)
        return None if by_code and by_title and by_code is not by_title else by_code or by_title

    def _in_brackets(self, line: str) -> Measure | None:
        """The measure whose code stands in brackets behind its title."""
        found = re.search(r"\(([^()]{1,40})\)\s*$", line)
        return self.names.register.find(found[1]) if found else None

    def label(self, text: str) -> LabelSays | None:
        """What a label says: of a question by its own name, of a figure, or of commentary by its sort."""
        if exact := question_called(text, self.questions):
            return LabelSays(text=text, question=exact)
        if says := label_says(text):
            return says
        if meant := question_meant(text, self.questions):
            return LabelSays(text=text, question=meant)
        return None

    def question_called(self, text: str) -> str:
        """The key of the question with just this name; empty where none has it."""
        return question_called(text, self.questions)

    def label_of(self, key: str) -> str:
        """What a question is called."""
        return next((each.label for each in self.questions if each.key == key), key)

    def heading_in(self, cell: TableCell) -> LabelSays:
        """What a cell says as a heading; where it names several things, the first that is no question's."""
        pieces = [piece.strip() for piece in cell.text.split(";")]
        found = [says for piece in pieces if (says := self.label(piece))]
        wanted = found if len(pieces) == 1 else [each for each in found if not each.question]
        return wanted[0] if wanted else NO_LABEL

    def says_what(self, cell: TableCell) -> bool:
        """Whether a cell says itself what it is, as “Actions: a new lorry”, or “Target” before a value."""
        return self.label(cell.lines[0].partition(":")[0]) is not None

    def is_heading(self, row: Sequence[TableCell], column: int | None) -> bool:
        """Whether a row is one of headings: half of it or more are labels, and nothing is a measure, text or figure."""
        cells = [each for each in row if each.lines]
        if any(each.column == column and self.measure_in(each.lines) for each in cells):
            return False
        labels = [says for each in cells if (says := self.heading_in(each)) != NO_LABEL]
        is_alone = len(cells) == 1 and (len(row) == 1 or bool(self.question_called(cells[0].text)))
        enough = len(labels) * 2 >= len(cells) and (len(labels) > 1 or (bool(labels) and is_alone))
        return enough and not any(len(each.text) > LONGEST_HEADING or _is_figure(each.text) for each in cells)


def _is_figure(text: str) -> bool:
    return bool(re.fullmatch(r"[-+<>£ ]*[\d.,]+ ?%?", text))
