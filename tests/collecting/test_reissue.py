"""Forms that lie in the folder already: made anew where nobody has begun them, or issued again with their answers."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from openpyxl import load_workbook

from generator.collecting.issue_forms import issue_all
from tests.collecting.round import run, shown
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project

ANOTHER = {"Title": "Bins emptied on another day"}


def registered(folder: Folder, *measures: Mapping[str, Value]) -> None:
    """Change the project's register."""
    other = make_project(Path(mkdtemp(dir=folder.root)), *measures)
    folder.project.register.write_bytes(other.project.register.read_bytes())


def test_a_form_that_nobody_has_begun_is_replaced_where_the_register_has_changed(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    (path,) = folder.issue()
    before = path.read_bytes()
    assert issue_all(folder.setup).replaced == ()
    assert path.read_bytes() == before
    registered(folder, ANOTHER)
    issued = issue_all(folder.setup)
    assert (issued.written, issued.kept, issued.replaced) == ((), (), ("inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx",))
    assert shown(path)["measure_title"][2] == "Bins emptied on another day"
    assert "was replaced: nobody has begun it" not in run("issue", "--project", tmp_path).output


def test_a_form_that_nobody_has_begun_is_replaced_where_the_questions_have_changed(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    (path,) = folder.issue()
    asked = SETTINGS + '[[question]]\nkey = "what_happened"\nlabel = "What happened"\n'
    folder.project.settings.write_text(asked, encoding="utf-8")
    said = run("issue", "--project", tmp_path).output
    assert "was replaced: nobody has begun it" in said
    assert "0 issued, 1 replaced, 0 already there." in said
    assert "what_happened.1" in shown(path)


def test_one_that_was_begun_is_left_and_told_of_and_has_its_next_issue_when_it_is_asked_for(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    (path,) = folder.issue()
    fill(path, {"quarter_actual": 90, "context": ["Two lorries were off the road."]})
    before = path.read_bytes()
    assert issue_all(folder.setup).changed == (), "nothing has changed"
    registered(folder, ANOTHER)
    said = " ".join(run("issue", "--project", tmp_path).output.split())
    assert "was left as it is. The register or the questions have changed since it was issued" in said
    run("issue", "--project", tmp_path, "--code", "PL 01")
    assert path.read_bytes() == before
    rows = shown(folder.returns / "PL 01 2024-25-Q3 issue 2.xlsx")
    assert (rows["quarter_actual"][2], rows["context.1"][2]) == ("90", "Two lorries were off the road.")
    assert (rows["issue_number"][2], rows["measure_title"][2]) == ("2", "Bins emptied on another day")
    fill(folder.returns / "PL 01 2024-25-Q3 issue 2.xlsx", GOOD)
    assert [each.measure.code for each in folder.gather().judged] == ["PL 01"]


def test_a_bundle_of_which_one_form_was_begun_is_left_whole(tmp_path: Path) -> None:
    bundle: list[dict[str, Value]] = [{"Code": code, "Title": code, "Bundle": "Bins"} for code in ("PL 1", "PL 2")]
    folder = make_project(tmp_path, *bundle)
    (path,) = folder.issue()
    registered(folder, {**bundle[0], "Title": "Other"}, bundle[1])
    assert issue_all(folder.setup).replaced
    book = load_workbook(path)
    cell = book["PL 2"].defined_names["quarter_actual"].attr_text.rpartition("!")[2].replace("$", "")
    book["PL 2"][cell] = 90
    book.save(path)
    before = path.read_bytes()
    registered(folder, *bundle)
    assert not issue_all(folder.setup).replaced
    assert path.read_bytes() == before
