"""Restyle the county's template in LibreOffice Writer, as its clerk did, and save it as .docx.

Run by the system's Python, which has LibreOffice's uno module: in_writer.py PORT FROM TO
"""

import os
import sys
import time
from contextlib import suppress
from typing import Any

import uno

TRIES = 300
SERIF, SANS = "Liberation Serif", "Liberation Sans"
GREEN, PLUM = 0x1D4D3A, 0x5B2148
MARGINS = {"LeftMargin": 1500, "RightMargin": 1500, "TopMargin": 1400, "BottomMargin": 1300}
"""In hundredths of a millimetre."""
COLUMNS = (20, 18, 9, 9, 23, 21)
"""How wide the columns of the committee's table are to be, in hundredths; LibreOffice saves them somewhat otherwise."""


def connect(port: str) -> Any:
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(TRIES):
        try:
            remote = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:
            time.sleep(0.1)
    return sys.exit("LibreOffice did not answer")


def option(name: str, value: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def set_styles(document: Any) -> None:
    """Serif headings in green, plum labels, and the council's margins."""
    paragraphs = document.StyleFamilies.getByName("ParagraphStyles")
    for level in (1, 2):
        heading = paragraphs.getByName(f"Heading {level}")
        heading.CharFontName, heading.CharColor = SERIF, GREEN
    paragraphs.getByName("Standard").CharFontName = SANS
    paragraphs.getByName("Measure label").CharColor = PLUM
    for each in document.StyleFamilies.getByName("PageStyles").ElementNames:
        style = document.StyleFamilies.getByName("PageStyles").getByName(each)
        if style.isInUse():
            for name, length in MARGINS.items():
                setattr(style, name, length)


def change_table(document: Any) -> None:
    """Delete the last column of the committee's table, and drag the borders of the others."""
    tables = (document.TextTables.getByIndex(n) for n in range(document.TextTables.Count))
    table = next(each for each in tables if each.getCellByName("A1").String == "Measure Details")
    table.Columns.removeByIndex(6, 1)
    borders, all_of_it = list(table.TableColumnSeparators), table.TableColumnRelativeSum
    for number, border in enumerate(borders, 1):
        border.Position = sum(COLUMNS[:number]) * all_of_it // 100
    table.TableColumnSeparators = tuple(borders)
    table.HoriOrient = uno.getConstantByName("com.sun.star.text.HoriOrientation.FULL")


if __name__ == "__main__":
    desktop = connect(sys.argv[1])
    opened, saved = (uno.systemPathToFileUrl(each) for each in sys.argv[2:])
    document = desktop.loadComponentFromURL(opened, "_blank", 0, (option("Hidden", True),))
    set_styles(document)
    change_table(document)
    document.storeToURL(saved, (option("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    with suppress(Exception):  # it hangs up while it answers
        desktop.terminate()
    os._exit(0)  # taking the bridge down as Python ends crashes now and then
