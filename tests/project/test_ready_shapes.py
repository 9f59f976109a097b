"""The ready reports, found by their names."""

from pathlib import Path

import pytest

from generator.project.new_project import lay_out
from generator.project.ready_shapes import UnknownShapeError, ready_shape
from tests.project.test_new_project import TODAY


@pytest.mark.parametrize("name", ["all-measures", "All measures", " ALL-MEASURES "])
def test_a_name_is_taken_however_it_is_written(name: str) -> None:
    assert ready_shape(name) == ready_shape("all-measures")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("priority", " Did you mean “priorities”?"),
        ("Service plans", " Did you mean “service-plan”?"),
        ("../derby", " Did you mean “derby”?"),
        ("", ""),
    ],
)
def test_another_name_gets_the_nearest_and_the_list_and_nothing_is_made(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(UnknownShapeError) as error:
        lay_out(tmp_path / "ours", today=TODAY, like=name)
    listed = "There are derby, all-measures, monthly, priorities and service-plan."
    assert str(error.value) == f"There is no ready report called “{name}”.{hint} {listed}"
    assert not (tmp_path / "ours").exists()
