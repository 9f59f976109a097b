"""What neither Word nor a web page may hold is taken out, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.model.characters import as_seen, printable


@given(st.text(st.characters()))
def test_printable_text_stays_as_it_is(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    once.encode()
    assert all(character in "\t\n" or character.isprintable() or ord(character) > 0x9F for character in once)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\x0btwo\x0cthree\r\nfour\rfive\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("nul\x00l, bell\x07, \ufffe\uffff\ufdd0\x9f\x7f", "null, bell, "),
        ("half a pair \ud83d", "half a pair \ufffd"),
        (
            "tab\t, line\n, no-break\xa0, joiner\u200d, 😀, \ufffd",
            "tab\t, line\n, no-break\xa0, joiner\u200d, 😀, \ufffd",
        ),
    ],
)
def test_forbidden_characters(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text(st.characters()))
def test_printable_text_can_stand_in_xml(text: str) -> None:
    element = etree.Element("t")
    element.text = printable(text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == printable(text)


@pytest.mark.parametrize("code", [0x0, 0xB, 0x1F, 0x7F, 0x9F, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0x10FFFF])
def test_the_edges_of_what_is_forbidden(code: int) -> None:
    assert printable(chr(code)) != chr(code)


@pytest.mark.parametrize(
    "code", [0x9, 0xA, 0x20, 0x7E, 0xA0, 0xD7FF, 0xE000, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x10FFFD]
)
def test_the_edges_of_what_is_allowed(code: int) -> None:
    assert printable(chr(code)) == chr(code)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("[\u200b[secret]\u00ad]", "[[secret]]"),
        ("[\u200d[secret]\u2060]", "[[secret]]"),
        ("Jane\u00ad Do\ufeffe", "Jane Doe"),
        ("rose to \u202e21\u202c%", "rose to 21%"),
        ("Ty\u200e \u2067Gwyn\u2069", "Ty Gwyn"),
        ("\uf0b7 one", "• one"),
        ("👨\u200d👩\u200d👧, ✔\ufe0f and می\u200cروم", "👨\u200d👩\u200d👧, ✔\ufe0f and می\u200cروم"),
        ("caffè, £5 – “so”\xa0\n\t", "caffè, £5 – “so”\xa0\n\t"),
    ],
)
def test_what_shows_nothing_is_left_out(typed: str, seen: str) -> None:
    assert as_seen(typed) == seen
