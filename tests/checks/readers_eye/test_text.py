"""A text cut into sentences."""

import pytest

from generator.checks.readers_eye.text import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See e.g. Derby. Then go.", ["See e.g. Derby.", "Then go."]),
        ("Mr. Smith came at 3.5 p.m. today.", ["Mr. Smith came at 3.5 p.m. today."]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected
