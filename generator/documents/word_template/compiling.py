"""A Word-authored .docx template compiled to Jinja2.

The tags are docxtpl's: {{ field }}, {% if %}, {%p %} for whole paragraphs, {%tr %} for table rows, {%tc %} for cells,
{{p macro() }} for a macro's paragraphs, {% cellbg fill, ink %}; and some of ours: {% parabg fill, ink %},
{% restart_list when %}, {% keep_with_next when %}, {% row_may_break when %}, {% chart page.chart, width, height %}
and {% contents 2, 3 %}.
They may stand in the text, headers, footers, notes, text boxes, descriptions and properties; charts and contents in
the main text alone.
"""

import re
from collections.abc import Iterable, Mapping

import jinja2
from lxml import etree

from generator.documents.templating.faults_in_words import in_plain_words
from generator.documents.word_document.contents_list import CONTENTS, ContentsList
from generator.documents.word_document.drawing import NO_RELS, RELS, OpenPart
from generator.documents.word_document.filling import MAIN_TEXT, OURS, CompiledPart, Template
from generator.documents.word_document.language import compiled
from generator.documents.word_document.package import CONTENT_TYPES, NotAPackage, read_package
from generator.documents.word_document.tag import Faults, Tag
from generator.documents.word_template.colour_tags import SHADED, shade
from generator.documents.word_template.contents_tag import plan
from generator.documents.word_template.list_tags import Lists
from generator.documents.word_template.page_break_tags import KEEP, MAY_BREAK, keep
from generator.documents.word_template.part import W_NAMESPACE, WordPart, reserved_characters
from generator.documents.word_template.soundness import check_package, check_tracked_changes
from generator.documents.word_template.styles import WordStyles
from generator.documents.word_template.tags import CHART
from generator.documents.word_template.tags_in_paragraphs import take_tags_out, take_tags_out_of_plain_text, tidy
from generator.documents.word_template.tags_in_tables import (
    check_blocks,
    check_macros,
    close_containers,
    drop_marks_in_blocks,
    replace_by_tags,
)
from generator.model.problem import Unusable

_TEXT = re.compile(r"word/(document|header|footer|footnotes|endnotes)(\d*)\.xml")
_PLAIN = re.compile(r"(word/charts/.*|docProps/(core|app|custom))\.xml")
_LABELS = {"document": MAIN_TEXT, "footnotes": "footnotes", "endnotes": "endnotes", "core": "document properties"}
_MAIN = "word/document.xml"
_SEAM = "seam"
_SAVE_AS = "Open it in Word, choose Save As, and save it as a Word Document (.docx)."
_REPAIR = "Open it in Word, let Word repair it, and save."
_OF_A_PERSON = (
    *("lastModifiedBy", "created", "modified", "lastPrinted", "revision", "Manager", "Template", "TotalTime", "Pages"),
    *("Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "Application", "AppVersion"),
)


def compiled_template(data: bytes, name: str) -> Template:
    """Read a .docx. Raises Unusable with every fault found; ``name`` is the file that they are told of."""
    parts = _read(data, name)
    try:
        return _Compiler(parts, name).compile()
    except Unusable:
        raise
    except Exception as error:  # whatever else a file holds, it is the template's doing
        faults = Faults(name)
        faults.note("", f"it cannot be understood ({type(error).__name__}: {error}).", _REPAIR)
        raise Unusable(faults.found) from error


def _read(data: bytes, name: str) -> dict[str, bytes]:
    faults, parts = Faults(name), dict[str, bytes]()
    try:
        parts = read_package(data)
    except NotAPackage:
        faults.note("", "it is not a Word document.", _SAVE_AS)
    is_document = b"wordprocessingml.document.main+xml" in parts.get(CONTENT_TYPES, b"") and _MAIN in parts
    if parts and not is_document:
        faults.note("", "it is not a Word document (.docx).", _SAVE_AS)
    faults.stop_if_any()
    return parts


class _Compiler:
    """Compiles the parts of one template, noting every fault before it stops."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        self.parts = parts
        self.faults = Faults(name)
        self.styles = WordStyles(self._tree("word/styles.xml"))
        self.lists = Lists(self._tree, self.styles)
        self.contents: ContentsList | None = None
        self.draws = False

    def compile(self) -> Template:
        check_package(self.parts, self.faults)
        parts = {name: self._part(name, data) for name, data in self.parts.items()}
        self.faults.stop_if_any()
        return Template(
            name=self.faults.file,
            parts=parts,
            numbering=self.lists.numbering(),
            lists=dict(self.lists.used),
            contents=self.contents,
            open_for_charts=self._open_for_charts(),
            font=self.styles.font,
        )

    def _part(self, name: str, data: bytes) -> bytes | CompiledPart:
        is_text, is_plain = _TEXT.fullmatch(name), _PLAIN.fullmatch(name)
        if not is_text and not is_plain:
            return data
        try:
            part = WordPart(data, _label(name), self.faults)
        except etree.XMLSyntaxError as error:
            self.faults.note(_label(name), f"it is damaged ({error}).", _REPAIR)
            return data
        if reserved_characters(part):
            fault = "it holds a character from U+10FFF0 to U+10FFF5, which this program keeps for itself."
            self.faults.note(part.label, fault, "Delete it.")
            return data
        before = len(self.faults.found)
        if is_text:
            self._text(part)
        else:
            _without_persons(part)
        take_tags_out_of_plain_text(part)
        if is_text and len(self.faults.found) == before:
            check_blocks(part)
        return self._to_jinja(part, name) if len(self.faults.found) == before else data

    def _text(self, part: WordPart) -> None:
        if part.root.nsmap.get("w") != W_NAMESPACE:
            self.faults.note(part.label, "it was saved in the Strict Open XML format.", _SAVE_AS)
            return
        check_tracked_changes(part)
        tidy(part)
        ours = take_tags_out(part)
        for paragraph, tag in ours:
            if tag.word in SHADED:
                shade(part, paragraph, tag)
            elif tag.word in {KEEP, MAY_BREAK}:
                keep(part, paragraph, tag)
            elif tag.word != CONTENTS:
                self.lists.restart(part, paragraph, tag)
        replace_by_tags(part)
        drop_marks_in_blocks(part)
        check_macros(part)
        if part.label == MAIN_TEXT:
            asked = [(paragraph, tag) for paragraph, tag in ours if tag.word == CONTENTS]
            self.contents = plan(part, asked, self.styles)
        else:
            _refuse_outside_the_main_text(part, [*part.tags, *(tag for _, tag in ours)])
        close_containers(part)

    def _to_jinja(self, part: WordPart, name: str) -> bytes | CompiledPart:
        source = part.source()
        if not source.tags:
            return source.text.encode()
        try:
            code, names = compiled(source.text, name)
        except jinja2.TemplateSyntaxError as error:
            self.faults.note_at(source.tag_at(error.lineno), in_plain_words(error.message or ""), part.label)
            return b""
        self.draws = self.draws or "_chart" in names
        return CompiledPart(label=part.label, code=code, source=source, names=names - OURS)

    def _open_for_charts(self) -> dict[str, OpenPart]:
        if not self.draws:
            return {}
        types, links = self.parts[CONTENT_TYPES], self.parts.get(RELS, NO_RELS)
        return {CONTENT_TYPES: _opened(types, "Override"), RELS: _opened(links, "Relationship")}

    def _tree(self, name: str) -> etree._Element | None:
        data = self.parts.get(name)
        if data is None:
            return None
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError as error:
            self.faults.note(_label(name), f"it is damaged ({error}).", _REPAIR)
            return None


def _refuse_outside_the_main_text(part: WordPart, tags: Iterable[Tag]) -> None:
    for tag in tags:
        if tag.source and re.match(rf"\{{%\w*\s*({CHART}|{CONTENTS})\b", tag.source):
            part.faults.note(tag.place, f"“{tag.source}” stands in the {part.label}.", "Move it into the main text.")


def _opened(data: bytes, name: str) -> OpenPart:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{name}", {_SEAM: ""})
    text = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
    *_, last = re.finditer(rf'<(\S+) {_SEAM}=""/>', text)
    return OpenPart(text[: last.start()], last[1], text[last.end() :])


def _label(name: str) -> str:
    stem = name.rpartition("/")[2].removesuffix(".xml")
    word = stem.rstrip("0123456789")
    return _LABELS.get(word, f"{word} {stem[len(word) :]}".strip())


def _without_persons(part: WordPart) -> None:
    """Metadata names the council: not who restyled the template, when, or with what."""
    for element in list(part.root):
        if etree.QName(element).localname in _OF_A_PERSON:
            part.root.remove(element)
