"""However much is wrong with one return, what is told of it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.messages.wording import Severity
from generator.model.problem import Place, Problem, few_of_each, problem


def told(count: int, sheet: str = "Return", severity: Severity | None = None) -> list[Problem]:
    return [problem("FORM08", Place("a.xlsx", sheet, f"C{row}"), severity, text="x") for row in range(1, count + 1)]


@pytest.mark.parametrize(
    ("count", "listed", "left"), [(0, 0, ""), (20, 20, ""), (21, 21, ""), (22, 20, "2"), (5020, 20, "5,000")]
)
def test_more_than_twenty_of_a_kind_are_counted(count: int, listed: int, left: str) -> None:
    found = few_of_each(told(count))
    assert [each.code for each in found].count("FORM08") == listed
    assert [each.message for each in found if each.code == "MORE01"] == (
        [f"There are {left} more of FORM08, which are not listed."] if left else []
    )


def test_the_rest_is_as_bad_as_what_is_listed_and_follows_it() -> None:
    *_, last = few_of_each(told(100, severity=Severity.ERROR))
    assert (last.code, last.severity, last.place.cell) == ("MORE01", Severity.ERROR, "C21")


def test_each_kind_and_each_form_of_a_bundle_is_counted_by_itself() -> None:
    others = [problem("FORM13", Place("a.xlsx", "Return")) for _ in range(20)]
    assert len(few_of_each([*told(20), *others, *told(20, "Other")])) == 60


@given(st.lists(st.sampled_from([*told(2), *told(2, "Other"), problem("FORM13", Place("b.xlsx"))]), max_size=200))
def test_nothing_is_lost_and_what_was_shortened_stays_as_it_is(problems: list[Problem]) -> None:
    once = few_of_each(problems)
    assert {(each.place.file, each.place.sheet) for each in problems} == {
        (each.place.file, each.place.sheet) for each in once
    }
    assert few_of_each(once) == once


def test_a_quotation_is_cut_to_what_can_be_read() -> None:
    found = problem("FORM08", Place("a.xlsx"), text="word " * 6000)
    assert len(found.message) < 700
