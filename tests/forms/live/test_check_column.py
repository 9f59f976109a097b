"""The Check column of forms that ask what a council declared says what the program says: in LibreOffice, case by case.

Declarations and answers are drawn at random from a fixed seed. The default form is tried in test_formulas.py.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.forms.asked.form_words import CHECK, TO_DO
from generator.forms.asked.questionnaires import asked_of
from generator.model.question import Question, Takes, When
from generator.model.shape import Forecasts
from generator.report.gather import gather
from tests.clients.programs import look_in_libreoffice
from tests.declarations import Declaration
from tests.projects import SETTINGS, Folder, make_project

SHAPES, CASES_EACH = 5, 5
NOT_LIVE = {"FIG08", "STAT03", "NARR02", "NARR03", "NARR04", "NARR08"}
"""What a form cannot know alone, or says in other words than a task."""

ANSWERS: dict[Takes, tuple[object, ...]] = {
    Takes.LINES: (["The lorry broke down.", "- hired another"], ["", "One was hired."], "  "),
    Takes.TEXT: ("The lead member was told on Monday.", "=1+1", "  "),
    Takes.DATE: ("4 May 2025", 45778, "soon", "31/02/2025"),
    Takes.CHOICE: ("High", "high", "<5", "*", "Highest"),
}
RULING = """
[[rules]]
rule = "NARR01"
severity = "warning"
reason = "It is new."
"""
CHOICES = ("High", "Low", "<5", ">=10", "?")


@dataclass(frozen=True)
class Case:
    """What is answered, the tasks and queries that the form shows, and those that the program finds."""

    answers: Mapping[str, object]
    shown: tuple[set[str], set[str]]
    found: tuple[set[str], set[str]]
    declared: set[str]


def declared(chance: random.Random, count: int) -> Declaration:
    """Draw a declaration of so many questions."""
    questions = tuple(
        Question(
            key=f"question_{'abcdefgh'[number]}",
            label=f'Question "{number}" of {count} & <more>',
            needed=chance.choice([*When, ("Red",), ("Green", "Amber")]),
            takes=(takes := chance.choice(list(Takes))),
            choices=CHOICES if takes is Takes.CHOICE else (),
            published=chance.random() < 0.5,
        )
        for number in range(count)
    )
    return Declaration(questions, chance.choice(list(Forecasts)))


def answers_of(chance: random.Random, declaration: Declaration) -> dict[str, object]:
    """Draw a return: its figures at and about the target, and now and then an answer that is a slip, or none."""
    asked: dict[str, object] = {each.key: chance.choice((None, *ANSWERS[each.takes])) for each in declaration.questions}
    drawn = {
        **asked,
        "quarter_actual": chance.choice([80, 92, 95, 99, None]),
        "forecast_actual": chance.choice([80, 93, 96, None]) if declaration.forecasts is not Forecasts.NONE else None,
        "missing_reason": "Not collected this quarter" if chance.random() < 0.4 else None,
        "completed_by": "Pat Fletcher",
        "approved_by": "Clarrie Grundy" if chance.random() < 0.8 else None,
    }
    return {name: value for name, value in drawn.items() if value is not None}


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    chance = random.Random(20261130)  # noqa: S311, not a secret
    root = tmp_path_factory.mktemp("declared")
    jobs: list[tuple[Path, dict[str, object]]] = []
    folders: list[Folder] = []
    for number in range(SHAPES):
        declaration = declared(chance, number)
        ruling = (
            '[[rules]]\nrule = "NARR01"\nseverity = "warning"\nreason = "It is new."\n' if number == SHAPES - 1 else ""
        )
        folder = make_project(root / str(number), settings=f"{SETTINGS}{declaration.toml}{ruling}")
        (path,) = folder.issue()
        jobs += [(path, answers_of(chance, declaration)) for _ in range(CASES_EACH)]
        folders += [folder] * CASES_EACH
    looked = look_in_libreoffice(jobs, tmp_path_factory.mktemp("saved"))
    return [
        Case(answers, _shown(sheets["Return"]), _found(folder, copy), _declared(folder))
        for folder, (_, answers), (copy, sheets) in zip(folders, jobs, looked, strict=True)
    ]


def _shown(rows: list[list[str | float]]) -> tuple[set[str], set[str]]:
    said = {str(row[0]): str(row[4]) for row in rows[5:] if row[0]}
    return tuple({ref for ref, words in said.items() if words.startswith(start)} for start in (TO_DO, CHECK))  # type: ignore[return-value]


def _declared(folder: Folder) -> set[str]:
    """The numbers of the questions that are the council's own."""
    asked = asked_of(folder.setup.settings.shape, folder.setup.register.measures[0])
    return {asked.numbers[field.name] for field in asked.declared}


def _found(folder: Folder, copy: Path) -> tuple[set[str], set[str]]:
    gathered = gather(folder.setup, [copy])
    (judged,) = gathered.judged
    numbers = {judged.returned.place(name).cell: number for name, number in judged.returned.numbers.items()}
    live = [each for each in gathered.problems if each.code not in NOT_LIVE and each.code[:4] not in {"TEXT", "STAT"}]
    errors = {numbers[each.place.cell] for each in live if each.is_error}
    asks = {numbers[each.place.cell] for each in live if each.code in {"NARR01", "NARR11"} or each.code[:3] == "QRY"}
    return errors, asks - errors


def test_the_form_asks_for_what_the_program_asks(cases: list[Case]) -> None:
    for case in cases:
        assert case.shown == case.found, case
    assert sum(bool(case.found[0] & case.declared) for case in cases) > len(cases) / 3
    assert sum(bool(case.found[1] & case.declared) for case in cases) > 1, "one shape's answers are ruled"
