"""What an officer may type, and what it is understood as."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.characters import printable
from generator.model.figures import Span
from generator.model.measure import Kind, Measure
from generator.reading.answers.cell_answers import Mistake, choice_of, date_of, figure_of, span_of, text_of
from generator.xlsx import Cell, CellKind


def measure(unit: str, kind: Kind = Kind.NUMBER) -> Measure:
    return Measure(code="X", title="X", groups=("P",), unit=unit, kind=kind)


def typed(text: str) -> Cell:
    return cell(CellKind.TEXT, text)


def number(digits: str, *, percent: bool = False) -> Cell:
    return cell(CellKind.NUMBER, digits, number=Decimal(digits), percent=percent)


def cell(
    kind: CellKind, text: str, *, number: Decimal | None = None, percent: bool = False, day: date | None = None
) -> Cell:
    return Cell(row=14, column=3, kind=kind, text=text, number=number, percent=percent, date=day, formula=False)


@pytest.mark.parametrize(
    ("unit", "text", "figure"),
    [
        ("number", "60,000", "60000"),
        ("number", "1,234,567.8", "1234567.8"),
        ("number", " 44745 ", "44745"),
        ("number", "\u00a044\u00a0", "44"),
        ("number", "-5.2", "-5.2"),
        ("number", "−5.2", "-5.2"),
        ("number", "– 5.2", "-5.2"),
        ("number", "+3", "3"),
        ("number", ".5", "0.5"),
        ("number", "0", "0"),
        ("number", "1,000,000,000,000,000", "1000000000000000"),
        ("%", "65%", "65"),
        ("%", "65.0 %", "65.0"),
        ("%", "65", "65"),
        ("%", "65 per cent", "65"),
        ("£", "£1,200", "1200"),
        ("£", "-£1,200.50", "-1200.50"),
        ("£", "£-3", "-3"),
        ("£", "1200", "1200"),
        ("£", "£1.2m", "1200000"),
        ("days", "10.0 days", "10.0"),
        ("days", "1 day", "1"),
        ("days", "10 Days.", "10"),
        ("per 10,000 population", "81.10 per 10,000 population", "81.10"),
    ],
)
def test_figures_typed_as_text(unit: str, text: str, figure: str) -> None:
    found = figure_of(typed(text), measure(unit))
    assert isinstance(found, Decimal)
    assert str(found) == figure


@pytest.mark.parametrize(
    ("unit", "text", "rule"),
    [
        ("number", "n/a", "FIG01"),
        ("number", "about 60", "FIG01"),
        ("number", "15,1", "FIG01"),
        ("number", "1,23", "FIG01"),
        ("number", "12,34,567", "FIG01"),
        ("number", "1.2.3", "FIG01"),
        ("number", "10 of 19", "FIG01"),
        ("number", "3-5", "FIG01"),
        ("number", "65%", "FIG09"),
        ("number", "£1,200", "FIG09"),
        ("days", "10 hours", "FIG09"),
        ("%", "10 days", "FIG09"),
        ("number", "1.2m", "FIG01"),
        ("number", "1e5", "FIG01"),
        ("number", "1" * 16, "FIG06"),
        ("number", "5...", "FIG01"),
        ("£", "£5 days", "FIG01"),
    ],
)
def test_what_is_not_a_figure_is_a_mistake(unit: str, text: str, rule: str) -> None:
    found = figure_of(typed(text), measure(unit))
    assert isinstance(found, Mistake)
    assert found.rule == rule


def test_a_percent_format_holds_a_hundredth_of_what_it_shows() -> None:
    assert figure_of(number("0.655", percent=True), measure("%")) == Decimal("65.5")
    assert figure_of(number("65.5"), measure("%")) == Decimal("65.5")
    mistake = figure_of(number("0.65", percent=True), measure("days"))
    assert mistake == Mistake("FIG09", (("found", "65%"), ("unit", "days")))


@pytest.mark.parametrize(
    ("kind", "text", "rule"),
    [(CellKind.ERROR, "#REF!", "FIG02"), (CellKind.UNCALCULATED, "", "FIG03"), (CellKind.BOOLEAN, "TRUE", "FIG01")],
)
def test_cells_that_hold_no_figure(kind: CellKind, text: str, rule: str) -> None:
    found = figure_of(cell(kind, text), measure("number"))
    assert isinstance(found, Mistake)
    assert found.rule == rule


def test_blank_text_is_no_figure() -> None:
    assert figure_of(typed("  "), measure("number")) is None


def test_a_milestone_is_a_word() -> None:
    milestone = measure("milestone", Kind.MILESTONE)
    assert figure_of(typed(" Major  Slippage "), milestone) == "Major Slippage"
    for code in (number("2.0"), typed("2.0")):
        assert figure_of(code, milestone) == Mistake("FIG11", (("found", "2.0"),))


@given(st.decimals("-999999999999", "999999999999", places=3), st.sampled_from(["", "number", "days", "%"]))
def test_any_number_comes_out_exactly(figure: Decimal, unit: str) -> None:
    assert figure_of(typed(f"{figure:,f}"), measure(unit)) == figure
    assert figure_of(number(f"{figure:f}"), measure(unit)) == figure


@given(st.text(max_size=30), st.sampled_from(["", "%", "days", "£"]))
def test_any_text_is_a_figure_or_a_mistake(text: str, unit: str) -> None:
    found = figure_of(typed(text), measure(unit))
    assert found is None or isinstance(found, Decimal | Mistake)


def test_a_formulas_noise_is_no_part_of_a_figure() -> None:
    assert figure_of(number("33.33333333333333"), measure("number")) == Decimal("33.333333333333")


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Kind.YES_NO, "yes", "Yes"),
        (Kind.DATE, "31 March 2019", date(2019, 3, 31)),
        (Kind.RATIO, "2.5:1", Decimal("2.5")),
        (Kind.PERCENTAGE, "65%", Decimal(65)),
        (Kind.MONEY, "£1,200", Decimal(1200)),
    ],
)
def test_each_kind_of_measure_has_its_kind_of_figure(kind: Kind, text: str, expected: object) -> None:
    assert figure_of(typed(text), measure(kind.usual_unit, kind)) == expected


@pytest.mark.parametrize("text", ["40 to 60", "40-60", "40 – 60", "40% to 60%"])
def test_a_range_has_two_ends(text: str) -> None:
    assert span_of(typed(text), measure("%", Kind.RANGE)) == Span(Decimal(40), Decimal(60))


@pytest.mark.parametrize("text", ["40", "60 to 40", "low to high", "40 to 60 days"])
def test_what_is_not_a_range(text: str) -> None:
    assert isinstance(span_of(typed(text), measure("%", Kind.RANGE)), Mistake)


@pytest.mark.parametrize(
    "text",
    [
        "31/01/2019",
        "31/1/19",
        "31.01.2019",
        "31-01-2019",
        "2019-01-31",
        "31 January 2019",
        "31st Jan 2019",
        "31 jan 19",
    ],
)
def test_dates_are_read_as_the_uk_writes_them(text: str) -> None:
    assert date_of(typed(text)) == date(2019, 1, 31)


@pytest.mark.parametrize("text", ["soon", "32/01/2019", "01/31/2019", "January 2019", "43496"])
def test_what_is_not_a_date_is_a_mistake(text: str) -> None:
    assert date_of(typed(text)) == Mistake("ANS02", (("found", text),))


@pytest.mark.parametrize("text", ["31st Oct", "30 June", "1st Oct", "29 Feb", "31-Oct"])
def test_a_day_lacks_its_year(text: str) -> None:
    assert date_of(typed(text)) == Mistake("ANS03", (("found", text), ("lacks", "year")))
    assert isinstance(date_of(typed(text), since=date(2023, 4, 1)), date)


def test_a_date_cell_is_its_day() -> None:
    assert date_of(cell(CellKind.DATE, "43496", day=date(2019, 1, 31))) == date(2019, 1, 31)
    assert text_of(cell(CellKind.DATE, "43496", day=date(2019, 1, 31))) == "31/01/2019"


def test_choices_do_not_mind_case_and_suggest_the_nearest() -> None:
    words = ("Improving", "Stabilised")
    assert choice_of(typed(" improving "), words, open_list=False) == "Improving"
    assert choice_of(typed("Improvin"), words, open_list=False) == Mistake(
        "ANS01",
        (("found", "Improvin"), ("suggestion", " Did you mean “Improving”?"), ("choices", "Improving, Stabilised")),
    )
    for letter, word in (("Y", "Yes"), ("n", "No")):
        found = choice_of(typed(letter), ("Yes", "No"), open_list=False)
        assert isinstance(found, Mistake)
        assert dict(found.facts)["suggestion"] == f" Did you mean “{word}”?"
    assert choice_of(typed("Strike"), words, open_list=True) == "Strike"
    assert choice_of(typed("  "), words, open_list=False) is None


@given(st.text(st.characters(exclude_categories=("Cs", "Co", "Cf")), max_size=40))
def test_text_is_as_typed(text: str) -> None:
    """But for what shows nothing, and the private characters of symbol fonts, which stand for others."""
    assert text_of(typed(text)) == printable(text)
