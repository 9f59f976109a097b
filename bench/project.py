"""Make a project of many measures from the sample: its measures again and again, each copy under a code of its own.

Usage: python -m bench.project FOLDER MEASURES
"""

import csv
import io
import shutil
import sys
import tomllib
import zipfile
from html import escape
from pathlib import Path

from generator.project import Project
from sample.make import PERIOD, ROOT, Facts, register

FORM = "xl/worksheets/sheet1.xml"


def make(folder: Path, measures: int) -> Path:
    """Write settings, a register and as many filled returns; gives the folder."""
    sample, project = Project(ROOT), Project(folder)
    returns = project.returns_folder(PERIOD)
    returns.mkdir(parents=True)
    shutil.copy(sample.settings, project.settings)
    facts: list[Facts] = tomllib.loads((ROOT / "sample" / "derby-2018-19-q2.toml").read_text(encoding="utf-8"))[
        "measure"
    ]
    with (sample.returns_folder(PERIOD) / "issued.csv").open(encoding="utf-8-sig", newline="") as listed:
        forms = {row["Code"]: parts_of(ROOT / row["File"]) for row in csv.DictReader(listed)}
    copies: list[Facts] = []
    for number in range(measures):
        like, again = facts[number % len(facts)], number // len(facts)
        code = f"{like['code']} {again}" if again else like["code"]
        copies.append({**like, "code": code, "aliases": like.get("aliases", ()) if not again else ()})
        (returns / f"{number:05}.xlsx").write_bytes(under(code, like["code"], forms[like["code"]]))
    project.register.write_bytes(register(copies))
    return folder


def parts_of(path: Path) -> dict[str, bytes]:
    """Give a workbook's parts by name."""
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def under(code: str, before: str, parts: dict[str, bytes]) -> bytes:
    """Give a form under another code."""
    text, found = (f"<t>{escape(each, quote=False)}</t>".encode() for each in (code, before))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part.replace(found, text) if name == FORM else part)
    return packed.getvalue()


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
