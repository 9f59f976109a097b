"""What earlier runs found: it is there as it was written, or not at all, and the file holds little else."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.cache.keys import key_of
from generator.cache.kinds import KeptReturn
from generator.cache.store import FILE, Kept

KEYS = [key_of(str(number)) for number in range(4)]
ONE, TWO, THREE = KeptReturn(b"one"), KeptReturn(b"", b"two"), KeptReturn(b"three" * 1000, b"3")
DAY = 24 * 60 * 60

not_on_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="who owns a file, and links, are another matter there"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / FILE


def run(file: Path, wanted: dict[bytes, KeptReturn]) -> list[bytes]:
    """Ask for all that is wanted, as a build does; gives the keys of what had to be found anew."""
    made: list[bytes] = []
    with Kept(file.parent) as kept:
        for key, row in wanted.items():
            if kept.get(key) is None:
                made.append(key)
                kept.put(key, row)
            assert kept.get(key) == row
    return made


def changed(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for each in statements:
            connection.execute(each)


def test_what_was_kept_is_there_again_and_so_is_what_is_added_later(file: Path) -> None:
    first, second, third, _ = KEYS
    assert run(file, {first: ONE, second: TWO}) == [first, second]
    assert run(file, {first: ONE, third: THREE}) == [third]
    assert run(file, {first: ONE, second: TWO, third: THREE}) == []


def test_what_is_put_again_is_there_as_it_was_put_last(file: Path) -> None:
    run(file, {KEYS[0]: ONE})
    with Kept(file.parent) as kept:
        kept.put(KEYS[0], THREE)
    assert run(file, {KEYS[0]: THREE}) == []


def test_a_run_that_adds_nothing_writes_nothing(file: Path) -> None:
    run(file, {KEYS[0]: ONE})
    before = (file.stat().st_mtime_ns, file.read_bytes())
    run(file, {KEYS[0]: ONE})
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before
    assert [each.name for each in file.parent.iterdir()] == [FILE]


def test_who_adds_nothing_makes_no_folder(file: Path) -> None:
    with Kept(file.parent) as kept:
        assert kept.get(KEYS[0]) is None
    assert not file.parent.exists()


def test_without_a_folder_the_next_run_has_in_memory_what_the_last_one_used() -> None:
    kept = Kept()
    with kept:
        kept.put(KEYS[0], ONE)
        kept.put(KEYS[1], TWO)
    with kept:
        assert kept.get(KEYS[1]) == TWO
    with kept:
        assert [kept.get(key) for key in KEYS] == [None, TWO, None, None]


def test_a_run_that_fails_keeps_what_it_found(file: Path) -> None:
    with suppress(ZeroDivisionError), Kept(file.parent) as kept:
        kept.put(KEYS[0], ONE)
        raise ZeroDivisionError
    assert run(file, {KEYS[0]: ONE}) == []


# It does not grow for ever.


@contextmanager
def days_later(days: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        now = time.time() + days * DAY
        patched.setattr("generator.cache.table.time", lambda: now)
        yield


def test_what_was_of_no_use_for_long_goes_and_what_was_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third, fourth = KEYS
    run(file, {first: ONE, second: TWO})
    with days_later(150, monkeypatch):
        run(file, {first: ONE})
    with days_later(250, monkeypatch):
        run(file, {third: ONE})
        assert run(file, {first: ONE, third: ONE}) == []
        assert run(file, {second: TWO}) == [second]
    assert run(file, {fourth: ONE}) == [fourth]
    assert run(file, {third: ONE}) == [third], "it was kept by a clock that was wrong by most of a year"


def test_what_was_of_use_longest_ago_goes_where_there_is_too_much(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cache.table._LARGEST", 100_000)
    sizes = []
    for day in range(12):
        with days_later(day, monkeypatch):
            run(file, {key_of(str(day), str(number)): KeptReturn(bytes(5000)) for number in range(4)})
            sizes.append(file.stat().st_size)
    assert max(sizes) < 150_000
    with days_later(12, monkeypatch):
        assert run(file, {key_of("11", str(number)): KeptReturn(bytes(5000)) for number in range(4)}) == []
        assert run(file, {key_of("0", "0"): ONE}) == [key_of("0", "0")]


# A file that cannot be used is no cache, and nobody is told; one that is damaged is begun anew.


@given(at=st.integers(0, 20_000), by=st.integers(1, 255), count=st.integers(1, 40))
@example(at=3728, by=128, count=16)  # SQLite tells of it in bytes that are no text
def test_a_changed_byte_is_never_given(at: int, by: int, count: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("kept") / FILE
    wanted = {key: KeptReturn(bytes([number]) * 300, b"remarks") for number, key in enumerate(KEYS)}
    run(file, wanted)
    data = bytearray(file.read_bytes())
    for number in range(count):
        data[(at + number * number) % len(data)] ^= by
    file.write_bytes(data)
    for _ in range(3):
        run(file, wanted)


@given(data=st.one_of(st.binary(max_size=2000), st.binary(max_size=2000).map(lambda data: b"SQLite format 3\0" + data)))
def test_a_file_of_anything_is_begun_anew(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("kept") / FILE
    file.write_bytes(data)
    assert run(file, {KEYS[0]: ONE}) == [KEYS[0]]
    assert run(file, {KEYS[0]: ONE}) == []


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 2",
        "PRAGMA user_version = 0",
        "DROP TABLE returns",
        "ALTER TABLE returns RENAME COLUMN remarks TO comments",
        "UPDATE returns SET readings = 'text'",
        "UPDATE returns SET readings = NULL",
        "UPDATE returns SET readings = 5",
        "UPDATE returns SET readings = CAST(X'FF' AS TEXT)",
        "UPDATE returns SET hash = NULL",
        "UPDATE returns SET remarks = X'00'",
        "UPDATE returns SET key = X'00'",
        "CREATE TRIGGER t BEFORE INSERT ON returns BEGIN SELECT RAISE(FAIL, 'no'); END",
    ],
)
def test_another_table_or_another_row_counts_for_nothing(statement: str, file: Path) -> None:
    run(file, {KEYS[0]: ONE})
    changed(file, statement)
    for _ in range(2):
        run(file, {KEYS[0]: ONE, KEYS[1]: TWO})
    assert run(file, {KEYS[0]: ONE, KEYS[1]: TWO}) == []


def test_when_a_row_was_of_use_may_be_nonsense(file: Path) -> None:
    run(file, {KEYS[0]: ONE})
    changed(file, "UPDATE returns SET used = 'yesterday'")
    assert run(file, {KEYS[0]: ONE}) == []
    assert run(file, {KEYS[0]: ONE}) == []


LOCKING = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(f"BEGIN {sys.argv[2]}")
print("locked", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("how", ["EXCLUSIVE", "IMMEDIATE"])
def test_a_file_that_another_process_has_locked_is_waited_for_a_moment(how: str, file: Path) -> None:
    run(file, {KEYS[0]: ONE})
    command = [sys.executable, "-c", LOCKING, str(file), how]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "locked\n"
        begun = time.monotonic()
        run(file, dict.fromkeys(map(key_of, map(str, range(200))), ONE))
        assert time.monotonic() - begun < 3
        other.kill()
    assert run(file, {KEYS[0]: ONE}) == []


def test_two_at_once_both_keep_what_they_found(file: Path) -> None:
    run(file, {KEYS[0]: ONE})
    with Kept(file.parent) as one, Kept(file.parent) as other:
        assert [one.get(KEYS[0]), other.get(KEYS[0])] == [ONE, ONE]
        one.put(KEYS[1], TWO)
        other.put(KEYS[2], THREE)
    assert run(file, {KEYS[0]: ONE, KEYS[1]: TWO, KEYS[2]: THREE}) == []


@pytest.mark.parametrize("room", [0, 100, 5000, 40_000])
def test_where_the_disk_is_full_all_is_found_anew_and_nobody_is_told(room: int, file: Path) -> None:
    wanted = {key: KeptReturn(bytes([number]) * 9000) for number, key in enumerate(KEYS)}
    with disk_of(room):
        run(file, wanted)
    run(file, wanted)
    assert run(file, wanted) == []


def test_a_full_disk_takes_nothing_from_what_was_kept(file: Path) -> None:
    run(file, {KEYS[0]: KeptReturn(bytes(9000))})
    with disk_of(file.stat().st_size + 100):
        run(file, {KEYS[1]: KeptReturn(bytes(9000))})
    assert run(file, {KEYS[0]: KeptReturn(bytes(9000))}) == []


@contextmanager
def disk_of(room: int) -> Iterator[None]:
    """Let no file have more bytes than a number."""
    resource = pytest.importorskip("resource")
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)


KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE returns SET readings = zeroblob(100000), hash = NULL")
os._exit(1)
"""


def test_a_build_that_is_killed_while_it_writes_leaves_no_half_of_it(file: Path) -> None:
    run(file, {KEYS[0]: ONE})
    subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert file.with_name(f"{FILE}-journal").exists()
    assert run(file, {KEYS[0]: ONE}) == []


# It is the user's own, and what is there is written to nowhere else.


@not_on_windows
def test_nobody_else_can_read_it(file: Path) -> None:
    run(file, {KEYS[0]: ONE})
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def writable(path: Path) -> None:
    path.chmod(path.stat().st_mode | stat.S_IWOTH)


def writable_by_a_group(path: Path) -> None:
    path.chmod(path.stat().st_mode | stat.S_IWGRP)


def linked(path: Path) -> None:
    elsewhere = path.rename(path.with_name("elsewhere"))
    path.symlink_to(elsewhere)


@not_on_windows
@pytest.mark.parametrize("make", [writable, writable_by_a_group, linked])
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_somebody_else_may_have_written_is_neither_read_nor_written(
    what: str, make: Callable[[Path], None], file: Path
) -> None:
    run(file, {KEYS[0]: ONE})
    before = file.read_bytes()
    make(file if what == "file" else file.parent)
    assert run(file, {KEYS[0]: ONE}) == [KEYS[0]]
    assert file.read_bytes() == before


@not_on_windows
def test_what_somebody_else_owns_is_neither_read_nor_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(file, {KEYS[0]: ONE})
    before, user = file.read_bytes(), os.geteuid()
    monkeypatch.setattr("os.geteuid", lambda: user + 1)
    assert run(file, {KEYS[0]: ONE}) == [KEYS[0]]
    assert file.read_bytes() == before


@not_on_windows
@pytest.mark.parametrize("name", [FILE, f"{FILE}-journal"])
def test_what_is_no_plain_file_is_not_waited_for(name: str, file: Path) -> None:
    file.parent.mkdir(mode=0o700)
    os.mkfifo(file.with_name(name))
    assert run(file, {KEYS[0]: ONE}) == [KEYS[0]]
    assert run(file, {KEYS[0]: ONE}) == [KEYS[0]]


@pytest.mark.parametrize("is_there", ["folder", "above"])
def test_a_file_where_a_folder_should_be_stays_as_it_is(is_there: str, tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"somebody's own")
    folder = tmp_path / "cache" if is_there == "folder" else tmp_path / "cache" / "scorecard"
    assert run(folder / FILE, {KEYS[0]: ONE}) == [KEYS[0]]
    assert (tmp_path / "cache").read_bytes() == b"somebody's own"


def test_a_folder_where_the_file_should_be_stays_as_it_is(file: Path) -> None:
    file.mkdir(parents=True, mode=0o700)
    assert run(file, {KEYS[0]: ONE}) == [KEYS[0]]
    assert file.is_dir()


def test_without_sqlite_nothing_is_kept_from_run_to_run(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "generator.cache.table", None)
    assert run(file, {KEYS[0]: ONE}) == run(file, {KEYS[0]: ONE}) == [KEYS[0]]
