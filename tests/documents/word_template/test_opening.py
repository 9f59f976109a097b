"""The parts of a template are found by what leads to them, whatever they are called."""

import pytest

from generator.documents.template_trial import faults_of
from tests.documents.made_templates import MAIN, Parts, packed, parts_of, published, replaced

RELS, TYPES, MAIN_RELS = "_rels/.rels", "[Content_Types].xml", "word/_rels/document.xml.rels"


def renamed(before: str, after: str, parts: Parts | None = None, *, absolute: bool = False) -> Parts:
    """Call a part otherwise, as Word for the web does, wherever it is named."""
    parts = parts_of() if parts is None else parts
    folder, _, file = before.rpartition("/")
    new_folder, _, new_file = after.rpartition("/")
    parts = {after if name == before else name: data for name, data in parts.items()}
    rels = parts.pop(f"{folder}/_rels/{file}.rels", None)
    if rels is not None:
        up = "/word/" if folder != new_folder else ""
        parts[f"{new_folder}/_rels/{new_file}.rels".lstrip("/")] = rels.replace(b'Target="', f'Target="{up}'.encode())
    parts = replaced(TYPES, f'"/{before}"', f'"/{after}"', parts)
    if before == MAIN:
        return replaced(RELS, f'"{before}"', f'"{"/" if absolute else ""}{after}"', parts)
    return replaced(MAIN_RELS, f'"{file}"', f'"/{after}"' if absolute else f'"{new_file}"', parts)


NAMES = {
    "the main text by another name": renamed(MAIN, "word/document2.xml"),
    "the main text from the root": renamed(MAIN, "word/document2.xml", absolute=True),
    "the main text in another folder": renamed(MAIN, "Documents/report.xml"),
    "the main text in no folder": renamed(MAIN, "report.xml"),
    "the main text in capitals": renamed(MAIN, "word/Document.xml"),
    "the styles by another name": renamed("word/styles.xml", "word/styles2.xml"),
    "the lists by another name": renamed("word/numbering.xml", "word/numbering2.xml", absolute=True),
    "a header by another name": renamed("word/header1.xml", "word/header22.xml"),
    "the settings by another name": renamed("word/settings.xml", "word/settings2.xml"),
    "all of them": renamed(
        MAIN,
        "word/document2.xml",
        renamed("word/styles.xml", "word/styles2.xml", renamed("word/numbering.xml", "word/numbering2.xml")),
    ),
    "a link in other letters than its part": replaced(MAIN_RELS, '"styles.xml"', '"Styles.XML"'),
    "a link from the root": replaced(MAIN_RELS, '"styles.xml"', '"/word/styles.xml"'),
    "a link over the folder above": replaced(MAIN_RELS, '"styles.xml"', '"../word/./styles.xml"'),
}


@pytest.mark.parametrize("parts", NAMES.values(), ids=NAMES)
def test_a_part_is_known_by_what_leads_to_it(parts: Parts) -> None:
    assert faults_of(packed(parts), "report.docx") == ()
    ours, made = published(parts_of()), published(parts)
    assert made[MAIN] == ours[MAIN]
    assert made["word/styles.xml"] == ours["word/styles.xml"]
    assert len(made) == len(ours)
    assert b"scorecard1.xml" in made[MAIN_RELS]


@pytest.mark.parametrize(
    "parts",
    [
        replaced(RELS, '/officeDocument"', '/anotherDocument"'),
        replaced(RELS, '"word/document.xml"', '"word/nowhere.xml"'),
        replaced(TYPES, "document.main+xml", "template.main+xml"),
        {name: data for name, data in parts_of().items() if name != TYPES},
        {name: data for name, data in parts_of().items() if name != RELS},
    ],
)
def test_what_leads_to_no_document_is_none(parts: Parts) -> None:
    (told,) = faults_of(packed(parts), "report.docx")
    assert "it is not a Word document (.docx)." in told.message
    assert "Save As" in told.remedy
