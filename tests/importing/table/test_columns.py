"""What each column is for: by its heading, nearly so, by what stands in it; and what a heading alone does not tell."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.importing.mapping_file import ListMapping
from generator.importing.meaning.fields import ListField
from generator.importing.table.columns import Column, KnownBy
from tests.importing.lists import drafted, plain_list, type_of_value

ROWS = (("A1", "Household waste recycled", "Place"), ("A2", "Calls answered in a minute", "People"))


def columns(root: Path, heading: str, *values: type_of_value, mapping: ListMapping | None = None) -> Sequence[Column]:
    """The columns of a list of two measures with one more column."""
    rows = ((*row, value) for row, value in zip(ROWS, values, strict=True))
    data = plain_list(("Ref", "Measure", "Directorate", heading), *rows)
    return drafted(root, data, mapping or ListMapping()).columns.every


@pytest.mark.parametrize(
    ("heading", "values", "field", "known"),
    [
        ("Good is", ("High", "Low"), ListField.POLARITY, KnownBy.NAME),
        ("Polarty", ("High", "Low"), ListField.POLARITY, KnownBy.LIKENESS),
        ("What we want", ("Maximise", "Minimise"), ListField.POLARITY, KnownBy.CONTENT),
        ("When", ("Monthly", "Qtrly"), ListField.FREQUENCY, KnownBy.CONTENT),
        ("Who", ("a@b.uk", "c@d.uk"), ListField.EMAIL, KnownBy.CONTENT),
        ("Type", ("Percentage", "Number"), ListField.UNIT, KnownBy.NAME),
        ("Counted as", ("%", "No."), ListField.UNIT, KnownBy.CONTENT),
        ("Rating", ("Green >=5 Amber >=3", "Green >=9 Amber >=8"), ListField.THRESHOLDS, KnownBy.CONTENT),
        ("Unit", ("tonnes", "kg"), ListField.UNIT, KnownBy.NAME),
    ],
)
def test_what_a_column_is_for(
    tmp_path: Path, heading: str, values: Sequence[type_of_value], field: ListField, known: KnownBy
) -> None:
    column = columns(tmp_path, heading, *values)[-1]
    assert (column.field, column.known) == (field, known)


@pytest.mark.parametrize(
    ("heading", "values", "why"),
    [
        ("RAG", ("Green", "Amber"), "its words are not those of RAG thresholds"),
        ("Direction", ("Improving", "Worse"), "its words are not those of Polarity"),
        ("Direction of travel", ("↑", "↓"), ""),
        ("Reference", ("X", "Y"), "another column is Code"),
        ("Target 2025/26", (1, 2), ""),
        ("Comments", ("Monthly", "Quarterly"), ""),
        ("Q1 actual", (1, 2), ""),
    ],
)
def test_what_stays_a_column_of_the_councils_own(
    tmp_path: Path, heading: str, values: Sequence[type_of_value], why: str
) -> None:
    own = [each for each in columns(tmp_path, heading, *values) if each.label == heading]
    if heading == "Target 2025/26":
        assert own[0].field is ListField.ANNUAL  # a list with no other target may be an old one
    else:
        assert (own[0].field, own[0].why) == (None, why)


def test_of_two_years_the_settings_year_is_taken(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target 2025/26", "Target 2026/27")
    register = drafted(tmp_path, plain_list(headings, ("A1", "Rents collected", "90%", "95%")))
    by_label = {each.label: each for each in register.columns.every}
    assert by_label["Target 2026/27"].field is ListField.ANNUAL
    assert by_label["Target 2025/26"].why == "it is of 2025/26, and the settings' period is in 2026/27"


def test_what_was_said_comes_before_every_guess(tmp_path: Path) -> None:
    said = ListMapping(columns={"good IS": "keep", "Measure": "Service", "Ref": "Title"})
    found = columns(tmp_path, "Good is", "High", "Low", mapping=said)
    assert [each.field for each in found] == [ListField.TITLE, ListField.SERVICE, ListField.DIRECTORATE, None]


def test_names_that_the_settings_list_are_directorates_whatever_the_heading(tmp_path: Path) -> None:
    data = plain_list(("Ref", "Measure", "Where"), *ROWS)
    assert drafted(tmp_path, data).columns.label(ListField.DIRECTORATE) == "Where"


def test_of_monthly_targets_the_last_of_a_quarter_is_the_quarters(tmp_path: Path) -> None:
    months = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
    headings = ("Ref", "Measure", *(f"{month} target" for month in months))
    register = drafted(tmp_path, plain_list(headings, ("A1", "Rents collected", *range(1, 13))))
    found = {each.field: each.label for each in register.columns.every if each.known is KnownBy.MONTH}
    assert list(found.values()) == ["Jun target", "Sep target", "Dec target", "Mar target"]


def test_a_heading_may_ask_which_way_is_better(tmp_path: Path) -> None:
    rows = (("A1", "Rents collected", "Y"), ("A2", "Arrears", "N"))
    register = drafted(tmp_path, plain_list(("Ref", "Measure", "Is high good?"), *rows))
    assert [each.text("Polarity") for each in register.drafts] == ["higher", "lower"]
