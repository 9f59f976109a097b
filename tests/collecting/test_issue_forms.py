"""Issuing many forms: the same files in the same order, whatever processes make them and become of."""

import csv
import io
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.cache.processes import Others
from generator.collecting import issue_forms as issuing
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.fresh_forms import contents_of
from generator.collecting.issue_forms import issue_all, make_each
from generator.forms.asked.form_contents import Contents
from generator.forms.form_workbook import issue_workbook
from tests.collecting.round import PAT
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project

ROOT = Path(__file__).parents[2]
OURS = os.getpid()


def forms() -> list[tuple[Contents, ...]]:
    """Give the sample's forms, and one workbook of two."""
    setup = Folder(ROOT).setup
    earlier = Earlier.of(setup)
    each = [contents_of(setup, measure, earlier) for measure in setup.register.measures]
    return [*((one,) for one in each), (each[0], each[1])]


@pytest.fixture(scope="module")
def alone() -> list[bytes]:
    return [issue_workbook(*form) for form in forms()]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_number_of_processes_makes_the_same_bytes_in_the_same_order(count: int, alone: list[bytes]) -> None:
    with ProcessPoolExecutor(count) as executor:
        assert list(make_each(forms(), Others(executor))) == alone


def dying(*_: Any) -> list[bytes]:
    if os.getpid() != OURS:
        os._exit(1)
    return [issue_workbook(*form) for form in _[0]]


def test_processes_that_die_lose_nothing(alone: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuing, "_make", dying)
    with ProcessPoolExecutor(2) as executor:
        assert list(make_each(forms(), Others(executor))) == alone


def test_a_form_that_cannot_be_made_is_told_as_without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> bytes:
        raise ValueError("no such form")

    monkeypatch.setattr(issuing, "issue_workbook", fails)
    with ProcessPoolExecutor(2) as executor, pytest.raises(ValueError, match="no such form"):
        list(make_each(forms(), Others(executor)))


def test_many_forms_are_issued_by_processes_as_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measures = [{"Code": f"PL {number:02}", "Bundle": "Both" if number in {3, 7} else ""} for number in range(20)]
    started: list[Executor] = []

    @contextmanager
    def two(_count: int) -> Iterator[Others]:
        with ProcessPoolExecutor(2) as executor:
            started.append(executor)
            yield Others(executor)

    def issued(root: Path) -> tuple[object, dict[str, bytes]]:
        folder = make_project(root, *measures)
        fill(folder.issue("PL 05")[0], {"completed_by": "Pat Fletcher"})
        told = issue_all(folder.setup)
        return told, {path.name: path.read_bytes() for path in folder.returns.iterdir() if "PL 05" not in path.name}

    monkeypatch.setattr("generator.reading.open_workbooks.workers", two)
    by_two = issued(tmp_path / "two")
    monkeypatch.setattr("generator.reading.open_workbooks.workers", lambda _: nullcontext(Others()))
    assert issued(tmp_path / "one") == by_two
    assert len(started) == 2


def test_the_covering_list_names_each_form_its_officer_and_the_day(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {**PAT, "Title": "=1+1"}, settings=SETTINGS + "days_to_return = 10\n")
    folder.issue()
    text = (folder.returns / "issued.csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["Code"], row["Title"], row["Officer email"]) == ("PL 01", "'=1+1", "pat@ambridge.example")
    assert (row["Due"], row["File"]) == ("2025-01-10", "inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx")
    assert folder.codes() == ["MISS01"], "the list is no return"


def test_measures_of_one_bundle_share_a_workbook(tmp_path: Path) -> None:
    measures: list[dict[str, Value]] = [
        {"Code": code, "Title": code, "Bundle": "Bins"} for code in ("PL 1/a", "PL 1:a", "Guidance")
    ]
    folder = make_project(tmp_path, *measures, {"Code": "PL 2"})
    bundle, single = folder.issue()
    assert (bundle.name, single.name) == ("Bins 2024-25-Q3.xlsx", "PL 2 2024-25-Q3.xlsx")
    book = load_workbook(bundle)
    titles = book.sheetnames[1:4]
    assert titles == ["PL 1-a", "PL 1-a (2)", "Guidance (2)"]
    for title in titles:
        names = book[title].defined_names
        for name, value in GOOD.items():
            cells = names[name].attr_text.rpartition("!")[2].replace("$", "").partition(":")[0]
            book[title][cells].value = value[0] if isinstance(value, list) else value
    book.save(bundle)
    fill(single, GOOD)
    gathered = folder.gather()
    assert gathered.problems == ()
    assert [each.measure.code for each in gathered.judged] == ["PL 1/a", "PL 1:a", "Guidance", "PL 2"]
