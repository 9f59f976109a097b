"""Where the user's cache folder is, on each system, and that nothing is kept where there is none."""

import sys
from pathlib import Path

import pytest

from generator.cache.users_folder import users_folder


@pytest.mark.skipif(sys.platform == "win32", reason="paths are written otherwise there")
@pytest.mark.parametrize(
    ("system", "environment", "folder"),
    [
        ("linux", {"HOME": "/home/pat"}, "/home/pat/.cache/scorecard"),
        ("linux", {"HOME": "/home/pat", "XDG_CACHE_HOME": "/caches"}, "/caches/scorecard"),
        ("linux", {"HOME": "/home/pat", "XDG_CACHE_HOME": ""}, "/home/pat/.cache/scorecard"),
        ("linux", {"HOME": "/home/pat", "XDG_CACHE_HOME": "caches"}, "/home/pat/.cache/scorecard"),
        ("linux", {"HOME": "here"}, None),
        ("darwin", {"HOME": "/Users/pat"}, "/Users/pat/Library/Caches/scorecard"),
        ("darwin", {"HOME": "/Users/pat", "XDG_CACHE_HOME": "/caches"}, "/caches/scorecard"),
        ("win32", {"LOCALAPPDATA": "/Users/pat/AppData/Local"}, "/Users/pat/AppData/Local/scorecard"),
        ("win32", {"LOCALAPPDATA": ""}, None),
        ("win32", {}, None),
    ],
)
def test_each_system_has_a_place_for_it(
    system: str, environment: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "LOCALAPPDATA", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", system)
    assert users_folder() == (Path(folder) if folder else None)
