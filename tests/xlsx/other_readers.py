"""What other programs' readers find in workbooks: python -m tests.xlsx.other_readers FILE... prints it as JSON.

It runs in a process of its own, with limits, as neither of them has any.
"""

import datetime as dt
import json
import resource
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl
from python_calamine import CalamineWorkbook

MEMORY, SECONDS = 2 << 30, 120
type_of_cells = dict[str, dict[str, str]]
"""By sheet, what each cell that is not blank holds, by its row and column, such as ``14,3``."""


def found_by_others(paths: Sequence[Path]) -> Mapping[str, Mapping[str, type_of_cells]]:
    """Give what each reader finds in each file, by the reader's name and the file's path."""
    command = [sys.executable, "-m", "tests.xlsx.other_readers", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
    found: Mapping[str, Mapping[str, type_of_cells]] = json.loads(done.stdout)
    return found


def said(value: object) -> str:
    """Say a value as all readers can: a number to fifteen digits, a date as 2018-10-12; nothing for a blank."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return f"{value:.15g}"
        case dt.datetime():
            return value.date().isoformat()
        case dt.date():
            return value.isoformat()
    return str(value).replace("\r\n", "\n")


def _cells(rows: Iterable[Iterable[object]]) -> dict[str, str]:
    return {
        f"{row},{column}": text
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if (text := said(value))
    }


def _by_openpyxl(path: str) -> type_of_cells:
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: _cells(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def _by_calamine(path: str) -> type_of_cells:
    book = CalamineWorkbook.from_path(path)
    return {name: _cells(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    readers = {"openpyxl": _by_openpyxl, "calamine": _by_calamine}
    found = {name: {path: read(path) for path in sys.argv[1:]} for name, read in readers.items()}
    sys.stdout.write(json.dumps(found))
