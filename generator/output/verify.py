"""Whether an output folder is still what its manifest says, and its inputs still those that it was made from."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from hashlib import file_digest, sha256
from itertools import zip_longest
from pathlib import Path, PurePosixPath

from generator.history.follow_up.actions_csv import read_actions
from generator.model.period import Period
from generator.model.problem import Place, Problem, Unusable, problem
from generator.output.archive import ADDED, in_archive, name_in_archive
from generator.output.manifest import NoManifestError, inputs_in, read_inputs, read_outputs, versions_in
from generator.project.folder import CONVERTED, HISTORY, MANIFEST, TABLES, Project
from generator.project.load import Setup
from generator.project.team_files import history_in_table, path_of, table_of


def differences_of_open(project: Project, period: Period, *, internal: bool = False) -> tuple[Problem, ...]:
    """The same as ``differences``, of a period that is not closed; a table that is damaged is told of with its line."""
    damage = _damage_to_tables(project, period.starts)
    told = {each.place.file for each in damage}
    others = (each for each in differences(project, period, internal=internal) if each.place.file not in told)
    return (*others, *damage)


def differences(project: Project, period: Period, *, internal: bool = False) -> tuple[Problem, ...]:
    """Every difference between a quarter's report and what was noted of it when it was built, first the outputs'."""
    folder = project.output_folder(period, internal=internal)
    try:
        outputs = read_outputs(folder)
    except NoManifestError:
        return (problem("OUT01", Place(project.relative(folder / MANIFEST))),)
    note = project.made_from(period, internal=internal)
    try:
        inputs = read_inputs(note, folder)
    except NoManifestError:
        return (*_outputs(project, folder, outputs), problem("OUT08", Place(project.relative(note))))
    return (*_outputs(project, folder, outputs), *_inputs(project, period, inputs))


def differences_of_closed(project: Project, period: Period) -> tuple[Problem, ...]:
    """Every difference between a closed period's report, or the tables, and what was kept when it was closed.

    A report that another version has made again from the archive is held against its own manifest alone. Raises
    Unusable where there is no archive that can be read.
    """
    folder, archived = project.output_folder(period), in_archive(project, period)
    try:
        outputs = read_outputs(folder)
        closed = versions_in(archived.get(project.relative(folder / MANIFEST), b""))
        is_published = versions_in((folder / MANIFEST).read_bytes()) == closed
    except NoManifestError:
        return (problem("OUT01", Place(project.relative(folder / MANIFEST))),)
    inside = f"{project.relative(folder)}/"
    published = {name.removeprefix(inside): data for name, data in archived.items() if name.startswith(inside)}
    known = {name: sha256(data).hexdigest() for name, data in published.items() if name != MANIFEST}
    return (
        *_outputs(project, folder, known if is_published else outputs),
        *_changes_in_archive(project, period, archived),
        *_damage_to_tables(project, period.starts),
    )


def _damage_to_tables(project: Project, starts: int) -> tuple[Problem, ...]:
    """Where the tables are not what was kept of them; and rows on actions, added since, that cannot be right."""
    found: list[Problem] = []
    try:
        found += changes_of_history(project, starts)
        actions = table_of(project, project.actions)
        if actions.name not in {each.place.file for each in found}:
            read_actions(actions.text, actions.name, starts)
    except Unusable as fault:
        found += fault.problems
    return tuple(found)


def _changes_in_archive(project: Project, period: Period, archived: Mapping[str, bytes]) -> Iterator[Problem]:
    """What in an archive is not what its report was made from."""
    place = Place(project.relative(project.archive(period)))
    try:
        inputs = inputs_in(archived.get(project.relative(project.made_from(period)), b""))
    except NoManifestError:
        inputs = {"": ""}
    for name, hashed in inputs.items():
        if sha256(archived.get(name_in_archive(name), b"")).hexdigest() != hashed:
            yield problem("OUT10", place, file=name or "made-from.json")


def changes_of_history(project: Project, starts: int, opened: Period | None = None) -> Iterator[Problem]:
    """Where a table is not what the newest archive says that it was; rows may have been added since.

    Of a period that is open again, or is about to be ``opened``, the archive may be lost: then the one before tells.
    Raises Unusable where that archive, or a table, cannot be read.
    """
    table = table_of(project, project.history)
    history = history_in_table(table, starts)
    may_be_lost = (each for each in history.closings if each == opened or not history.is_closed(each))
    lost = {each for each in may_be_lost if not project.archive(each).exists()}
    closed = next((each for each in history.closings if each not in lost), None)
    if closed is None:
        return
    parts = {path: (path.as_posix(), f"{ADDED}{path.name}") for path in TABLES}
    archived = in_archive(project, closed, [name for each in parts.values() for name in each])
    for path, names in parts.items():
        now = table if path == HISTORY else table_of(project, project.root / path)
        before = b"".join(archived.get(name, b"") for name in names)
        if before and not now.data:
            yield problem("HIST04", Place(now.name), period=closed.name, name=path.name)
        elif changed := _first_changed(_lines(now.data), _lines(before)):
            yield problem("HIST02", Place.on_line(now.name, changed), period=closed.name, name=path.name)


def _lines(table: bytes) -> list[bytes]:
    """A table's lines, however they end: another program, or one that keeps versions, may have saved it unchanged."""
    return table.removeprefix(BOM_UTF8).splitlines()


def _first_changed(now: Sequence[bytes], before: Sequence[bytes]) -> int | None:
    """The first line that is not what it was; None where rows were added at most."""
    if now[: len(before)] == before:
        return None
    return next(number for number, (is_now, then) in enumerate(zip_longest(now, before), 1) if is_now != then)


def check_tables(setup: Setup) -> None:
    """Raises Unusable where rows of a table were changed or lost, as the newest archive shows; where it is there."""
    if setup.is_as_closed:
        return
    try:
        changed = tuple(changes_of_history(setup.project, setup.period.starts))
    except Unusable:
        return  # verify and close tell of an archive that is lost: what others do needs none
    if changed:
        raise Unusable(changed)


def _outputs(project: Project, folder: Path, made: Mapping[str, str]) -> Iterator[Problem]:
    for name, hashed in made.items():
        inside = not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts
        found = _hash(folder / name) if inside else None
        if found != hashed:
            yield problem("OUT03" if found else "OUT02", Place(project.relative(folder / name)))
    known = {*made, MANIFEST}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in known and not path.name.startswith("~$"):
            yield problem("OUT04", Place(project.relative(path)))


def _inputs(project: Project, period: Period, made: Mapping[str, str]) -> Iterator[Problem]:
    for name, hashed in made.items():
        if name.startswith(f"{CONVERTED.as_posix()}/"):
            continue  # made of a file that is noted beside it
        found = _hash(path_of(project, name))
        if found != hashed:
            yield problem("OUT06" if found else "OUT05", Place(name))
    for path in project.returns(period):
        if project.relative(path) not in made:
            yield problem("OUT07", Place(project.relative(path)))


def _hash(path: Path) -> str | None:
    """A file's SHA-256; None where there is none, or none that can be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
