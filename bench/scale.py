"""Measure the whole job and each stage at 25 to 10,000 measures, beside a script with openpyxl and docxtpl.

Usage: python -m bench.scale [--all] [MEASURES ...]. The commands take turns in one run, and the ratio of each pair is
what counts: machines are noisy. CPU is that of the whole process and its children (user and system). Beyond 2,500
measures each is run once, and the script (minutes) only with --all. Each run adds its figures to bench/history.csv,
by commit and machine, so that what a change does can be seen.
"""

import csv
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from bench.__main__ import ROOT, Run, measure

HISTORY = ROOT / "bench" / "history.csv"
COLUMNS = ("commit", "machine", "measures", "what", "rounds", "cpu", "wall", "memory", "least", "most")
FULL, AGAIN = "build, nothing kept", "build, all kept"
READING, LIMIT, SCRIPT = "read all returns", "unzip and parse alone", "script: openpyxl and docxtpl, Word alone"
KEPT = ".scorecard-cache"
_BAR = 40


def commands(project: Path, template: Path) -> dict[str, tuple[str, ...]]:
    """Name what is measured for a project, in the order in which the commands take turns."""
    returns = next(each for each in (project / "inputs").iterdir() if each.is_dir())
    scorecard, stage = (sys.executable, "-m", "generator"), (sys.executable, "-m", "bench.stages")
    script = (sys.executable, str(ROOT / "bench" / "script.py"), str(returns), str(template), f"{template}.out.docx")
    return {
        FULL: (*scorecard, "build", "--project", str(project)),
        AGAIN: (*scorecard, "build", "--project", str(project)),
        "issue": (*stage, "issue", str(project)),
        "check": (*scorecard, "check", "--project", str(project)),
        READING: (*stage, "read", str(project)),
        LIMIT: (sys.executable, str(ROOT / "bench" / "limit.py"), str(project)),
        "judge and check": (*stage, "judge", str(project)),
        "Word": (*stage, "word", str(project)),
        "HTML": (*stage, "html", str(project)),
        "data": (*stage, "data", str(project)),
        SCRIPT: script,
    }


def runs_of(count: int, folder: Path, *, everything: bool) -> dict[str, list[Run]]:
    """Measure every command as often as is worth while."""
    project, template = folder / str(count), folder / "template.docx"
    making = f"from pathlib import Path; from bench import script_template as s; s.write(Path({str(template)!r}))"
    # This process makes nothing itself: a child's peak memory starts from its parent's.
    lay_out: tuple[str, ...] = ("-m", "bench.project", str(project), str(count))
    for command in (lay_out, ("-c", making)):
        subprocess.run((sys.executable, *command), check=True)
    asked = commands(project, template)
    if count > 2500 and not everything:
        del asked[SCRIPT]
    found: dict[str, list[Run]] = {name: [] for name in asked}
    for _ in range(5 if count <= 25 else 3 if count <= 250 else 1):
        for name, command in asked.items():
            if name == FULL:
                shutil.rmtree(project / KEPT, ignore_errors=True)
            found[name].append(measure(*command))
    return found


def table(count: int, runs: Mapping[str, Sequence[Run]]) -> list[dict[str, object]]:
    """Print medians, with the ratio of each pair to the script and its spread; gives the rows for the history."""
    against = next(name for name in (SCRIPT, FULL) if name in runs)
    rows: list[dict[str, object]] = []
    print(f"\n{count} measures; ratios of CPU to: {against}")
    for name, each in runs.items():
        cpu, wall, memory = (round(median(run[column] for run in each), 3) for column in range(3))
        ratios = sorted(one.cpu / other.cpu for one, other in zip(each, runs[against], strict=True))
        least, most = (round(ratios[at], 3) for at in (0, -1))
        bar = "#" * min(_BAR, round(_BAR * median(ratios)))
        print(f"{name:42} CPU {cpu:8.3f}  wall {wall:8.3f}  {memory:6.0f} MiB  {least:5.2f} to {most:5.2f}  {bar}")
        figures = (count, name, len(each), cpu, wall, memory, least, most)
        rows.append(dict(zip(COLUMNS[2:], figures, strict=True)))
    print(f"reading: {median(r.cpu for r in runs[READING]) / median(r.cpu for r in runs[LIMIT]):.2f} of the limit")
    return rows


def growth(found: Mapping[int, Mapping[str, Sequence[Run]]]) -> None:
    """Print how CPU grows with the number of measures: 1 is in step with it."""
    sizes = sorted(count for count in found if count >= 250)
    for first, last in [(sizes[0], sizes[-1])] if len(sizes) > 1 else []:
        print(f"\nGrowth from {first} to {last} measures")
        for name in found[first].keys() & found[last].keys():
            small, large = (median(run.cpu for run in found[count][name]) for count in (first, last))
            print(f"{name:42} exponent {math.log(large / small) / math.log(last / first):.2f}")


def keep(rows: Sequence[Mapping[str, object]]) -> None:
    """Add the figures to the history."""
    asked = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    commit = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    is_new = not HISTORY.exists()
    with HISTORY.open("a", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        if is_new:
            written.writeheader()
        written.writerows({"commit": commit, "machine": machine, **row} for row in rows)


def main(arguments: Sequence[str]) -> None:
    """Measure, print and keep."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # where a user runs it, Python keeps what it compiles
    counts = [int(each) for each in arguments if each != "--all"] or [25, 250, 2500, 10000]
    found: dict[int, dict[str, list[Run]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            found[count] = runs_of(count, Path(folder), everything="--all" in arguments)
            keep(table(count, found[count]))
    growth(found)


if __name__ == "__main__":
    os.chdir(ROOT)
    main(sys.argv[1:])
