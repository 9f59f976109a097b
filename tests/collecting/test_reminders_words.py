"""What a reminder says, word for word; in the words of its template, the bundled one or the council's own."""

import email
from email.policy import default
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.collecting.reminders import reminder_words
from generator.report.page.example_facts import EXAMPLES
from generator.report.page.facts import NoteFacts, ReminderFacts, ReturnFacts
from tests.projects import GOOD, SETTINGS, Folder, fill, make_project

PAT = {"Officer": "Pat Fletcher", "Officer email": "pat@ambridge.example"}
WORDS = {
    "awaited and late, and received": (
        EXAMPLES["reminder"][0]["reminder"],
        """\
Subject: Ambridge Council: your performance returns for 2024/25 Q2

Dear Pat Fletcher,

This is about your returns for 2024/25 Q2 (July to September 2024), due on 14 October 2024.

We have received, and need nothing more for: WM 02 and WM 03. Thank you.

WM 01 (NI 191), Bins emptied on the day
  We have not received this return yet. It is late.

WM 01 (NI 191), Bins emptied on the day
  - C42: Please check: “Who approved these answers?” is empty. Enter the name.
  - C42: “Who approved these answers?” is empty. Enter the name.

The attached copy has your answers and these notes. Please correct the copy, and send it back.

Please send them to performance@example.gov.uk.

The performance team, Ambridge Council
""",
    ),
    "from nobody in the register, and to nowhere": (
        EXAMPLES["reminder"][1]["reminder"],
        """\
Subject: Ambridge Council: your performance returns for 2024/25 Q2

Dear colleague,

This is about your returns for 2024/25 Q2 (July to September 2024), due on 14 October 2024.

There are three working days left.

WM 01 (NI 191), Bins emptied on the day
  We have not received this return yet.

Please reply with them.

The performance team, Ambridge Council
""",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return make_project(tmp_path, PAT, {"Code": "PL 02", **PAT}, settings=SETTINGS + 'send_to = "the shared drive"\n')


def chased(folder: Folder) -> tuple[int, str, list[tuple[str, str]]]:
    """Chase: the exit code, what the screen said, and each reminder's subject and text."""
    told = CliRunner().invoke(
        app, ["status", "--project", str(folder.root), "--chase", str(folder.root / "chase")], catch_exceptions=False
    )
    written = sorted((folder.root / "chase").iterdir()) if (folder.root / "chase").exists() else []
    messages = [email.message_from_bytes(path.read_bytes(), policy=default) for path in written]
    bodies = [each.get_body(("plain",)) for each in messages]
    texts = [(each["Subject"], body.get_content()) for each, body in zip(messages, bodies, strict=True) if body]
    return told.exit_code, told.output, texts


def own_words(folder: Folder, text: str) -> None:
    path = folder.root / "templates" / "narratives" / "reminder.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("facts", "words"), WORDS.values(), ids=WORDS)
def test_a_reminder_in_words(folder: Folder, facts: ReminderFacts, words: str) -> None:
    assert reminder_words(folder.setup).reminder(facts) == words


@pytest.mark.parametrize(("period", "said"), [("2024-25-M05", "August 2024"), ("2024-25", "2024/25")])
def test_months_stand_once(tmp_path: Path, period: str, said: str) -> None:
    folder = make_project(tmp_path, PAT, settings=SETTINGS.replace("2024-25-Q3", period))
    folder.issue()
    _, _, ((_, text),) = chased(folder)
    told = text.splitlines()[2]
    months = " (April 2024 to March 2025)" if period == "2024-25" else ""
    assert told.startswith(f"This is about your returns for {said}{months}, due on ")


def test_a_reminder_of_a_round(folder: Folder) -> None:
    one, _ = folder.issue()
    fill(one, {**GOOD, "approved_by": None})
    code, _, ((subject, text),) = chased(folder)
    assert (code, subject) == (0, "Ambridge Council: your performance returns for 2024/25 Q3")
    assert text.splitlines() == [
        "Dear Pat Fletcher,",
        "",
        "This is about your returns for 2024/25 Q3 (October to December 2024), due on 14 January 2025.",
        "",
        "PL 01, Bins emptied on the day",
        "  - “Who approved these answers?” is empty. Enter the name.",
        "",
        "PL 02, Bins emptied on the day",
        "  We have not received this return yet. It is late.",
        "",
        "The attached copy has your answers and these notes. Please correct the copy, and send it back.",
        "",
        "Please send them to the shared drive.",
        "",
        "The performance team, Ambridge Council",
    ]


def test_a_councils_own_words_count(folder: Folder) -> None:
    own_words(
        folder, "Subject: {{ reminder.period }}\n\nHello {{ reminder.name }},\nyou owe {{ reminder.returns|length }}."
    )
    _, _, ((subject, text),) = chased(folder)
    assert (subject, text.splitlines()) == ("2024/25 Q3", ["Hello Pat Fletcher,", "you owe 2."])


FAULTY = {
    "a misspelt field": ("Subject: x\n\n{{ reminder.nmae }}", "Did you mean “name”?"),
    "no subject": ("Dear {{ reminder.name }}", "does not begin with its subject"),
    "a broken tag": ("{% if %}", "The line has: {% if %}"),
}


@pytest.mark.parametrize(("text", "words"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_template_is_told_and_no_reminder_written(folder: Folder, text: str, words: str) -> None:
    own_words(folder, text)
    code, screen, reminders = chased(folder)
    assert (code, reminders) == (1, [])
    assert words in " ".join(screen.split())
    assert "templates/narratives/reminder.j2" in screen


def test_a_faulty_reminder_stops_no_report(folder: Folder) -> None:
    own_words(folder, "{% if %}")
    told = CliRunner().invoke(app, ["build", "--draft", "--project", str(folder.root)], catch_exceptions=False)
    assert told.exit_code == 0
    manifest = (folder.project.output_folder(folder.setup.period) / "manifest.json").read_text(encoding="utf-8")
    assert "reminder" not in manifest


def test_one_reminder_may_be_about_a_nations_measures(folder: Folder) -> None:
    note = NoteFacts(cell="", query=False, message="x" * 100, remedy="y" * 100)
    owed = ReturnFacts(label="PL 01", title="Bins", received=True, late=False, notes=(note,))
    (facts,) = [each["reminder"] for each in EXAMPLES["reminder"][:1]]
    assert isinstance(facts, ReminderFacts)
    many = ReminderFacts(**{name: getattr(facts, name) for name in facts.__slots__} | {"returns": (owed,) * 25_000})
    assert len(reminder_words(folder.setup).reminder(many)) > 5_000_000


@pytest.mark.parametrize("typed", ["Pat\nBcc: all@example.org", "Pat\r\n\r\n<html>", "Pat\u2028\x85 x"])
def test_what_is_typed_begins_no_line_of_its_own(tmp_path: Path, typed: str) -> None:
    folder = make_project(tmp_path, {"Officer": typed, "Officer email": "pat@example.org", "Title": typed})
    _, _, ((subject, text),) = chased(folder)
    assert "Bcc" not in subject
    assert [line for line in text.splitlines() if line.strip().startswith(("Bcc", "<html>"))] == []
