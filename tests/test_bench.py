"""What is measured can be run, and the table, the growth and the chart say what the runs were."""

import io
import json
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from bench import commands, scale, stages, word, word_renderers
from bench.chart import LINE, apart, chart
from bench.commands import BARE, DOCXTPL, FULL, INFLATED, ONE, PAGE, READING, TAKEN, WORD
from bench.figures import growth, growth_table, own, ratio, table
from bench.measuring import Run
from bench.project import FORM, change, make, parts_of, return_of
from bench.rivals import as_json, with_python_docx
from generator.project.folder import Project

ROWS = {FULL: 8, ONE: 1, READING: 3, INFLATED: 2, TAKEN: 1, WORD: 4, BARE: 3, DOCXTPL: 16}
RUNS = {
    count: {
        name: [Run(time * cpu * count / 1000, cpu * (count / 1000) ** 2, 40.0) for time in (1.0, 2.0)]
        for name, cpu in ROWS.items()
        if name != DOCXTPL or count <= 2500
    }
    for count in (25, 250, 2500, 10000)
}
"""CPU grows with the measures, wall time with their square, and memory not at all."""


def test_each_command_is_there_and_each_stage_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, page = make(tmp_path / "2", 2), tmp_path / "page"
    monkeypatch.setattr(commands, "absent", lambda _: "")
    asked = commands.commands(project)
    assert set(asked) == {*commands.WHOLE, *commands.STAGES, *commands.LIMITS, *commands.RIVALS, TAKEN}
    for program, *options in asked.values():
        assert Path(program).is_file()
        assert options[0] != "-m" or find_spec(options[1])
        assert not options[0].endswith(".py") or Path(options[0]).is_file()
    for command in asked.values():
        if "bench.stages" in command:
            stages.main(command[3], str(project), str(page))
    returns = str(return_of(Project(project), 0).parent)
    with_python_docx.main(returns, str(tmp_path / "made.docx"))
    as_json.main(returns, str(tmp_path / "read.json"))


def test_ours_and_the_bare_renderer_write_the_same_measures(tmp_path: Path) -> None:
    data, words = tmp_path / "measures.json", ("WM 00000", "WM 00002", word.NARRATIVE.split(" & ")[0])
    data.write_text(json.dumps(word.measures(3)), encoding="utf-8")
    for written in (word_renderers.ours(str(data)), word_renderers.bare(str(data))):
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            document = archive.read("word/document.xml").decode()
        assert [document.count(each) for each in words] == [1, 1, 9]


def test_what_cannot_be_measured_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(commands, "MODULES", str(tmp_path))
    assert commands.absent("carbone").startswith("carbone: not measured, as ")


def test_a_change_is_of_one_return_and_another_each_time(tmp_path: Path) -> None:
    folder = make(tmp_path / "3", 3)
    files = [return_of(Project(folder), number) for number in range(3)]
    for time in range(2):
        before = [path.read_bytes() for path in files]
        was = parts_of(files[time])
        change(folder, time)
        now = parts_of(files[time])
        assert [name for name in now if now[name] != was[name]] == [FORM]
        assert [path.read_bytes() == data for path, data in zip(files, before, strict=True)].count(False) == 1


def test_the_figures_are_those_of_the_runs() -> None:
    runs = RUNS[250]
    assert str(ratio(runs, ONE, FULL)) == "0.12 (0.12 to 0.12)"
    assert own(runs, WORD) == pytest.approx(3 * 1.5 * 0.25)
    assert own(runs, FULL) is None
    told = "\n".join(table(250, runs))
    assert f"“{WORD}” takes 1.33 (1.33 to 1.33) of “{BARE}”, and 1.50 of it without “{TAKEN}”." in told
    assert DOCXTPL in told.splitlines()[0]
    assert FULL in next(table(10000, RUNS[10000]))


def test_growth_is_told_from_250_measures_on() -> None:
    exponents = growth(RUNS)
    assert list(exponents) == list(ROWS)
    assert {tuple(round(each, 6) for each in run) for run in exponents.values()} == {(1.0, 2.0, 0.0)}
    assert len(list(growth_table(RUNS))) == len(ROWS) + 2
    assert list(growth_table({25: RUNS[25], 250: RUNS[250]})) == []


def test_the_history_grows(tmp_path: Path) -> None:
    history = tmp_path / "history.csv"
    for count in (25, 250):
        scale.keep(scale.rows("abc", count, RUNS[count]), history)
    lines = history.read_text(encoding="utf-8").splitlines()
    assert lines[0] == ",".join(scale.COLUMNS)
    assert len(lines) == 1 + 2 * len(ROWS)
    assert lines[1].startswith("abc,")


def test_the_chart_names_every_line_once_and_is_told_in_words() -> None:
    drawn = etree.fromstring(chart(RUNS).encode())
    shape = "{http://www.w3.org/2000/svg}"
    words = [each.text for each in drawn.iter(f"{shape}text")]
    shown = [name.removeprefix("script: ") for name in ROWS if name not in {PAGE, TAKEN}]
    assert [words.count(name) for name in shown] == [1] * len(shown)
    assert drawn.findtext(f"{shape}title") == "CPU time at 25, 250, 2,500 and 10,000 measures"
    assert f"{READING}: 0.11 s at 25, 1.12 s at 250, 11.25 s at 2,500, 45.00 s at 10,000." in str(
        drawn.findtext(f"{shape}desc")
    )


def test_names_stand_apart_in_their_order() -> None:
    places = apart({"a": 100.0, "b": 101.0, "c": 102.0, "d": 300.0})
    assert list(places) == ["a", "b", "c", "d"]
    assert [places[one] - places[other] for one, other in ("ba", "cb")] == pytest.approx([LINE, LINE], abs=0.1)
    assert places["d"] == 300.0
