"""``python -m generator`` is the ``scorecard`` command."""

import os
import sys
from contextlib import suppress
from pathlib import Path

INTERRUPTED = 130


def main() -> None:
    """Load the program and run it; Ctrl+C ends either without a traceback."""
    with suppress(FileNotFoundError):  # a working folder that is gone holds nothing
        _load_nothing_from_the_working_folder()
    try:
        from generator.cli.app import run_command_line as run  # noqa: PLC0415, this takes long enough to be interrupted
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()


def _load_nothing_from_the_working_folder() -> None:
    """``python -m``, and an empty entry of PYTHONPATH, would let a file that lies there pass for a library."""
    own, here = Path(__file__).parents[1], Path.cwd()
    sys.path[:] = [each for each in sys.path if Path(each).absolute() != here or own == here]
    os.environ["PYTHONSAFEPATH"] = "1"  # for every process that this one starts


if __name__ == "__main__":
    main()
