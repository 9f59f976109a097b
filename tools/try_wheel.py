"""The wheel tried alone: installed into a fresh environment, it runs a quarter from ``init`` to ``close``.

    python3 -m tools.try_wheel dist/council_scorecard-0.1.0-py3-none-any.whl

Only the standard library is used here; what fills the forms in runs in the fresh environment.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

CONSTRAINTS = Path(__file__).resolve().parents[1] / "constraints.txt"

FILL_IN = """
import sys
from pathlib import Path

from openpyxl import load_workbook

for number, path in enumerate(sorted(Path("inputs").glob("20*/*.xlsx"))):
    book = load_workbook(path)

    def cell(name):
        sheet, _, place = book.defined_names[name].attr_text.rpartition("!")
        return book[sheet.strip("'")][place.replace("$", "").partition(":")[0]]

    missed = 0.8 if number == 0 else 1
    answers = {name: cell(target).value for name, target in {
        "quarter_actual": "quarter_target", "forecast_actual": "forecast_target"}.items()
        if name in book.defined_names and target in book.defined_names}
    is_higher = str(cell("polarity").value).casefold().startswith("high")
    answers["quarter_actual"] = answers["quarter_actual"] * (missed if is_higher else 1)
    if number == 0:
        answers["context"] = "Two of the five lorries were off the road in August and in September."
        answers["actions"] = "The fleet team has hired a lorry until the end of March."
        answers["intervention"] = "The board looks at the figures each month."
    for name, value in {**answers, "completed_by": "Pat Fletcher", "approved_by": "Clarrie Grundy"}.items():
        cell(name).value = value
    book.save(path)
"""


def main(arguments: list[str]) -> int:
    """Try the wheel that is named; 0 if the quarter was closed, else the exit code of what failed."""
    (wheel,) = map(Path, arguments)
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        venv.create(top / "fresh", with_pip=True)
        programs = top / "fresh" / ("Scripts" if os.name == "nt" else "bin")
        python, scorecard, project = programs / "python", programs / "scorecard", top / "a project"
        steps: tuple[tuple[str | Path, ...], ...] = (
            (python, "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS, wheel.resolve()),
            (scorecard, "--version"),
            (scorecard, "doctor"),
            (scorecard, "init", "--like", "derby", project),
            (scorecard, "issue"),
            (python, "-c", FILL_IN),
            (scorecard, "status"),
            (scorecard, "check"),
            (scorecard, "build"),
            (scorecard, "close"),
            (scorecard, "verify"),
            (scorecard, "next"),
        )
        for step in steps:
            told = " ".join(str(each) for each in step[1:] if "\n" not in str(each))
            print(f"{step[0].stem} {told}", flush=True)  # type: ignore[union-attr]
            done = subprocess.run(
                [*map(str, step)], cwd=project if project.exists() else top, env=_alone(), check=False
            )
            if done.returncode:
                return done.returncode
    print("The wheel alone runs a quarter from init to close.")
    return 0


def _alone() -> dict[str, str]:
    """The surroundings without what would let the repository in."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
