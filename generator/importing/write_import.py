"""Writing what an import gives: register, mapping file, schemes, directorates; what was there is never lost."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from generator.importing.import_list import MAPPING, Imported, mapping_before
from generator.importing.mapping_file import written_mapping
from generator.model.english import counted
from generator.model.problem import Place, Problem, problem
from generator.project.folder import Project
from generator.project.load import ROOM_FOR_A_REGISTER
from generator.project.team_files import read_file
from generator.reading.register.columns import EXAMPLE, SHEET
from generator.xlsx import Sheet, Unreadable, read_book


def in_the_way(project: Project, file: Path, imported: Imported) -> Problem | None:
    """A register that somebody has written in; None where there is none, or where the list itself lies in its place."""
    if not project.register.is_file() or _is_same(file, project.register):
        return None
    kept = read_file(project.register, project.relative(project.register))
    if kept.sha256 in {mapping_before(project).register, sha256(imported.workbook).hexdigest()}:
        return None
    count = _measures_in(kept.data)
    facts = {"register": kept.name, "count": counted(count, "measure") if count > 0 else "something in it"}
    return problem("IMP03", Place(kept.name), **facts) if count else None


def _measures_in(data: bytes) -> int:
    """How many rows under its headings a register has; -1 for a workbook that cannot be read."""
    try:
        book = read_book(data, room=ROOM_FOR_A_REGISTER)
    except Unreadable:
        return -1
    sheets = [each for each in book.sheets if each.name.casefold() == SHEET.casefold()] or book.sheets
    return max((len({row for row, _ in sheet.cells}) - 1 - _examples(sheet) for sheet in sheets), default=0)


def _examples(sheet: Sheet) -> int:
    """How many rows only show what is meant."""
    return sum(column == 1 and cell.text == EXAMPLE for (_, column), cell in sheet.cells.items())


def _is_same(file: Path, other: Path) -> bool:
    return file.exists() and other.exists() and file.samefile(other)


def write_import(project: Project, file: Path, imported: Imported) -> Iterator[str]:
    """Write register, mapping file and proposed schemes; gives a line for each. What was there is kept beside it."""
    register = project.register
    if register.is_file() and (kept := _kept_beside(project, imported, is_list=_is_same(file, register))):
        yield kept
    _replace(register, imported.workbook)
    yield f"Wrote {project.relative(register)}: {counted(len(imported.register.drafts), 'measure')}."
    mapping = register.with_name(MAPPING)
    _replace(mapping, written_mapping(imported.mapping, imported.register.table, file.name).encode())
    yield f"Wrote {project.relative(mapping)}: what each column of the list is for."
    if imported.settings is not None:
        _replace(project.settings, imported.settings.encode())
        yield f"Wrote {project.relative(project.settings)}: the directorates of the list."
    for name, text in imported.register.schemes.items():
        path = project.root / "templates" / "schemes" / f"{name}.toml"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, text.encode())
            yield f"Wrote {project.relative(path)}: the scheme that rates by the list's thresholds."


def _kept_beside(project: Project, imported: Imported, *, is_list: bool) -> str:
    """Keep the register that is there under another name, unless it is empty, or an import wrote it and nobody else."""
    kept = read_file(project.register, project.relative(project.register))
    if kept.data == imported.workbook or (
        not is_list and (kept.sha256 == mapping_before(project).register or not _measures_in(kept.data))
    ):
        return ""
    stem = "register-as-listed" if is_list else "register-before-import"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.xlsx" for number in range(1, 1000))
    path = next(each for name in names if not (each := project.register.with_name(name)).exists())
    _write_anew(path, kept.data)
    what = "the list itself" if is_list else "the register that was there"
    return f"Kept {what} as {project.relative(path)}."


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole, or leave it as it was."""
    scratch = path.with_name(f".{path.name}.new")
    scratch.unlink(missing_ok=True)
    _write_anew(scratch, data)
    scratch.replace(path)


def _write_anew(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; a link in its place is not followed."""
    with path.open("xb") as file:
        file.write(data)
