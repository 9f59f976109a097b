"""What a cell of past figures says: a figure as the officer saw it, that it is withheld, or that there is none.

Figures are read as in returns, by the table of spellings and as their cells show them. Beside them may stand the marks
of official statistics, such as [p] for provisional.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.history.rows import RowState
from generator.judging.missing_figures import REASONS, State
from generator.model.figures import BARE_UNITS, Span, type_of_figure
from generator.model.measure import Kind, Measure
from generator.model.messages.slips import NotANumber
from generator.reading.answers.cell_answers import Mistake, doubtful_share, figure_of, target_of
from generator.xlsx import Cell, CellKind


@dataclass(frozen=True, slots=True)
class PastFigure:
    """A figure, or none, with its state; ``guess`` says in a clause what was guessed to read it."""

    figure: type_of_figure | None
    state: RowState = RowState.FINAL
    guess: str = ""


@dataclass(frozen=True, slots=True)
class NotRead:
    """Why a cell has no figure that can be taken, in a clause; ``is_blank``, that it says so itself."""

    why: str
    is_blank: bool = False


_WITHHELD = frozenset({"c", "*", "**", "suppressed", "withheld", "confidential", "disclosive", "not published"}) | {
    words.casefold() for words, state in REASONS.items() if state is State.SUPPRESSED
}
_NONE = frozenset(
    {"–", "—", ":", "z", "[x]", "[z]", "[w]", "n/k", "nd", "na", "n/a", "-", "annual", "?", "not stated", "not known"}
) | {words.casefold() for words, state in REASONS.items() if state is not State.SUPPRESSED}
"""What stands where there is no figure, beside what the table of spellings knows of that."""

_MARKED = re.compile(r"(.*[\d%])\s*(?:\[([a-z])\]|\(([a-z])\)|([pre*]))", re.DOTALL | re.IGNORECASE)
_BELOW = re.compile(r"< ?(?:[1-9]|10)")
_MARKS = {"r": " for revised", "e": " for estimated"}
"""Marks that are read over: the history has no place for them."""


def past_figure(cell: Cell, measure: Measure) -> PastFigure | NotRead:
    """The result in a cell, at the measure's decimals."""
    if cell.kind is CellKind.TEXT and (found := _typed(cell, measure)):
        return found
    figure = figure_of(cell, measure)
    if figure is None or (isinstance(figure, Mistake) and figure.slip is NotANumber.NONE):
        return _NO_FIGURE
    doubt = doubtful_share(figure, cell, measure.year_end_target) if measure.unit == "%" else None
    if isinstance(figure, Mistake) or doubt:
        return NotRead(_why(doubt or figure, cell, measure))  # type: ignore[arg-type]  # one of them is a mistake
    return _as_printed(figure, measure)


def _typed(cell: Cell, measure: Measure) -> PastFigure | NotRead | None:
    """What a text says that no return says: why there is no figure, or a figure with a mark; None for any other."""
    said = " ".join(cell.shown.split()).casefold()
    if not said or said in _NONE:
        return _NO_FIGURE
    if re.sub(r"[\[\]()]", "", said) in _WITHHELD:
        return PastFigure(None, RowState.SUPPRESSED)
    if _BELOW.fullmatch(said) and measure.unit in BARE_UNITS:
        return PastFigure(None, RowState.SUPPRESSED, f"“{said}” was taken for a number that is withheld")
    marked = _MARKED.fullmatch(cell.text.strip())
    is_read = not marked or isinstance(figure_of(cell, measure), Decimal)
    return None if is_read or not marked else _without_mark(cell, marked, measure)


def past_target(cell: Cell, measure: Measure) -> PastFigure | NotRead:
    """The target in a cell, in the measure's unit."""
    target = target_of(cell, measure)
    is_blank = isinstance(target, Mistake) and target.slip is NotANumber.NONE
    if target is None or is_blank or cell.shown.strip().casefold() in _NONE:
        return _NO_FIGURE
    return NotRead(_why(target, cell, measure)) if isinstance(target, Mistake) else _as_printed(target, measure)


_NO_FIGURE = NotRead("there is no figure", is_blank=True)


def _as_printed(figure: type_of_figure, measure: Measure) -> PastFigure:
    """A figure at the measure's decimals, as everything in the history is."""
    if isinstance(figure, Span):
        return PastFigure(Span(measure.rounded(figure.lower), measure.rounded(figure.upper)))
    if not isinstance(figure, Decimal):
        return PastFigure(figure)
    rounded = measure.rounded(figure)
    told = f"{figure.normalize():f} was rounded to {measure.show(rounded)}, as the measure is printed"
    return PastFigure(rounded, guess="" if rounded == figure else told)


def _without_mark(cell: Cell, marked: re.Match[str], measure: Measure) -> PastFigure | NotRead:
    digits, letter = marked[1], next(filter(None, marked.groups()[1:])).casefold()
    found = past_figure(cell._replace(text=digits), measure)
    if isinstance(found, NotRead):
        return NotRead(found.why)
    if letter == "c":
        return NotRead(f"“{cell.shown}” has a figure, and a mark that it is withheld")
    if letter == "p":
        return PastFigure(found.figure, RowState.PROVISIONAL, found.guess)
    return PastFigure(found.figure, found.state, f"“{cell.shown}” was read without its mark{_MARKS.get(letter, '')}")


def _why(mistake: Mistake, cell: Cell, measure: Measure) -> str:
    """Why a cell cannot be read, in a clause that quotes what it shows."""
    said = " ".join(cell.shown.split())
    quoted = f"“{said if len(said) <= _SHORT else f'{said[: _SHORT - 3]}...'}”"
    unit = "a plain number" if measure.unit in BARE_UNITS else f"a figure in {measure.unit}"
    told = _FAULTS.get(mistake.rule, "{quoted} is not {unit}")
    return told.format(quoted=quoted, said=said, unit=_EXPECTED.get(measure.kind, unit))


_FAULTS = {
    "FIG02": "it shows the error {quoted}",
    "FIG03": "its formula was never worked out: open the file in Excel, and save it",
    "FIG05": "{quoted} may mean {said}% or a hundred times as much: show it as a percentage",
    "FIG12": "it shows {quoted}, and holds another number: show the figure itself",
    "FIG13": "it shows {quoted}, and holds another number: show the figure itself",
    "FIG14": "in {quoted} digits are raised, which may be a note",
    "FIG15": "in {quoted} something is struck out",
    "BOUND": "{quoted} goes the other way than the measure’s Polarity",
}
"""What is said of what cannot be read, by the rule of the catalogue; of all else, what it is not."""

_EXPECTED = {Kind.DATE: "a date", Kind.YES_NO: "Yes or No", Kind.MILESTONE: "a milestone in words"}
_SHORT = 40
