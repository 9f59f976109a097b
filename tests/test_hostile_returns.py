"""Whatever one return holds, it costs little to check and to tell of, and the good return beside it is reported."""

import time
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.report.gather import Gathered
from tests.hostile_returns import DEAR
from tests.projects import GOOD, Folder, fill, make_project, render

SECONDS, MESSAGES = 3.0, 100_000
"""Of the processor's time and characters, for each return: twenty-five such returns are checked within a minute."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    codes = [f"PL {number:02}" for number in range(1, len(DEAR) + 2)]
    made = make_project(tmp_path_factory.mktemp("dear") / "project", *({"Code": code} for code in codes))
    for path, change in zip(made.issue(), (lambda path: fill(path, GOOD), *DEAR.values()), strict=True):
        change(path)
    return made


@pytest.fixture(scope="module")
def gathered(folder: Folder) -> Gathered:
    started = time.process_time()
    found = folder.gather(draft=True)
    assert time.process_time() - started < SECONDS * len(DEAR)
    return found


def test_the_good_return_is_reported(gathered: Gathered) -> None:
    assert "PL 01" in {each.measure.code for each in gathered.judged}
    assert not [each for each in gathered.problems if "PL 01" in each.place.file]


def test_every_other_is_reported_or_told_of(gathered: Gathered) -> None:
    judged = {each.measure.code for each in gathered.judged}
    refused = {each.measure.code for each in gathered.report.missing}
    assert len(judged) + len(refused) == len(DEAR) + 1
    files = {each.place.file for each in gathered.problems if each.is_error}
    assert all(any(code in file for file in files) for code in refused)


def test_little_is_told_of_each(gathered: Gathered) -> None:
    told: Counter[str] = Counter()
    for each in gathered.problems:
        told[each.place.file] += len(each.message) + len(each.remedy)
    assert max(told.values()) < MESSAGES, told.most_common(1)


def test_the_documents_are_made_soon(folder: Folder, gathered: Gathered) -> None:
    started = time.process_time()
    files = render(folder.setup, gathered.report)
    assert time.process_time() - started < SECONDS * len(DEAR)
    assert sum(map(len, files.values())) < 20_000_000


def test_copies_for_the_officers_are_made_soon(folder: Folder, tmp_path: Path) -> None:
    started = time.process_time()
    ran = CliRunner().invoke(app, ["check", "--annotate", str(tmp_path / "copies"), "--project", str(folder.root)])
    assert ran.exit_code == 1
    assert time.process_time() - started < 2 * SECONDS * len(DEAR)
    assert len(ran.output) < MESSAGES * len(DEAR) / 4
