"""All that a form ever said by itself is known, so that a form issued before is told of nothing that is ours."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms import earlier_edition as earlier
from generator.forms.asked import form_words as form
from generator.forms.issued_texts import (
    OWN_SHEETS,
    OWN_TEXTS,
    is_headline,
    is_of_a_form,
    is_remark,
    is_worked_out,
    texts_of,
)
from generator.model.messages.catalogue import CATALOGUE
from generator.model.shape import DEFAULT_SHAPE

EVER_SAID = Path(__file__).parents[1] / "golden" / "form-texts.json"


SAID_NOW = {form.SHEET: texts_of(DEFAULT_SHAPE), **OWN_TEXTS}
SAID_NEWLY = {sheet: texts - earlier.BESIDE_FORMS for sheet, texts in SAID_NOW.items()}


def test_what_forms_ever_said_is_known_still() -> None:
    """Add what you reword to EARLIER_TEXTS: forms that were issued with it come back."""
    ever = json.loads(EVER_SAID.read_text(encoding="utf-8"))
    of_workings = OWN_SHEETS[form.WORKINGS_SHEET].strange((row, 1, text) for row, text in enumerate(ever["Workings"]))
    assert not of_workings, [ever["Workings"][row] for row, _ in of_workings]
    others = [sheet for sheet in ever if sheet != form.WORKINGS_SHEET]
    assert [text for sheet in others for text in ever[sheet] if text not in SAID_NOW[sheet]] == []


def test_what_forms_say_now_is_kept_for_later() -> None:
    """Add what forms say newly to the list, and take nothing out of it: python -m tests.forms.test_issued_texts."""
    ever = json.loads(EVER_SAID.read_text(encoding="utf-8"))
    assert [text for sheet, texts in SAID_NEWLY.items() for text in texts if text not in ever[sheet]] == []


OURS = [
    "Ambridge Council: PL 01, 2024/25 Q3 (October to December 2024)",
    "Fill in the cream cells, save, and send this workbook back by 14 January 2025.",
    "Fill in the cream cells, save, and send this workbook to performance@ambridge.example by 14 January 2025.",
    "The performance team asks you to look at 1 thing, in column E. Then save this workbook and send it back.",
    "Result for this quarter\nThe figure on its own, without the unit. Unit: £ million.",
    "When was it done?\nTarget: 30 September 2018.\nA date, such as 31/01/2019.",
    "When was it done in 2018/19?",
    "When will it be done?\nTarget: 31 March 2019.",
    "Where did it stand on 31 March 2019?\nTarget: Completed.",
    "Result for this quarter The figure on its own, without the unit.",
]


@pytest.mark.parametrize("text", OURS)
def test_what_a_form_says_of_its_measure_is_known(text: str) -> None:
    assert is_of_a_form(text, DEFAULT_SHAPE)


@pytest.mark.parametrize("text", [*(f"{each} And more." for each in OURS[:3]), "Fill in the north figures", "PL 01"])
def test_what_was_added_to_it_is_not(text: str) -> None:
    assert not is_of_a_form(text, DEFAULT_SHAPE)


@pytest.mark.parametrize("code", [code for code, wording in CATALOGUE.items() if wording.remedy.strip("{}").isalpha()])
def test_only_remedies_that_are_worded_elsewhere_are_not_known_by_their_words(code: str) -> None:
    assert CATALOGUE[code].remedy in {"{remedy}", "{advice}", "{hint}"}


@given(st.sampled_from(sorted(CATALOGUE)), st.text(max_size=20))
def test_a_remark_is_known_by_its_end(code: str, more: str) -> None:
    wording = CATALOGUE[code]
    if wording.remedy.startswith("{") or "}" in wording.remedy[-2:]:
        return  # it ends as whatever it names does
    remark = f"{wording.message} {wording.remedy}".replace("{{", "").replace("}}", "")
    assert is_remark(remark)
    assert not more.strip() or not is_remark(f"{remark} Done, see {more}x")


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("To do: enter your name.", True),
        ("Worked out: Red.", True),
        ("12 words", True),
        ("4 things left to do. Next: B2.", True),
        ("see my mail", False),
        ("12 words in all", False),
        ("Todo", False),
    ],
)
def test_what_formulas_give_is_known(text: str, ours: bool) -> None:
    assert (is_worked_out(text) or is_headline(text)) is ours


if __name__ == "__main__":
    known = json.loads(EVER_SAID.read_text(encoding="utf-8")) if EVER_SAID.exists() else {}
    merged = {sheet: sorted({*known.get(sheet, ()), *texts}) for sheet, texts in SAID_NEWLY.items()}
    EVER_SAID.write_text(json.dumps(merged, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
