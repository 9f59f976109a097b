"""Write docs/problems.md from the catalogue of problems. Run from the repository: python -m tools.problems_page."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.model.messages.catalogue import CATALOGUE

PAGE = Path(__file__).parent.parent / "docs" / "problems.md"

FAMILIES = {
    "FILE": "The file",
    "FORM": "The form",
    "FIG": "Figures",
    "ANS": "Other answers",
    "STAT": "Statuses and direction",
    "QRY": "Queries: to be put right, or explained in the note to the team",
    "NARR": "Commentary",
    "NUM": "A reader's eye: against the figures",
    "TIME": "A reader's eye: against time",
    "TEXT": "A reader's eye: as text",
    "PUB": "A reader's eye: before publishing",
    "LANG": "A reader's eye: language",
    "ACT": "Actions that are followed up",
    "SIGN": "Sign-off",
    "MISS": "Returns not received",
    "MORE": "More of the same",
    "SET": "Settings (for the performance team)",
    "SCH": "Status schemes (for the performance team)",
    "REG": "The register (for the performance team)",
    "IMP": "Your own list as register (scorecard import)",
    "TEMP": "Templates (for the performance team)",
    "HIST": "The history of what was published (for the performance team)",
    "OUT": "The report as it was published (scorecard verify)",
    "USE": "The command",
}


def page() -> str:
    """Give the page's text."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# What a check can say"
    yield ""
    yield "`scorecard check` gives every problem a code. An **error** stops the report from being published; a"
    yield "**warning** is for a person to look at. Words in *italics* stand for what the message names."
    for family, heading in FAMILIES.items():
        yield ""
        yield f"## {heading}"
        for code, wording in CATALOGUE.items():
            if code.rstrip("0123456789") == family:
                yield ""
                yield f"### {code}"
                yield ""
                yield f"{wording.severity.capitalize()}: {_plain(wording.message)}"
                if wording.remedy != "{remedy}":
                    yield ""
                    yield f"To put it right: {_plain(wording.remedy)}"


_INSTEAD = {"suggestion": "", "instead": "", "hidden": "", "said": ": “*words*”", "period_word": "quarter"}


def _plain(text: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: _INSTEAD.get(match[1], f"*{match[1]}*"), text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
