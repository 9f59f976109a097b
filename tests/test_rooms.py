"""What a newcomer is promised: few modules in a room, short functions, one name for a thing, tests where one looks."""

from collections import defaultdict
from configparser import ConfigParser
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import grimp
import pytest

from tests.code import MODULES, PACKAGES, PROGRAM, ROOT, functions, named, public

CATALOGUE = "model/messages/catalogue"
"""A table of sentences, which is as long as there are rules."""

IN_ROOMS = [path for path in sorted((ROOT / "tests").rglob("test_*.py")) if path.parent != ROOT / "tests"]


@pytest.mark.parametrize("path", [path for path in MODULES if named(path) != CATALOGUE], ids=named)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


def test_functions_are_short() -> None:
    lengths = {
        f"{named(path)}, line {function.lineno}: {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in MODULES
        for function in functions(path)
    }
    assert median(lengths.values()) <= 10
    assert {function: length for function, length in lengths.items() if length > 40} == {}


def test_at_the_root_stand_packages_and_three_files() -> None:
    files = {path.stem for path in MODULES if path.parent == PROGRAM}
    assert {"__init__", "__main__"} <= files <= {"__init__", "__main__", "build"}
    assert all((package / "__init__.py").is_file() for package in PACKAGES)


@pytest.mark.parametrize("package", PACKAGES, ids=named)
def test_a_package_has_few_modules(package: Path) -> None:
    assert len([path for path in MODULES if path.parent == package and path.stem != "__init__"]) <= 15


def test_no_name_means_two_things() -> None:
    found = defaultdict(list)
    for path in MODULES:
        for each in public(path):
            found[each].append(named(path))
    assert {each: where for each, where in found.items() if len(where) > 1} == {}


def test_one_contract_orders_the_rooms_and_one_keeps_files_and_libraries_out_of_four() -> None:
    rules = ConfigParser()
    rules.read(ROOT / ".importlinter", encoding="utf-8")
    layers, forbidden = (rules[each] for each in rules.sections() if each != "importlinter")
    assert (layers["type"], forbidden["type"]) == ("layers", "forbidden")
    rooms = {f"generator.{named(package)}" for package in PACKAGES if package.parent == PROGRAM}
    assert rooms <= set(layers["layers"].split())
    pure = ("model", "judging", "history", "commentary")
    assert forbidden["source_modules"].split() == [f"generator.{room}" for room in pure]
    assert not any("ignore_imports" in rule for rule in (layers, forbidden))


def test_no_packages_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("generator", cache_dir=None)
    packages = {".".join(package.relative_to(ROOT).parts) for package in PACKAGES if package != PROGRAM}
    rooms: dict[str, set[str]] = defaultdict(set)
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            of, to = (each if each in packages else _package(each) for each in (module, imported))
            rooms[of] |= {to} - {of}
    TopologicalSorter(rooms).prepare()


def _package(module: str) -> str:
    """The package that a module stands in; those at the root are by themselves."""
    package = module.rpartition(".")[0]
    return module if package in {"", "generator"} else package


@pytest.mark.parametrize("path", IN_ROOMS, ids=lambda path: str(path.relative_to(ROOT)))
def test_tests_in_a_room_are_named_after_a_module_of_it(path: Path) -> None:
    room = PROGRAM / path.parent.relative_to(ROOT / "tests")
    names = {each.stem for each in (*MODULES, *PACKAGES) if each.parent == room}
    about = path.stem.removeprefix("test_")
    assert any(about == name or about.startswith(f"{name}_") for name in names)


def test_tests_of_a_module_stand_in_its_room() -> None:
    modules = {path.stem for path in MODULES if path.parent != PROGRAM}
    at_the_top = {path.stem.removeprefix("test_") for path in (ROOT / "tests").glob("test_*.py")}
    assert at_the_top & modules == set()
