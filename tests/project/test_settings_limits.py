"""However large or odd the settings are, what is told of them is short; and what is declared is what is read."""

from dataclasses import fields

import pytest

from generator.model.problem import Unusable
from generator.model.toml.keys import MOST, Table
from generator.project.house_style import HouseStyle, Ruling
from generator.project.report_options import Covering
from generator.project.settings import SETTINGS, Settings, read_settings
from generator.project.shape_settings import SHAPE_KEYS

GOOD = """\
council = "Derby City Council"
period = "2018-19-Q2"
directorates = ["Communities & Place", "People Services"]
data_source = "DORIS"
"""


def names(each: type) -> set[str]:
    return {field.name for field in fields(each)}


def keys_under(heading: str) -> set[str]:
    table = SETTINGS.keys[heading]
    assert isinstance(table, Table)
    return {*table.keys}


def test_every_setting_is_declared_and_read() -> None:
    tables = {"committee", "glossary", "house_style", "rules", "report"}
    read_into_others = {"year_starts", "charts"}
    assert {*SETTINGS.keys} - tables - {*SHAPE_KEYS} - read_into_others == names(Settings) - {
        "covering",
        "house_style",
        "shape",
        "reports",
    }
    assert keys_under("committee") == names(Covering) - {"glossary"}
    assert keys_under("house_style") == names(HouseStyle) - {"rules"}
    assert keys_under("rules") - {"directorate"} == names(Ruling)


LARGE = {
    "more text than anybody writes": (f"# {'x' * 200_000}", ["SET08"]),
    "a dotted key of 100 kB": (f"{'a.' * 50_000}a = 1", ["SET08"]),
    "brackets in brackets": (f"a = {'[' * 50_000}", ["SET08"]),
    "10,000 unknown keys": ("".join(f"k{each} = 1\n" for each in range(10_000)), ["SET01"] * MOST + ["SET09"]),
    "10,000 faulty acronyms": (
        "[glossary]\n" + "".join(f"k{each} = 1\n" for each in range(10_000)),
        ["SET03"] * MOST + ["SET09"],
    ),
    "2,000 rulings of nowhere": (
        '[[rules]]\nrule = "TEXT01"\nseverity = "off"\nreason = "x"\ndirectorate = "x"\n' * 2_000,
        ["SET03"] * MOST + ["SET09"],
    ),
    "a number of 60,000 digits": (f"days_to_return = 0x{'F' * 60_000}", ["SET03"]),
    "a key of 100,000 letters": (f"{'x' * 100_000} = 1", ["SET01"]),
}


@pytest.mark.parametrize(("text", "codes"), LARGE.values(), ids=LARGE)
def test_large_settings_get_a_short_answer(text: str, codes: list[str]) -> None:
    with pytest.raises(Unusable) as told:
        read_settings(GOOD + text, "s.toml")
    assert [each.code for each in told.value.problems] == codes
    assert sum(len(each.message + each.remedy) for each in told.value.problems) < 13_000


@pytest.mark.parametrize(
    ("key", "letters", "most"),
    [
        ("council", 100_000, "200"),
        ("council", 201, "200"),
        ("council", 200, ""),
        ("title", 201, "200"),
        ("data_source", 5_001, "5,000"),
        ("data_source", 5_000, ""),
    ],
)
def test_a_text_that_is_too_long_is_told_at_its_line(key: str, letters: int, most: str) -> None:
    lines = {**dict(line.split(" = ") for line in GOOD.splitlines()), key: f'"{"x" * letters}"'}
    text = "".join(f"{name} = {value}\n" for name, value in lines.items())
    if not most:
        assert getattr(read_settings(text, "s.toml"), key) == "x" * letters
        return
    with pytest.raises(Unusable) as told:
        read_settings(text, "s.toml")
    (only,) = told.value.problems
    assert (only.place.file, only.place.cell) == ("s.toml", f"line {[*lines].index(key) + 1}")
    assert f"it has {letters:,} characters, and {most} are the most." in only.message


def test_how_many_more_there_are_is_told_where_they_begin() -> None:
    with pytest.raises(Unusable) as told:
        read_settings(GOOD + "".join(f"k{each} = 1\n" for each in range(10_000)), "s.toml")
    last = told.value.problems[-1]
    assert (last.place.cell, last.message) == ("line 25", "From this line on, 9,980 more settings are unknown.")
