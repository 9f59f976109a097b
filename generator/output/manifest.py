"""What an output folder holds, for everybody, and what it was made from, for the team: written, and read again later.

manifest.json lies among what is published, so it lists the folder's own files and the versions that made them, and no
more. All else (hashes of returns, the settings, approvals) could tell of what is withheld, and lies beside the folder.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import generator
from generator.checks.approval import Approval
from generator.documents.json_text import Json, as_json
from generator.project.folder import MANIFEST

if TYPE_CHECKING:
    from generator.project.settings import Settings

_NO_APPROVALS: Mapping[str, Approval] = MappingProxyType({})


class NoManifestError(Exception):
    """A manifest, or the note of what it was made from, is not there, cannot be understood, or is another report's."""


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Say what a folder holds: the names of its files with their SHA-256, and the versions that made them."""
    return as_json(
        {
            "schema": 2,
            "scorecard": generator.__version__,
            "versions": _versions(),
            "outputs": _listed({name: sha256(data).hexdigest() for name, data in files.items()}),
        }
    )


def note_of_sources(
    manifest: bytes,
    inputs: Mapping[str, str],
    settings: "Settings",
    approvals: Mapping[str, Approval] = _NO_APPROVALS,
) -> bytes:
    """Say what the report with a manifest was made from.

    ``inputs`` gives the hash of the very bytes that were used. The settings are those that held, also where the file
    says nothing. The approvals are remembered, so that a later build sees what was changed after them.
    """
    return as_json(
        {
            "schema": 1,
            "manifest": sha256(manifest).hexdigest(),
            "settings": _plain(_shown(settings)),
            "inputs": _listed(inputs),
            "approvals": {code: each._asdict() for code, each in sorted(approvals.items())},
        }
    )


def _shown(settings: "Settings") -> "Settings":
    """Leave out the names that are never to be printed, wherever that may be."""
    return replace(settings, house_style=replace(settings.house_style, names=()))


def _versions() -> Json:
    import jinja2  # noqa: PLC0415, it is there when a report has been rendered, and slow to import when not
    import lxml  # noqa: PLC0415, its name and version alone: a build whose templates are kept reads no XML with it

    python = ".".join(map(str, sys.version_info[:3]))
    xml = f"{lxml.__version__}.0"  # type: ignore[attr-defined]  # as LXML_VERSION in lxml.etree has it
    return {"python": python, "jinja2": jinja2.__version__, "lxml": xml}


def _plain(value: object) -> Json:
    """A setting as JSON has it."""
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if is_dataclass(value) and type(value).__str__ is object.__str__:
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return str(value)


def _listed(hashes: Mapping[str, str]) -> Json:
    return [{"file": name, "sha256": sha256} for name, sha256 in sorted(hashes.items())]


def read_outputs(folder: Path) -> dict[str, str]:
    """The files that an output folder is to hold, each with its SHA-256. Raises NoManifestError."""
    return _read(folder / MANIFEST, "outputs")


def read_inputs(note: Path, folder: Path) -> dict[str, str]:
    """The files that the report in a folder was made from, each with its SHA-256, as the note beside it says.

    Raises NoManifestError, also where the note is another report's.
    """
    inputs = _read(note, "inputs")
    try:
        of = json.loads(note.read_bytes())["manifest"]
        is_ours = of == sha256((folder / MANIFEST).read_bytes()).hexdigest()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoManifestError from error
    if not is_ours:
        raise NoManifestError
    return inputs


def inputs_in(note: bytes) -> dict[str, str]:
    """The files that a note says a report was made from, each with its SHA-256. Raises NoManifestError."""
    return _hashes(note, "inputs")


def versions_in(manifest: bytes) -> tuple[object, object]:
    """The versions that made a report, as its manifest gives them. Raises NoManifestError."""
    try:
        told = json.loads(manifest)
        return told["scorecard"], told["versions"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NoManifestError from error


def _read(path: Path, key: str) -> dict[str, str]:
    try:
        return _hashes(path.read_bytes(), key)
    except OSError as error:
        raise NoManifestError from error


def _hashes(data: bytes, key: str) -> dict[str, str]:
    try:
        hashes = {each["file"]: each["sha256"] for each in json.loads(data)[key]}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NoManifestError from error
    if not all(isinstance(each, str) for pair in hashes.items() for each in pair):
        raise NoManifestError
    return hashes
