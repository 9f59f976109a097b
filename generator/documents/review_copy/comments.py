"""Comments in a Word file, each on the words that marks stand round; and the marks taken out again."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from generator.documents.review_copy.marks import IN_BYTES, MARK, pieces_of, spot_of
from generator.documents.review_copy.notes import Note
from generator.documents.word_document.package import write_package
from generator.model.characters import harmless_line

AUTHOR, INITIALS = "Scorecard", "SC"
NOT_PRINTED = "Not printed in this report"
"""The heading of the list of what no words of the report are about."""

_STYLES = {
    "CommentText": '<w:style {w} w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="{normal}"/><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
    "CommentReference": '<w:style {w} w:type="character" w:styleId="CommentReference">'
    '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
}


def with_comments(document: bytes, notes: Sequence[Note], spots: Sequence[Sequence[int]]) -> bytes:
    """The document with a comment for each note, at the first of its ``spots`` that was printed.

    What has no spot that was printed stands in a list at the end. The same document and notes give the same bytes.
    """
    word = docx.Document(io.BytesIO(document))
    found = _spots_in(word)
    at = [next((found[spot] for spot in each if spot in found), None) for each in spots]
    placed = sorted(((words, note) for words, note in zip(at, notes, strict=True) if words), key=lambda each: each[0])
    unplaced = [note for words, note in zip(at, notes, strict=True) if words is None]
    for words, note in placed:
        _comment(word, words.runs, note)
    _list_at_the_end(word, unplaced)
    _add_styles(word)
    written = io.BytesIO()
    word.save(written)
    return _without_marks_or_dates(written.getvalue())


@dataclass(frozen=True, order=True)
class _Words:
    """The runs of marked words, and how far down the document they stand."""

    place: int
    runs: list[Run] = field(compare=False)


def _spots_in(word: Document) -> dict[int, _Words]:
    """The marked words of a document's text by their spot; of several of one spot, the first that is no link.

    Runs are cut at the marks.
    """
    found: dict[int, _Words] = {}
    for run in [each for each in word.element.body.iter(qn("w:r")) if MARK.search("".join(each.itertext()))]:
        is_link = any(each.tag == qn("w:hyperlink") for each in run.iterancestors())
        place = len(found)
        for spot, runs in _cut(run):
            if runs and not is_link and spot not in found:
                parent = Paragraph(runs[0].getparent(), word)
                found[spot] = _Words(place, [Run(each, parent) for each in runs])
    return found


def _cut(run: Any) -> Iterator[tuple[int, list[Any]]]:
    """Cut a run at its marks, and take them out; the new runs between each spot's marks."""
    pieces, opened, closed = [_empty(run)], dict[int, int](), dict[int, int]()
    for child in [each for each in run if each.tag != qn("w:rPr")]:
        if child.tag != qn("w:t"):
            pieces[-1].append(child)
            continue
        for text in pieces_of(child.text or ""):
            if MARK.match(text):
                spot, opens = spot_of(text)
                pieces.append(_empty(run))
                (opened if opens else closed)[spot] = len(pieces) - 1
            else:
                pieces[-1].append(_text(child, text))
    there = [each for each in pieces if any(child.tag != qn("w:rPr") for child in each)]
    for each in there:
        run.addprevious(each)
    run.getparent().remove(run)
    for spot, begins in opened.items():
        words = pieces[begins : closed.get(spot, len(pieces))]
        yield spot, [each for each in words if any(each is kept for kept in there)]


def _empty(run: Any) -> Any:
    made = run.makeelement(run.tag, dict(run.attrib))
    if run.rPr is not None:
        made.append(deepcopy(run.rPr))
    return made


def _text(like: Any, text: str) -> Any:

    made = like.makeelement(like.tag, {qn("xml:space"): "preserve"})
    made.text = text
    return made


def _comment(word: Document, runs: list[Run], note: Note) -> None:

    told = note.problem
    place = ", ".join(filter(None, (told.place.file, told.place.sheet, told.place.cell)))
    lines = (*told.message.split("\n"), *f"To put it right: {told.remedy}".split("\n"))
    text = "\n".join(map(harmless_line, (*lines, f"{told.severity} {told.code}: {place}")))
    comment = word.add_comment(runs, text, author=AUTHOR, initials=INITIALS)
    del comment._comment_elm.attrib[qn("w:date")]  # noqa: SLF001, the clock must not change the bytes


def _list_at_the_end(word: Document, notes: Sequence[Note]) -> None:
    if not notes:
        return
    styles = {each.name for each in word.styles}
    word.add_paragraph(NOT_PRINTED, "Heading 2" if "Heading 2" in styles else None)
    for note in notes:
        about = note.about or ", ".join(filter(None, (note.problem.place.file, note.problem.place.cell)))
        _comment(word, [word.add_paragraph().add_run(f"{harmless_line(about)}")], note)


def _add_styles(word: Document) -> None:
    """The styles that comments are written in, where the template has none of these names."""
    styles = word.styles.element
    there = {each.get(qn("w:styleId")) for each in styles.iter(qn("w:style"))}
    normal = word.styles.default(1)
    for name, style in _STYLES.items():
        if name not in there:
            styles.append(parse_xml(style.format(w=nsdecls("w"), normal=normal.style_id if normal else "Normal")))


def _without_marks_or_dates(document: bytes) -> bytes:
    """The same file as bytes that tell nothing of when it was made."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {each.filename: archive.read(each) for each in archive.infolist()}
    return write_package(
        {name: IN_BYTES.sub(b"", part) if name.endswith((".xml", ".rels")) else part for name, part in parts.items()}
    )
