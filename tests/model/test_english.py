"""English in words: each filter of the narratives, by tables."""

from datetime import date

import pytest

from generator.model.english import (
    capital,
    day,
    ended,
    in_plural,
    in_words,
    listed,
    ordinal_in_words,
    out_of,
    plural,
    possessive,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        *((0, "zero"), (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven")),
        *((8, "eight"), (9, "nine"), (10, "ten"), (11, "eleven"), (12, "twelve"), (13, "thirteen"), (14, "fourteen")),
        *((15, "fifteen"), (16, "sixteen"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"), (20, "twenty")),
        *((21, "21"), (100, "100"), (1000, "1,000"), (1234567, "1,234,567"), (-1, "-1")),
    ],
)
def test_numbers(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        *((1, "first"), (2, "second"), (3, "third"), (12, "twelfth"), (20, "twentieth"), (21, "21st"), (22, "22nd")),
        *((23, "23rd"), (24, "24th"), (100, "100th"), (101, "101st"), (111, "111th"), (1013, "1,013th")),
    ],
)
def test_places_in_a_row(number: int, words: str) -> None:
    assert ordinal_in_words(number) == words


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("seven", "Seven"),
        ("", ""),
        ("RTW interviews", "RTW interviews"),
        ("iPads lent", "IPads lent"),
        ("  one", "One"),
        ("élan", "Élan"),
        ("25 measures", "25 measures"),
    ],
)
def test_the_start_of_a_sentence(text: str, begun: str) -> None:
    assert capital(text) == begun


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        (0, ("measure",), "measures"),
        (1, ("measure",), "measure"),
        (2, ("measure",), "measures"),
        (1, ("is", "are"), "is"),
        (0, ("is", "are"), "are"),
        (2, ("child", "children"), "children"),
    ],
)
def test_plurals(number: int, words: tuple[str, ...], expected: str) -> None:
    assert plural(number, *words) == expected


@pytest.mark.parametrize(
    ("number", "total", "expected"),
    [
        (0, 5, "none of the five"),
        (1, 5, "one of the five"),
        (4, 5, "four of the five"),
        (5, 5, "all five"),
        (30, 31, "30 of the 31"),
        (0, 2, "neither of the two"),
        (1, 2, "one of the two"),
        (2, 2, "both"),
        (0, 1, "the one"),
        (1, 1, "the one"),
    ],
)
def test_parts_of_all(number: int, total: int, expected: str) -> None:
    assert out_of(number, total) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        ("", ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (("a", "b", "c"), "a, b and c"),
        ("one\n\n  two \nthree\n", "one, two and three"),
        (["a", "", " "], "a"),
        (["Communities & Place", "People"], "Communities & Place and People"),
        (["Health, Housing and Care", "Place"], "Health, Housing and Care; and Place"),
        (["Place", "Health, Housing and Care", "People"], "Place; Health, Housing and Care; and People"),
    ],
)
def test_lists(items: str | list[str], expected: str) -> None:
    assert listed(items) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Place", "Place's"),
        ("Corporate Resources", "Corporate Resources'"),
        ("HRS", "HRS'"),
        ("Adults (North)", "Adults (North)'s"),
        ("", ""),
    ],
)
def test_possessives(name: str, expected: str) -> None:
    assert possessive(name) == expected


@pytest.mark.parametrize(
    ("one", "several"),
    [
        *(("day", "days"), ("body", "bodies"), ("coach", "coaches"), ("boss", "bosses"), ("box", "boxes")),
        *(("child", "children"), ("grandchild", "grandchildren"), ("postman", "postmen"), ("person", "people")),
    ],
)
def test_plurals_of_words(one: str, several: str) -> None:
    assert in_plural(one) == several


def test_days() -> None:
    assert day(date(2018, 12, 4)) == "4 December 2018"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: in_words("7"), "“7” is not a whole number."),  # type: ignore[arg-type]
        (lambda: in_words(True), "“True” is not a whole number."),
        (lambda: plural(1.5, "day"), "“1.5” is not a whole number."),  # type: ignore[arg-type]
        (lambda: capital(7), "“7” is not text."),  # type: ignore[arg-type]
        (lambda: possessive(None), "“None” is not text."),  # type: ignore[arg-type]
        (lambda: listed([1, 2]), "“1” is not text."),  # type: ignore[list-item]
        (lambda: day("4 December"), "“4 December” is not a day."),  # type: ignore[arg-type]
    ],
)
def test_what_they_are_not_for_is_refused(call: object, said: str) -> None:
    assert callable(call)
    with pytest.raises(TypeError, match=said):
        call()


@pytest.mark.parametrize("text", ["We wait.", "Why?", "It said “wait.”", "(See below.)", "More …"])
def test_a_sentence_has_its_stop_once(text: str) -> None:
    assert ended(text) == text
    assert ended("Not yet opened") == "Not yet opened."
    assert ended("We wait (for audit)") == "We wait (for audit)."
