"""Files are opened in few rooms: whoever asks what the program reads and writes need look nowhere else."""

import ast
from pathlib import Path

import pytest

from tests.code import MODULES, named, tree

ROOMS = ("cache/", "cli/", "collecting/", "importing/", "output/", "project/")
OTHERS = {"__main__", "reading/steady_file", "documents/pdf", "documents/templating/compiled_templates"}
"""The rooms that may open files, and the modules in other rooms."""

METHODS = {
    *("open", "read_bytes", "read_text", "write_bytes", "write_text", "touch", "mkdir", "rmdir", "unlink", "rename"),
    *("stat", "lstat", "exists", "is_file", "is_dir", "is_symlink", "iterdir", "glob", "rglob", "resolve", "readlink"),
    *("symlink_to", "hardlink_to", "chmod", "samefile", "load_workbook", "FileIO"),
}
LIBRARIES = {"os", "shutil", "tempfile", "sqlite3", "fcntl", "mmap", "glob"}
IN_MEMORY = {"self._zip.open", "archive.open"}
"""What reads like opening a file, and takes a part out of bytes."""


def opened(module: ast.AST) -> list[str]:
    """The calls that open, make, move, delete or ask for files."""
    assigned = [node for node in ast.walk(module) if isinstance(node, ast.Assign | ast.AnnAssign)]
    in_memory = {
        ast.unparse(target)
        for node in assigned
        if node.value and ast.unparse(node.value).startswith("io.BytesIO(")
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    }
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    return [ast.unparse(call) for call in calls if opens(call, in_memory)]


def opens(call: ast.Call, in_memory: set[str]) -> bool:
    library, _, method = ast.unparse(call.func).rpartition(".")
    first = ast.unparse(call.args[0]) if call.args else ""
    match method:
        case "ZipFile":
            return not first.startswith("io.BytesIO(") and first not in in_memory
        case "replace":  # a path's takes one thing; a text's, two
            return len(call.args) == 1 and bool(library)
        case "open" if not library:
            return True
    used = library.partition(".")[0]
    return used in LIBRARIES or (method in METHODS and bool(library) and ast.unparse(call.func) not in IN_MEMORY)


@pytest.mark.parametrize(
    "path", [path for path in MODULES if not named(path).startswith(ROOMS) and named(path) not in OTHERS], ids=named
)
def test_other_rooms_open_no_files(path: Path) -> None:
    assert opened(tree(path)) == []


@pytest.mark.parametrize("each", sorted({*ROOMS, *OTHERS} - {"__main__"}))
def test_whoever_may_open_files_does(each: str) -> None:
    assert [call for path in MODULES if named(path).startswith(each) for call in opened(tree(path))] != []


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "io.open('x')",
        "Path('x').open()",
        "path.read_text(encoding='utf-8')",
        "(folder / 'x').write_bytes(b'')",
        "folder.glob('*.xlsx')",
        "beside.replace(path)",
        "os.scandir(folder)",
        "os.path.getsize(path)",
        "tempfile.TemporaryDirectory()",
        "shutil.rmtree(folder)",
        "sqlite3.connect(path)",
        "zipfile.ZipFile(path)",
        "ZipFile(path, 'w')",
        "openpyxl.load_workbook(path)",
    ],
)
def test_this_opens_a_file(source: str) -> None:
    assert opened(ast.parse(source)) != []


@pytest.mark.parametrize(
    "source",
    [
        "zipfile.ZipFile(io.BytesIO(data))",
        "written = io.BytesIO()\nzipfile.ZipFile(written, 'w')",
        "text.replace('a', 'b')",
        "replace(measure, code='X')",
        "moment.replace(microsecond=0)",
        "io.StringIO()",
        "folder / 'x'",
        "path.with_suffix('.pdf')",
        "book.sheets",
    ],
)
def test_this_opens_none(source: str) -> None:
    assert opened(ast.parse(source)) == []
