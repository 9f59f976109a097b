"""Whatever changed since, a build with what earlier ones kept gives what a build without it gives, to the last byte.

A small project is edited at random, again and again, and built after every other edit: with all that has been kept so
far, and as a copy in which nothing can be kept. What the two publish and say must be the same.
"""

import json
import os
import shutil
import tomllib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import Any
from zipfile import BadZipFile

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cache.kinds import SWITCH, KeptKind
from generator.cache.store import FILE
from generator.cache.users_folder import users_folder
from generator.cli.app import app
from generator.judging.outcome import ExceptionRule
from generator.model.messages.wording import Severity
from generator.model.period import Period
from generator.model.problem import Unusable
from generator.project.folder import BUNDLED_TEMPLATES
from generator.project.report_options import Part
from generator.project.word_layouts import Pack
from generator.reading.register.columns import HEADERS, SHEET
from tests.projects import GOOD, MEASURE, Folder, Value, fill, make_project

SEEDS = (1,)
QUARTER = Period(2024, 3)
QUARTERS = (QUARTER.previous.previous, QUARTER.previous, QUARTER)
RESTYLED = Path(__file__).parent / "restyled"

MEASURES: tuple[dict[str, Value], ...] = (
    {},
    {"Code": "PL 02", "Title": "Trees planted", "Unit": "number", "Decimals": 0, "Aliases": "TR 2"},
    {"Code": "PE 01", "Title": "Reviews held in time", "Directorate": "People", "Bundle": "Reviews"},
    {"Code": "PE 02", "Title": "Days to a decision", "Directorate": "People", "Unit": "days", "Polarity": "lower"},
    {"Code": "PE 03", "Title": "Reviews held late", "Directorate": "People", "Polarity": "lower", "Bundle": "Reviews"},
)
TEXTS = (  # of the first, a reader's eye has much to say, and last quarter had it too
    "Performance was 12% and will hopefully improve ASAP due to TR 2 and PE 02, say three pupils of Hilltop school.",
    "Two lorries were off the road.",
    "PL 01 stands at {{ actual }} against {{ target }}, a better result than in Q2.",
    "Three pupils [[of Hilltop school]] left in September 2023, and [[ nobody knows.",
    "<?later 0?> &lt;?later 0?&gt; {{ nothing }} {% for %} \U0010fff0page.council\U0010fff1",
    "1. Hire a lorry.\n2. Train a driver.\n- Tell residents.",
    "Two lorries was stood still, see 4 of 20 people; colour and color.",
    "_xD800_ _xFFFE_ \u200b é",
)

type_of_edit = Callable[[Folder, Random], None]


def project(root: Path) -> Folder:
    """Lay out five measures in two directorates, with returns of three quarters; two measures share a workbook."""
    folder = make_project(root, *MEASURES)
    for number, period in enumerate(QUARTERS):
        set_keys(folder, period=str(period))
        for path in folder.issue():
            answer(path, {**GOOD, "quarter_actual": 88 + number, "context": [TEXTS[0]]})
    return folder


def answer(path: Path, answers: Mapping[str, Value | Sequence[Value]]) -> None:
    """Fill in a form, or each of several in a workbook."""
    book = load_workbook(path)
    if "quarter_actual" in book.defined_names:
        fill(path, answers)
        return
    for sheet in book.worksheets:
        for name in answers.keys() & sheet.defined_names.keys():
            ((_, cells),) = sheet.defined_names[name].destinations
            value: Any = answers[name]
            sheet[cells.replace("$", "").partition(":")[0]] = value[0] if isinstance(value, list) else value
    book.save(path)


# What is edited: the settings, the register, the returns, the templates, and what builds themselves have left.


def set_keys(folder: Folder, **values: object) -> None:
    known = {**tomllib.loads(folder.project.settings.read_text(encoding="utf-8")), **values}
    told = "".join(f"{key} = {in_toml(value)}\n" for key, value in known.items() if value is not None)
    folder.project.settings.write_text(told, encoding="utf-8")


def in_toml(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)} = {in_toml(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(in_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def setting(key: str, *values: object) -> type_of_edit:
    return lambda folder, random: set_keys(folder, **{key: random.choice((None, *values))})


def required(key: str, *values: object) -> type_of_edit:
    return lambda folder, random: set_keys(folder, **{key: random.choice(values)})


def registered(header: str, *values: Value) -> type_of_edit:
    """Write a value into one row of the register."""

    def edit(folder: Folder, random: Random) -> None:
        book = load_workbook(folder.project.register)
        rows = book[SHEET].max_row
        book[SHEET].cell(random.randint(2, rows), HEADERS.index(header) + 1).value = random.choice(values)
        book.save(folder.project.register)

    return edit


def reorder(folder: Folder, random: Random) -> None:
    """Move a measure of the register to its end, or take it out."""
    book = load_workbook(folder.project.register)
    sheet = book[SHEET]
    row = random.randint(2, sheet.max_row)
    if random.random() < 0.7 or sheet.max_row < 4:
        sheet.append([cell.value for cell in sheet[row]])
    sheet.delete_rows(row)
    book.save(folder.project.register)


def restore_register(folder: Folder, random: Random) -> None:
    book = load_workbook(folder.project.register)
    book[SHEET].delete_rows(2, 100)
    for measure in random.sample(MEASURES, len(MEASURES)):
        book[SHEET].append([{**MEASURE, **measure}.get(header) for header in HEADERS])
    book.save(folder.project.register)


def a_return(folder: Folder, random: Random, *quarters: Period) -> Path | None:
    found = sorted(folder.project.returns(random.choice(quarters or (QUARTER,))))
    return random.choice(found) if found else None


def answered(name: str, *values: Value, quarters: tuple[Period, ...] = (QUARTER,)) -> type_of_edit:
    """Write an answer into one return of a quarter, or into all of them."""

    def edit(folder: Folder, random: Random) -> None:
        found, value = sorted(folder.project.returns(random.choice(quarters))), random.choice(values)
        for path in random.sample(found, random.choice((min(len(found), 1), len(found)))):
            with suppress(BadZipFile):
                answer(path, {name: [value] if name in {"context", "actions"} else value})

    return edit


def renamed(folder: Folder, random: Random) -> None:
    if path := a_return(folder, random, *QUARTERS):
        path.rename(path.with_name(f"{random.choice('abz')}{random.randint(0, 99)}.xlsx"))


def moved(folder: Folder, random: Random) -> None:
    if path := a_return(folder, random, *QUARTERS):
        (path.parent / "later").mkdir(exist_ok=True)
        path.rename(path.parent / random.choice((".", "later")) / path.name)


def copied(folder: Folder, random: Random) -> None:
    """Copy a return beside itself, or into another quarter's folder."""
    if path := a_return(folder, random, *QUARTERS):
        shutil.copy(path, folder.project.returns_folder(random.choice(QUARTERS)) / f"Copy {random.randint(0, 9)}.xlsx")


def swapped(folder: Folder, random: Random) -> None:
    first, second = (a_return(folder, random, *QUARTERS) for _ in range(2))
    if first and second and first != second:
        data = first.read_bytes()
        first.write_bytes(second.read_bytes())
        second.write_bytes(data)


def removed(folder: Folder, random: Random) -> None:
    if path := a_return(folder, random, *QUARTERS):
        path.unlink()


def damaged(folder: Folder, random: Random) -> None:
    if path := a_return(folder, random, *QUARTERS):
        path.write_bytes(path.read_bytes()[: random.randint(0, 4000)])


def returned_anew(folder: Folder, random: Random) -> None:
    """Issue a quarter's forms again and fill them in."""
    period = random.choice(QUARTERS)
    shutil.rmtree(folder.project.returns_folder(period), ignore_errors=True)
    before = tomllib.loads(folder.project.settings.read_text(encoding="utf-8"))["period"]
    set_keys(folder, period=str(period))
    with suppress(Unusable):
        for path in folder.issue():
            answer(path, {**GOOD, "quarter_actual": random.randint(80, 99), "context": [random.choice(TEXTS)]})
    set_keys(folder, period=before)


def templated(name: str, *texts: tuple[str, str]) -> type_of_edit:
    """Give the project a text template of its own, in which one text stands for another; or take it away."""

    def edit(folder: Folder, random: Random) -> None:
        path, (old, new) = folder.root / "templates" / name, random.choice((("", ""), *texts))
        path.parent.mkdir(parents=True, exist_ok=True)
        if old or not path.exists():
            text = (BUNDLED_TEMPLATES / name).read_text(encoding="utf-8")
            path.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
        else:
            path.unlink()

    return edit


def word_template(folder: Folder, random: Random) -> None:
    """Give the project a Word template of its own, or take it away."""
    path = folder.root / "templates" / random.choice(("report.docx", "sections.docx", "summary.docx"))
    path.parent.mkdir(exist_ok=True)
    if path.exists() and random.random() < 0.5:
        path.unlink()
    else:
        shutil.copy(random.choice(sorted((*RESTYLED.glob("*.docx"), *BUNDLED_TEMPLATES.glob("*.docx")))), path)


def own_scheme(folder: Folder, random: Random) -> None:
    """Give the project a scheme of its own, by the name of one of ours or another, and perhaps one with trends."""
    text = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")
    text = text.replace('tolerance = "5%"', f'tolerance = "{random.choice((1, 5, 9))}%"')
    text = text.replace("Just missed", random.choice(("Just missed", "Nearly there")))
    name = random.choice(("derby", "ours"))
    path = folder.root / "templates" / "schemes" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + random.choice(("", '\n[direction]\nagainst = "trend"\n')), encoding="utf-8")
    set_keys(folder, scheme=name)


def published(name: str, old: str, new: str) -> type_of_edit:
    """Edit what an earlier build has published, of this quarter or the last."""

    def edit(folder: Folder, random: Random) -> None:
        path = folder.project.output_folder(random.choice(QUARTERS)) / name
        if path.exists():
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return edit


def unpublished(folder: Folder, random: Random) -> None:
    shutil.rmtree(folder.project.output_folder(random.choice(QUARTERS)), ignore_errors=True)


def kept_is_damaged(folder: Folder, random: Random) -> None:
    path = (users_folder() or folder.root) / FILE
    if path.exists() and path.stat().st_size:
        data = bytearray(path.read_bytes())
        for _ in range(random.randint(1, 50)):
            data[random.randrange(len(data))] ^= random.randint(1, 255)
        path.write_bytes(data[: random.choice((-1, 0, len(data) // 2, len(data)))])


CHANGES = (*range(80, 100, 3), None)

LOOP = "{% for each in page.directorates %}{% for m in each.measures %}INSIDE{% endfor %}{% endfor %}"
LOOPS = (
    LOOP.replace("INSIDE", "{{ m.title }}"),
    LOOP.replace("INSIDE", "{{ m.title }}{{ page.title }}"),
    "{% set page = page %}" + LOOP.replace("INSIDE", "{{ page.period }}"),
    "{% set seen = namespace(of=0) %}" + LOOP.replace("INSIDE", "{% set seen.of = seen.of + 1 %}{{ seen.of }}"),
    "{% set turn = cycler('odd', 'even') %}" + LOOP.replace("INSIDE", "{{ turn.next() }}"),
    "{% macro told(m) %}{{ m.label }}{{ caller() }}{% endmacro %}"
    + LOOP.replace("INSIDE", "{% call told(m) %}{{ m.trend }}{% endcall %}"),
)

EDITS: Mapping[str, type_of_edit] = {
    "council": required("council", "Ambridge Council", "Borsetshire Council"),
    "period": required("period", *map(str, QUARTERS), str(QUARTER), str(QUARTER)),
    "directorates": required("directorates", ["Place", "People"], ["People", "Place"], ["Place", "People", "More"]),
    "data source": required("data_source", "Felpersham", "Penny Hassett"),
    "scheme": setting("scheme", "derby", "kent", "highland"),
    "title": setting("title", "Off target", "Performance"),
    "exceptions": setting("exceptions", *map(str, ExceptionRule)),
    "missing returns": setting("missing_returns", *map(str, Severity)),
    "queries": setting("unexplained_queries", *map(str, Severity)),
    "layouts": setting("layouts", ["sections"], ["sections", "table"]),
    "packs": setting("packs", [], *([str(each)] for each in Pack)),
    "leave out": setting("leave_out", *([str(each)] for each in Part)),
    "colour": setting("colour", "#003078", "#7A0019"),
    "committee": setting("committee", {"meeting": "4 March 2025"}, {"purpose": "To tell.", "marking": "OFFICIAL"}),
    "glossary": setting("glossary", {"TR": "Trees"}, {"ASAP": "As soon as possible", "TR": "Trains"}),
    "house style": setting("house_style", {"small_numbers": 0}, {"small_numbers": 3}, {"names": ["Hilltop"]}),
    "rules": setting(
        "rules",
        *(
            [{"rule": rule, "severity": how, "reason": "So."}]
            for rule in ("TEXT01", "TEXT09")
            for how in ("off", "error")
        ),
    ),
    "target": registered("Q3 target", 80, 95.5, None),
    "year-end target": registered("Year-end target", 80, 96, None),
    "measure's title": registered("Title", "Another title", "Trees & <hedges>"),
    "measure's directorate": registered("Directorate", "Place", "People"),
    "measure's polarity": registered("Polarity", "higher", "lower", "none"),
    "measure's unit": registered("Unit", "%", "days", "£"),
    "measure's decimals": registered("Decimals", 0, 1, 3),
    "measure's aliases": registered("Aliases", "TR 9; XX 1", None),
    "measure's scheme": registered("Scheme", "kent", "highland", None),
    "measure's tolerance": registered("Tolerance", "1%", "20%", None),
    "measure's quarters": registered("Due", "Q3", "Q4", None),
    "measure's kind": registered("Kind", "number", "milestone", None),
    "measure's code": registered("Code", "PL 01", "PE 02", "PL 77"),
    "register's order": reorder,
    "register as it was": restore_register,
    "context": answered("context", *TEXTS),
    "actions": answered("actions", *TEXTS),
    "earlier context": answered("context", *TEXTS, quarters=QUARTERS[:2]),
    "earlier actions": answered("actions", *TEXTS, quarters=QUARTERS[:2]),
    "actual": answered("quarter_actual", *CHANGES, quarters=QUARTERS),
    "forecast": answered("forecast_actual", *CHANGES),
    "revised": answered("previous_revised", *CHANGES, quarters=QUARTERS),
    "missing reason": answered("missing_reason", "Small numbers, not published", "Not yet known", None),
    "stated": answered("quarter_status_override", "Green", "Red", "Sky", None),
    "stated why": answered("quarter_status_reason", *TEXTS, None),
    "same as": answered("same_as", "PL 01", "PE 02", "TR 2", "PE 99", None),
    "approved by": answered("approved_by", "Clarrie Grundy", "Ruth Archer", None),
    "note to the team": answered("note_to_team", *TEXTS, None),
    "renamed": renamed,
    "moved": moved,
    "copied": copied,
    "swapped": swapped,
    "removed": removed,
    "damaged": damaged,
    "returned anew": returned_anew,
    "measure.j2": templated(
        "narratives/measure.j2", ("this measure", "it ({{ report.title }})"), ("Performance", "It")
    ),
    "introduction.j2": templated("narratives/introduction.j2", ("#}", "#}{{ report.title }}. ")),
    "directorate.j2": templated("narratives/directorate.j2", ("#}", "#}{{ directorate.name }}: ")),
    "email.j2": templated("narratives/email.j2", ("Subject:", "Subject: for you:")),
    "web page": templated("report.html.j2", *(("<main", f"{loop}<main") for loop in LOOPS)),
    "Word template": word_template,
    "own scheme": own_scheme,
    "statuses before": published("report.json", '"status": "Red"', '"status": "Green"'),
    "approvals": published("manifest.json", "Clarrie", "Freda"),
    "unpublished": unpublished,
    "what is kept": kept_is_damaged,
    "nothing": lambda *_: None,
}

OPTIONS = ((), ("--draft",), ("--draft",), ("--internal", "--draft"), ("--period", str(QUARTER.previous), "--draft"))


def built(root: Path, *options: str) -> tuple[int, str, str, dict[str, bytes]]:
    """Build, and give what it says and what it leaves in the output folder."""
    told = CliRunner().invoke(app, ["build", "--project", str(root), *options], catch_exceptions=False)
    output = root / "output"
    files = {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    return told.exit_code, told.stdout, told.stderr, files


def built_without(root: Path, copy: Path, *options: str) -> tuple[int, str, str, dict[str, bytes]]:
    """Build a copy with nothing that is kept."""
    shutil.copytree(root, copy)
    os.environ[SWITCH] = KeptKind.RETURNS
    try:
        return built(copy, *options)
    finally:
        del os.environ[SWITCH]
        shutil.rmtree(copy)


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("rebuilding") / "project").root


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_kept_never_shows(seed: int, laid_out: Path, tmp_path: Path) -> None:
    random, root = Random(seed), tmp_path / "project"  # noqa: S311, the same edits each time
    shutil.copytree(laid_out, root)
    done: list[str] = []
    names = random.sample(sorted(EDITS), len(EDITS))
    for pair in zip_longest(names[::2], names[1::2], fillvalue="nothing"):
        for name in pair:
            EDITS[name](Folder(root), random)
        options = random.choice(OPTIONS)
        done.append(f"{', '.join(pair)}, build {' '.join(options)}")
        wanted = built_without(root, tmp_path / "copy", *options)
        assert built(root, *options) == wanted, done
        if random.random() < (0.8 if wanted[0] else 0.3):
            shutil.rmtree(root / "inputs")
            shutil.copytree(laid_out / "inputs", root / "inputs")
            done.append("all as it was")
