"""An output folder replaced whole or not at all, and the manifest of what is in it."""

import errno
import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

import generator
from generator.approval import Approval
from generator.render.data import Json, as_json

MANIFEST, REPORT = "manifest.json", "report.json"
_NO_APPROVALS: Mapping[str, Approval] = MappingProxyType({})


class PublishError(Exception):
    """The report could not be written; what was there before still stands."""


def manifest(
    files: Mapping[str, bytes], inputs: Mapping[str, str], approvals: Mapping[str, Approval] = _NO_APPROVALS
) -> bytes:
    """Say what a folder holds and what it was made from: names with their SHA-256, and the program's version.

    The approvals are remembered with it, so that a later build sees what was changed after them.
    """
    outputs = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return as_json(
        {
            "schema": 1,
            "scorecard": generator.__version__,
            "inputs": _listed(inputs),
            "outputs": _listed(outputs),
            "approvals": {code: dict(asdict(each)) for code, each in sorted(approvals.items())},
        }
    )


def read_approvals(folder: Path) -> dict[str, Approval]:
    """Give the approvals that an output folder's manifest remembers; none where there is no sound manifest."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())["approvals"]
        return {code: Approval(**each) for code, each in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def read_statuses(folder: Path) -> dict[str, str]:
    """Give the quarterly status of every measure by its code, as a folder's report.json has it; no draft counts."""
    try:
        report = json.loads((folder / REPORT).read_bytes())
        measures = [each for directorate in report["directorates"] for each in directorate["measures"]]
        found = {each["code"]: each["quarter"]["status"] for each in measures}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    sound = all(isinstance(each, str) for each in (*found, *found.values()))
    return found if sound and report.get("draft") is False else {}


def _listed(hashes: Mapping[str, str]) -> Json:
    return [{"file": name, "sha256": sha256} for name, sha256 in sorted(hashes.items())]


def publish(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` hold just ``files``: written beside it, then swapped in. Raises PublishError."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".new", dir=folder.parent))
    except OSError as error:
        raise PublishError(_told(folder, error)) from None
    try:
        beside.chmod(0o755)
        for name, data in files.items():
            (beside / name).parent.mkdir(exist_ok=True)
            (beside / name).write_bytes(data)
        _swap(folder, beside)
    except OSError as error:
        raise PublishError(_told(folder, error)) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _swap(folder: Path, beside: Path) -> None:
    aside = beside.with_suffix(".old")
    if not folder.exists():
        beside.rename(folder)
        return
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "there is a file of that name")
    folder.rename(aside)
    try:
        beside.rename(folder)
    except OSError:
        with suppress(OSError):
            aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _told(folder: Path, error: OSError) -> str:
    return (
        f"The report could not be written to {folder} ({error.strerror or error}). Nothing there was changed. "
        "Close any file of that folder that is open in Word or a browser, check that you may write there, "
        "and build again."
    )
