"""JSON as people and version control like it: indented, unescaped, one trailing line break."""

import json
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "None | bool | int | str | Sequence[Json] | Mapping[str, Json]"

_BYTES_OF_A_NAME = "backslashreplace"
"""Half of a surrogate pair stands for a byte of a file name that is no UTF-8. JSON escapes it in just this way, so that
the name can be read back and the file be found."""

_ENCODER = json.JSONEncoder(indent=2, ensure_ascii=False, default=dict)
"""A mapping of another kind is written as a dict is."""
_STRETCH = 10_000


def as_json(value: Json) -> bytes:
    """Write JSON as people and version control like it."""
    pieces = _ENCODER.iterencode(value)
    # All pieces at once, there are a million in a nation's report, would need four times the room of its bytes.
    stretches = iter(lambda: "".join(islice(pieces, _STRETCH)).encode("utf-8", _BYTES_OF_A_NAME), b"")
    return b"".join((*stretches, b"\n"))
