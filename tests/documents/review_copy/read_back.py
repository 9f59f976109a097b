"""What a review copy's comments are on, as python-docx and as LibreOffice read it."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

type_of_comment = tuple[str, str]
"""The words that a comment is on, and its own words."""


def by_python_docx(data: bytes) -> list[type_of_comment]:
    """The comments in their order."""
    document: Any = docx.Document(io.BytesIO(data))
    told = {str(each.comment_id): each.text for each in document.comments}
    words, under_way = dict[str, str](), dict[str, str]()
    for each in document.element.body.iter():
        if each.tag == qn("w:commentRangeStart"):
            under_way[each.get(qn("w:id"))] = ""
        elif each.tag == qn("w:commentRangeEnd"):
            words[each.get(qn("w:id"))] = under_way.pop(each.get(qn("w:id")))
        elif each.tag == qn("w:t"):
            under_way = {number: text + (each.text or "") for number, text in under_way.items()}
    assert words.keys() == told.keys()
    return [(words[number], told[number]) for number in told]


def by_libreoffice(odt: Path) -> list[type_of_comment]:
    """The comments of the file as LibreOffice saved it, sorted."""
    with zipfile.ZipFile(odt) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    told, words, under_way = dict[str, str](), dict[str, str](), dict[str, str]()

    def add(text: str | None) -> None:
        for name in under_way:
            under_way[name] += text or ""

    def walk(element: Any) -> None:
        name = element.get(f"{_OFFICE}name")
        if element.tag == f"{_OFFICE}annotation":
            told[name] = "\n".join("".join(each.itertext()) for each in element if each.tag.endswith("}p"))
            under_way[name] = ""
        else:
            if element.tag == f"{_OFFICE}annotation-end":
                words[name] = under_way.pop(name)
            add(element.text)
            for each in element:
                walk(each)
        add(element.tail)

    walk(content)
    return sorted((words[name], told[name]) for name in told)
