"""Where a report tells of each measure: in rows of tables, in tables of its own, or under a heading that names it.

Whatever stands over, beside or before a value is put together, and says what the value is.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importing.past.measure_names import MeasureNames
from generator.importing.report.findings import Findings, ReportFigures, ReportPlace, is_provisional
from generator.importing.report.known_words import LONGEST_HEADING, KnownWords
from generator.importing.report.labels import NO_LABEL, LabelSays
from generator.importing.report.table_rows import TableReader
from generator.importing.report.word_text import Paragraph, WordReport, WordTable
from generator.model.measure import Measure
from generator.model.period import Period
from generator.model.question import Question


def entries_in(report: WordReport, names: MeasureNames, questions: Sequence[Question], period: Period) -> ReportFigures:
    """What a report of a period tells of measures."""
    walk = _Walk(KnownWords(names, questions), Findings(period))
    for block in report.blocks:
        if isinstance(block, Paragraph):
            walk.read_paragraph(block)
        else:
            walk.read_table(block)
    return walk.findings.told()


@dataclass
class _Walk:
    """Goes through a report from its first line to its last, and knows under the heading of which measure it is.

    ``last`` is the measure that the table before ended with: its row may go on in the next one, over the page, whose
    columns have the headings of the one before.
    """

    words: KnownWords
    findings: Findings
    measure: Measure | None = None
    level: int | None = None
    heading: str = ""
    under: LabelSays = NO_LABEL
    heads: dict[int, LabelSays] = field(default_factory=dict)
    columns: int = 0
    column: int | None = None
    last: Measure | None = None

    def read_paragraph(self, paragraph: Paragraph) -> None:
        """A heading that names a measure begins it, and one that is none of its labels ends it."""
        text = paragraph.text
        may_head = paragraph.level is not None or (paragraph.is_bold and len(text) <= LONGEST_HEADING)
        if may_head and self._read_heading(text, paragraph.level):
            return
        place = ReportPlace(f"under “{self.heading}”")
        if self.measure is None:
            self._read_note(text)
        elif self.under.question:
            self.findings.note_text(place, self.measure, self.under.question, (text,))
        else:
            self.findings.read_lines(place, self.measure, self.under, (text,))

    def _read_note(self, text: str) -> None:
        """A note under a table, which names its measures by their codes: “PL 01; PL 02: ... is provisional.”."""
        codes, _, said = text.partition(": ")
        if is_provisional(said):
            found = (self.words.measure_in((each.strip(),)) for each in codes.split(";"))
            self.findings.provisional.update(each.code for each in found if each)

    def _read_heading(self, text: str, level: int | None) -> bool:
        """Take a heading for what it says; whether it was one."""
        self.last = None
        measure, name = self.words.measure_in((text,)), text.rstrip(":")
        if measure:
            self.measure, self.level, self.under, self.heading = measure, level, NO_LABEL, text
            return True
        is_own = bool(self.words.question_called(name))
        is_below = level is None or self.level is None or level > self.level
        if (is_own or is_below) and (says := self.words.label(name)):
            if self.measure:
                self.under = says
                if says.question and not is_own:
                    self.findings.meant[name] = says.question
            elif is_own and self.heading:
                self.findings.note_unknown(ReportPlace(f"under “{self.heading}”"), self.heading)
                self.heading = ""
            return True
        if level is None:
            return False
        if self.measure is None or not is_below:
            self.measure, self.heading = None, text
        self.under = NO_LABEL
        return True

    def read_table(self, table: WordTable) -> None:
        """Read the rows of a table that names measures, or stands under the heading of one."""
        column = self._column_of_measures(table)
        columns = max((cell.column + cell.span for row in table.rows for cell in row), default=0)
        if columns != self.columns:
            self.heads, self.last = {}, None
        if column is None and self.measure is None and self.last:
            column = self.column
        if column is None and self.measure is None and not self._tells_of_unknown_measures(table):
            return
        is_under_heading = column is None and self.measure is not None
        measure = self.measure if is_under_heading else self.last
        reader = TableReader(self.words, self.findings, table, column, measure, self.heads)
        reader.read()
        self.columns, self.column, self.heads = columns, column, reader.heads
        if not is_under_heading:
            self.measure, self.last = None, reader.measure

    def _column_of_measures(self, table: WordTable) -> int | None:
        """The column in which most measures are named; the first of several."""
        cells = (cell for row in table.rows for cell in row if cell.lines)
        named = Counter(cell.column for cell in cells if self.words.measure_in(cell.lines))
        return max(named, key=lambda each: (named[each], -each), default=None)

    def _tells_of_unknown_measures(self, table: WordTable) -> bool:
        """Whether a table is headed like one of measures, though none of the register is named in it."""
        first = table.rows[:_MOST_HEADING_ROWS]
        heads = ([self.words.heading_in(cell) for cell in row if cell.lines] for row in first)
        return any(any(each.question for each in row) and any(each.role for each in row) for row in heads)


_MOST_HEADING_ROWS = 4
"""Rows at the top of a table that may be of its headings."""
