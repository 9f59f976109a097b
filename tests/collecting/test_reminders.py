"""Reminders: drafts of e-mails, with what is owed and the copies."""

import email
import io
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.collecting.round import BAD, run
from tests.projects import GOOD, SETTINGS, fill, make_project


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
