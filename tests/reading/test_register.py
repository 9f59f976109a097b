"""The register: found by its headings, and every slip told at its cell."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.model.figures import Amount, Level, Span
from generator.model.measure import Kind, Measure, Polarity
from generator.model.problem import Unusable
from tests.projects import MEASURE, SETTINGS, Folder, Value, make_project


def first(folder: Folder) -> Measure:
    return folder.setup.register.measures[0]


def problems(folder: Folder) -> list[tuple[str, str | None, str]]:
    with pytest.raises(Unusable) as caught:
        _ = folder.setup
    return [(each.code, each.place.cell, each.message) for each in caught.value.problems]


def with_headings(root: Path, **changes: str) -> Folder:
    """A register whose headings are changed."""
    folder = make_project(root)
    book = load_workbook(folder.project.register)
    for cell in book["Measures"][1]:
        cell.value = changes.get(str(cell.value).replace(" ", "_"), cell.value)
    book.save(folder.project.register)
    return folder


def test_a_row_becomes_a_measure(tmp_path: Path) -> None:
    row: dict[str, Value] = {"Aliases": "NI 1; BV 2\nOLD 3", "Polarity": "Lower is better", "Due": "Q1 and Q3"}
    measure = first(make_project(tmp_path, {**row, "Tolerance": "3 points", "Officer": "Jo  Grundy"}))
    assert (measure.code, measure.aliases, measure.officer) == ("PL 01", ("NI 1", "BV 2", "OLD 3"), "Jo Grundy")
    assert (measure.polarity, sorted(measure.due)) == (Polarity.LOWER, [3, 9])
    assert measure.tolerance == Amount(units=Fraction(3), unit="%")
    assert measure.quarter_targets == (None, None, Decimal(95), None)
    assert measure.year_end_target == Decimal(96)
    assert measure.place.cell == "A2"


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("PL 01", {}),
        ("PL 01 (NI 1)", {"Aliases": "NI 1"}),
        ("EI 12/EI 3", {"Code": "EI 12/EI 3", "Aliases": "EI 12; EI 3"}),
        ("CM PM240 (PM24)", {"Code": "CM PM240", "Aliases": "PM24"}),
    ],
)
def test_a_label_names_the_aliases_that_the_code_does_not(tmp_path: Path, label: str, row: dict[str, Value]) -> None:
    assert first(make_project(tmp_path, row)).label == label


def test_levels_and_ranges_have_columns_of_their_own(tmp_path: Path) -> None:
    folder = with_headings(tmp_path, Officer="Floor", Approver="Q3 floor", Service="Colour")
    book = load_workbook(folder.project.register)
    sheet = book["Measures"]
    headings = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, int(headings["Floor"] or 0), 90)
    sheet.cell(2, int(headings["Q3 floor"] or 0), 92)
    book.save(folder.project.register)
    measure = first(folder)
    assert measure.levels_for(3) == {Level.FLOOR: Decimal(92)}
    assert measure.levels_for(None) == {Level.FLOOR: Decimal(90)}
    ranged = first(make_project(tmp_path / "b", {"Kind": "range", "Q3 target": "40 to 60", "Year-end target": "40-60"}))
    assert (ranged.kind, ranged.quarter_targets[2]) == (Kind.RANGE, Span(Decimal(40), Decimal(60)))


@pytest.mark.parametrize(
    ("headings", "code", "words"),
    [
        ({"Polarity": "Polarty"}, "REG02", "no column “Polarity”. Did you mean “Polarty”?"),
        ({"Polarity": "Notes"}, "REG02", "no column “Polarity”."),
        ({"Q3_target": "Q3 targt"}, "REG02", "no column “Q3 target”. Did you mean “Q3 targt”?"),
        ({"Q2_target": "Q3 target"}, "REG05", "“Q3 target” is there twice"),
        ({"Officer": "Flor"}, "REG02", "no column “Floor”. Did you mean “Flor”?"),
        ({"Directorate": "Department"}, "REG02", "no column “Directorate”"),
    ],
)
def test_headings_that_are_missing_misspelt_or_repeated(
    tmp_path: Path, headings: dict[str, str], code: str, words: str
) -> None:
    (found, _, message), *_ = problems(with_headings(tmp_path, **headings))
    assert found == code
    assert words in message


@pytest.mark.parametrize(
    ("row", "printed", "told"),
    [
        ({"Lower target": 40, "Upper target": 60}, "", [("REG21", "“Lower target” and “Upper target”")]),
        ({"Q1 lower target": 40}, "", [("REG21", "“Q1 lower target”")]),
        ({"Target range": "40-60"}, "", [("REG21", "“Target range”")]),
        ({"Red threshold max": 80, "Notes": "none"}, "", [("REG21", "“Red threshold max”")]),
        ({"Lower target": 40}, '[[print]]\ncolumn = "Lower target"\nlabel = "At least"\n', []),
        ({"Target": 95, "Floor": 90, "Stretch": 97, "Q1 floor": 90}, "", []),
        ({"Target owner": "Pat", "High priority": "yes", "Minimum wage": 11}, "", []),
    ],
)
def test_bands_of_targets_that_mean_nothing_to_us_are_told_of(
    tmp_path: Path, row: dict[str, Value], printed: str, told: list[tuple[str, str]]
) -> None:
    queries = make_project(tmp_path, row, settings=SETTINGS + printed).setup.register.queries
    found = [(each.code, each.place.cell, dict(each.facts)["headers"]) for each in queries if each.code == "REG21"]
    assert [(code, headers) for code, _, headers in found] == told
    assert all(cell and cell.endswith("1") for _, cell, _ in found)


def test_headings_may_stand_in_any_case_order_and_row(tmp_path: Path) -> None:
    folder = with_headings(tmp_path, Code="CODE", Year_end_target="year end TARGET", Service="Something else")
    book = load_workbook(folder.project.register)
    book["Measures"].insert_rows(1, 2)
    book["Measures"]["A1"] = "Our measures"
    book.save(folder.project.register)
    assert first(folder).place.cell == "A4"


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        ({"Title": None}, "C2", "it is empty"),
        ({"Title": "Bins [[at Mr Smith's]]"}, "C2", "the words that [[ ]] are to withhold"),
        ({"Directorate": "Plaice"}, "D2", "Did you mean “Place”?"),
        ({"Decimals": "two"}, "J2", "whole number from 0 to 6"),
        ({"Unit": "mm:ss"}, "I2", "no form takes a time with a colon"),
        ({"Unit": "Minutes:Seconds"}, "I2", "no form takes a time with a colon"),
        ({"Unit": "hh:mm:ss"}, "I2", "no form takes a time with a colon"),
        ({"Polarity": "hihger"}, "K2", "Did you mean “higher”?"),
        ({"Polarity": None}, "K2", "cannot be rated without it"),
        ({"Kind": "milestne"}, "L2", "Did you mean “milestone”?"),
        ({"Tolerance": 100000}, "O2", "more than 100% of the target"),
        ({"Tolerance": "a bit"}, "O2", "it is not an amount"),
        ({"Tolerance": "£3"}, "O2", "no amount of what the measure is counted in: %."),
        ({"Tolerance": "3 days"}, "O2", "no amount of what the measure is counted in: %."),
        ({"Tolerance": "1 days", "Unit": "minutes"}, "O2", "no amount of what the measure is counted in: minutes."),
        ({"Tolerance": "3 percentage points", "Unit": "£m"}, "O2", "counted in: £m."),
        ({"Tolerance": "lower of 5% and £100k", "Unit": "days"}, "O2", "counted in: days."),
        ({"Tolerance": "£3", "Unit": ""}, "O2", "counted in: a bare number."),
        ({"Tolerance": "£3", "Unit": "€"}, "O2", "counted in: €."),
        ({"Tolerance": "100k", "Unit": "days"}, "O2", "it is not an amount"),
        ({"Tolerance": "-£3", "Unit": "£"}, "O2", "it is not an amount"),
        ({"Due": "summer"}, "P2", "it must name periods"),
        ({"Q3 target": "lots"}, "S2", "not a figure for a measure of kind “number”"),
        ({"Q3 target": "47 days"}, "S2", "not a figure"),
        ({"Kind": "date", "Q3 target": "soon"}, "S2", "not a figure for a measure of kind “date”"),
    ],
)
def test_a_slip_is_told_at_its_cell(tmp_path: Path, row: dict[str, Value], cell: str, words: str) -> None:
    found = problems(make_project(tmp_path, row))
    assert [(code, place) for code, place, _ in found if place == cell] == [("REG03", cell)]
    assert words in found[0][2]


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("£100,000", "£m", "£0.1m"),
        ("£0.1m", "£m", "£0.1m"),
        ("£0.1 million", "£ million", "£0.1 million"),
        ("0.1m", "£m", "£0.1m"),
        ("100k", "£m", "£0.1m"),
        ("£100k", "£k", "£100k"),
        ("£1m", "£", "£1,000,000"),
        ("£1", "£bn", "£0.000000001bn"),
        ("lower of 5% and £0.1m", "£k", "5% or £100k (whichever is lower)"),
        ("5 minutes", "minutes", "5 minutes"),
        ("1 min", "minutes", "1 minute"),
        ("2 days", "working days", "2 working days"),
        ("0.5 per 1,000 people", "per 1,000 people", "0.5 per 1,000 people"),
        ("3 per cent", "%", "3%"),
        ("3 pp", "%", "3 percentage points"),
        ("3 points", "£m", "£3m"),
    ],
)
def test_a_tolerance_is_told_in_the_measures_unit(tmp_path: Path, text: str, unit: str, words: str) -> None:
    row: dict[str, Value] = {"Tolerance": text, "Unit": unit, "Q3 target": 50, "Year-end target": 50}
    found = first(make_project(tmp_path, row)).tolerance
    assert found
    assert found.in_words == words


def test_a_slip_that_all_rows_have_is_told_once(tmp_path: Path) -> None:
    rows: list[dict[str, Value]] = [{"Code": f"A{number}", "Polarity": None} for number in range(1, 37)]
    rows[3]["Due"] = "summer"
    found = problems(make_project(tmp_path, *rows))
    assert [(code, cell) for code, cell, _ in found] == [("REG03", "K2"), ("REG03", "P5")]
    assert found[0][2].endswith("cannot be rated without it. The same goes for K3 to K37, 35 cells in all.")


def test_the_cells_are_named_where_they_are_few(tmp_path: Path) -> None:
    rows: list[dict[str, Value]] = [{"Code": f"A{number}", "Due": "summer"} for number in range(1, 5)]
    ((_, cell, message),) = problems(make_project(tmp_path, *rows))
    assert cell == "P2"
    assert message.endswith("The same goes for P3, P4 and P5.")


@pytest.mark.parametrize(
    ("row", "decimals"),
    [
        ({"Unit": "number", "Q3 target": 190_000, "Year-end target": 250_000}, 0),
        ({"Unit": "£", "Q3 target": 1_200_000, "Year-end target": None}, 0),
        ({"Unit": "days", "Q3 target": 12_000, "Year-end target": 15}, 1),
        ({"Unit": "number", "Q3 target": "1,000.5", "Year-end target": 2000}, 1),
        ({"Unit": "number", "Q3 target": None, "Year-end target": None}, 1),
        ({"Unit": "%", "Q3 target": 1_000, "Year-end target": 1_000}, 1),
        ({"Unit": "number", "Q3 target": 190_000, "Year-end target": 250_000, "Decimals": 2}, 2),
    ],
)
def test_large_whole_targets_have_no_decimals_unless_the_register_says(
    tmp_path: Path, row: dict[str, Value], decimals: int
) -> None:
    assert first(make_project(tmp_path, {"Decimals": None, **row})).decimals == decimals


@pytest.mark.parametrize(("unit", "words"), [("number", "Write a plain number."), ("days", "Write a number in days.")])
def test_what_to_write_is_said_in_english(tmp_path: Path, unit: str, words: str) -> None:
    with pytest.raises(Unusable) as caught:
        _ = make_project(tmp_path, {"Unit": unit, "Q3 target": "lots"}).setup
    assert words in caught.value.problems[0].remedy


def test_codes_and_aliases_are_unique(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Aliases": "NI 1"}, {"Code": "ni1"}, {"Code": "PL01"})
    assert [(code, cell) for code, cell, _ in problems(folder)] == [("REG04", "A3"), ("REG04", "A4")]


def test_directorates_are_told_apart_by_more_than_letters(tmp_path: Path) -> None:
    settings = 'council = "C"\nperiod = "2024-25-Q3"\ndirectorates = ["Place+", "Place"]\ndata_source = "D"\n'
    folder = make_project(tmp_path, {}, {"Code": "PL 02", "Directorate": " place+ "}, settings=settings)
    assert [each.group for each in folder.setup.register.measures] == ["Place", "Place+"]


def test_all_slips_are_told_at_once(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Decimals": "x", "Due": "y"}, {"Code": "PL 02", "Title": None})
    assert len(problems(folder)) == 3
    assert MEASURE["Code"] == "PL 01"
