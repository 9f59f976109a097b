"""What one process takes, measured from outside it."""

import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Run(NamedTuple):
    """What one process and its children took: CPU and wall seconds, and peak resident memory in MiB.

    The memory is that of whichever of them had most; CPU is user and system time of all.
    """

    cpu: float
    wall: float
    memory: float


def measure(*command: str) -> Run:
    """Run a command to its end, alone. Ends the program if the command fails."""
    start = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)
