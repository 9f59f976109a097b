"""manifest.json: what an output folder holds and what it was made from, written with it and read again later."""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import generator
from generator.checks.approval import Approval
from generator.documents.report_json import Json, as_json
from generator.project.folder import MANIFEST

if TYPE_CHECKING:
    from generator.project.settings import Settings

_NO_APPROVALS: Mapping[str, Approval] = MappingProxyType({})


class NoManifestError(Exception):
    """The folder has no manifest, or one that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files that a report was made of, and those that it consists of, each with its SHA-256."""

    inputs: Mapping[str, str]
    outputs: Mapping[str, str]


def manifest(
    files: Mapping[str, bytes],
    inputs: Mapping[str, str],
    settings: "Settings",
    approvals: Mapping[str, Approval] = _NO_APPROVALS,
) -> bytes:
    """Say what a folder holds and what it was made from: names with their SHA-256, settings and versions.

    ``inputs`` gives the hash of the very bytes that were used. The settings are those that held, also where the file
    says nothing. The approvals are remembered, so that a later build sees what was changed after them.
    """
    return as_json(
        {
            "schema": 1,
            "scorecard": generator.__version__,
            "versions": _versions(),
            "settings": _plain(_shown(settings)),
            "inputs": _listed(inputs),
            "outputs": _listed({name: sha256(data).hexdigest() for name, data in files.items()}),
            "approvals": {code: dict(asdict(each)) for code, each in sorted(approvals.items())},
        }
    )


def _shown(settings: "Settings") -> "Settings":
    """Leave out the names that are never to be printed: the manifest lies beside what is published."""
    return replace(settings, house_style=replace(settings.house_style, names=()))


def _versions() -> Json:
    import jinja2  # noqa: PLC0415, it is there when a report has been rendered, and slow to import when not
    import lxml  # noqa: PLC0415, its name and version alone: a build whose templates are kept reads no XML with it

    python = ".".join(map(str, sys.version_info[:3]))
    xml = f"{lxml.__version__}.0"  # type: ignore[attr-defined]  # as LXML_VERSION in lxml.etree has it
    return {"python": python, "jinja2": jinja2.__version__, "lxml": xml}


def _plain(value: object) -> Json:
    """Give a setting as JSON has it."""
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


def read_manifest(folder: Path) -> Made:
    """Read an output folder's manifest. Raises NoManifestError."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
        inputs, outputs = ({each["file"]: each["sha256"] for each in found[key]} for key in ("inputs", "outputs"))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NoManifestError from error
    if not all(isinstance(each, str) for hashes in (inputs, outputs) for pair in hashes.items() for each in pair):
        raise NoManifestError
    return Made(inputs, outputs)
