import json
from pathlib import Path

import pytest

from generator.publish import PublishError, manifest, publish


def names(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "2018-19-Q2"
    publish(folder, {"a": b"1", "b": b"2"})
    publish(folder, {"a": b"3"})
    assert names(folder) == {"a": b"3"}
    assert [path.name for path in folder.parent.iterdir()] == ["2018-19-Q2"]


@pytest.mark.parametrize("failing", ["write_bytes", "rename"])
def test_what_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    folder = tmp_path / "2018-19-Q2"
    publish(folder, {"a": b"1"})
    calls = []

    def fail(path: Path, *_: object) -> None:
        calls.append(path)
        raise PermissionError(13, "The file is open in another program")

    monkeypatch.setattr(Path, failing, fail)
    with pytest.raises(PublishError, match="Nothing there was changed"):
        publish(folder, {"a": b"2"})
    monkeypatch.undo()
    assert calls
    assert names(folder) == {"a": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["2018-19-Q2"]


def test_a_swap_that_fails_half_way_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "2018-19-Q2"
    publish(folder, {"a": b"1"})
    rename = Path.rename

    def fail_on_new(path: Path, target: Path) -> Path:
        if path.suffix == ".new":
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_on_new)
    with pytest.raises(PublishError):
        publish(folder, {"a": b"2"})
    assert names(folder) == {"a": b"1"}


def test_the_manifest_names_everything_with_its_hash() -> None:
    told = json.loads(manifest({"a.txt": b"abc"}, {"inputs/x": "00"}))
    assert told["inputs"] == [{"file": "inputs/x", "sha256": "00"}]
    assert told["outputs"] == [
        {"file": "a.txt", "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
    ]


def test_a_file_in_the_folders_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2018-19-Q2").write_text("mine")
    with pytest.raises(PublishError, match="a file of that name"):
        publish(tmp_path / "2018-19-Q2", {"a": b"1"})
    assert (tmp_path / "2018-19-Q2").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["2018-19-Q2"]
