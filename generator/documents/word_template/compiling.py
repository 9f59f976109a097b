"""A Word-authored .docx template compiled to Jinja2.

The tags are docxtpl's: {{ field }}, {% if %}, {%p %} for whole paragraphs, {%tr %} for table rows, {%tc %} for cells,
{{p macro() }} for a macro's paragraphs, {% cellbg fill, ink %}; and some of ours: {% parabg fill, ink %},
{% restart_list when %}, {% keep_with_next when %}, {% row_may_break when %}, {% fill_width %},
{% chart page.chart, width, height %} and {% contents 2, 3 %}.
They may stand in the text, headers, footers, notes, text boxes, descriptions and properties; charts and contents in
the main text alone.
"""

import re
from collections.abc import Iterable

import jinja2
from lxml import etree

from generator.documents.templating.faults_in_words import in_plain_words
from generator.documents.word_document.contents_list import CONTENTS, ContentsList
from generator.documents.word_document.drawing import NO_RELS, RELS, OpenPart
from generator.documents.word_document.filling import OURS, CompiledPart, Template
from generator.documents.word_document.language import compiled
from generator.documents.word_document.package import CONTENT_TYPES, MAIN_TEXT, REPAIR, SAVE_AS, STYLES, is_xml
from generator.documents.word_document.tag import Faults, Tag
from generator.documents.word_template.colour_tags import SHADED, shade
from generator.documents.word_template.contents_tag import plan
from generator.documents.word_template.fields import check_fields
from generator.documents.word_template.left_out import drop_traces, free_controls, keep_properties
from generator.documents.word_template.links import CHARTS, PICTURES, PROPERTIES, TEXTS
from generator.documents.word_template.list_tags import Lists
from generator.documents.word_template.opening import OpenedTemplate, opened
from generator.documents.word_template.page_break_tags import KEEP, MAY_BREAK, keep
from generator.documents.word_template.part import (
    CM,
    W_NAMESPACE,
    W,
    WordPart,
    label_of,
    parsed,
    reserved_characters,
    text_width,
)
from generator.documents.word_template.soundness import check_elements, check_static_part, check_tracked_changes
from generator.documents.word_template.styles import WordStyles, with_tabs_within
from generator.documents.word_template.tags import CHART
from generator.documents.word_template.tags_in_paragraphs import take_tags_out, take_tags_out_of_plain_text, tidy
from generator.documents.word_template.tags_in_tables import (
    FILL_WIDTH,
    check_blocks,
    check_macros,
    close_containers,
    drop_marks_in_blocks,
    let_fill,
    replace_by_tags,
)
from generator.model.problem import Unusable

_SEAM = "seam"
_MOST_TAGS = 5_000
"""Tags of a part; a report's has a few hundred."""


def compiled_template(data: bytes, name: str) -> Template:
    """Read a .docx. Raises Unusable with every fault found; ``name`` is the file that they are told of."""
    faults = Faults(name)
    try:
        return _Compiler(opened(data, faults), faults).compile()
    except Unusable:
        raise
    except Exception as error:  # whatever else a file holds, it is the template's doing
        faults.note("", f"it cannot be understood ({type(error).__name__}: {error}).", REPAIR)
        raise Unusable(faults.found) from error


class _Compiler:
    """Compiles the parts of one template, noting every fault before it stops."""

    def __init__(self, template: OpenedTemplate, faults: Faults) -> None:
        self.parts, self.kinds = template.parts, template.kinds
        self.faults = faults
        self.printed = set[str]()
        self.styles = WordStyles(self._tree(STYLES))
        self.lists = Lists(self._tree, self.styles)
        self.contents: ContentsList | None = None
        self.draws = False
        self.text_width = 0.0

    def compile(self) -> Template:
        # Properties come last: which of them are needed, the fields in the text say.
        in_order = sorted(self.parts, key=lambda name: self.kinds.get(name) in PROPERTIES)
        parts = {name: self._part(name, self.parts[name]) for name in in_order}
        self.faults.stop_if_any()
        styles = parts.get(STYLES)
        if isinstance(styles, bytes):
            parts[STYLES] = with_tabs_within(styles, round(self.text_width * CM))
        return Template(
            name=self.faults.file,
            parts=parts,
            numbering=self.lists.numbering(),
            lists=dict(self.lists.used),
            contents=self.contents,
            open_for_charts=self._open_for_charts(),
            font=self.styles.font,
            text_width=self.text_width,
        )

    def _part(self, name: str, data: bytes) -> bytes | CompiledPart:
        kind = self.kinds.get(name, "")
        is_text, is_plain = kind in TEXTS, kind in PROPERTIES or kind in CHARTS
        if name == CONTENT_TYPES or not is_xml(name, data) or kind in PICTURES:
            return data
        part = WordPart(data, label_of(name, kind), self.faults)
        if not is_text and not is_plain:
            check_static_part(part)
            check_tracked_changes(part)
            check_elements(part)
            return data
        if reserved_characters(part):
            fault = "it holds a character from U+10FFF0 to U+10FFF5, which this program keeps for itself."
            self.faults.note(part.label, fault, "Delete it.")
            return data
        before = len(self.faults.found)
        if is_text:
            self._text(part)
        elif kind in PROPERTIES:
            keep_properties(part, self.printed)
        take_tags_out_of_plain_text(part)
        if is_text and len(self.faults.found) == before:
            check_blocks(part)
        return self._to_jinja(part, name) if len(self.faults.found) == before else data

    def _text(self, part: WordPart) -> None:
        if part.root.nsmap.get("w") != W_NAMESPACE:
            self.faults.note(part.label, "it was saved in the Strict Open XML format.", SAVE_AS)
            return
        check_tracked_changes(part)
        check_elements(part)
        self.printed |= check_fields(part)
        free_controls(part)
        drop_traces(part)
        tidy(part)
        ours = take_tags_out(part)
        if len(part.tags) > _MOST_TAGS:
            part.faults.note(part.label, f"it has more than {_MOST_TAGS:,} tags.", "Take out what is not needed.")
            return
        for paragraph, tag in ours:
            if tag.word in SHADED:
                shade(part, paragraph, tag)
            elif tag.word in {KEEP, MAY_BREAK}:
                keep(part, paragraph, tag)
            elif tag.word == FILL_WIDTH:
                let_fill(part, paragraph, tag)
            elif tag.word != CONTENTS:
                self.lists.restart(part, paragraph, tag)
        replace_by_tags(part)
        drop_marks_in_blocks(part)
        check_macros(part)
        if part.label == MAIN_TEXT:
            asked = [(paragraph, tag) for paragraph, tag in ours if tag.word == CONTENTS]
            self.contents = plan(part, asked, self.styles)
            self.text_width = max(map(text_width, part.root.iter(f"{W}sectPr")), default=0) / CM
        else:
            _refuse_outside_the_main_text(part, [*part.tags, *(tag for _, tag in ours)])
        close_containers(part, self.styles)

    def _to_jinja(self, part: WordPart, name: str) -> bytes | CompiledPart:
        source = part.source()
        if not source.tags:
            return source.text.encode()
        try:
            code, names = compiled(source.text, name)
        except jinja2.TemplateSyntaxError as error:
            self.faults.note_at(source.tag_at(error.lineno), in_plain_words(error.message or ""), part.label)
            return b""
        except (RecursionError, SyntaxError) as error:  # of which Python says only that it goes too deep
            longest = max((tag for _, tag in source.tags), key=lambda tag: len(tag.code))
            self.faults.note_at(longest, in_plain_words(getattr(error, "msg", "") or str(error)), part.label)
            return b""
        self.draws = self.draws or "_chart" in names
        return CompiledPart(label=part.label, code=code, source=source, names=names - OURS)

    def _open_for_charts(self) -> dict[str, OpenPart]:
        if not self.draws:
            return {}
        types, links = self.parts[CONTENT_TYPES], self.parts.get(RELS, NO_RELS)
        return {CONTENT_TYPES: _with_seam(types, "Override"), RELS: _with_seam(links, "Relationship")}

    def _tree(self, name: str) -> etree._Element | None:
        return parsed(self.parts[name]) if name in self.parts else None


def _refuse_outside_the_main_text(part: WordPart, tags: Iterable[Tag]) -> None:
    for tag in tags:
        if tag.source and re.match(rf"\{{%\w*\s*({CHART}|{CONTENTS})\b", tag.source):
            part.faults.note(tag.place, f"“{tag.source}” stands in the {part.label}.", "Move it into the main text.")


def _with_seam(data: bytes, name: str) -> OpenPart:
    root = parsed(data)
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{name}", {_SEAM: ""})
    text = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
    *_, last = re.finditer(rf'<(\S+) {_SEAM}=""/>', text)
    return OpenPart(text[: last.start()], last[1], text[last.end() :])
