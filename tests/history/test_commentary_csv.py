"""commentary.csv is read as it was written, and what cannot be is told at its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.commentary_csv import read_commentary, standing_answers, with_commentary
from generator.history.rows import CommentaryRow
from generator.model.period import Period
from generator.model.problem import Unusable

Q1, Q2 = Period(2024, 1), Period(2024, 2)
FILE = "inputs/commentary.csv"
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))
rows_of_commentary = st.builds(CommentaryRow, texts, st.sampled_from([Q1, Q2]), texts, texts)


@given(st.lists(rows_of_commentary), st.lists(rows_of_commentary))
def test_rows_are_read_as_they_were_added(before: list[CommentaryRow], added: list[CommentaryRow]) -> None:
    text = with_commentary("", before)
    assert with_commentary(text, added).startswith(text)
    assert read_commentary(with_commentary(text, added), FILE) == (*before, *added)


def test_the_last_answer_stands() -> None:
    rows = [CommentaryRow("PL 01", Q1, "context", text) for text in ("Ice.", "Snow.")]
    rows.append(CommentaryRow("PL 01", Q2, "context", "Sun."))
    assert standing_answers(rows, Q1) == {("PL 01", "context"): "Snow."}


@pytest.mark.parametrize(("line", "fault"), [("PL 01,2024-26,context,Ice.", "two years in a"), ("PL 01", "four cells")])
def test_what_cannot_be_is_told_at_its_line(line: str, fault: str) -> None:
    with pytest.raises(Unusable) as found:
        read_commentary(f"Code,Period,Question,Text\r\n{line}\r\n", FILE)
    assert fault in found.value.problems[0].message
    assert found.value.problems[0].place.cell == "line 2"
