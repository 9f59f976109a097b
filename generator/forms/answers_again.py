"""An answer that was returned, written into a fresh form for its officer to go on with."""

from decimal import Decimal

from openpyxl.cell.cell import Cell as OpenpyxlCell

from generator.model.characters import printable
from generator.model.spellings import Number, read_number
from generator.xlsx import Cell, CellKind

_LONGEST_TEXT = 32_767


def put_answer(target: OpenpyxlCell, answer: Cell) -> None:
    """Write an answer as it was read: the same number, percentage, date or text; the result of a formula alone.

    What a cell shows otherwise than as a number or date goes back as the text that its officer saw.
    """
    match answer.kind:
        case CellKind.NUMBER if answer.number is not None and _shows_itself(answer):
            target.value = answer.number
            target.number_format = _percent(answer.number) if answer.percent and answer.number else "General"
        case CellKind.DATE if _shows_itself(answer):
            target.value = answer.date
            target.number_format = "dd/mm/yyyy"
        case CellKind.BOOLEAN:
            target.value = answer.text == "TRUE"
        case CellKind.UNCALCULATED:
            target.value = None
        case _:
            target.value = printable(answer.shown)[:_LONGEST_TEXT]
            target.data_type = "s"


def _shows_itself(answer: Cell) -> bool:
    """Whether a cell shows the number, percentage or day that it holds."""
    section = answer.section
    if answer.percent or section is None:
        return answer.percent
    if answer.kind is CellKind.DATE:
        return section.has_day and section.has_month
    shown = read_number(answer.shown, "")
    return isinstance(shown, Number) and shown.value == round(answer.number or Decimal(), _places(shown.value))


def _places(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))


def _percent(number: Decimal) -> str:
    """Show a share as the percentage that was typed, with as many decimals."""
    places = _places((number * 100).normalize())
    return f"0.{'0' * places}%" if places else "0%"
