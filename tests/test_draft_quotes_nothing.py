"""A draft for the public lists what is to be put right, and quotes nothing that the public is not to see."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from tests.projects import GOOD, SETTINGS, Value, filled_project

WITHHELD = "Hilltop"
RULES = "".join(
    f'[[rules]]\nrule = "{code}"\nseverity = "error"\nreason = "It is to be looked at."\n'
    for code in ("TEXT01", "TEXT02", "TEXT03", "TEXT10", "TEXT11", "PUB01", "PUB02", "PUB03", "NUM01")
)
SETTINGS_THAT_STOP = f'{SETTINGS}unexplained_queries = "error"\n{RULES}'
ERRORS: dict[str, Mapping[str, Value | Sequence[Value]]] = {
    "a figure with words": {"quarter_actual": f"about [[{WITHHELD}]]"},
    "a passage with a slip": {"context": [f"It was the the [[the home at {WITHHELD}]] this time."]},
    "an address": {"context": [f"Write to us@example.gov.uk about [[{WITHHELD}]]."]},
    "a passage that is not closed": {"context": [f"It was [[{WITHHELD} that had the vacancies."]},
    "a placeholder in a passage": {"context": [f"It was [[{WITHHELD} {{{{ quarter.actul }}}}]] this time."]},
    "a reason": {"direction_override": "Better", "direction_reason": f"[[{WITHHELD}]] was shut."},
    "another measure": {"same_as": f"[[{WITHHELD}]]"},
    "a suppressed figure that is queried": {
        "quarter_actual": "731.7",
        "missing_reason": "Not published because numbers are small",
    },
}


def told(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix != ".docx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("answers", ERRORS.values(), ids=ERRORS)
def test_a_draft_has_none_of_it(tmp_path: Path, answers: Mapping[str, Value | Sequence[Value]]) -> None:
    folder = filled_project(tmp_path / "project", {**GOOD, **answers})
    folder.project.settings.write_text(SETTINGS_THAT_STOP, encoding="utf-8")
    ran = CliRunner().invoke(app, ["build", "--draft", "--project", str(folder.root)], catch_exceptions=False)
    assert ran.exit_code == 0
    assert "error" in ran.stderr, "there is something to be put right"
    output = folder.project.output_folder(folder.setup.period)
    for path in (each for each in output.rglob("*") if each.is_file()):
        assert WITHHELD not in told(path), path.name
        assert "731.7" not in told(path), path.name
    assert "still to be put right" in told(output / "exceptions.html")
