"""Opening workbooks on the machines of a Dask cluster, where one machine's processors are not enough.

Workbooks go to the workers as bytes, and what was found in them comes back as bytes: a worker needs the same version
of this program, and neither the project folder nor a shared disk.
"""

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.cache.processes import Others
from generator.model.problem import ScorecardError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from distributed import Client, Future

ANSWERS_WITHIN = 10
"""Seconds that a scheduler or its workers have to answer at the start."""


class NoClusterError(ScorecardError):
    """Why workbooks cannot be opened on a cluster, as a sentence."""


@contextmanager
def cluster(address: str, version: "Callable[[], str]") -> "Iterator[Others]":
    """The workers of the scheduler at an address such as ``tcp://10.0.0.5:8786``.

    ``version`` names the program that is to run there, and is asked of each worker. Raises NoClusterError where there
    is none, or where one has another version.
    """
    import asyncio
    import logging

    try:
        import dask
        from distributed import Client
    except ImportError:
        raise NoClusterError(
            '--scheduler needs Dask. Install it once: pip install "council-scorecard[cluster]"'
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what its workers do not do is done here
    settings = {
        "distributed.admin.large-graph-warning-threshold": "1GiB",  # a batch of workbooks is meant to be sent
        "distributed.comm.retry.count": 0,
    }
    with dask.config.set(settings):
        try:
            asyncio.run(asyncio.wait_for(_greet(address), ANSWERS_WITHIN))
            client = Client(address, timeout=ANSWERS_WITHIN, set_as_default=False)
        except (OSError, TimeoutError, ValueError, RuntimeError):
            raise NoClusterError(f"No Dask scheduler answers at {address}. Nothing was changed.") from None
        try:
            _check_workers(client, address, version)
            yield Others(client.get_executor(pure=False, retries=0))
        finally:
            client.close(timeout=ANSWERS_WITHIN)


async def _greet(address: str) -> None:
    """Wait for the scheduler's greeting; Client would wait for ever for something that takes calls and is silent."""
    from distributed.comm.core import connect
    from distributed.security import Security

    comm = await connect(address, timeout=ANSWERS_WITHIN, **Security().get_connection_args("client"))
    comm.abort()


def _check_workers(client: "Client", address: str, version: "Callable[[], str]") -> None:
    """See that there are workers, and that each has this version: another may find something else.

    Busy workers need not answer, for each batch is checked again when it is opened; nor those that died meanwhile.
    """
    silent = f"No worker answers at {address}, or not every one. Nothing was changed."
    try:
        client.wait_for_workers(1, timeout=ANSWERS_WITHIN)
        asked = {each: client.submit(version, workers=[each], pure=False, priority=1) for each in _names(client)}
        found = dict(_answered(client, asked))
    except TimeoutError:
        raise NoClusterError(silent) from None
    except Exception as error:
        raise NoClusterError(f"A worker of {address} cannot run Scorecard: {error}. Install it there.") from None
    if not found and not _names(client):
        raise NoClusterError(silent)
    others = sorted(each for each, told in found.items() if told != version())
    if others:
        raise NoClusterError(f"Another version of Scorecard is installed on the worker {others[0]}.")


def _names(client: "Client") -> list[str]:
    return list(client.scheduler_info(n_workers=-1)["workers"])


def _answered(client: "Client", asked: "Mapping[str, Future[str]]") -> "Iterator[tuple[str, str]]":
    """What was answered in time; a worker with other work is busy, and one with none, not even this, is gone."""
    until = time.monotonic() + ANSWERS_WITHIN
    for each, future in asked.items():
        try:
            yield each, future.result(timeout=max(0.1, until - time.monotonic()))
        except TimeoutError:
            if len(client.processing().get(each, ())) == 1:
                raise
