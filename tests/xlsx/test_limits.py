"""The limits that docs/security.md gives as figures are those of the code."""

import re
from pathlib import Path

from generator.xlsx import limits as unreadable

PAGE = (Path(__file__).parents[2] / "docs" / "security.md").read_text(encoding="utf-8")
LIMIT = re.compile(r"^\| [^|]+ \| ([0-9,]+)( MiB| KiB)? \| `([A-Z_]+)` \|$", re.MULTILINE)
UNITS = {"": 1, " KiB": 1024, " MiB": 1024 * 1024}


def test_every_limit_is_told_as_it_is() -> None:
    told = {name: int(figure.replace(",", "")) * UNITS[unit] for figure, unit, name in LIMIT.findall(PAGE)}
    limits = {name: value for name, value in vars(unreadable).items() if name.isupper() and name != "MIB"}
    assert told == limits
