import pytest

from generator.commentary.glossary import terms_in

GLOSSARY = {"CLT": "Corporate Leadership Team", "CP": "Child protection", "CP+": "Child protection plus", "s106": "S"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reported to CLT monthly.", ["CLT"]),
        ("CLT's view, and both CLTs", ["CLT"]),
        ("(CP), “CLT”, s106.", ["CLT", "CP", "s106"]),
        ("CP+ is the longer term", ["CP+"]),
        ("CLTX, XCLT, clt, CP08f, CLT_a", []),
        ("CLT and then CLT again", ["CLT"]),
        ("", []),
    ],
)
def test_the_terms_that_occur_as_words_of_their_own(text: str, found: list[str]) -> None:
    assert [term for term, _ in terms_in([text], GLOSSARY)] == found


def test_without_a_glossary_nothing_is_looked_for() -> None:
    assert terms_in(["CLT"], {}) == ()
