"""E-mails that are ready to open and send: one a person, in place of the one before. Nothing is sent from here."""

import re
from collections.abc import Iterable, Iterator, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from generator.collecting.issue_forms import write_new
from generator.output.swap_folders import replace_file

_WORKBOOK = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.ASCII | re.IGNORECASE)
"""What is plainly one address; with any other the draft has no recipient, for a person to put in."""

_BOUNDARY = "scorecard-part"
_OURS = "X-Scorecard"
"""A header by which a draft of ours is known again, with what it is for."""

_START = 2000


def draft(to: str, text: str, workbooks: Mapping[str, bytes], purpose: str) -> EmailMessage:
    """A draft of a text whose first line is its subject, with workbooks by name.

    ``X-Unsent`` makes mail programs open it as a draft. ``purpose`` is one line that others of its kind share.
    """
    message = EmailMessage()
    message["X-Unsent"] = "1"
    message[_OURS] = purpose
    if _ADDRESS.fullmatch(to):
        message["To"] = to
    subject, _, body = text.split("\n", 2)
    message["Subject"] = header(subject.removeprefix("Subject:"))
    message.set_content(body)
    for name, data in workbooks.items():
        message.add_attachment(data, maintype=_WORKBOOK[0], subtype=_WORKBOOK[1], filename=name)
    if message.is_multipart():
        message.set_boundary(_BOUNDARY)
    return message


def header(text: str) -> str:
    """One line, whatever the register holds: a line break would start a header of its own."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def save_drafts(folder: Path, drafts: Iterable[tuple[str, EmailMessage]]) -> Iterator[Path]:
    """Write drafts under stems, each in place of one of ours, and of nothing else. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()
    for stem, message in drafts:
        names = (stem, *(f"{stem} ({number})" for number in range(2, len(written) + 3)))
        name = next(each for each in names if each.casefold() not in written)
        written.add(name.casefold())
        path, data = folder / f"{name}.eml", message.as_bytes(policy=SMTP)
        if _is_ours(path):
            replace_file(path, data)
        else:
            path = write_new(folder, name, ".eml", data)
        yield path


def out_of_date(folder: Path, written: Iterable[Path]) -> tuple[Path, ...]:
    """Drafts of ours in a folder that were not written now: what they ask for is done, or another period's."""
    now = set(written)
    return tuple(path for path in sorted(folder.glob("*.eml")) if path not in now and _is_ours(path))


def _is_ours(path: Path) -> bool:
    if not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        return f"\n{_OURS}: ".encode() in file.read(_START)
