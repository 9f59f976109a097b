"""A folder is published whole, in the place of the one before."""

from pathlib import Path

import pytest

from generator.output.publish import PublishError, publish
from tests.output.folders import names


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "2018-19-Q2"
    publish(folder, {"a": b"1", "b": b"2"})
    publish(folder, {"a": b"3"})
    assert names(folder) == {"a": b"3"}
    assert [path.name for path in folder.parent.iterdir()] == ["2018-19-Q2"]


def test_a_file_in_the_folders_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2018-19-Q2").write_text("mine")
    with pytest.raises(PublishError, match="a file of that name"):
        publish(tmp_path / "2018-19-Q2", {"a": b"1"})
    assert (tmp_path / "2018-19-Q2").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["2018-19-Q2"]
