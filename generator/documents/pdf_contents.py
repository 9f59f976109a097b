"""The list of contents of a Word file that becomes a PDF: with page numbers, which whoever makes the PDF knows.

In Word's own copy there are none, see ``word_document/contents_list.py``.
"""

import re

_FIELD = re.compile(
    r'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    r'<w:r><w:instrText xml:space="preserve"> TOC [^<]*</w:instrText></w:r>'
    r'<w:r><w:fldChar w:fldCharType="separate"/></w:r>(?P<lines>.*?)<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    re.DOTALL,
)
"""The whole list, but for the beginning of its first line: a number inside Word's own table would stay as it was."""

_LINE = re.compile(r'<w:hyperlink w:anchor="(_Scorecard\w+)"[^>]*>.*?(?=</w:hyperlink>)', re.DOTALL)
_PAGE = re.compile(r'<w:pgSz [^>]*w:w="(\d+)"[^>]*/>\s*<w:pgMar ([^>]*)/>')
_PROPERTIES = re.compile(r"(?<=<w:p><w:pPr>)(<w:pStyle [^>]*/>)?(?:<w:keepNext/>)?(?=</w:pPr>)")
_PLAIN = re.compile(r"<w:p>(?=(?:<w:r>)?<w:hyperlink )")


def with_page_numbers(document: str) -> str:
    """The main text of a Word file with a page number at the end of each line of its list of contents, on one page."""
    found = _FIELD.search(document)
    if not found:
        return document
    start = document.rfind("<w:p>", 0, found.start())
    first = document[start : found.start()]
    lines = _LINE.sub(lambda line: f"{line[0]}{_number(line[1])}", f"{first}{found['lines']}</w:p>")
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_text_width(document, found.end())}"/></w:tabs>'
    *kept, last = lines.split("</w:p>")[:-1]
    written = (*(_with(each, f"<w:keepNext/>{stop}") for each in kept), _with(last, stop))
    return f"{document[:start]}{''.join(f'{each}</w:p>' for each in written)}{document[found.end() :]}"


def _with(line: str, properties: str) -> str:
    return _PLAIN.sub(f"<w:p><w:pPr>{properties}</w:pPr>", _PROPERTIES.sub(rf"\1{properties}", line))


def _number(bookmark: str) -> str:
    def step(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
    return f"<w:r><w:tab/></w:r>{step('begin')}{code}{step('separate')}<w:r><w:t>1</w:t></w:r>{step('end')}"


def _text_width(document: str, after: int) -> int:
    """The width between the margins of the section that a place is in, in twentieths of a point."""
    page = _PAGE.search(document, after)
    if not page:
        return 0
    margins = {name: int(value) for name, value in re.findall(r'w:(left|right)="(\d+)"', page[2])}
    return int(page[1]) - sum(margins.values())
