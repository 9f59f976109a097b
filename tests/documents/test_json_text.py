"""JSON is written byte for byte as the standard library writes it, and reads back."""

import json
from types import MappingProxyType

import pytest

from generator.documents.json_text import Json, as_json

VALUES: list[Json] = [
    None,
    True,
    False,
    0,
    -12,
    "",
    'caf\u00e9 \u2019 "quoted" \\ \n\t\u0001 </script>',
    [],
    {},
    (),
    [[]],
    {"a": {}},
    {"a": [], "b": [None, True, 3, "x"], "c": {"d": [{"e": "f"}, {}], '\u00e9"': "g"}},
    [{"a": 1}, [2, [3]]],
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_it_is_written_as_the_standard_library_writes_it(value: Json) -> None:
    assert as_json(value).decode() == json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def test_what_is_long_is_written_whole() -> None:
    value: Json = [{"number": each, "text": "x" * (each % 7)} for each in range(9_000)]
    assert as_json(value).decode() == json.dumps(value, indent=2) + "\n"


def test_a_mapping_that_cannot_be_changed_is_an_object() -> None:
    assert json.loads(as_json(MappingProxyType({"a": 1}))) == {"a": 1}


def test_a_byte_of_a_file_name_that_is_no_text_is_escaped() -> None:
    assert json.loads(as_json("a\udce9.xlsx")) == "a\udce9.xlsx"
