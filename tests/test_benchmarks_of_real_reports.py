"""Four published reports that compare, set up in their own shape: made-up figures under their own headings."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.reading.register.benchmarks import BENCHMARK_HEADERS, SHEET
from tests.projects import Folder, Value, fill, make_project
from tests.reading.register.sheets import type_of_row, with_sheet

ALL = 'listing = "all"\nforecast = "none"\n'
SWANSEA = f'council = "Swansea"\nperiod = "2012-13-Q4"\ndata_source = "Returns"\ngroup_by = "Outcome"\n{ALL}'
MORAY = (
    'council = "Moray"\nperiod = "2018-19-Q1"\ndata_source = "Pentana"\ngroup_by = "Department"\nthen_by = "Service"\n'
)
OXFORD = 'council = "Oxford"\nperiod = "2010-11-M12"\ndata_source = "CorVu"\ngroup_by = "Priority"\nforecast = "none"\n'
STOCKPORT = 'council = "Stockport"\nperiod = "2017-18-T1"\nyear_starts = "September"\ndata_source = "Returns"\n'


def peers(code: str, name: str, period: str, *values: float) -> list[type_of_row]:
    return [[code, f"{name} {number}", value, period, "Published", name] for number, value in enumerate(values, 1)]


@pytest.mark.parametrize(
    ("settings", "measure", "rows", "answers", "facts"),
    [
        (  # a position in Wales, of all 22 authorities
            SWANSEA,
            {"Outcome": "Waste", "Q4 target": 52, "Year-end target": 52},
            peers("PL 01", "Wales", "2011/12", *(40 + each for each in range(21))),
            {"quarter_actual": 53},
            ["Wales median (2011/12): 50.0%; the result is joint 8th of 22, in the second quartile"],
        ),
        (  # a national rank of days, where fewer are better; measured once a year and late
            f'{MORAY}listing = "all"\nforecast = "none"\n',
            {"Department": "Housing", "Service": "Repairs", "Unit": "days", "Kind": "days", "Polarity": "lower"}
            | {"Frequency": "yearly", "Q3 target": None, "Year-end target": 7},
            [*peers("PL 01", "Scotland", "2016/17", 6.1, 6.5, 7.2, 8.8), ["PL 01", "Scotland", 7.1, "2016/17"]],
            {"quarter_actual": 6},
            [
                "Scotland (2016/17): 7.1 days; the result is better",
                "Scotland median (2016/17): 6.9 days; the result is 1st of 5, in the top quartile",
            ],
        ),
        (  # a month beside quartiles that others published, which are old by now
            f'{OXFORD}listing = "all"\n',
            {"Priority": "Efficient", "M12 target": 90, "Q3 target": None},
            [["PL 01", "Best quartile", 97.2, "2007/08"], ["PL 01", "Worst quartile", 88, "2007/08"]],
            {"quarter_actual": 91},
            [
                "Best quartile (2007/08): 97.2%; more than 2 years old; the result is worse",
                "Worst quartile (2007/08): 88.0%; more than 2 years old; the result is better",
            ],
        ),
        (  # a term beside an academic year of neighbours and of England
            f'{STOCKPORT}group_by = "Portfolio"\nforecast = "none"\nlisting = "all"\n',
            {"Portfolio": "Education", "Unit": "rate", "Polarity": "lower", "T1 target": 3, "Q3 target": None},
            [["PL 01", "Statistical neighbours", 3.21, "2016/17"], ["PL 01", "England", 2.98, "2016/17"]],
            {"quarter_actual": 3},
            [
                "Statistical neighbours (2016/17): 3.2 rate; the result is better",
                "England (2016/17): 3.0 rate; the result is the same",
            ],
        ),
    ],
    ids=("Swansea", "Moray", "Oxford", "Stockport"),
)
def test_a_real_structure_is_compared_as_it_stands(
    tmp_path: Path,
    settings: str,
    measure: Mapping[str, Value],
    rows: list[type_of_row],
    answers: dict[str, Value],
    facts: list[str],
) -> None:
    folder: Folder = make_project(tmp_path, measure, settings=settings)
    with_sheet(folder, SHEET, BENCHMARK_HEADERS, *rows)
    (path,) = folder.issue("PL 01")
    fill(path, {**answers, "completed_by": "Pat Fletcher", "approved_by": "Clarrie Grundy"})
    page = folder.page(draft=True)
    shown = [*page.groups[0].measures, *page.groups[0].brief, *page.groups[0].others]
    assert [f"{each.label}: {each.text}" for each in shown[0].facts] == facts
