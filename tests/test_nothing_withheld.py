"""Nothing withheld stands in any file of a public build, however deep, nor a hash from which it could be guessed.

Every place that somebody can write into holds a marker of its own; what the report prints is named here, and all else
must be in no byte of what is published.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from typer.testing import CliRunner

from generator.cli.app import app
from tests.projects import SETTINGS, Value, fill, make_project

NAMES = ("Registerofficer", "Registeremail@example.gov.uk", "Registerapprover", "Completedby", "Approvedby")
SECRET = {
    "register's own columns": ("Registerownone", "Registerowntwo"),
    "persons": NAMES,
    "the note to the team": ("Notetotheteam",),
    "marked passages": ("Markedcontext", "Markedaction", "Markedreview", "Markedreason"),
    "file and sheet names": ("Filenameofjo", "Sheetnameofjo"),
    "notes, other sheets and properties": ("Cellnote", "Noteauthor", "Othersheet", "Propertyauthor", "Guidancecell"),
    "settings for the team": ("Neverprinted", "Sendreturnsto", "Reasonoftherule"),
}
PRINTED = ("Registertitle", "Contextprinted", "Actionprinted", "Reviewprinted")
SETTINGS_TO_TRY = f"""{SETTINGS}send_to = "Sendreturnsto"
[house_style]
names = ["Neverprinted"]
words = ["Neverprintedword"]
[[rules]]
rule = "TEXT09"
severity = "off"
reason = "Reasonoftherule"
"""
MEASURE: dict[str, Value] = {
    "Code": "PL 01",
    "Title": "Registertitle",
    "Officer": NAMES[0],
    "Officer email": NAMES[1],
    "Approver": NAMES[2],
    "Decimals": 3,
}
SUPPRESSED: dict[str, Value] = {**MEASURE, "Code": "PL 02", "Title": "Small numbers", "Unit": "", "Decimals": 3}
FIGURES = (7341.875, 6117.625)
"""What stands in the form of a measure whose figures are not published because numbers are small."""

ANSWERS: dict[str, Value | Sequence[Value]] = {
    "quarter_actual": 60.125,
    "forecast_actual": 61.25,
    "context": ["Contextprinted [[Markedcontext]] rose to 55.5 from 44.4 in Apirl 2019."],
    "actions": ["Actionprinted [[Markedaction of 12 High Street]] will be done soon by by nobody."],
    "intervention": ["Reviewprinted [[Markedreview]]"],
    "direction_override": "Improving",
    "direction_reason": "It is [[Markedreason]] better.",
    "note_to_team": "Notetotheteam",
    "completed_by": NAMES[3],
    "approved_by": NAMES[4],
}


def spoilt(path: Path) -> Path:
    """Write into every other place of a returned workbook, and rename it and its sheet after a person."""
    book = load_workbook(path)
    book.properties.creator = book.properties.lastModifiedBy = book.properties.description = "Propertyauthor"
    book["Guidance"]["B40"] = "Guidancecell"
    book.security.lockStructure = False
    form = book["Return"]
    form["C20"].comment = Comment("Cellnote", "Noteauthor")
    book.create_sheet("More")["A1"] = "Othersheet"
    book.save(path)
    return path.rename(path.with_name(f"Filenameofjo {path.name}"))


@pytest.fixture(scope="module", params=["", "--draft"])
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a public build; a draft of returns that have errors too."""
    root = tmp_path_factory.mktemp("council")
    folder = make_project(root, MEASURE, SUPPRESSED, settings=SETTINGS_TO_TRY)
    register = load_workbook(root / "inputs" / "register.xlsx")
    for column, marker in enumerate(SECRET["register's own columns"], register["Measures"].max_column + 1):
        register["Measures"].cell(1, column, f"Own {column}")
        register["Measures"].cell(2, column, marker)
    register.save(root / "inputs" / "register.xlsx")
    first, second = folder.issue()
    wrong: dict[str, Value] = {"quarter_status_override": "Notetotheteam"} if request.param else {}
    fill(first, {**ANSWERS, **wrong})
    small: dict[str, Value] = {
        "missing_reason": "Not published because numbers are small",
        "quarter_actual": FIGURES[0],
    }
    fill(second, {**ANSWERS, **small, "forecast_actual": FIGURES[1]})
    spoilt(first)
    spoilt(second)
    (folder.returns / "Filenameofjo's letter.docx").write_bytes(b"PK\3\4")
    done = CliRunner().invoke(app, ["build", "--project", str(root), *([request.param] if request.param else [])])
    assert done.exit_code == 0, done.output
    return folder.project.output_folder(folder.setup.period)


def contents(path: Path) -> Iterator[bytes]:
    """A file's bytes, and those of all that is packed in it."""
    waiting = [path.read_bytes()]
    while waiting:
        data = waiting.pop()
        yield data
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                waiting += [name.encode() for name in archive.namelist()]
                waiting += [archive.read(name) for name in archive.namelist()]


def everything(folder: Path) -> bytes:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert len(files) > 6
    return b"\n".join(part for path in files for part in (path.name.encode(), *contents(path)))


@pytest.mark.parametrize("what", SECRET)
def test_what_is_not_printed_is_in_no_byte_of_any_file(published: Path, what: str) -> None:
    found = everything(published)
    assert [marker for marker in SECRET[what] if marker.encode() in found] == []


def test_what_is_printed_is_there(published: Path) -> None:
    """Or the test above could not fail."""
    found = everything(published)
    assert [marker for marker in PRINTED if marker.encode() not in found] == []


@pytest.mark.parametrize("figure", FIGURES)
def test_no_suppressed_figure_is_there_in_any_spelling(published: Path, figure: float) -> None:
    found = everything(published)
    spellings = {f"{figure:.{places}f}" for places in range(4)} | {f"{figure:,.{places}f}" for places in range(4)}
    assert [each for each in spellings if each.encode() in found] == []


def test_no_hash_of_what_came_back_is_published(published: Path) -> None:
    """Whoever knows a form could try answers until a hash fits."""
    found = everything(published)
    inputs = [path for path in (published.parents[1] / "inputs").rglob("*") if path.is_file()]
    assert len(inputs) > 3
    for path in inputs:
        for algorithm in ("sha256", "sha1", "md5"):
            assert hashlib.new(algorithm, path.read_bytes()).hexdigest().encode() not in found


def test_the_manifest_lists_outputs_and_versions_alone(published: Path) -> None:
    told = json.loads((published / "manifest.json").read_bytes())
    assert set(told) == {"schema", "scorecard", "versions", "outputs"}
    assert all((published / each["file"]).is_file() for each in told["outputs"])


def test_problems_name_returns_as_their_forms_were_issued(published: Path) -> None:
    report = json.loads((published / "report.json").read_bytes())
    named = {each["file"] for each in report["problems"]}
    assert named <= {
        "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx",
        "inputs/2024-25-Q3/PL 02 2024-25-Q3.xlsx",
        "inputs/2024-25-Q3",
    }
    assert any(each["message"] for each in report["problems"])
