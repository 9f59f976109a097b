"""Fill forms in LibreOffice through their defined names and save them, as an officer without Excel would.

Run by the system's Python, which has LibreOffice's uno module: fill_in_libreoffice.py PORT < jobs.json
Jobs are {"file": path, "answers": {name: value or [values]}}. A value that is {"typed": text} is entered as a formula
is, and one that is {"keyed": text} as at the keyboard, in the language of the office. With "saved" the file is saved
there, not in place, and what the cells of columns A to E show is printed. With "rows" the rows are printed that are
lower than their texts need, with both heights in points.
"""

import json
import os
import sys
import time
from contextlib import suppress

import uno
from com.sun.star.beans import PropertyValue

TRIES = 300
POINTS, A_DOT = 72 / 2540, 15


def connect(port):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(TRIES):
        try:
            remote = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:
            time.sleep(0.1)
    sys.exit("LibreOffice did not answer")


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def put(cell, value):
    if isinstance(value, dict) and "keyed" in value:
        cell.FormulaLocal = value["keyed"]
    elif isinstance(value, dict):
        cell.setFormula(value["typed"])
        if value["typed"].endswith("%"):
            cell.setPropertyValue("NumberFormat", 10)
            cell.setValue(float(value["typed"][:-1]) / 100)
    elif isinstance(value, str):
        cell.setString(value)
    elif value is not None:
        cell.setValue(value)


def look(document):
    shown = {}
    for sheet in (document.Sheets.getByName(name) for name in document.Sheets.ElementNames):
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress.EndRow
        cells = sheet.getCellRangeByPosition(0, 0, 4, last)
        shown[sheet.Name] = [list(row) for row in cells.getDataArray()]
    return shown


def too_low(document):
    found = []
    for sheet in (document.Sheets.getByName(name) for name in document.Sheets.ElementNames):
        if not sheet.IsVisible:
            continue
        sheet.unprotect("")
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        for number in range(cursor.RangeAddress.EndRow + 1):
            row = sheet.Rows.getByIndex(number)
            has = row.Height
            if row.IsVisible:
                row.OptimalHeight = True
                if row.Height > has + A_DOT:
                    found.append([sheet.Name, number + 1, round(has * POINTS, 1), round(row.Height * POINTS, 1)])
    return found


def fill(desktop, file, answers, saved=None, rows=None):
    url = uno.systemPathToFileUrl(file)
    document = desktop.loadComponentFromURL(url, "_blank", 0, (option("Hidden", True),))
    for name, value in answers.items():
        cells = document.NamedRanges.getByName(name).getReferredCells()
        for row, each in enumerate(value if isinstance(value, list) else [value]):
            put(cells.getCellByPosition(0, row), each)
    document.calculateAll()
    if rows:
        sys.stdout.write(f"{json.dumps(too_low(document))}\n")
        sys.stdout.flush()
        document.close(True)
        return
    if saved:
        sys.stdout.write(f"{json.dumps(look(document))}\n")
        sys.stdout.flush()
        url = uno.systemPathToFileUrl(saved)
    document.storeToURL(url, (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)


if __name__ == "__main__":
    desktop = connect(sys.argv[1])
    for job in json.load(sys.stdin):
        fill(desktop, job["file"], job["answers"], job.get("saved"), job.get("rows"))
    with suppress(Exception):  # it hangs up while it answers
        desktop.terminate()
    os._exit(0)  # taking the bridge down as Python ends crashes now and then
