"""An officer's text as it is printed: the page and the reader's eye take it from one place."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.readers_eye.text.commentary import Known, OfMeasure
from generator.commentary.blocks import blocks
from generator.commentary.printed_lines import own_lines, printed_lines
from generator.commentary.withheld import internal, public
from generator.judging.outcome import ExceptionRule, Judged, by_code_and_alias, judge_return
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.measure import Kind, Measure
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.model.shape import Shape
from generator.project.folder import BUNDLED_TEMPLATES
from generator.report.report import grouped

DERBY = BUNDLED_TEMPLATES / "schemes" / "derby.toml"
SCHEME: Scheme = read_scheme(DERBY.read_text(encoding="utf-8"), "derby.toml")
SMALL = "Not published because numbers are small"


def judged(*lines: str, code: str = "PL 01", same_as: str | None = None, why: str | None = None) -> Judged:
    measure = Measure(
        code=code,
        title="Visits made in time",
        groups=("Place",),
        unit="%",
        kind=Kind.PERCENTAGE,
        quarter_targets=(None, Decimal(95), None, None),
        year_end_target=Decimal(95),
    )
    returned = Return(
        measure_code=code,
        period=Period(2018, 2),
        source=Source(file=f"{code}.xlsx", sha256=""),
        quarter=Half(actual=Decimal(6)),
        forecast=Half(actual=Decimal(8)),
        answers={"context": lines},
        same_as=same_as,
        missing_reason=why,
    )
    return judge_return(measure, returned, scheme=SCHEME, rule=ExceptionRule.EITHER)


@pytest.mark.parametrize(
    ("typed", "why", "for_all", "inside"),
    [
        ("It rained.", None, "It rained.", "It rained."),
        ("We reached {{ quarter.actual }}.", None, "We reached 6.0%.", "We reached 6.0%."),
        ("Of [[six]] families, most moved.", None, "Of [c] families, most moved.", "Of six families, most moved."),
        ("[[It was {{ quarter.actual }}.]] It rained.", None, "[c] It rained.", "It was 6.0%. It rained."),
        ("We placed {{ quarter.actual }}.", SMALL, "We placed [c].", "We placed 6.0%."),
        ("It was for [[six people.", None, "[c]", "It was for [[six people."),
        ("- {{ nothing }} stays", None, "- {{ nothing }} stays", "- {{ nothing }} stays"),
    ],
)
def test_what_is_withheld_goes_and_figures_come_in(typed: str, why: str | None, for_all: str, inside: str) -> None:
    each = judged(typed, why=why)
    assert own_lines(public(each), "context") == (for_all,)
    assert own_lines(internal(each), "context") == (inside,)


def test_an_empty_answer_is_that_of_the_first_measure_along_the_way_that_wrote_any() -> None:
    first = judged(" ", code="PL 01", same_as="PL 02")
    second = judged(code="PL 02", same_as="pl03")
    third = judged("[[Six]] waited: {{ measure.code }}.", code="PL 03", same_as="PL 01")
    by_code = by_code_and_alias(map(public, (first, second, third)))
    for each in (first, second):
        assert printed_lines(public(each), "context", by_code) == ("As for PL 03:", "[c] waited: PL 03.")
    assert printed_lines(public(third), "context", by_code) == ("[c] waited: PL 03.",)
    assert printed_lines(public(first), "a_question_nobody_asked", by_code) == ()


pieces = st.sampled_from(
    ["[[", "]]", "{{ quarter.actual }}", "{{ measure.title }}", "- ", "1) ", "2. ", "six", " ", "the team", ".", "[c]"]
)
lines = st.lists(st.lists(pieces, max_size=7).map("".join), max_size=5)


@given(lines, st.sampled_from([None, SMALL]))
def test_the_readers_eye_reads_what_the_page_prints(typed: list[str], why: str | None) -> None:
    each = judged(*typed, why=why)
    text = OfMeasure.of_judged(each, Known())
    for shown, read in ((public(each), text.published), (internal(each), text.lines)):
        (group,) = grouped((shown,), Shape(groups=("Place",)))
        printed = blocks(group.entries[0].answers["context"])
        assert [(line.form, line.text) for line in read] == [
            (block.form, item.strip()) for block in printed for item in block.items
        ]


def test_each_line_is_told_of_at_its_own_cell() -> None:
    each = judged("First.", "[[ ]]", "Third.")
    returned = replace(each.returned, sheet="Return", lines={"context": ("C38", "C39", "C40")})
    text = OfMeasure.of_judged(each._replace(returned=returned), Known())
    assert [(line.text, line.place.cell) for line in text.lines] == [("First.", "C38"), ("Third.", "C40")]
    assert [(line.text, line.place.cell) for line in text.published] == [
        ("First.", "C38"),
        ("[c]", "C39"),
        ("Third.", "C40"),
    ]
