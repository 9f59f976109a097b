"""Fill forms in LibreOffice through their defined names and save them, as an officer without Excel would.

Run by the system's Python, which has LibreOffice's uno module: fill_in_libreoffice.py PORT < jobs.json
Jobs are {"file": path, "answers": {name: value or [values]}}.
"""

import json
import sys
import time
from contextlib import suppress

import uno
from com.sun.star.beans import PropertyValue

TRIES = 300


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


def fill(desktop, file, answers):
    url = uno.systemPathToFileUrl(file)
    document = desktop.loadComponentFromURL(url, "_blank", 0, (option("Hidden", True),))
    for name, value in answers.items():
        cells = document.NamedRanges.getByName(name).getReferredCells()
        for row, each in enumerate(value if isinstance(value, list) else [value]):
            cell = cells.getCellByPosition(0, row)
            if isinstance(each, str):
                cell.setString(each)
            else:
                cell.setValue(each)
    document.storeToURL(url, (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)


if __name__ == "__main__":
    desktop = connect(sys.argv[1])
    for job in json.load(sys.stdin):
        fill(desktop, job["file"], job["answers"])
    with suppress(Exception):  # it hangs up while it answers
        desktop.terminate()
