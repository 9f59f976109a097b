"""Opening many workbooks: what is kept or comes from other processes is what reading them afresh gives."""

import json
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from generator.cache.processes import Others
from generator.cache.store import Kept
from generator.documents.every_document import render
from generator.reading.open_workbooks import Opening
from generator.reading.opened_workbook import Opened, open_workbook
from generator.reading.workbook_codec import open_as_data, opened_as_data, opened_from_data
from generator.report.gather import gather
from generator.xlsx import Unreadable
from tests.projects import GOOD, SETTINGS, fill, filled_project
from tests.workbook.archives import packed, parts, sheet, styles

ROOT = Path(__file__).parent.parent
RETURNS = sorted((ROOT / "inputs" / "2018-19-Q2").glob("*.xlsx"))


def plain(opened: Opened) -> object:
    book = opened.book
    if isinstance(book, Unreadable):
        return (opened.sha256, book.fault, book.detail)
    return (opened.sha256, [(each.name, each.state, list(each.cells.items())) for each in book.sheets], book.names)


def found(paths: list[Path], opening: Opening) -> list[object]:
    return [
        plain(each) if isinstance(each, Opened) else type(each)
        for _, each in opening.open_each({path: path.name for path in paths})
    ]


class Dying(Executor):
    """Takes work, and then turns out to be dead; or gives an answer that is none."""

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
        future: Future[Any] = Future()
        if isinstance(self.answer, Exception):
            future.set_exception(self.answer)
        else:
            future.set_result(self.answer)
        return future


class Silent(Executor):
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
        return Future()


class Refusing(Executor):
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
        raise BrokenProcessPool


CELLS = (
    '<row r="1"><c r="A1"><v>0.10</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1" s="2"><v>43385</v></c>'
    '<c r="D1"><f>1/3</f><v>0.333333333333333</v></c><c r="E1"><f>x</f></c><c r="F1" t="e"><v>#REF!</v></c>'
    '<c r="G1" t="str"><f>y</f><v></v></c><c r="H1" t="inlineStr"><is><t>_xD800_ é</t></is></c></row>'
)


@pytest.mark.parametrize(
    "data", [RETURNS[0].read_bytes(), packed(parts(sheet(CELLS), styles=styles(0, 9, 14))), b"", b"%PDF"]
)
def test_what_is_kept_is_what_was_found(data: bytes) -> None:
    opened = open_workbook(data)
    assert plain(opened_from_data(opened_as_data(opened), opened.sha256)) == plain(opened)


def test_what_is_kept_is_not_taken_for_another_workbook_nor_when_it_is_damaged() -> None:
    data = opened_as_data(open_workbook(RETURNS[0].read_bytes()))
    with pytest.raises(ValueError, match="another"):
        opened_from_data(data, "0" * 64)
    for at in (0, 100, len(data) - 1):
        with pytest.raises(ValueError, match="damaged"):
            opened_from_data(data[:at] + b"#" + data[at + 1 :], "0" * 64)


def test_only_what_changed_is_opened_again_whatever_becomes_of_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")
    opened: list[bytes] = []

    def noted(data: bytes) -> Opened:
        opened.append(data)
        return open_workbook(data)

    monkeypatch.setattr("generator.reading.open_workbooks.open_workbook", noted)

    def opens() -> int:
        opened.clear()
        with Kept(tmp_path / "cache") as kept:
            assert found([form], Opening(kept)) == [plain(open_workbook(form.read_bytes()))]
            kept.tidy()
        return len(opened)

    assert [opens(), opens()] == [1, 0]
    fill(form, {**GOOD, "context": ["A third lorry broke down."]})
    assert [opens(), opens()] == [1, 0]
    file = tmp_path / "cache" / "kept"
    for damage in (b"", b"{}", file.read_bytes()[:-9], b"#" + file.read_bytes()[1:], json.dumps([1]).encode()):
        file.write_bytes(damage)
        assert [opens(), opens()] == [1, 0]
    file.unlink()
    assert [opens(), opens()] == [1, 0]


def test_where_nothing_can_be_kept_all_is_read(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    with Kept(tmp_path / "cache") as kept:
        assert found(RETURNS[:2], Opening(kept)) == found(RETURNS[:2], Opening())


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_number_of_processes_gives_the_same_in_the_same_order(count: int, tmp_path: Path) -> None:
    paths = [*RETURNS, tmp_path / "gone.xlsx", *RETURNS[:20]]
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as executor:
        assert found(paths, Opening(others=Others(executor))) == found(paths, Opening())


@pytest.mark.parametrize(
    "executor",
    [Dying(BrokenProcessPool()), Dying(OSError()), Dying([]), Dying([b"none"] * 25), Dying(None), Refusing()],
)
def test_a_process_that_dies_loses_nothing(executor: Executor) -> None:
    assert found(RETURNS, Opening(others=Others(executor))) == found(RETURNS, Opening())


def test_processes_that_never_answer_are_waited_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cache.processes.PATIENCE", 0.01)
    monkeypatch.setattr("generator.reading.open_workbooks._BATCH", 5)
    opening = Opening(others=Others(Silent()))
    assert found(RETURNS, opening) == found(RETURNS, Opening())
    assert opening.others.executor is None


def test_another_version_of_the_reader_opens_nothing() -> None:
    with pytest.raises(ValueError, match="another version"):
        open_as_data([RETURNS[0].read_bytes()], "0" * 16)


def test_the_unit_of_work_is_bytes_in_and_bytes_out() -> None:
    (answer,) = open_as_data([RETURNS[0].read_bytes()])
    assert isinstance(answer, bytes)


def test_a_build_with_what_is_kept_gives_the_same_bytes_as_one_without(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")
    for text in ("First.", "Second, as 12 of 20 lorries was stood still."):
        fill(form, {**GOOD, "context": [text]})
        report = folder.gather().report
        fresh = render(folder.setup, report)
        for _ in range(2):
            with Kept(tmp_path / "cache") as kept:
                again = gather(folder.setup, opening=Opening(kept)).report
                assert again == report
                assert render(folder.setup, again) == fresh


def test_what_is_kept_of_a_return_counts_no_more_where_the_register_the_settings_or_last_quarter_changed(
    tmp_path: Path,
) -> None:
    folder = filled_project(tmp_path)
    settings = tmp_path / "inputs" / "scorecard.toml"
    for added in ("", '[glossary]\nPL = "Place"\n', "[house_style]\nsmall_numbers = 0\n", "unexplained_queries"):
        if added == "unexplained_queries":
            (form,) = folder.returns.glob("*.xlsx")
            form.rename(form.with_name("renamed.xlsx"))
        else:
            settings.write_text(f"{SETTINGS}{added}", encoding="utf-8")
        fresh = folder.gather().report
        with Kept(tmp_path / "cache") as kept:
            assert gather(folder.setup, opening=Opening(kept)).report == fresh


PLACE = b'{"kind":"Place","parts":["a",null,null]}'


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"5",
        b"[5]",
        b"[[5,5]]",
        b'[["PL 01",5]]',
        b"[[5,%s]]" % PLACE,
        b"[%s]" % PLACE,
        b"\xff",
        b"[" * 9999,
    ],
)
def test_nonsense_that_is_kept_of_a_return_counts_for_nothing(
    nonsense: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = filled_project(tmp_path, {"context": ["It will improve ASAP."]})
    fresh = folder.gather().report
    assert fresh.problems
    monkeypatch.setattr(Kept, "get", lambda *_: nonsense)
    with Kept(tmp_path / "cache") as kept:
        assert gather(folder.setup, opening=Opening(kept)).report == fresh
