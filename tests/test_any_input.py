"""Whatever stands in the settings, the register or a narrative: it is used, or told of as a problem, and stays text."""

import contextlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from unittest.mock import patch

import lxml.html
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.model.period import Period
from generator.model.problem import Unusable
from generator.model.register import Register
from generator.model.shape import Shape
from generator.project.load import Setup
from generator.project.quarter_folders import readings_of
from generator.project.settings import SETTINGS, Settings, read_settings
from generator.reading.readings import Reading
from generator.reading.register.columns import HEADERS, SHEET
from generator.reading.register.read_register import FURTHER_SHEETS, read_register
from generator.report.gather import gather
from generator.xlsx import Book, Cell, CellKind, Sheet, read_book
from tests.project.test_settings import GOOD as FOUR_KEYS
from tests.projects import Folder, filled_project, render

MANY = settings(max_examples=200, deadline=None)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PIECES = ("[", "]", "[[", "]]", "=", '"', '"""', "'", "\n", "\r", "\0", "{", "}", ",", "#", " ", "é", "1", "true", ".")
WORDS = SETTINGS.every_key
SCALARS = st.one_of(
    ANY_TEXT,
    st.sampled_from(["2018-19-Q2", "0000-01-Q1", "9999-00-Q4", "0001-02-Q1", "#003078", "derby", "error", "../x"]),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
VALUES = st.recursive(SCALARS, lambda each: st.lists(each, max_size=3) | st.dictionaries(ANY_TEXT, each, max_size=3))


def as_toml(value: object) -> str:
    """Write a value as TOML, where TOML has such values."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + "".join(f"\\U{ord(each):08x}" for each in value) + '"'
        case list():
            return f"[{', '.join(map(as_toml, value))}]"
        case dict():
            return f"{{{', '.join(f'{as_toml(key)} = {as_toml(each)}' for key, each in value.items())}}}"
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)


def told_or(read: Callable[[], object], kind: type) -> None:
    """Read something: it is of its kind, or every fault of it is told, and nothing else happens."""
    try:
        found = read()
    except Unusable as unusable:
        found = unusable
    assert found.problems if isinstance(found, Unusable) else isinstance(found, kind)


def used_or_told(text: str) -> None:
    told_or(lambda: read_settings(text, "s.toml"), Settings)


@MANY
@given(st.lists(st.sampled_from([*PIECES, *WORDS]) | ANY_TEXT, max_size=20).map("".join))
@example("[" * 5000)
@example("a" + ".a" * 5000 + "=1")
def test_any_text_as_settings(text: str) -> None:
    used_or_told(text)
    used_or_told(FOUR_KEYS + text)


@MANY
@given(st.sampled_from(WORDS), VALUES, st.sampled_from(["", "[committee]\n", "[house_style]\n", "[[rules]]\n"]))
def test_any_value_of_any_setting(key: str, value: object, heading: str) -> None:
    lines = [each for each in FOUR_KEYS.splitlines() if heading or not each.startswith(f"{key} =")]
    used_or_told("\n".join([*lines, f"{heading}{key} = {as_toml(value)}"]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return filled_project(tmp_path_factory.mktemp("any") / "project")


@MANY
@given(st.integers(0, 9999), st.integers(0, 99), st.sampled_from("01234"), st.integers(0, 366))
@example(9999, 0, "4", 366)
@example(0, 1, "1", 0)
@example(1, 2, "1", 0)
def test_any_quarter_has_a_day_when_its_returns_are_due(year: int, end: int, quarter: str, days: int) -> None:
    text = FOUR_KEYS.replace("2018-19-Q2", f"{year:04}-{end:02}-Q{quarter}") + f"days_to_return = {days}"
    with contextlib.suppress(Unusable):
        period = read_settings(text, "s.toml").period
        assert period.previous.name
        assert period.year_ago.name
        assert period.last_day.toordinal() + days <= date.max.toordinal()


CELLS = st.one_of(
    ANY_TEXT.map(lambda text: (CellKind.TEXT, text)),
    st.sampled_from(
        ["", "higher", "range", "none", "date", "milestone", "Q1 and Q3", "40 to 60", "3 points", "2%"]
    ).map(lambda text: (CellKind.TEXT, text)),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(lambda number: (CellKind.NUMBER, number)),
    st.dates().map(lambda day: (CellKind.DATE, day)),
    st.sampled_from([(CellKind.BOOLEAN, "TRUE"), (CellKind.ERROR, "#REF!"), (CellKind.UNCALCULATED, "")]),
)


def cell(row: int, column: int, kind: CellKind, value: object) -> Cell:
    number = value if kind is CellKind.NUMBER else None
    day = value if isinstance(value, date) else None
    return Cell(row, column, kind, str(value), number, date=day)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def good_register(folder: Folder) -> Book:
    return read_book(folder.project.register.read_bytes())


@MANY
@given(changes=st.dictionaries(st.tuples(st.integers(1, 4), st.integers(1, len(HEADERS))), CELLS, max_size=6))
def test_any_cells_as_register(good_register: Book, changes: dict[tuple[int, int], tuple[CellKind, object]]) -> None:
    sheets = {each.name: each for each in good_register.sheets}
    cells = {
        **sheets[SHEET].cells,
        **{(row, column): cell(row, column, *each) for (row, column), each in changes.items()},
    }
    sheets[SHEET] = Sheet(SHEET, "visible", cells)
    book, shape = Book(tuple(sheets.values()), ()), Shape(groups=("Place", "People"))
    told_or(lambda: read_register(book, "r.xlsx", shape, Period(2024, 1)), Register)


YEARS = st.sampled_from(["2024/25", "2023-24", "2024", "2024/26", "year"]).map(lambda text: (CellKind.TEXT, text))
WHAT = st.sampled_from(["Q1", "year", "M05", "Title", "Directorate", "New", "Retired"]).map(
    lambda text: (CellKind.TEXT, text)
)


@MANY
@given(
    name=st.sampled_from(sorted(FURTHER_SHEETS)),
    rows=st.lists(st.lists(st.one_of(CELLS, YEARS, WHAT), max_size=6), max_size=4),
    periods=st.lists(st.builds(Period, st.integers(2022, 2026), st.integers(1, 4)), min_size=1, max_size=3),
)
def test_any_cells_beside_the_measures(
    good_register: Book, name: str, rows: list[list[tuple[CellKind, object]]], periods: list[Period]
) -> None:
    measures = next(each for each in good_register.sheets if each.name == SHEET)
    table: list[list[tuple[CellKind, object]]] = [[(CellKind.TEXT, heading) for heading in FURTHER_SHEETS[name]]]
    table += ([(CellKind.TEXT, "PL 01"), *row] for row in rows)
    cells = {
        (row, column): cell(row, column, *each)
        for row, values in enumerate(table, 1)
        for column, each in enumerate(values, 1)
    }
    book, shape = Book((measures, Sheet(name, "visible", cells)), ()), Shape(groups=("Place", "People"))
    with contextlib.suppress(Unusable):
        register = read_register(book, "r.xlsx", shape, Period(2024, 1))
        for period in periods:
            (measure,) = register.at(period).measures
            assert measure.code == "PL 01"


MARKS = (
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "[[",
    "]]",
    "{",
    "[",
    "]]>",
    "<",
    ">",
    "</td>",
    "&",
    "&lt;",
    "'",
    '"',
    "\\",
    "%s",
)
TAGS = (
    "<zzq>",
    "<script>zzq()</script>",
    "<w:zzq/>",
    "<img zzq=1>",
    "{%tr for x in y %}",
    "{{ quarter }}",
    "{{ 1/0 }}",
)
LINES = st.lists(
    st.lists(st.sampled_from([*MARKS, *TAGS, "- ", "1) ", "word", " ", "zzq"]) | ANY_TEXT, max_size=8).map("".join),
    max_size=3,
).map(tuple)


def tags_of(document: bytes) -> set[str]:
    """The names of all elements and attributes."""
    root = lxml.html.fromstring(document) if document.startswith(b"<!") else etree.fromstring(document)
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    return {each.tag for each in elements} | {str(name) for each in elements for name in each.attrib}


def rendered(
    setup: Setup, readings: tuple[Reading, ...], lines: tuple[str, ...], *, internal: bool
) -> dict[str, bytes]:
    """Build the report as if the one return had these lines for each of its answers, and its note."""
    (reading,) = readings
    assert reading.returned
    answers = dict.fromkeys(reading.returned.answers, lines)
    returned = replace(reading.returned, answers=answers, note_to_team="\n".join(lines))
    with patch("generator.report.gather.read_files", lambda *_: (replace(reading, returned=returned),)):
        gathered = gather(setup, draft=True, internal=internal)
    return render(setup, gathered.report)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES, internal=st.booleans())
@example(lines=("{{ quarter }} [[ {{ quarter }} ]] {% zzq %}", "]] [[", *TAGS), internal=True)
@example(lines=("[[" * 200, "{" * 200, "<zzq>" * 200), internal=False)
def test_any_narrative_is_rendered_as_text(folder: Folder, lines: tuple[str, ...], internal: bool) -> None:
    setup = folder.setup
    readings = tuple(readings_of(setup, setup.period))
    files = rendered(setup, readings, lines, internal=internal)
    page = files["exceptions.html"]
    assert not {tag for tag in tags_of(page) if "zzq" in tag}
    assert b"<script>zzq" not in page
    for name in (each for each in files if each.endswith(".docx")):
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            for part in (each for each in archive.namelist() if each.endswith((".xml", ".rels"))):
                assert not {tag for tag in tags_of(archive.read(part)) if "zzq" in tag}, (name, part)
    json.loads(files["report.json"])
