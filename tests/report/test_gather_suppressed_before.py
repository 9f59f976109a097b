"""What was suppressed in its own quarter is printed in no later one, in no form from which it could be worked out."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli.app import app
from generator.project.folder import BUNDLED_TEMPLATES
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project

type_of_answers = Mapping[str, Value | Sequence[Value]]

MARKER = 31.7
SHOWN = "31.7"
SUPPRESSED: type_of_answers = {
    **GOOD,
    "quarter_actual": MARKER,
    "forecast_actual": 96,
    "missing_reason": "Not published because numbers are small",
}
GIVEN: type_of_answers = {**GOOD, "quarter_actual": MARKER}
NOW, LAST, YEAR_AGO = "2024-25-Q3", "2024-25-Q2", "2023-24-Q3"
MEASURE: Mapping[str, Value] = {"Q1 target": 95, "Q2 target": 95, "Q4 target": 95}


def at(folder: Folder, period: str) -> None:
    """Move the project to a quarter."""
    settings = folder.project.settings
    told = settings.read_text(encoding="utf-8").split("\n")
    settings.write_text(
        "\n".join(f'period = "{period}"' if "period" in each else each for each in told), encoding="utf-8"
    )


def returned(folder: Folder, period: str, answers: type_of_answers) -> Path:
    """Issue a quarter's form, and have it filled in."""
    at(folder, period)
    (path,) = folder.issue()
    fill(path, answers)
    return path


def prefilled(path: Path, figures: type_of_answers) -> None:
    """Have a form hold in its locked cells what an older version of the program would have put there."""
    fill(path, figures)


def published(folder: Folder, *options: str) -> dict[str, str]:
    """The text of every published file, unpacked."""
    ran = CliRunner().invoke(app, ["build", *options, "--project", str(folder.root)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    where = folder.project.output_folder(folder.setup.period, internal="--internal" in options)
    return {path.name: unpacked(path) for path in where.rglob("*") if path.is_file()}


def unpacked(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix not in {".docx", ".xlsx"}:
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def is_told(files: Mapping[str, str]) -> bool:
    return any(SHOWN in text or "31,7" in text for text in files.values())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return make_project(tmp_path / "project", MEASURE)


def suppressed_by_its_return(folder: Folder, period: str) -> None:
    returned(folder, period, SUPPRESSED)


def suppressed_by_its_report_alone(folder: Folder, period: str) -> None:
    path = returned(folder, period, SUPPRESSED)
    published(folder)
    path.unlink()


def suppressed_by_one_of_two_returns(folder: Folder, period: str) -> None:
    path = returned(folder, period, SUPPRESSED)
    (path.with_name("another.xlsx")).write_bytes(path.read_bytes())
    fill(path, {"missing_reason": None})


def reason_taken_out_but_not_published_again(folder: Folder, period: str) -> None:
    path = returned(folder, period, SUPPRESSED)
    published(folder)
    fill(path, {"missing_reason": None})


WAYS = (
    suppressed_by_its_return,
    suppressed_by_its_report_alone,
    suppressed_by_one_of_two_returns,
    reason_taken_out_but_not_published_again,
)
FORMS: dict[str, tuple[str, type_of_answers, list[str]]] = {
    "a form that has it as last quarter's result": (LAST, {"previous_actual": MARKER}, ["FIG30"]),
    "an officer who gives it as revised": (LAST, {"previous_revised": MARKER}, ["FIG30"]),
    "a form that has it as the result of a year ago": (YEAR_AGO, {"year_ago_actual": MARKER}, ["FIG30"]),
    "a form that has none of it": (LAST, {}, []),
}


@pytest.mark.parametrize("options", [[], ["--internal"]], ids=["public", "internal"])
@pytest.mark.parametrize(("period", "figures", "codes"), FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("suppressed", WAYS)
def test_it_is_in_no_file_of_a_later_report(
    folder: Folder,
    suppressed: Callable[[Folder, str], None],
    period: str,
    figures: type_of_answers,
    codes: list[str],
    options: list[str],
) -> None:
    suppressed(folder, period)
    prefilled(returned(folder, NOW, GOOD), figures)
    assert folder.codes() == codes
    files = published(folder, *options)
    assert not is_told(files)
    (measure,) = json.loads(files["report.json"])["directorates"][0]["measures"]
    assert measure["direction"]["value"] is None
    assert measure["previous"]["markers"] == (["c"] if period == LAST else [])


@pytest.mark.parametrize(("period", "figures"), [(each[0], each[1]) for each in FORMS.values() if each[1]])
def test_the_same_is_printed_where_nothing_was_suppressed(
    folder: Folder, period: str, figures: type_of_answers
) -> None:
    returned(folder, period, GIVEN)
    prefilled(returned(folder, NOW, GOOD), figures)
    assert is_told(published(folder))


@pytest.mark.parametrize("period", [LAST, YEAR_AGO])
@pytest.mark.parametrize("suppressed", WAYS)
def test_no_form_hands_it_on(folder: Folder, suppressed: Callable[[Folder, str], None], period: str) -> None:
    suppressed(folder, period)
    at(folder, NOW)
    (form,) = folder.issue()
    assert SHOWN not in unpacked(form)
    fill(form, {**GOOD, "quarter_actual": "many"})
    (copy,) = written_back(folder)
    assert SHOWN not in unpacked(copy)


def test_no_copy_hands_on_what_an_older_form_has(folder: Folder) -> None:
    suppressed_by_its_return(folder, LAST)
    prefilled(returned(folder, NOW, {**GOOD, "quarter_actual": "many"}), {"previous_actual": MARKER})
    (copy,) = written_back(folder)
    assert SHOWN not in unpacked(copy)


def written_back(folder: Folder) -> list[Path]:
    copies = folder.root / "copies"
    CliRunner().invoke(app, ["check", "--annotate", str(copies), "--project", str(folder.root)], catch_exceptions=False)
    return list(copies.iterdir())


def test_a_later_quarter_that_revised_it_does_not_bring_it_back_a_year_on(folder: Folder) -> None:
    suppressed_by_its_return(folder, YEAR_AGO)
    returned(folder, "2023-24-Q4", {**GOOD, "previous_revised": MARKER})
    at(folder, NOW)
    (form,) = folder.issue()
    assert SHOWN not in unpacked(form)


def test_a_trend_is_drawn_and_followed_without_it(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project", MEASURE, settings=f'{SETTINGS}scheme = "trend.toml"\n')
    derby = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")
    (folder.root / "trend.toml").write_text(f'{derby}\n[direction]\nagainst = "trend"\n', encoding="utf-8")
    for period, figure in (("2024-25-Q1", 50), ("2023-24-Q4", 60)):
        returned(folder, period, {**GOOD, "quarter_actual": figure})
    suppressed_by_its_return(folder, LAST)
    prefilled(returned(folder, NOW, GOOD), {"previous_actual": MARKER})
    files = published(folder)
    assert not is_told(files)
    page = files["exceptions.html"]
    assert ("60.0" in page, "50.0" in page) == (True, True)


def test_a_placeholder_for_it_prints_that_it_is_confidential(folder: Folder) -> None:
    suppressed_by_its_return(folder, LAST)
    answers = {**GOOD, "context": ["It was {{ previous.actual }} in {{ previous.period }}, before the lorries came."]}
    prefilled(returned(folder, NOW, answers), {"previous_actual": MARKER})
    files = published(folder)
    assert "It was [c] in Q2 2024/25" in files["exceptions.html"]
    assert not is_told(files)


def test_whoever_takes_the_reason_out_and_publishes_again_releases_it(folder: Folder) -> None:
    path = returned(folder, LAST, SUPPRESSED)
    published(folder)
    fill(path, {"missing_reason": None})
    published(folder)
    at(folder, NOW)
    (form,) = folder.issue()
    book = load_workbook(form)
    ((sheet, cell),) = book.defined_names["previous_actual"].destinations
    assert book[sheet][cell.replace("$", "")].value == MARKER
    fill(form, GOOD)
    assert is_told(published(folder))


def test_a_direction_that_would_tell_this_quarters_figure_is_for_readers_inside(folder: Folder) -> None:
    returned(folder, LAST, GIVEN)
    returned(folder, NOW, SUPPRESSED)
    (public,), (inside,) = (
        json.loads(published(folder, *options)["report.json"])["directorates"][0]["measures"]
        for options in ((), ("--internal",))
    )
    assert (public["direction"]["value"], inside["direction"]["value"]) == (None, "Stabilised")
    assert public["previous"]["actual"] == SHOWN, "that quarter published it"


def test_a_report_that_is_no_report_suppresses_nothing(folder: Folder) -> None:
    returned(folder, LAST, GIVEN)
    where = folder.project.output_folder(folder.setup.period)
    where.mkdir(parents=True)
    for text in (
        "",
        "[]",
        '{"directorates": 5}',
        '{"directorates": [{"measures": [{"code": "PL 01"}]}]}',
        "[" * 100_000,
    ):
        (where / "report.json").write_text(text)
        at(folder, NOW)
        assert folder.setup.register.find("PL 01")
        assert folder.gather().report is not None
