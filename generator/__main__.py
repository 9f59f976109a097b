"""``python -m generator`` is the ``scorecard`` command."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Load the program and run it; Ctrl+C ends either without a traceback."""
    try:
        from generator.cli.app import run_command_line as run  # noqa: PLC0415, this takes long enough to be interrupted
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
