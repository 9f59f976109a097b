"""An output folder replaced whole or not at all, by one build at a time; and what to do where it cannot be."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from generator.model.problem import ScorecardError
from generator.output.lock import TakenError, held
from generator.output.swap_folders import replace_folder, replaced, settle

_NO_NOTES: Mapping[Path, bytes] = MappingProxyType({})


class PublishError(ScorecardError):
    """The report could not be written; what was there before still stands."""


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


def is_there(folder: Path) -> bool:
    """Whether a report stands in a folder already."""
    return folder.exists()


def publish(folder: Path, files: Mapping[str, bytes], notes: Mapping[Path, bytes] = _NO_NOTES) -> None:
    """Make ``folder`` hold just ``files``: written beside it, then swapped in. Raises PublishError.

    Notes about it, which lie elsewhere, are replaced with it; where it cannot be, they stay as they were.
    """
    try:
        with ExitStack() as stack:
            for path, data in notes.items():
                stack.enter_context(replaced(path, data))
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
