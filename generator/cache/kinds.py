"""All that is kept from one run to the next, a kind each with its switch.

None of it is needed: what is missing or cannot be used is found or made again, and nobody is told. The environment
variable SCORECARD_KEEPS_NOT switches kinds off, by their names with spaces between: ``returns templates version``.
"""

import os
from enum import StrEnum
from typing import NamedTuple

SWITCH = "SCORECARD_KEEPS_NOT"


class KeptKind(StrEnum):
    """What is kept, and where."""

    RETURNS = "returns"
    """Each return as it was read, with what the reader's eye remarked of it: in the user's own cache folder."""
    TEMPLATES = "templates"
    """Compiled templates, which are code: beside the program's own code, and trusted as that is."""
    VERSION = "version"
    """The hash of the program's sources, so that they are not read at every start: in the same place."""

    @property
    def is_kept(self) -> bool:
        """Whether it is switched on, as all kinds are unless the environment says otherwise."""
        return self.value not in os.environ.get(SWITCH, "").split()


class KeptReturn(NamedTuple):
    """All that is kept of a workbook: what each of its forms was read as, and what was remarked of them.

    Both are plain data, as ``reading/kept_returns.py`` writes it. There are no remarks of a return of an earlier
    quarter, nor of one that is no exception.
    """

    readings: bytes
    remarks: bytes = b""
