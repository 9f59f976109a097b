"""An answer that was returned, as it stands in a fresh form for its officer to go on with."""

from decimal import Decimal

from generator.forms.as_xlsx.sheet_plan import type_of_content
from generator.model.characters import printable
from generator.model.spellings import Number, read_number
from generator.xlsx import Cell, CellKind

_LONGEST_TEXT = 32_767


def answer_again(answer: Cell, number_format: str) -> tuple[type_of_content, str]:
    """An answer as it was read, with its number format: the same number, percentage, date or text.

    Of a formula there is its result alone. What a cell shows otherwise than as a number or date goes back as the text
    that its officer saw.
    """
    match answer.kind:
        case CellKind.NUMBER if answer.number is not None and _shows_itself(answer):
            is_percent = answer.percent and answer.number
            return answer.number, _percent(answer.number) if is_percent else "General"
        case CellKind.DATE if _shows_itself(answer):
            return answer.date, "dd/mm/yyyy"
        case CellKind.BOOLEAN:
            return answer.text == "TRUE", number_format
        case CellKind.UNCALCULATED:
            return None, number_format
    return printable(answer.shown)[:_LONGEST_TEXT], number_format


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
