"""A target as lists have it: read where it has one meaning, guessed with a word about it, or left open and named."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.importing.drafting.draft import How
from tests.importing.lists import drafted, type_of_value, with_target

# the target, the unit, what the register has for the year, how, and words of what is said of it
CASES: list[tuple[type_of_value, str, object, How, str]] = [
    ("95%", "%", Decimal(95), How.TAKEN, ""),
    (0.95, "%", Decimal(95), How.GUESSED, "for the list gives it without its sign"),
    ("0.5%", "%", "0.5%", How.TAKEN, ""),
    (">=95%", "%", Decimal(95), How.TAKEN, ""),
    (">=95%", "", Decimal(95), How.TAKEN, ""),
    ("95%+", "%", Decimal(95), How.TAKEN, ""),
    ("95% or above", "%", Decimal(95), How.TAKEN, ""),
    ("60% (national)", "%", Decimal(60), How.GUESSED, "was read as 60%"),
    ("90%*", "%", Decimal(90), How.GUESSED, "was read as 90%"),
    ("Target: 90%", "%", Decimal(90), How.GUESSED, "was read as 90%"),
    ("> 85", "%", Decimal(85), How.GUESSED, "leaves 85% out"),
    ("(£2.4m)", "£m", Decimal("-2.4"), How.GUESSED, "was read as -£2.4m"),
    ("£(2,400)", "£", Decimal(-2400), How.GUESSED, "was read as -£2,400"),
    ("(2.4)", "%", None, How.OPEN, "cannot be read as a target in %"),
    ("Under 10 days", "Days", Decimal(10), How.GUESSED, "the other way than Polarity"),
    ("no more than 3", "Number", Decimal(3), How.GUESSED, "the other way than Polarity"),
    ("£1.2M", "£m", Decimal("1.2"), How.TAKEN, ""),
    ("£500k", "£", Decimal(500_000), How.TAKEN, ""),
    ("28 days", "", Decimal(28), How.TAKEN, ""),
    ("1,200 homes", "No.", Decimal(1200), How.GUESSED, "was read as 1,200"),
    ("5 per 1,000", "per 1,000", Decimal(5), How.TAKEN, ""),
    ("Yes", "Y/N", "Yes", How.TAKEN, ""),
    ("31/03/2027", "Date", date(2027, 3, 31), How.TAKEN, ""),
    (date(2027, 3, 31), "Date", date(2027, 3, 31), How.TAKEN, ""),
    ("March 2027", "Date", date(2027, 3, 31), How.GUESSED, "the last of the month"),
    ("N/A", "%", None, How.TAKEN, "there is no target"),
    ("Monitor only", "%", None, How.TAKEN, "there is no target"),
    ("TBC", "%", None, How.OPEN, "no target yet"),
    ("Baseline year", "%", None, How.OPEN, "no target yet"),
    ("Top quartile", "%", None, How.OPEN, "cannot be read as a target in %"),
    ("10% up on last year", "%", None, How.OPEN, "cannot be read"),
    ("85 - 90%", "%", None, How.OPEN, "cannot be read"),
    ("1 in 10", "Number", None, How.OPEN, "cannot be read as a target."),
    ("12,5", "%", None, How.OPEN, "cannot be read"),
    ("approx 50", "Number", None, How.OPEN, "cannot be read"),
    ("95% by March 2027", "%", None, How.OPEN, "cannot be read"),
]


@pytest.mark.parametrize(("target", "unit", "value", "how", "words"), CASES, ids=lambda each: str(each)[:30])
def test_a_target(tmp_path: Path, target: type_of_value, unit: str, value: object, how: How, words: str) -> None:
    register = drafted(tmp_path, with_target(target, unit))
    entry = register.drafts[0].entry("Year-end target")
    assert (entry.value, entry.how) == (value, how)
    assert words in entry.why


@pytest.mark.parametrize(
    ("said", "good", "value", "how"),
    [("Zero", "Low", 0, How.GUESSED), ("nil", "Low", 0, How.GUESSED), ("Nil", "High", None, How.OPEN)],
)
def test_none_is_a_target_where_fewer_are_better(
    tmp_path: Path, said: str, good: str, value: int | None, how: How
) -> None:
    entry = drafted(tmp_path, with_target(said, "Number", good)).drafts[0].entry("Year-end target")
    assert (entry.value, entry.how) == (value, how)


@pytest.mark.parametrize("target", [case[0] for case in CASES if case[3] is not How.TAKEN], ids=str)
def test_what_was_not_taken_as_it_stands_is_kept(tmp_path: Path, target: type_of_value) -> None:
    assert drafted(tmp_path, with_target(target)).drafts[0].kept == {"Target"}


@pytest.mark.parametrize(
    ("target", "good", "value", "how"),
    [(0.05, "Low", None, How.OPEN), (0.9, "High", Decimal(90), How.GUESSED), (1.5, "Low", Decimal("1.5"), How.TAKEN)],
)
def test_a_share_without_its_sign(tmp_path: Path, target: float, good: str, value: Decimal | None, how: How) -> None:
    entry = drafted(tmp_path, with_target(target, "%", good)).drafts[0].entry("Year-end target")
    assert (entry.value, entry.how) == (value, how)
