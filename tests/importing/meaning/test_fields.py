"""What a heading is known by: its words, a slip in them, and words that say no more than that a measure is meant."""

import pytest

from generator.importing.meaning.fields import ListField, known_by_likeness, known_by_name


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("PI Ref", ListField.CODE),
        ("KPI No.", ListField.CODE),
        ("KPI", ListField.TITLE),
        ("Performance Indicator", ListField.TITLE),
        ("Measure description", ListField.TITLE),
        ("Dept", ListField.DIRECTORATE),
        ("Corporate Priority", ListField.DIRECTORATE),
        ("Service Area", ListField.SERVICE),
        ("Lead", ListField.OFFICER),
        ("Measure Owner", ListField.OFFICER),
        ("E-mail", ListField.EMAIL),
        ("Head of Service", ListField.APPROVER),
        ("UoM", ListField.UNIT),
        ("Good is", ListField.POLARITY),
        ("Good performance is…", ListField.POLARITY),
        ("KPI polarity", ListField.POLARITY),
        ("Freq.", ListField.FREQUENCY),
        ("How often?", ListField.FREQUENCY),
        ("RAG Thresholds", ListField.THRESHOLDS),
        ("Amber\nthreshold", ListField.AMBER),
        ("Tolerance %", ListField.TOLERANCE),
        ("Lower target", ListField.FLOOR),
        ("Minimum target", ListField.FLOOR),
        ("Upper target", ListField.STRETCH),
        ("High target", ListField.STRETCH),
    ],
)
def test_a_heading_is_known_by_its_name(heading: str, field: ListField) -> None:
    found = known_by_name(heading)
    assert max(found, key=lambda each: found[each]) is field


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Freqency", ListField.FREQUENCY), ("Polarty", ListField.POLARITY), ("Diretorate", ListField.DIRECTORATE)],
)
def test_a_heading_is_known_in_spite_of_a_slip(heading: str, field: ListField) -> None:
    assert not known_by_name(heading)
    assert list(known_by_likeness(heading)) == [field]


@pytest.mark.parametrize("heading", ["Comments", "April", "Category", "Q1 actual", "Status", "2025/26 outturn", ""])
def test_what_is_for_nothing_of_ours(heading: str) -> None:
    assert not known_by_name(heading)
    assert not known_by_likeness(heading)
