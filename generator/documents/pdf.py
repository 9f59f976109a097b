"""Word files as PDF, through LibreOffice: tagged, with bookmarks, and with the alternative texts that it loses."""

import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from generator.cache.libreoffice import convert_files, find_libreoffice
from generator.documents.parted import mended, pieces
from generator.documents.pdf_contents import with_page_numbers
from generator.documents.word_document.package import MAIN, NotAPackage, read_package, write_package
from generator.model.problem import ScorecardError
from generator.model.progress import Step, Telling, quiet

if TYPE_CHECKING:
    import pikepdf

_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
_SECONDS_TO_START, _SECONDS_A_FILE = 120, 60
_ROUNDS = 6
"""How often what LibreOffice parted is mended: what moves on may part what comes after it."""
_LOOK_EVERY = 0.2
"""Seconds between two looks at which PDFs are there."""
_CHART = re.compile(r'<wp:docPr id="\d+" name="Chart \d+" descr="([^"]*)"')
_DATES = re.compile(rb"\s*<xmp:(?:Create|Modify|Metadata)Date>[^<]*</xmp:(?:Create|Modify|Metadata)Date>")


class NoPdfError(ScorecardError):
    """No PDF can be made here; the sentence says why, and what to do."""


def check_converter() -> str:
    """Find the program that converts. Raises NoPdfError where it, or what completes its work, is not installed."""
    try:
        import pikepdf  # noqa: F401, PLC0415, it is needed for --pdf alone
    except ImportError:
        raise NoPdfError('PDF needs one more package. Install it with: pip install "council-scorecard[pdf]"') from None
    found = find_libreoffice()
    if not found:
        raise NoPdfError(
            "PDF needs LibreOffice, which is not installed here (there is no program “soffice”). Nothing was built. "
            "Install LibreOffice, or build without --pdf and save exceptions.docx as PDF from Word."
        )
    return found


def as_pdf(files: Mapping[str, bytes], telling: Telling = quiet) -> dict[str, bytes]:
    """The PDF of every Word file among ``files``, by name. Raises NoPdfError.

    The same file gives the same bytes, as long as LibreOffice stays the same.
    """
    program = check_converter()
    documents = {name: data for name, data in files.items() if name.endswith(".docx")}
    with tempfile.TemporaryDirectory() as folder:
        written = dict(_write(Path(folder), documents))
        with telling("PDFs made") as step, _counting(Path(folder), len(written), step):
            _convert(program, Path(folder), written.values())
        for _ in range(_ROUNDS):
            parted = [path for path in written.values() if _mend(path)]
            if not parted:
                break
            _convert_again(program, Path(folder), parted)
        return {
            f"{name.removesuffix('.docx')}.pdf": _completed(path.with_suffix(".pdf"), documents[name])
            for name, path in written.items()
        }


def _mend(path: Path) -> bool:
    """Whether anything is parted in the PDF of a Word file that belongs together; then the file is mended."""
    import pikepdf  # noqa: PLC0415, few builds ask for PDF

    if not path.with_suffix(".pdf").is_file():
        return False  # that is told of later
    try:
        with pikepdf.open(path.with_suffix(".pdf")) as pdf:
            better = mended(path.read_bytes(), pdf)
    except pikepdf.PdfError:
        return False  # so is that
    if better:
        path.write_bytes(better)
    return better is not None


def _convert_again(program: str, folder: Path, documents: Collection[Path]) -> None:
    """Make the PDFs of mended files; where that lost any text, the first stands."""
    import pikepdf  # noqa: PLC0415

    before = {path: path.with_suffix(".pdf").read_bytes() for path in documents}
    _convert(program, folder, documents)
    for path, first in before.items():
        with pikepdf.open(io.BytesIO(first)) as old, pikepdf.open(path.with_suffix(".pdf")) as new:
            is_whole = pieces(new) >= pieces(old)
        if not is_whole:
            path.with_suffix(".pdf").write_bytes(first)


def _write(folder: Path, documents: Mapping[str, bytes]) -> Iterator[tuple[str, Path]]:
    for number, (name, data) in enumerate(documents.items()):
        path = folder / f"{number}.docx"
        path.write_bytes(_with_page_numbers(data))
        yield name, path


def _with_page_numbers(document: bytes) -> bytes:
    """The Word file with page numbers in its list of contents; as it is where it is no Word file, as is told later."""
    try:
        parts = read_package(document)
    except NotAPackage:
        return document
    return write_package({**parts, MAIN: with_page_numbers(parts[MAIN].decode()).encode()})


@contextmanager
def _counting(folder: Path, total: int, step: Step) -> Iterator[None]:
    """Look meanwhile which PDFs are there, for LibreOffice says nothing until it ends."""
    ended = Event()

    def look() -> None:
        while not ended.wait(_LOOK_EVERY):
            step(len(list(folder.glob("*.pdf"))), total)

    looking = Thread(target=look)
    looking.start()
    try:
        yield
    finally:
        ended.set()
        looking.join()


def _convert(program: str, folder: Path, documents: Collection[Path]) -> None:
    seconds = _SECONDS_TO_START + _SECONDS_A_FILE * len(documents)
    try:
        convert_files(program, documents, to=_FILTER, folder=folder, seconds=seconds)
    except (subprocess.SubprocessError, OSError) as error:
        words = f"LibreOffice could not make the PDF ({type(error).__name__}). Nothing was published."
        raise NoPdfError(words) from None


def _completed(path: Path, document: bytes) -> bytes:
    """Put the alternative texts of charts in, and take out what tells when it was made."""
    import pikepdf  # noqa: PLC0415

    if not path.is_file():
        raise NoPdfError("LibreOffice gave no PDF of a Word file. Nothing was published.")
    with pikepdf.open(path) as pdf:
        texts = _descriptions(document)
        silent = [each for each in _figures(pdf) if "/Alt" not in each]
        for figure, text in zip(silent, texts, strict=True) if len(silent) == len(texts) else ():
            figure.Alt = pikepdf.String(text)
        _undate(pdf)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _descriptions(document: bytes) -> list[str]:
    """What the charts of a Word file say in words, which LibreOffice leaves out."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return [unescape(text) for text in _CHART.findall(archive.read("word/document.xml").decode())]


def _figures(pdf: "pikepdf.Pdf") -> Iterator["pikepdf.Object"]:
    """Walk the structure in reading order."""
    import pikepdf  # noqa: PLC0415

    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        each = waiting.pop()
        if each.get("/S") == "/Figure":
            yield each
        inside: object = each.get("/K")
        children = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
        waiting += [child for child in reversed(children) if isinstance(child, pikepdf.Dictionary) and "/S" in child]


def _undate(pdf: "pikepdf.Pdf") -> None:
    for name in ("/CreationDate", "/ModDate"):
        if name in pdf.docinfo:
            del pdf.docinfo[name]
    for name in ("/DocChecksum", "/ID"):
        if name in pdf.trailer:
            del pdf.trailer[name]
    metadata = pdf.Root.get("/Metadata")
    if metadata is not None:
        metadata.write(_DATES.sub(b"", metadata.read_bytes()))
