"""What must be right in a template's package before its parts are looked at; and what must not be published with it."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.documents.word_document.tag import Faults
from generator.documents.word_template.part import W, WordPart

_COMMENT = re.compile(rb"<(?:\w+:)?comment\s")
_TAG = re.compile(rb"\{\{|\{%")
_TRACKED = frozenset(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "rPrChange", "pPrChange", "sectPrChange"),
        *("tblPrChange", "tblGridChange", "tblPrExChange", "trPrChange", "tcPrChange", "numberingChange"),
    )
)


def check_package(parts: Mapping[str, bytes], faults: Faults) -> None:
    """Note parts that are missing, comments, and tags in places that are never filled in."""
    for name, target in _missing(parts):
        fault = f"{name} leads to {target}, which is not in the file."
        faults.note("", fault, "Open it in Word, let Word repair it, and save; or start from a sound template.")
    for name, data in parts.items():
        if name.startswith("word/comments") and _COMMENT.search(data):
            remedy = "In Word, choose Review > Delete > Delete All Comments in Document, and save."
            faults.note("", "it has comments, which would be published with their authors' names.", remedy)
        if name.startswith("word/diagrams/") and _TAG.search(data):
            faults.note("", "there is a tag in a SmartArt drawing, where it cannot be filled in.", "Move it into text.")


def check_tracked_changes(part: WordPart) -> None:
    """Note tracked changes: what was deleted and who deleted it would be published."""
    if any(each.tag in _TRACKED for each in part.root.iter("*")):
        fault = "it has tracked changes, which would be published with their authors' names."
        remedy = "In Word, choose Review > Accept > Accept All Changes and Stop Tracking, and save."
        part.faults.note(part.label, fault, remedy)


def _missing(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give the parts that are referred to and are not there, each with the part that refers to it."""
    known = {name.casefold() for name in parts}
    for name in (each for each in parts if each.endswith(".rels")):
        folder, _, file = name.partition("_rels/")
        for target in _targets(parts[name]):
            path = posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
            if path.casefold() not in known:
                yield f"{folder}{file.removesuffix('.rels')}" or "the package", path


def _targets(data: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return
    for each in root:
        if each.get("TargetMode") != "External":
            yield (each.get("Target") or "").partition("#")[0]
