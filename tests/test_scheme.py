import pytest

from generator.problem import Unusable
from generator.project import BUNDLED_TEMPLATES
from generator.scheme import read_scheme

DERBY = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")


def test_derby_says_what_its_statuses_mean() -> None:
    scheme = read_scheme(DERBY, "derby.toml")
    assert [(each.name, each.meaning, each.exception) for each in scheme.all_statuses] == [
        ("Blue", "Better than target by more than 2%", False),
        ("Green", "On target, or better by up to 2%", False),
        ("Amber", "Worse than target by up to and including 5%", True),
        ("Red", "Worse than target by more than 5%", True),
        ("N/A", "No status can be given", False),
    ]


def test_its_margin_is_a_setting() -> None:
    scheme = read_scheme(DERBY.replace('margin = "2%"', 'margin = "2.5%"'), "derby.toml")
    assert scheme.statuses[0].meaning == "Better than target by more than 2.5%"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('margin = "2%"', 'margin = "two"', "the amount “margin” is “two”"),
        ('"> margin"', '"> margn"', "“margn”, which is not under [amounts]. Did you mean “margin”?"),
        ('">= 0%"', '"about 0%"', "“when” of the status “Green” cannot be understood"),
        ('when = { deviation = ">= 0%" }', "", "each status but the last needs “when”"),
        ('fill = "#44A377"', 'fill = "green"', "the “fill” of the status “Green” is not a colour"),
        ('shape = "diamond"', 'shape = "heart"', "the “shape” of the status “Amber” is “heart”"),
        ('name = "Green"', 'name = "Blue"', "two statuses have the same name"),
        (
            'meaning = "On target',
            'meening = "On target',
            "“meening”, which means nothing here. Did you mean “meaning”?",
        ),
        ("[amounts]", "[amounts", "cannot be read"),
    ],
)
def test_a_faulty_scheme_says_what_is_wrong(old: str, new: str, words: str) -> None:
    assert old in DERBY
    with pytest.raises(Unusable) as caught:
        read_scheme(DERBY.replace(old, new), "derby.toml")
    assert words in " ".join(each.message for each in caught.value.problems)
    assert all(each.remedy and each.place.file == "derby.toml" for each in caught.value.problems)
