"""Marks go round words, and come apart from them again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.review_copy.marks import IN_BYTES, MARK, MOST_SPOTS, marked, pieces_of, spot_of
from generator.model.characters import printable

_RANGES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, MOST_SPOTS - 1)), max_size=5)


@settings(max_examples=60)
@given(_RANGES)
def test_every_range_has_its_words_between_its_marks(ranges: list[tuple[int, int, int]]) -> None:
    ranges = list({spot: (begins, ends, spot) for begins, ends, spot in ranges if begins < ends}.values())
    text, around = "ten words.", dict[int, str]()
    under_way = dict[int, str]()
    for piece in pieces_of(marked(text, ranges)):
        if not MARK.match(piece):
            under_way = {spot: words + piece for spot, words in under_way.items()}
            continue
        spot, opens = spot_of(piece)
        if opens:
            under_way[spot] = ""
        else:
            around[spot] = under_way.pop(spot)
    assert around == {spot: text[begins:ends] for begins, ends, spot in ranges}


def test_templates_carry_marks_and_bytes_lose_them() -> None:
    text = marked("late", [(0, 4, MOST_SPOTS - 1), (1, 2, 0)])
    assert printable(text) == text != "late"
    assert IN_BYTES.sub(b"", text.encode()) == b"late"


def test_what_is_empty_or_comes_too_late_has_no_marks() -> None:
    assert marked("late", [(2, 2, 1), (0, 4, MOST_SPOTS)]) == "late"
