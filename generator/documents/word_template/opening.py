"""A template opened: unpacked within limits, looked through, and cut to what a report needs.

Only parts that the document itself leads to are carried over, and only of the kinds in ``links.CARRIED``: what Word,
SharePoint and others leave in a file for themselves is never published.
"""

import posixpath
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.documents.word_document.numbering import NUMBERING
from generator.documents.word_document.package import (
    ANEW,
    CONTENT_TYPES,
    MAIN,
    REPAIR,
    SAVE_AS,
    STYLES,
    NotAPackage,
    is_xml,
    read_package,
)
from generator.documents.word_document.tag import Faults
from generator.documents.word_template.left_out import cleaned
from generator.documents.word_template.links import Link, is_carried, is_kept, links_of, rels_of
from generator.documents.word_template.part import label_of, parsed, remove, xml_of
from generator.documents.word_template.soundness import check_contents, check_links
from generator.xlsx import Fault, Unreadable
from generator.xlsx.markup import check_well_formed

_CALLED = {"officeDocument": MAIN, "styles": STYLES, "numbering": NUMBERING}
"""What some parts are called from here on, whatever a template calls them: programs name them as they like."""

_XML = (".xml", ".rels", ".vml", ".svg")
_DOCUMENT = "wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedTemplate:
    """The parts of a template that are carried over, by name, and what kind of part each is led to as."""

    parts: Mapping[str, bytes]
    kinds: Mapping[str, str]


def opened(data: bytes, faults: Faults) -> OpenedTemplate:
    """Open a template, noting every fault. Raises Unusable where nothing more could be said of it."""
    parts = _unpacked(data, faults)
    links = tuple(links_of(parts))
    main = next((link.target for link in links if not link.source and link.kind == "officeDocument"), "")
    if main not in parts or not _type_of(main, parts).endswith(_DOCUMENT):
        faults.note("", "it is not a Word document (.docx).", SAVE_AS)
        faults.stop_if_any()
    kinds = _carried(links, parts)
    _check_xml({name: parts[name] for name in kinds if is_xml(name, parts[name])}, faults)
    check_links(links, parts, kinds, faults)
    check_contents(links, parts, kinds, faults)
    names = _names(links, main, kinds)
    if len(set(names.values())) < len(names):
        faults.note("", "two of its parts are called alike.", REPAIR)
        faults.stop_if_any()
    return OpenedTemplate(
        parts=_cut(parts, links, kinds, names), kinds={names[name]: kind for name, kind in kinds.items()}
    )


def _unpacked(data: bytes, faults: Faults) -> dict[str, bytes]:
    parts = dict[str, bytes]()
    try:
        parts = read_package(data)
    except NotAPackage as error:
        faults.note(label_of(error.part), error.fault, error.remedy)
    _check_xml({name: part for name, part in parts.items() if name.lower().endswith(_XML)}, faults)
    return parts


def _check_xml(parts: Mapping[str, bytes], faults: Faults) -> None:
    """Note parts that are not well-formed, or have a document type. Raises Unusable with what was found so far."""
    for name, part in parts.items():
        try:
            check_well_formed(part)
        except Unreadable as unreadable:
            damaged = unreadable.fault is Fault.DAMAGED
            fault = f"it {'is damaged' if damaged else 'was made to mislead'}: {unreadable.detail}."
            faults.note(label_of(name), fault, REPAIR if damaged else ANEW)
    faults.stop_if_any()


def _type_of(name: str, parts: Mapping[str, bytes]) -> str:
    """A part's content type: its own, or that of all parts whose names end as its name does."""
    types = parsed(parts[CONTENT_TYPES]) if CONTENT_TYPES in parts else ()
    own, common = f"/{name}".casefold(), name.rpartition(".")[2].casefold()
    found = {
        (each.get("PartName") or each.get("Extension") or "").casefold(): each.get("ContentType") for each in types
    }
    return found.get(own) or found.get(common) or ""


def _carried(links: Collection[Link], parts: Collection[str]) -> dict[str, str]:
    """The kind of every part that is reached from the package over links that are carried over."""
    onward = defaultdict[str, list[Link]](list)
    for link in links:
        if is_carried(link) and link.target in parts:
            onward[link.source].append(link)
    kinds, waiting = dict[str, str](), [""]
    while waiting:
        for link in onward[waiting.pop()]:
            if link.target not in kinds:
                kinds[link.target] = link.kind
                waiting.append(link.target)
    return kinds


def _names(links: Collection[Link], main: str, kinds: Collection[str]) -> dict[str, str]:
    """What each part that is carried over is called from here on."""
    named = {link.target: _CALLED[link.kind] for link in links if link.source in {"", main} and link.kind in _CALLED}
    return {name: named.get(name, name) for name in kinds}


def _cut(
    parts: Mapping[str, bytes], links: Collection[Link], kinds: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, bytes]:
    """The parts that are carried over, under their names, with nothing left that leads to any other."""
    of_source = defaultdict[str, list[Link]](list)
    for link in links:
        of_source[link.source].append(link)
    cut, kept = dict[str, bytes](), dict(names)
    for name, called in names.items():
        gone = {link.id for link in of_source[name] if not _is_kept(link, names)}
        cut[called] = cleaned(parts[name], kinds[name], gone) if is_xml(name, parts[name]) else parts[name]
    for rels, source in rels_of(parts):
        data = _relinked(parts[rels], of_source[source], names) if source in {"", *names} else b""
        if data:
            folder, name = posixpath.split(names.get(source, ""))
            kept[rels] = posixpath.join(folder, "_rels", f"{name}.rels")
            cut[kept[rels]] = data
    cut[CONTENT_TYPES] = _retyped(parts[CONTENT_TYPES], kept)
    return cut


def _is_kept(link: Link, names: Collection[str]) -> bool:
    return is_kept(link) and (not is_carried(link) or link.target in names)


def _relinked(data: bytes, links: Collection[Link], names: Mapping[str, str]) -> bytes:
    """The relationships of a part that is carried over, those that are kept; empty if none is left of any."""
    root = parsed(data)
    changed = False
    for each, link in zip(list(root.iter("{*}Relationship")), links, strict=True):
        renamed = link.target in names and names[link.target] != link.target
        moved = posixpath.dirname(names.get(link.source, "")) != posixpath.dirname(link.source)
        if not _is_kept(link, names):
            remove(each)
            changed = True
        elif not link.external and (renamed or moved):
            each.set("Target", f"/{names.get(link.target, link.target)}")
            changed = True
    if changed:
        return xml_of(root) if len(root) else b""
    return cleaned(data)


def _retyped(data: bytes, kept: Mapping[str, str]) -> bytes:
    """The list of content types for the parts that are kept, by the names that they had and have."""
    root = parsed(data)
    now = {f"/{name}".casefold(): f"/{called}" for name, called in kept.items()}
    changed = False
    for each in list(root.iter("{*}Override")):
        part = each.get("PartName") or ""
        called = now.get(part.casefold())
        if called is None:
            remove(each)
        elif called.casefold() != part.casefold():
            each.set("PartName", called)
        changed = changed or called is None or called.casefold() != part.casefold()
    return xml_of(root) if changed else cleaned(data)
