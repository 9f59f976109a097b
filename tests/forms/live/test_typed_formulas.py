"""Over 250 ways in which a figure may stand in a cell: check, Check column and register agree on each.

The Check column is worked out in LibreOffice, which also saves every form and the register again: what the two
programs make of a cell must be read alike.
"""

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell

from generator.forms.asked.form_words import CHECK, OWN_SHEETS, TO_DO
from generator.model.measure import Measure
from generator.model.problem import Unusable
from generator.project.load import Setup
from generator.reading.register.columns import HEADERS
from generator.report.gather import gather
from generator.xlsx import SheetsWanted, read_book
from tests.clients.programs import program
from tests.projects import SETTINGS, Folder, Value, make_project

REFUSED = "refused"
Given = str | int | float | bool
type_of_case = tuple[str, Given, str, str]
"""A unit, what is typed, its number format, and what is read."""


def typed(unit: str, *texts: tuple[str, str]) -> Iterator[type_of_case]:
    yield from ((unit, text, "General", read) for text, read in texts)


def refused(unit: str, *texts: Given) -> Iterator[type_of_case]:
    yield from ((unit, text, "General", REFUSED) for text in texts)


def shown(unit: str, number: float, read: str, *codes: str) -> Iterator[type_of_case]:
    yield from ((unit, number, code, read) for code in codes)


CASES: tuple[type_of_case, ...] = (
    # Typed as text: a bare number
    *typed("", ("1,250", "1250"), ("1,234.5", "1234.5"), ("1,000,000", "1000000"), ("50,000,000.25", "50000000.25")),
    *typed("", (".5", "0.5"), ("007", "7"), ("+50", "50"), ("−50", "-50"), ("– 50", "-50"), ("- 5", "-5")),
    *typed("", ("50\n", "50"), ("\N{NO-BREAK SPACE}50 ", "50"), ("0", "0"), ("1234567890123.45", "1234567890123.45")),
    *refused("", "0,654", "90,5", "1.234,5", "00,123", "12,34,567", "1,2345", "1,234.56,7", "1.2.3", "5.", "5..."),
    *refused("", "9:30", "9h30", "about 50", "c. 50", "40-60", "40 to 60", "50 (provisional)", "50*", "50?", "5O"),
    *refused("", "n/a", "TBC", "nil", "-", "on target", "1 1/2", "1/2", "9½", "10 of 19", "1.2m", "1.2k"),
    *refused("", "1e5", "84.8²", "10⁶", "15 Oct", "(50)", "1 250", "50 .5", "--5", "50-", "50e", "TRUE", "=1+1", "٥"),
    *refused("", "5０", "1" * 16, "£50", "50%", "50 days", "$50", "50 and 60", "<5", "fewer than 6", True, 1e17),
    # with a unit
    *typed("%", ("90%", "90"), ("90 %", "90"), ("90 per cent", "90"), ("90 Percent.", "90"), ("0.9%", "0.9")),
    *typed("%", ("0.5 per cent", "0.5"), ("100.5%", "100.5"), ("90", "90"), ("0", "0"), ("-5%", "-5")),
    *refused("%", "0.9", "-0.5", "£90", "90 pc", "%90", "90%%", "90 days", 0.9),
    *typed("days", ("12 days", "12"), ("1 day", "1"), ("12days", "12"), ("12 Days.", "12"), ("1,250 days", "1250")),
    *refused("days", "3 weeks", "12 working days", "12 d", "2 days 3 hours", "12 hours"),
    *typed("hours", ("9.5", "9.5"), ("9.5 hours", "9.5"), ("9.5 hrs", "9.5")),
    *refused("hours", "9:30", "09:30:00", "570 minutes", "2 hours 45 minutes", "9h 30m"),
    *typed(
        "£", ("£90", "90"), ("£ 90", "90"), ("-£90", "-90"), ("£-90", "-90"), ("£1,200.50", "1200.5"), ("90 £", "90")
    ),
    *typed("£", ("£1.2k", "1200"), ("£2.1m", "2100000"), ("£2.1M", "2100000"), ("2.1 million", "2100000")),
    *typed("£", ("£0.2bn", "200000000"), ("£1.2 thousand", "1200"), ("5 m", "5000000")),
    *refused("£", "90p", "£90 days", "£k", "k", "$90", "£", "£1,2m"),
    *typed("£m", ("£2.1m", "2.1"), ("2.1m", "2.1"), ("2.1", "2.1"), ("£2.1 million", "2.1"), ("2.1 £m", "2.1")),
    *refused("£m", "£2.1", "£2,100,000", "£2100k", "£2.1bn"),
    *typed("per 1,000", ("0.65", "0.65"), ("0.65 per 1,000", "0.65")),
    *refused("per 1,000", "0,654"),
    *typed(":1", ("2.5:1", "2.5"), ("2.5", "2.5")),
    # As numbers under a number format
    *shown("", 50.5, "50.5", "General", "0.0", "0.00", "#,##0.0", "#,##0.00", "0.0##", "@", "[Red]0.0", "??0.0"),
    *shown("", 50.5, "50.5", "_-* #,##0.00_-;-* #,##0.00_-", "#,##0.0_);(#,##0.0)", "0.0;-0.0", "0.00;(0.00)"),
    *shown("", 12, "12", "0", "00000", "#,##0", "#", "+0;-0", '[=1]"Yes";[=0]"No";General', '[>=1000]0.0," K";0'),
    *shown("", -45, "-45", "0", "0.00", "#,##0_);(#,##0)", "#,##0;[Red]-#,##0"),
    *shown("", -45, REFUSED, "0;0", "h:mm", "dd/mm/yyyy", "0;;", '"-"0;0', "[>100]0.0;0"),
    *shown("", 0.395833333333333, REFUSED, "h:mm", "hh:mm:ss", "[h]:mm", "mm:ss", "h:mm AM/PM", "dd/mm/yyyy hh:mm"),
    *shown(
        "", 1.5625, REFUSED, "[h]:mm", "[hh]:mm:ss", "[mm]", "h:mm", "d-mmm", "# ?/?", "# ??/16", "0.0E+00", "##0.0E+0"
    ),
    *shown(
        "", 45689, REFUSED, "dd/mm/yyyy", "mmm-yy", "d-mmm", "yyyymmdd", "dd.mm.yy", "0,", "0.0,", '0.0,"k"', "yyyy"
    ),
    *shown("", 3250000, REFUSED, "0,", '0.0,,"m"', "#,##0,", '[>=1000000]0.0,," M";0', "0.00E+00"),
    *shown(
        "", 50.5, REFUSED, '0.0" weeks"', '0.0" m"', '"c. "0.0', '"<"0.0', '0.0" approx"', "0.0\\*", "\\~0.0", '0.0"5"'
    ),
    *shown(
        "", 50.5, REFUSED, "[$£-809]#,##0.00", '"£"#,##0.00', "[$€-2] #,##0.00", "$#,##0.00", "0.0%", '0.0"%"', ";;;"
    ),
    *shown("", 3, REFUSED, '[<6]"fewer than 6";0', '"Yes";;"No"', '"nil"', '0"0"', '"1"0', '0" 000"', ";;;@", "#,"),
    *shown("%", 0.905, "90.5", "0.0%", "0.00%", "0.0 %", "0.0%;-0.0%", "0.0%;[Red]-0.0%"),
    *shown("%", 90.5, "90.5", "0.0", '0.0"%"', '0.0" %"'),
    *shown("%", 90, REFUSED, "[$£-809]#,##0.00", '0" of 100"', "0.0E+00", "h:mm", '0" days"'),
    *shown(
        "£",
        95,
        "95",
        "[$£-809]#,##0.00;[RED]-[$£-809]#,##0.00",
        '"£"#,##0',
        "#,##0",
        '_-"£"* #,##0.00_-;-"£"* #,##0.00_-',
    ),
    *shown("£", -1234, "-1234", '"£"#,##0_);("£"#,##0)', "£#,##0;-£#,##0"),
    *shown("£", 1234, REFUSED, "[$€-2] #,##0.00", '0,"k"', '£0.0,"k"', "$#,##0", "0%"),
    *shown("£m", 2.1, "2.1", '£0.0"m"', '0.0"m"', "0.0"),
    *shown("£m", 2.1, REFUSED, "£0.0", '0.0"bn"', '"$"0.0"m"'),
    *shown("days", 9, "9", '0" days"', '0"days"', "0.0"),
    *shown("days", 3, REFUSED, '0" weeks"', '0" working days"', "h:mm", "£0", "d"),
    *shown("hours", 9.5, "9.5", '0.0" hours"', '0.0" hrs"'),
    *shown("hours", 0.395833333333333, REFUSED, "h:mm", "hh:mm:ss", "[h]:mm"),
)
FIGURES = ("quarter_actual", "forecast_actual")
SHORT = f"""{SETTINGS}
[[question]]
key = "remark"
label = "Remark"
takes = "text"
"""
"""A project whose forms ask for one line of commentary, for they are many."""
IN_ONE_WORKBOOK = 40


def placed() -> Iterator[tuple[type_of_case, str, str]]:
    """Each case with the code of its form and the answer that it is: a form has two cases of its unit."""
    for number, unit in enumerate(dict.fromkeys(unit for unit, *_ in CASES)):
        for at, case in enumerate(case for case in CASES if case[0] == unit):
            yield case, f"M {number}-{at // len(FIGURES)}", FIGURES[at % len(FIGURES)]


PLACED = tuple(placed())


def test_there_are_enough_cases() -> None:
    assert len(CASES) > 250
    assert len(set(CASES)) == len(CASES)


@dataclass(frozen=True)
class Seen:
    """What the check and the form say of each placed case: what is read or REFUSED, and whether it is asked about."""

    check: Sequence[tuple[str | Decimal, bool]]
    form: Sequence[tuple[bool, bool]]


def code_of(at: int) -> str:
    return f"M {at}"


def put(cell: Cell | MergedCell, given: Given, code: str) -> None:
    cell.value = given
    cell.number_format = code
    if isinstance(given, str):
        cell.data_type = "s"


def registered(root: Path, cases: Sequence[type_of_case]) -> Folder:
    """A project with a measure for each case, whose target is what the case has."""
    rows: list[dict[str, Value]] = [{"Code": code_of(at), "Unit": unit} for at, (unit, *_) in enumerate(cases)]
    folder = make_project(root, *(({**row, "Q3 target": None, "Year-end target": None}) for row in rows))
    book = load_workbook(folder.project.register)
    page = book["Measures"]
    for row, (_, given, code, _) in enumerate(cases, 2):
        put(page.cell(row, HEADERS.index("Q3 target") + 1), given, code)
    book.save(folder.project.register)
    return folder


def targets(folder: Folder) -> dict[str, str | Decimal]:
    """What is read of each target by its cell, or REFUSED for all that are, in which case nothing else is read."""
    try:
        measures = folder.setup.register.measures
    except Unusable as unusable:
        return {each.place.cell or "": REFUSED for each in unusable.problems if each.code == "REG03"}
    return {f"S{row}": target(each) for row, each in enumerate(measures, 2)}


def target(measure: Measure) -> str | Decimal:
    found = measure.quarter_targets[2]
    assert isinstance(found, Decimal)
    return found


def resaved(paths: Sequence[Path], into: Path) -> list[Path]:
    """Have LibreOffice work out workbooks and save them."""
    office = program("soffice")
    home = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    command = [office, "--headless", "--norestore", home, "--convert-to", kind, "--outdir", str(into), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    return [into / path.name for path in paths]


def forms_of(path: Path) -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """Each form in a workbook: its code, the cell of each answer that is a figure, and what is said of that."""
    for page in read_book(path.read_bytes(), SheetsWanted(unread=OWN_SHEETS)).sheets:
        rows = {cell.text: row for (row, column), cell in page.cells.items() if column == 7 and cell.text in FIGURES}
        if rows:
            said = {name: page.cells.get((row, 5)) for name, row in rows.items()}
            told = {name: cell.text if cell else "" for name, cell in said.items()}
            yield page.name, {name: f"C{row}" for name, row in rows.items()}, told


def checked(setup: Setup, paths: Sequence[Path]) -> list[tuple[str | Decimal, bool]]:
    gathered = gather(setup, paths)
    told: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for each in gathered.problems:
        told[each.place.sheet, each.place.cell].add("error" if each.is_error else each.code[:3])
    returned = {each.measure.code: each.returned for each in gathered.judged}
    cells = {code: cells for path in paths for code, cells, _ in forms_of(path)}
    found: list[tuple[str | Decimal, bool]] = []
    for _, code, name in PLACED:
        of_cell, form = told[code, cells[code][name]], returned[code]
        read = {"quarter_actual": form.quarter.actual, "forecast_actual": form.forecast.actual}
        found.append((REFUSED, False) if "error" in of_cell else (read[name], "QRY" in of_cell))  # type: ignore[arg-type]
    return found


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """Forms filled by openpyxl, and the same saved by LibreOffice."""
    root, again = tmp_path_factory.mktemp("forms"), tmp_path_factory.mktemp("again")
    units = {code: case[0] for case, code, _ in PLACED}
    measures: list[dict[str, Value]] = [
        {
            "Code": code,
            "Title": code,
            "Unit": unit,
            "Q3 target": 50,
            "Year-end target": 50,
            "Bundle": f"B{at // IN_ONE_WORKBOOK}",
        }
        for at, (code, unit) in enumerate(units.items())
    ]
    folder = make_project(root, *measures, settings=SHORT)
    paths = folder.issue()
    answers: dict[str, dict[str, type_of_case]] = defaultdict(dict)
    for case, code, name in PLACED:
        answers[code][name] = case
    for path in paths:
        book = load_workbook(path)
        for code, cells, _ in forms_of(path):
            for name, (_, given, number_format, _) in answers[code].items():
                put(book[code][cells[name]], given, number_format)
        book.save(path)
    saved = resaved(paths, again)
    said = {code: told for path in saved for code, _, told in forms_of(path)}
    form = [(said[code][name].startswith(TO_DO), said[code][name].startswith(CHECK)) for _, code, name in PLACED]
    setup = folder.setup
    return {"openpyxl": Seen(checked(setup, paths), form), "LibreOffice": Seen(checked(setup, saved), form)}


@pytest.mark.parametrize("saved_by", ["openpyxl", "LibreOffice"])
def test_no_figure_is_misread_and_the_form_says_the_same(returned: dict[str, Seen], saved_by: str) -> None:
    seen = returned[saved_by]
    for (case, _, _), (read, is_asked), (to_do, check) in zip(PLACED, seen.check, seen.form, strict=True):
        expected = case[3] if case[3] == REFUSED else Decimal(case[3])
        assert read == expected, (case, read)
        assert (read == REFUSED, is_asked) == (to_do, check), (case, read, is_asked)


def test_the_register_reads_and_refuses_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reading.register.read_register.told_together", tuple)  # each cell for itself
    folder = registered(tmp_path / "all", CASES)
    again = tmp_path / "again"
    again.mkdir()
    (saved,) = resaved([folder.project.register], again)
    wanted = {f"S{row}" for row, case in enumerate(CASES, 2) if case[3] == REFUSED}
    assert set(targets(folder)) == wanted
    folder.project.register.write_bytes(saved.read_bytes())
    assert set(targets(folder)) == wanted
    good = [case for case in CASES if case[3] != REFUSED]
    read = targets(registered(tmp_path / "good", good))
    assert [read[f"S{row}"] for row in range(2, len(good) + 2)] == [Decimal(case[3]) for case in good]


def test_no_message_repeats_a_number_that_its_cell_hides(tmp_path: Path) -> None:
    hidden = [
        case
        for case in CASES
        if case[1] == 3 and re.fullmatch(r'(\[.*\])?"[^"]*"[^0]*|;;;@?', case[2].partition(";0")[0])
    ]
    assert hidden
    folder = registered(tmp_path, hidden)
    with pytest.raises(Unusable) as caught:
        _ = folder.setup
    assert not any(re.search(r"\b3\b", each.message) for each in caught.value.problems)
