"""Kill builds at random moments, and see that a whole report stands after each: python -m tools.kill_builds [TIMES].

The sample is built in a folder of its own, under another title each time, so that one report can be told from the
next. Prints how many builds were killed, and how many reports were the one before or the one after.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.model.problem import Problem
from generator.output.verify import differences
from generator.project.folder import Project
from generator.project.load import settings_of

ROOT = Path(__file__).parent.parent
OF_THE_OUTPUT = {"OUT01", "OUT02", "OUT03", "OUT04"}


def main(times: int) -> int:
    """Kill so many builds; the exit code is 1 where half a report was ever found."""
    with tempfile.TemporaryDirectory() as made:
        project = Project(Path(made))
        os.environ["XDG_CACHE_HOME"] = str(project.root / "caches")
        shutil.copytree(ROOT / "inputs", project.root / "inputs")
        settings = project.settings.read_text(encoding="utf-8")
        started = time.monotonic()
        build(project, settings, 0).wait()
        whole = time.monotonic() - started
        killed = 0
        for number in range(1, times + 1):
            running = build(project, settings, number)
            time.sleep(random.uniform(0, whole * 1.1))  # noqa: S311, chance is all that is asked for
            running.kill()
            killed += running.wait() != 0
            found = halves(project)
            if found:
                print(*found, sep="\n")
                return 1
        build(project, settings, 0).wait()
        left = [path.name for path in (project.root / "output").iterdir()]
        print(f"{killed} of {times} builds killed; a whole report stood after each. At the end there is: {left}")
        return int(len(left) != 1)


def build(project: Project, settings: str, number: int) -> "subprocess.Popen[bytes]":
    """Start a build under a title of its own."""
    title = f'title = "Report {number}"\n'
    project.settings.write_text(title + settings.replace("\ntitle", "\n# title"), encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", "--project", str(project.root)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def halves(project: Project) -> list[Problem]:
    """Give what is wrong with the report as it stands; that its inputs have changed is not."""
    return [each for each in differences(project, settings_of(project).period) if each.code in OF_THE_OUTPUT]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
