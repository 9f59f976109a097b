"""What a report says of its actions as a whole, and of one in its row."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from generator.history.follow_up.parts import PartsTally
from generator.history.follow_up.progress import Standing
from generator.model.action import ActionAnswer, ActionState
from generator.model.period import Period
from generator.project.report_options import Part
from generator.report.page.example_parts import ACTION_LATE
from generator.report.page.in_words.followed import ActionsInWords, counted_in_short, parts_in_words
from tests.history.follow_up.test_progress import followed

DUE = date(2024, 12, 31)


def view(*told: ActionAnswer) -> Any:
    its = {"follow_up": followed((), *told), "parts": frozenset(Part), "period": Period(2024, 2)}
    report: Any = SimpleNamespace(groups=(), labels={}, **its)
    return ActionsInWords(report).of_report()


def new(title: str, **more: Any) -> ActionAnswer:
    return ActionAnswer(title=title, due=DUE, **more)


def test_what_is_new_and_over_already_is_not_among_the_open_ones() -> None:
    told = (new("Hire"), new("Train"), new("Wash", state=ActionState.DONE), new("Buy", state=ActionState.WITHDRAWN))
    first = "2 actions are open: 2 are due by 31 December 2024 and 2 are new in this report."
    assert view(*told).sentences[0] == first
    assert view(told[2]).sentences[0] == "0 actions are open."


@pytest.mark.parametrize(
    ("days", "last"),
    [
        ([DUE], "Done by the day that was promised first: 1 of 1."),
        ([DUE, None, None], "Done by the day that was promised first: 1 of 1, and 2 without a date."),
        ([None], "Done without a date: 1."),
    ],
)
def test_what_was_done_on_time_is_told_of_what_had_a_day(days: list[date | None], last: str) -> None:
    told = (ActionAnswer(title=f"Act {number}", due=each, state=ActionState.DONE) for number, each in enumerate(days))
    assert view(*told).sentences[-1] == last


def test_who_reads_that_it_is_done_need_not_read_that_all_of_it_is() -> None:
    shares = {"Hire": 100, "Train": 60}
    told = (new(title, state=ActionState.DONE, percent=Decimal(share)) for title, share in shares.items())
    assert {each.title: each.state for each in view(*told).actions} == {"Hire": "Done", "Train": "Done, 60% done"}


@pytest.mark.parametrize(
    ("standings", "words"),
    [
        ([], []),
        ([Standing.LATER], ["Actions: 1 open."]),
        ([Standing.OVERDUE, Standing.DUE_NEXT, Standing.DONE], ["Actions: 2 open, of which 1 is late; 1 done."]),
        ([Standing.OVERDUE, Standing.OVERDUE], ["Actions: 2 open, of which 2 are late."]),
        ([Standing.DONE, Standing.WITHDRAWN], ["Actions: 1 done; 1 withdrawn."]),
    ],
)
def test_under_a_measure_actions_are_counted(standings: list[Standing], words: list[str]) -> None:
    actions = [replace(ACTION_LATE, standing=each, late=each is Standing.OVERDUE) for each in standings]
    assert list(counted_in_short(actions)) == words


@pytest.mark.parametrize(
    ("count", "done", "said"),
    [
        (1, 0, "0 of 1 part is done."),
        (1, 1, "1 of 1 part is done."),
        (2, 0, "0 of 2 parts are done."),
        (2, 1, "1 of 2 parts is done."),
        (3, 2, "2 of 3 parts are done."),
    ],
)
def test_how_many_parts_are_done_is_said_in_a_sentence(count: int, done: int, said: str) -> None:
    assert [*parts_in_words(PartsTally(count=count, done=done, late=0, next_due=None))] == [said]
