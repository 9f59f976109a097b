"""Line charts in Word: drawn in full, with a workbook that opens and holds the same figures."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from lxml import etree

from generator.documents.word_document.line_chart import height_of_levels, line_chart_part, workbook_of_line
from generator.report.page.examples import FULL
from generator.report.page.over_time.line_view import LevelKind, LevelView, LineView, PointView
from tests.documents.charts_and_contents import made
from tests.documents.word_files import p, xml_of

(BESIDE,) = (each.line for each in FULL.over_time if each.line)
LINE = replace(BESIDE, levels=())
LEVELS = tuple(
    LevelView(
        name=f"{kind} {at}", label="x", legend="x" if at else "", kind=kind, figure=Decimal(90 + at), text="x", start=at
    )
    for at, kind in enumerate(LevelKind)
)
C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def columns(line: LineView) -> dict[str, list[str | None]]:
    """What is drawn, by the name of the series; None for a gap."""
    root = etree.fromstring(line_chart_part(line, "Arial", (13.0, 2.6)))
    found = {}
    for series in root.iterfind(".//c:ser", C):
        points = {int(str(each.get("idx"))): each[0].text for each in series.iterfind(".//c:numCache/c:pt", C)}
        found[str(series.findtext(".//c:tx//c:v", namespaces=C))] = [points.get(at) for at in range(len(line.places))]
    return found


def in_workbook(line: LineView) -> dict[str, list[str | None]]:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_of_line(line))).active
    assert sheet
    _, *found = sheet.iter_cols(values_only=True)
    return {str(name): [None if each is None else str(Decimal(str(each))) for each in rest] for name, *rest in found}


def as_numbers(drawn: dict[str, list[str | None]]) -> dict[str, list[Decimal | None]]:
    return {name: [None if each is None else Decimal(each) for each in column] for name, column in drawn.items()}


def test_results_targets_and_forecast_are_drawn_and_the_forecast_begins_at_the_last_result() -> None:
    assert columns(LINE) == {
        "Result": ["98.4", "97.2", "91.5", None],
        "Target": ["98.0"] * 4,
        "Forecast": [None, None, "91.5", "98.0"],
    }


def test_what_starts_again_each_year_is_a_line_a_year_of_which_the_last_is_named() -> None:
    line = replace(LINE, points=(LINE.points[0], replace(LINE.points[1], starts_again=True), LINE.points[2]))
    first = line.points[0].name
    assert columns(line) == {
        f"Result to {first}": ["98.4", None, None, None],
        "Result": [None, "97.2", "91.5", None],
        f"Target to {first}": ["98.0", None, None, None],
        "Target": [None, "98.0", "98.0", "98.0"],
        "Forecast": [None, None, "91.5", "98.0"],
    }
    root = etree.fromstring(line_chart_part(line, None, (13.0, 2.6)))
    assert [each.get("val") for each in root.iterfind(".//c:legendEntry/c:idx", C)] == ["0", "2"]


def test_no_line_leads_over_a_new_start_to_the_forecast() -> None:
    line = replace(LINE, points=(*LINE.points, PointView(name="Q1", actual=None, target=None, starts_again=True)))
    assert columns(line)["Forecast"] == [None, None, None, None, "98.0"]
    assert columns(line)["Result"] == ["98.4", "97.2", "91.5", None, None]


def test_a_chart_of_sixty_results_of_fifteen_years_opens() -> None:
    points = tuple(
        PointView(name=f"Q{at}", actual=Decimal(90), target=Decimal(90), starts_again=at % 4 == 0) for at in range(60)
    )
    line = replace(LINE, points=points)
    assert len(columns(line)) == 31
    assert as_numbers(columns(line)) == as_numbers(in_workbook(line))


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        replace(LINE, forecast=None),
        replace(LINE, points=tuple(replace(each, target=None) for each in LINE.points), forecast=None),
        replace(LINE, points=(*LINE.points, PointView(name="Q3", actual=None, target=None))),
        replace(LINE, levels=LEVELS[:3]),
        replace(LINE, levels=LEVELS[:3], forecast=None),
    ],
    ids=["whole", "without a forecast", "results alone", "the last is not known", "levels", "levels, no forecast"],
)
def test_the_workbook_holds_what_is_drawn(line: LineView) -> None:
    assert as_numbers(columns(line)) == as_numbers(in_workbook(line))


def test_levels_are_thin_lines_that_end_with_the_results_and_each_is_dashed_in_its_own_way() -> None:
    line = replace(LINE, levels=LEVELS)
    drawn = columns(line)
    assert {name: drawn[name] for name in ("others 0", "average 2")} == {
        "others 0": ["90", "90", "90", None],
        "average 2": [None, None, "92", None],
    }
    root = etree.fromstring(line_chart_part(line, None, (13.0, 4.0)))
    strokes = [(each[0].get("w"), each[0][1].get("val")) for each in root.iterfind(".//c:ser/c:spPr", C)]
    assert len({dashes for _, dashes in strokes}) == len(strokes) - 1  # of results and targets one is thick
    assert {width for width, _ in strokes[3:]} == {"12700"}


@pytest.mark.parametrize(
    ("places", "width", "named"),
    [(4, 13.0, [0, 1, 2, 3]), (9, 9.1, [0, 2, 4, 6, 8]), (17, 9.1, [0, 4, 8, 12, 16]), (12, 9.1, [0, 11])],
)
def test_names_under_the_axis_have_room_and_the_last_place_has_one(places: int, width: float, named: list[int]) -> None:
    points = tuple(PointView(name=f"Sep {2000 + at}", actual=Decimal(90), target=None) for at in range(places))
    root = etree.fromstring(line_chart_part(replace(LINE, points=points, forecast=None), None, (width, 2.6)))
    written = {int(str(each.get("idx"))): each[0].text for each in root.iterfind(".//c:ser[1]/c:cat//c:pt", C)}
    assert written == {at: f"Sep\n{2000 + at}" for at in named}
    left, across = (float(str(root.find(f".//c:plotArea/c:layout//c:{each}", C).get("val"))) for each in "xw")  # type: ignore[union-attr]
    assert left + across < 1
    apart = across * width / places * (named[1] - named[0])
    assert apart > len("2000") * 0.165


@pytest.mark.parametrize(("actual", "place"), [("91", "r"), ("99.5", "b")])
def test_the_figure_of_the_last_result_stands_where_it_has_room(actual: str, place: str) -> None:
    points = (*LINE.points[:-1], replace(LINE.points[-1], actual=Decimal(actual), target=None))
    root = etree.fromstring(line_chart_part(replace(LINE, points=points), None, (9.1, 2.3)))
    assert next(root.iterfind(".//c:ser/c:dLbls//c:dLblPos", C)).get("val") == place


def test_names_stand_under_a_chart_with_levels_and_what_another_line_names_is_left_out() -> None:
    size = (13.0, 2.6 + height_of_levels(BESIDE, 13.0))
    root = etree.fromstring(line_chart_part(replace(LINE, levels=LEVELS), None, size))
    legend = root.find(".//c:legend", C)
    assert legend is not None
    assert [each.get("val") for each in legend.iterfind("c:legendEntry/c:idx", C)] == ["3"]
    assert [each.get("val") for each in legend.iterfind("c:legendPos", C)] == ["b"]
    assert height_of_levels(LINE, 13.0) == 0.0 < height_of_levels(BESIDE, 13.0) < height_of_levels(BESIDE, 5.0)


@pytest.mark.parametrize(
    ("figures", "place"),
    [({}, "b"), ({"forecast": None}, "r"), ({"levels": ()}, "b"), ({"levels": (), "forecast": None}, "t")],
)
def test_the_figure_of_the_last_result_keeps_away_from_the_lines(figures: dict[str, Any], place: str) -> None:
    level = replace(LEVELS[0], figure=Decimal(97))
    last = replace(LINE.points[-1], actual=Decimal(95), target=None)
    line = replace(LINE, points=(*LINE.points[:-1], last), levels=(level,))
    root = etree.fromstring(line_chart_part(replace(line, **figures), None, (13.0, 3.5)))
    assert next(root.iterfind(".//c:ser/c:dLbls//c:dLblPos", C)).get("val") == place


def test_the_axis_is_told_and_numbers_are_written_as_in_the_text() -> None:
    drawn = line_chart_part(replace(LINE, before="£", after="m", step=Decimal("0.5")), None, (13.0, 2.6)).decode()
    assert '<c:max val="100"/><c:min val="90"/>' in drawn
    assert '<c:majorUnit val="0.5"/>' in drawn
    assert "&quot;£&quot;#,##0.0&quot;m&quot;" in drawn or '"£"#,##0.0"m"' in drawn


def test_a_line_is_put_into_the_document_with_its_workbook() -> None:
    data = made(p("{% chart line, 13 %}"), line=LINE)
    again = made(p("{% chart line, 13 %}"), line=LINE)
    assert data == again
    assert 'Target="../embeddings/scorecard1.xlsx"' in xml_of(data, "word/charts/_rels/scorecard1.xml.rels")
    assert 'PartName="/word/embeddings/scorecard1.xlsx"' in xml_of(data, "[Content_Types].xml")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert openpyxl.load_workbook(io.BytesIO(archive.read("word/embeddings/scorecard1.xlsx")))["Results"][
            "B4"
        ].value


@pytest.mark.parametrize("text", ["\"<&'>", "per 10,000 population", "", "\u0001"])
def test_whatever_a_unit_or_a_period_is_called_the_chart_is_well_formed(text: str) -> None:
    points = tuple(replace(each, name=text) for each in LINE.points)
    line = replace(LINE, before=text, after=text, points=points)
    etree.fromstring(line_chart_part(line, None, (1.0, 1.0)))
    openpyxl.load_workbook(io.BytesIO(workbook_of_line(line)))
