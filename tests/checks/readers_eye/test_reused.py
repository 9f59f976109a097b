"""A reader's remarks are the same whoever reads: this process, any number of others, or an earlier build."""

from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator.cache.processes import Others
from generator.cache.store import Kept
from generator.checks.readers_eye import read_through
from generator.checks.readers_eye.reused import Remarks, remarks_as_data
from generator.checks.readers_eye.text.commentary import Known
from generator.judging.outcome import Judged
from generator.model.measure import code_key
from generator.project.folder import Project
from generator.project.load import set_up
from generator.reading.kept_returns import KeptReturns
from generator.reading.open_workbooks import Opening
from generator.report.gather import gather
from tests.reading.test_open_workbooks import Dying, Refusing, Silent

ROOT = Path(__file__).parents[3]
SETUP = set_up(Project(ROOT))
JUDGED = gather(SETUP).judged
KNOWN = Known(codes=SETUP.register.codes, reported=frozenset(), meeting=date(2018, 12, 4))
BEFORE = {code_key(each.measure.code): each.returned for each in JUDGED[::2]}
"""As if every second return had said the same last quarter."""


def remarks(others: Others | None = None, kept: Kept | None = None) -> list[object]:
    returns = KeptReturns(kept, SETUP.expected(SETUP.period))
    return list(Remarks(KNOWN, BEFORE, b"edition", returns, others or Others()).of_each(JUDGED))


def by_hand(each: Judged) -> object:
    return tuple(read_through(each, KNOWN, BEFORE.get(code_key(each.measure.code))))


def test_alone() -> None:
    assert remarks() == [by_hand(each) for each in JUDGED]
    assert sum(map(bool, remarks())) > 10


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_number_of_processes_remarks_the_same_in_the_same_order(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.checks.readers_eye.reused._BATCH", 13)
    read: list[object] = []

    def noted(*given: object) -> tuple[()]:
        read.append(given)
        return ()

    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as executor, monkeypatch.context() as patched:
        patched.setattr("generator.checks.readers_eye.reused.read_through", noted)
        assert remarks(Others(executor)) == [by_hand(each) for each in JUDGED]
    assert not read, "they were to be read elsewhere"


@pytest.mark.parametrize(
    "executor",
    [Dying(BrokenProcessPool()), Dying(OSError()), Dying([]), Dying([b"none"] * 25), Dying(None), Refusing()],
)
def test_a_process_that_dies_loses_nothing(executor: Executor) -> None:
    assert remarks(Others(executor)) == remarks()


def test_few_processes_are_not_sent_what_takes_longer_to_tell_than_to_do() -> None:
    assert remarks(Others(Refusing(), few=True)) == remarks(Others(Silent(), few=True)) == remarks()


def test_processes_that_never_answer_are_waited_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cache.processes.PATIENCE", 0.01)
    monkeypatch.setattr("generator.checks.readers_eye.reused._BATCH", 5)
    others = Others(Silent())
    assert remarks(others) == remarks()
    assert others.executor is None


def test_what_was_remarked_before_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = remarks()
    with Kept(tmp_path) as kept:
        gather(SETUP, opening=Opening(kept))
        assert remarks(kept=kept) == fresh
    monkeypatch.setattr("generator.checks.readers_eye.reused.read_through", None)
    with Kept(tmp_path) as kept:
        assert remarks(kept=kept) == fresh


def test_another_version_of_the_program_remarks_nothing() -> None:
    with pytest.raises(ValueError, match="another version"):
        remarks_as_data(b"", b"", b"another")
