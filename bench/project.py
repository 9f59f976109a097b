"""Make a project of many measures from the sample: its measures again and again, each copy under a code of its own.

Usage: python -m bench.project FOLDER MEASURES
       python -m bench.project FOLDER --change TIME   changes exactly one of its returns, each time another way
"""

import csv
import io
import shutil
import sys
import tomllib
import zipfile
from html import escape
from pathlib import Path

from generator.project.folder import Project
from sample.make import PERIOD, ROOT, Facts, register

FORM = "xl/worksheets/sheet1.xml"


def make(folder: Path, measures: int) -> Path:
    """Write settings, a register and as many filled returns; gives the folder."""
    sample, project, facts = Project(ROOT), Project(folder), facts_of_sample()
    returns = project.returns_folder(PERIOD)
    returns.mkdir(parents=True)
    shutil.copy(sample.settings, project.settings)
    with (sample.returns_folder(PERIOD) / "issued.csv").open(encoding="utf-8-sig", newline="") as listed:
        forms = {row["Code"]: parts_of(ROOT / row["File"]) for row in csv.DictReader(listed)}
    copies: list[Facts] = []
    for number in range(measures):
        like, again = facts[number % len(facts)], number // len(facts)
        code = f"{like['code']} {again}" if again else like["code"]
        copies.append({**like, "code": code, "aliases": like.get("aliases", ()) if not again else ()})
        form = replaced(forms[like["code"]], like["code"], code)
        return_of(project, number).write_bytes(form)
    project.register.write_bytes(register(copies))
    return folder


def parts_of(path: Path) -> dict[str, bytes]:
    """Give a workbook's parts by name."""
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def replaced(parts: dict[str, bytes], before: str, after: str) -> bytes:
    """Give a form with another text in the cells that hold just this one."""
    text, found = (f">{escape(each, quote=False)}</t>".encode() for each in (after, before))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part.replace(found, text) if name == FORM else part)
    return packed.getvalue()


def change(folder: Path, time: int) -> None:
    """Add to what one return says in its context, so that it is another workbook and another report."""
    path, said = return_of(Project(folder), time), facts_of_sample()[time]["context"][0]
    path.write_bytes(replaced(parts_of(path), said, f"{said} It was looked at again{' and again' * time}."))


def return_of(project: Project, number: int) -> Path:
    """Give the file of a return."""
    return project.returns_folder(PERIOD) / f"{number:05}.xlsx"


def facts_of_sample() -> list[Facts]:
    """Give the sample's measures."""
    text = (ROOT / "sample" / "derby-2018-19-q2.toml").read_text(encoding="utf-8")
    facts: list[Facts] = tomllib.loads(text)["measure"]
    return facts


if __name__ == "__main__":
    asked, *options = sys.argv[1:] if sys.argv[2:] else sys.exit(__doc__)
    if options[0] == "--change":
        change(Path(asked), int(options[1]))
    else:
        make(Path(asked), int(options[0]))
