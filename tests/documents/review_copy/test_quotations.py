"""The words that a problem is about, found again in what was printed."""

import pytest

from generator.documents.review_copy.quotations import find_words

LINE = "It is late. The 2 lorries, of 12, were off the road for the whole of the quarter. The council bought 2 more."
LIST = "We wrote to the MOH and to FTE staff."


@pytest.mark.parametrize(
    ("quoted", "words"),
    [
        ((LINE[12:81],), LINE[12:81]),
        ((LINE[12:81], "of 12"), "of 12"),
        ((LINE[12:81], "2"), "2"),
        (("The 2 lorries, of 12, were...",), LINE[12:81]),
        (("The 2 lorries, of 12, were...", "bought 2"), "bought 2"),
        (("It is late. The 2 lorries, of 12...",), LINE[:81]),
        (("lorr",), LINE),
        (("CLT, FTE",), "FTE"),
        (("“MOH” and “FTE”",), "MOH"),
        (("nothing of it",), "It is short."),
        ((), "It is short."),
    ],
)
def test_the_fewest_words_of_the_longest_quotation(quoted: tuple[str, ...], words: str) -> None:
    lines = (LIST, "It is short.", LINE)
    first = 2 if words in LINE else 0 if words in LIST else 1
    found = find_words(lines, first if quoted != ("lorr",) else 2, quoted)
    assert lines[found.line][found.begins : found.ends] == words


def test_they_are_looked_for_in_the_line_itself_first_and_then_in_all_others() -> None:
    assert find_words(("late", "late", "soon"), 1, ("late",)) == (1, 0, 4)
    assert find_words(("late", "late", "soon"), 1, ("soon",)) == (2, 0, 4)
    assert find_words(("late",), 7, ()) == (0, 0, 4)
