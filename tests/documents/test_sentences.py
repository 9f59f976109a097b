"""The narratives: what the bundled templates say in every case, and how a template's faults are told."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import cast

import pytest

from generator.documents.sentences import SEEN, filled, narrative_of, narrative_template, narratives
from generator.documents.template_trial import faults_of
from generator.model.problem import Unusable
from generator.project.folder import BUNDLED_TEMPLATES
from generator.report.page.example_facts import EXAMPLES
from generator.report.page.facts import ExceptionFacts, GroupFacts, HalfFacts, MeasureFacts, ReportFacts, StatusFacts

TEXTS = {name: (BUNDLED_TEMPLATES / "narratives" / f"{name}.j2").read_text(encoding="utf-8") for name in SEEN}
BUNDLED = narratives({name: (text, f"{name}.j2") for name, text in TEXTS.items()})
REPORT = cast("ReportFacts", EXAMPLES["introduction"][0]["report"])
PLACE = cast("GroupFacts", EXAMPLES["directorate"][0]["directorate"])

RED = HalfFacts(target="90.0%", actual="65.0%", missing="", number=True, status="Red", rated=True, stated=False)
YEAR_END = replace(RED, actual="80.0%")
GREEN = replace(RED, actual="90.0%", status="Green")
STATED = replace(RED, target="", actual="", missing="not stated", number=False, stated=True)
AWAITED = replace(RED, actual="", missing="awaiting data", number=False, status="N/A", rated=False)
FOR_INFORMATION = replace(RED, target="", status="N/A", rated=False)
UNTARGETED = replace(RED, target="")
SLIPPED = replace(RED, target="Completed", actual="Slipped", number=False)
LATE = replace(RED, target="1 April 2019", actual="3 May 2019", number=False)
NO = replace(RED, target="Yes", actual="No", number=False)
IN_A_RANGE = replace(RED, target="40.0% to 60.0%")
MEASURE = MeasureFacts(
    label="HR 1",
    title="RTW interviews held",
    group="Corporate Resources",
    quarter=RED,
    has_forecast=True,
    forecast=YEAR_END,
    direction="Improving",
    comparator="Q1 2018/19",
    provisional=False,
    span="the quarter",
    outturn=False,
)
QUIET = replace(MEASURE, direction="", comparator="")

HEADLINES = {
    "the usual": (
        MEASURE,
        (
            "At 65.0% against a target of 90.0%, this measure is Red for the quarter; it is forecast to stay Red at "
            "year end (80.0% against 90.0%). Performance is improving on Q1 2018/19."
        ),
    ),
    "another at year end": (
        replace(MEASURE, forecast=GREEN, direction="Deteriorating"),
        (
            "At 65.0% against a target of 90.0%, this measure is Red for the quarter; it is forecast to be Green at "
            "year end (90.0% against 90.0%). Performance has deteriorated since Q1 2018/19."
        ),
    ),
    "the year's end": (
        replace(MEASURE, outturn=True),
        (
            "At 65.0% against a target of 90.0%, this measure is Red for the quarter; its outturn for the year is Red "
            "(80.0% against 90.0%). Performance is improving on Q1 2018/19."
        ),
    ),
    "an outturn that is not rated": (
        replace(QUIET, outturn=True, forecast=replace(YEAR_END, rated=False)),
        (
            "At 65.0% against a target of 90.0%, this measure is Red for the quarter; its outturn for the year is "
            "80.0% against a target of 90.0%, which is not rated."
        ),
    ),
    "of another period than the report": (
        replace(QUIET, has_forecast=False, span="2016/17"),
        "At 65.0% against a target of 90.0%, this measure is Red for 2016/17.",
    ),
    "provisional": (
        replace(QUIET, provisional=True),
        (
            "At 65.0% (provisional) against a target of 90.0%, this measure is Red for the quarter; it is forecast to "
            "stay Red at year end (80.0% against 90.0%)."
        ),
    ),
    "stated without figures": (
        replace(QUIET, quarter=STATED, forecast=STATED),
        "This measure is Red for the quarter (as stated); it is forecast to stay Red at year end (as stated).",
    ),
    "stated with figures": (
        replace(QUIET, quarter=replace(RED, stated=True), forecast=replace(GREEN, stated=True)),
        (
            "At 65.0% against a target of 90.0%, this measure is Red for the quarter (as stated); it is forecast to be "
            "Green at year end (90.0% against 90.0%, as stated)."
        ),
    ),
    "awaited": (
        replace(QUIET, quarter=AWAITED, forecast=AWAITED),
        "This measure has no figure for the quarter (awaiting data); there is no forecast for the year end.",
    ),
    "awaited, and Red at year end": (
        replace(QUIET, quarter=AWAITED),
        (
            "This measure has no figure for the quarter (awaiting data); it is forecast to be Red at year end (80.0% "
            "against 90.0%)."
        ),
    ),
    "no target": (
        replace(QUIET, quarter=UNTARGETED, forecast=replace(YEAR_END, target="")),
        "At 65.0%, this measure is Red for the quarter; it is forecast to stay Red at year end (80.0%).",
    ),
    "for information": (
        replace(QUIET, quarter=FOR_INFORMATION, forecast=FOR_INFORMATION),
        (
            "At 65.0%, this measure is not rated for the quarter; its forecast for the year end is 65.0%, which is not "
            "rated."
        ),
    ),
    "not rated against a target": (
        replace(QUIET, quarter=replace(RED, rated=False), forecast=replace(RED, rated=False)),
        (
            "At 65.0% against a target of 90.0%, this measure is not rated for the quarter; its forecast for the year "
            "end is 65.0% against a target of 90.0%, which is not rated."
        ),
    ),
    "a milestone": (
        replace(QUIET, quarter=SLIPPED, forecast=SLIPPED),
        (
            "With a result of Slipped against a target of Completed, this measure is Red for the quarter; it is "
            "forecast to stay Red at year end (Slipped against Completed)."
        ),
    ),
    "a day": (
        replace(QUIET, quarter=LATE, forecast=AWAITED),
        (
            "With a result of 3 May 2019 against a target of 1 April 2019, this measure is Red for the quarter; there "
            "is no forecast for the year end."
        ),
    ),
    "a yes or no": (
        replace(QUIET, quarter=NO, forecast=NO),
        (
            "With a result of No against a target of Yes, this measure is Red for the quarter; it is forecast to stay "
            "Red at year end (No against Yes)."
        ),
    ),
    "a range": (
        replace(QUIET, quarter=IN_A_RANGE, forecast=AWAITED),
        (
            "At 65.0% against a target of 40.0% to 60.0%, this measure is Red for the quarter; there is no forecast "
            "for the year end."
        ),
    ),
    "stabilised": (
        replace(MEASURE, forecast=AWAITED, direction="Stabilised"),
        (
            "At 65.0% against a target of 90.0%, this measure is Red for the quarter; there is no forecast for the "
            "year end. Performance has stabilised since Q1 2018/19."
        ),
    ),
}


@pytest.mark.parametrize(("measure", "headline"), HEADLINES.values(), ids=HEADLINES)
def test_a_measures_headline(measure: MeasureFacts, headline: str) -> None:
    assert BUNDLED.measure(REPORT, measure) == headline


HALVES = (RED, GREEN, STATED, AWAITED, FOR_INFORMATION, UNTARGETED, SLIPPED, replace(GREEN, stated=True))


@pytest.mark.parametrize(("quarter", "forecast"), list(product(HALVES, HALVES)))
def test_a_headline_is_whole_sentences_whatever_is_not_there(quarter: HalfFacts, forecast: HalfFacts) -> None:
    told = BUNDLED.measure(REPORT, replace(MEASURE, quarter=quarter, forecast=forecast))
    first, second, end = told.split(". ")[0], told.split(". ")[-1], told[-1]
    assert (first.count(";"), second, end) == (1, "Performance is improving on Q1 2018/19.", ".")
    assert not {"  ", " ,", " .", " ;", "()", "( ", " )", ".."} & {told[at : at + 2] for at in range(len(told))}


def counts(red: int = 0, amber: int = 0, red_later: int = 0, amber_later: int = 0) -> tuple[StatusFacts, ...]:
    return (
        StatusFacts(name="Red", quarter=red, forecast=red_later, exception=True, rated=True),
        StatusFacts(name="Amber", quarter=amber, forecast=amber_later, exception=True, rated=True),
        StatusFacts(name="Green", quarter=3, forecast=3, exception=False, rated=True),
    )


RESOURCES = GroupFacts(
    name="Corporate Resources",
    word="Directorate",
    reported=9,
    exceptions=7,
    rated=9,
    on_target=2,
    share_on_target="22%",
    statuses=counts(red=6, amber=1, red_later=1, amber_later=2),
    improving=2,
    stabilised=1,
    deteriorating=4,
)
STILL = replace(RESOURCES, improving=0, stabilised=0, deteriorating=0)

SUMMARIES = {
    "some": (
        RESOURCES,
        (
            "Seven of Corporate Resources' nine reported measures are exceptions. Against the quarter's targets, six "
            "are Red and one is Amber. At year end, one is forecast to be Red and two Amber. Performance is improving "
            "on two, stable on one and deteriorating on four."
        ),
    ),
    "all": (
        replace(STILL, exceptions=9, statuses=counts(red=9)),
        (
            "All nine of Corporate Resources' reported measures are exceptions. Against the quarter's targets, nine "
            "are Red."
        ),
    ),
    "both": (
        replace(STILL, reported=2, exceptions=2, statuses=counts(red_later=2)),
        "Both of Corporate Resources' reported measures are exceptions. At year end, two are forecast to be Red.",
    ),
    "one of several": (
        replace(STILL, name="Place", exceptions=1, statuses=counts(amber=1, red_later=1)),
        (
            "One of Place's nine reported measures is an exception. It is Amber against the quarter's target. It is "
            "forecast to be Red at year end."
        ),
    ),
    "the only one": (
        replace(STILL, reported=1, exceptions=1, statuses=counts(red=1)),
        "The one measure reported by Corporate Resources is an exception. It is Red against the quarter's target.",
    ),
    "the only one is none": (
        replace(STILL, reported=1, exceptions=0, statuses=counts()),
        "The one measure reported by Corporate Resources is not an exception.",
    ),
    "none": (
        replace(STILL, exceptions=0, statuses=counts()),
        "None of Corporate Resources' nine reported measures is an exception.",
    ),
    "neither": (
        replace(STILL, reported=2, exceptions=0, statuses=counts()),
        "Neither of Corporate Resources' reported measures is an exception.",
    ),
    "more than twenty": (
        replace(STILL, reported=30, exceptions=21, statuses=()),
        "21 of Corporate Resources' 30 reported measures are exceptions.",
    ),
}


@pytest.mark.parametrize(("directorate", "summary"), SUMMARIES.values(), ids=SUMMARIES)
def test_a_directorates_summary(directorate: GroupFacts, summary: str) -> None:
    assert BUNDLED.directorate(REPORT, directorate) == summary


@pytest.mark.parametrize(
    ("on_target", "rated", "said"),
    [
        (3, 9, "Three of the nine measures with a rating are on target or better (33%)."),
        (1, 9, "One of the nine measures with a rating is on target or better (33%)."),
        (0, 9, "None of the nine measures with a rating is on target or better (33%)."),
        (9, 9, "All nine measures with a rating are on target or better (33%)."),
        (2, 2, "Both measures with a rating are on target or better (33%)."),
        (1, 1, "The one measure with a rating is on target."),
        (0, 1, "The one measure with a rating is not on target."),
        (0, 0, "None of Corporate Resources' measures has a rating."),
    ],
)
def test_how_many_of_all_measures_are_on_target(on_target: int, rated: int, said: str) -> None:
    group = replace(STILL, on_target=on_target, rated=rated, share_on_target="33%", statuses=())
    assert BUNDLED.directorate(replace(REPORT, listed="all"), group) == said


def test_where_all_are_listed_those_for_information_are_held_against_no_target() -> None:
    data_only = StatusFacts(name="Data only", quarter=4, forecast=0, exception=False, rated=False)
    group = replace(STILL, statuses=(*counts(red=2), data_only))
    expected = (
        "Two of the nine measures with a rating are on target or better (22%). Against the quarter's targets, two are "
        "Red and three are Green. At year end, three are forecast to be Green."
    )
    assert BUNDLED.directorate(replace(REPORT, listed="all"), group) == expected


MONTHS = "July to September 2024"
ASKED = "Members are asked to note the report, and to say which measures they want to look into."
WHAT = "Red or Amber for the quarter, or forecast to be so at year end"
SEVEN = f"9 measures are reported for {MONTHS}. 7 of them are exceptions:"
FOUND = ExceptionFacts(
    rule="either",
    now=5,
    later=2,
    otherwise=0,
    now_and_later=3,
    now_alone=1,
    now_unrated=1,
    new=0,
    again=0,
    long=0,
    unknown=7,
    new_named="",
    long_named="",
    for_long=3,
)
KNOWN = replace(FOUND, new=2, again=4, long=1, unknown=1, new_named="A and B", long_named="C")
NONE = replace(FOUND, now=0, later=0, now_and_later=0, now_alone=0, now_unrated=0, unknown=0)
WHOLE = replace(
    REPORT,
    scope="",
    reported=9,
    exceptions=7,
    statuses=counts(red=4, amber=1),
    off_target=FOUND,
    recommendations=0,
    for_members=False,
)
NOW = "5 are exceptions for the quarter: 4 Red and 1 Amber."
OF_THESE = "Of the 5 exceptions for the quarter,"
THEN = f"{OF_THESE} 3 are forecast to be exceptions at year end too, 1 is not and 1 has no rated"
LONG = "for 3 reports running or more"
UNKNOWN = "Which of them are new is not known: there is no record of an earlier report."
OPENINGS = {
    "some": (
        WHOLE,
        (
            f"{SEVEN} {WHAT}.",
            f"{NOW} The other 2 are not, but are forecast to be at year end.",
            f"{THEN} forecast.",
            UNKNOWN,
        ),
    ),
    "new and old ones": (
        replace(
            WHOLE, off_target=replace(FOUND, new=2, again=4, long=1, unknown=1, new_named="A and B", long_named="C")
        ),
        (
            f"{SEVEN} {WHAT}.",
            f"{NOW} The other 2 are not, but are forecast to be at year end.",
            f"{THEN} forecast.",
            (
                f"2 are new, no exceptions in the last report (A and B); 4 were exceptions then too, 1 of them {LONG} "
                "(C). Of 1 it is not known."
            ),
        ),
    ),
    "none is new": (
        replace(WHOLE, off_target=replace(NONE, later=7, again=7, long=7, long_named="A, B and 5 more")),
        (
            f"{SEVEN} {WHAT}.",
            "7 are not exceptions for the quarter, but are forecast to be at year end.",
            (f"None is new: 7 were exceptions in the last report too, all of them {LONG} (A, B and 5 more)."),
        ),
    ),
    "all, and one is overdue": (
        replace(WHOLE, reported=7, off_target=replace(FOUND, later=1, otherwise=1)),
        (
            f"9 measures are reported for {MONTHS}. All of them are exceptions: {WHAT}.".replace("9", "7", 1),
            f"{NOW} 1 is not, but is forecast to be at year end. 1 is overdue.",
            f"{THEN} forecast.",
            UNKNOWN,
        ),
    ),
    "the year's end": (
        replace(WHOLE, year_end="outturn"),
        (
            f"{SEVEN} Red or Amber for the quarter or the year.",
            f"{NOW} The other 2 are not, but are for the year.",
            f"{OF_THESE} 3 are exceptions for the year too, 1 is not and 1 has no rated outturn.",
            UNKNOWN,
        ),
    ),
    "none at the year end": (
        replace(WHOLE, off_target=replace(FOUND, now_and_later=0, now_alone=4)),
        (
            f"{SEVEN} {WHAT}.",
            f"{NOW} The other 2 are not, but are forecast to be at year end.",
            f"{OF_THESE} none is forecast to be one at year end and 1 has no rated forecast.",
            UNKNOWN,
        ),
    ),
    "one now and then": (
        replace(
            WHOLE,
            statuses=counts(red=1, amber=0),
            off_target=replace(FOUND, now=1, later=0, now_and_later=1, now_alone=0, now_unrated=0, otherwise=6),
        ),
        (
            f"{SEVEN} {WHAT}.",
            "1 is an exception for the quarter: Red. 6 are overdue.",
            "Of the 1 exception for the quarter, 1 is forecast to be an exception at year end too.",
            UNKNOWN,
        ),
    ),
    "no forecast": (
        replace(WHOLE, has_forecast=False, exceptions=5, off_target=replace(FOUND, later=0)),
        (
            f"9 measures are reported for {MONTHS}. 5 of them are exceptions: Red or Amber for the quarter.",
            NOW,
            UNKNOWN,
        ),
    ),
    "no exception": (
        replace(WHOLE, exceptions=0, off_target=NONE, for_members=True),
        (f"9 measures are reported for {MONTHS}. None of them is an exception.", ASKED),
    ),
    "neither of two": (
        replace(WHOLE, reported=2, exceptions=0, off_target=NONE, for_members=True),
        (f"2 measures are reported for {MONTHS}. Neither of them is an exception.", ASKED),
    ),
    "one measure": (
        replace(WHOLE, reported=1, exceptions=1, off_target=replace(NONE, later=1, unknown=1), recommendations=2),
        (
            f"1 measure is reported for {MONTHS}. It is an exception: {WHAT}.",
            "1 is not an exception for the quarter, but is forecast to be at year end.",
            "Whether it is new is not known: there is no record of an earlier report.",
            "Members are asked to agree the 2 recommendations below.",
        ),
    ),
    "one that is none": (
        replace(WHOLE, reported=1, exceptions=0, off_target=NONE),
        (f"1 measure is reported for {MONTHS}. It is not an exception.",),
    ),
    "nothing": (
        replace(WHOLE, reported=0, exceptions=0, off_target=NONE, statuses=(), groups=()),
        (f"No measure is reported for {MONTHS}.",),
    ),
    "a directorate's": (
        replace(WHOLE, scope="People", exceptions=0, off_target=NONE),
        (f"9 measures are reported by People for {MONTHS}. None of them is an exception.",),
    ),
}


@pytest.mark.parametrize(("report", "opening"), OPENINGS.values(), ids=OPENINGS)
def test_the_report_opens_with_points_that_add_up(report: ReportFacts, opening: tuple[str, ...]) -> None:
    assert BUNDLED.introduction(report) == opening


def test_an_opening_without_empty_lines_is_one_paragraph() -> None:
    text = {**TEXTS, "introduction": "{{ report.reported }}\nmeasures.\n"}
    told = narratives({name: (each, f"{name}.j2") for name, each in text.items()})
    assert told.introduction(WHOLE) == ("9 measures.",)


def told_of(narrative: str, text: str, values: Mapping[str, object] | None = None) -> str:
    return filled(narrative, narrative_template(narrative, text, "x.j2"), values or EXAMPLES[narrative][0])


def test_line_breaks_make_no_difference_to_a_paragraph() -> None:
    assert told_of("measure", "\n\none  \n\n  {{ measure.label }}\t\n.") == "one WM 01 (NI 191) ."


def test_markup_is_left_to_those_who_print_it() -> None:
    assert told_of(
        "measure", "<b>{{ measure.title }}", {"report": REPORT, "measure": replace(MEASURE, title="R&D")}
    ) == ("<b>R&D")


def test_what_an_officer_typed_is_never_a_template() -> None:
    hostile = replace(MEASURE, quarter=replace(SLIPPED, actual="{{ report.council }}{% for"))
    assert "With a result of {{ report.council }}{% for against" in BUNDLED.measure(REPORT, hostile)


def test_an_email_keeps_its_lines_and_begins_with_its_subject() -> None:
    text = "\nSubject: {{ report.title }}  \nDear you,\n\n\n\n- {{ files[0].name }}\x0b\n\n"
    assert told_of("email", text) == "Subject: Performance exceptions\n\nDear you,\n\n- exceptions.docx\n"


@pytest.mark.parametrize("text", ["", "Dear colleague", "Subject:\nDear", "Subject :x", " \n{{ report.title }}"])
def test_an_email_without_a_subject_is_refused(text: str) -> None:
    with pytest.raises(Unusable, match="does not begin with its subject"):
        told_of("email", text)


FAULTS = {
    "a misspelt field": ("measure", "{{ measure.lable }}", "there is no field “lable”. Did you mean “label”?"),
    "in a branch not taken": ("measure", "{% if 1 > 2 %}{{ measure.quarter.targt }}{% endif %}", "mean “target”?"),
    "in a loop": ("email", "Subject: x{% for f in files %}{{ f.nam }}{% endfor %}", "mean “name”?"),
    "through a filter": (
        "directorate",
        '{% for s in directorate.statuses|selectattr("quarter") %}{{ s.nmae }}{% endfor %}',
        "there is no field “nmae”. Did you mean “name”?",
    ),
    "a name it does not see": ("introduction", "{{ measure.label }}", "there is no field “measure”."),
    "a misspelt name": ("measure", "{{ mesure.label }}", "Did you mean “measure”?"),
    "the web page's": ("measure", "{{ page.council }}", "there is no field “page”."),
    "a list": ("introduction", "{{ report.missing }}", "is a list; go through it with for"),
    "yes or no": ("introduction", "{{ report.draft }}", "is yes or no, and not text"),
    "a day": ("introduction", "{{ report.ends }}", "“report.ends” is a day; write |day after it."),
    "a broken tag": ("measure", "{% if measure.label %}", "Unexpected end of template"),
    "an unknown filter": ("measure", "{{ measure.label|capitol }}", "“|capitol” cannot be used here"),
    "a filter that hides": ("measure", "{{ measure.lable|default('') }}", "“|default” cannot be used here"),
    "a filter without what it needs": ("introduction", "{{ report.reported|plural }}", "“plural” needs something"),
    "a filter on what it is not for": ("measure", "{{ measure.label|in_words }}", "is not a whole number"),
    "none": ("measure", "{{ none }}", "this has no value"),
    "range": ("measure", "{% for n in range(9) %}{% endfor %}", "there is no field “range”."),
    "lipsum": ("measure", "{{ lipsum() }}", "there is no field “lipsum”."),
    "cycler": ("measure", "{{ cycler(1, 2) }}", "there is no field “cycler”."),
    "a long text made at once": ("measure", "{{ 'x' * 1000000000 }}", "“*” cannot be used here"),
    "a huge number": ("measure", "{{ 9 ** 9 ** 9 }}", "“**” cannot be used here"),
    "a wide text": ("measure", "{{ '%1000000000d' % 1 }}", "“%” cannot be used here"),
    "a call": ("measure", "{{ measure.label.ljust(1000000000) }}", "“.ljust” cannot be used here"),
    "a format": ("measure", "{{ '{:1000000000}'.format(1) }}", "“.format” cannot be used here"),
    "a macro without end": ("measure", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "a macro calls itself"),
    "too long": (
        "measure",
        "{% for n in [1, 2, 3, 4] %}{% for n in [1, 2, 3, 4] %}" + "x" * 400 + "{% endfor %}{% endfor %}",
        "longer than 5,000 characters",
    ),
    "what Python would give": ("measure", "{{ measure.__class__ }}", "there is no field “__class__”."),
    "another file": ("measure", "{% include 'email.j2' %}", "no loader"),
}


@pytest.mark.parametrize(("narrative", "written", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_file_line_and_remedy(narrative: str, written: str, said: str) -> None:
    (fault,) = faults_of(f"Subject: a\nb\n{written}".encode(), f"templates/narratives/{narrative}.j2")
    assert str(fault.place) == f"templates/narratives/{narrative}.j2, line 3"
    assert (fault.code, fault.remedy) == ("TEMP01", "Correct that line of the template.")
    assert said in fault.message


def test_the_faults_of_all_templates_are_told_at_once() -> None:
    with pytest.raises(Unusable) as told:
        narratives({"measure": ("{{ a }}\n{{ b }}", "m.j2"), "introduction": ("{% x", "i.j2")})
    assert [str(each.place) for each in told.value.problems] == ["m.j2, line 1", "m.j2, line 2", "i.j2, line 1"]


MACROS = """{% macro half(name, figures) %}{{ name }}: {{ figures.status }}{% endmacro %}
{{ half("quarter", measure.quarter)|capital }}; {{ half("year end", measure.forecast)|upper }}"""


def test_macros_and_filters_may_be_used() -> None:
    assert told_of("measure", MACROS, {"report": REPORT, "measure": MEASURE}) == "Quarter: Red; YEAR END: RED"


@pytest.mark.parametrize("narrative", SEEN)
def test_the_bundled_templates_are_sound(narrative: str) -> None:
    name = f"templates/narratives/{narrative}.j2"
    assert faults_of(TEXTS[narrative].encode(), name) == ()


@pytest.mark.parametrize(
    ("file", "narrative"),
    [
        ("templates/narratives/measure.j2", "measure"),
        ("email.j2", "email"),
        ("templates/report.html.j2", ""),
        ("measure.docx", ""),
        ("narratives/other.j2", ""),
    ],
)
def test_a_narrative_is_known_by_its_files_name(file: str, narrative: str) -> None:
    assert narrative_of(Path(file).as_posix()) == narrative
