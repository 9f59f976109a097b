"""Measure the Word report at many measures, beside what else could render it.

Usage: python -m bench.word [MEASURES ...]. Each renderer is a process of its own that reads one JSON file of measures
and writes the committee's table. Whole-process CPU time (user and system) and peak memory; they take turns. Ratios
count, not seconds: machines are noisy. Carbone needs node and `npm install carbone@3`,
and BENCH_NODE_MODULES to name the folder node_modules.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench import word_renderers
from bench.measuring import ROOT, Run, measure

ROUNDS = 5
FIGURES = (
    *("Quarterly data", "Target: 98.0%", "Actual: 91.5%", "Forecast data", "Target: 98.0%", "Forecast: 98.0%"),
    *("Direction of travel", "Deteriorating since Q1 2024/25", "Results", "Q1 2024/25: 97.2%; Q2 2024/25: 91.5%"),
)
NARRATIVE = (
    "Two vehicles were off the road in August & September, one for its yearly test and one after an accident. "
    "Agency crews covered most rounds; the rest were finished on the next working day <see the log>."
)


def measures(count: int) -> list[dict[str, object]]:
    """Make measures up, in three directorates."""
    return [
        {
            "directorate": ("Communities & Place", "Corporate Resources", "People Services")[number * 3 // count],
            "label": f"WM {number:05d}",
            "title": "Percentage of bins emptied on the day on which they are due to be emptied",
            "remark": "The quarter's figure is provisional.",
            "word": "Red",
            "fill": "AA1111",
            **{f"figure{at}": text for at, text in enumerate(FIGURES)},
            "context": [{"text": NARRATIVE}, {"text": NARRATIVE}],
            "actions": [{"text": NARRATIVE}],
            "intervention": [{"text": "The board looks at this monthly."}],
        }
        for number in range(count)
    ]


def rivals(folder: Path, data: Path) -> dict[str, tuple[str, ...]]:
    """Name the commands, ours first, the bare one second."""
    (folder / "docxtpl.docx").write_bytes(word_renderers.docxtpl_template())
    (folder / "carbone.docx").write_bytes(word_renderers.carbone_template())
    python = (sys.executable, "-m", "bench.word_renderers")
    found: dict[str, tuple[str, ...]] = {
        name: (*python, name, str(data), str(folder / f"{name}.out.docx"), str(folder / "docxtpl.docx"))
        for name in ("ours", "bare", "docxtpl")
    }
    modules, node = os.environ.get("BENCH_NODE_MODULES"), shutil.which("node")
    if modules and node:
        script = str(ROOT / "bench" / "rivals" / "carbone.js")
        files = (str(data), str(folder / "carbone.docx"), str(folder / "carbone.out.docx"))
        found["carbone"] = (node, script, modules, *files)
    return found


def main(counts: list[int]) -> None:
    """Print, for each number of measures, medians and their ratios to the bare renderer."""
    with tempfile.TemporaryDirectory() as name:
        for count in counts:
            folder = Path(name)
            data = folder / "measures.json"
            data.write_text(json.dumps(measures(count)), encoding="utf-8")
            commands = rivals(folder, data)
            runs: dict[str, list[Run]] = {each: [] for each in commands}
            for _ in range(ROUNDS if count < 5000 else 3):
                for each, command in commands.items():
                    runs[each].append(measure(*command))
            bare = median(run.cpu for run in runs["bare"])
            for each, found in runs.items():
                cpu, memory = median(run.cpu for run in found), median(run.memory for run in found)
                print(f"{count:6} {each:8} CPU {cpu:7.3f} s  {cpu / bare:6.2f} of bare   peak {memory:7.1f} MiB")


if __name__ == "__main__":
    os.chdir(ROOT)
    main([int(each) for each in sys.argv[1:]] or [25, 250, 2500, 10000])
