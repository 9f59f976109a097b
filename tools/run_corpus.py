"""Read every file of a folder as if it were a return, each in a process with limits: python -m tools.run_corpus FOLDER.

Nothing may come of a file but a problem in words: no traceback, no end by a signal, no more than the memory and the
seconds given. Prints how many files got which problem, those above 1 s or 100 MiB, and what failed.
"""

import json
import multiprocessing
import os
import resource
import sys
import time
from collections import Counter
from pathlib import Path

from generator.model.period import Period
from generator.model.register import Register
from generator.reading.opened_workbook import open_workbook
from generator.reading.read_form import read_workbook
from generator.reading.readings import Expected
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.xlsx import FILE_BYTES

MEMORY, SECONDS = 400 << 20, 10
SLOW, LARGE = 1.0, 100 * 1024
EXPECTED = Expected(Register(()), Period(2018, 2), lambda _: ())


def read(path: Path) -> str:
    """Give the codes of the problems that a file has, as a build would tell them."""
    try:
        data = read_steadily(path, path.name, FILE_BYTES)
    except NotOpenedError as fault:
        return fault.problem.code
    readings = read_workbook(open_workbook(data), path.name, EXPECTED)
    return " ".join(dict.fromkeys(each.code for reading in readings for each in reading.problems)) or "read"


def in_a_child(path: Path) -> tuple[str, float, int]:
    """Read a file in a process of its own; gives what was told, CPU seconds and growth of memory in KiB."""
    answer, told = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        try:
            codes = read(path)
        except BaseException as error:
            codes = f"FAILED {type(error).__name__}: {error}"
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        os.write(told, json.dumps([codes, time.process_time() - started, grown]).encode())
        os._exit(0)
    os.close(told)
    with os.fdopen(answer, "rb") as pipe:
        text = pipe.read()
    _, status = os.waitpid(child, 0)
    if status or not text:
        return f"FAILED with status {status}", float(SECONDS), 0
    codes, seconds, grown = json.loads(text)
    return str(codes), float(seconds), int(grown)


def main(folder: Path) -> int:
    """Read them all; the exit code is 1 where any failed or passed a limit."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    with multiprocessing.get_context("fork").Pool(2) as pool:
        results = dict(zip(paths, pool.imap(in_a_child, paths, chunksize=16), strict=True))
    counts = Counter(codes for codes, _, _ in results.values())
    for codes, count in counts.most_common():
        print(f"{count:6}  {codes}")
    beyond = {path: each for path, each in results.items() if each[1] > SLOW or each[2] > LARGE or "FAILED" in each[0]}
    for path, (codes, seconds, grown) in beyond.items():
        print(f"BEYOND {path}: {codes}, {seconds:.2f} s, {grown / 1024:.0f} MiB")
    slowest = max(seconds for _, seconds, _ in results.values())
    largest = max(grown for _, _, grown in results.values())
    print(
        f"{len(results)} files, {len(beyond)} beyond; at most {slowest:.2f} s of CPU and {largest / 1024:.0f} MiB more"
    )
    return int(bool(beyond))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
