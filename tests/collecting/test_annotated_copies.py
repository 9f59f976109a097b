"""Copies that go back with what is wrong beside each answer."""

import email
from datetime import date
from email.policy import default
from pathlib import Path

from openpyxl import Workbook, load_workbook

from generator.forms.asked.prefill import fitted
from generator.model.shape import DEFAULT_SHAPE
from generator.reading.answers_to_return import answers_in
from tests.collecting.round import BAD, digests, run, shown
from tests.followed import fill_actions, type_of_rows, with_actions_sheet
from tests.projects import GOOD, Folder, fill, filled_project, make_project


def test_a_copy_goes_back_with_every_answer_and_every_problem_beside_it(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {**BAD, "forecast_actual": 0.945, "completed_on": "soon"})
    before = digests(tmp_path)
    checked = run("check", "--project", tmp_path, "--annotate", tmp_path / "back")
    assert checked.exit_code == 1
    assert {path: digest for path, digest in digests(tmp_path).items() if path in before} == before
    (original,) = folder.project.returns(folder.setup.period)
    (copy,) = (tmp_path / "back").iterdir()
    assert copy.name == "PL 01 2024-25-Q3 issue 2.xlsx"
    given, kept = (next(iter(answers_in(path.read_bytes(), DEFAULT_SHAPE).values())).cells for path in (original, copy))
    assert {ref: (cell.kind, cell.text) for ref, cell in kept.items()} == {
        ref: (cell.kind, cell.text) for ref, cell in given.items()
    }
    rows = shown(copy)
    assert rows["issue_number"][2] == "2"
    told = {key: row[5] for key, row in rows.items() if row[5]}
    assert set(told) == {"quarter_actual", "forecast_actual", "quarter_provisional", "completed_on", "approved_by"}
    assert str(told["approved_by"]) == "“Who approved these answers?” is empty. Enter the name."
    assert "5 things" in str(load_workbook(copy)["Return"]["A3"].value)


def test_the_copy_of_a_bundle_keeps_the_forms_that_are_not_begun(tmp_path: Path) -> None:
    folder = make_project(tmp_path, *({"Code": code, "Title": code, "Bundle": "Bins"} for code in ("PL 1", "PL 2")))
    (bundle,) = folder.issue()
    book = load_workbook(bundle)
    book["PL 2"][book["PL 2"].defined_names["quarter_actual"].attr_text.rpartition("!")[2].replace("$", "")] = 90
    book.save(bundle)
    run("check", "--project", tmp_path, "--annotate", tmp_path / "back")
    (copy,) = (tmp_path / "back").iterdir()
    assert copy.name == "Bins 2024-25-Q3 issue 2.xlsx"
    assert load_workbook(copy).sheetnames[:3] == ["Your measures", "PL 1", "PL 2"]
    assert shown(copy, "PL 2")["quarter_actual"][2] == "90"


def test_a_copy_that_comes_back_is_read_in_place_of_the_first(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, BAD)
    run("check", "--project", tmp_path, "--annotate", folder.returns)
    copy = folder.returns / "PL 01 2024-25-Q3 issue 2.xlsx"
    fill(copy, GOOD)
    gathered = folder.gather()
    (told,) = (each for each in gathered.problems if each.code == "FORM37")
    assert (told.place.file, told.is_error) == ("inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx", False)
    assert "Issue 2 of it is there too, and was read in its place" in told.message
    assert [each.returned.source.file for each in gathered.judged] == [folder.project.relative(copy)]
    run("status", "--project", tmp_path, "--chase", tmp_path / "chase")
    message = email.message_from_bytes(next((tmp_path / "chase").iterdir()).read_bytes(), policy=default)
    assert [each.get_filename() for each in message.iter_attachments()] == ["PL 01 2024-25-Q3 issue 3.xlsx"]
    assert "Issue 2" not in str(message.get_body(("plain",)))
    next(path for path in folder.project.returns(folder.setup.period) if path != copy).unlink()
    assert folder.codes() == ["ANS01"], "what the officer left wrong is still wrong"


def test_more_lines_than_rows_go_back_whole(tmp_path: Path) -> None:
    lines = tuple(f"Line {number}." for number in range(1, 16))
    assert "\n".join(fitted(lines, 11)).split("\n") == list(lines)
    folder = filled_project(tmp_path, {"approved_by": None, "context": [f"{n}\nand" for n in range(1, 12)]})
    run("check", "--project", tmp_path, "--annotate", tmp_path / "back")
    (copy,) = (tmp_path / "back").iterdir()
    (original,) = folder.project.returns(folder.setup.period)
    copy.replace(original)
    ((reading),) = folder.gather().readings
    assert reading.returned
    assert reading.returned.answers["context"] == tuple(word for n in range(1, 12) for word in (str(n), "and"))


HIRE, TRAIN = "Hire a lorry", "Train the crews"


def with_slips_on_actions(root: Path) -> Folder:
    """A return with a slip beside a question, one beside none, one on each of three rows of actions."""
    folder = with_actions_sheet(
        make_project(root, {"Officer email": "pat@ambridge.example"}),
        ["A1", "PL 01", HIRE, None, None, date(2025, 1, 31)],
        ["A2", "PL 01", TRAIN, None, None, date(2025, 3, 31)],
    )
    (form,) = folder.issue()
    told: type_of_rows = {HIRE: {"state": "Withdrawn"}, TRAIN: {"state": "Done", "percent": 40}, "": {"update": "Soon"}}
    fill_actions(form, told, {**GOOD, "direction_override": "Improving"})
    return folder


def remarks_on_actions(book: Workbook) -> dict[str, str]:
    """What the team says of each action, by its title."""
    rows = book["Actions"].iter_rows(min_row=7, values_only=True)
    return {str(row[0] or ""): str(row[-1]) for row in rows if row[-1]}


def test_what_is_wrong_with_an_action_stands_on_its_row_and_no_cell_is_named_that_has_moved(tmp_path: Path) -> None:
    folder = with_slips_on_actions(tmp_path)
    run("check", "--project", tmp_path, "--annotate", tmp_path / "back")
    run("status", "--project", tmp_path, "--chase", tmp_path / "chase")
    (copy,) = (tmp_path / "back").iterdir()
    book = load_workbook(copy)
    assert "look at 6 things: 1 in column F, 4 on its sheet of actions and 1 below. The first" in str(
        book["Return"]["A3"].value
    )
    said = remarks_on_actions(book)
    assert list(said) == [HIRE, TRAIN, ""]
    assert said[HIRE].startswith("The action “Hire a lorry” is withdrawn, and no reason is given.")
    assert said[""].startswith("A new action has no words that say what will be done.")
    assert str(shown(copy)["direction_override"][5]).endswith("Say why at question 1i, or clear question 1h.")
    message = email.message_from_bytes(next((tmp_path / "chase").iterdir()).read_bytes(), policy=default)
    assert "(cell" not in str(message.get_body(("plain",)))
    (form,) = folder.project.returns(folder.setup.period)
    form.unlink()
    copy.replace(form)
    assert sorted(folder.codes()) == ["ACT03", "ACT06", "ACT06", "ACT08", "ACT09", "STAT01"], (
        "our own remarks are told of by nobody"
    )
    book["Actions"]["M8"] = "Let us talk about this one"
    book.save(form)
    assert "FORM15" in folder.codes()
