"""Whether an output folder is still what its manifest says, and its inputs still those that it was made from."""

from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from generator.model.period import Period
from generator.model.problem import Place, Problem, problem
from generator.output.manifest import NoManifestError, read_inputs, read_outputs
from generator.project.folder import MANIFEST, Project
from generator.project.team_files import path_of


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


def _outputs(project: Project, folder: Path, made: Mapping[str, str]) -> Iterator[Problem]:
    for name, sha256 in made.items():
        inside = not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts
        found = _hash(folder / name) if inside else None
        if found != sha256:
            yield problem("OUT03" if found else "OUT02", Place(project.relative(folder / name)))
    known = {*made, MANIFEST}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in known and not path.name.startswith("~$"):
            yield problem("OUT04", Place(project.relative(path)))


def _inputs(project: Project, period: Period, made: Mapping[str, str]) -> Iterator[Problem]:
    for name, sha256 in made.items():
        found = _hash(path_of(project, name))
        if found != sha256:
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
