"""Schemes as text, to be changed."""

import pytest

from generator.judging.scheme_file import read_scheme
from generator.model.problem import Unusable
from generator.project.folder import BUNDLED_TEMPLATES

DERBY = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")


RANGE = """\
name = "Band"

[[status]]
name = "Within"
meaning = "Within the expected range"
when = { result = ["at or better than lower", "at or better than upper"] }
fill = "#44A377"
ink = "#0B0C0C"

[[status]]
name = "High"
meaning = "Above the expected range"
when = { result = "worse than upper" }
fill = "#FFC926"
ink = "#0B0C0C"

[[status]]
name = "Low"
meaning = "Below the expected range"
when = { result = "worse than lower" }
fill = "#AA1111"
ink = "#FFFFFF"

[unrated]
name = "N/A"
meaning = "No status"
fill = "#FFFFFF"
ink = "#0B0C0C"
"""


def check_fault(old: str, new: str, line: int, words: str) -> None:
    """Change the default scheme, and see that the fault is told at its line, with its remedy."""
    assert old in DERBY
    with pytest.raises(Unusable) as caught:
        read_scheme(DERBY.replace(old, new, 1), "derby.toml")
    problems = caught.value.problems
    told = [(each.place.cell, each.message) for each in problems if words in each.message]
    assert told, [(each.place.cell, each.message) for each in problems]
    assert told[0][0] == f"line {line}"
    assert all(each.remedy and each.place.file == "derby.toml" for each in problems)
