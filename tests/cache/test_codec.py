"""Values become plain data and come back as they were; what is not plain data does not come back at all."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache.codec import UNSOUND, Codec


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Thing:
    colour: Colour
    parts: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    name: str


CODEC = Codec(Thing)

texts = st.text(st.characters(codec=None), max_size=20)
plain = st.one_of(st.none(), st.booleans(), st.integers(-(10**9), 10**9), texts)
values = st.recursive(
    st.one_of(
        plain,
        st.decimals(allow_nan=False),
        st.dates(),
        st.frozensets(st.text(max_size=5)),
        st.dictionaries(st.text(max_size=5), plain).map(MappingProxyType),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(tuple),
        st.builds(Thing, st.sampled_from(Colour), st.lists(inner, max_size=3).map(tuple)),
    ),
)


@given(values)
def test_what_is_written_is_read_back(value: object) -> None:
    found = CODEC.from_data(CODEC.as_data(value))
    assert found == value
    assert CODEC.as_data(found) == CODEC.as_data(value)


def test_a_figure_keeps_its_decimals_and_a_field_its_enumeration() -> None:
    found = CODEC.from_data(CODEC.as_data(Thing(Colour.RED, (Decimal("1.50"), date(2024, 2, 29)))))
    assert repr(found) == repr(Thing(Colour.RED, (Decimal("1.50"), date(2024, 2, 29))))


def test_a_value_of_another_class_is_not_written() -> None:
    with pytest.raises(KeyError):
        CODEC.as_data(Other("x"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[" * 9999,
        b"{}",
        b'{"kind": "Other", "parts": ["x"]}',
        b'{"kind": "eval", "parts": ["1"]}',
        b'{"kind": "__import__", "parts": ["os"]}',
        b'{"kind": ["Thing"], "parts": []}',
        b'{"kind": "Thing", "parts": ["red"]}',
        b'{"kind": "Thing", "parts": ["green", []]}',
        b'{"kind": "Thing", "parts": 5}',
        b'{"kind": "Decimal", "parts": ["one"]}',
        b'{"kind": "date", "parts": [20240229]}',
        b'{"kind": "mappingproxy", "parts": ["[]"]}',
    ],
)
def test_nothing_else_is_read(data: bytes) -> None:
    with pytest.raises(UNSOUND):
        CODEC.from_data(data)


@given(st.recursive(plain, lambda inner: st.dictionaries(st.sampled_from(["kind", "parts", "x"]), inner)))
def test_whatever_is_read_is_a_known_value_or_a_known_error(value: object) -> None:
    try:
        CODEC.from_data(json.dumps(value).encode())
    except UNSOUND:
        return
