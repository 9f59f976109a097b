"""Patterns, and the clues without which they are not looked for."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.readers_eye import claims as words_against_figures
from generator.checks.readers_eye import dates as against_time
from generator.checks.readers_eye import figures_in_text, writing
from generator.checks.readers_eye import numbers as against_figures
from generator.checks.readers_eye import privacy as before_publishing
from generator.checks.readers_eye.phrases import Sought
from tests.checks.readers_eye.commentary import told

MODULES = (against_figures, against_time, before_publishing, figures_in_text, words_against_figures, writing)
EVERY_SOUGHT = {name: each for module in MODULES for name, each in vars(module).items() if isinstance(each, Sought)}
OTHERS = ("57", "8.5", "1,200", "3/4/18", "%", "£", "??", "xx", "-", "cases", "suitable", ".The", ",")


@pytest.mark.parametrize("name", EVERY_SOUGHT)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_no_match_is_passed_over_for_want_of_a_clue(name: str, data: st.DataObject) -> None:
    sought = EVERY_SOUGHT[name]
    words = st.sampled_from([*re.findall(r"[A-Za-z]{2,}", sought.pattern.pattern), *"aabs", *OTHERS])
    case: Any = data.draw(st.sampled_from([str, str.upper, str.title]))
    text = case(" ".join(data.draw(st.lists(words, max_size=12))))
    for letter in data.draw(st.sets(st.sampled_from("isk"))):
        text = text.replace(letter, {"i": "İ", "s": "ſ", "k": "\N{KELVIN SIGN}"}[letter])
    assert sought.may_be_in(text) or not sought.pattern.search(text)


def test_letters_that_only_look_small_do_not_stop_the_reading() -> None:
    assert "NUM03" in told("Of the ſıx children placed by ſeptember 2018 in March, three waited (56.3%).")
