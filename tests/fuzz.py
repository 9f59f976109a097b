"""Workbooks broken at random, part by part, each from a seed of its own; and what must hold of reading any of them.

``python -m tests.fuzz SECONDS [FIRST]`` goes on for so long, from the seed FIRST; it prints what it counted, and every
seed that found something, to be kept in tests/test_fuzz.py.
"""

import contextlib
import io
import re
import resource
import sys
import tempfile
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from unittest.mock import patch

import openpyxl

from generator.cache.store import Kept
from generator.reading.answers_to_return import answers_in
from generator.reading.kept_returns import KeptReturns
from generator.reading.opened_workbook import Opened, book_in, open_workbook
from generator.reading.read_form import read_workbook
from generator.reading.readings import Expected
from generator.reading.workbook_codec import book_as_data, book_from_data
from generator.xlsx import Book, CellKind, Unreadable
from tests.projects import GOOD, fill, make_project
from tests.xlsx.archives import packed

SECONDS = 10.0
"""No mutant may take as long; one takes about a hundredth of a second."""

type_of_parts = dict[str, bytes]
type_of_change = Callable[[type_of_parts, Random], None]

SHEET_1, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
LIKELY = (SHEET_1, SHEET_1, SHEET_1, STRINGS, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels")
TYPES = (b"n", b"s", b"str", b"inlineStr", b"b", b"e", b"d", b"z", b"")
VALUES = (
    *(
        b"0",
        b"-1",
        b"1",
        b"7",
        b"90",
        b"65.4",
        b"0.65",
        b".5",
        b"1e3",
        b"1E-7",
        b"1e999",
        b"NaN",
        b"inf",
        b"-0",
        b"0x10",
    ),
    *(b"", b" ", b" 5 ", b"1,5", b"1 000", b"43385", b"2958466", b"2018-10-12", b"TRUE", b"#REF!", b"&amp;", b"&#0;"),
    *(b"9" * 20, b"9" * 400, "٣".encode(), b"\xff", b"_x000D_", b"<![CDATA[5]]>", b"<!-- a -->5", b"5<?a?>", b"<b/>5"),
)
REFS = (b"C20", b"C21", b"A20", b"XFD1048576", b"XFE1", b"A0", b"c20", b"$C$20", b"", b"C20:C21", b"C020")
TAG = re.compile(rb"<[^<>]*>")
CELL = re.compile(rb'<c r="[^"]*"[^<>]*>')
VALUE = re.compile(rb"(?<=<v>)[^<]*(?=</v>)|(?<=<t>)[^<]*(?=</t>)")
ATTRIBUTE = re.compile(rb'(?<= )([A-Za-z:]+)="([^"<>]*)"')
FORMULA = re.compile(rb"<f[ />]")
FIGURES = ("quarter_actual", "forecast_actual")


@dataclass(frozen=True)
class Base:
    """A good workbook to break, and what its returns are read against."""

    name: str
    parts: Mapping[str, bytes]
    expected: Expected


def bases(folder: Path) -> tuple[Base, ...]:
    """Make workbooks to break: texts in cells and shared, one form and two, numbers, words, dates and percentages."""
    found: list[Base] = []
    dated = {**GOOD, "quarter_actual": "13/10/2024", "forecast_actual": "1 March 2025"}
    for name, measures, answers in (
        ("number", ({},), GOOD),
        ("typed", ({},), {**GOOD, "quarter_actual": "90%", "forecast_actual": " 96.0 % "}),
        ("date", ({"Kind": "date", "Scheme": "by judgement", "Q3 target": None, "Year-end target": None},), dated),
        ("bundle", ({"Title": "PL 01", "Bundle": "b"}, {"Code": "PL 02", "Title": "PL 02", "Bundle": "b"}), {}),
    ):
        project = make_project(folder / name, *measures)
        (path,) = project.issue()
        fill(path, answers)
        if name == "bundle":
            _fill_both(path)
        setup = project.setup
        parts = _parts(path.read_bytes())
        found.append(Base(name, parts, setup.expected(setup.period)))
        found.append(Base(f"{name}, shared", _with_shared_texts(parts), setup.expected(setup.period)))
    return tuple(found)


def _fill_both(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    for title, figure in (("PL 01", 90), ("PL 02", 12.5)):
        for name in FIGURES:
            ((_, cell),) = book[title].defined_names[name].destinations
            book[title][cell.replace("$", "")] = figure
    book.save(path)


def _parts(data: bytes) -> type_of_parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_shared_texts(parts: Mapping[str, bytes]) -> type_of_parts:
    """Give the same workbook as Excel saves it: each text once, in a part of its own."""
    texts: dict[bytes, int] = {}

    def share(match: re.Match[bytes]) -> bytes:
        return b'%bt="s"><v>%d</v></c>' % (match[1], texts.setdefault(match[2], len(texts)))

    inline = re.compile(rb'(<c r="[A-Z0-9]+"[^<>]*?)t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
    changed = {name: inline.sub(share, part) if "/sheet" in name else part for name, part in parts.items()}
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    link = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    changed[STRINGS] = b"<sst %b>%b</sst>" % (main, b"".join(b"<si>%b</si>" % each for each in texts))
    changed["xl/_rels/workbook.xml.rels"] = changed["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdS" Type="%b" Target="sharedStrings.xml"/></Relationships>' % link,
    )
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    changed["[Content_Types].xml"] = changed["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="%b"/></Types>' % kind
    )
    return changed


# Changes


def mutant(base: Base, seed: int) -> bytes:
    """Break a workbook in one to four ways; the same for the same seed."""
    random, parts = Random(seed), dict(base.parts)  # noqa: S311, it is to be the same again
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        random.choice(CHANGES)(parts, random)
    data = bytearray(packed(parts))
    if random.random() < 0.05:
        for _ in range(random.randint(1, 3)):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def _some_part(parts: type_of_parts, random: Random) -> str:
    likely = [name for name in LIKELY if name in parts]
    return random.choice(likely if likely and random.random() < 0.8 else sorted(parts))


def _flip(parts: type_of_parts, random: Random) -> None:
    name = _some_part(parts, random)
    part = bytearray(parts[name] or b" ")
    part[random.randrange(len(part))] ^= 1 << random.randrange(8)
    parts[name] = bytes(part)


def _cut(parts: type_of_parts, random: Random) -> None:
    name = _some_part(parts, random)
    at = random.randrange(len(parts[name]) + 1)
    parts[name] = parts[name][:at] + parts[name][at + random.choice((1, 2, 10, 100, 10**9)) :]


def _repeat(parts: type_of_parts, random: Random) -> None:
    name = _some_part(parts, random)
    at, length = random.randrange(len(parts[name]) + 1), random.choice((1, 5, 50, 500))
    parts[name] = parts[name][: at + length] + parts[name][at:]


def _splice(parts: type_of_parts, random: Random) -> None:
    """Put a tag of some part in the place of, or before, one of another."""
    name, other = _some_part(parts, random), _some_part(parts, random)
    tags, others = list(TAG.finditer(parts[name])), TAG.findall(parts[other])
    if tags and others:
        at = random.choice(tags)
        start = at.end() if random.random() < 0.5 else at.start()
        parts[name] = parts[name][:start] + random.choice(others) + parts[name][at.end() :]


def _swap_tags(parts: type_of_parts, random: Random) -> None:
    name = _some_part(parts, random)
    tags = list(TAG.finditer(parts[name]))
    if len(tags) > 1:
        first, last = sorted(random.sample(tags, 2), key=lambda tag: tag.start())
        part = parts[name]
        between = part[first.end() : last.start()]
        parts[name] = part[: first.start()] + last[0] + between + first[0] + part[last.end() :]


def _swap_parts(parts: type_of_parts, random: Random) -> None:
    name, other = _some_part(parts, random), random.choice(sorted(parts))
    parts[name], parts[other] = parts[other], parts[name]


def _drop_part(parts: type_of_parts, random: Random) -> None:
    if len(parts) > 1:
        del parts[_some_part(parts, random)]


def _replace(pattern: re.Pattern[bytes], new: Callable[[re.Match[bytes], Random], bytes], name: str) -> type_of_change:
    """Change one thing that a pattern finds in a part."""

    def change(parts: type_of_parts, random: Random) -> None:
        found = list(pattern.finditer(parts.get(name, b"")))
        if found:
            at = random.choice(found)
            parts[name] = parts[name][: at.start()] + new(at, random) + parts[name][at.end() :]

    return change


def _typed(cell: re.Match[bytes], random: Random) -> bytes:
    without = re.sub(rb' t="[^"]*"', b"", cell[0])
    kind = random.choice(TYPES)
    return without.replace(b" ", b' t="%b" ' % kind, 1) if kind else without


def _placed(cell: re.Match[bytes], random: Random) -> bytes:
    return re.sub(rb'r="[^"]*"', b'r="%b"' % random.choice(REFS), cell[0], count=1)


def _styled(cell: re.Match[bytes], random: Random) -> bytes:
    return re.sub(rb' s="[^"]*"', b' s="%d"' % random.randrange(60), cell[0])


def _value(_found: re.Match[bytes], random: Random) -> bytes:
    return random.choice(VALUES) if random.random() < 0.7 else b"%d" % random.randrange(200)


def _attribute(found: re.Match[bytes], random: Random) -> bytes:
    value = random.choice((*VALUES, *REFS, found[2], found[2]))
    return b'%b="%b"' % (found[1] if random.random() < 0.8 else found[1] + b"x", value.replace(b"<", b"&lt;"))


def _format(found: re.Match[bytes], random: Random) -> bytes:
    return b'%b="%d"' % (found[1], random.choice((0, 1, 9, 10, 14, 22, 46, 49, 164, 165)))


CHANGES: tuple[type_of_change, ...] = (
    *(_flip, _cut, _repeat, _splice, _swap_tags, _swap_parts, _drop_part),
    *(_replace(CELL, each, SHEET_1) for each in (_typed, _typed, _placed, _styled, _styled)),
    *[_replace(VALUE, _value, SHEET_1)] * 4,
    *(_replace(VALUE, _value, name) for name in ("xl/worksheets/sheet2.xml", STRINGS)),
    *(_replace(ATTRIBUTE, _attribute, name) for name in (SHEET_1, "xl/workbook.xml", "xl/styles.xml")),
    _replace(re.compile(rb'(numFmtId)="([^"]*)"'), _format, "xl/styles.xml"),
)


# What must hold


def check(data: bytes, base: Base) -> str:
    """Read a workbook every way there is, and give in a word what came of it. Raises AssertionError."""
    started = time.process_time()
    opened = open_workbook(data)
    readings = read_workbook(opened, "a.xlsx", base.expected)
    answers_in(data, base.expected.shape)
    assert time.process_time() - started < SECONDS, "it takes long"
    told = _told(opened.book)
    assert _told(book_from_data(book_as_data(opened.book))) == told, "told otherwise by another process"
    with patch("generator.xlsx.worksheet.plain_cells", lambda *_: None):
        slowly = _told(book_in(data))
    assert slowly == told or {type(slowly), type(told)} == {str}, "read otherwise in the short way"
    kept = KeptReturns(Kept(), base.expected)
    kept.keep_readings(readings)
    assert kept.readings("a.xlsx", opened.sha256) == readings, "kept otherwise"
    assert readings
    assert all(each.returned or each.blank or each.problems for each in readings), "nothing is told"
    if not isinstance(opened.book, Unreadable):
        _compare(opened, data)
        return "read" if any(each.returned for each in readings) else "no return"
    return opened.book.fault.value


def _told(book: Book | Unreadable) -> object:
    return (
        book.fault.value
        if isinstance(book, Unreadable)
        else (book.names, [(s.name, s.state, dict(s.cells)) for s in book.sheets])
    )


def _compare(opened: Opened, data: bytes) -> None:
    """Where openpyxl finds a plain number, it is the number that was read; and no other numbers are read.

    Openpyxl is no judge of a value with a comment in it, nor of a cell that is there twice, once without a value.
    """
    book = opened.book
    assert not isinstance(book, Unreadable)
    theirs = None
    with contextlib.suppress(Exception), warnings.catch_warnings(action="ignore"):
        theirs = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    if theirs is None or any(b"<!--" in part or b"<?a?>" in part for part in _texts(data)):
        return
    for sheet in (each for each in book.sheets if each.cells and each.name in theirs.sheetnames):
        found = theirs[sheet.name]
        values = {place: cell.value for place, cell in found._cells.items()}  # what is there, not a sheet's full extent
        numbers = {place: value for place, value in values.items() if type(value) in {int, float}}
        for place, cell in sheet.cells.items():
            if cell.kind is CellKind.NUMBER and not (values.get(place, 0) is None and _is_there_twice(cell.ref, data)):
                assert place in numbers, f"{sheet.name} {cell.ref} is {cell.text}, not {values.get(place)!r}"
                told = f"{sheet.name} {cell.ref} is {cell.text}, not {values[place]!r}"
                assert Decimal(f"{numbers[place]:.15g}") == cell.number, told
        lost = numbers.keys() - sheet.cells.keys()
        assert not lost, f"{sheet.name} {lost} {[numbers[each] for each in lost]} lost"


def _texts(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            with contextlib.suppress(zipfile.BadZipFile, NotImplementedError):
                yield archive.read(entry)


def _is_there_twice(ref: str, data: bytes) -> bool:
    return any(part.count(b'<c r="%b"' % ref.encode()) > 1 for part in _texts(data))


def main(seconds: float, first: int) -> int:
    """Break and read for so many seconds; the exit code is 1 where anything was found."""
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    counts: Counter[str] = Counter()
    slowest, finds, started = 0.0, 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        corpus = bases(Path(folder))
        seed = first
        while time.monotonic() - started < seconds:
            base, began = corpus[seed % len(corpus)], time.process_time()
            try:
                counts[check(mutant(base, seed), base)] += 1
            except Exception as error:  # whatever it is, it is what is looked for
                finds += 1
                print(f"FOUND {seed} ({base.name}): {type(error).__name__}: {str(error)[:300]}", flush=True)  # noqa: T201
            slowest = max(slowest, time.process_time() - began)
            seed += 1
    print(f"{seed - first} mutants, {finds} found; slowest {slowest:.2f} s; {dict(counts.most_common())}")  # noqa: T201
    return int(bool(finds))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
