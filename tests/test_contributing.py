"""CONTRIBUTING leads to the right place: its rooms, its ways and its starting points are there."""

import re

import pytest

from tests.code import MODULES, PROGRAM, ROOT, named

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STARTS = re.findall(r"^\| ([^|`]+) \| `([\w/]+\.py)`[^|]*\| `(\w+)` \|$", PAGE, re.MULTILINE)
WAYS = [
    re.findall(r"`([\w/]+\.py)`", way) for way in re.findall(r"^A \w+, from .*?\n\n", PAGE, re.MULTILINE | re.DOTALL)
]
ROOMS = [name.strip("/") for name in re.findall(r"^\| `([\w.]+/?)` \|", PAGE, re.MULTILINE)]


def test_there_are_many_starting_points() -> None:
    assert len(STARTS) >= 20


@pytest.mark.parametrize(("change", "path", "name"), STARTS, ids=str)
def test_a_starting_point_holds_what_its_line_says(change: str, path: str, name: str) -> None:
    text = (PROGRAM / path).read_text(encoding="utf-8")
    assert re.search(rf"^(?:class|def) {name}\b|^{name}\b.*[:=]", text, re.MULTILINE), change


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way[0])
def test_a_way_goes_through_modules_that_are_there_and_passes_each_room_once(way: list[str]) -> None:
    assert all((PROGRAM / path).is_file() for path in way)
    rooms = [path.partition("/")[0] for path in way]
    assert len(rooms) == len(set(rooms)) > 4


def test_there_are_two_ways() -> None:
    assert len(WAYS) == 2


def test_every_room_has_its_line_in_the_order_of_the_import_rule() -> None:
    layers = re.search(r"layers =\n((?: +generator\.\w+\n)+)", (ROOT / ".importlinter").read_text(encoding="utf-8"))
    assert layers
    assert [room.removesuffix(".py") for room in ROOMS] == re.findall(r"generator\.(\w+)", layers[1])


def test_it_names_no_module_that_is_gone() -> None:
    known = {f"{named(path)}.py" for path in MODULES}
    for path in re.findall(r"`((?:\w+/)+\w+\.py)`", PAGE):
        assert path in known or (path.startswith("generator/") and (ROOT / path).is_file())
