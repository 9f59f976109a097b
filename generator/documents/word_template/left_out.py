"""What is left out of a part that is carried over: a list says what a report needs of properties and settings.

Whatever else Word, SharePoint and others write there names persons, their computers or their ways, and is not
published: who made and saved a template, where, from what, in which sessions, and whose label it has.
"""

import re
from collections.abc import Collection

from lxml import etree

from generator.documents.word_template.part import W, WordPart, links_in, nearest_above, parsed, remove, xml_of

_SETTINGS = frozenset(
    {
        *("zoom", "removePersonalInformation", "removeDateAndTime", "displayBackgroundShape", "embedTrueTypeFonts"),
        *("embedSystemFonts", "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges", "gutterAtTop"),
        *("bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "hideSpellingErrors", "hideGrammaticalErrors"),
        *("defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"),
        *(
            "defaultTableStyle",
            "evenAndOddHeaders",
            "bookFoldRevPrinting",
            "bookFoldPrinting",
            "bookFoldPrintingSheets",
        ),
        *("drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery"),
        *("displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin"),
        *("drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning", "characterSpacingControl"),
        *("printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "updateFields"),
        *("hdrShapeDefaults", "shapeDefaults", "footnotePr", "endnotePr", "compat", "mathPr", "themeFontLang"),
        *("clrSchemeMapping", "doNotAutoCompressPictures", "decimalSymbol", "listSeparator"),
    }
)
"""Settings of a document that say how it looks."""

_PROPERTIES = frozenset(
    {"title", "subject", "creator", "keywords", "description", "category", "contentStatus", "Company"}
)
"""Properties that are carried over where they hold a tag, or a field in the text prints them."""

_ALWAYS = frozenset({"title", "language"})
_CREATOR, _COUNCIL = "creator", "{{ page.council }}"
_NAMING_PERSONS = frozenset({"lastModifiedBy", "Manager"})

_SESSIONS = frozenset({f"{W}rsid", f"{W}rsids"})
_TRACES = tuple(
    f"{W}{name}"
    for name in ("permStart", "permEnd", "fldData", "commentRangeStart", "commentRangeEnd", "commentReference")
)
_DESCRIBING = frozenset({"descr", "title", "alt", "name", "{urn:schemas-microsoft-com:office:office}title"})
_FILE = re.compile(
    r"[A-Z]:[\\/]|\\\\|file:|/(?:Users|home)/|^\S[^.?!]*\.(?:png|jpe?g|gif|bmp|tiff?|[ew]m[fz]|svg)$", re.IGNORECASE
)
_LAST_STEP = re.compile(r"(?:\w+:)?(\w+)(?:\[\d+\])?\s*$")
_BY_THE_WAY = re.compile(rb"<!--|<\?(?!xml\s)")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)


def cleaned(data: bytes, kind: str = "", gone: Collection[str] = ()) -> bytes:
    """A part without what it needs not hold, and as it was where that is nothing.

    ``kind`` is what kind of part it is; ``gone`` has the ids of its links to parts that are not carried over.
    """
    root = parsed(data)
    needless = [each for each in root.iter("*") if each.tag in _SESSIONS or not links_in(each).isdisjoint(gone)]
    if kind == "settings":
        needless += [each for each in root if etree.QName(each).localname not in _SETTINGS]
    for each in needless:
        remove(each)
    return xml_of(root) if needless or _BY_THE_WAY.search(data) or _ENCODING.match(data) else data


def keep_properties(part: WordPart, printed: Collection[str]) -> None:
    """Leave out every property that a report does not need; ``printed`` has what fields print, in small letters.

    Who made the template becomes the council, which made the report.
    """
    for each in list(part.root):
        name, text = etree.QName(each).localname, "".join(map(str, each.itertext()))
        needed = "{{" in text or "{%" in text or not text.strip()
        if name == "property":
            needed = needed or (each.get("name") or "").casefold() in printed
        elif name == _CREATOR and not needed:
            each.text, needed = _COUNCIL, True
        else:
            needed = name in _ALWAYS or (name in _PROPERTIES and (needed or name.casefold() in printed))
        if not needed:
            remove(each)


def free_controls(part: WordPart) -> None:
    """Let what stands in a content control stand: a control that is bound to data shows the data in its place."""
    for binding in list(part.root.iter("{*}dataBinding")):
        control = nearest_above(binding, "sdt")
        bound_to = _LAST_STEP.search(str(binding.get(f"{W}xpath") or ""))
        remove(binding)
        if control is not None and bound_to:
            _free_from_persons(part, control, bound_to[1])


def _free_from_persons(part: WordPart, control: etree._Element, bound_to: str) -> None:
    texts = list(control.iter(f"{W}t"))
    shown = "".join(each.text or "" for each in texts)
    if not shown.strip() or "{{" in shown:
        return
    if bound_to == _CREATOR:
        for each in texts[1:]:
            each.text = ""
        texts[0].text = _COUNCIL
    elif bound_to in _NAMING_PERSONS and next(control.iter(f"{W}showingPlcHdr"), None) is None:
        fault = f"the content control that shows “{shown[:70]}” prints the name of a person."
        part.faults.note(part.place_around(texts[0]), fault, "Delete it, or write a text in its place.")


def drop_traces(part: WordPart) -> None:
    """Leave out who may edit what, what add-ins keep for themselves, and the files that pictures came from."""
    for each in list(part.root.iter(*_TRACES)):
        remove(each)
    for each in part.root.iter("*"):
        for name in _DESCRIBING.intersection(map(str, each.attrib)):
            if _FILE.search(str(each.get(name))):
                each.set(name, "")
