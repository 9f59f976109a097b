"""Measure the build of the sample beside a script with openpyxl and docxtpl, on the same returns in the same run.

Usage: python -m bench [ROUNDS]. Ours makes all documents and checks all; the script makes the Word file alone. Whole
processes are measured: CPU time (user and system), wall time and peak memory. They take turns, and the ratio of each
pair is what counts: machines are noisy.
"""

import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench import script_template
from generator.kept import FOLDER

ROOT = Path(__file__).parent.parent
FIRST, AGAIN = "scorecard build, nothing kept of an earlier one", "scorecard build, again"
SCRIPT = "script: openpyxl and docxtpl (Word alone)"
RETURNS = ROOT / "inputs" / "2018-19-Q2"


class Run(NamedTuple):
    """What one process took: CPU and wall seconds, and peak resident memory in MiB."""

    cpu: float
    wall: float
    memory: float


def measure(*command: str) -> Run:
    """Run a command to its end, alone."""
    start = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def main(rounds: int) -> None:
    """Print a table of medians and of the ratios of the pairs."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.docx"
        script_template.write(template)
        rivals = {
            FIRST: (sys.executable, "-m", "generator", "build"),
            AGAIN: (sys.executable, "-m", "generator", "build"),
            SCRIPT: (
                *(sys.executable, str(ROOT / "bench" / "script.py"), str(RETURNS)),
                *(str(template), str(Path(folder) / "out.docx")),
            ),
        }
        for command in rivals.values():
            measure(*command)
        runs = {name: [] for name in rivals}  # type: dict[str, list[Run]]
        for _ in range(rounds):
            for name, command in rivals.items():
                if name == FIRST:
                    shutil.rmtree(ROOT / FOLDER, ignore_errors=True)
                runs[name].append(measure(*command))
    print(f"{rounds} rounds, {os.cpu_count()} cores, Python {platform.python_version()}; medians")
    for name, each in runs.items():
        cpu, wall, memory = (median(run[column] for run in each) for column in range(3))
        print(f"{name:48} CPU {cpu:6.3f} s   wall {wall:6.3f} s   peak {memory:6.1f} MiB")
    for name in (FIRST, AGAIN):
        ratios = sorted(one.cpu / other.cpu for one, other in zip(runs[name], runs[SCRIPT], strict=True))
        spread = f"from {ratios[0]:.2f} to {ratios[-1]:.2f}"
        print(f"CPU of “{name}” to the script's: median {median(ratios):.2f}, {spread}")


if __name__ == "__main__":
    os.chdir(ROOT)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
