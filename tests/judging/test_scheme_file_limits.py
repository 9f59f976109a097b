"""However large or odd a scheme is, what is told of it is short."""

import pytest

from generator.judging.scheme_file import read_amount, read_scheme
from generator.model.problem import Unusable
from generator.model.toml.keys import MOST
from generator.project.folder import BUNDLED_TEMPLATES

DERBY = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")
STATUS = '[[status]]\nname = "{name}"\nmeaning = "x"\nfill = "#FFFFFF"\nink = "#000000"\n'

ODD = {
    "more text than anybody writes": (f"# {'x' * 200_000}\n{DERBY}", "150,000 are the most"),
    "a dotted key of 100 kB": (f"{'a.' * 50_000}a = 1\n{DERBY}", "names with dots between them"),
    "lists in lists": (f"a = {'[' * 50_000}\n{DERBY}", "brackets in brackets"),
    "no number that has so many digits": (f"a = {'9' * 5_000}\n{DERBY}", "cannot be read"),
    "a day that is not in the calendar": (f"a = 2018-02-30\n{DERBY}", "cannot be read"),
    "10,000 unknown keys": (
        "".join(f"k{each} = 1\n" for each in range(10_000)) + DERBY,
        "from this line on, 9,980 more keys are unknown",
    ),
    "a number of 60,000 digits as a colour": (
        DERBY.replace('fill = "#44A377"', f"fill = 0x{'F' * 60_000}"),
        "“fill” cannot be used",
    ),
    "a number of 60,000 digits as an amount": (DERBY.replace('"2%"', f"0x{'F' * 60_000}"), "“margin” cannot be used"),
    "amounts in amounts": (
        DERBY.replace('"2%"', f'"{"lower of " * 300}1{" and 1" * 300}"'),
        "is not an amount",
    ),
    "a bound of spaces": (DERBY.replace("> margin", f"> {' ' * 100_000}x\\ny"), "cannot be printed"),
    "1,000 statuses": (
        'name = "x"\n[unrated]\nmeaning = "x"\nfill = "#FFFFFF"\nink = "#000000"\n'
        + "".join(STATUS.format(name=each) for each in range(1_000)),
        "there are 1,000 statuses, and 30 are the most",
    ),
    "500 changes and 500 deviations": (
        DERBY.replace(
            'when = { deviation = "> margin" }',
            "when = ["
            + ", ".join(f'{{ deviation = "> {each}%", change = "> {each}%" }}' for each in range(1, 500))
            + "]",
        ),
        "it cannot be tried out",
    ),
    "an empty when": (DERBY.replace('{ deviation = "> margin" }', "{}"), "“when” cannot be used: it is empty"),
    "a when that is a text": (DERBY.replace('{ deviation = "> margin" }', '"> 5%"'), "it must hold keys in braces"),
    "no statuses": ('name = "x"\n[unrated]\nmeaning = "x"\nfill = "#FFFFFF"\nink = "#000000"', "has no “status”"),
    "a key that belongs above": (DERBY.replace("[amounts]", '[amounts]\nsource = "x"'), "under the heading [amounts]"),
}


@pytest.mark.parametrize(("text", "words"), ODD.values(), ids=ODD)
def test_an_odd_scheme_gets_a_short_answer(text: str, words: str) -> None:
    with pytest.raises(Unusable) as told:
        read_scheme(text, "s.toml")
    assert any(words in each.message for each in told.value.problems), told.value
    assert len(told.value.problems) <= 2 * MOST
    assert sum(len(each.message + each.remedy) for each in told.value.problems) < 10_000


@pytest.mark.parametrize(
    "text", ["lower of lower of 5% and 3 and 4%", "lower of 5% and 4%", "lower of 3 and 4", "lower of x and 5%"]
)
def test_the_lower_of_two_is_of_a_percentage_and_an_amount(text: str) -> None:
    assert read_amount(text) is None
