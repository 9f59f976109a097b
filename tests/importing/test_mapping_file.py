"""The mapping file: what is written can be read, whatever the headings are; what is wrong is told at its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.mapping_file import ListMapping, mapping_of, read_mapping, written_mapping
from generator.importing.meaning.fields import ListField
from generator.importing.table.list_table import ListTable
from generator.model.problem import Unusable
from tests.importing.lists import LISTS, drafted

TABLE = ListTable(sheets=("KPIs",), heading_rows=(4,), headings={}, rows=())
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30).filter(
    lambda text: text.isprintable() and text.strip() != ""
)


@given(
    st.dictionaries(TEXTS, st.sampled_from(["keep", *ListField]), max_size=5), st.dictionaries(TEXTS, TEXTS, max_size=5)
)
def test_what_is_written_can_be_read(columns: dict[str, str], codes: dict[str, str]) -> None:
    text = written_mapping(ListMapping(columns=columns, codes=codes, register="ab"), TABLE, "list.xlsx")
    read = read_mapping(text, "m.toml")
    assert len(read.columns) <= len(columns)
    assert set(read.columns.values()) == set(columns.values()) or not columns
    assert sorted(read.codes.values()) <= sorted(" ".join(each.split()) for each in codes.values()) or not codes


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sheets = 4", "“sheets”: it must be a list of texts"),
        ("heading_rows = [0]", "“heading_rows”: it must be a list of one or two row numbers"),
        ("heading_rows = [1, 2, 3]", "one or two row numbers"),
        ("heading_rows = [true]", "one or two row numbers"),
        ("sheet = []", "there is no key “sheet”. Did you mean “sheets”?"),
        ('[columns]\n"KPI" = "Titel"', "Did you mean “Title”?"),
        ('[columns]\n"Our KPI" = 4', 'Write it like this: "Our KPI" = "Polarity"'),
        ("[columns]\nKPI = 4", "must be a text"),
        ("[columns", "it cannot be read"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(line: str, told: str) -> None:
    with pytest.raises(Unusable) as caught:
        read_mapping(f"# a note\n{line}\n", "inputs/register-mapping.toml")
    (problem,) = caught.value.problems
    assert told in f"{problem.message} {problem.remedy}"
    assert (problem.place.cell or "").startswith("line")


def test_what_was_said_stays_and_what_a_year_is_in_is_not_kept(tmp_path: Path) -> None:
    register = drafted(tmp_path, LISTS["forty"]())
    before = ListMapping(sheets=("KPIs",), columns={"Old heading": "Unit"}, groups={"PLACE": "Place"})
    kept = mapping_of(register.columns, {"Homes let": "P 01"}, before, "ab")
    assert (kept.sheets, kept.heading_rows, kept.groups) == (("KPIs",), (), {"PLACE": "Place"})
    assert kept.columns["Polarity"] == "Polarity"
    assert kept.columns["Old heading"] == "Unit"
    assert not any("2026/27" in label for label in kept.columns)


def test_codes_that_are_too_many_to_be_read_again_are_left_out() -> None:
    codes = {f"A measure with a long title, number {number}": f"M {number}" for number in range(5000)}
    text = written_mapping(ListMapping(codes=codes, register="ab"), TABLE, "list.xlsx")
    assert read_mapping(text, "m.toml").codes == {}
