"""The ready reports of ``scorecard init --like``: each issues, checks and builds as it is, in words of its own."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli.app import app
from generator.collecting.issue_forms import issue_all
from generator.model.question import About
from generator.project.folder import BUNDLED_TEMPLATES, Project
from generator.project.load import Setup, set_up
from generator.project.new_project import lay_out
from generator.project.ready_shapes import READY
from generator.reading.register.columns import SHEET
from generator.report.gather import gather
from sample.ready_shapes import EARLIER, SIGNED, TODAY, answers, fill, make, type_of_answer

DERBYS = ("directorate", "context for current performance", "intervention")
OF_FORECASTS = ("forecast", "year end", "year-end")
FOREIGN = {
    "all-measures": DERBYS,
    "monthly": (*DERBYS, *OF_FORECASTS),
    "priorities": (*DERBYS, *OF_FORECASTS),
    "service-plan": (*DERBYS, *OF_FORECASTS),
}
"""What no form, message or document of a ready report says."""

AFTER_FAULTS = (
    "issue",
    "check",
    "check --format json",
    "check --annotate back",
    "status --chase chased",
    "build --draft",
)
FAULTS: tuple[dict[str, type_of_answer], ...] = (
    {"approved_by": None},
    {"quarter_actual": "a lot"},
    {"quarter_actual": None},
    {"quarter_actual": 999999},
    {"quarter_status_override": "Green"},
    {"direction_override": "Improving"},
    {"same_as": "No such measure"},
    {"quarter_target": 1},
)
"""What is wrong with the second measure's return and the following, in which nothing is written; there is no first."""


@pytest.fixture(scope="module", params=READY)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Setup]:
    """A ready report, its forms issued and filled."""
    return request.param, make(tmp_path_factory.mktemp("made") / "project", request.param)


def run(setup: Setup, command: str) -> tuple[int, str]:
    """Run a command on a project; its exit code, and what it put on the screen."""
    root = setup.project.root
    options = [str(root / each) if each in {"back", "chased"} else each for each in command.split()]
    result = CliRunner().invoke(app, [*options, "--project", str(root)], catch_exceptions=False)
    return result.exit_code, result.output


def test_it_has_ten_measures_with_a_form_each_and_nothing_to_put_right(made: tuple[str, Setup]) -> None:
    name, setup = made
    found = gather(setup)
    assert not setup.register.queries
    assert len(setup.register.measures) == 10
    assert [each.measure for each in found.judged] == [
        each for each in setup.register.measures if each.is_due(setup.period)
    ]
    assert set(answers(name)) - {each.code for each in setup.register.measures} in ({*setup.groups}, set())
    assert [(each.code, each.message) for each in found.problems] == []
    assert {each.exception for each in found.judged} == {True, False}
    assert run(setup, "build")[0] == 0


@pytest.fixture(scope="module")
def said(made: tuple[str, Setup], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a ready report's screens and files say, as it is and with faulty returns, by where it stands."""
    _, setup = made
    return {
        **saying(setup, "build", "build --internal", "status", "check"),
        **saying(spoilt(setup, tmp_path_factory.mktemp("spoilt")), *AFTER_FAULTS),
    }


@pytest.mark.parametrize("made", FOREIGN, indirect=True)
def test_no_form_message_or_document_speaks_the_words_of_another_report(
    made: tuple[str, Setup], said: dict[str, str]
) -> None:
    name, _ = made
    assert [(where, word) for where, text in said.items() for word in FOREIGN[name] if word in text.casefold()] == []


OF_QUARTERS = re.compile(r"""(?<![\w"'-])quarter(?!_)""", re.IGNORECASE)
"""The word, though not where it is a name in files, such as ``quarter_actual``, or a value on the page."""


@pytest.mark.parametrize("made", ["monthly"], indirect=True)
def test_a_monthly_report_says_quarter_in_the_form_of_its_quarterly_measure_alone(
    made: tuple[str, Setup], said: dict[str, str]
) -> None:
    name, _ = made
    quarterly = ("SP 2", "register.xlsx")
    others = {where: text for where, text in said.items() if not any(each in where for each in quarterly)}
    assert (name, [where for where, text in others.items() if OF_QUARTERS.search(text)]) == ("monthly", [])


@pytest.mark.parametrize("name", ["report", "sections", "compact", "summary"])
def test_no_word_template_has_a_word_for_the_period_but_the_reports(name: str) -> None:
    with ZipFile(BUNDLED_TEMPLATES / f"{name}.docx") as archive:
        said = archive.read("word/document.xml").decode("utf-8")
    assert not OF_QUARTERS.search(re.sub(r"{{.*?}}|{%.*?%}", "", said, flags=re.DOTALL))


def spoilt(setup: Setup, root: Path) -> Setup:
    """A copy of a project in which nothing is written, and returns of measures have faults of many kinds."""
    shutil.copytree(setup.project.root, root / "faulty")
    copy = set_up(Project(root / "faulty"))
    forms = {path.stem.removesuffix(f" {copy.period}"): path for path in copy.project.returns(copy.period)}
    absent, *returned = (each.code for each in copy.register.measures if each.code in forms)
    for group in copy.groups:
        if group in forms:
            fill(forms[group], unwritten(copy, About.GROUP))
    forms[absent].unlink()
    for code, fault in zip(returned, FAULTS, strict=False):
        fill(forms[code], {**unwritten(copy, About.MEASURE), **fault})
    return copy


def unwritten(setup: Setup, about: About) -> dict[str, type_of_answer]:
    return dict.fromkeys(each.key for each in setup.settings.shape.asked_about(about))


def saying(setup: Setup, *commands: str) -> dict[str, str]:
    """What commands put on the screen, and what then stands in the folders of forms, reports and reminders."""
    root = setup.project.root
    screens = {f"{root.name}: {command}": run(setup, command)[1] for command in commands}
    folders = [root / each for each in ("inputs", "output", "back", "chased")]
    return {**screens, **{f"{root.name}/{where}": text for folder in folders for where, text in texts(folder)}}


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """What every file below a folder says, and its name: parts of workbooks and Word files, values of JSON.

    Left out is what no reader sees: settings, the note of what a report was made from, and a page's script.
    """
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix in {".docx", ".xlsx"}:
            with ZipFile(path) as archive:
                yield from (
                    (f"{name}: {each}", archive.read(each).decode("utf-8", "replace")) for each in archive.namelist()
                )
        elif path.suffix == ".json" and not name.endswith("made-from.json"):
            yield name, name + " ".join(values(json.loads(path.read_bytes())))
        elif path.suffix not in {".toml", ".json"}:
            yield name, name + re.sub(r"<script>.*?</script>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def values(found: object) -> Iterator[str]:
    """The values of JSON, without its keys."""
    if isinstance(found, dict | list):
        for each in found.values() if isinstance(found, dict) else found:
            yield from values(each)
    else:
        yield str(found)


MORE = """
[[question]]
key = "what_next"
label = "What comes next"
needed = "always"

[[print]]
column = "Sponsor"
"""


@pytest.mark.parametrize(
    ("name", "code"), [("all-measures", "FIN 3"), ("monthly", "HR 2"), ("priorities", "HA 02"), ("service-plan", "R 2")]
)
def test_a_question_a_level_and_a_printed_column_are_added_by_settings_and_register_alone(
    tmp_path: Path, name: str, code: str
) -> None:
    lay_out(tmp_path / "ours", today=TODAY, like=name)
    project = Project(tmp_path / "ours")
    declared = re.sub(r"\nthen_by = .*", "", project.settings.read_text(encoding="utf-8"))
    declared = declared.replace("group_by =", 'missing_returns = "warning"\nthen_by = "Strand"\ngroup_by =')
    project.settings.write_text(declared + MORE, encoding="utf-8")
    add_columns(project.register, {"Strand": "North of the river", "Sponsor": "Director of Growth"})
    setup = set_up(project)
    (file,) = issue_all(setup, [code]).written
    told = {key: each for key, each in answers(name)[code].items() if key != EARLIER}
    fill(project.root / file, {**SIGNED, **told, "what_next": ["A review in the spring."]})
    assert run(setup, "build")[0] == 0
    said = " ".join(text for _, text in texts(project.output_folder(setup.period)))
    for text in ("What comes next", "A review in the spring.", "Strand: North of the river", "Director of Growth"):
        assert text in said


def add_columns(register: Path, columns: dict[str, str]) -> None:
    """Give every measure of a register further columns, each with one text."""
    book = load_workbook(register)
    sheet = book[SHEET]
    for column, (heading, text) in enumerate(columns.items(), sheet.max_column + 1):
        sheet.cell(1, column, heading)
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, column, text)
    book.save(register)
