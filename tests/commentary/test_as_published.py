"""Last time's words are those that were published, whatever has become of the workbook that they came from."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.commentary.as_published import PublishedAnswers
from generator.model.officer_return import Source
from generator.model.period import Period
from generator.model.register import Register
from generator.model.shape import Shape, Topic
from generator.project.load import set_up
from generator.report.gather import gather
from tests.forms.contents import MEASURE
from tests.output.test_close_period import done, run
from tests.projects import GOOD, Folder, fill, filled_project, named_cells

Q4 = Period(2024, 4)
PUBLISHED = "Two lorries [c] were off the road."


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A quarter that is closed; its return has words that were withheld, and a note to the team."""
    folder = filled_project(
        tmp_path,
        {"context": ["Two lorries [[of Acme]] were off the road."]},
        {"Q4 target": 95},
    )
    done(folder.root, "build")
    done(folder.root, "close")
    return folder


def issued(folder: Folder) -> Path:
    (file,) = run(folder.root, "issue", "--period", str(Q4)).stdout.splitlines()
    return folder.root / file


def last_time(path: Path) -> list[str]:
    """What stands in the form beside the cells for context, improvement actions and intervention."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = [cell.row for name in ("context", "actions", "intervention") for cell in named_cells(book, name)[:1]]
    texts = ([str(cell.value) for cell in sheet[row] if isinstance(cell.value, str)] for row in rows)
    return [text for each in texts for text in each]


def told(folder: Folder) -> list[str]:
    return [each.code for each in gather(set_up(folder.project, Q4)).problems]


def test_a_form_has_the_words_that_were_published(folder: Folder) -> None:
    assert PUBLISHED in last_time(issued(folder))


@pytest.mark.parametrize("what", ["changed", "gone"])
def test_whatever_became_of_the_return(folder: Folder, what: str) -> None:
    (path,) = folder.returns.glob("*.xlsx")
    if what == "gone":
        path.unlink()
    else:
        fill(path, {"context": ["Something else was typed later."]})
    assert PUBLISHED in last_time(issued(folder))


def test_an_editor_holds_new_words_against_those_that_were_published(tmp_path: Path) -> None:
    words = {"context": ["Two posts stood empty for most of the quarter, so fewer visits were made."]}
    folder = filled_project(tmp_path, words, {"Q4 target": 95})
    done(folder.root, "build")
    done(folder.root, "close")
    (path,) = folder.returns.glob("*.xlsx")
    fill(path, {"context": ["Something else was typed later, which nobody has ever read in any report."]})
    fill(issued(folder), {**GOOD, **words})
    assert "TIME03" in told(folder)


def test_a_form_that_was_issued_before_the_quarter_was_closed_has_nothing_strange(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"context": ["Two lorries [[of Acme]] were off."]}, {"Q4 target": 95})
    path = issued(folder)
    done(folder.root, "build")
    done(folder.root, "close")
    fill(path, GOOD)
    assert "FORM15" not in told(folder)


def test_words_that_somebody_put_beside_the_answers_are_told_of_still(folder: Folder) -> None:
    path = issued(folder)
    fill(path, GOOD)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    (cell,) = [each for row in sheet.iter_rows() for each in row if each.value == PUBLISHED]
    cell.value = "Put here since."
    book.save(path)
    assert "FORM15" in told(folder)


JOBS, OTHER_JOBS = ("Aim > 1", "Jobs"), ("Aim", "1 > Jobs")


@pytest.mark.parametrize(
    ("groups", "table", "said"),
    [
        ((JOBS, OTHER_JOBS), {"“Aim > 1” > Jobs": "Ours.", "Aim > “1 > Jobs”": "Theirs."}, ["Ours.", "Theirs."]),
        ((JOBS,), {"Aim > 1 > Jobs": "Ours."}, ["Ours."]),
        ((JOBS, OTHER_JOBS), {"Aim > 1 > Jobs": "Whose?"}, []),
    ],
)
def test_groups_of_like_names_have_their_own_words(
    groups: tuple[tuple[str, str], ...], table: dict[str, str], said: list[str]
) -> None:
    """An earlier program called a group without marks; where two were called so, nobody can tell whose they are."""
    measures = tuple(replace(MEASURE, code=f"M {number}", groups=each) for number, each in enumerate(groups))
    topics = [Topic(2, name, parent) for parent, name in groups]
    answers = {(name, "developments"): text for name, text in table.items()}
    published = PublishedAnswers(answers, Q4, Source(file="commentary.csv", sha256=""), Register(measures), Shape())
    found = published.of_groups({}, topics)
    assert [found[each.code].answers["developments"] for each in topics if each.code in found] == [
        (text,) for text in said
    ]
