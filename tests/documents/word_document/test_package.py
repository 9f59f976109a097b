"""Parts are packed where that makes them smaller, and are the same either way."""

import io
import zipfile

import pytest

from generator.documents.word_document.package import MAIN, read_package, write_package

LONG = b"<w:p/>" * 200


@pytest.mark.parametrize(
    ("name", "part", "is_packed"),
    [
        (MAIN, LONG, True),
        ("word/charts/scorecard1.xml", LONG, True),
        ("word/charts/_rels/scorecard1.xml.rels", LONG[:300], False),
        ("word/embeddings/scorecard1.xlsx", LONG, False),
    ],
)
def test_what_gets_smaller_is_packed(name: str, part: bytes, is_packed: bool) -> None:
    data = write_package({name: part})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert (archive.getinfo(name).compress_type == zipfile.ZIP_DEFLATED) is is_packed
    assert read_package(data)[name] == part
