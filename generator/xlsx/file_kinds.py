"""What kind of file bytes are that are no workbook, told by how they begin and by what stands in them."""

import re
from collections.abc import Collection

from generator.xlsx.limits import Fault, Unreadable

_OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = (b"PK\3\4", b"PK\5\6")

_OLE2_STREAMS = (
    (("DRMEncrypted", "DRMDataSpace", "DRMTransform", "DRMContent"), Fault.LABEL, "encrypted by a sensitivity label"),
    (("EncryptedPackage",), Fault.PASSWORD, "the workbook is encrypted"),
    (("__properties_version1.0", "__substg1.0_"), Fault.NOT_A_WORKBOOK, "an e-mail (.msg)"),
    (("Workbook", "Book"), Fault.OLD_EXCEL, "the old one (.xls)"),
    (("WordDocument",), Fault.NOT_A_WORKBOOK, "an old Word document (.doc)"),
    (("PowerPoint Document",), Fault.NOT_A_WORKBOOK, "an old PowerPoint presentation (.ppt)"),
)
"""Names of streams in an OLE2 container; the first that is found says what it holds."""

_SIGNATURES = (
    (rb"%PDF", Fault.NOT_A_WORKBOOK, "a PDF file"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP", Fault.NOT_A_WORKBOOK, "a picture"),
    (rb".{4}ftyp(?:hei|hev|mif|msf|avif)", Fault.NOT_A_WORKBOOK, "a picture"),
    (rb"7z\xbc\xaf'\x1c|Rar!|\x1f\x8b|BZh|\xfd7zXZ", Fault.PACKED, "not a zip archive, but like one"),
    (rb"L\0\0\0\x01\x14\x02\0|\[InternetShortcut\]", Fault.NOT_A_WORKBOOK, "a link to something that lies elsewhere"),
    (rb"bplist", Fault.NOT_A_WORKBOOK, "a link or settings of a Mac"),
)

_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HTML = r"(?=<).*?<(?:!doctype\s+html|html|head|body|table|meta|style)\b"
_TEXTS = (
    (r"(?=<).*?<office:document\b", Fault.OPEN_DOCUMENT, "an OpenDocument file in one piece (.fods)"),
    (r"<.*?urn:schemas-microsoft-com:office:spreadsheet\b", Fault.OLD_EXCEL, "the XML one of 2003 (.xml)"),
    (rf"MIME-Version:|{_HTML}", Fault.WEB_PAGE, "a web page"),
    (r"<|\{\\rtf", Fault.NOT_A_WORKBOOK, "a document of another kind"),
)
"""How texts begin that nobody would call plain; the first that fits says what it is."""

_ARCHIVED = (
    ("xl/workbook.bin", Fault.OLD_EXCEL, "the binary one (.xlsb)"),
    ("word/", Fault.NOT_A_WORKBOOK, "a Word document"),
    ("ppt/", Fault.NOT_A_WORKBOOK, "a PowerPoint presentation"),
    ("index/document.iwa", Fault.NUMBERS, "saved by Numbers on a Mac"),
    ("index.zip", Fault.NUMBERS, "saved by Numbers on a Mac"),
    ("xl/", Fault.NOT_A_WORKBOOK, "a file of Office without a workbook"),
    ("[content_types].xml", Fault.NOT_A_WORKBOOK, "a file of Office of another kind"),
)
"""How a part of a zip archive is called, or the folder that it is in; the first that is there says what it is."""

_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")


def recognise(data: bytes, limit: int) -> None:
    """Let zip archives of at most ``limit`` bytes pass. Raises Unreadable for anything else."""
    if len(data) > limit:
        raise Unreadable(Fault.TOO_BIG, f"a file of {len(data):,} bytes")
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(Fault.EMPTY, "nothing in the file")
    if data.startswith(_OLE2):
        raise _ole2(data)
    if not data.startswith(_ZIP):
        raise _other_file(data[:4096])


def _ole2(data: bytes) -> Unreadable:
    for names, fault, detail in _OLE2_STREAMS:
        if any(name.encode("utf-16-le") in data for name in names):
            return Unreadable(fault, detail)
    return Unreadable(Fault.OLD_EXCEL, "an old one, as of 2003")


def _other_file(start: bytes) -> Unreadable:
    """Name the kind of file by how it starts. Single bytes are taken for Latin-1: only markup and controls matter."""
    for signature, fault, detail in _SIGNATURES:
        if re.match(signature, start, re.DOTALL):
            return Unreadable(fault, detail)
    text = start.decode("utf-16" if start[:2] in _UTF16_STARTS else "latin-1", "ignore")
    text = text.removeprefix("ï»¿").lstrip()
    if _BINARY.search(text):
        return Unreadable(Fault.NOT_A_WORKBOOK, "a file of another kind")
    for start_of_text, fault, detail in _TEXTS:
        if re.match(start_of_text, text, re.DOTALL | re.IGNORECASE):
            return Unreadable(fault, detail)
    return Unreadable(Fault.PLAIN_TEXT, "plain text")


def kind_of_archive(names: Collection[str]) -> Unreadable:
    """Name the kind of a zip archive in which there is no workbook, by its parts' names in small letters."""
    for start, fault, detail in _ARCHIVED:
        if any(name.startswith(start) for name in names):
            return Unreadable(fault, detail)
    if any(name.endswith(_WORKBOOKS) for name in names):
        return Unreadable(Fault.PACKED, "there are workbooks in it")
    if "mimetype" in names:
        return Unreadable(Fault.NOT_A_WORKBOOK, "an OpenDocument file that is no spreadsheet")
    return Unreadable(Fault.PACKED, "there are no workbooks in it")
