"""Letters that stand for words."""

import pytest

from tests.checks.readers_eye.commentary import told

FIRES = [
    ("TEXT09", "The work of IFAs goes on with the CPM."),
]
QUIET = [
    ("TEXT09", "The NHS and the UK agree, and so does the GP."),
    ("TEXT09", "Fewer families are in B&B than in May; see XQZ/006."),
]


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str) -> None:
    assert code in told(text)


@pytest.mark.parametrize(("code", "text"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str) -> None:
    assert code not in told(text)
