"""The table of spellings: what may be typed for a number, a target and a date, and by which slip the rest is known."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.figures import how_many_in
from generator.model.messages.on_figures import HINTS, TARGET_HINTS
from generator.model.messages.slips import NotANumber
from generator.model.spellings import (
    Number,
    Relation,
    Target,
    dress_of,
    read_date,
    read_number,
    read_target,
)

SLIPS = (
    ("0,654", NotANumber.COMMA),
    ("90,5", NotANumber.COMMA),
    ("1.234,5", NotANumber.COMMA),
    ("12,34,567", NotANumber.COMMA),
    ("9:30", NotANumber.TIME),
    ("9:30 pm", NotANumber.TIME),
    ("9h30", NotANumber.TIME),
    ("2 hours 45 minutes", NotANumber.TIME),
    ("15 Oct", NotANumber.DATE),
    ("01/02/2025", NotANumber.DATE),
    ("1 1/2", NotANumber.FRACTION),
    ("9½", NotANumber.FRACTION),
    ("1e5", NotANumber.POWER),
    ("1.2 x 10^6", NotANumber.POWER),
    ("about 90", NotANumber.ABOUT),
    ("c. 90", NotANumber.ABOUT),
    ("~90", NotANumber.ABOUT),
    ("<5", NotANumber.BOUND),
    ("fewer than 6", NotANumber.BOUND),
    ("at least 95", NotANumber.BOUND),
    ("95+", NotANumber.BOUND),
    ("80-90", NotANumber.TWO),
    ("10 of 19", NotANumber.TWO),
    ("90 (provisional)", NotANumber.PROVISIONAL),
    ("90 (see below)", NotANumber.NOTE),
    ("84.8²", NotANumber.NOTE),
    ("90*", NotANumber.NOTE),
    ("1 250", NotANumber.SPACED),
    ("£1 200 000", NotANumber.SPACED),
    ("94·5", NotANumber.POINT),
    ("94.5.", NotANumber.POINT),
    ("1200-", NotANumber.MINUS),
    ("(3.1)", NotANumber.MINUS),
    ("minus 120", NotANumber.MINUS),
    ("Negative £3.1m", NotANumber.MINUS),
    ("(£3.1m)", NotANumber.MINUS),
    ("£(2,400.5)", NotANumber.MINUS),
    ("65 (provisional)", NotANumber.PROVISIONAL),
    ("(see note 2)", NotANumber.NO_NUMBER),
    ("90 (p)", NotANumber.PROVISIONAL),
    ("90% prov.", NotANumber.PROVISIONAL),
    ("1.2k", NotANumber.POWER),
    ("9m 30s", NotANumber.TIME),
    ("9 min 30 sec", NotANumber.TIME),
    ("7.61 per 10,000", NotANumber.OTHER_UNIT),
    ("９4.5", NotANumber.LOOKALIKE),
    ("94\u200b.5", NotANumber.LOOKALIKE),
    ("\u200b94.5", NotANumber.LOOKALIKE),
    ("3 weeks", NotANumber.OTHER_UNIT),
    ("£90", NotANumber.OTHER_UNIT),
    ("90%", NotANumber.OTHER_UNIT),
    ("n/a", NotANumber.NONE),
    ("TBC", NotANumber.NONE),
    ("not available", NotANumber.NONE),
    ("nil", NotANumber.ZERO),
    ("9" * 16, NotANumber.TOO_LARGE),
    ("on target", NotANumber.NO_NUMBER),
    ("٣", NotANumber.LOOKALIKE),
)


@pytest.mark.parametrize(("text", "slip"), SLIPS)
def test_what_is_no_number_is_known_by_its_slip(text: str, slip: NotANumber) -> None:
    assert read_number(text, "") is slip


@given(
    st.decimals(Decimal(0), Decimal(999999999), places=2),
    st.sampled_from(["", "%", "£", "£m", "days", "hours", "per 1,000", ":1", "000s", "s", "£ per head", "$"]),
)
def test_a_number_is_read_in_whatever_its_unit_may_be_typed_with(number: Decimal, unit: str) -> None:
    dress = dress_of(unit)
    for before in dress.before:
        for after, size in (("", 1), *dress.after):
            read = read_number(f"{before}{number:,f} {after}", unit)
            if dress.needs_size and not after and dress.currency in before:
                assert not isinstance(read, Number)
            elif number * size <= Decimal(10) ** 15:
                assert isinstance(read, Number)
                assert read.value == number * size * (-1 if "-" in before else 1)


@given(st.text(max_size=40), st.sampled_from(["", "%", "£", "£m", "days", "000s", "1"]))
def test_any_text_is_a_number_or_a_slip(text: str, unit: str) -> None:
    read = read_number(text, unit)
    assert isinstance(read, NotANumber) or any(digit in text for digit in "0123456789")
    assert isinstance(read_target(text, unit), Target | NotANumber)


def test_a_unit_that_looks_like_digits_is_not_taken_off_a_number() -> None:
    assert read_number("5000", "000s") == Number(Decimal(5000))
    assert read_number("5", "5") == Number(Decimal(5))


TARGETS = (
    ("<= 415", "415", Relation.AT_MOST),
    ("≤415", "415", Relation.AT_MOST),
    ("at most 415", "415", Relation.AT_MOST),
    ("No more than 28 days", "28", Relation.AT_MOST),
    ("within 28 days", "28", Relation.AT_MOST),
    ("3 or fewer", "3", Relation.AT_MOST),
    ("max. 3", "3", Relation.AT_MOST),
    (">= 95", "95", Relation.AT_LEAST),
    ("at least 95", "95", Relation.AT_LEAST),
    ("95+", "95", Relation.AT_LEAST),
    ("95 or more", "95", Relation.AT_LEAST),
    ("95", "95", None),
)


@pytest.mark.parametrize(("text", "number", "bound"), TARGETS)
def test_a_target_may_have_a_relation_that_includes_it(text: str, number: str, bound: Relation | None) -> None:
    read = read_target(text, "days")
    assert isinstance(read, Target)
    assert (read.number.value, read.bound) == (Decimal(number), bound)


@pytest.mark.parametrize("text", ["< 3 days", "under 3", "more than 95", "> 95", "fewer than 6"])
def test_a_relation_that_leaves_its_number_out_is_asked_about(text: str) -> None:
    assert read_target(text, "days") is NotANumber.BOUND
    assert "includes" in TARGET_HINTS[NotANumber.BOUND]


JULY = date(2025, 7, 1)
DATES = (
    ("31/10/2025", date(2025, 10, 31)),
    ("31/10/25", date(2025, 10, 31)),
    ("10.10.25", date(2025, 10, 10)),
    ("1-2-2025", date(2025, 2, 1)),
    ("2025-10-15", date(2025, 10, 15)),
    ("15 Oct 2025", date(2025, 10, 15)),
    ("15th October, 2025", date(2025, 10, 15)),
    ("15th of October 2025", date(2025, 10, 15)),
    ("15-Oct-25", date(2025, 10, 15)),
    ("15 Sept 25", date(2025, 9, 15)),
    ("29/02/2024", date(2024, 2, 29)),
)
NEEDS_A_YEAR = (("15th Oct", date(2025, 10, 15)), ("3 Jan", date(2026, 1, 3)), ("1 July", JULY))
NEEDS_AN_ESTIMATE = (
    ("end of Oct", date(2025, 10, 31)),
    ("End of February 2028", date(2028, 2, 29)),
    ("end Dec", date(2025, 12, 31)),
    ("end of June", date(2026, 6, 30)),
)
NO_DATES = (
    *("31/04/2025", "31/04", "15/10", "29/02/2025", "Sep-25", "October 2025", "soon", "01/31/2025", "5/13/2025"),
    *("end", "end of", "end of 2025", "end of 10 2025", "0 Jan 2025", "99/1/1", "1/1/1900", "45945", "Oct 15 2025"),
    *("15 Oct 2025 10:00", "15 Oct 20255", "mid October", "٣/1/2025", ""),
)


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_date_with_its_year_is_a_date_anywhere(text: str, day: date) -> None:
    assert read_date(text) == read_date(text.upper(), since=JULY) == read_date(text, since=JULY, estimate=True) == day


@pytest.mark.parametrize(("text", "day"), NEEDS_A_YEAR)
def test_a_date_without_its_year_is_the_next_one(text: str, day: date) -> None:
    assert read_date(text) is None
    assert read_date(text, since=JULY) == day


@pytest.mark.parametrize(("text", "day"), NEEDS_AN_ESTIMATE)
def test_the_end_of_a_month_is_a_date_where_an_estimate_will_do(text: str, day: date) -> None:
    assert read_date(text, since=JULY) is None
    assert read_date(text, since=JULY, estimate=True) == day


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text, since=JULY, estimate=True) is None


@given(st.dates(date(2000, 1, 1), date(2098, 12, 31)))
def test_any_day_is_read_however_it_is_written(day: date) -> None:
    for written in (
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%y}",
        f"{day:%Y-%m-%d}",
        f"{day.day} {day:%B %Y}",
        f"{day:%d-%b-%y}",
    ):
        assert read_date(written) == day
    coming = read_date(f"{day:%d %b}", since=date(2023, 7, 1))
    assert coming is None or timedelta() <= coming - date(2023, 7, 1) < timedelta(366)


def test_every_hint_is_for_a_slip_that_can_be_made() -> None:
    made = {slip for _, slip in SLIPS}
    assert set(HINTS) <= made
    assert set(TARGET_HINTS) <= made


@pytest.mark.parametrize(
    ("one", "unit", "expected"),
    [
        ("£", "£", 1),
        ("£", "£k", Fraction(1, 1000)),
        ("£", "£000", Fraction(1, 1000)),
        ("£", "£'000s", Fraction(1, 1000)),
        ("£", "£ (000s)", Fraction(1, 1000)),
        ("£", "£m", Fraction(1, 10**6)),
        ("£", "£ million", Fraction(1, 10**6)),
        ("£", "£m a year", Fraction(1, 10**6)),
        ("£", "£bn", Fraction(1, 10**9)),
        ("£m", "£k", 1000),
        ("£", "£ per head", 1),
        ("£", "£/m", 1),
        ("£", "€m", None),
        ("£", "%", None),
        ("£", "", None),
        ("£", "number", None),
        ("days", "£", None),
        ("days", "minutes", None),
        ("days", "number", None),
        ("days", "working days", 1),
        ("days", "days lost per employee", 1),
        ("days", "incidents per 1,000 days", None),
        ("hours", "hrs", 1),
        ("%", "per cent", 1),
        ("%", "% of calls", 1),
        ("%", "days", None),
        ("points", "£m", 1),
        ("units", "", 1),
        ("", "days", 1),
    ],
)
def test_an_amount_of_one_unit_is_so_much_of_another_or_is_of_something_else(
    one: str, unit: str, expected: int | Fraction | None
) -> None:
    assert how_many_in(one, unit) == expected
