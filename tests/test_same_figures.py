"""Charts, tables, sentences and JSON have the same figures, in Word and in data, of one report."""

import io
import json
import re
import zipfile
from decimal import Decimal
from typing import Any

import docx
import openpyxl
import pytest
from lxml import etree, html

from generator.model.period import Period
from tests.projects import GOOD, SETTINGS, Value, fill, make_project, render
from tests.reading.register.sheets import type_of_row, with_sheet

HEADINGS = (
    "Code,Period,Reported for,Title,Group,Target,Actual,Status,Exception,Year-end target,Forecast,Forecast status,"
    "Direction,State,Published,Reason,From"
)
C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
NOW = Period(2024, 3)
FIGURES = {"PL 01": (97, 94, 91, 93, 92, 89), "PL 02": (1200, 1350.5, 1275, 1420, 1390, 1500)}
"""The results of the six quarters before this one's; the second measure is in days, and lower is better."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    lower: dict[str, Value] = {
        "Code": "PL 02",
        "Unit": "days",
        "Polarity": "lower",
        "Q3 target": 1250,
        "Year-end target": 1240,
    }
    root = tmp_path_factory.mktemp("council")
    settings = f'layouts = ["table", "compact", "sections"]\nsignals = true\n{SETTINGS}'
    folder = make_project(root, {}, {"Code": "PL 02", **lower}, settings=settings)
    peers: list[type_of_row] = [["PL 01", f"Peer {at}", at, "2023/24", "Near"] for at in (93.5, 94.5, 95.5, 96.5)]
    england: list[type_of_row] = [[code, "England", at, "2023/24"] for code, at in (("PL 01", 92.5), ("PL 02", 1100.5))]
    with_sheet(folder, "Benchmarks", ("Code", "Name", "Value", "Period", "Peers"), *england, *peers)
    targets = {"PL 01": 95, "PL 02": 1250}
    rows = [
        f"{code},{NOW.later(at - 6)},,Bins,Place,{targets[code]},{figure},Red,Yes,,,,,final,2024-01-01,,close"
        for code, figures in FIGURES.items()
        for at, figure in enumerate(figures)
    ]
    (root / "inputs" / "history.csv").write_text("\n".join((HEADINGS, *rows, "")), encoding="utf-8")
    for path in folder.issue():
        is_lower = path.name.startswith("PL 02")
        fill(path, {**GOOD, **({"quarter_actual": 1450.5, "forecast_actual": 1400} if is_lower else {})})
    setup, gathered = folder.setup, folder.gather()
    assert not [each for each in gathered.problems if each.is_error]
    return render(setup, gathered.report)


@pytest.mark.parametrize("name", ["exceptions.docx", "exceptions-compact.docx", "exceptions-sections.docx"])
def test_charts_their_workbooks_their_words_and_the_data_have_the_same_results(
    files: dict[str, bytes], name: str
) -> None:
    report = json.loads(files["report.json"])
    measures = [each for group in report["directorates"] for each in group["measures"]]
    parts = _parts(files[name])
    charts = [etree.fromstring(parts[each]) for each in sorted(parts) if re.fullmatch(r"word/charts/\w+\.xml", each)]
    lines = [each for each in charts if each.find(".//c:lineChart", C) is not None]
    books = [openpyxl.load_workbook(io.BytesIO(parts[each])) for each in sorted(parts) if each.endswith(".xlsx")]
    told = [each for each in _texts(files[name]) if each.startswith("Results") and "throughout" in each]
    assert len(lines) == len(books) == len(told) == len(measures) == 2
    for measure, line, book, words in zip(measures, lines, books, told, strict=True):
        known = [Decimal(each["actual"]) for each in measure["history"]]
        forecast = Decimal(measure["forecast"]["actual"])
        assert _drawn(line, "Result") == known
        assert _drawn(line, "Forecast") == [known[-1], forecast]
        assert set(_drawn(line, "Target")) == {
            Decimal(measure["quarter"]["target"]),
            Decimal(measure["forecast"]["target"]),
        }
        sheet = book["Results"]
        assert [Decimal(str(cell.value)) for cell in sheet["B"][1:] if cell.value is not None] == known
        assert [Decimal(str(cell.value)) for cell in sheet["D"][1:] if cell.value is not None] == [known[-1], forecast]
        others, signal = _levels(measure)
        at_year_end = [forecast, Decimal(measure["forecast"]["target"])]
        in_order = [*others, signal["Average"], signal["Trial limits (lower)"], signal["Trial limits"]]
        assert _numbers(words) == [*known, Decimal(measure["quarter"]["target"]), *at_year_end, *in_order]
        drawn = list(zip([*others.values(), *signal], in_order, strict=True))
        for column, (called, figure) in zip("EFGHI", drawn, strict=False):
            assert _drawn(line, called) == [figure] * len(known)
            assert [cell.value for cell in sheet[column]] == [called, *[float(figure)] * len(known), None]


def _levels(measure: dict[str, Any]) -> tuple[dict[Decimal, str], dict[str, Decimal]]:
    """What the data says that results are held against besides: figures of others with their names, and the limits."""
    others = {Decimal(each["value"]): each["name"] for each in measure["benchmarks"]}
    names = {"mean": "Average", "lower": "Trial limits (lower)", "upper": "Trial limits"}
    assert measure["signal"]["trial"]
    return others, {name: Decimal(measure["signal"][key]) for key, name in names.items()}


def test_the_figures_of_a_measure_are_the_same_in_its_row_its_headline_and_the_data(files: dict[str, bytes]) -> None:
    report = json.loads(files["report.json"])
    text = "\n".join(_texts(files["exceptions.docx"]))
    sections = "\n".join(_texts(files["exceptions-sections.docx"]))
    for measure in (each for group in report["directorates"] for each in group["measures"]):
        for half in ("quarter", "forecast"):
            for what in ("target", "actual"):
                shown = f"{Decimal(measure[half][what]):,.1f}"
                assert shown in text
                assert shown in sections
        target, actual = (f"{Decimal(measure['quarter'][what]):,.1f}" for what in ("target", "actual"))
        assert target in next(each for each in sections.split("\n") if each.startswith(f"At {actual}"))


def test_the_page_has_the_same_results_drawn_in_words_and_in_a_table(files: dict[str, bytes]) -> None:
    page: Any = html.fromstring(files["exceptions.html"].decode())
    report = json.loads(files["report.json"])
    for measure in (each for group in report["directorates"] for each in group["measures"]):
        known = [f"{Decimal(each['actual']):,.1f}" for each in measure["history"]]
        (figure,) = page.xpath(f"//figure[@id='Chart-{measure['code'].lower().replace(' ', '-')}']")
        cells = figure.xpath(".//table[@class='counts results']/*/tr/td[2]/text()")
        assert [re.split(r"[% ]", each)[0] for each in cells[: len(known)]] == known
        assert all(each in figure.xpath("string(p)") for each in known)
        assert len(figure.xpath(".//*[local-name()='circle' and not(@class)]")) == len(known)
        others, signal = _levels(measure)
        levels = [f"{each:,.1f}" for each in (*others, *signal.values())]
        assert [re.split(r"[% ]", each)[0] for each in cells[len(known) :]] == levels
        assert all(each in figure.xpath("string(p)") for each in levels)
        drawn = zip(_heights(figure), (*others, *signal.values()), strict=True)
        assert all(abs(height - each) <= most for (height, most), each in drawn)
    (group,) = page.xpath("//section[@aria-labelledby='Compared']//figure")
    last = [each["quarter"] for of in report["directorates"] for each in of["measures"]]
    for told, quarter in zip(group.xpath(".//td/p/text()"), last, strict=True):
        assert told.endswith(f": {Decimal(quarter['deviation']).copy_abs()}% worse")


def _heights(figure: Any) -> list[tuple[Decimal, Decimal]]:
    """The figures at which thin lines are drawn, read off the axis beside them, and how far off that may be."""
    marks = figure.xpath(".//*[local-name()='text' and @class='number']")
    (low, bottom), (high, top) = (
        (Decimal(re.sub(r"[^\d.]", "", each.text)), Decimal(each.get("y"))) for each in (marks[0], marks[-1])
    )
    unit = (high - low) / (bottom - top)
    ends = [each.get("points").split() for each in figure.xpath(".//*[starts-with(@class, 'level ')]")]
    assert all(start.split(",")[1] == end.split(",")[1] for start, end in ends)
    return [(low + (bottom - Decimal(end.split(",")[1])) * unit, unit / 10) for _, end in ends]


def test_the_bars_have_the_numbers_of_the_tables_and_of_the_data(files: dict[str, bytes]) -> None:
    counts = json.loads(files["report.json"])["counts"]
    tables = docx.Document(io.BytesIO(files["exceptions.docx"])).tables
    table = next(each for each in tables if each.cell(0, 0).text == "Directorate")
    names, *rows = ([cell.text for cell in row.cells][1:] for row in table.rows)
    chart = etree.fromstring(_parts(files["exceptions.docx"])["word/charts/scorecard1.xml"])
    drawn = {
        str(each.findtext("c:tx/c:v", namespaces=C)): sum(int(str(v.text)) for v in each.iterfind(".//c:val//c:v", C))
        for each in chart.iterfind(".//c:ser", C)
    }
    summed = {name: sum(int(row[at]) for row in rows[:1]) for at, name in enumerate(names)}
    assert drawn == {name: number for name, number in summed.items() if number}
    assert sum(drawn.values()) == counts["measures"]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _drawn(chart: etree._Element, name: str) -> list[Decimal]:
    (series,) = (each for each in chart.iterfind(".//c:ser", C) if each.findtext(".//c:tx//c:v", namespaces=C) == name)
    return [Decimal(str(each.text)) for each in series.iterfind("c:val//c:pt/c:v", C)]


def _texts(data: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return [str(each.xpath("string(.)")) for each in body.xpath(".//w:p")]


def _numbers(words: str) -> list[Decimal]:
    without_periods = re.sub(r"(?:Q\d )?\d{4}/\d\d|\(of \d+ results\)", "", words)
    return [Decimal(each.replace(",", "")) for each in re.findall(r"\d[\d,]*(?:\.\d+)?", without_periods)]
