"""The scheme language: what a performance officer may write, what it means, and what is told when it is wrong."""

from decimal import Decimal

import pytest

from generator.judging.scheme_file import read_amount, read_scheme
from generator.judging.scheme_in_words import rule_of
from generator.judging.status import Circumstances, judge
from generator.model.figures import Span
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Half
from generator.model.problem import Unusable
from generator.project.folder import BUNDLED_TEMPLATES

DERBY = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")


def test_derby_says_what_its_statuses_mean_and_what_earns_them() -> None:
    scheme = read_scheme(DERBY, "derby.toml")
    assert [(each.name, each.meaning, rule_of(scheme, each), each.exception) for each in scheme.all_statuses] == [
        ("Blue", "Exceeding", "better than target by more than 2%", False),
        ("Green", "Met", "on target, or better by up to and including 2%", False),
        ("Amber", "Just missed", "worse than target by up to and including 5%", True),
        ("Red", "Missed", "worse than target by more than 5%", True),
        ("N/A", "No status can be given", "no status can be worked out", False),
    ]


def test_its_margin_is_a_setting() -> None:
    scheme = read_scheme(DERBY.replace('margin = "2%"', 'margin = "2.5%"'), "derby.toml")
    assert rule_of(scheme, scheme.statuses[0]) == "better than target by more than 2.5%"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5%", "5%"),
        ("2.5 %", "2.5%"),
        ("3 points", "3"),
        ("£100,000", "100,000"),
        ("0", "0"),
        ("lower of 5% and £100,000", "5% or 100,000 (whichever is lower)"),
        ("lower of 0% and £100,000", "0% or 100,000 (whichever is lower)"),
        ("lower of 3 points and 0.5%", "0.5% or 3 (whichever is lower)"),
    ],
)
def test_amounts_are_percentages_or_in_the_unit(text: str, words: str) -> None:
    amount = read_amount(text)
    assert amount
    assert amount.in_words == words


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
        # Whether it is sound
        ('name = "Red"', 'name = "amber"', 41, "two statuses called “amber”"),
        ('when = { deviation = "> margin" }', 'when = { deviation = ["> 5%", "< 0%"] }', 14, "contradict each other"),
        ('"> margin"', '">= -10%"', 23, "“Green” can never be reached: “Blue” before it"),
        (
            'name = "Red"',
            'name = "Red"\nwhen = { deviation = "< -8%" }',
            41,
            "a gap: no status covers a figure 8% worse",
        ),
        (
            'name = "Red"',
            'name = "Red"\nwhen = { deviation = "<= -5%" }',
            41,
            "“Red” and “Amber” overlap: both cover a figure 5%",
        ),
        ('when = { deviation = ">= 0%" }', 'when = { deviation = "< -5%" }', 32, "it is for better figures"),
    ],
)
def test_a_faulty_scheme_says_what_is_wrong_and_where(old: str, new: str, line: int, words: str) -> None:
    assert old in DERBY
    with pytest.raises(Unusable) as caught:
        read_scheme(DERBY.replace(old, new, 1), "derby.toml")
    problems = caught.value.problems
    told = [(each.place.cell, each.message) for each in problems if words in each.message]
    assert told, [(each.place.cell, each.message) for each in problems]
    assert told[0][0] == f"line {line}"
    assert all(each.remedy and each.place.file == "derby.toml" for each in problems)


RANGE = """\
name = "Band"

[[status]]
name = "Within"
meaning = "Within the expected range"
when = { result = ["at or better than lower", "at or better than upper"] }
fill = "#44A377"
ink = "#0B0C0C"

[[status]]
name = "High"
meaning = "Above the expected range"
when = { result = "worse than upper" }
fill = "#FFC926"
ink = "#0B0C0C"

[[status]]
name = "Low"
meaning = "Below the expected range"
when = { result = "worse than lower" }
fill = "#AA1111"
ink = "#FFFFFF"

[unrated]
name = "N/A"
meaning = "No status"
fill = "#FFFFFF"
ink = "#0B0C0C"
"""


@pytest.mark.parametrize(
    ("actual", "expected"), [("39.9", "Low"), ("40", "Within"), ("50", "Within"), ("60", "Within"), ("60.1", "High")]
)
def test_a_scheme_may_tell_the_ends_of_a_range_apart(actual: str, expected: str) -> None:
    measure = Measure(code="X", title="X", directorate="P", kind=Kind.RANGE, polarity=Polarity.RANGE)
    scheme = read_scheme(RANGE, "band.toml")
    span = Span(Decimal(40), Decimal(60))
    given = Circumstances(quarter=1)
    verdict = judge(Half(actual=Decimal(actual)), span, measure=measure, scheme=scheme, given=given)
    assert verdict.status.name == expected


def test_a_scheme_that_forgets_one_end_of_a_range_has_a_gap() -> None:
    with pytest.raises(Unusable, match="there is a gap"):
        read_scheme(RANGE.replace('"worse than upper"', '"worse than lower"'), "band.toml")


def test_a_change_needs_an_earlier_figure_which_a_trend_has_not() -> None:
    highland = (BUNDLED_TEMPLATES / "schemes" / "highland.toml").read_text(encoding="utf-8")
    with pytest.raises(Unusable, match="which has no earlier figure"):
        read_scheme(highland.replace('against = "year ago"', 'against = "trend"'), "highland.toml")
