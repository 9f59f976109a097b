"""The scheme language: what a performance officer may write, what it means, and what is told when it is wrong."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.judging.conditions import Unjudged
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_amount, read_scheme
from generator.judging.scheme_in_words import rule_of, rules_of
from generator.judging.status import Rating
from generator.model.figures import Amount
from generator.model.measure import Measure
from generator.model.problem import Unusable
from tests.judging.schemes import DERBY, check_fault
from tests.judging.test_status import measure, verdict


@pytest.mark.parametrize(
    "text",
    ["", "five", "-5%", "5% of it", "lower of 5% and 3%", "lower of 5%", "£", "£3 days", "0.1m", "3 pionts", "£-5"],
)
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
        ('fill = "#44A377"\nink = "#0B0C0C"', 'fill = "#44A377"\nink = "#FFFFFF"', 30, "its contrast is 3.11 to 1"),
        ('fill = "#FFFFFF"', 'fill = "#777777"', 54, "the word could not be read on its fill #777777"),
        ('margin = "2%"', 'margin = "register"', 11, "“register” is not an amount"),
    ],
)
def test_a_faulty_scheme_says_what_is_wrong_and_where(old: str, new: str, line: int, words: str) -> None:
    check_fault(old, new, line, words)


@pytest.mark.parametrize(
    ("fill", "ink", "is_readable"),
    [
        ("#FFFFFF", "#767676", True),
        ("#FFFFFF", "#777777", False),
        ("#777777", "#FFFFFF", False),
        ("#FFC926", "#0B0C0C", True),
        ("#FFC926", "#FFC926", False),
        ("#1D70B8", "#FFFFFF", True),
        ("#00703C", "#0B0C0C", False),
    ],
)
def test_a_word_must_be_readable_on_its_block(fill: str, ink: str, is_readable: bool) -> None:
    """By WCAG 2.2, 1.4.3: 4.5 to 1. What is said to be right instead is."""

    def scheme(colour: str) -> Scheme:
        colours = f'fill = "{fill}"\nink = "{colour}"'
        return read_scheme(DERBY.replace('fill = "#44A377"\nink = "#0B0C0C"', colours), "derby.toml")

    if is_readable:
        assert scheme(ink).statuses[1].ink == ink
        return
    with pytest.raises(Unusable) as caught:
        scheme(ink)
    (told,) = caught.value.problems
    assert told.place.cell == "line 30"
    right = told.remedy.partition('"')[2][:7]
    assert scheme(right).statuses[1].ink == right


FROM_REGISTER = read_scheme(DERBY.replace('tolerance = "5%"', 'tolerance = "register"'), "derby.toml")


def test_a_tolerance_may_be_left_to_the_register_and_says_so() -> None:
    amber, red = FROM_REGISTER.statuses[2:]
    assert FROM_REGISTER.needs_tolerance
    assert rule_of(FROM_REGISTER, amber) == "worse than target by up to and including the measure's own tolerance"
    assert rule_of(FROM_REGISTER, red) == "worse than target by more than the measure's own tolerance"
    own = Measure(code="X", title="X", groups=("P",), tolerance=Amount(percent=Fraction(3)))
    assert rules_of(FROM_REGISTER, own)["Amber"] == "worse than target by up to and including 3%"


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ("103", "Blue"),
        ("100", "Green"),
        ("99", Unjudged.NO_TOLERANCE),
        ("10", Unjudged.NO_TOLERANCE),
    ],
)
def test_without_one_nothing_is_judged_by_a_tolerance_that_nobody_gave(actual: str, expected: str | Unjudged) -> None:
    found = verdict(Decimal(100), Decimal(actual), measure(), FROM_REGISTER).worked_out
    assert (found.status.name if isinstance(found, Rating) else found) == expected
