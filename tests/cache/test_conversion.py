"""Workbooks of other formats: converted by LibreOffice with care, and the same bytes each time."""

import io
import shutil
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cache.conversion import OtherFormat, as_workbooks
from tests.cache.converter import a_converter

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
MOST = 5_000_000

ASKS_OTHERS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="A"><table:table-row>
<table:table-cell table:formula='of:=COM.MICROSOFT.WEBSERVICE("{base}/formula")' office:value-type="string"/>
<table:table-cell office:value-type="string"><text:p>words</text:p><draw:frame>
<draw:image xlink:href="{base}/picture.png" xlink:type="simple"/></draw:frame></table:table-cell>
</table:table-row></table:table>
<table:table table:name="B"><table:table-source xlink:href="{base}/other.ods" table:table-name="x"/>
<table:table-row><table:table-cell/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document>"""


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """A web server of this computer: its address, and then what it was asked for."""
    told: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815, the names that are called

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.append(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield told
    server.shutdown()
    server.server_close()


@needs_libreoffice
def test_nobody_is_asked_for_what_a_file_links_to(asked: list[str]) -> None:
    strange = OtherFormat(".fods", ASKS_OTHERS.replace("{base}", asked[0]).encode())
    (made,) = as_workbooks("soffice", [strange], MOST)
    assert made
    assert load_workbook(io.BytesIO(made))["A"]["B1"].value == "words"
    assert asked[1:] == []


def test_when_a_workbook_was_made_does_not_show(tmp_path: Path) -> None:
    made = as_workbooks(a_converter(tmp_path), [OtherFormat(".ods", b"one"), OtherFormat(".xls", b"two")], MOST)
    assert [load_workbook(io.BytesIO(each or b"")).worksheets[0]["A1"].value for each in made] == ["one", "two"]
    with zipfile.ZipFile(io.BytesIO(made[0] or b"")) as archive:
        assert archive.testzip() is None
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_one_that_stops_the_run_keeps_no_other_from_coming(tmp_path: Path) -> None:
    program = a_converter(tmp_path)
    files = [OtherFormat(".ods", data) for data in (b"one", b"stop", b"two")]
    assert [bool(each) for each in as_workbooks(program, files, MOST)] == [True, False, True]


def test_what_is_too_large_is_left(tmp_path: Path) -> None:
    assert as_workbooks(a_converter(tmp_path), [OtherFormat(".ods", b"one")], 100) == [None]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_no_endless_file_is_written(tmp_path: Path) -> None:
    program = tmp_path / "endless"
    program.write_text('#!/bin/sh\nulimit -f > "$0.limit"\n', encoding="utf-8")
    program.chmod(0o755)
    as_workbooks(str(program), [OtherFormat(".ods", b"one")], MOST)
    assert int((tmp_path / "endless.limit").read_text()) > 0
