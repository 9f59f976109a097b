"""Workbooks broken at random are read as what they hold, or are told of; nothing else comes of them."""

import pytest

from tests.fuzz import Base, bases, check, mutant
from tests.xlsx.archives import packed

FOUND_SOMETHING = (790, 833, 1104, 1319, 1323, 12136, 15155)
"""Seeds that once found something: cells that are there twice, a value with another element inside, and a
text in a cell that is to hold a number, and a row inside a cell."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Base, ...]:
    return bases(tmp_path_factory.mktemp("fuzz"))


def test_unbroken_workbooks_are_read(corpus: tuple[Base, ...]) -> None:
    assert [check(packed(base.parts), base) for base in corpus] == ["read"] * len(corpus)


@pytest.mark.parametrize("seeds", [range(at, at + 50) for at in range(0, 300, 50)], ids=str)
def test_what_must_hold_of_any_broken_workbook(corpus: tuple[Base, ...], seeds: range) -> None:
    outcomes = [check(mutant(corpus[seed % len(corpus)], seed), corpus[seed % len(corpus)]) for seed in seeds]
    assert {"read", "damaged"} <= set(outcomes), "both come of it, so that both are looked at"


@pytest.mark.parametrize("seed", FOUND_SOMETHING)
def test_what_once_found_something_finds_nothing(corpus: tuple[Base, ...], seed: int) -> None:
    base = corpus[seed % len(corpus)]
    assert check(mutant(base, seed), base)
