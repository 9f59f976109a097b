"""A council's logo, as a data address that a page can carry."""

from base64 import b64encode
from pathlib import Path

from generator.model.problem import Place, Unusable, problem
from generator.project.folder import Project
from generator.project.team_files import LONGEST_NAME, bytes_of

_PICTURES = {".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}


_LARGEST_LOGO = 300_000


_SIGNS = {"svg+xml": b"<svg", "png": b"\x89PNG", "jpeg": b"\xff\xd8", "gif": b"GIF8", "webp": b"WEBP"}


def logo_of(project: Project, name: str, asked_at: Place, hashes: dict[str, str]) -> str:
    """The picture of that name in the project, as a data address (RFC 2397), so that a page needs no other file.

    Empty where none is named. Raises Unusable, at ``asked_at``, where it cannot be used.
    """
    if not name:
        return ""
    path = project.root / name
    kind = _PICTURES.get(path.suffix.lower(), "")
    fault = _fault_of_path(project, path, kind)
    data = b"" if fault else bytes_of(path, project.relative(path), hashes)
    fault = fault or _fault_of_picture(data, kind, path.suffix)
    if fault:
        raise Unusable([problem("SET06", asked_at, found=name, fault=fault)])
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _fault_of_path(project: Project, path: Path, kind: str) -> str:
    if not kind:
        return f"it is not one of: {', '.join(_PICTURES)}"
    inside = len(path.name) <= LONGEST_NAME and path.resolve().is_relative_to(project.root.resolve())
    return "" if inside and path.is_file() else "there is no such file in the project folder"


def _fault_of_picture(data: bytes, kind: str, suffix: str) -> str:
    if len(data) > _LARGEST_LOGO:
        return f"it has {len(data) // 1000} kB, and every page carries it; {_LARGEST_LOGO // 1000} kB is the most"
    return "" if _SIGNS[kind] in data[:1000] else f"it is no picture of the kind that {suffix} says"
