"""The settings' list of directorates becomes that of an imported list, and nothing else in them changes."""

from pathlib import Path

import pytest

from generator.importing.groups_in_settings import groups_wanted, with_groups
from tests.importing.commands import files, imported, run
from tests.importing.lists import LISTS, project_in

HEAD = '# Ours\ncouncil = "Borchester"\nperiod = "2026-27-Q1"\n'
TAIL = 'data_source = "Felpersham"  # a system\n\n[glossary]\nCLT = "Corporate Leadership Team"\n'
NEW = ("Place", 'The "Hub" & Co')


@pytest.mark.parametrize(
    ("there", "after"),
    [
        ('directorates = ["People"]\n', 'directorates = ["Place", "The \\"Hub\\" & Co"]\n'),
        (
            "directorates=['[#]', 'B']  # in our order\n",
            'directorates=["Place", "The \\"Hub\\" & Co"]  # in our order\n',
        ),
        (
            'directorates = [  # in the order of the report\n  "People",\n]\n',
            'directorates = [  # in the order of the report\n    "Place",\n    "The \\"Hub\\" & Co",\n]\n',
        ),
        ('directorates = ["People"]\r\n', 'directorates = ["Place", "The \\"Hub\\" & Co"]\r\n'),
    ],
    ids=["one line", "signs in texts and notes", "several lines", "written in Windows"],
)
def test_only_the_list_changes(there: str, after: str) -> None:
    assert with_groups(HEAD + there + TAIL, "", NEW) == HEAD + after + TAIL


def test_notes_beside_a_directorate_are_nobodys_to_delete() -> None:
    there = 'directorates = [\n  "People", # formerly Care\n]\n'
    assert with_groups(HEAD + there + TAIL, "", NEW) is None


def test_settings_that_would_not_be_sound_are_left() -> None:
    ruled = '[[rules]]\ncode = "TEXT01"\ndirectorate = "People"\nseverity = "off"\nreason = "We know."\n'
    assert with_groups(f'{HEAD}directorates = ["People"]\n{TAIL}{ruled}', "", NEW) is None


@pytest.mark.parametrize(
    ("listed", "wanted"),
    [
        (("People", "Place"), ("People", "Place", "Health")),
        (("Made up", "Not ours"), ("Place", "Health")),
        ((), ("Place", "Health")),
    ],
)
def test_what_the_settings_list_stays_first_unless_nothing_of_it_is_found(
    listed: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    assert groups_wanted(listed, ("Place", "Health")) == wanted


def test_a_new_projects_own_list_is_replaced(tmp_path: Path) -> None:
    run("init", tmp_path / "new")
    settings = tmp_path / "new" / "inputs" / "scorecard.toml"
    before = settings.read_text(encoding="utf-8")
    assert imported(tmp_path / "new", LISTS["banners"]()).exit_code == 0
    assert "Adults and Children" not in settings.read_text(encoding="utf-8")
    changed = with_groups(before, "", NEW)
    assert changed
    assert [line for line in changed.split("\n") if line not in before.split("\n")] == [
        '    "Place",',
        '    "The \\"Hub\\" & Co",',
    ]


def test_forms_are_issued_after_an_import_without_a_hand_on_the_settings(tmp_path: Path) -> None:
    root = project_in(tmp_path, '"Made up"')
    before = files(root)["inputs/scorecard.toml"]
    imported(root, LISTS["banners"](), "--dry-run")
    assert files(root)["inputs/scorecard.toml"] == before
    told = imported(root, LISTS["banners"]())
    assert "In inputs/scorecard.toml this line is written: directorates = [" in told.stdout
    assert run("issue", "--project", root).exit_code == 0
    assert "this line" not in imported(root, LISTS["banners"]()).stdout
