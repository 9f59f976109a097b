"""What earlier builds made: it is there as it was written, or not at all, and the file holds little else."""

import os
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache.store import _END, _ROW, _SIGN, Kept, key_of

KEYS = [key_of(str(number)) for number in range(4)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "kept"


def run(file: Path, wanted: dict[bytes, bytes], *, tidy: bool = False) -> list[bytes]:
    """Ask for all that is wanted, as a build does; gives the keys of what had to be made."""
    made: list[bytes] = []
    with Kept(file.parent) as kept:
        for key, piece in wanted.items():
            if kept.get(key) is None:
                made.append(key)
                kept.put(key, piece)
            assert kept.get(key) == piece
        if tidy:
            kept.tidy()
    return made


def test_what_was_kept_is_there_again_and_what_is_added_later_stands_behind_it(file: Path) -> None:
    first, second, third, _ = KEYS
    assert run(file, {first: b"one", second: b""}) == [first, second]
    before = file.read_bytes()
    assert run(file, {first: b"one", third: b"three" * 1000}) == [third]
    assert file.read_bytes().startswith(before)
    assert run(file, {first: b"one", second: b"", third: b"three" * 1000}) == []


def test_a_run_that_adds_nothing_writes_nothing(file: Path) -> None:
    run(file, {KEYS[0]: b"one"})
    before = file.stat().st_mtime_ns
    run(file, {KEYS[0]: b"one"}, tidy=True)
    assert file.stat().st_mtime_ns == before
    assert sorted(each.name for each in file.parent.iterdir()) == [".gitignore", "kept"]


def test_what_nobody_asks_for_goes_when_it_is_more_than_half(file: Path) -> None:
    first, second, third, fourth = KEYS
    run(file, {first: b"1" * 5000, second: b"2" * 5000, third: b"3"})
    size = file.stat().st_size
    run(file, {first: b"1" * 5000, third: b"3"}, tidy=True)
    assert file.stat().st_size == size, "half is no reason to write all of it again"
    run(file, {third: b"3", fourth: b"4"}, tidy=True)
    assert file.stat().st_size < 1000
    assert run(file, {first: b"", second: b"", third: b"3", fourth: b"4"}) == [first, second]


def test_a_run_that_ended_early_lets_nothing_go(file: Path) -> None:
    run(file, {KEYS[0]: b"1" * 5000})
    run(file, {KEYS[1]: b"2"})
    assert run(file, {KEYS[0]: b"1" * 5000}) == []


@given(at=st.integers(0, 400), by=st.integers(1, 255))
def test_a_changed_byte_is_never_given(at: int, by: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("kept") / "kept"
    wanted = {key: bytes([number]) * 30 for number, key in enumerate(KEYS)}
    run(file, wanted)
    data = bytearray(file.read_bytes())
    data[at % len(data)] ^= by
    file.write_bytes(data)
    run(file, wanted)
    assert run(file, wanted) == []


def test_who_only_looks_writes_nothing(file: Path) -> None:
    with Kept(file.parent, adds=False) as kept:
        kept.put(KEYS[0], b"one")
    assert not file.parent.exists()
    run(file, {KEYS[0]: b"one"})
    before = file.read_bytes()
    with Kept(file.parent, adds=False) as kept:
        kept.put(KEYS[1], b"two")
        assert [kept.get(KEYS[0]), kept.get(KEYS[1])] == [b"one", None]
    assert file.read_bytes() == before


def test_two_at_once_never_give_what_was_not_kept(file: Path) -> None:
    run(file, {KEYS[0]: b"one"})
    with Kept(file.parent) as one, Kept(file.parent) as other:
        one.put(KEYS[1], b"two")
        other.put(KEYS[2], b"three")
    with Kept(file.parent) as kept:
        assert kept.get(KEYS[0]) == b"one"
        assert [kept.get(KEYS[1]), kept.get(KEYS[2])] in ([None, b"three"], [b"two", None])


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_is_written_to_where_a_link_leads(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"somebody's own")
    file.parent.mkdir()
    file.symlink_to(elsewhere)
    run(file, {KEYS[0]: b"one"})
    assert elsewhere.read_bytes() == b"somebody's own"
    assert run(file, {KEYS[0]: b"one"}) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("link", ["cache", "cache/0123456789abcdef"])
def test_nothing_is_cleared_away_where_a_link_leads(link: str, file: Path, tmp_path: Path) -> None:
    somebodys = tmp_path / "inputs" / "register.xlsx"
    somebodys.parent.mkdir()
    somebodys.write_bytes(b"somebody's own")
    os.utime(somebodys, (0, 0))
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(somebodys.parent)
    with Kept(file.parent) as kept:
        assert kept.once(KEYS[0], lambda: b"one") == b"one"
    assert list(somebodys.parent.iterdir()) == [somebodys]


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
def test_what_is_no_plain_file_is_not_waited_for(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    run(file, {KEYS[0]: b"one"})
    assert run(file, {KEYS[0]: b"one"}) == []


@pytest.mark.parametrize("room", [0, 100, 5000, 40_000])
def test_where_the_disk_is_full_all_is_made_and_nobody_is_told(room: int, file: Path) -> None:
    resource = pytest.importorskip("resource")
    wanted = {key: bytes([number]) * 9000 for number, key in enumerate(KEYS)}
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most[1]))
    try:
        with Kept(file.parent) as kept:
            for key, piece in wanted.items():
                assert kept.once(key, partial(bytes, piece)) == piece
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    run(file, wanted)
    assert run(file, wanted) == []


def test_a_full_disk_takes_nothing_from_what_was_kept(file: Path) -> None:
    resource = pytest.importorskip("resource")
    run(file, {KEYS[0]: b"1" * 9000})
    before, most = file.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, most[1]))
    try:
        with Kept(file.parent) as kept:
            kept.put(KEYS[1], b"2" * 9000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert file.read_bytes() == before


@pytest.mark.parametrize("place", [(0, 2**64 - 1), (2**64 - 1, 10), (0, 2**45), (2**62, 2**62)])
def test_a_list_that_leads_out_of_its_file_is_not_followed(place: tuple[int, int], file: Path) -> None:
    file.parent.mkdir()
    listed = _ROW.pack(KEYS[0], *place, b"")
    file.write_bytes(listed + _END.pack(len(listed), sha256(listed).digest(), _SIGN))
    assert run(file, {KEYS[0]: b"one"}) == [KEYS[0]]


def test_what_an_older_version_or_a_killed_build_left_is_cleared_away(file: Path) -> None:
    (file.parent / "0123456789abcdef").mkdir(parents=True)
    (file.parent / "0123456789abcdef" / "f00d").write_bytes(b"")
    left, new = file.with_suffix(".1"), file.with_suffix(".2")
    for each in (left, new):
        each.write_bytes(b"")
    for each in (left, file.parent / "0123456789abcdef" / "f00d"):
        os.utime(each, (0, 0))
    run(file, {KEYS[0]: b"one"})
    assert sorted(each.name for each in file.parent.iterdir() if each.is_file()) == ["kept", "kept.2"]
