"""What must not be in a template: what fetches or runs something, what nobody sees, and what names persons."""

import re
from collections.abc import Collection, Mapping
from functools import cache

from lxml import etree

from generator.documents.word_document.package import ANEW, is_xml
from generator.documents.word_document.tag import Faults
from generator.documents.word_template.links import (
    CARRIED,
    DIAGRAMS,
    FONT,
    PICTURES,
    Link,
    fault_of,
    is_carried,
    leads_to_a_page,
)
from generator.documents.word_template.part import W, WordPart, label_of, links_in, parsed

_COMMENT = re.compile(rb"<(?:\w+:)?comment[\s>]")
_TAG = re.compile(r"\{\{|\{%")
_AUTHOR = f"{W}author"
_TRACKED = frozenset(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "rPrChange", "pPrChange", "sectPrChange"),
        *("tblPrChange", "tblGridChange", "tblPrExChange", "trPrChange", "tcPrChange", "numberingChange"),
    )
)
_RUNS_A_MACRO = (f"{W}entryMacro", f"{W}exitMacro")
_FETCHED = frozenset({"src", "{urn:schemas-microsoft-com:office:office}src"})
_LINKED = frozenset({"href", "{urn:schemas-microsoft-com:office:office}href"})

_PICTURE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\x00|MM\x00\*|II\xbc\x01|\xd7\xcd\xc6\x9a|\x01\x00\x09\x00"
    rb"|\x01\x00\x00\x00.{36} EMF|\x1f\x8b|RIFF.{4}WEBP",
    re.DOTALL,
)
"""How the pictures that Word knows begin."""

_MORE_THAN_DRAWN = re.compile(
    rb"<(?:\w+:)?(?:script|foreignObject|iframe)\b|\son\w+\s*=|@import|(?:href|src)\s*=\s*[\"'](?!#|data:image/)"
    rb"|url\(\s*[\"']?(?!#|data:image/)",
    re.IGNORECASE,
)
_FONT = re.compile(r"\.(?:odttf|ttf|otf|fntdata)$", re.IGNORECASE)
_LEFT_BEHIND = re.compile(r"\.(?:xml|rels|vml)$|^\[trash\]/", re.IGNORECASE)
_OPAQUE = frozenset({"printerSettings", "certificate", "package"})
"""Kinds of part that hold neither XML nor a picture, and are left out."""


def check_links(links: Collection[Link], parts: Mapping[str, bytes], kinds: Mapping[str, str], faults: Faults) -> None:
    """Note links that fetch, run or embed something, and those to parts that are missing.

    ``kinds`` has the parts that are carried over.
    """
    places = cache(lambda source: _places(parts[source], label_of(source, kinds[source]), faults))
    for link in links:
        found = fault_of(link)
        if faults.many:
            return
        if found:
            known = places(link.source) if link.source in kinds and is_xml(link.source, parts[link.source]) else {}
            faults.note(known.get(link.id) or known.get("") or label_of(link.source), *found)
        elif is_carried(link) and (not link.source or link.source in kinds) and link.target not in parts:
            fault = f"{link.source or 'the package'} leads to {link.target}, which is not in the file."
            faults.note("", fault, "Open it in Word, let Word repair it, and save; or start from a sound template.")


def _places(data: bytes, label: str, faults: Faults) -> dict[str, str]:
    """Say where a part makes use of each of its links: the paragraph, where there is one; for none, the part."""
    part = WordPart(data, label, faults)
    used = {link: part.place_around(each) for each in part.root.iter("*") for link in links_in(each)}
    return {"": label, **used}


def check_contents(
    links: Collection[Link], parts: Mapping[str, bytes], kinds: Mapping[str, str], faults: Faults
) -> None:
    """Note comments, tags in SmartArt, and parts that are not what a Word document is made of."""
    led_to = {link.target: link.kind for link in links}
    for name, data in parts.items():
        kind = kinds.get(name, "")
        if (led_to.get(name) == "comments" or name.startswith("word/comments")) and _COMMENT.search(data):
            remedy = "In Word, choose Review > Delete > Delete All Comments in Document, and save."
            faults.note("", "it has comments, which would be published with their authors' names.", remedy)
        if (kind in DIAGRAMS or name.startswith("word/diagrams/")) and _has_tag(parsed(data)):
            faults.note("", "there is a tag in a SmartArt drawing, where it cannot be filled in.", "Move it into text.")
        if not _is_of_word(name, data, kind or led_to.get(name, "")):
            fault = f"it holds “{name}”, which is not what a Word document is made of."
            faults.note("", fault, ANEW)


def _is_of_word(name: str, data: bytes, kind: str) -> bool:
    if kind in PICTURES or not kind:
        drawn = name.lower().endswith(".svg") and parsed(data).tag == "{http://www.w3.org/2000/svg}svg"
        picture = not _MORE_THAN_DRAWN.search(data) if drawn else bool(_PICTURE.match(data))
        return picture or not data or (not kind and bool(_LEFT_BEHIND.search(name)))
    if kind == FONT:
        return bool(_FONT.search(name))
    if kind in CARRIED:
        return is_xml(name, data)
    return not data or kind in _OPAQUE or is_xml(name, data) or bool(_PICTURE.match(data))


def check_static_part(part: WordPart) -> None:
    """Note tags in a part that is carried over as it is."""
    if _has_tag(part.root):
        part.faults.note(part.label, "there is a tag in it, where it cannot be filled in.", "Move it into text.")


def _has_tag(root: etree._Element) -> bool:
    values = (str(value) for each in root.iter("*") for value in each.attrib.values())
    return bool(_TAG.search("".join(map(str, root.itertext())))) or any(_TAG.search(each) for each in values)


def check_tracked_changes(part: WordPart) -> None:
    """Note tracked changes: what was deleted and who deleted it would be published."""
    if any(each.tag in _TRACKED or _AUTHOR in each.attrib for each in part.root.iter("*")):
        fault = "it has tracked changes, which would be published with their authors' names."
        remedy = "In Word, choose Review > Accept > Accept All Changes and Stop Tracking, and save."
        part.faults.note(part.label, fault, remedy)


def check_elements(part: WordPart) -> None:
    """Note what fetches or runs something and is no link of the package: drawings of old kinds, and form fields."""
    for each in part.root.iter("*"):
        if each.tag in _RUNS_A_MACRO:
            fault = "a form field runs a macro."
            part.faults.note(part.place_around(each), fault, "Delete it, or take the macro out of its properties.")
        for name, value in each.attrib.items():
            address = str(value)
            if name in _FETCHED and address and not address.startswith("#"):
                fault = f"it fetches a picture from “{address[:100]}” when it is opened."
                part.faults.note(part.place_around(each), fault, "Delete it, and insert the picture itself.")
            elif name in _LINKED and not leads_to_a_page(address):
                fault = f"a link leads to “{address[:100]}”, which is a file or a program, and not a web page."
                part.faults.note(part.place_around(each), fault, "Correct the link, or delete it.")
