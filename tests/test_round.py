"""The whole round in another program: forms issued, filled in by LibreOffice, and read."""

import tomllib
from decimal import Decimal
from pathlib import Path

from generator.project.folder import Project
from generator.project.load import set_up
from generator.report.gather import gather
from sample.make import answers
from tests.clients.programs import fill_in_libreoffice
from tests.projects import GOOD, Folder, Value, make_project, presented

ROOT = Path(__file__).parent.parent


def test_300_forms_are_issued_filled_in_libreoffice_and_read_without_a_loss(tmp_path: Path) -> None:
    measures: list[dict[str, Value]] = [{"Code": f"M {number}/{number % 7}"} for number in range(300)]
    folder = make_project(tmp_path, *measures)
    paths = folder.issue()
    assert len(set(paths)) == 300
    some = paths[::50]
    fill_in_libreoffice([(path, GOOD) for path in some], tmp_path / "profile")
    gathered = folder.gather()
    assert [each.code for each in gathered.problems] == ["MISS01"] * (300 - len(some))
    assert all(each.returned.answers["context"] == ("Two lorries were off the road.",) for each in gathered.judged)
    assert len(gathered.judged) == len(some)


def test_the_samples_forms_filled_in_libreoffice_give_the_samples_report(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    for name in ("scorecard.toml", "register.xlsx"):
        (tmp_path / "inputs" / name).write_bytes((ROOT / "inputs" / name).read_bytes())
    folder = Folder(tmp_path)
    facts = tomllib.loads((ROOT / "sample" / "derby-2018-19-q2.toml").read_text(encoding="utf-8"))["measure"]
    jobs = [
        (path, {name: [_typed(line) for line in lines] for name, lines in answers(each).items()})
        for path, each in zip(folder.issue(), facts, strict=True)
    ]
    fill_in_libreoffice(jobs, tmp_path / "profile")
    gathered, sample = folder.gather(), gather(set_up(Project(ROOT)))
    assert gathered.problems == sample.problems
    assert folder.page() == presented(set_up(Project(ROOT)), sample.report)


def _typed(line: str | Decimal | None) -> str | float | None:
    return float(line) if isinstance(line, Decimal) else line
