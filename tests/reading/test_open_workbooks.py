"""Opening many workbooks: what is kept or comes from other processes is what reading them afresh gives."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from generator.cache.kinds import KeptReturn
from generator.cache.processes import Others
from generator.cache.store import FILE, Kept
from generator.reading.open_workbooks import Opening
from generator.reading.opened_workbook import Opened, book_in, open_workbook
from generator.reading.workbook_codec import book_as_data, book_from_data, open_as_data
from generator.report.gather import gather
from generator.xlsx import Book, Unreadable
from tests.projects import GOOD, SETTINGS, Value, fill, filled_project, render
from tests.xlsx.archives import packed, parts, sheet, styles

ROOT = Path(__file__).parents[2]
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
def test_what_another_process_tells_is_what_it_found(data: bytes) -> None:
    opened = open_workbook(data)
    assert plain(Opened(opened.sha256, book_from_data(book_as_data(opened.book)))) == plain(opened)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The workbooks that are opened."""
    opened: list[bytes] = []

    def noted(data: bytes) -> Book | Unreadable:
        opened.append(data)
        return book_in(data)

    monkeypatch.setattr("generator.reading.open_workbooks.book_in", noted)
    return opened


def test_only_what_changed_is_opened_again_whatever_becomes_of_what_is_kept(
    tmp_path: Path, opened: list[bytes]
) -> None:
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")

    def opens() -> int:
        opened.clear()
        with Kept(tmp_path / "cache") as kept:
            assert gather(folder.setup, opening=Opening(kept)).readings == folder.gather().readings
        return len(opened) - 1

    assert [opens(), opens()] == [1, 0]
    fill(form, {**GOOD, "context": ["A third lorry broke down."]})
    assert [opens(), opens()] == [1, 0]
    file = tmp_path / "cache" / FILE
    for damage in (b"", b"{}", file.read_bytes()[:-4096], b"#" + file.read_bytes()[1:]):
        file.write_bytes(damage)
        assert [opens(), opens()] == [1, 0]
    file.unlink()
    assert [opens(), opens()] == [1, 0]


def test_one_run_after_another_has_in_memory_what_it_read(tmp_path: Path, opened: list[bytes]) -> None:
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")
    kept, counts = Kept(), []
    for text in ("First.", "Second."):
        fill(form, {**GOOD, "context": [text]})
        fresh = folder.gather().report
        opened.clear()
        for _ in range(2):
            with Opening.of_many(1, kept=kept) as opening:
                assert gather(folder.setup, opening=opening).report == fresh
            counts.append(len(opened))
    assert counts == [1, 1, 1, 1]


def test_where_nothing_can_be_kept_all_is_read(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    folder = filled_project(tmp_path / "project")
    with Kept(tmp_path / "cache") as kept:
        assert gather(folder.setup, opening=Opening(kept)).report == folder.gather().report


def test_one_projects_returns_are_never_taken_for_anothers(tmp_path: Path) -> None:
    """The returns are the same bytes under the same names; what they are held against is not."""
    registers: tuple[dict[str, Value], ...] = ({}, {"Q3 target": 80}, {"Unit": "days"}, {"Title": "Bins"})
    first, *others = (filled_project(tmp_path / str(at), measure=each) for at, each in enumerate(registers))
    (form,) = first.returns.glob("*.xlsx")
    for each in others:
        for path in each.returns.glob("*.xlsx"):
            path.write_bytes(form.read_bytes())
    for _ in range(2):
        for folder in (first, *others):
            fresh = folder.gather().report
            with Kept(tmp_path / "cache") as kept:
                assert gather(folder.setup, opening=Opening(kept)).report == fresh


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
        b'[["PL 01","",[]]]',
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
    for readings, remarks in ((nonsense, nonsense), (nonsense, b""), (None, nonsense)):
        with Kept(tmp_path / "cache") as kept:
            gather(folder.setup, opening=Opening(kept))
        with monkeypatch.context() as patched, Kept(tmp_path / "cache") as kept:
            stands, get = None if readings is None else KeptReturn(readings, remarks), kept.get
            patched.setattr(kept, "get", lambda key, get=get, stands=stands: stands or replaced(get(key), nonsense))
            assert gather(folder.setup, opening=Opening(kept)).report == fresh


def replaced(row: KeptReturn | None, remarks: bytes) -> KeptReturn | None:
    return row and row._replace(remarks=remarks)
