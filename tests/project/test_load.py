"""What a command is told of the project: read once, and from the project alone."""

import shutil
from pathlib import Path

import pytest

from generator.model.problem import Unusable
from generator.project.folder import BUNDLED_TEMPLATES, SETTINGS, Project
from generator.project.load import set_up
from tests.projects import filled_project

SCHEME = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_project(tmp_path_factory.mktemp("load") / "project").root


@pytest.fixture
def project(tmp_path: Path, filled: Path) -> Project:
    shutil.copytree(filled, tmp_path / "council" / "project")
    (tmp_path / "secret.toml").write_text('password = "not to be told"', encoding="utf-8")
    return Project((tmp_path / "council" / "project").resolve())


def with_scheme(project: Project, name: str) -> Project:
    path = project.root / SETTINGS
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("scheme")]
    path.write_text(f"scheme = '{name}'\n" + "\n".join(lines), encoding="utf-8")
    return project


@pytest.mark.parametrize("name", ["derby", "ours", "ours.toml", "templates/schemes/ours.toml", "./inputs/../ours.toml"])
def test_a_scheme_is_one_that_came_with_us_or_the_projects_own(project: Project, name: str) -> None:
    for path in ("ours.toml", "templates/schemes/ours.toml"):
        (project.root / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root / path).write_text(SCHEME, encoding="utf-8")
    assert set_up(with_scheme(project, name)).scheme.name == "Derby 2018/19"


OUTSIDE = {
    "a path upward": "../../secret.toml",
    "a path upward from the schemes": "../../../../secret",
    "a path upward from the schemes that came with us": f"../schemes/../../{'../' * 12}{{folder}}/secret",
    "a whole path": "{folder}/secret.toml",
    "a link": "link.toml",
    "a link among the schemes": "link",
    "a link to a folder": "linked/secret.toml",
}


@pytest.mark.parametrize("name", OUTSIDE.values(), ids=OUTSIDE)
def test_a_scheme_outside_the_project_is_not_read(project: Project, tmp_path: Path, name: str) -> None:
    (project.root / "templates" / "schemes").mkdir(parents=True, exist_ok=True)
    (project.root / "templates" / "schemes" / "link.toml").symlink_to(tmp_path / "secret.toml")
    (project.root / "link.toml").symlink_to(tmp_path / "secret.toml")
    (project.root / "linked").symlink_to(tmp_path)
    with pytest.raises(Unusable) as told:
        set_up(with_scheme(project, name.format(folder=str(tmp_path))))
    (problem,) = told.value.problems
    assert problem.code == "SCH03"
    assert "password" not in f"{problem.message} {problem.remedy}"


NOWHERE = {"nothing": "no/such.toml", "a folder": "inputs", "a long name": "x" * 5_000, "upward": "../no.toml"}


@pytest.mark.parametrize("name", NOWHERE.values(), ids=NOWHERE)
def test_a_scheme_that_is_not_there_is_told_of(project: Project, name: str) -> None:
    with pytest.raises(Unusable) as told:
        set_up(with_scheme(project, name))
    (problem,) = told.value.problems
    assert problem.code == "SCH02"
    assert len(problem.message) < 300


def test_a_project_that_is_reached_by_a_link_reads_its_own_schemes(project: Project, tmp_path: Path) -> None:
    (project.root / "ours.toml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "linked").symlink_to(project.root)
    assert set_up(with_scheme(Project(tmp_path / "linked"), "ours.toml")).scheme.name == "Derby 2018/19"


@pytest.mark.parametrize(
    ("needed", "said"),
    [
        ('["Red", "Amber"]', None),
        ('["Rot"]', "“Rot” is not a status of a scheme in use."),
        ('["Red", "amber"]', "“amber” is not a status of a scheme in use. Did you mean “Amber”?"),
    ],
)
def test_an_answer_is_needed_only_for_statuses_that_there_are(project: Project, needed: str, said: str | None) -> None:
    path = project.root / SETTINGS
    question = f'[[question]]\nkey = "our_response"\nlabel = "Our response"\nneeded = {needed}\n'
    kept = path.read_text(encoding="utf-8")
    path.write_text(kept + question, encoding="utf-8")
    if said is None:
        assert set_up(project).settings.shape.questions[0].needed == ("Red", "Amber")
        return
    with pytest.raises(Unusable) as raised:
        set_up(project)
    (told,) = raised.value.problems
    assert said in told.message
    assert told.place.cell == f"line {len((kept + question).splitlines())}"
