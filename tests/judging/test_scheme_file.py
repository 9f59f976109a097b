"""The scheme language: what a performance officer may write, what it means, and what is told when it is wrong."""

import pytest

from generator.judging.scheme_file import read_amount
from tests.judging.schemes import check_fault


@pytest.mark.parametrize("text", ["", "five", "-5%", "5% of it", "lower of 5% and 3%", "lower of 5%"])
def test_what_is_not_an_amount(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('margin = "2%"', 'margin = "two"', 11, "“two” is not an amount"),
        ('"> margin"', '"> margn"', 17, "“margn” is not under [amounts]. Did you mean “margin”?"),
        ('">= 0%"', '"about 0%"', 26, "“about 0%” cannot be understood"),
        ('deviation = ">= 0%"', 'deviatoin = ">= 0%"', 26, "no condition “deviatoin”. Did you mean “deviation”?"),
        ('deviation = ">= 0%"', 'result = "better than flor"', 26, "Did you mean “better than floor”?"),
        ('deviation = ">= 0%"', 'direction = ["Improvin"]', 26, "Did you mean “Improving”?"),
        ('deviation = ">= 0%"', 'forecast = ["Gren"]', 26, "Did you mean “Green”?"),
        ('deviation = ">= 0%"', 'kind = ["numbre"]', 26, "Did you mean “number”?"),
        ('deviation = ">= 0%"', 'milestone = "Done"', 26, "a list of texts"),
        ('fill = "#44A377"', 'fill = "green"', 29, "“fill” cannot be used: it must be a # and six digits"),
        ('shape = "diamond"', 'shape = "diamnd"', 37, "Did you mean “diamond”?"),
        ('meaning = "Met"', 'meening = "Met"', 25, "Did you mean “meaning”?"),
        ("exception = true", 'exception = "yes"', 36, "“exception” cannot be used: it must be true or false"),
        ("[amounts]", "[amounts", 10, "cannot be read"),
        ('{ deviation = ">= 0%" }', '{ milestone = ["Done"] }', 26, "“Done” is not a milestone"),
    ],
)
def test_a_faulty_scheme_says_what_is_wrong_and_where(old: str, new: str, line: int, words: str) -> None:
    check_fault(old, new, line, words)
