"""Whether an output folder is still what its manifest says, and its inputs still those that it was made from."""

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from generator.model.period import Period
from generator.model.problem import Place, Problem, problem
from generator.output.manifest import Made, NoManifestError, read_manifest
from generator.project.folder import MANIFEST, Project
from generator.project.team_files import path_of


def verify(project: Project, period: Period, *, internal: bool = False) -> tuple[Problem, ...]:
    """Compare a quarter's output folder and inputs with its manifest; gives every difference, first the outputs'."""
    folder = project.output_folder(period, internal=internal)
    try:
        made = read_manifest(folder)
    except NoManifestError:
        return (problem("OUT01", Place(project.relative(folder / MANIFEST))),)
    return (*_outputs(project, folder, made), *_inputs(project, period, made))


def _outputs(project: Project, folder: Path, made: Made) -> Iterator[Problem]:
    for name, sha256 in made.outputs.items():
        inside = not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts
        found = _hash(folder / name) if inside else None
        if found != sha256:
            yield problem("OUT03" if found else "OUT02", Place(project.relative(folder / name)))
    known = {*made.outputs, MANIFEST}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in known and not path.name.startswith("~$"):
            yield problem("OUT04", Place(project.relative(path)))


def _inputs(project: Project, period: Period, made: Made) -> Iterator[Problem]:
    for name, sha256 in made.inputs.items():
        found = _hash(path_of(project, name))
        if found != sha256:
            yield problem("OUT06" if found else "OUT05", Place(name))
    for path in project.returns(period):
        if project.relative(path) not in made.inputs:
            yield problem("OUT07", Place(project.relative(path)))


def _hash(path: Path) -> str | None:
    """Give a file's SHA-256; None where there is none, or none that can be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
