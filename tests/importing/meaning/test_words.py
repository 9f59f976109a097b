"""What the words of a list mean, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.meaning import words
from generator.reading.register.column_words import FREQUENCIES, POLARITIES


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Higher = better", "higher"),
        ("Aim to Maximise", "higher"),
        ("H", "higher"),
        ("Bigger is Better", "higher"),
        ("Good is High", "higher"),
        ("↑", "higher"),
        ("Increase is good.", "higher"),
        ("low is bad", "higher"),
        ("Aim to Minimise", "lower"),
        ("L (lower is better)", "lower"),
        ("Reduce", "lower"),
        ("Down", "lower"),
        ("n/a", "none"),
        ("Not applicable", "none"),
        ("Monitor only", "none"),
        ("range", "range"),
    ],
)
def test_a_polarity_is_understood(text: str, means: str) -> None:
    assert words.polarity(text) == words.Meaning(means)


@pytest.mark.parametrize(("text", "means"), [("Hgiher is better", "higher"), ("Aim to minimse", "lower")])
def test_a_polarity_with_a_slip_is_a_guess(text: str, means: str) -> None:
    assert words.polarity(text) == words.Meaning(means, sure=False)


@pytest.mark.parametrize(
    "text", ["", "Plan is best", "High or low", "Improving", "stable", "-", "Amber", "7", "a " * 50]
)
def test_what_is_no_polarity(text: str) -> None:
    assert words.polarity(text) is None


@pytest.mark.parametrize(
    ("text", "often", "quarters"),
    [
        ("Qtrly", "quarterly", ()),
        ("Quarterly (cumulative)", "quarterly", ()),
        ("Annual (Q2)", "yearly", (2,)),
        ("Annual - Q4", "yearly", (4,)),
        ("Half yearly", "half-yearly", ()),
        ("Every month", "monthly", ()),
        ("A", "yearly", ()),
        ("Termly", "termly", ()),
    ],
)
def test_a_frequency_is_understood(text: str, often: str, quarters: tuple[int, ...]) -> None:
    found = words.frequency(text)
    assert found
    assert (found.word, found.sure, found.whole) == (often, True, "(c" not in text)
    assert words.quarters(text) == quarters


@pytest.mark.parametrize("text", ["", "Biennial", "weekly", "when asked", "95%"])
def test_what_is_no_frequency_that_a_year_has(text: str) -> None:
    assert words.frequency(text) is None


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Cum.", "cumulative"),
        ("YTD", "cumulative"),
        ("Non-cumulative", "discrete quarter"),
        ("Rolling 12m", "rolling year"),
        ("Snapshot (as at quarter end)", "snapshot"),
        ("point in time", "snapshot"),
    ],
)
def test_a_basis_is_understood(text: str, means: str) -> None:
    found = words.basis(text)
    assert found
    assert (found.word, found.whole) == (means, len(text.split()) <= 3)


@pytest.mark.parametrize(
    ("text", "means"),
    [("Percentage", "%"), ("No.", "number"), ("Working days", "days"), ("£'000", "£k"), ("GBP", "£"), ("Hrs", "hours")],
)
def test_a_unit_is_understood(text: str, means: str) -> None:
    assert words.unit(text) == words.Meaning(means)


@pytest.mark.parametrize(
    ("text", "means"),
    [("95%", "%"), ("£2.1m", "£m"), ("£400k", "£k"), ("£12", "£"), ("< 3 days", "days"), ("28", ""), ("1 in 10", "")],
)
def test_the_unit_that_is_typed_with_a_figure(text: str, means: str) -> None:
    assert words.unit_in_figure(text) == means


@given(st.text(max_size=40))
def test_any_text_has_a_meaning_or_none(text: str) -> None:
    polarity, frequency = words.polarity(text), words.frequency(text)
    assert polarity is None or polarity.word in set(POLARITIES.values())
    assert frequency is None or frequency.word in {*FREQUENCIES.values(), "quarterly"}
    for read in (words.basis, words.unit, words.kind):
        found = read(text)
        assert found is None or found.word
