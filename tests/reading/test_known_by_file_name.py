"""A return that cannot be read is known by its file's name: it was received, and nobody is reminded of it."""

import pytest

from generator.model.period import Period
from generator.model.problem import Place, problem
from generator.model.shape import Topic
from generator.reading.known_by_file_name import known_by_file_name
from generator.reading.readings import Reading

PERIOD = Period.parse("2024-25-Q3")
PLACE, WIDER = Topic(1, "Place", word="Directorate"), Topic(1, "All Place", word="Directorate")


def unread(file: str) -> Reading:
    return Reading(file, None, None, (problem("FILE02", Place(file)),))


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("Place 2024-25-Q3.xlsx", PLACE),
        ("late/Copy of PLACE 2024-25-Q3 (2).xls", PLACE),
        ("Place 2024-25-Q3 issue 2.ods", PLACE),
        (".Place 2024-25-Q3.xlsx.icloud", PLACE),
        ("All Place 2024-25-Q3.csv", WIDER),
        ("Marketplace 2024-25-Q3.xlsx", None),
        ("Place 2024-25-Q2.xlsx", None),
        ("Place 2024-25-Q31.xlsx", None),
        ("figures.xlsx", None),
    ],
)
def test_the_longest_name_that_is_in_it_counts(name: str, about: Topic | None) -> None:
    (found,) = known_by_file_name((unread(name),), (PLACE, WIDER), PERIOD)
    assert found.topic == about
    assert found.problems == unread(name).problems


@pytest.mark.parametrize("there", [Reading("a.xlsx", None, None, (), topic=PLACE), unread("Place 2024-25-Q3.xls")])
def test_one_file_stands_for_a_return_and_none_for_one_that_is_there(there: Reading) -> None:
    found = tuple(known_by_file_name((there, unread("Place 2024-25-Q3.xlsx")), (PLACE,), PERIOD))
    assert [each.topic for each in found] == [PLACE, None]
