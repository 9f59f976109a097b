"""The list in its workbook: under titles, with two rows of headings, between notes, on several sheets."""

from pathlib import Path

import pytest

from generator.importing.list_file import read_list
from generator.importing.table.find_table import Said, find_table
from generator.importing.table.list_table import ListTable
from tests.importing.lists import HEADINGS, LISTS, a_sheet_each, forty_measures, saved, sheet_of


def found(root: Path, data: bytes, said: Said | None = None) -> ListTable:
    path = root / "list.xlsx"
    path.write_bytes(data)
    table = find_table(read_list(path, path.name), said or Said(year=2026))
    assert table
    return table


def test_headings_in_two_rows_are_read_together_under_titles(tmp_path: Path) -> None:
    table = found(tmp_path, forty_measures())
    assert table.heading_rows == (4, 5)
    assert list(table.headings)[4:8] == ["UoM", "Freq.", "Targets 2026/27 Q1", "Targets 2026/27 Q2"]
    assert (len(table.rows), table.rows[0].number) == (40, 6)
    assert [each.text for each in table.left][-1] == "Source: corporate performance team"


def test_merged_cells_hold_for_every_row_of_theirs(tmp_path: Path) -> None:
    table = found(tmp_path, forty_measures())
    assert {row.text("Directorate") for row in table.rows[10:20]} == {"Children & Families"}
    assert [bool(row.merged) for row in table.rows[:3]] == [False, True, True]


def test_rows_of_their_own_name_what_follows(tmp_path: Path) -> None:
    table = found(tmp_path, LISTS["banners"]())
    assert [row.banners for row in table.rows] == [
        *[("PEOPLE", "Housing")] * 2,
        ("PEOPLE", "Leisure"),
        *[("PLACE", "Streets")] * 3,
    ]
    assert [(each.number, each.why) for each in table.left if each.number > 3] == [
        (10, "The headings again."),
        (17, "It names no measure: a note, a total or a key."),
    ]


def test_sheets_with_the_same_headings_are_one_list_and_last_years_is_none(tmp_path: Path) -> None:
    table = found(tmp_path, a_sheet_each())
    assert table.sheets == ("Place", "People")
    assert table.other_sheets == ("2025-26",)


def test_a_row_that_is_struck_out_is_left_and_a_hidden_one_taken_and_told(tmp_path: Path) -> None:
    table = found(tmp_path, LISTS["untidy"]())
    assert [each.text for each in table.left] == ["K5 | Old measure | Digital | 5 | C May"]
    assert [row.number for row in table.rows if row.is_hidden] == [7]


def test_a_key_and_a_total_under_the_list_are_no_measures(tmp_path: Path) -> None:
    book, sheet = sheet_of()
    sheet.append(list(HEADINGS))
    for number in range(5):
        sheet.append([f"A{number}", f"Measure {number}", "Place", "High", "%", "Q", 90, "Pat"])
    sheet.append([None, "Total", None, None, None, None, 450])
    sheet.append(["Green", "On target"])
    sheet.append([None, "Off target", "x"])
    table = found(tmp_path, saved(book))
    assert len(table.rows) == 5 + 1  # the key's first row has a code and a title
    assert [each.number for each in table.left] == [7, 9]


def test_where_it_is_may_be_said(tmp_path: Path) -> None:
    book, sheet = sheet_of("One")
    sheet.append(list(HEADINGS))
    sheet.append(["A1", "First", "Place", "High", "%", "Q", 90, "Pat"])
    other = book.create_sheet("Two")
    other.append(["nothing here"])
    other.append(["x", "y"])
    other.append(["B1", "Second"])
    table = found(tmp_path, saved(book), Said(sheets=("two",), heading_rows=(2,)))
    assert (table.sheets, [row.text("y") for row in table.rows]) == (("Two",), ["Second"])


def test_a_title_over_several_rows_is_one_measure(tmp_path: Path) -> None:
    book, sheet = sheet_of()
    sheet.append(list(HEADINGS))
    sheet.append(["A1", "Homes let", "Place", "High", "%", "Q", 90, "Pat"])
    sheet.append([None, None, None, None, None, None, 85, "was"])
    sheet.merge_cells("B2:B3")
    table = found(tmp_path, saved(book))
    assert [row.number for row in table.rows] == [2]
    assert "belongs to that measure" in table.left[0].why


@pytest.mark.parametrize("rows", [[], [["a", "b"], [1, 2]], [["Ref"], ["A1"]]])
def test_where_there_is_no_list_none_is_found(tmp_path: Path, rows: list[list[str | int]]) -> None:
    book, sheet = sheet_of()
    for row in rows:
        sheet.append(row)
    (tmp_path / "list.xlsx").write_bytes(saved(book))
    assert find_table(read_list(tmp_path / "list.xlsx", "list.xlsx")) is None
