"""The notes and threads of comments of a worksheet."""

from collections.abc import Mapping

from generator.xlsx.cells import parse_ref, plain_text
from generator.xlsx.markup import read_part

_THREADS = ("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",)


def read_notes(part: bytes) -> dict[tuple[int, int], str]:
    """The text of each note by the row and column of its cell. Raises Unreadable."""
    found: dict[tuple[int, int], str] = {}
    runs: list[str] = []
    place = (0, 0)

    def start(attributes: Mapping[str, str]) -> None:
        nonlocal place
        runs.clear()
        place = parse_ref(attributes.get("ref", ""))

    def end(_text: str) -> None:
        found[place] = plain_text("".join(runs))

    read_part(part, "comments", {"comment": start}, {"t": runs.append, "comment": end})
    return found


def read_threads(part: bytes) -> dict[tuple[int, int], str]:
    """The comments on each cell, one after another, by the row and column of the cell. Raises Unreadable."""
    found: dict[tuple[int, int], str] = {}
    place = (0, 0)

    def start(attributes: Mapping[str, str]) -> None:
        nonlocal place
        place = parse_ref(attributes.get("ref", ""))

    def end(text: str) -> None:
        found[place] = f"{found[place]} / {text}" if place in found else text

    read_part(part, "ThreadedComments", {"threadedComment": start}, {"text": end}, namespaces=_THREADS)
    return found
