"""A text as it is read: cut into sentences, its figures found, and patterns tried only where they may match."""

import re
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.readers_eye.text.clues import CLUES_FILE
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import LONGEST_PIECE, sentences
from generator.checks.readers_eye.text.subject import shared, stems
from tests.checks.readers_eye.commentary import told
from tools.readers_eye_clues import every_sought, lines_of_clues, needed_by


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("56.3% and 1,200 and £5.20", [("56.3", 1, "%"), ("1200", 0, ""), ("5.20", 2, "£")]),
        ("3 FTE days, 2 percentage points", [("3", 0, "day"), ("2", 0, "points")]),
        ("£588k, 1.87m and £2.5 million", [("588000", 0, "£"), ("1870000.00", 0, ""), ("2500000.0", 0, "£")]),
        ("131 kg, 40 seconds, 5 mins", [("131", 0, "kg"), ("40", 0, "second"), ("5", 0, "minute")]),
        ("2018/19, CM PM24, 85-90%, 01.04.18", []),
    ],
)
def test_figures(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = [(str(each.value), each.decimals, each.unit) for each in figures_in(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The target of 65% was missed.", [Role.TARGET]),
        ("This is the 65% target for the year.", [Role.TARGET]),
        ("It fell by 3% to 56%.", [Role.CHANGE, Role.END]),
        ("It fell from 61% to 56%.", [Role.START, Role.END]),
        ("There were 25 fewer than the 147 of last year.", [Role.CHANGE, Role.EARLIER]),
        ("We forecast 62% for the year end.", [Role.FORECAST]),
        ("At 56% we are 9 days over target.", [Role.END, Role.CHANGE]),
        ("In Derby 56% is usual.", [Role.UNSAID]),
    ],
)
def test_the_part_that_a_figure_plays(text: str, expected: list[Role]) -> None:
    assert [role_of(text, each) for each in figures_in(text)] == expected


def test_what_a_sentence_is_about() -> None:
    title = stems("Days to process a new claim")
    assert shared("Claims took 27 days.", title) == 2
    assert shared("Two posts were vacant.", title) == 0


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bby the end\b", [{"by_the"}]),
        (r"\b(?:may|might|expect\w*)\b", [{"may", "might", "expe"}]),
        (r"\b(?:last|next) years?\b", [{"last_year", "last_years", "next_year", "next_years"}]),
        (r"\btwo \w+ of them\b", [{"of_them"}, {"two"}]),
        (r"\d+%", [{"%"}, {"0"}]),
        (r"[a-z]+", []),
        (r"\b\w+ing\b|\bat\b", []),
    ],
)
def test_what_a_pattern_needs_is_worked_out_from_it(pattern: str, needed: list[set[str]]) -> None:
    assert needed_by(pattern) == needed


def test_the_clues_are_those_of_the_patterns() -> None:
    """Otherwise: python -m tools.readers_eye_clues."""
    assert set(lines_of_clues()) <= set(CLUES_FILE.read_text(encoding="utf-8").splitlines())


EVERY_SOUGHT = every_sought()
OTHERS = ("57", "8.5", "1,200", "3/4/18", "%", "£", "??", "xx", "-", "cases", "suitable", ".The", ",", "“", "’s")


@pytest.mark.parametrize("name", EVERY_SOUGHT)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_no_match_is_passed_over(name: str, data: st.DataObject) -> None:
    sought = EVERY_SOUGHT[name]
    written = [each for each in re.findall(r"[A-Za-z]{2,}", sought.written) if f"<{each}>" not in sought.written]
    words = st.sampled_from([*written, *"aabs", *OTHERS])
    case: Any = data.draw(st.sampled_from([str, str.upper, str.title]))
    text = case(data.draw(st.sampled_from([" ", " ", "-"])).join(data.draw(st.lists(words, max_size=12))))
    for letter in data.draw(st.sets(st.sampled_from("isk"))):
        text = text.replace(letter, {"i": "İ", "s": "ſ", "k": "\N{KELVIN SIGN}"}[letter])
    assert sought.may_be_in(text) or not sought.search_part(text)


NASTY = (
    "WE SEE BIDS FROM TENDERS OF LAND ",
    "Our Bid Of The Firm And Of ",
    "One of the two children who was in a home in May and was ",
    "the team will be in the two of the ",
    "on 1 May to 2 June ",
    "a-b ",
    *("A", "A. ", "A.B. ", "1", "1 ", "1.1.", "5% ", "5 of 6 ", "from 5 to 6 ", "of of of ", "of the "),
    *("(", "(a ", ") ", "[", "a, ", "; ", "'", "’s ", "-", "\n", "a\n", "“", "?? ", "a@", "£", "Q1 ", "January to "),
)


@pytest.mark.parametrize("text", NASTY)
def test_no_pattern_takes_long_on_a_nasty_sentence(text: str) -> None:
    """As long as any that is looked at in one piece: one that tries all ways to cut it would not end."""
    sentence = (text * LONGEST_PIECE)[:LONGEST_PIECE]
    began = process_time()
    for each in EVERY_SOUGHT.values():
        list(each.finditer_part(sentence))
    assert process_time() - began < 10


def test_letters_that_only_look_small_do_not_stop_the_reading() -> None:
    assert "NUM03" in told("Of the ſıx children placed by ſeptember 2018 in March, three waited (56.3%).")


@pytest.mark.parametrize("text", ["“Of the six placed in time, three waited.”", "WE PLACED 10 OF 19 IN TIME (56%)."])
def test_neither_quotation_marks_nor_capitals_hide_a_fraction(text: str) -> None:
    assert "NUM03" in told(text)
