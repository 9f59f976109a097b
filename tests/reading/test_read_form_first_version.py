"""Forms of version 1, and of version 2 as it was first issued: read as before, whatever the council asks now."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.model.officer_return import Return, Source
from generator.project.folder import Project
from generator.project.load import set_up
from generator.report.gather import gather
from tests.code import ROOT

FIRST = Path(__file__).parent / "first_version"
SECOND = FIRST.parent / "second_version"
FORMS = sorted(each for folder in (FIRST, SECOND) for each in folder.glob("*.xlsx"))
TABLE_OF_QUESTIONS = """
[[question]]
key = "{key}"
label = "{label}"
needed = "if wished"
"""


def returned(root: Path, form: Path, settings: str = "") -> tuple[Return, list[str]]:
    """Read a form in a copy of the sample's project; give what was read, and the codes of all problems."""
    folder = root / "inputs" / "2018-19-Q2"
    folder.mkdir(parents=True)
    (folder / form.name).write_bytes(form.read_bytes())
    (root / "inputs" / "register.xlsx").write_bytes((ROOT / "inputs" / "register.xlsx").read_bytes())
    kept = (ROOT / "inputs" / "scorecard.toml").read_text(encoding="utf-8")
    both = (kept, settings) if "[[" in settings else (settings, kept)
    (root / "inputs" / "scorecard.toml").write_text("\n".join(both), encoding="utf-8")
    gathered = gather(set_up(Project(root)), [folder / form.name])
    ((reading),) = gathered.readings
    assert reading.returned, reading.problems
    return reading.returned, [each.code for each in gathered.problems]


def alike(one: Return) -> Return:
    """A return without what differs from workbook to workbook: where its answers stand."""
    nothing: MappingProxyType[str, str] = MappingProxyType({})
    return replace(one, source=Source(file="", sha256=""), cells=nothing, numbers=nothing, lines=MappingProxyType({}))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.parent.name}: {form.stem}")
def test_they_are_read_as_forms_of_today_are(tmp_path: Path, form: Path) -> None:
    first, problems = returned(tmp_path / "first", form)
    now, problems_now = returned(tmp_path / "now", ROOT / "inputs" / "2018-19-Q2" / form.name)
    assert alike(first) == alike(now)
    assert problems == problems_now
    assert len(first.answers) == 3
    assert first.question("missing_reason") == "question B5 (cell C23)", "messages name what is printed in the form"


CHANGES = {
    "the same questions in another order": (("intervention", "context", "actions"), []),
    "a question less": (("context", "actions"), ["FORM33"]),
    "a question more": (("context", "actions", "intervention", "risk"), ["FORM34"]),
    "other questions": (("what_happened",), ["FORM33", "FORM33", "FORM33", "FORM34"]),
    "none": ((), ["FORM33"] * 4),
}
LABELS = {
    "context": "Context for current performance",
    "actions": "Improvement actions taken",
    "intervention": "Intervention / review",
}


@pytest.mark.parametrize("version", [FIRST, SECOND], ids=["first", "second"])
@pytest.mark.parametrize(("keys", "codes"), CHANGES.values(), ids=CHANGES)
def test_questions_that_were_declared_since_are_told_of_and_the_others_found(
    tmp_path: Path, version: Path, keys: tuple[str, ...], codes: list[str]
) -> None:
    asked = "".join(TABLE_OF_QUESTIONS.format(key=key, label=LABELS.get(key, f"Of {key}")) for key in keys)
    before, _ = returned(tmp_path / "before", version / "CP 08f 2018-19-Q2.xlsx")
    found, problems = returned(tmp_path / "now", version / "CP 08f 2018-19-Q2.xlsx", asked or "question = []")
    assert dict(found.answers) == {key: before.answers.get(key, ()) for key in keys}
    assert sorted(code for code in problems if code in {"FORM33", "FORM34"}) == codes
