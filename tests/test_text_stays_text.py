"""Text from outside stays text: on the screen, in e-mails, in workbooks, in CSV and in the names of files."""

import csv
import io
import os
import sys
from datetime import date
from email import message_from_bytes
from email.policy import SMTP, default
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli.app import app
from generator.collecting.annotated_copies import Copied, write_copies
from generator.collecting.reminders import Forms, reminder, reminder_words
from generator.collecting.who_owes_what import Item, Person, Progress
from generator.forms.form_names import file_stem
from generator.model.characters import as_csv, as_meant
from tests.projects import Folder, fill, filled_project, make_project

NAMES = (
    "first\nlast",
    "first\r\x1b[31mlast",
    "first\x1b]0;title\x07last",
    "first\u202elast",
    "first\x9b2Jlast",
    "first\u2028last",
)
FORMULAS = ("=zzq()", "+zzq", "-zzq", "@zzq", " =zzq()", "\t=zzq()", '=HYPERLINK("http://zzq.example/")', "＝zzq()")
COMMANDS = (["check"], ["check", "--annotate"], ["status", "--chase"], ["build", "--draft"], ["issue"], ["verify"])
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")}
CAN_NAME = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")


def said_by(folder: Folder, *arguments: str) -> str:
    return CliRunner().invoke(app, [*arguments, "--project", str(folder.root)], catch_exceptions=False).output


@CAN_NAME
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_name_is_one_line_on_the_screen(tmp_path: Path, command: list[str]) -> None:
    folder = make_project(tmp_path / "project", *({"Code": f"PL {number}"} for number, _ in enumerate(NAMES)))
    for path, name in zip(folder.issue(), NAMES, strict=True):
        fill(path, {"quarter_actual": "many"})
        path.rename(folder.returns / f"{name}.xlsx")
        (folder.returns / f"no form {name}.xlsx").write_text("text")
    if command == ["verify"]:
        said_by(folder, "build", "--draft")
        for name in NAMES:
            (folder.returns / f"{name}.xlsx").write_text("text")
    more = [str(tmp_path / "out")] if command[-1] in {"--annotate", "--chase"} else []
    lines = said_by(folder, *command, *more).split("\n")
    assert sum("first" in line for line in lines) >= len(NAMES), "the files are named"
    assert [line for line in lines if "first" in line and "last" not in line] == []
    assert "".join(lines).isprintable()


@CAN_NAME
def test_a_file_name_that_is_not_text_stops_nothing(tmp_path: Path) -> None:
    folder = filled_project(tmp_path / "project")
    path = next(folder.returns.glob("*.xlsx"))
    try:
        path.rename(os.fsdecode(os.fsencode(folder.returns / "first") + b"\xfflast.xlsx"))
    except OSError:
        pytest.skip("this file system has no such names")
    assert "1 return in the report" in said_by(folder, "build", "--draft")
    for command in (["check", "--format", "json"], ["status"], ["verify"]):
        assert said_by(folder, *command)


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\u2028", "\x85", "\x0b"])
def test_an_email_has_no_header_but_its_own(tmp_path: Path, break_: str) -> None:
    setup = filled_project(tmp_path).setup
    (measure,) = setup.register.measures
    text = f"Pat{break_}Bcc: x@example.org{break_}{break_}<html>"
    person = Person(
        text, f"pat@example.org{break_}Bcc: x@example.org", (Item(measure, Progress.NOT_RECEIVED, (), False),)
    )
    message = reminder(person, reminder_words(setup), {}, Forms(setup, {}), date(2025, 1, 1))
    headers = {"X-Unsent", "X-Scorecard", "Subject", "Content-Type", "MIME-Version"}
    assert set(message_from_bytes(message.as_bytes(policy=SMTP), policy=default).keys()) == headers


@CAN_NAME
@pytest.mark.parametrize("name", NAMES)
def test_an_attached_form_of_any_name_starts_no_header(tmp_path: Path, name: str) -> None:
    folder = make_project(tmp_path / "project", {"Officer": "Pat", "Officer email": "pat@example.org"})
    (path,) = folder.issue()
    path.rename(folder.returns / f"{name}\r\nBcc: x@example.org.xlsx")
    said_by(folder, "status", "--chase", str(tmp_path / "out"))
    (written,) = (tmp_path / "out").iterdir()
    message = message_from_bytes(written.read_bytes(), policy=default)
    parts = list(message.walk())
    assert not any("Bcc" in part for part in parts)
    assert [part.get_filename("").isprintable() for part in parts] == [True, True, True]
    assert parts[-1].get_content()


@pytest.mark.parametrize("text", FORMULAS)
def test_text_in_a_workbook_is_never_a_formula(tmp_path: Path, text: str) -> None:
    row = dict.fromkeys(("Title", "Service", "Officer", "Officer email", "Approver"), text)
    folder = make_project(tmp_path / "project", {**row, "Code": f"{text} 1"})
    (form,) = folder.issue()
    fill(form, {"quarter_actual": text, "context": [text], "note_to_team": text, "completed_by": text})
    written = write_copies(folder.setup, folder.gather(), tmp_path / "copies")
    copies = [folder.root / each.copy for each in written if isinstance(each, Copied)]
    assert len(copies) == 1
    for path in (form, *copies):
        cells = [cell for sheet in load_workbook(path) for line in sheet for cell in line if "zzq" in str(cell.value)]
        assert len(cells) > 4, "it is there"
        assert {cell.data_type for cell in cells} == {"s"}


@given(st.text() | st.sampled_from(FORMULAS))
@example("'=1")
def test_text_in_a_table_is_never_a_formula(text: str) -> None:
    ((found, after),) = csv.reader(io.StringIO(as_csv([[text, "x"]]), newline=""))
    assert after == "x"
    assert as_meant(found) == text
    assert found.lstrip()[:1] not in set("=+-@＝＋－＠")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
@example("../../etc/passwd")
@example("..\\..\\x")
@example("CON")
@example("nul.txt")
@example("COM¹")
@example("é" * 500)
@example("...")
@example("a\u202egpj")
@example("")
def test_any_code_gives_a_name_that_file_systems_take(code: str) -> None:
    stem = file_stem(code)
    assert stem
    assert stem.isprintable()
    assert not set(stem) & set('<>:"/\\|?*')
    assert stem == stem.strip(" .")
    assert len(stem.encode()) <= 121
    assert stem.partition(".")[0].strip().casefold() not in DEVICES
