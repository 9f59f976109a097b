"""The reader's eye on the corpus: what the guide says of it is what is measured, and it is no worse than it was."""

import pytest

from tools.measure_readers_eye import FAMILIES, PAGE, PARTS, measure, passages, slips_of_the_form, table

MEASURED = {part: measure(part) for part in PARTS}


def test_the_guides_table_is_what_is_measured() -> None:
    """Otherwise: python -m tools.measure_readers_eye."""
    assert table() in PAGE.read_text(encoding="utf-8")


def test_the_corpus_has_150_passages_and_more_and_each_is_in_one_part() -> None:
    parts = [{(each.says, each.does, str(each.figures)) for each in passages(part)} for part in PARTS]
    assert sum(map(len, parts)) == len(set().union(*parts)) >= 150


@pytest.mark.parametrize("part", ["written_on", "held_back"])
@pytest.mark.parametrize("letters", FAMILIES.values())
def test_half_of_what_is_there_is_found(part: str, letters: str) -> None:
    rules = [rule for rule in MEASURED[part].there if rule.startswith(letters)]
    there, found, _ = MEASURED[part].of(rules)
    assert 2 * found >= there - 1


@pytest.mark.parametrize("part", PARTS)
def test_good_text_is_asked_less_than_one_thing_a_return(part: str) -> None:
    assert MEASURED[part].asked_of_good < MEASURED[part].good


def test_a_slip_of_the_keys_in_the_form_is_asked_about() -> None:
    slips = slips_of_the_form()
    assert slips.there >= 150
    assert slips.asked >= slips.there * 9 // 10
