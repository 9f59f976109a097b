"""What is kept of templates makes the documents that fresh templates make, and nothing hangs on it."""

from pathlib import Path

import pytest

from generator.documents.templating import compiled_templates as compiled
from generator.documents.word import render_word, word_template
from generator.documents.word_template import compiling
from generator.model.problem import Unusable
from generator.report.page.examples import FULL
from tools.word_template import LAYOUTS, lay_out

TEMPLATE = lay_out(LAYOUTS["report.docx"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiled, "_FOLDER", tmp_path)
    return tmp_path


def document() -> bytes:
    return render_word(word_template(TEMPLATE, "report.docx"), FULL)


def test_a_word_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = document()
    assert render_word(compiling.compiled_template(TEMPLATE, "report.docx"), FULL) == fresh
    monkeypatch.delattr(compiling, "compiled_template")
    assert document() == fresh
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"nonsense", None], ids=["emptied", "overwritten", "cut off"])
def test_what_is_damaged_is_made_again(folder: Path, damage: bytes | None) -> None:
    fresh = document()
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-9] if damage is None else damage)
    assert document() == fresh
    assert len(kept.read_bytes()) == len(whole)


def test_where_nothing_can_be_kept_templates_are_compiled_each_time(folder: Path) -> None:
    fresh = document()
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.write_text("in the way")
    assert document() == fresh


def test_a_template_with_a_fault_is_never_kept(folder: Path) -> None:
    for _ in range(2):
        with pytest.raises(Unusable, match="not a Word document"):
            word_template(b"PK", "report.docx")
    assert list(folder.iterdir()) == []
