"""Measure a full build beside that of another version, each with the forms that it issues itself.

Usage: python -m bench.compare [COMMIT] [MEASURES ...]. Without a commit it is the one that figures are held against.
The two take turns, and the ratio of each pair is what counts: machines are noisy. README.md says what it may be.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from statistics import median

from bench.commands import CACHES
from bench.measuring import ROOT, measure

HELD_AGAINST = "21de842"
SIZES = (25, 100, 250)
ROUNDS = 5
_KEPT_BY_OLD = ".scorecard-cache"
"""Where early versions kept in the project what this one keeps in the user's cache folder."""


def unpacked(commit: str, folder: Path) -> Path:
    """The program as it was at a commit, with its compiled modules."""
    packed = subprocess.run(("git", "-C", str(ROOT), "archive", commit), capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    compile_modules(folder)
    return folder


def compile_modules(version: Path) -> None:
    """Compile a version's modules, as Python does where it may write."""
    subprocess.run((sys.executable, "-m", "compileall", "-q", "generator", "bench"), cwd=version, check=True)


def cpu_of_build(version: Path, project: Path) -> float:
    """The CPU seconds of a build with nothing kept."""
    os.chdir(version)  # "python -m" takes the program from there
    os.environ["PYTHONPATH"] = str(version)
    shutil.rmtree(os.environ[CACHES], ignore_errors=True)
    shutil.rmtree(project / _KEPT_BY_OLD, ignore_errors=True)
    return measure(sys.executable, "-m", "generator", "build", "--project", str(project)).cpu


def compare(version: Path, other: Path, folder: Path, count: int) -> str:
    """A line with the seconds of both, and their ratio."""
    projects: list[Path] = []
    for number, each in enumerate((version, other)):
        projects.append(folder / f"{count}-{number}")
        asked = (sys.executable, "-m", "bench.project", str(projects[-1]), str(count))
        subprocess.run(asked, cwd=each, env={**os.environ, "PYTHONPATH": str(each)}, check=True)
        cpu_of_build(each, projects[-1])  # its templates are compiled once, and kept beside the program
    pairs = [(cpu_of_build(version, projects[0]), cpu_of_build(other, projects[1])) for _ in range(ROUNDS)]
    ours, theirs = zip(*pairs, strict=True)
    ratios = sorted(one / another for one, another in pairs)
    return (
        f"{count:>8} {median(ours):8.3f} {median(theirs):8.3f}   {median(ratios):.2f} "
        f"({ratios[0]:.2f} to {ratios[-1]:.2f}); of the least of each {min(ours) / min(theirs):.2f}"
    )


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    commits = [each for each in arguments if not each.isdigit() or len(each) == len(HELD_AGAINST)]
    counts = [int(each) for each in arguments if each not in commits] or SIZES
    commit = commits[0] if commits else HELD_AGAINST
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compile_modules(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ[CACHES] = str(folder / "caches")
        other = unpacked(commit, folder / "other")
        print(f"measures    this  {commit}   ratio of each pair, median (least to most)")
        for count in counts:
            print(compare(ROOT, other, folder, count), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
