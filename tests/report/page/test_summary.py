"""Bar charts of counts: what a screen reader is told of them."""

from pathlib import Path

import pytest

from tests.projects import GOOD, SETTINGS, fill, make_project


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        (2, "Bar chart: quarterly status by directorate. Department 1: 1 Red. Department 2: 1 Red."),
        (12, "Bar chart: quarterly status by directorate. 12 in all: 12 Red."),
    ],
)
def test_every_bar_is_told_or_where_there_are_many_what_they_come_to(tmp_path: Path, groups: int, told: str) -> None:
    names = [f"Department {number}" for number in range(1, groups + 1)]
    settings = SETTINGS.replace('["Place", "People"]', str(names).replace("'", '"'))
    measures = [{"Code": f"M {number}", "Directorate": name} for number, name in enumerate(names)]
    folder = make_project(tmp_path / "long", *measures, settings=settings)
    for path in folder.issue():
        fill(path, GOOD)
    description = folder.page().charts[0].description
    assert description == told
    assert len(description) <= 250
