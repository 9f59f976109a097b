"""Placeholders as they come when they are pasted from an e-mail, from Word or from a web page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commentary.placeholders import placeholder_slips, with_figures

FIGURES = {"quarter.actual": "90.0%", "previous.actual": None}
WHITE = {
    "a no-break space": "\u00a0",
    "a narrow no-break space": "\u202f",
    "a thin space": "\u2009",
    "an em space": "\u2003",
    "an ideographic space": "\u3000",
    "a tab": "\t",
    "a line break": "\n",
    "a space without width": "\u200b",
    "a word joiner": "\u2060",
    "a byte order mark": "\ufeff",
    "a soft hyphen": "\u00ad",
    "a mark of direction": "\u200e",
    "several of them": " \u00a0\u200b\u2009",
}


@pytest.mark.parametrize("white", WHITE.values(), ids=WHITE)
@pytest.mark.parametrize(
    "written",
    ["{{#quarter.actual#}}", "{{#quarter.actual}}", "{{quarter.actual#}}", "{{ #quarter.actual# }}"],
)
def test_any_white_space_may_stand_around_the_name(white: str, written: str) -> None:
    text = f"It is {written.replace('#', white)}."
    assert with_figures(text, FIGURES) == "It is 90.0%."
    assert list(placeholder_slips(text, FIGURES)) == []


@pytest.mark.parametrize(
    "text", ["{\u200b{ quarter.actual }\u200b}", "{{ quarter.\u200bactual }}", "{{ quar\u00adter.actual }}"]
)
def test_what_cannot_be_seen_makes_no_difference(text: str) -> None:
    assert with_figures(text, FIGURES) == "90.0%"
    assert list(placeholder_slips(text, FIGURES)) == []


@pytest.mark.parametrize("white", WHITE.values(), ids=WHITE)
def test_a_figure_that_is_not_there_is_told_as_such(white: str) -> None:
    (slip,) = placeholder_slips(f"{{{{{white}previous.actual{white}}}}}", FIGURES)
    assert slip.absent == "previous.actual"


@pytest.mark.parametrize("white", WHITE.values(), ids=WHITE)
def test_a_slip_is_never_told_with_itself_as_the_suggestion(white: str) -> None:
    (slip,) = placeholder_slips(f"{{{{{white}quarter.actul{white}}}}}", FIGURES)
    assert slip.suggestion == " Did you mean “{{ quarter.actual }}”?"


@given(st.text(st.sampled_from("{} quarter.actual\u00a0\u200b\n"), max_size=60))
def test_whatever_is_typed_is_filled_or_told_and_nothing_is_lost(text: str) -> None:
    assert with_figures(text, {}) == text
    assert all(slip.typed in text for slip in placeholder_slips(text, FIGURES))
