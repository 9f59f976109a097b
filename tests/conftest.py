import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("never timed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("never timed")

GOLDEN = Path(__file__).parent / "golden"
CACHES, _NUMBERS = "XDG_CACHE_HOME", count()
"""Where the user's cache folder is, for us and for all that a test runs: never that of whoever runs the tests."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite the golden files; look at the difference.")


def pytest_configure(config: pytest.Config) -> None:
    caches = TemporaryDirectory(prefix="caches-")
    config.add_cleanup(caches.cleanup)
    os.environ[CACHES] = caches.name


@pytest.fixture(autouse=True)
def caches() -> Iterator[Path]:
    """Give each test a cache folder of its own, which is not there yet."""
    of_all = os.environ[CACHES]
    own = Path(of_all) / str(next(_NUMBERS))
    os.environ[CACHES] = str(own)
    yield own
    os.environ[CACHES] = of_all


class Golden:
    """A text kept in tests/golden/, which a person can read and compare."""

    def __init__(self, *, update: bool) -> None:
        self.update = update

    def check(self, name: str, text: str) -> None:
        path = GOLDEN / name
        if self.update:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(update=request.config.getoption("--update-golden"))
