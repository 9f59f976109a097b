"""A part's XML, in whatever encoding and with whatever names its namespaces have."""

import pytest

from tests.xlsx.archives import MAIN, SHEET_1, STRICT_LINKS, STRICT_MAIN, packed, parts, sheet
from tests.xlsx.reading import first_text, row, stored_text


def test_strict_workbooks_are_read_like_others() -> None:
    made = parts(
        sheet(row('<c t="d"><v>2018-10-12</v></c>'), space=STRICT_MAIN), space=STRICT_MAIN, link_space=STRICT_LINKS
    )
    assert first_text(packed(made)) == "2018-10-12"


def test_prefixes_of_namespaces_do_not_matter() -> None:
    part = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert first_text(packed(parts(part))) == "5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_parts(encoding: str) -> None:
    declared = encoding.replace("-sig", "").upper().removesuffix("-LE").removesuffix("-BE")
    part = f'<?xml version="1.0" encoding="{declared}"?>{sheet(row(stored_text("£5 – €6")))}'
    assert first_text(packed({**parts(""), SHEET_1: part.encode(encoding)})) == "£5 – €6"
