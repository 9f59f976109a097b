"""Whatever characters a text has, and however long it is, what may be printed of it is found."""

import sys
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.characters import harmless_line, printable

LENGTHS = (1, 999, 1000, 1001, 32_767, 33_000)


def one_of_each_category() -> Iterator[tuple[str, str]]:
    """The first and the last character of every category, and what no table of characters has yet."""
    found: dict[str, list[str]] = {}
    for each in map(chr, range(sys.maxunicode + 1)):
        known = found.setdefault(unicodedata.category(each), [each])
        known[1:] = [each]
    yield from sorted((category, each) for category, known in found.items() for each in known)


EVERY_CATEGORY = tuple(one_of_each_category())


@pytest.mark.parametrize(("category", "each"), EVERY_CATEGORY, ids=ascii)
def test_a_character_of_any_category_in_a_text_of_any_length(category: str, each: str) -> None:
    shown = printable(each)
    for length in LENGTHS:
        assert printable(each * length) == shown * length, category
        assert printable("a" * length + each) == "a" * length + shown, category
        assert printable(f"{each}\n{'b' * length}") == f"{shown}\n{'b' * length}", category
        assert len(harmless_line(each * length)) == length


@given(st.lists(st.text() | st.sampled_from(["a" * 1000, "\xa0" * 1000, "\t", "\n", "\r", "\r\n"])).map("".join))
def test_a_long_text_is_as_its_characters_are(text: str) -> None:
    found = printable(text)
    assert found == "".join(map(printable, text.replace("\r\n", "\n")))
    assert printable(found) == found
