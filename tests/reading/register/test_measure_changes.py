"""The register's sheet of changes: what a measure was called, where it stood, and from when it is no more."""

from datetime import date
from pathlib import Path

import pytest

from generator.model.measure import Measure
from generator.model.period import Period
from generator.project.load import set_up
from generator.reading.register.measure_changes import MEASURE_CHANGE_HEADERS, SHEET
from generator.report.gather import gather
from tests.projects import GOOD, SETTINGS, Folder, fill, make_project, presented, render
from tests.reading.register.sheets import rewritten, told, type_of_row, with_sheet

APRIL, MARCH, MAY = date(2024, 4, 1), date(2024, 3, 31), date(2024, 5, 15)
Q4, Q1, Q2, NEXT = Period(2023, 4), Period(2024, 1), Period(2024, 2), Period(2025, 1)


def with_changes(folder: Folder, *rows: type_of_row) -> Folder:
    return with_sheet(folder, SHEET, MEASURE_CHANGE_HEADERS, *rows)


def at(folder: Folder, period: Period) -> Measure:
    return set_up(folder.project, period).register.measures[0]


BINS, PLACE = "Bins emptied on the day", "Place"


@pytest.mark.parametrize(
    ("rows", "before", "after"),
    [
        ([["PL 01", "Directorate", "People", "Place", APRIL]], (BINS, "People"), (BINS, PLACE)),
        ([["pl01", "directorate", " people ", None, "1 April 2024"]], (BINS, "People"), (BINS, PLACE)),
        ([["PL 01", "Directorate", "Resources", "Place", APRIL]], (BINS, "Resources"), (BINS, PLACE)),
        ([["PL 01", "Title", "Bins emptied", BINS, APRIL]], ("Bins emptied", PLACE), (BINS, PLACE)),
        ([["PL 01", "Title", "Bins emptied", BINS, MARCH]], (BINS, PLACE), (BINS, PLACE)),
        ([["PL 01", "Title", "Bins", None, MAY]], ("Bins", PLACE), (BINS, PLACE)),
        (
            [["PL 01", "Title", "Bins", None, APRIL], ["PL 01", "Directorate", "People", None, MAY]],
            ("Bins", "People"),
            (BINS, PLACE),
        ),
        # two in a row, in any order: what it was at each period's end
        (
            [["PL 01", "Title", "Two", BINS, MAY], ["PL 01", "Title", "One", "Two", date(2023, 11, 1)]],
            ("Two", PLACE),
            (BINS, PLACE),
        ),
    ],
)
def test_a_period_has_the_title_and_group_of_its_time(
    tmp_path: Path, rows: list[type_of_row], before: tuple[str, str], after: tuple[str, str]
) -> None:
    folder = with_changes(make_project(tmp_path, {}, {"Code": "PE 01", "Directorate": "People"}), *rows)
    found = [(each.title, each.group) for each in (at(folder, Q4), at(folder, Q1))]
    assert found == [before, after]
    assert at(folder, Q4).attributes["Directorate"] == before[1]


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (["PL 10", "Title", "Bins", None, APRIL], "A2", "Did you mean “PL 01”?"),
        (["PL 01", "Titel", "Bins", None, APRIL], "B2", "Did you mean “Title”?"),
        (["PL 01", None, "Bins", None, APRIL], "B2", "it is nothing that is told of"),
        (["PL 01", "Title", None, BINS, APRIL], "C2", "it is empty"),
        (["PL 01", "Title", "Bins [[of some]]", BINS, APRIL], "C2", "the words that [[ ]] are to withhold"),
        (["PL 01", "Title", "Bins", "Boxes", APRIL], "D2", f"the sheet Measures says “{BINS}”"),
        (["PL 01", "Directorate", "People", "Plaice", APRIL], "D2", "the sheet Measures says “Place”"),
        (["PL 01", "Retired", None, None, "soon"], "E2", "it is not a date"),
        (["PL 01", "Retired", None, None, None], "E2", "it is not a date"),
    ],
)
def test_a_slip_is_told_at_its_cell(tmp_path: Path, row: type_of_row, cell: str, words: str) -> None:
    (problem,) = told(with_changes(make_project(tmp_path), row))
    assert (problem.code, problem.place.sheet, problem.place.cell) == ("REG03", SHEET, cell)
    assert words in problem.message


@pytest.mark.parametrize(
    ("one", "other", "cell", "words"),
    [
        (["Title", "A", "B", MARCH], ["Title", "C", BINS, APRIL], "D2", "row 3 says it was changed from “C”"),
        (["Retired", None, None, MARCH], ["Retired", None, None, APRIL], "B3", "row 2 says when already"),
        (["New", None, None, MARCH], ["new", None, None, APRIL], "B3", "row 2 says when already"),
    ],
)
def test_rows_that_contradict_each_other_are_told(
    tmp_path: Path, one: type_of_row, other: type_of_row, cell: str, words: str
) -> None:
    (problem,) = told(with_changes(make_project(tmp_path), ["PL 01", *one], ["PL 01", *other]))
    assert problem.place.cell == cell
    assert words in problem.message


GONE_IN_SPRING: type_of_row = ["PL 01", "Retired", None, None, MARCH]


@pytest.mark.parametrize(
    ("rows", "due"),
    [
        ([], "yes yes yes yes"),
        ([GONE_IN_SPRING, ["PL 01", "New", None, None, date(2024, 7, 1)]], "yes no yes yes"),
        ([["PL 01", "New", None, None, date(2024, 7, 1)], GONE_IN_SPRING], "yes no yes yes"),
        ([GONE_IN_SPRING, ["PL 01", "New", None, None, APRIL]], "yes yes yes yes"),
        (
            [
                ["PL 01", "New", None, None, date(2023, 4, 1)],
                GONE_IN_SPRING,
                ["PL 01", "New", None, None, date(2024, 9, 30)],
                ["PL 01", "Retired", None, None, date(2025, 3, 31)],
            ],
            "yes no yes no",
        ),
        ([["PL 01", "Retired", None, None, MARCH]], "yes no no no"),
        ([["PL 01", "Retired", None, None, APRIL]], "yes no no no"),
        ([["PL 01", "Retired", None, None, MAY]], "yes no no no"),
        ([["PL 01", "Retired", None, None, date(2024, 6, 30)]], "yes yes no no"),
        ([["PL 01", "New", None, None, APRIL]], "no yes yes yes"),
        ([["PL 01", "New", None, None, MAY]], "no yes yes yes"),
        ([["PL 01", "New", None, None, APRIL], ["PL 01", "Retired", None, None, date(2024, 9, 30)]], "no yes yes no"),
    ],
)
def test_a_measure_is_due_from_when_it_is_new_until_it_is_retired(
    tmp_path: Path, rows: list[type_of_row], due: str
) -> None:
    folder = with_changes(make_project(tmp_path), *rows)
    found = [at(folder, period).is_due(period) for period in (Q4, Q1, Q2, NEXT)]
    assert " ".join("yes" if each else "no" for each in found) == due
    assert len(set_up(folder.project, Q4).register.measures) == 1


@pytest.mark.parametrize(
    ("row", "period", "why"),
    [
        (GONE_IN_SPRING, Q4, "Return not received"),
        (GONE_IN_SPRING, Q1, "Retired on 31 March 2024"),
        (GONE_IN_SPRING, Period(2024, 4), "Retired on 31 March 2024"),
        (["PL 01", "Retired", None, None, MAY], Q4, "Return not received"),
        (["PL 01", "Retired", None, None, MAY], Q1, "Retired on 15 May 2024"),
        # the year after, nobody looks for it
        (GONE_IN_SPRING, NEXT, None),
        (["PL 01", "New", None, None, APRIL], Q4, None),
        (["PL 01", "New", None, None, APRIL], Q1, "Return not received"),
    ],
)
def test_a_retired_measure_is_listed_as_retired_and_not_as_missing(
    tmp_path: Path, row: type_of_row, period: Period, why: str | None
) -> None:
    setup = set_up(with_changes(make_project(tmp_path), row).project, period)
    gathered = gather(setup, draft=True)
    page = presented(setup, gathered.report)
    assert [each.why for each in page.missing] == [why] * (why is not None)
    assert [each.code for each in gathered.problems if each.code == "MISS01"] == ["MISS01"] * (
        why == "Return not received"
    )
    html = render(setup, gathered.report)["exceptions.html"].decode()
    assert (f"<p>{why}</p>" in html) == (why is not None)


AGAIN: type_of_row = ["PL 01", "New", None, None, date(2024, 7, 1)]


@pytest.mark.parametrize(
    ("period", "why", "said"),
    [
        (Q4, "Return not received", []),
        (Q1, "Retired on 31 March 2024", []),
        (Q2, None, ["New again from 1 July 2024; it was retired on 31 March 2024."]),
        (NEXT, None, []),
    ],
)
def test_what_was_retired_and_is_new_again_is_there_again_and_readers_are_told(
    tmp_path: Path, period: Period, why: str | None, said: list[str]
) -> None:
    targets = {"Q1 target": 95, "Q2 target": 95, "Q4 target": 95}
    folder = make_project(tmp_path, targets, settings=SETTINGS.replace("2024-25-Q3", str(period)))
    with_changes(folder, GONE_IN_SPRING, AGAIN)
    if why is None:
        fill(folder.issue()[0], GOOD)
    page = folder.page(draft=True)
    assert [each.why for each in page.missing] == [why] * (why is not None)
    remarks = (each for group in page.groups for measure in group.measures for each in measure.remarks)
    assert [each for each in remarks if "New" in each] == said


def test_no_form_is_issued_for_a_retired_measure(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02"}, {"Code": "PL 03"})
    with_changes(folder, ["PL 02", "Retired", None, None, MARCH], ["PL 03", "New", None, None, date(2025, 4, 1)])
    assert [path.stem.split(" 2024")[0] for path in folder.issue()] == ["PL 01"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (["PL 01", "Directorate", "People", None, APRIL], "Moved from People on 1 April 2024."),
        (["PL 01", "Title", "Bins emptied", None, MAY], "Called “Bins emptied” until 15 May 2024."),
        (["PL 01", "New", None, None, APRIL], "New from 1 April 2024."),
        (["PL 01", "New", None, None, MARCH], None),
        (["PL 01", "Title", "Bins emptied", None, MARCH], None),
        (["PL 01", "Title", "Bins emptied", None, date(2025, 1, 1)], None),
    ],
)
def test_readers_are_told_in_the_year_of_a_change(tmp_path: Path, row: type_of_row, sentence: str | None) -> None:
    folder = make_project(tmp_path)
    fill(folder.issue()[0], GOOD)
    with_changes(folder, row)
    ((measure,),) = (each.measures for each in folder.page().groups)
    said = [each for each in measure.remarks if each.startswith(("Moved", "Called", "New"))]
    assert said == [sentence] * (sentence is not None)


@pytest.mark.parametrize(
    ("values", "rows", "codes"),
    [
        ({"Title": "Bins emptied in time"}, [], ["FORM32"]),
        ({"Title": "Bins emptied in time"}, [["PL 01", "Title", BINS, None, MAY]], []),
        ({"Title": "Bins emptied in time"}, [["PL 01", "Title", BINS, None, date(2025, 1, 1)]], []),
        ({"Title": "Bins emptied in time"}, [["PL 01", "Title", "Bins", None, MAY]], ["FORM32"]),
        ({"Directorate": "People"}, [["PL 01", "Directorate", "Place", "People", MAY]], []),
        ({"Directorate": "People"}, [["PL 01", "Title", BINS, None, MAY]], ["FORM32"]),
    ],
)
def test_a_form_issued_before_a_change_is_not_told_off(
    tmp_path: Path, values: dict[str, str], rows: list[type_of_row], codes: list[str]
) -> None:
    folder = make_project(tmp_path, settings=SETTINGS)
    fill(folder.issue()[0], GOOD)
    with_changes(rewritten(folder, **values), *rows)
    assert [each for each in folder.codes() if each == "FORM32"] == codes
    assert len(folder.gather().judged) == 1


def test_a_report_may_select_a_group_that_a_measure_was_in_at_another_time(tmp_path: Path) -> None:
    selection = '[[report]]\nname = "People"\nonly = { Directorate = ["People"] }\n'
    folder = make_project(tmp_path, settings=SETTINGS + selection)
    with_changes(folder, ["PL 01", "Directorate", "People", None, APRIL])
    assert [at(folder, period).group for period in (Q4, Q1)] == ["People", "Place"]
