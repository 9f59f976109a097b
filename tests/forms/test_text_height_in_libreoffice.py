"""LibreOffice makes no row of a form higher than it is, whatever stands in it: else questions print over each other."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.forms.asked.form_contents import Contents, TopicContents
from generator.forms.form_workbook import issue_workbook
from generator.history.follow_up.ledger import actions_in
from generator.model.measure import Basis
from generator.model.period import Period
from generator.model.question import DEFAULT_QUESTIONS, About
from generator.model.shape import DEFAULT_SHAPE, Topic
from tests.clients.programs import rows_too_low, uno_is_there
from tests.forms.contents import MEASURE, contents_of
from tests.history.follow_up.test_actions_csv import ROW

_LONG = "how many were asked, how many answered, and what became of those who did not, in each of the six areas " * 3
_CAPITALS = "WHAT WAS AGREED WITH THE MINISTRY AND WITH THE WATER COMPANY " * 3
_ADDRESS = "https://www.example.gov.uk/performance/measures/fire-and-rescue/alarms-attended/unwanted"
_FIGURES = {"previous_actual": Decimal("0.43"), "year_ago_actual": Decimal("0.64")}
_OWN = replace(DEFAULT_SHAPE, questions=tuple(replace(each, label=_CAPITALS, hint=_LONG) for each in DEFAULT_QUESTIONS))


def of(unit: str, title: str = "Fires") -> Contents:
    measure = replace(MEASURE, unit=unit, title=title, basis=Basis.CUMULATIVE, decimals=2)
    return contents_of(measure, figures=_FIGURES, period=Period(2026, 3), last_statuses={"quarter": "Near"})


_FORMS: Mapping[str, tuple[Contents, ...]] = {
    "as ever": (contents_of(MEASURE),),
    "long unit": (of("per 1,000 dwellings"),),
    "very long unit": (of("visits for every 1,000 dwellings that are in multiple occupation, all wards"),),
    "unit of one word": (of("apprenticeships"),),
    "unit with nowhere to break": (of(_ADDRESS),),
    "capitals": (of("WORKING DAYS OF WHOLETIME CREWS", _CAPITALS),),
    "long questions": (contents_of(MEASURE, shape=_OWN),),
    "long words of last time": (contents_of(MEASURE, last_time={"context.1": _LONG, "actions.1": _CAPITALS}),),
    "long names": (contents_of(replace(MEASURE, groups=(_LONG,)), council=_CAPITALS, send_to=_ADDRESS),),
    "sent back": (contents_of(MEASURE, returned=True, remarks={"context.1": (_LONG, _CAPITALS)}, general=(_LONG,)),),
    "several": (of("per 1,000 dwellings", _LONG), contents_of(replace(MEASURE, code="A long code " * 3))),
    "about a group": (
        TopicContents(
            topic=Topic(1, _LONG, word="Directorate"),
            period=Period(2018, 2),
            council=_CAPITALS,
            due=date(2018, 10, 14),
            shape=replace(_OWN, questions=tuple(replace(each, about=About.GROUP) for each in _OWN.questions)),
        ),
    ),
    "actions": (
        contents_of(
            MEASURE,
            actions=tuple(
                actions_in([ROW._replace(title=_LONG, owner=_CAPITALS, due=date(2018, 12, 31), update=_LONG)]).values()
            ),
        ),
    ),
}


def test_no_row_is_too_low(tmp_path: Path) -> None:
    if not uno_is_there():
        pytest.skip("the system's Python cannot drive LibreOffice, so this was not tested")
    files = [tmp_path / f"{name}.xlsx" for name in _FORMS]
    for file, forms in zip(files, _FORMS.values(), strict=True):
        file.write_bytes(issue_workbook(*forms))
    assert rows_too_low(files, tmp_path) == {file.name: [] for file in files}
