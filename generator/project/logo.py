"""A council's logo, as a data address that a page can carry."""

from base64 import b64encode
from pathlib import Path

from generator.model.problem import Place, Unusable, problem
from generator.project.folder import Project
from generator.project.team_files import LONGEST_NAME, TeamFile, read_file

_PICTURES = {".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}


_LARGEST_LOGO = 300_000


_SIGNS = {"svg+xml": b"<svg", "png": b"\x89PNG", "jpeg": b"\xff\xd8", "gif": b"GIF8", "webp": b"WEBP"}


def read_logo(project: Project, name: str, asked_at: Place) -> TeamFile:
    """Read the picture that the settings name, at ``asked_at`` in them. Raises Unusable where it cannot be used."""
    path = project.root / name
    fault = _fault_of_path(project, path)
    picture = TeamFile("", b"") if fault else read_file(path, project.relative(path))
    fault = fault or _fault_of_picture(picture.data, path.suffix)
    if fault:
        raise Unusable([problem("SET06", asked_at, found=name, fault=fault)])
    return picture


def as_address(picture: TeamFile) -> str:
    """A picture as a data address, so that the page needs no other file."""
    return f"data:image/{_PICTURES[Path(picture.name).suffix.lower()]};base64,{b64encode(picture.data).decode()}"


def _fault_of_path(project: Project, path: Path) -> str:
    if path.suffix.lower() not in _PICTURES:
        return f"it is not one of: {', '.join(_PICTURES)}"
    inside = len(path.name) <= LONGEST_NAME and path.resolve().is_relative_to(project.root.resolve())
    return "" if inside and path.is_file() else "there is no such file in the project folder"


def _fault_of_picture(data: bytes, suffix: str) -> str:
    if len(data) > _LARGEST_LOGO:
        return f"it has {len(data) // 1000} kB, and every page carries it; {_LARGEST_LOGO // 1000} kB is the most"
    return (
        "" if _SIGNS[_PICTURES[suffix.lower()]] in data[:1000] else f"it is no picture of the kind that {suffix} says"
    )
