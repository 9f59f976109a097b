"""One row of a list as one of the register: polarity, frequency, basis, tolerance and targets, each with its reason."""

from pathlib import Path

import pytest

from generator.importing.drafting.draft import Draft, How
from tests.importing.lists import drafted, plain_list, type_of_value


def draft(root: Path, **cells: type_of_value) -> Draft:
    """The draft of a measure whose list has these columns; underscores are spaces."""
    given = {"Ref": "A1", "Measure": "Visits", "Directorate": "Place", **cells}
    headings = tuple(name.replace("_", " ") for name in given)
    (found,) = drafted(root, plain_list(headings, tuple(given.values()))).drafts
    return found


@pytest.mark.parametrize(
    ("cells", "polarity", "how"),
    [
        ({"Good_is": "Aim to Minimise"}, "lower", How.TAKEN),
        ({"Good_is": "Hgiher"}, "higher", How.GUESSED),
        ({"RAG_thresholds": "Green <= 5 Amber <= 8"}, "lower", How.GUESSED),
        ({"Target": ">=95%"}, "higher", How.GUESSED),
        ({"Target": "Below national average"}, "lower", How.GUESSED),
        ({"Measure": "Complaints received"}, "lower", How.GUESSED),
        ({"Measure": "Children in care"}, "", How.OPEN),
        ({"Good_is": "Plan is best", "Measure": "Children in care"}, "", How.OPEN),
    ],
)
def test_which_way_is_better(tmp_path: Path, cells: dict[str, str], polarity: str, how: How) -> None:
    found = draft(tmp_path, **cells)
    assert (found.text("Polarity"), found.entry("Polarity").how) == (polarity, how)


@pytest.mark.parametrize(
    ("said", "often", "due"),
    [
        ("Quarterly", "quarterly", ""),
        ("Annual", "yearly", "Q4"),
        ("Annual (Q2)", "yearly", "Q2"),
        ("Half yearly", "half-yearly", "Q2, Q4"),
        ("Monthly", "monthly", ""),
        ("Q1 and Q3", "", "Q1, Q3"),
        ("Biennial", "", ""),
    ],
)
def test_how_often(tmp_path: Path, said: str, often: str, due: str) -> None:
    found = draft(tmp_path, Frequency=said)
    assert (found.text("Frequency"), found.text("Due")) == (often, due)


@pytest.mark.parametrize(
    ("said", "tolerance", "how"),
    [
        ("5%", "5%", How.TAKEN),
        ("+/- 5%", "5%", How.TAKEN),
        ("3 points", "3 points", How.TAKEN),
        (5, "5%", How.TAKEN),
        (0.05, "5%", How.GUESSED),
        ("£0.1m", "", How.OPEN),
        ("3 days", "", How.OPEN),
        ("5 or so", "", How.OPEN),
        (500, "", How.OPEN),
    ],
)
def test_a_tolerance(tmp_path: Path, said: type_of_value, tolerance: str, how: How) -> None:
    found = draft(tmp_path, Tolerance=said)
    assert (found.text("Tolerance"), found.entry("Tolerance").how) == (tolerance, how)


@pytest.mark.parametrize(("said", "unit"), [("£0.1m", "£k"), ("100k", "£m"), ("3 days", "Days"), ("2 mins", "Minutes")])
def test_a_tolerance_in_the_lists_unit(tmp_path: Path, said: str, unit: str) -> None:
    found = draft(tmp_path, Tolerance=said, Unit=unit)
    assert (found.text("Tolerance"), found.entry("Tolerance").how) == (said, How.TAKEN)


@pytest.mark.parametrize("said", ["Amber within 5%", "Amber: within 5% of target", "±5%"])
def test_thresholds_that_are_a_tolerance(tmp_path: Path, said: str) -> None:
    assert draft(tmp_path, RAG_thresholds=said).text("Tolerance") == "5%"


@pytest.mark.parametrize(
    ("unit", "basis", "target", "quarters", "year"),
    [
        ("%", "", {"Target": 95}, ["95"] * 4, "95"),
        ("%", "", {"Annual_target": 95}, ["95"] * 4, "95"),
        ("Number", "", {"Annual_target": 400}, [""] * 4, "400"),
        ("Number", "Snapshot", {"Annual_target": 400}, ["400"] * 4, "400"),
        ("Number", "Cumulative", {"Target": 400}, ["", "", "", "400"], "400"),
        (
            "Number",
            "",
            {"Q1_target": 10, "Q2_target": 20, "Q3_target": 30, "Q4_target": 40},
            ["10", "20", "30", "40"],
            "40",
        ),
        ("Number", "", {"Q1_target": 10, "Q2_target": 10, "Q3_target": 10, "Q4_target": 10}, ["10"] * 4, ""),
        ("%", "", {"Q4_target": 10, "Year_end_target": 12}, ["", "", "", "10"], "12"),
    ],
)
def test_one_target_for_several(
    tmp_path: Path, unit: str, basis: str, target: dict[str, int], quarters: list[str], year: str
) -> None:
    found = draft(tmp_path, Unit=unit, Basis=basis or None, **target)
    assert [found.text(f"Q{each} target") for each in (1, 2, 3, 4)] == quarters
    assert found.text("Year-end target") == year


def test_a_yearly_measure_has_its_one_target_where_it_is_due(tmp_path: Path) -> None:
    found = draft(tmp_path, Frequency="Annual", Target="75%", Unit="%")
    assert [found.text(f"Q{each} target") for each in (1, 2, 3, 4)] == ["", "", "", "75"]
    assert found.entry("Q4 target").how is How.TAKEN


def test_an_address_among_an_officers_words_is_theirs(tmp_path: Path) -> None:
    found = draft(tmp_path, Lead="Lynda Snell (lynda.snell@council.example)")
    assert (found.text("Officer"), found.text("Officer email")) == ("Lynda Snell", "lynda.snell@council.example")


@pytest.mark.parametrize(
    ("targets", "kind"),
    [
        ({"Target": "31/03/2027"}, "date"),
        ({"Target": "Yes"}, "yes/no"),
        ({"Target": "40 to 60"}, "range"),
        ({"Target": "Monitor only"}, "data only"),
        ({"Target": "Good", "Unit": "Narrative"}, "milestone"),
        ({"Target": 5}, ""),
    ],
)
def test_the_kind_of_a_measure(tmp_path: Path, targets: dict[str, str | int], kind: str) -> None:
    assert draft(tmp_path, **targets).text("Kind") == kind


@pytest.mark.parametrize(
    ("said", "scheme", "how"),
    [("Kent", "kent", How.TAKEN), ("By judgement", "by judgement", How.TAKEN), ("our own", "", How.OPEN)],
)
def test_a_scheme_is_one_that_there_is(tmp_path: Path, said: str, scheme: str, how: How) -> None:
    found = draft(tmp_path, Scheme=said)
    assert (found.text("Scheme"), found.entry("Scheme").how) == (scheme, how)
