import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commentary.blocks import Block, Form, blocks

P, B, N = Form.PARAGRAPH, Form.BULLETS, Form.NUMBERS


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], []),
        (["One.", "Two."], [(P, "One."), (P, "Two.")]),
        (["One.", "", "  ", "Two."], [(P, "One."), (P, "Two.")]),
        (["- a", "- b"], [(B, "a", "b")]),
        (["• a", "* b", "– c", "·  d"], [(B, "a", "b", "c", "d")]),
        (["These:", "- a", "- b", "After."], [(P, "These:"), (B, "a", "b"), (P, "After.")]),
        (["1) a", "2) b"], [(N, "a", "b")]),
        (["1. a", "2.  b"], [(N, "a", "b")]),
        (["(1) a", "(2) b"], [(N, "a", "b")]),
        (["1) a", "4)b"], [(N, "a"), (P, "4)b")]),
        (["3)c", "1)a", "2)b"], [(P, "3)c"), (N, "a", "b")]),
        (["1) a", "1) b"], [(N, "a"), (N, "b")]),
        (["1) a", "Between.", "2) b"], [(N, "a"), (P, "Between."), (P, "2) b")]),
        (["- a", "1) b", "- c"], [(B, "a"), (N, "b"), (B, "c")]),
        (["-5% on last year"], [(P, "-5% on last year")]),
        (["-a", "- "], [(P, "-a"), (P, "- ")]),
        (["1.5 days", "2018. A year", "10 of 19"], [(P, "1.5 days"), (P, "2018. A year"), (P, "10 of 19")]),
        (["  spaced  "], [(P, "  spaced  ")]),
        (["=1+1", "{{ x }}", "<b>"], [(P, "=1+1"), (P, "{{ x }}"), (P, "<b>")]),
    ],
)
def test_lines_become_blocks(lines: list[str], expected: list[tuple[Form, *tuple[str, ...]]]) -> None:
    assert blocks(lines) == tuple(Block(form, tuple(items)) for form, *items in expected)


typed = st.lists(st.text(alphabet="ab1234.)(-•* \t", max_size=12), max_size=8)


@given(typed)
def test_nothing_typed_is_lost(lines: list[str]) -> None:
    """Only list marks go: what is left of every line that says anything is there, in order."""
    items = [item for block in blocks(lines) for item in block.items]
    said = [line for line in lines if line.strip()]
    assert len(items) == len(said)
    assert all(line.endswith(item) for line, item in zip(said, items, strict=True))


@given(typed)
def test_numbered_lists_count_from_one(lines: list[str]) -> None:
    rest = iter(line for line in lines if line.strip())
    for block in blocks(lines):
        marks = [next(rest) for _ in block.items]
        if block.form is Form.NUMBERS:
            assert [mark.strip().lstrip("(")[: len(str(n))] for n, mark in enumerate(marks, 1)] == [
                str(n) for n in range(1, len(marks) + 1)
            ]
