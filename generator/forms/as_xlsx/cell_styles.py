"""How cells look: openpyxl compares fonts, fills and the rest anew for each cell, so each look is settled once."""

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A look is itself alone, and no other that is like it: to compare them is what takes time."""

    font: Font
    alignment: Alignment
    fill: PatternFill | None = None
    border: Border | None = None
    protection: Protection | None = None


class Looks:
    """The looks of one workbook's cells. A cell is ``Any``: openpyxl has no public name for all of its style."""

    def __init__(self) -> None:
        self._settled: dict[tuple[Look, str], StyleArray] = {}

    def give(self, cell: Any, look: Look, number_format: str = "General") -> None:
        """Make a cell of the workbook look so."""
        key = (look, number_format)
        if key not in self._settled:
            _settle(cell, look, number_format)
            self._settled[key] = copy(cell._style)  # noqa: SLF001, see above
        cell._style = copy(self._settled[key])  # noqa: SLF001, the same


def _settle(cell: Any, look: Look, number_format: str) -> None:
    cell.font, cell.alignment, cell.number_format = look.font, look.alignment, number_format
    for part in ("fill", "border", "protection"):
        if getattr(look, part):
            setattr(cell, part, getattr(look, part))
