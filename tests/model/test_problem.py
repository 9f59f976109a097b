import re
from string import Formatter

import pytest

from generator.model.messages.catalogue import CATALOGUE
from generator.model.problem import Place, nearest, problem
from tools import problems_page


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_problem_is_worded_in_whole_sentences(code: str) -> None:
    wording = CATALOGUE[code]
    names = {name for text in wording[1:] for _, name, _, _ in Formatter().parse(text) if name}
    facts = {name: {"suggestion": "", "fault": "It is wrong."}.get(name, "X 1") for name in names}
    told = problem(code, Place("file.xlsx", "Sheet", "A1"), **facts)
    assert re.fullmatch(r"[A-Z]+\d\d", code)
    assert told.message[0] == "“" or told.message[0].isupper()
    assert told.message[-1] in ".?”"
    assert told.remedy


def test_the_page_of_problems_is_the_catalogues() -> None:
    assert problems_page.PAGE.read_text(encoding="utf-8") == problems_page.page()
    assert all(f"### {code}\n" in problems_page.page() for code in CATALOGUE)


def test_the_nearest_word_is_suggested_or_none() -> None:
    assert nearest("CM PM42", ["CM PM24", "L&D PM07b"]) == " Did you mean “CM PM24”?"
    assert nearest("xyz", ["CM PM24"]) == ""


def test_a_place_reads_as_a_person_says_it() -> None:
    assert str(Place("a.xlsx", "Return", "C5")) == "a.xlsx, Return, C5"
    assert str(Place("scorecard.toml").at("line 3")) == "scorecard.toml, line 3"
