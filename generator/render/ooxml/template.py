"""A Word-authored .docx template compiled once to Jinja2; a document is then one string per part, and a zip.

The tags are docxtpl's: {{ field }}, {% if %}, {%p %} for whole paragraphs, {%tr %} for table rows, {%tc %} for cells,
{{p macro() }} for a macro's paragraphs, {% cellbg fill, ink %}; and some of ours: {% parabg fill, ink %},
{% restart_list when %}, {% keep_with_next when %}, {% row_may_break when %}, {% chart page.chart, width, height %}
and {% contents 2, 3 %}.
They may stand in the text, headers, footers, notes, text boxes, descriptions and properties; charts and contents in
the main text alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

import jinja2
from lxml import etree

from generator.problem import Problem, Unusable, nearest
from generator.render.bounds import bounded, in_stretches
from generator.render.known_fields import unknown_fields
from generator.render.ooxml.colour import SHADED, shade
from generator.render.ooxml.contents import CONTENTS, Contents, Headings, contents_here, plan
from generator.render.ooxml.drawing import Drawings
from generator.render.ooxml.keeping import KEEP, MAY_BREAK, keep
from generator.render.ooxml.language import compiled, environment
from generator.render.ooxml.numbering import List, Lists, Numbering, Restarts
from generator.render.ooxml.package import CONTENT_TYPES, NotAPackage, read_package, write_package
from generator.render.ooxml.paragraphs import take_tags_out, take_tags_out_of_plain_text, tidy
from generator.render.ooxml.part import W_NAMESPACE, Part, Source, reserved_characters
from generator.render.ooxml.soundness import check_package, check_tracked_changes
from generator.render.ooxml.structure import (
    check_blocks,
    check_macros,
    close_containers,
    drop_marks_in_blocks,
    replace_by_tags,
)
from generator.render.ooxml.styles import Styles
from generator.render.ooxml.tags import CHART, Faults, Tag
from generator.render.syntax import in_plain_words

_TEXT = re.compile(r"word/(document|header|footer|footnotes|endnotes)(\d*)\.xml")
_PLAIN = re.compile(r"(word/charts/.*|docProps/(core|app|custom))\.xml")
_LABELS = {"document": "main text", "footnotes": "footnotes", "endnotes": "endnotes", "core": "document properties"}
_NUMBERING, _MAIN = "word/numbering.xml", "word/document.xml"
_SAVE_AS = "Open it in Word, choose Save As, and save it as a Word Document (.docx)."
_REPAIR = "Open it in Word, let Word repair it, and save."
_NEVER_IN_XML = bytes(set(range(32)) - set(b"\t\n\r"))
_OF_A_PERSON = (
    *("lastModifiedBy", "created", "modified", "lastPrinted", "revision", "Manager", "Template", "TotalTime", "Pages"),
    *("Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "Application", "AppVersion"),
)
_NO_FIELD = re.compile("there is no field “(.+?)”")
_LONG = 4_000_000  # bytes; a report of a thousand measures has fewer
_OURS = frozenset({"_restart", "_chart", "_next_id", "_heading", "_heading_ends", "_contents"})
"""The names of what a document under way offers to the tags of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compiled:
    """A part ready to render, and what is needed to tell where a fault lies."""

    label: str
    template: jinja2.Template
    source: Source
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A compiled template. It holds no document and can be used again."""

    name: str
    parts: Mapping[str, bytes | _Compiled]
    numbering: Numbering | None
    lists: Mapping[int, List] = field(default_factory=dict)
    contents: Contents | None = None
    font: str | None = None

    @classmethod
    def compile(cls, data: bytes, name: str) -> "Template":
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

    def render(self, context: Mapping[str, object]) -> bytes:
        """Make the document. The same context gives the same bytes. Raises Unusable if a field is not there."""
        self._check_names(context)
        restarts = Restarts(self.numbering.last if self.numbering else 0, self.lists)
        drawings, headings = Drawings(self.font), Headings()
        given = {
            **context,
            "_restart": restarts.number_for,
            "_chart": drawings.chart,
            "_next_id": drawings.next_id,
            "_heading": headings.starts,
            "_heading_ends": headings.ends,
            "_contents": contents_here,
        }
        written = {name: self._written(part, given) for name, part in self.parts.items()}
        if self.numbering:
            written[_NUMBERING] = self.numbering.with_lists("".join(restarts.added))
        return write_package(drawings.added_to(written))

    def _written(self, part: bytes | _Compiled, context: Mapping[str, object]) -> bytes:
        if isinstance(part, bytes):
            return part
        written = _rendered(part, context, self.name)
        if self.contents and part.label == _LABELS["document"]:
            written = self.contents.write_into(written)
        self._check_written(written, part.label)
        return written

    def _check_written(self, written: bytes, label: str) -> None:
        """Word opens no file that is not well formed; nothing known makes one, so this is a net below the ropes."""
        if len(written) > _LONG:
            return
        try:
            ParserCreate().Parse(written, True)  # noqa: FBT003, the library takes no names
        except ExpatError as error:
            faults = Faults(self.name)
            faults.note(label, f"what it makes is not a Word document ({error}).", "Take out what you last changed.")
            raise Unusable(faults.found) from None

    def unknown_fields(self, known: Mapping[str, object]) -> Iterator[Problem]:
        """Give a fault for every field, in any branch, that cannot be there; ``known`` is what it sees, by type."""
        offered = {**known, **dict.fromkeys(_OURS, object)}
        faults = Faults(self.name)
        for part in (each for each in self.parts.values() if isinstance(each, _Compiled)):
            for line, words in unknown_fields(environment().parse(part.source.text), offered):
                _note(faults, words, part.source.tag_at(line), part.label)
        yield from faults.found

    def _check_names(self, context: Mapping[str, object]) -> None:
        faults = Faults(self.name)
        for part in (each for each in self.parts.values() if isinstance(each, _Compiled)):
            for name in sorted(part.names - context.keys()):
                fault = f"there is no field “{name}”.{nearest(name, context)}"
                _note(faults, fault, part.source.tag_with(name), part.label)
        faults.stop_if_any()


def _rendered(part: _Compiled, context: Mapping[str, object], file: str) -> bytes:
    """Fill a part in, a stretch at a time: as text, a nation's report would need four times the room of its bytes."""
    try:
        with bounded():
            # Fields are cleaned one by one; this catches what a template's own "~" or "+" puts together.
            return b"".join(
                stretch.encode("utf-8", "replace").translate(None, _NEVER_IN_XML)
                for stretch in in_stretches(part.template.generate(context))
            )
    except Exception as error:  # a page is only text, so whatever goes wrong here is the template's doing
        _refuse(error, part, file)


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
        self.styles = Styles(self._tree("word/styles.xml"))
        self.lists = Lists(self._tree, self.styles)
        self.contents: Contents | None = None

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
            font=self.styles.font,
        )

    def _part(self, name: str, data: bytes) -> bytes | _Compiled:
        is_text, is_plain = _TEXT.fullmatch(name), _PLAIN.fullmatch(name)
        if not is_text and not is_plain:
            return data
        try:
            part = Part(data, _label(name), self.faults)
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

    def _text(self, part: Part) -> None:
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
        if part.label == _LABELS["document"]:
            asked = [(paragraph, tag) for paragraph, tag in ours if tag.word == CONTENTS]
            self.contents = plan(part, asked, self.styles)
        else:
            _refuse_outside_the_main_text(part, [*part.tags, *(tag for _, tag in ours)])
        close_containers(part)

    def _to_jinja(self, part: Part, name: str) -> bytes | _Compiled:
        source = part.source()
        if not source.tags:
            return source.text.encode()
        try:
            template, names = compiled(source.text, name)
        except jinja2.TemplateSyntaxError as error:
            _note(self.faults, in_plain_words(error.message or ""), source.tag_at(error.lineno), part.label)
            return b""
        return _Compiled(label=part.label, template=template, source=source, names=names - _OURS)

    def _tree(self, name: str) -> etree._Element | None:
        data = self.parts.get(name)
        if data is None:
            return None
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError as error:
            self.faults.note(_label(name), f"it is damaged ({error}).", _REPAIR)
            return None


def _refuse_outside_the_main_text(part: Part, tags: Iterable[Tag]) -> None:
    for tag in tags:
        if tag.source and re.match(rf"\{{%\w*\s*({CHART}|{CONTENTS})\b", tag.source):
            part.faults.note(tag.place, f"“{tag.source}” stands in the {part.label}.", "Move it into the main text.")


def _label(name: str) -> str:
    stem = name.rpartition("/")[2].removesuffix(".xml")
    word = stem.rstrip("0123456789")
    return _LABELS.get(word, f"{word} {stem[len(word) :]}".strip())


def _without_persons(part: Part) -> None:
    """Metadata names the council: not who restyled the template, when, or with what."""
    for element in list(part.root):
        if etree.QName(element).localname in _OF_A_PERSON:
            part.root.remove(element)


def _refuse(error: Exception, part: _Compiled, file: str) -> NoReturn:
    line, step = 1, error.__traceback__
    while step:  # Jinja2 puts the template's lines into the traceback, under the template's name
        if step.tb_frame.f_code.co_filename == part.template.filename:
            line = step.tb_lineno
        step = step.tb_next
    words = f"this cannot be worked out ({error})."
    if isinstance(error, jinja2.TemplateError):
        words = error.message or words
    faults = Faults(file)
    _note(faults, words, part.source.tag_at(line), part.label)
    raise Unusable(faults.found) from error


def _note(faults: Faults, words: str, tag: Tag | None, label: str = "") -> None:
    """Note what is wrong with a tag; a name that is called is a macro's."""
    at, remedy = (f"“{tag.source}”: ", "Correct the tag in Word.") if tag else ("", "Correct it in Word.")
    called = _NO_FIELD.match(words)
    if tag and called and re.search(rf"\b{re.escape(called[1])}\s*\(", tag.code):
        words = f"there is no macro “{called[1]}” above it."
        remedy = (
            f"Put the part from {{%p macro {called[1]}(…) %}} to {{%p endmacro %}} before the first tag that uses it."
        )
    sentence = words if words.endswith("?") else f"{words.rstrip('.')}."
    faults.note(tag.place if tag and tag.place else label, f"{at}{sentence}", remedy)
