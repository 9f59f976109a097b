"""Word's own fields: a list of those that print what a report may print. All others are refused, whatever they do.

Some fetch files, some run programs, some name persons. A field is found however it is written: in one element, or
between a beginning and an end, over runs and paragraphs, its code in pieces, and with other fields within it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.word_template.links import leads_to_a_page
from generator.documents.word_template.part import W, WordPart
from generator.documents.word_template.tags import short

_PRINTING = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC"),
        *("XE", "INDEX", "TA", "TOA", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "DOCPROPERTY", "DATE", "TIME"),
        *("CREATEDATE", "SAVEDATE", "PRINTDATE", "FILENAME", "HYPERLINK", "IF", "COMPARE", "SET", "QUOTE", "SYMBOL"),
        *(
            "ADVANCE",
            "EQ",
            "LISTNUM",
            "AUTONUM",
            "AUTONUMLGL",
            "AUTONUMOUT",
            "FORMTEXT",
            "FORMCHECKBOX",
            "FORMDROPDOWN",
        ),
        *("NUMWORDS", "NUMCHARS", "REVNUM", "EDITTIME", "FILESIZE", "CITATION", "BIBLIOGRAPHY", "SHAPE", "BIDIOUTLINE"),
        "=",
    }
)
_OF_PERSONS = frozenset({"AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS"})
_PERSONS_PROPERTIES = frozenset({"author", "lastsavedby", "lastauthor", "manager"})
_COMMENTS = "comments"
_PROPERTIES = {_COMMENTS: "description"}
"""What the file calls a property that Word calls otherwise."""

_NESTED = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a field's code for a field within it: what that gives is not known."""

_WORD = re.compile(r"\s*(=|[A-Za-z]+(?=[\s\\\"]|$))")
_PIECE = re.compile(r"(\\[A-Za-z!*#@])|\"([^\"]*)\"|([^\s\"]+)")
_WITH_VALUE = frozenset({"\\l", "\\o", "\\t", "\\s", "\\*"})
"""Switches after which comes what belongs to them."""

_TO_TEXT = "Delete it, or click on it and press Ctrl+Shift+F9, which makes plain text of it."


@dataclass(slots=True)
class _Field:
    """A field that was begun: where, its code so far, and what it shows."""

    start: etree._Element
    code: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    in_code: bool = True


def check_fields(part: WordPart) -> set[str]:
    """Note every field that is none of those that print. Gives the properties that fields print, in small letters."""
    printed = set[str]()
    for each in _fields(part):
        code = "".join(each.code)
        if ("{{" in code or "{%" in code) and _cut(code)[0] in {"", *_PRINTING}:
            fault = f"a tag stands in a field of Word's own, “{short(code)}”, where it cannot be filled in."
            part.faults.note(part.place_around(each.start), fault, "Move it into text.")
        elif found := _fault(code, "".join(each.shown)):
            fault, remedy = found
            shown = short(code.replace(_NESTED, "…"))
            part.faults.note(part.place_around(each.start), f"the field “{shown}” {fault}", remedy)
        else:
            printed |= {_PROPERTIES.get(name, name) for name in _printed_by(code)}
    return printed


def _fault(code: str, shown: str) -> tuple[str, str] | None:
    word, rest = _cut(code)
    names_person = word in _OF_PERSONS or (
        word == "DOCPROPERTY" and not _PERSONS_PROPERTIES.isdisjoint(_printed_by(code))
    )
    if names_person and not (word == "AUTHOR" and "{{" in shown):
        return "prints the name of a person.", "Delete it; for the council's name, write {{ page.council }}."
    if names_person or not code.strip():
        return None
    if word not in _PRINTING:
        return "is none for a report: such a field may fetch a file, run a program or ask whoever opens it.", _TO_TEXT
    if word == "FILENAME" and "\\p" in code.lower():
        return "prints the folders of somebody's computer.", _TO_TEXT
    if word == "HYPERLINK" and (_NESTED in rest or not all(map(leads_to_a_page, _arguments(rest)))):
        return "leads to a file or a program, and not to a web page.", "Correct the link, or delete it."
    return None


def _cut(code: str) -> tuple[str, str]:
    """The word that says what a field does, in capitals, and what follows it; nothing if it is not sure."""
    found = _WORD.match(code)
    return (found[1].upper(), code[found.end() :]) if found else ("", code)


def _arguments(rest: str) -> list[str]:
    """What a code asks for beside its switches and their values."""
    found, switch = list[str](), ""
    for match in _PIECE.finditer(rest):
        if not match[1] and switch not in _WITH_VALUE:
            found.append(match[2] or match[3] or "")
        switch = (match[1] or "").lower()
    return found


def _printed_by(code: str) -> set[str]:
    word, rest = _cut(code)
    if word == "DOCPROPERTY":
        return {each.casefold() for each in _arguments(rest)[:1]}
    return {word.casefold()} & {"title", "subject", "keywords", _COMMENTS}


def _fields(part: WordPart) -> Iterator[_Field]:
    """The fields of a part, those too that are never ended: a program may take them as ended."""
    open_fields: list[_Field] = []
    for node in part.root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", f"{W}t"):
        current, step = (open_fields[-1] if open_fields else None), node.get(f"{W}fldCharType")
        begins = node.tag == f"{W}fldSimple" or step == "begin"
        if begins and current and current.in_code:
            current.code.append(_NESTED)
        if node.tag == f"{W}fldSimple":
            yield _Field(node, [node.get(f"{W}instr", "")], [str(each) for each in node.itertext(f"{W}t")])
        elif step == "begin":
            open_fields.append(_Field(node))
        elif current and step:
            current.in_code = False
            if step == "end":
                yield open_fields.pop()
        elif current:
            (current.code if current.in_code else current.shown).append(node.text or "")
        elif node.tag == f"{W}instrText":
            yield _Field(node, [node.text or ""])
    yield from open_fields
