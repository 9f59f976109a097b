"""An output folder replaced whole or not at all, and the manifest of what is in it."""

import errno
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

import generator
from generator.approval import Approval
from generator.lock import TakenError, held
from generator.render.data import Json, as_json
from generator.swapping import replace_folder, settle

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


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep every other build from publishing into ``folder`` while a block runs. Raises PublishError.

    What a build that was killed left beside it is put right first.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(held(folder.parent / f".{folder.name}.lock"))
            settle(folder)
        except TakenError as taken:
            raise PublishError(
                f"Another build of {folder} is under way, {taken}. Nothing was changed. "
                "Wait until it has ended, and build again if the report is not what you expect."
            ) from None
        except OSError as error:
            raise PublishError(_told(folder, error)) from None
        yield


def publish(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` hold just ``files``: written beside it, then swapped in. Raises PublishError."""
    try:
        replace_folder(folder, files)
    except OSError as error:
        raise PublishError(_told(folder, error)) from None


def _told(folder: Path, error: OSError) -> str:
    what = f"The report could not be written to {folder} ({error.strerror or error}). Nothing there was changed."
    return f"{what} {_remedy(folder, error)}"


def _remedy(folder: Path, error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "Make room on that disk, and build again."
    if error.errno == errno.EROFS:
        return "That disk can only be read. Copy the project to one that can be written, and build again."
    opened = ", ".join(_open_in_word(folder))
    close = f"Close {opened} in Word" if opened else "Close any file of that folder that is open in Word or a browser"
    return f"{close}, check that you may write there, and build again."


def _open_in_word(folder: Path) -> Iterator[str]:
    """Name the files of a folder that somebody has open: Word puts a file beside each, named ~$ and its name's end."""
    with suppress(OSError):
        names = sorted(path.name for path in folder.iterdir())
        for lock in (name[2:] for name in names if name.startswith("~$")):
            yield from (name for name in names if name.endswith(lock) and not name.startswith("~$"))
