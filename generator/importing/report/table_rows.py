"""The rows of a report's table: rows of headings, and under them rows that tell of measures, or go on with one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importing.meaning.fields import as_heading
from generator.importing.report.findings import Findings, ReportPlace
from generator.importing.report.known_words import KnownWords
from generator.importing.report.labels import NO_LABEL, LabelSays
from generator.importing.report.word_text import TableCell, WordTable
from generator.model.measure import Measure


@dataclass
class TableReader:
    """Reads one table from the top down.

    ``column`` is that of the measures' names, None where there is none; ``measure`` is the one that its rows are about
    so far, and ``heads`` what stands over its columns: that of the table before, where this one goes on with it.
    """

    words: KnownWords
    findings: Findings
    table: WordTable
    column: int | None
    measure: Measure | None
    heads: dict[int, LabelSays] = field(default_factory=dict)
    was_heading: bool = False

    def read(self) -> None:
        """Note all that its rows tell."""
        for row in self.table.rows:
            if any(cell.lines or cell.fill for cell in row):
                self._read_row(row)

    def _read_row(self, row: Sequence[TableCell]) -> None:
        naming = next((each for each in row if each.column == self.column and each.lines), None)
        measure = self.words.measure_in(naming.lines) if naming else None
        if measure is None and self.words.is_heading(row, self.column) and not self._pairs(row):
            self._read_headings(row)
            return
        self.was_heading = False
        filled = [each for each in row if each.lines]
        if measure:
            self.measure = measure
        elif self._is_banner(row, filled):
            self.measure = None
        elif naming and len(filled) > 1 and self._is_name(naming) and not self._goes_on(naming):
            self.measure = None
            self.findings.note_unknown(self._place(naming), naming.text)
        elif self.measure is None and self.column is None and len(filled) > 1:
            self.findings.note_unknown(self._place(filled[0]), filled[0].text)
        if self.measure:
            self._read_cells(row, naming if measure else None, self.measure)

    def _read_headings(self, row: Sequence[TableCell]) -> None:
        heads = dict(self.heads) if self.was_heading else {}
        for cell in row:
            says = self.words.heading_in(cell) if cell.lines else NO_LABEL
            if cell.lines and says == NO_LABEL and cell.column != self.column:
                says = LabelSays(text=cell.text, is_other=True)
            self._note_meant(says)
            for column in range(cell.column, cell.column + cell.span):
                heads[column] = heads.get(column, NO_LABEL).over(says)
        self.heads, self.was_heading = heads, True

    def _note_meant(self, says: LabelSays) -> None:
        if says.question and not self.words.question_called(says.text):
            self.findings.meant[says.text] = says.question

    def _pairs(self, row: Sequence[TableCell]) -> bool:
        """Whether a row of a measure pairs labels with values: “Target”, “95%”."""
        labels = [self.words.heading_in(each) != NO_LABEL for each in row if each.lines]
        return self.measure is not None and labels[:1] == [True] and not all(labels)

    def _is_banner(self, row: Sequence[TableCell], filled: Sequence[TableCell]) -> bool:
        """Whether one cell goes over the whole table, as a group's name does."""
        if len(row) > 1 or not filled or self.words.says_what(filled[0]):
            return False
        widths = {each.column for other in self.table.rows for each in other}
        return len(widths) > 2 and not self.heads.get(filled[0].column, NO_LABEL).question

    def _is_name(self, cell: TableCell) -> bool:
        """Whether a cell stands where measures are named: no label of a value is over it, or in it."""
        return self.heads.get(cell.column, NO_LABEL) == NO_LABEL and not self.words.says_what(cell)

    def _goes_on(self, naming: TableCell) -> bool:
        """Whether a cell has the rest of the title of the measure above, as where a page broke the row."""
        return self.measure is not None and as_heading(naming.text) in as_heading(self.measure.title)

    def _read_cells(self, row: Sequence[TableCell], naming: TableCell | None, measure: Measure) -> None:
        label = NO_LABEL
        for cell in row:
            place, says = self._place(cell), self.heads.get(cell.column, NO_LABEL).crossed(label)
            if cell is naming:
                self.findings.read_lines(place, measure, NO_LABEL, cell.lines[1:])
            elif naming is None and self._is_label(cell, row):
                label = self.words.heading_in(cell)
                self._note_meant(label)
            elif cell.lines:
                self._read_cell(place, measure, says, cell)
            elif cell.fill:
                self.findings.note_colour(place, measure, says, cell.fill)

    def _is_label(self, cell: TableCell, row: Sequence[TableCell]) -> bool:
        """Whether a cell says what the ones after it are."""
        follows = any(each.column > cell.column and (each.lines or each.fill) for each in row)
        return follows and len(cell.lines) == 1 and self.words.heading_in(cell) != NO_LABEL

    def _read_cell(self, place: ReportPlace, measure: Measure, says: LabelSays, cell: TableCell) -> None:
        label, colon, rest = cell.lines[0].partition(":")
        own = self.words.question_called(label) if colon and not says.question else ""
        if own:
            self.findings.note_text(place, measure, own, (rest.strip(), *cell.lines[1:]))
        elif says.question:
            self.findings.note_text(place, measure, says.question, cell.lines)
        elif says.is_other and not says.role:
            why = f"“{says.text}” is no result, target, status or commentary"
            self.findings.note_left(place, cell.text, why)
        else:
            self.findings.read_lines(place, measure, says, cell.lines, in_cell=not says.role)

    def _place(self, cell: TableCell) -> ReportPlace:
        return ReportPlace(f"table {self.table.number}", cell.row, cell.column + 1)
