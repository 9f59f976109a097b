"""A Word template ready to be filled in; a document is then one string per part, and a zip.

No XML is read here: whatever needs that is done when a template is compiled, once for each template.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

import jinja2

from generator.documents.templating.allowance import bounded, room_for
from generator.documents.templating.sandbox import in_stretches
from generator.documents.word_document.contents_list import ContentsList, Headings, contents_here
from generator.documents.word_document.drawing import Drawings, OpenPart
from generator.documents.word_document.language import environment, ready
from generator.documents.word_document.numbering import NUMBERING, List, Numbering, Restarts
from generator.documents.word_document.package import MAIN_TEXT, write_package
from generator.documents.word_document.tag import Faults, JinjaSource, Tag
from generator.model.problem import Problem, Unusable, nearest

OURS = frozenset({"_restart", "_chart", "_next_id", "_heading", "_heading_ends", "_contents", "text_width"})
"""The names of what a document under way offers: all but the last to the tags of ours alone."""

_NEVER_IN_XML = bytes(set(range(32)) - set(b"\t\n\r"))
_LONG = 4_000_000  # bytes; a report of a thousand measures has fewer


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledPart:
    """A part ready to render, and what is needed to tell where a fault lies."""

    label: str
    code: CodeType
    source: JinjaSource
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A compiled template. It holds no document and can be used again."""

    name: str
    parts: Mapping[str, bytes | CompiledPart]
    numbering: Numbering | None
    lists: Mapping[int, List] = field(default_factory=dict)
    contents: ContentsList | None = None
    open_for_charts: Mapping[str, OpenPart] = field(default_factory=dict)
    font: str | None = None
    text_width: float = 0
    """Centimetres between the margins of the widest page."""

    @classmethod
    def restored(cls, plain: Mapping[str, Any]) -> "Template":
        """Make a template of what ``dataclasses.asdict`` has made of it."""
        numbering, contents, opened = (plain[each] for each in ("numbering", "contents", "open_for_charts"))
        return cls(
            name=plain["name"],
            parts={name: each if isinstance(each, bytes) else _part(**each) for name, each in plain["parts"].items()},
            numbering=Numbering(**numbering) if numbering else None,
            lists={number: List(**each) for number, each in plain["lists"].items()},
            contents=ContentsList(**contents) if contents else None,
            open_for_charts={name: OpenPart(**each) for name, each in opened.items()},
            font=plain["font"],
            text_width=plain["text_width"],
        )

    def render(self, context: Mapping[str, object]) -> bytes:
        """Make the document. The same context gives the same bytes. Raises Unusable if a field is not there."""
        self._check_names(context)
        restarts = Restarts(self.numbering.last if self.numbering else 0, self.lists)
        drawings, headings = Drawings(self.font), Headings()
        given = {
            **context,
            "_chart": drawings.chart,
            "_restart": restarts.number_for,
            "_next_id": drawings.next_id,
            "_heading": headings.starts,
            "_heading_ends": headings.ends,
            "_contents": contents_here,
            "text_width": self.text_width,
        }
        with bounded(room_for(context.get("page"))):
            written = {name: self._written(part, given) for name, part in self.parts.items()}
        if self.numbering:
            written[NUMBERING] = self.numbering.with_lists("".join(restarts.added))
        return write_package(drawings.added_to(written, self.open_for_charts))

    def _written(self, part: bytes | CompiledPart, context: Mapping[str, object]) -> bytes:
        if isinstance(part, bytes):
            return part
        written = _rendered(part, context, self.name)
        if self.contents and part.label == MAIN_TEXT:
            written = self.contents.write_into(written, self.text_width)
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
        """A fault for every field, in any branch, that cannot be there; ``known`` is what it sees, by type."""
        from generator.documents.templating.field_list import unknown_fields

        offered = {**known, **dict.fromkeys(OURS, object)}
        faults = Faults(self.name)
        for part in (each for each in self.parts.values() if isinstance(each, CompiledPart)):
            for line, words in unknown_fields(environment().parse(part.source.text), offered):
                faults.note_at(part.source.tag_at(line), words, part.label)
        yield from faults.found

    def _check_names(self, context: Mapping[str, object]) -> None:
        faults = Faults(self.name)
        for part in (each for each in self.parts.values() if isinstance(each, CompiledPart)):
            for name in sorted(part.names - context.keys()):
                fault = f"there is no field “{name}”.{nearest(name, context)}"
                faults.note_at(part.source.tag_with(name), fault, part.label)
        faults.stop_if_any()


def _part(*, source: Mapping[str, Any], **others: Any) -> CompiledPart:
    tags = tuple((line, Tag(**tag)) for line, tag in source["tags"])
    return CompiledPart(source=JinjaSource(source["text"], tags), **others)


def _rendered(part: CompiledPart, context: Mapping[str, object], file: str) -> bytes:
    """Fill a part in, a stretch at a time: as text, a nation's report would need four times the room of its bytes."""
    try:
        # Fields are cleaned one by one; this catches what a template's own "~" or "+" puts together.
        return b"".join(
            stretch.encode("utf-8", "replace").translate(None, _NEVER_IN_XML)
            for stretch in in_stretches(ready(part.code).generate(context))
        )
    except Exception as error:  # a page is only text, so whatever goes wrong here is the template's doing
        _refuse(error, part, file)


def _refuse(error: Exception, part: CompiledPart, file: str) -> NoReturn:
    line, step = 1, error.__traceback__
    while step:  # Jinja2 puts the template's lines into the traceback, under the template's name
        if step.tb_frame.f_code.co_filename == part.code.co_filename:
            line = step.tb_lineno
        step = step.tb_next
    words = f"this cannot be worked out ({error})."
    if isinstance(error, jinja2.TemplateError):
        words = error.message or words
    faults = Faults(file)
    faults.note_at(part.source.tag_at(line), words, part.label)
    raise Unusable(faults.found) from error
