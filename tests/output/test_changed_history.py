"""A history that is not as it was when a period was closed is told of with the first line that differs."""

from collections.abc import Callable

import pytest

from generator.model.period import APRIL
from generator.output.verify import changes_of_history
from tests.output.test_close_period import done
from tests.projects import GOOD, Folder, fill, make_project

CODES = ("PL 01", "PL 02", "PL 03")
type_of_edit = Callable[[list[str]], list[str]]
EDITS: dict[str, tuple[type_of_edit, int | None]] = {
    "as it was": (lambda lines: lines, None),
    "a row added": (lambda lines: [*lines, lines[-1].replace("close", "old.xlsx")], None),
    "a figure edited": (lambda lines: [line.replace("90.0", "91.0") if "PL 02" in line else line for line in lines], 3),
    "a status edited": (lambda lines: [*lines[:3], lines[3].replace("Red", "Green")], 4),
    "two rows moved": (lambda lines: [lines[0], lines[2], lines[1], lines[3]], 2),
    "a row taken out": (lambda lines: [*lines[:2], *lines[3:]], 3),
    "the last row taken out": (lambda lines: lines[:3], 4),
    "a row put between": (lambda lines: [*lines[:2], lines[1].replace("PL 01", "PL 09"), *lines[2:]], 3),
    "saved without its decimals": (lambda lines: [line.replace(".0,", ",") for line in lines], 2),
    "saved with a mark at its start": (lambda lines: [f"\ufeff{lines[0]}", *lines[1:]], 1),
}


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = make_project(tmp_path_factory.mktemp("closed"), *({"Code": code} for code in CODES))
    for path in folder.issue():
        fill(path, GOOD)
    done(folder.root, "build")
    done(folder.root, "close")
    return folder


@pytest.mark.parametrize(("edit", "line"), EDITS.values(), ids=EDITS)
def test_the_first_line_that_differs_is_told(closed: Folder, edit: type_of_edit, line: int | None) -> None:
    path = closed.project.history
    before = path.read_bytes()
    try:
        path.write_bytes("".join(edit(before.decode("utf-8").splitlines(keepends=True))).encode("utf-8"))
        told = [(each.code, each.place.cell) for each in changes_of_history(closed.project, APRIL)]
    finally:
        path.write_bytes(before)
    assert told == ([("HIST02", f"line {line}")] if line else [])
