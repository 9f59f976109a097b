"""An old report in Word added to the history and the commentary; nothing that is recorded there is changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.commentary.withheld import public_text
from generator.history.commentary_csv import read_commentary, standing_answers, with_commentary
from generator.history.history_csv import read_history, with_history
from generator.history.past import History
from generator.history.rows import CommentaryRow, HistoryRow, RowState
from generator.importing.import_past import held_against
from generator.importing.past.drafted_history import CellNote, DraftedHistory, Told
from generator.importing.past.find_figures import LeftCell
from generator.importing.past.measure_names import MeasureNames
from generator.importing.report.find_entries import entries_in
from generator.importing.report.findings import FoundText, ReportFigures
from generator.importing.report.known_words import KnownWords
from generator.importing.report.period_named import NamedPeriod, period_named
from generator.importing.report.word_text import NotAReport, WordReport, read_word
from generator.model.english import counted
from generator.model.measure import code_key
from generator.model.period import Period
from generator.model.problem import Place, Unusable, problem
from generator.model.question import About
from generator.output.swap_folders import replace_file
from generator.project.load import Setup
from generator.project.team_files import TeamFile, history_in_table, table_of
from generator.reading.refused_returns import CHARACTERS, LINES
from generator.xlsx import Cell, CellKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedReport:
    """What an import adds to the history and the commentary, and what it has to say, by place."""

    file: str
    named: NamedPeriod
    drafted: DraftedHistory
    answers: tuple[CommentaryRow, ...]
    same_answers: int
    notes: tuple[CellNote, ...]
    recorded: TeamFile
    """The history as it was."""
    said: TeamFile
    """The commentary as it was."""


def report_in(setup: Setup, data: bytes, file: Path, *, replace: bool = False) -> ImportedReport:
    """Read a report, and hold it against what is recorded. Raises Unusable."""
    name = setup.project.relative(file)
    try:
        report = read_word(data)
    except NotAReport as error:
        raise Unusable([problem("IMP12", Place(name), fault=error.fault, remedy=error.remedy)]) from None
    named = period_named(report, file.stem, setup.settings.period)
    if named is None:
        raise Unusable([problem("IMP13", Place(name), word=setup.settings.period.word)])
    if named.period >= setup.settings.period:
        facts = {"period": named.period.name, "words": named.words, "now": setup.settings.period.name}
        raise Unusable([problem("IMP14", Place(name), **facts)])
    return _imported(setup, report, named, file, replace=replace)


def _imported(setup: Setup, report: WordReport, named: NamedPeriod, file: Path, *, replace: bool) -> ImportedReport:
    questions = tuple(each for each in setup.settings.shape.asked_about(About.MEASURE) if each.published)
    names, name = MeasureNames.of(setup.listed), setup.project.relative(file)
    found = entries_in(report, names, questions, named.period)
    if not found.figures and not found.texts:
        labels = [each.why for each in found.unknown[:1]]
        suggestion = names.suggestion(labels[0]) if labels else ""
        seen = f", such as “{labels[0]}”" if labels else ""
        raise Unusable([problem("IMP15", Place(name), seen=seen, suggestion=suggestion)])
    recorded, said = (table_of(setup.project, path) for path in (setup.project.history, setup.project.commentary))
    history = history_in_table(recorded, named.period.starts)
    drafted = held_against(
        setup, found.figures, history, lambda figure: f"{file.name}, {figure.sheet}", file.name, replace=replace
    )
    rows = tuple(_as_reported(row, setup, found) for row in drafted.rows)
    answers = _Answers(found, said, history, named.period, replace)
    added = tuple(answers.rows())
    return ImportedReport(
        file=name,
        named=named,
        drafted=DraftedHistory(rows, drafted.notes, drafted.same),
        answers=added,
        same_answers=answers.same,
        notes=(*drafted.notes, *answers.notes, *_notes_on(found, KnownWords(names, questions))),
        recorded=recorded,
        said=said,
    )


def _as_reported(row: HistoryRow, setup: Setup, found: ReportFigures) -> HistoryRow:
    """A row as a report has it: its figure is of the measure's own period, and may be marked as provisional."""
    measure = setup.listed.find(row.code)
    own = measure.own_period(row.period) if measure and row.reported_for == row.period else row.reported_for
    is_provisional = row.code in found.provisional and row.state is RowState.FINAL
    return row._replace(reported_for=own, state=RowState.PROVISIONAL if is_provisional else row.state)


@dataclass
class _Answers:
    """The answers of a report, held against those that are recorded."""

    found: ReportFigures
    said: TeamFile
    history: History
    period: Period
    replace: bool
    notes: list[CellNote] = field(default_factory=list)
    same: int = 0

    def rows(self) -> Iterator[CommentaryRow]:
        """Those to be added; the others are counted, or noted."""
        period = self.period
        standing = {
            (code_key(code), question): text
            for (code, question), text in standing_answers(
                read_commentary(self.said.text, self.said.name, period.starts), period
            ).items()
        }
        was_closed = self.history.was_closed(period)
        for (code, question), lines in self._together().items():
            text = "\n".join(public_text(each.line) for each in lines)
            before = standing.get((code_key(code), question), "")
            if before == text:
                self.same += 1
            elif len(text) > CHARACTERS or len(lines) > LINES:
                self._note(Told.LEFT, lines[0], f"a text on {lines[0].measure.label} {_too_much(text, len(lines))}")
            elif not was_closed and (self.replace or not before):
                self._note_withheld(lines)
                yield CommentaryRow(code, period, question, text)
            else:
                has = f"{lines[0].measure.label} has {'other' if before else 'no'} words for this in commentary.csv"
                stays = f", and {period.name} was published and closed: close --reopen alone revises that"
                self._note(Told.IN_CONFLICT, lines[0], has + (stays if was_closed else ""))

    def _note_withheld(self, lines: Sequence[FoundText]) -> None:
        for each in lines:
            if public_text(each.line) != each.line:
                why = f"words between [[ and ]] on {each.measure.label} are not for the public, and were not taken"
                self._note(Told.LEFT, each, why)

    def _note(self, told: Told, found: FoundText, why: str) -> None:
        self.notes.append(CellNote(told, found.place, _NOWHERE, why))

    def _together(self) -> dict[tuple[str, str], list[FoundText]]:
        together: dict[tuple[str, str], list[FoundText]] = {}
        for each in self.found.texts:
            together.setdefault((each.measure.code, each.question), []).append(each)
        return together


def _too_much(text: str, lines: int) -> str:
    """Why an answer is left that is longer than all answers in a form may be together, in a clause."""
    has = f"{len(text):,} characters in {counted(lines, 'line')}"
    return f"is too long, with {has}: {CHARACTERS:,} and {LINES:,} are the most. Shorten it there, and import again"


_NOWHERE = Cell(0, 0, CellKind.TEXT, "")
"""The cell of what stands in no table."""


def _notes_on(found: ReportFigures, words: KnownWords) -> Iterator[CellNote]:
    for heading, key in found.meant.items():
        yield CellNote(Told.GUESSED, f"“{heading}”", _NOWHERE, f"it was taken for “{words.label_of(key)}”")
    for each in found.unknown:
        yield _left(each, f"“{each.why}” is no measure of the register.{words.names.suggestion(each.why)}")
    for each in found.left:
        yield _left(each, each.why)


def _left(each: LeftCell, why: str) -> CellNote:
    return CellNote(Told.LEFT, each.sheet, each.cell, why)


def write_report(setup: Setup, imported: ImportedReport) -> None:
    """Add the rows to the history and the commentary; others are to be kept away by ``adding_to_history``.

    Raises Unusable, and writes nothing, where what would be written could not be read again.
    """
    project, said, recorded, starts = setup.project, imported.said, imported.recorded, setup.settings.period.starts
    answers = with_commentary(said.text, imported.answers)
    history = with_history(recorded.text, imported.drafted.rows)
    read_commentary(answers, said.name, starts)
    read_history(history, recorded.name, starts)
    if imported.answers:
        replace_file(project.commentary, said.data + answers[len(said.text) :].encode())
    if imported.drafted.rows:
        replace_file(project.history, recorded.data + history[len(recorded.text) :].encode())
