from datetime import date

import pytest

from generator.judging.outcome import ExceptionRule
from generator.model.messages.wording import Severity
from generator.model.period import Period
from generator.model.problem import Unusable
from generator.project.house_style import Ruling
from generator.project.report_options import Covering, Part
from generator.project.settings import read_settings
from generator.project.word_layouts import Layout

GOOD = """\
council = "Derby City Council"
period = "2018-19-Q2"
directorates = ["Communities & Place", "People Services"]
data_source = "DORIS"
"""


def test_four_keys_are_enough() -> None:
    settings = read_settings(GOOD, "s.toml")
    assert (settings.council, settings.period, settings.data_source) == ("Derby City Council", Period(2018, 2), "DORIS")
    assert settings.shape.groups == ("Communities & Place", "People Services")
    assert (settings.scheme, settings.exceptions, settings.missing_returns) == (
        "derby",
        ExceptionRule.EITHER,
        Severity.ERROR,
    )


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        (GOOD.replace("council =", "counsil ="), "SET01", "line 1", "“counsil”. Did you mean “council”?"),
        (GOOD.replace("directorates =", "directorate ="), "SET01", "line 3", "Did you mean “directorates”?"),
        (GOOD + 'sheme = "derby"', "SET01", "line 5", "“sheme”. Did you mean “scheme”?"),
        (GOOD.replace("2018-19-Q2", "Q2 2018"), "SET03", "line 2", "not a period"),
        (GOOD.replace('"DORIS"', "1"), "SET03", "line 4", "double quotes"),
        (GOOD.replace('["Communities & Place", "People Services"]', '"Place"'), "SET03", "line 3", "list"),
        (GOOD.replace('"People Services"', '"communities & place"'), "SET03", "line 3", "twice"),
        (GOOD + 'exceptions = "both"', "SET03", "line 5", "either, quarter, forecast"),
        (GOOD.replace('council = "Derby City Council"\n', ""), "SET02", None, "“council” is missing"),
        (GOOD + 'year_starts = "Spring"', "SET03", "line 5", "not a month"),
        (GOOD + 'year_starts = "January"', "SET03", "line 2", "not a period of years that start in January"),
        (GOOD + "scheme = derby", "SET04", "line 5", "Invalid value"),
        (GOOD + 'layouts = ["tabel"]', "SET03", "line 5", "table, compact, sections"),
        (GOOD + 'colour = "blue"', "SET03", "line 5", "six digits"),
        (GOOD + 'colour = "#FFC926"', "SET03", "line 5", "could not be read on white"),
        (GOOD + "layouts = []", "SET03", "line 5", "at least one layout"),
        (GOOD + 'leave_out = ["glosary"]', "SET03", "line 5", "glossary"),
        (GOOD + 'committee = "Executive"', "SET03", "line 5", "keys under it"),
        (GOOD + '[committee]\nitme = "7"', "SET01", "line 6", "Did you mean “item”?"),
        (GOOD + "[committee]\nitem = 7", "SET03", "line 6", "double quotes"),
        (GOOD + '[glossary]\nCLT = ""', "SET03", "line 6", "not empty"),
        (GOOD + '[glossary]\ntitle = "Exceptions"', "SET05", "line 6", "under the heading [glossary]"),
        (GOOD + '[glossary]\nFTE = "Full time equivalent"\n[comittee]\nitem = "7"', "SET01", "line 7", "committee"),
    ],
)
def test_a_faulty_setting_is_named_with_its_line(text: str, code: str, line: str | None, words: str) -> None:
    with pytest.raises(Unusable) as caught:
        read_settings(text, "s.toml")
    (fault,) = caught.value.problems
    assert (fault.code, fault.place.file, fault.place.cell) == (code, "s.toml", line)
    assert words in fault.message
    assert fault.remedy


def test_what_is_said_of_the_meeting_stands_in_tables_of_its_own() -> None:
    settings = read_settings(GOOD + COVERING, "s.toml")
    assert settings.leave_out == (Part.MOVEMENT,)
    assert (settings.layouts, settings.packs) == ((Layout.SECTIONS,), ())
    assert settings.covering == Covering(
        meeting="4 December 2018",
        purpose=("To tell councillors.", "- which measures", "- and why"),
        recommendations=("That the board notes the report.",),
        glossary={"CLT": "Corporate Leadership Team"},
    )


def test_without_charts_no_report_has_any() -> None:
    declared = '[[report]]\nname = "Board"\nleave_out = ["glossary"]\n[[report]]\nname = "Leader"\n'
    settings = read_settings(f"charts = false\n{GOOD}{declared}", "s.toml")
    assert settings.leave_out == (Part.CHARTS,)
    assert [each.leave_out for each in settings.reports] == [(Part.GLOSSARY, Part.CHARTS), None]
    assert read_settings(f"charts = true\n{GOOD}", "s.toml").leave_out == ()


COVERING = """\
leave_out = ["movement"]
layouts = ["sections"]
packs = []
[committee]
meeting = 2018-12-04
purpose = \'\'\'
To tell councillors.

- which measures
- and why
\'\'\'
recommendations = ["That the board notes the report."]
[glossary]
CLT = "Corporate Leadership Team"
"""


RULES = """
[house_style]
small_numbers = 5
names = ["Hilltop House"]

[[rules]]
rule = "text09"
severity = "off"
reason = "They know the letters."

[[rules]]
rule = "PUB01"
severity = "error"
directorate = "People Services"
measure = "SS PM25"
reason = "As agreed."
"""


def test_the_house_style_and_its_rulings() -> None:
    style = read_settings(GOOD + RULES, "s.toml").house_style
    assert (style.small_numbers, style.names, style.spelling) == (5, ("Hilltop House",), False)
    assert style.rules == (
        Ruling(rule="TEXT09", severity=None, reason="They know the letters."),
        Ruling(
            rule="PUB01",
            severity=Severity.ERROR,
            reason="As agreed.",
            group="People Services",
            measure="SS PM25",
        ),
    )


@pytest.mark.parametrize(
    ("before", "after", "code", "line", "words"),
    [
        ("PUB01", "PUB10", "SET03", "line 16", "Did you mean"),
        ("PUB01", "FIG01", "SET03", "line 16", "not a rule that may be changed"),
        ('"error"', '"loud"', "SET03", "line 17", "off, error, warning"),
        (
            'directorate = "People Services"',
            'directorate = "People Servises"',
            "SET03",
            "line 18",
            "Did you mean “People Services”?",
        ),
        ('reason = "As agreed."', "", "SET02", "line 15", "“reason” is missing"),
        ("measure =", "mesure =", "SET01", "line 19", "“mesure”"),
        ("small_numbers = 5", "small_numbers = true", "SET03", "line 7", "whole number"),
        ("small_numbers = 5", "spelling = 1", "SET03", "line 7", "true or false"),
        ("[[rules]]", "[rules]", "SET03", "line 10", "heading"),
    ],
)
def test_a_faulty_ruling_is_named_with_its_line(before: str, after: str, code: str, line: str, words: str) -> None:
    text = RULES.partition('[[rules]]\nrule = "PUB01"')[0] if after == "[rules]" else RULES
    with pytest.raises(Unusable) as told:
        read_settings(GOOD + text.replace(before, after), "s.toml")
    (problem,) = told.value.problems
    assert (problem.code, problem.place.cell) == (code, line)
    assert words in f"{problem.message} {problem.remedy}"


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(Unusable) as caught:
        read_settings('council = ""\nperiod = "soon"\ncolor = "red"', "s.toml")
    assert sorted(each.code for each in caught.value.problems) == ["SET01", "SET02", "SET02", "SET03", "SET03"]


@pytest.mark.parametrize(
    ("code", "starts", "first_day"),
    [
        ("2018-19-Q2", "", date(2018, 7, 1)),
        ("2018-19-Q2", "October", date(2019, 1, 1)),
        ("2018-Q2", "", date(2018, 4, 1)),
        ("2018-M05", "January", date(2018, 5, 1)),
        ("2018-19", "September", date(2018, 9, 1)),
    ],
)
def test_the_period_is_of_a_year_that_starts_in_the_month_set(code: str, starts: str, first_day: date) -> None:
    text = GOOD.replace("2018-19-Q2", code) + (f'year_starts = "{starts}"\n' if starts else "")
    period = read_settings(text, "s.toml").period
    assert (str(period), period.first_day) == (code, first_day)
