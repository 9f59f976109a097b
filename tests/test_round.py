"""The collection round: forms out, what comes back, who owes what, annotated copies and reminders."""

import csv
import email
import hashlib
import io
import tomllib
from decimal import Decimal
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from generator.cli.app import app
from generator.forms.prefill import fitted
from generator.project.folder import Project
from generator.project.load import set_up
from generator.reading.answers_to_return import answers_in
from generator.report.gather import gather
from sample.make import answers
from tests.clients.programs import fill_in_libreoffice
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, filled_project, make_project, presented

ROOT = Path(__file__).parent.parent
PAT = {"Officer": "Pat Fletcher", "Officer email": "pat@ambridge.example"}
BAD = {"quarter_actual": "n/a", "quarter_provisional": "perhaps", "approved_by": None, "context": ["- one", "=2", "3"]}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


def shown(path: Path, sheet: str = "Return") -> dict[str, list[Value]]:
    rows = load_workbook(path)[sheet].iter_rows(min_row=5, values_only=True)
    return {str(row[0]): [str(value) if value is not None else None for value in row] for row in rows if row[0]}


def digests(folder: Path) -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_the_covering_list_names_each_form_its_officer_and_the_day(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {**PAT, "Title": "=1+1"}, settings=SETTINGS + "days_to_return = 10\n")
    folder.issue()
    text = (folder.returns / "issued.csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["Code"], row["Title"], row["Officer email"]) == ("PL 01", "'=1+1", "pat@ambridge.example")
    assert (row["Due"], row["File"]) == ("2025-01-10", "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx")
    assert folder.codes() == ["MISS01"], "the list is no return"


def test_last_quarters_figures_and_narrative_come_with_the_form(tmp_path: Path) -> None:
    settings = SETTINGS.replace("2024-25-Q3", "2024-25-Q2")
    folder = make_project(tmp_path, {"Q2 target": 95}, settings=settings)
    (before,) = folder.issue()
    fill(before, {**GOOD, "context": [f"Line {number}." for number in range(1, 13)], "note_to_team": "Snow."})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")
    (now,) = folder.issue()
    rows = shown(now)
    assert rows["B9"][2] == "90"
    assert (rows["B2"][4], rows["B4"][4], rows["E5"][4]) == ("90.0%", "96.0%", "Snow.")
    assert [rows[f"D2.{line}"][4] for line in (1, 12)] == ["Line 1.", "Line 12."]
    assert rows["D2.1"][2] is None, "last quarter's words are beside the answer, not in it"


def test_a_revised_result_reaches_next_years_form(tmp_path: Path) -> None:
    folder = make_project(tmp_path, *[{f"Q{n} target": 95 for n in (1, 2, 3, 4)}])
    for period, revised in (("2023-24-Q3", {"quarter_actual": 90}), ("2023-24-Q4", {"previous_revised": 88})):
        settings = SETTINGS.replace("2024-25-Q3", period)
        (tmp_path / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
        fill(folder.issue()[0], {**GOOD, **revised})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")
    assert shown(folder.issue()[0])["B10"][2] == "88"


def test_measures_of_one_bundle_share_a_workbook(tmp_path: Path) -> None:
    measures: list[dict[str, Value]] = [{"Code": code, "Bundle": "Bins"} for code in ("PL 1/a", "PL 1:a", "Guidance")]
    folder = make_project(tmp_path, *measures, {"Code": "PL 2"})
    bundle, single = folder.issue()
    assert (bundle.name, single.name) == ("Bins 2024-25-Q3.xlsx", "PL 2 2024-25-Q3.xlsx")
    book = load_workbook(bundle)
    titles = book.sheetnames[:3]
    assert titles == ["PL 1-a", "PL 1-a (2)", "Guidance (2)"]
    for title in titles:
        names = book[title].defined_names
        for name, value in GOOD.items():
            cells = names[name].attr_text.rpartition("!")[2].replace("$", "").partition(":")[0]
            book[title][cells].value = value[0] if isinstance(value, list) else value
    book.save(bundle)
    fill(single, GOOD)
    gathered = folder.gather()
    assert gathered.problems == ()
    assert [each.measure.code for each in gathered.judged] == ["PL 1/a", "PL 1:a", "Guidance", "PL 2"]


def test_status_counts_and_says_who_owes_what(tmp_path: Path) -> None:
    folder = make_project(tmp_path, PAT, {"Code": "PL 02", **PAT}, {"Code": "PE 01", "Directorate": "People"})
    one, _, three = folder.issue()
    fill(one, {**GOOD, **BAD})
    fill(three, GOOD)
    told = run("status", "--project", tmp_path)
    assert told.exit_code == 0
    lines = [" ".join(line.split()) for line in told.stdout.splitlines()]
    assert lines[2:6] == [
        "expected received with errors ready late",
        "Place 2 1 1 0 1",
        "People 1 1 0 1 0",
        "All 3 2 1 1 1",
    ]
    assert lines[7:] == [
        "Pat Fletcher <pat@ambridge.example>",
        "PL 01 with errors: 3 errors",
        "PL 02 not received, late",
    ]
    assert all(len(line) <= 80 for line in told.stdout.splitlines())


def test_a_copy_goes_back_with_every_answer_and_every_problem_beside_it(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {**BAD, "forecast_actual": 0.945, "completed_on": "soon"})
    before = digests(tmp_path)
    checked = run("check", "--project", tmp_path, "--annotate", tmp_path / "back")
    assert checked.exit_code == 1
    assert {path: digest for path, digest in digests(tmp_path).items() if path in before} == before
    (original,) = folder.project.returns(folder.setup.period)
    (copy,) = (tmp_path / "back").iterdir()
    assert copy.name == "PL 01 2024-25-Q3 issue 2.xlsx"
    given, kept = (next(iter(answers_in(path.read_bytes()).values())).cells for path in (original, copy))
    assert {ref: (cell.kind, cell.text) for ref, cell in kept.items()} == {
        ref: (cell.kind, cell.text) for ref, cell in given.items()
    }
    rows = shown(copy)
    assert rows["A10"][2] == "2"
    told = {ref: row[4] for ref, row in rows.items() if row[4]}
    assert set(told) == {"B2", "B4", "B6", "E2", "E3"}
    assert str(told["E3"]) == "“Approved by” is empty. Enter the name."
    assert "5 things" in str(load_workbook(copy)["Return"]["A2"].value)


def test_the_copy_of_a_bundle_keeps_the_forms_that_are_not_begun(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Code": "PL 1", "Bundle": "Bins"}, {"Code": "PL 2", "Bundle": "Bins"})
    (bundle,) = folder.issue()
    book = load_workbook(bundle)
    book["PL 2"][book["PL 2"].defined_names["quarter_actual"].attr_text.rpartition("!")[2].replace("$", "")] = 90
    book.save(bundle)
    run("check", "--project", tmp_path, "--annotate", tmp_path / "back")
    (copy,) = (tmp_path / "back").iterdir()
    assert copy.name == "Bins 2024-25-Q3 issue 2.xlsx"
    assert load_workbook(copy).sheetnames[:2] == ["PL 1", "PL 2"]
    assert shown(copy, "PL 2")["B2"][2] == "90"


def test_a_copy_that_comes_back_is_the_later_of_two(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, BAD)
    run("check", "--project", tmp_path, "--annotate", folder.returns)
    copy = folder.returns / "PL 01 2024-25-Q3 issue 2.xlsx"
    fill(copy, GOOD)
    repeats = [each for each in folder.gather().problems if each.code == "FORM05"]
    assert len(repeats) == 2
    assert all("issue 2.xlsx (sheet Return) is the later" in each.remedy for each in repeats)
    run("status", "--project", tmp_path, "--chase", tmp_path / "chase")
    message = email.message_from_bytes(next((tmp_path / "chase").iterdir()).read_bytes(), policy=default)
    assert [each.get_filename() for each in message.iter_attachments()] == ["PL 01 2024-25-Q3 issue 3.xlsx"]
    assert "more than one return" not in str(message.get_body(("plain",)))
    next(path for path in folder.project.returns(folder.setup.period) if path != copy).unlink()
    assert folder.codes() == ["ANS01"], "what the officer left wrong is still wrong"


def test_more_lines_than_rows_go_back_whole(tmp_path: Path) -> None:
    lines = tuple(f"Line {number}." for number in range(1, 16))
    assert "\n".join(fitted(lines, 12)).split("\n") == list(lines)
    folder = filled_project(tmp_path, {"approved_by": None, "context": [f"{n}\nand" for n in range(1, 13)]})
    run("check", "--project", tmp_path, "--annotate", tmp_path / "back")
    (copy,) = (tmp_path / "back").iterdir()
    (original,) = folder.project.returns(folder.setup.period)
    copy.replace(original)
    ((reading),) = folder.gather().readings
    assert reading.returned
    assert reading.returned.answers["context"] == tuple(word for n in range(1, 13) for word in (str(n), "and"))


def test_a_reminder_is_a_draft_with_what_is_owed_and_the_copies(tmp_path: Path) -> None:
    named = {"Officer": "Pat / Fletcher\nBcc: all@x", "Officer email": "pat@ambridge.example"}
    folder = make_project(
        tmp_path, named, {"Code": "PL 02", **named}, settings=SETTINGS + 'send_to = "the shared drive"\n'
    )
    one, _ = folder.issue()
    fill(one, {**GOOD, **BAD})
    chased = run("status", "--project", tmp_path, "--chase", tmp_path / "chase")
    assert chased.exit_code == 0
    (path,) = (tmp_path / "chase").iterdir()
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert (message["X-Unsent"], message["To"], message["Bcc"]) == ("1", "pat@ambridge.example", None)
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "“Approved by” is empty. Enter the name." in text
    assert "We have not received this return yet. It is late." in text
    assert "Please send them to the shared drive." in text
    attached = {each.get_filename(): each.get_content() for each in message.iter_attachments()}
    assert list(attached) == ["PL 01 2024-25-Q3 issue 2.xlsx", "PL 02 2024-25-Q3.xlsx"]
    assert all(load_workbook(io.BytesIO(data))["Return"]["A4"].value == "Ref" for data in attached.values())
    again = run("status", "--project", tmp_path, "--chase", tmp_path / "chase")
    assert again.exit_code == 0
    first, second = sorted((tmp_path / "chase").iterdir())
    assert first.read_bytes() == second.read_bytes(), "nothing is overwritten, and the same is written"


@pytest.mark.parametrize("address", ["pat@", "x@[1", "(", "a@b, c@d", "Pat <pat@x>", "é@x.uk", "a" * 500 + "@x", ""])
def test_a_reminder_has_no_recipient_where_the_register_has_no_plain_address(tmp_path: Path, address: str) -> None:
    folder = make_project(tmp_path, {"Officer": 'É <x> & "co"', "Officer email": address, "Title": "x" * 5000})
    (form,) = folder.issue()
    fill(form, {**GOOD, "quarter_actual": "x" * 30_000, "context": ["=1_x0007_", "a\tb", "\u202e"]})
    run("status", "--project", tmp_path, "--chase", tmp_path / "chase")
    (path,) = (tmp_path / "chase").iterdir()
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert message["To"] is None
    assert [each.get_filename() for each in message.iter_attachments()] == ["PL 01 2024-25-Q3 issue 2.xlsx"]


def test_a_change_after_approval_is_seen_until_it_is_approved_anew(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"approved_on": "3 January 2025"})
    (path,) = folder.project.returns(folder.setup.period)
    assert run("build", "--project", tmp_path).exit_code == 0
    fill(path, {"note_to_team": "Not part of the report."})
    assert folder.codes() == []
    fill(path, {"quarter_actual": 91})
    assert folder.codes() == ["SIGN03"]
    assert run("build", "--project", tmp_path).exit_code == 0
    assert folder.codes() == ["SIGN03"], "a build does not make it good"
    aside = path.rename(tmp_path / "aside.xlsx")
    assert run("build", "--project", tmp_path, "--draft").exit_code == 0
    aside.rename(path)
    assert folder.codes() == ["SIGN03"], "nor does a draft without the return"
    fill(path, {"approved_on": "6 January 2025"})
    assert folder.codes() == []


def test_completed_after_approval_is_told(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"completed_on": "5 January 2025", "approved_on": "3 January 2025"})
    assert folder.codes() == ["SIGN02"]


@pytest.mark.parametrize(
    ("measure", "answers", "code"),
    [
        ({}, {"quarter_actual": 120}, "QRY01"),
        ({"Year-end target": 110}, {"quarter_actual": 120}, None),
        ({"Unit": "days"}, {"quarter_actual": 120}, None),
        ({"Unit": "days"}, {"previous_revised": 180}, None),
        ({"Unit": "days"}, {"previous_revised": 181}, "QRY02"),
        ({"Unit": "days"}, {"previous_revised": 0}, None),
        ({"Unit": "days", "Basis": "cumulative"}, {"forecast_actual": 89}, "QRY03"),
        ({"Unit": "days", "Basis": "cumulative"}, {"forecast_actual": 90}, None),
    ],
)
def test_an_odd_figure_is_asked_about_until_it_is_explained(
    tmp_path: Path, measure: dict[str, Value], answers: dict[str, Value], code: str | None
) -> None:
    folder = filled_project(tmp_path, answers, measure)
    assert [each for each in folder.codes() if each.startswith("QRY")] == ([code] if code else [])
    (path,) = folder.project.returns(folder.setup.period)
    fill(path, {"note_to_team": "It is right."})
    assert [each for each in folder.codes() if each.startswith("QRY")] == []


def test_an_unexplained_query_may_stop_the_report(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"quarter_actual": 120})
    assert not folder.gather().has_errors
    settings = SETTINGS + 'unexplained_queries = "error"\n'
    (tmp_path / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
    assert folder.gather().has_errors


def test_300_forms_are_issued_filled_in_libreoffice_and_read_without_a_loss(tmp_path: Path) -> None:
    measures: list[dict[str, Value]] = [{"Code": f"M {number}/{number % 7}"} for number in range(300)]
    folder = make_project(tmp_path, *measures)
    paths = folder.issue()
    assert len(set(paths)) == 300
    some = paths[::50]
    fill_in_libreoffice([(path, GOOD) for path in some], tmp_path / "profile")
    gathered = folder.gather()
    assert [each.code for each in gathered.problems] == ["MISS01"] * (300 - len(some))
    assert all(each.returned.answers["context"] == ("Two lorries were off the road.",) for each in gathered.judged)
    assert len(gathered.judged) == len(some)


def test_the_samples_forms_filled_in_libreoffice_give_the_samples_report(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    for name in ("scorecard.toml", "register.xlsx"):
        (tmp_path / "inputs" / name).write_bytes((ROOT / "inputs" / name).read_bytes())
    folder = Folder(tmp_path)
    facts = tomllib.loads((ROOT / "sample" / "derby-2018-19-q2.toml").read_text(encoding="utf-8"))["measure"]
    jobs = [
        (path, {name: [_typed(line) for line in lines] for name, lines in answers(each).items()})
        for path, each in zip(folder.issue(), facts, strict=True)
    ]
    fill_in_libreoffice(jobs, tmp_path / "profile")
    gathered, sample = folder.gather(), gather(set_up(Project(ROOT)))
    assert gathered.problems == sample.problems
    assert folder.page() == presented(set_up(Project(ROOT)), sample.report)


def _typed(line: str | Decimal | None) -> str | float | None:
    return float(line) if isinstance(line, Decimal) else line
