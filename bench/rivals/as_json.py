"""openpyxl reads for a renderer that runs in node: python -m bench.rivals.as_json RETURNS_FOLDER DATA."""

import json
import sys
from pathlib import Path

from bench.rivals.returns import by_directorate


def told(answer: object) -> object:
    """Give a narrative's lines as objects: carbone repeats nothing else."""
    return [{"text": line} for line in answer] if isinstance(answer, list) else answer


def main(returns: str, data: str) -> None:
    measures = [
        {name: told(answer) for name, answer in measure.items()}
        for each in by_directorate(returns).values()
        for measure in each
    ]
    Path(data).write_text(json.dumps(measures, default=str), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
