"""The program as a text: its packages, its modules, and what stands in them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "generator"
MODULES = sorted(PROGRAM.rglob("*.py"))
PACKAGES = sorted({path.parent for path in MODULES})


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    """A module or package by its way from the program's folder, as people write it: ``cli/app``."""
    return path.relative_to(PROGRAM).as_posix().removesuffix(".py")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, those of classes and those inside others among them."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def public(path: Path) -> Iterator[str]:
    """The names of a module's classes and functions that other modules may use."""
    for node in tree(path).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node.name
