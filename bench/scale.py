"""Measure the whole job and each stage at 25 to 10,000 measures, beside what a user would pick instead and the limits.

Usage: python -m bench.scale [--all] [MEASURES ...]. The commands take turns in one run, and the ratio of each pair is
what counts: machines are noisy. Beyond 2,500 measures issuing, and all rivals but the script with docxtpl, run only
with --all. Each run adds its figures to bench/history.csv, by commit and machine, so that what a change does can be
seen, and draws bench/scale.svg. bench/README.md says what the rows are.
"""

import csv
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.chart import chart
from bench.commands import CACHES, DOCXTPL, IN_NODE, ISSUE, RIVALS, absent, before, commands, lay_out
from bench.figures import against, growth_table, medians, ratio, table, type_of_runs
from bench.measuring import ROOT, Run, measure

HISTORY, CHART = ROOT / "bench" / "history.csv", ROOT / "bench" / "scale.svg"
COLUMNS = ("commit", "machine", "measures", "what", "rounds", "cpu", "wall", "memory", "least", "most")
SIZES = (25, 250, 2500, 10000)
LONG = (ISSUE, *(each for each in RIVALS if each != DOCXTPL))
"""What takes minutes beyond 2,500 measures, and runs there only when asked for."""


def rounds(count: int) -> int:
    """Say how often it is worth while to measure so many measures; each round changes another return."""
    return min(5, count) if count <= 25 else 3 if count <= 250 else 1


def runs_of(count: int, folder: Path, *, everything: bool) -> dict[str, list[Run]]:
    """Measure every command as often as is worth while."""
    project = lay_out(folder, count)
    asked = {
        name: command for name, command in commands(project).items() if everything or count <= 2500 or name not in LONG
    }
    found: dict[str, list[Run]] = {name: [] for name in asked}
    for time in range(rounds(count)):
        for name, command in asked.items():
            before(name, project, time)
            found[name].append(measure(*command))
    return found


def rows(commit: str, count: int, runs: type_of_runs) -> Iterator[dict[str, object]]:
    """Give the figures of one number of measures for the history."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    for name, each in runs.items():
        _, least, most = ratio(runs, name, against(runs))
        figures = (round(figure, 3) for figure in (*medians(each), least, most))
        yield dict(zip(COLUMNS, (commit, machine, count, name, len(each), *figures), strict=True))


def told_by_git() -> str:
    """Name the commit that is measured."""
    asked = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


def keep(figures: Iterator[dict[str, object]], history: Path = HISTORY) -> None:
    """Add figures to the history."""
    is_new = not history.exists()
    with history.open("a", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        if is_new:
            written.writeheader()
        written.writerows(figures)


def main(arguments: Sequence[str]) -> None:
    """Measure, print, keep and draw."""
    os.chdir(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # where a user runs it, Python keeps what it compiles
    subprocess.run((sys.executable, "-m", "compileall", "-q", "generator", "bench"), check=True)
    counts = [int(each) for each in arguments if each != "--all"] or SIZES
    commit = told_by_git()  # before the history is changed
    for said in filter(None, map(absent, IN_NODE)):
        print(said)
    found: dict[int, type_of_runs] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ[CACHES] = str(Path(folder) / "caches")
        for count in counts:
            found[count] = runs_of(count, Path(folder), everything="--all" in arguments)
            print(*table(count, found[count]), "", sep="\n", flush=True)
            keep(rows(commit, count, found[count]))
            if len(found) > 1:
                CHART.write_text(chart(found), encoding="utf-8")
    for line in growth_table(found):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
