"""Each hostile workbook gets its one message; the good return beside them all is built."""

import time
from pathlib import Path

import pytest

from tests.hostile import hostile
from tests.projects import filled_project


def test_hostile_workbooks_get_their_message_and_the_good_return_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.reading.other_formats.find_libreoffice", lambda: None)
    folder = filled_project(tmp_path)
    wanted = {}
    for number, (name, data, code) in enumerate(hostile()):
        path = folder.returns / f"{number:03} {name.replace('*', '')}.xlsx"
        path.write_bytes(data)
        wanted[folder.project.relative(path)] = [code]
    assert len(wanted) > 120
    started = time.process_time()
    gathered = folder.gather(draft=True)
    assert time.process_time() - started < len(wanted)
    told: dict[str, list[str]] = {}
    for each in gathered.problems:
        told.setdefault(each.place.file, []).append(each.code)
    assert {file: codes for file, codes in told.items() if codes != wanted.get(file)} == {}
    assert told.keys() == wanted.keys()
    assert [each.measure.code for each in gathered.judged] == ["PL 01"]
