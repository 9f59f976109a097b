"""docs/security.md says the limits of a return's text as the code has them."""

import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "security.md").read_text(encoding="utf-8")
LIMITS = re.findall(r"^\|[^|]+\| ([\d,]+) \| `([a-z_.]+)\.([A-Z_]+)` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("figure", "module", "name"), LIMITS)
def test_a_limit_is_as_the_page_says(figure: str, module: str, name: str) -> None:
    assert getattr(import_module(f"generator.{module}"), name) == int(figure.replace(",", ""))


def test_every_limit_is_found() -> None:
    assert len(LIMITS) == 7
