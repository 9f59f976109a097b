"""Reminders: drafts of e-mails, with what is owed and the copies."""

import email
import io
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.collecting.round import BAD, run
from tests.projects import GOOD, SETTINGS, Folder, fill, make_project


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
    assert "“Who approved these answers?” is empty. Enter the name." in text
    assert "We have not received this return yet. It is late." in text
    assert "Please send them to the shared drive." in text
    attached = {each.get_filename(): each.get_content() for each in message.iter_attachments()}
    assert list(attached) == ["PL 01 2024-25-Q3 issue 2.xlsx", "PL 02 2024-25-Q3.xlsx"]
    assert all(load_workbook(io.BytesIO(data))["Return"]["A5"].value == "No." for data in attached.values())
    before = path.read_bytes()
    assert run("status", "--project", tmp_path, "--chase", tmp_path / "chase").exit_code == 0
    (path,) = (tmp_path / "chase").iterdir()
    assert path.read_bytes() == before, "it stands in place of the last"


def chase(folder: Folder) -> dict[str, EmailMessage]:
    """The reminders in the folder, by name, once somebody has chased again."""
    assert run("status", "--project", folder.root, "--chase", folder.root / "chase").exit_code == 0
    found = sorted((folder.root / "chase").iterdir())
    return {each.name: email.message_from_bytes(each.read_bytes(), policy=default) for each in found}


def body(message: EmailMessage) -> str:
    text = message.get_body(("plain",))
    assert text is not None
    return str(text.get_content())


PAT, SID = {"Officer": "Pat", "Officer email": "pat@x.example"}, {"Officer": "Pat", "Officer email": "SID@x.example"}


def test_each_person_has_one_that_says_what_was_received(tmp_path: Path) -> None:
    rows = ({**PAT}, {"Code": "PL 02", **PAT}, {"Code": "PL 03", **SID}, {"Code": "PL 04", **SID})
    rows[3]["Officer email"] = "sid@x.example"
    folder = make_project(tmp_path, *rows)
    one, *_ = folder.issue()
    fill(one, GOOD)
    second, first = chase(folder).values()
    assert (first["To"], second["To"]) == ("pat@x.example", "SID@x.example")
    assert "We have received, and need nothing more for: PL 01. Thank you." in body(first)
    assert "PL 02, " in body(first)
    assert "PL 03" not in body(first)


def test_what_nobody_owes_any_more_is_told_of_and_left(tmp_path: Path) -> None:
    folder = make_project(tmp_path, PAT)
    (form,) = folder.issue()
    (tmp_path / "chase").mkdir()
    (tmp_path / "chase" / "Pat.eml").write_text("From: somebody else\n\nwords")
    assert list(chase(folder)) == ["Pat (2).eml", "Pat.eml"], "what is not ours is never written over"
    fill(form, {**GOOD, "quarter_actual": 96, "context": [], "actions": [], "intervention": []})
    told = run("status", "--project", tmp_path, "--chase", tmp_path / "chase").stderr
    assert "chase/Pat (2).eml is of an earlier day, and asks for what is not owed: delete it." in told
    assert "chase/Pat.eml" not in told


def test_a_fresh_form_goes_with_what_did_not_come_or_cannot_be_read(tmp_path: Path) -> None:
    bundle = {"Bundle": "Bins", **PAT}
    folder = make_project(tmp_path, bundle, {"Code": "PL 02", **bundle}, {"Code": "PL 03", **PAT})
    together, alone = folder.issue()
    together.unlink()
    alone.write_bytes(b"")
    (message,) = chase(folder).values()
    names = [each.get_filename() for each in message.iter_attachments()]
    assert names == [f"PL 0{number} 2024-25-Q3.xlsx" for number in (1, 2, 3)]
    assert "The file is empty." in body(message)


def test_forms_go_out_with_an_email_each(tmp_path: Path) -> None:
    folder = make_project(tmp_path, PAT, {"Code": "PL 02", **PAT}, {"Code": "PL 03"})
    done = run("issue", "--project", tmp_path, "--emails", tmp_path / "out")
    assert done.stderr.count("is ready to open and send.") == 2
    path = tmp_path / "out" / "Pat.eml"
    message: EmailMessage = email.message_from_bytes(path.read_bytes(), policy=default)
    assert message["Subject"] == "Ambridge Council: your performance forms for 2024/25 Q3"
    assert "Please fill in the attached forms for 2024/25 Q3 (October to December 2024) by 14 January 2025." in body(
        message
    )
    assert [each.get_content() for each in message.iter_attachments()] == [
        (folder.returns / f"PL 0{number} 2024-25-Q3.xlsx").read_bytes() for number in (1, 2)
    ]


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
