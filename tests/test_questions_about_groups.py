"""Questions about a group or the whole report: a form of their own, from its issue to the report that prints it."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from generator.collecting.annotated_copies import write_copies
from generator.collecting.issue_forms import issue_all
from generator.collecting.who_owes_what import collect
from generator.model.problem import Unusable
from generator.project.declared_reports import DeclaredReport
from generator.report.gather import gather
from tests.clients.programs import fill_in_libreoffice
from tests.collecting.round import run
from tests.projects import GOOD, Folder, Value, fill, make_project, named_cells, render
from tests.reported import reported

THRIVING, FAIR, REPORT = (f"{name} 2024-25-Q3.xlsx" for name in ("A thriving city", "A fair city", "The whole report"))

SETTINGS = """\
council = "Ambridge Council"
period = "2024-25-Q3"
group_by = "Priority"
groups = ["A fair city", "A thriving city"]
data_source = "Felpersham"

[[question]]
key = "context"
label = "What happened"
needed = "if wished"

[[question]]
key = "developments"
label = "Key developments"
about = "group"
needed = "always"

[[question]]
key = "risks"
label = "Risks"
about = "group"
needed = "exception"

[[question]]
key = "for_the_team"
label = "For the team"
about = "group"
needed = "if wished"
takes = "text"
published = false

[[question]]
key = "overview"
label = "Overview"
about = "report"
needed = "if wished"
"""

type_of_answers = Mapping[str, Value | Sequence[Value]]

SIGNED: dict[str, Value | Sequence[Value]] = {"completed_by": "Pat Fletcher", "approved_by": "Clarrie Grundy"}
WRITTEN: dict[str, type_of_answers] = {
    THRIVING: {
        **SIGNED,
        "developments": ["The market hall opened in October.", "- a shop in each of its stalls", "- a lift"],
        "risks": ["The roof must be mended before the winter."],
        "for_the_team": "The lease has not been signed.",
    },
    FAIR: {**SIGNED, "developments": ["Forty families moved into warm homes. [[The scheme ends in May.]]"]},
    REPORT: {**SIGNED, "overview": ["The council did well this quarter, though the bins were late."]},
}


def project(root: Path, settings: str = SETTINGS) -> Folder:
    """Two priorities: bins, which are Red, and homes, which are Green."""
    bins: dict[str, Value] = {"Code": "PL 01", "Priority": "A thriving city", "Theme": "Markets"}
    homes: dict[str, Value] = {"Code": "PE 01", "Title": "Homes made warm", "Priority": "A fair city", "Theme": "Homes"}
    return make_project(root, bins, homes, settings=settings)


def filled(folder: Folder, written: Mapping[str, type_of_answers] = WRITTEN) -> Folder:
    """All forms issued and filled in, those about groups as ``written``."""
    results = {"PL 01 2024-25-Q3.xlsx": 90, "PE 01 2024-25-Q3.xlsx": 95}
    common = {name: value for name, value in GOOD.items() if name not in {"actions", "intervention", "context"}}
    for path in folder.issue():
        answers = {**common, "quarter_actual": results[path.name]} if path.name in results else written[path.name]
        fill(path, answers)
    return folder


def changed(file: str, **answers: Value | Sequence[Value]) -> dict[str, type_of_answers]:
    """What is written, with some answers of one form changed."""
    return {**WRITTEN, file: {**WRITTEN[file], **answers}}


def test_forms_are_issued_beside_those_of_measures_and_listed(tmp_path: Path) -> None:
    folder = project(tmp_path)
    files = sorted(path.name for path in folder.issue())
    assert files == sorted(("PL 01 2024-25-Q3.xlsx", "PE 01 2024-25-Q3.xlsx", THRIVING, FAIR, REPORT))
    listed = list(csv.DictReader(StringIO((folder.returns / "issued.csv").read_text("utf-8-sig"))))
    assert [(each["Code"], each["Title"], each["Priority"], each["Officer"]) for each in listed] == [
        ("PL 01", "Bins emptied on the day", "A thriving city", ""),
        ("PE 01", "Homes made warm", "A fair city", ""),
        ("", "The whole report", "", ""),
        ("", "Priority: A fair city", "A fair city", ""),
        ("", "Priority: A thriving city", "A thriving city", ""),
    ]


def test_a_form_holds_what_is_asked_and_nothing_of_measures(tmp_path: Path) -> None:
    folder = project(tmp_path)
    folder.issue()
    book = load_workbook(folder.returns / THRIVING)
    assert sorted(book.defined_names) == sorted(
        (
            *("group_level", "group_name", "period", "form_version", "issue_number"),
            *("developments", "risks", "for_the_team"),
            *("completed_by", "completed_on", "approved_by", "approved_on", "note_to_team"),
        )
    )
    given = {name: named_cells(book, name)[0].value for name in ("group_level", "group_name", "period", "form_version")}
    assert given == {"group_level": 1, "group_name": "A thriving city", "period": "2024-25-Q3", "form_version": "2"}
    text = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    assert not [word for word in ("measure's code", "Directorate", "forecast", "Result") if word in text]


def test_nothing_begun_is_overwritten(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    before = (folder.returns / THRIVING).read_bytes()
    assert not issue_all(folder.setup).written
    assert (folder.returns / THRIVING).read_bytes() == before


def test_nothing_is_found_in_good_returns(tmp_path: Path) -> None:
    assert filled(project(tmp_path)).gather().problems == ()


def test_every_word_is_in_the_report_but_what_is_withheld(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    report = folder.gather().report
    assert report.answers == {"overview": ("The council did well this quarter, though the bins were late.",)}
    fair, thriving = (dict(each.answers) for each in report.groups)
    assert fair == {"developments": ("Forty families moved into warm homes. [c]",)}
    assert thriving == {key: tuple(WRITTEN[THRIVING][key]) for key in ("developments", "risks")}  # type: ignore[arg-type]
    page = render(folder.setup, report)["exceptions.html"].decode()
    for words in (
        "market hall opened in October",
        "a shop in each of its stalls",
        "The roof must be mended",
        "did well",
    ):
        assert words in page
    for words in ("scheme ends in May", "lease has not been signed"):
        assert words not in page


def words_of(document: bytes) -> str:
    """The text of a Word document, a paragraph a line."""
    with ZipFile(BytesIO(document)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join("".join(map(str, each.itertext("{*}t"))) for each in body.iter("{*}p"))


def test_every_character_is_in_word_and_in_the_data(tmp_path: Path) -> None:
    signs = "".join(chr(each) for each in range(33, 127) if chr(each) not in "[]{}") + " £–’éŵ漢 <b>&amp;</b> "
    folder = filled(project(tmp_path), changed(THRIVING, developments=[f"First {signs} last.", f"- item {signs}"]))
    files = render(folder.setup, folder.gather().report)
    for name in ("exceptions.docx", "exceptions-sections.docx"):
        words = words_of(files[name])
        assert f"First {signs} last." in words, name
        assert f"item {signs.strip()}" in words, name
        assert words.index("did well this quarter") < words.rindex("Priority: A thriving city"), name
        assert "lease has not been signed" not in words, name
    data = json.loads(files["report.json"])
    assert data["answers"] == {"overview": "The council did well this quarter, though the bins were late."}
    fair, thriving = data["groups"]
    assert fair["answers"] == {"developments": "Forty families moved into warm homes. [c]"}
    assert thriving["answers"]["developments"] == f"First {signs} last.\n- item {signs}"


def test_what_stands_for_withheld_words_is_explained(tmp_path: Path) -> None:
    assert [each.term for each in filled(project(tmp_path)).page().glossary] == ["[c]"]


NEEDED = {
    '"always"': ["A fair city", "A thriving city"],
    '"if wished"': [],
    '"exception"': ["A thriving city"],
    '["Red"]': ["A thriving city"],
    '["Green"]': ["A fair city", "A thriving city"],
    '["Blue", "Amber"]': [],
}


@pytest.mark.parametrize("needed", NEEDED)
def test_an_answer_is_needed_where_any_measure_calls_for_it(tmp_path: Path, needed: str) -> None:
    settings = SETTINGS.replace('"exception"', '"if wished"').replace('needed = "always"', f"needed = {needed}")
    empty = {file: {**SIGNED, "note_to_team": "Nothing to say."} for file in WRITTEN}
    folder = filled(project(tmp_path / "there", settings), empty)
    told = [each.place.file for each in folder.gather().problems if each.code == "NARR09"]
    assert told == [f"inputs/2024-25-Q3/{name} 2024-25-Q3.xlsx" for name in NEEDED[needed]]
    for name in (THRIVING, FAIR):
        (folder.returns / name).unlink()
    missed = [each.message for each in folder.gather().problems if each.code == "MISS01"]
    assert sorted(missed) == [f"No return was received for Priority: {name}." for name in NEEDED[needed]]
    late = [each.subject.label for each in collect(folder.setup, folder.gather(), date(2025, 3, 1)) if each.is_late]
    assert sorted(late) == [f"Priority: {name}" for name in NEEDED[needed]]


RULES_ON_ANY_TEXT = {
    "TEXT03": "The text is to follow.",
    "TEXT04": "It went well.",
    "TEXT08": "See measure PL 77 as well for what happened.",
    "TEXT11": "The the council did well in all of it.",
    "PUB03": "Write to pat@ambridge.example about what happened here.",
    "TIME01": "The new hall will open in October 2024 for everybody.",
}


@pytest.mark.parametrize("rule", RULES_ON_ANY_TEXT)
def test_an_editor_reads_it(tmp_path: Path, rule: str) -> None:
    folder = filled(project(tmp_path), changed(REPORT, overview=[RULES_ON_ANY_TEXT[rule]]))
    cell = named_cells(load_workbook(folder.returns / REPORT), "overview")[0].coordinate
    assert (rule, cell) in [(each.code, each.place.cell) for each in folder.gather().problems]


def test_figures_in_it_are_held_against_none(tmp_path: Path) -> None:
    told = "Of all bins 12.3% were emptied, which is below target, and 45 of 50 homes are warm: it improved on Q2."
    assert filled(project(tmp_path), changed(REPORT, overview=[told])).codes() == []


def test_a_rule_is_switched_off_for_a_group(tmp_path: Path) -> None:
    off = '[[rules]]\nrule = "NARR09"\nseverity = "off"\nreason = "New."\ngroup = "A thriving city"\n'
    assert filled(project(tmp_path, SETTINGS + off), changed(THRIVING, risks=None)).codes() == []


def test_last_quarters_words_are_told_of(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    settings = folder.root / "inputs" / "scorecard.toml"
    settings.write_text(SETTINGS.replace("2024-25-Q3", "2024-25-Q4"), encoding="utf-8")
    folder.issue()
    fill(folder.returns / THRIVING.replace("Q3", "Q4"), WRITTEN[THRIVING])
    assert [each.code for each in folder.gather().problems if each.code == "TIME03"] == ["TIME03"]


def test_one_that_the_program_fails_on_is_told_of_and_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyError

    folder = filled(project(tmp_path))
    monkeypatch.setattr("generator.report.about_groups.read_about_group", fails)
    gathered = folder.gather()
    assert [each.code for each in gathered.problems] == ["FILE30"] * 3
    assert gathered.report.answers == {}
    assert [dict(each.answers) for each in gathered.report.groups] == [{}, {}]


@pytest.mark.parametrize("where", ["read_form.GroupReturn", "form_reader.left_over"])
def test_one_that_the_reader_fails_on_is_no_missing_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise KeyError

    folder = filled(project(tmp_path))
    monkeypatch.setattr(f"generator.reading.{where}", fails)
    told = {each.code for each in folder.gather().problems if each.place.file.endswith((THRIVING, FAIR, REPORT))}
    assert told == {"FILE30"}
    assert not [each for each in folder.gather().problems if "Priority" in each.message]


def test_too_much_text_is_refused(tmp_path: Path) -> None:
    folder = filled(project(tmp_path), changed(THRIVING, developments=["word " * 6000] * 3))
    assert folder.codes() == ["FORM30"]


def test_forms_filled_in_libreoffice_are_read_the_same(tmp_path: Path) -> None:
    folder, other = filled(project(tmp_path / "one")), project(tmp_path / "other")
    other.issue()
    for path in folder.returns.glob("P* *.xlsx"):
        (other.returns / path.name).write_bytes(path.read_bytes())
    fill_in_libreoffice([(other.returns / file, answers) for file, answers in WRITTEN.items()], tmp_path / "profile")
    assert other.gather().problems == ()
    assert other.page().groups == folder.page().groups
    assert other.page().answers == folder.page().answers


def test_one_form_is_checked_beside_the_measures_of_its_group(tmp_path: Path) -> None:
    folder = filled(project(tmp_path), changed(THRIVING, risks=None))
    gathered = gather(folder.setup, [folder.returns / THRIVING])
    assert [each.code for each in gathered.problems] == ["NARR09"]


def test_a_groups_form_is_issued_by_its_name(tmp_path: Path) -> None:
    assert [path.name for path in project(tmp_path).issue("a thriving City", "The whole report")] == [THRIVING, REPORT]


@pytest.mark.parametrize("about", ["measure", "group", "report"])
def test_the_second_level_is_one_of_groups_that_are_there(tmp_path: Path, about: str) -> None:
    question = f'[[question]]\nkey = "second"\nlabel = "Second"\nabout = "{about}"\nlevel = 2\n'
    with pytest.raises(Unusable) as told:
        _ = project(tmp_path, SETTINGS + question).setup
    assert [each.message for each in told.value.problems if "level" in each.message]


def test_readers_inside_see_all(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    report = gather(folder.setup, internal=True).report
    answers = {each.name: each.answers for each in report.groups}
    assert answers["A fair city"]["developments"] == ("Forty families moved into warm homes. The scheme ends in May.",)
    assert answers["A thriving city"]["for_the_team"] == ("The lease has not been signed.",)


MISTAKES: dict[str, tuple[dict[str, type_of_answers], list[tuple[str, str]]]] = {
    "nothing is written that is always needed": (changed(FAIR, developments=None), [("NARR09", "developments")]),
    "nothing of an exception": (changed(THRIVING, risks=None), [("NARR09", "risks")]),
    "a name is missing": (changed(THRIVING, approved_by=None), [("SIGN01", "approved_by")]),
    "a figure is to be filled in": (
        changed(FAIR, developments=["It was {{ quarter.actual }} in all of the city."]),
        [("NARR10", "developments")],
    ),
    "a mark is not closed": (changed(REPORT, overview=["[[It was a good quarter."]), [("NARR07", "overview")]),
    "another period": (changed(THRIVING, period="2024-25-Q2"), [("FORM04", "period"), ("MISS01", "")]),
    "an unknown group": (
        changed(THRIVING, group_name="A thriving town"),
        [("FORM36", "group_name"), ("MISS01", "")],
    ),
    "no group": (changed(THRIVING, group_name=None), [("FORM12", "group_name"), ("MISS01", "")]),
    "another version": (changed(FAIR, form_version="9"), [("FORM02", "form_version")]),
    "words that no list has": (changed(FAIR, completed_on="soon"), [("ANS02", "completed_on")]),
    "a sentence that stops": (
        changed(REPORT, overview=["The council did well this quarter, though the bins were late and the"]),
        [("TEXT01", "overview")],
    ),
}


@pytest.mark.parametrize(("written", "told"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_told_of_at_their_cells(
    tmp_path: Path, written: dict[str, type_of_answers], told: list[tuple[str, str]]
) -> None:
    folder = filled(project(tmp_path), written)
    wrong = next(file for file in WRITTEN if written[file] != WRITTEN[file])
    book = load_workbook(folder.returns / wrong)
    cells = {(code, named_cells(book, name)[0].coordinate if name else None) for code, name in told}
    assert {(each.code, each.place.cell) for each in folder.gather().problems} == cells


def test_an_unknown_group_is_told_of_with_the_nearest(tmp_path: Path) -> None:
    folder = filled(project(tmp_path), changed(THRIVING, group_name="A thriving town"))
    (told,) = (each for each in folder.gather().problems if each.code == "FORM36")
    assert told.message.endswith("Did you mean “A thriving city”?")


def test_two_returns_of_one_group_are_both_told_of(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    (folder.returns / "copy.xlsx").write_bytes((folder.returns / THRIVING).read_bytes())
    gathered = folder.gather()
    assert [each.code for each in gathered.problems] == ["FORM05", "FORM05"]
    assert "Priority: A thriving city" in gathered.problems[0].message


def test_what_is_not_there_is_missed_where_it_is_needed(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    for file in (THRIVING, REPORT):
        (folder.returns / file).unlink()
    (told,) = folder.gather().problems
    assert told.code == "MISS01"
    assert told.remedy.endswith("; or build with --draft, and the report lists it as not received.")
    assert told.message == "No return was received for Priority: A thriving city."


def test_the_report_lists_what_was_not_written(tmp_path: Path) -> None:
    folder = filled(project(tmp_path, 'missing_returns = "warning"\n' + SETTINGS))
    (folder.returns / FAIR).unlink()
    (told,) = folder.gather().problems
    assert told.remedy.endswith("; until then, the report lists it as not received.")
    page = folder.page()
    assert [(each.label, each.title, each.why) for each in page.missing] == [
        ("Priority", "A fair city", "Return not received")
    ]
    assert page.missing_introduction == "These returns are not in this report."
    email = render(folder.setup, folder.gather().report)["covering-email.txt"].decode()
    assert "\n\nNo return was received about:\n- Priority: A fair city\n\nThe performance team\n" in email


def test_the_data_lists_it_too(tmp_path: Path) -> None:
    folder = filled(project(tmp_path, 'missing_returns = "warning"\n' + SETTINGS))
    assert "unwritten" not in reported(folder)
    (folder.returns / FAIR).unlink()
    assert reported(folder)["unwritten"] == [{"level": 1, "word": "Priority", "groups": ["A fair city"]}]


def test_a_group_of_which_only_words_came_has_its_own_report(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    (folder.returns / "PE 01 2024-25-Q3.xlsx").unlink()
    report = folder.gather(draft=True).report
    (alone,) = report.of("A fair city").groups
    assert (alone.entries, list(alone.answers)) == ((), ["developments"])
    chosen = DeclaredReport(name="Fair", only={"Priority": ("a fair city",)})
    assert [each.name for each in report.declared(chosen).groups] == ["A fair city"]
    others = DeclaredReport(name="Others", excluded={"Priority": ("A fair city",)})
    assert [each.name for each in report.declared(others).groups] == ["A thriving city"]


def test_a_groups_own_draft_tells_what_is_wrong_in_its_form(tmp_path: Path) -> None:
    report = filled(project(tmp_path), changed(FAIR, approved_by=None)).gather(draft=True).report
    assert [each.code for each in report.of("A fair city").problems] == ["SIGN01"]
    assert report.of("A thriving city").problems == ()
    assert [each.code for each in report.declared(DeclaredReport(name="All")).problems] == ["SIGN01"]


def test_text_outside_answers_is_told_of(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    book = load_workbook(folder.returns / THRIVING)
    book["Return"]["K9"] = "See also the annual report."
    book.save(folder.returns / THRIVING)
    assert folder.codes() == ["FORM14"]


def test_a_hidden_form_is_told_of(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    book = load_workbook(folder.returns / THRIVING)
    book["Return"].sheet_state = "hidden"
    book.save(folder.returns / THRIVING)
    (told,) = folder.gather().problems
    assert told.code == "FORM23"
    assert "Priority: A thriving city" in told.message


def test_a_change_after_approval_is_told_of(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    assert run("build", "--project", folder.root).exit_code == 0
    fill(folder.returns / THRIVING, {"risks": ["The roof was mended before the winter."]})
    (told,) = folder.gather().problems
    assert (told.code, told.place.file) == ("SIGN03", f"inputs/2024-25-Q3/{THRIVING}")


def test_the_round_knows_them(tmp_path: Path) -> None:
    folder = project(tmp_path)
    folder.issue()
    told = run("status", "--project", folder.root).output
    assert "  Priority: A fair city  not received" in told
    assert "  The whole report" not in told  # nothing need be said of it
    chased = run("status", "--project", folder.root, "--chase", folder.root / "chase").output
    (mail,) = (folder.root / "chase").glob("*.eml")
    assert mail.name in chased
    text = mail.read_text()
    assert "\nPriority: A fair city\n" in text.replace("\r\n", "\n")
    assert text.count("Content-Disposition: attachment") == 4


def test_a_return_goes_back_with_its_answers_and_the_notes(tmp_path: Path) -> None:
    folder = filled(project(tmp_path), changed(THRIVING, risks=None))
    (_,) = write_copies(folder.setup, folder.gather(), folder.root / "back")
    book = load_workbook(folder.root / "back" / "A thriving city 2024-25-Q3 issue 2.xlsx")
    assert named_cells(book, "developments")[0].value == WRITTEN[THRIVING]["developments"][0]  # type: ignore[index]
    (said,) = (str(row[5].value) for row in book["Return"].iter_rows(min_row=6) if row[5].value)
    assert said.startswith("“Risks” is empty, but PL 01 is among its measures, and the measure is an exception (Red")


def test_what_was_said_last_quarter_stands_beside_it(tmp_path: Path) -> None:
    folder = filled(project(tmp_path))
    settings = folder.root / "inputs" / "scorecard.toml"
    settings.write_text(SETTINGS.replace("2024-25-Q3", "2024-25-Q4"), encoding="utf-8")
    folder.issue()
    sheet = load_workbook(folder.returns / "A thriving city 2024-25-Q4.xlsx")["Return"]
    assert "The roof must be mended before the winter." in [cell.value for row in sheet.iter_rows() for cell in row]


def test_groups_of_the_second_level_are_asked_where_a_question_says_so(tmp_path: Path) -> None:
    settings = SETTINGS.replace('group_by = "Priority"', 'group_by = "Priority"\nthen_by = "Theme"')
    settings = settings.replace('key = "risks"', 'key = "risks"\nlevel = 2')
    folder = project(tmp_path, settings)
    markets = "A thriving city, Markets 2024-25-Q3.xlsx"
    thriving = {name: value for name, value in WRITTEN[THRIVING].items() if name != "risks"}
    risks: type_of_answers = {**SIGNED, "risks": WRITTEN[THRIVING]["risks"]}
    filled(folder, {**WRITTEN, THRIVING: thriving, markets: risks, "A fair city, Homes 2024-25-Q3.xlsx": SIGNED})
    book = load_workbook(folder.returns / markets)
    names = ("group_level", "group_name", "group_parent")
    assert [named_cells(book, name)[0].value for name in names] == [2, "Markets", "A thriving city"]
    gathered = folder.gather()
    assert gathered.problems == ()
    (below,) = gathered.report.groups[1].below
    assert dict(below.answers) == {"risks": ("The roof must be mended before the winter.",)}


def test_what_is_kept_of_a_reading_is_the_same(tmp_path: Path) -> None:
    folder = filled(project(tmp_path), changed(THRIVING, risks=None))
    first, second = (run("check", "--project", folder.root, "--format", "json").output for _ in range(2))
    assert json.loads(first) == json.loads(second)
