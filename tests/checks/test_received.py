"""The rule of issue numbers: the later is read, the earlier is told of, and the same twice is an error."""

from pathlib import Path

import pytest

from generator.model.shape import Topic
from generator.reading.readings import Reading, by_code, superseded
from tests.projects import GOOD, Folder, Value, fill, filled_project

HIDDEN = "hidden"


def reading(number: int | None, name: str, *, aside: bool = False) -> Reading:
    return Reading(name, None, None, (), topic=Topic(0), issue_number=number, aside=aside)


@pytest.mark.parametrize(
    ("numbers", "read", "replaced"),
    [
        ([1], "a", ""),
        ([1, 2], "b", "a"),
        ([2, 1], "a", "b"),
        ([1, 1], "ab", ""),
        ([1, 2, 2], "bc", "a"),
        ([3, 2, 1], "a", "bc"),
        ([None, 2], "ab", ""),
        ([None, 1, 2], "ac", "b"),
        ([1, HIDDEN], "a", ""),
    ],
)
def test_of_several_issues_the_last_is_read(numbers: list[int | str | None], read: str, replaced: str) -> None:
    readings = [
        reading(9 if number == HIDDEN else number, name, aside=number == HIDDEN)  # type: ignore[arg-type]
        for number, name in zip(numbers, "abc", strict=False)
    ]
    (standing,) = by_code(readings).values()
    assert "".join(each.file for each in standing) == read
    assert "".join(each.file for each, _ in superseded(readings)) == replaced
    assert {last.file for _, last in superseded(readings)} <= set(read)


@pytest.fixture
def twice(tmp_path: Path) -> Folder:
    """A measure's return, and the next issue of its form beside it."""
    folder = filled_project(tmp_path, {"approved_by": None})
    later(folder, 2)
    return folder


def later(folder: Folder, number: int, **answers: Value) -> Path:
    path = folder.returns / f"sent again {number}.xlsx"
    path.write_bytes((folder.returns / "PL 01 2024-25-Q3.xlsx").read_bytes())
    fill(path, {**GOOD, "issue_number": number, **answers})
    return path


def test_what_is_wrong_in_the_earlier_does_not_count(twice: Folder) -> None:
    (told,) = twice.gather().problems
    assert (told.code, told.is_error, told.place.file) == ("FORM37", False, "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx")


def test_what_is_wrong_in_the_later_does(twice: Folder) -> None:
    later(twice, 3, completed_by=None)
    gathered = twice.gather()
    assert [each.code for each in gathered.problems] == ["FORM37", "FORM37", "SIGN01"]
    assert [each.place.file.rpartition(" ")[2] for each in gathered.problems if each.is_error] == ["3.xlsx"]


def test_the_same_number_twice_is_an_error_as_ever(twice: Folder) -> None:
    later(twice, 3)
    (twice.returns / "copy.xlsx").write_bytes((twice.returns / "sent again 3.xlsx").read_bytes())
    gathered = twice.gather()
    assert [each.code for each in gathered.problems] == ["FORM37", "FORM05", "FORM37", "FORM05"]
    assert gathered.judged == ()
