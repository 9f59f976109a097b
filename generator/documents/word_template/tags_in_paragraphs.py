"""Tags within paragraphs: put together from the runs that Word split them over, and taken out of them."""

import re
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from generator.documents.word_document.tag import BLOCKS, Tag
from generator.documents.word_template.part import XML_SPACE, W, WordPart, nearest_above, remove
from generator.documents.word_template.tags import CHART, OURS, find_tags, short

Segments = list[str | Tag]

_WHITE = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_WORD_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_NOISE = ("proofErr", "lastRenderedPageBreak")
_EDITING_TRACES = re.compile(r".*\}(rsid\w*|paraId|textId)")


def tidy(part: WordPart) -> None:
    """Take out what is noted down while one edits: it cuts tags apart, and must not be repeated in a loop."""
    for element in list(part.root.iter(*(f"{W}{name}" for name in _NOISE))):
        remove(element)
    drop_bookmarks(part, [mark for mark in part.root.iter(f"{W}bookmarkStart") if mark.get(f"{W}name") == "_GoBack"])
    for switch in part.root.iter(f"{W}cantSplit", f"{W}tblHeader"):
        if switch.get(f"{W}val") in {"true", "on"}:  # LibreOffice writes it so; the schema of Word does not know it
            del switch.attrib[f"{W}val"]
    for drawing in part.root.iter(f"{_WORD_DRAWING}docPr"):
        drawing.set("id", part.inline(Tag(code="_next_id()", prints=True, source="", place="")))
    for element in part.root.iter("*"):
        for name in [each for each in element.attrib if _EDITING_TRACES.fullmatch(str(each))]:
            del element.attrib[name]


def drop_bookmarks(part: WordPart, marks: Collection[etree._Element]) -> None:
    """Take bookmarks out, their starts and their ends, whichever of the two ``marks`` has."""
    numbers = {mark.get(f"{W}id") for mark in marks}
    for each in list(part.root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")) if marks else ():
        if each.get(f"{W}id") in numbers:
            remove(each)


def take_tags_out(part: WordPart) -> list[tuple[etree._Element, Tag]]:
    """Turn the tags of all paragraphs into markers. Gives the tags that are ours alone, with their paragraphs."""
    tagged = [(each, _found(part, each)) for each in part.root.iter(f"{W}p")]
    ours: list[tuple[etree._Element, Tag]] = []
    for paragraph, pieces in tagged:
        segments = dict(pieces)
        for run in _runs_of(pieces):
            _rebuild(part, run, segments, ours, paragraph)
    return ours


def _found(part: WordPart, paragraph: etree._Element) -> list[tuple[etree._Element, Segments]]:
    """Cut a paragraph's text at its tags. A tag that Word split is put where it starts."""
    pieces = list(_pieces(paragraph))
    text = "".join(each for _, each in pieces)
    if "{" not in text and "}" not in text:
        return []
    tags = find_tags(text, part.place(paragraph), part.faults)
    if not tags:
        return []
    ends = _ends(pieces)
    return [(node, _segments(end - len(own), end, text, tags)) for (node, own), end in zip(pieces, ends, strict=True)]


def _pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for node in paragraph.iter(f"{W}t", *_WHITE):
        run = node.getparent()
        if run is not None and run.tag == f"{W}r" and nearest_above(node, "p") is paragraph:
            yield node, (node.text or "") if node.tag == f"{W}t" else _WHITE[str(node.tag)]


def _ends(pieces: Sequence[tuple[etree._Element, str]]) -> list[int]:
    ends, end = [], 0
    for _, text in pieces:
        end += len(text)
        ends.append(end)
    return ends


def _segments(start: int, end: int, text: str, tags: Sequence[tuple[int, int, Tag]]) -> Segments:
    segments: Segments = []
    at = start
    for tag_start, tag_end, tag in tags:
        if tag_end <= start or tag_start >= end:
            continue
        segments.append(text[at : max(at, tag_start)])
        if tag_start >= start:
            segments.append(tag)
        at = min(tag_end, end)
    segments.append(text[at:end])
    return [each for each in segments if each]


def _runs_of(pieces: Sequence[tuple[etree._Element, Segments]]) -> list[etree._Element]:
    runs = (node.getparent() for node, _ in pieces)
    return list(dict.fromkeys(run for run in runs if run is not None))


def _rebuild(
    part: WordPart,
    run: etree._Element,
    pieces: dict[etree._Element, Segments],
    ours: list[tuple[etree._Element, Tag]],
    paragraph: etree._Element,
) -> None:
    """Write a run anew: printed fields stay in its text, everything else stands between runs with its looks."""
    current = _empty_copy(run)
    made = [current]
    for node in [each for each in run if each.tag != f"{W}rPr"]:
        for segment in pieces.get(node, [node]):
            if isinstance(segment, Tag) and segment.word in OURS:
                ours.append((paragraph, segment))
            elif isinstance(segment, Tag) and (segment.reach or not segment.prints):
                made += [part.marker(_lifted(segment)), _empty_copy(run)]
                current = made[-1]
            else:
                _append(part, current, node, segment)
    for each in made:
        if part.tag_of(each) or any(child.tag != f"{W}rPr" for child in each):
            run.addprevious(each)
    remove(run)


def _lifted(tag: Tag) -> Tag:
    if tag.word == CHART:
        return replace(tag, code=f"_chart({tag.rest})|_runs", prints=True, reach="r")
    if not tag.prints:
        return tag
    return replace(tag, code=f"({tag.code})|{'_paragraphs' if tag.reach == 'p' else '_runs'}")


def _empty_copy(run: etree._Element) -> etree._Element:
    copy = etree.Element(run.tag)
    looks = run.find(f"{W}rPr")
    if looks is not None:
        copy.append(deepcopy(looks))
    return copy


def _append(part: WordPart, run: etree._Element, node: etree._Element, segment: object) -> None:
    if node.tag != f"{W}t" and not isinstance(segment, Tag):
        run.append(node)  # a tab, a break, a picture: as it is
        return
    text = part.inline(segment) if isinstance(segment, Tag) else str(segment)
    last = run[-1] if len(run) else None
    if last is None or last.tag != f"{W}t":
        last = etree.SubElement(run, f"{W}t")
        last.set(XML_SPACE, "preserve")
    last.text = (last.text or "") + text


def take_tags_out_of_plain_text(part: WordPart) -> None:
    """Turn the tags in attributes, properties and charts into markers; only text on one line can stand there."""
    for element in part.root.iter("*"):
        for name, value in ((str(each), str(element.get(each))) for each in element.attrib):
            if "{{" in value or "{%" in value:
                element.set(name, _plain(part, value))
        if element.text and element.tag != f"{W}t" and ("{{" in element.text or "{%" in element.text):
            element.text = _plain(part, element.text)


def _plain(part: WordPart, text: str) -> str:
    place = f"{part.label}, descriptions" if part.label != "document properties" else part.label
    depth = 0
    written, end = [], 0
    for start, stop, tag in find_tags(text, place, part.faults):
        if tag.reach or tag.word in {*OURS, CHART}:
            fault, remedy = f"“{tag.source}” stands in “{short(text)}”.", "Only {{ … }} and {% if … %} can stand there."
            part.faults.note(place, fault, remedy)
        depth += tag.opens_block - (tag.word in BLOCKS.values())
        code = f"({tag.code})|_plain" if tag.prints else tag.code
        written += [text[end:start], part.inline(tag, code)]
        end = stop
    if depth:
        part.faults.note(place, f"a tag in “{short(text)}” is not closed there.", "Close it in the same text.")
    return "".join((*written, text[end:]))
