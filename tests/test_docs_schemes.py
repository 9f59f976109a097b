"""The performance team's pages name every word that the program knows, and their examples load."""

import re
from pathlib import Path

import pytest

from generator.project import BUNDLED_TEMPLATES
from generator.scheme import Level
from generator.scheme_file import KEYS, SHAPES, read_scheme
from generator.settings import Settings
from generator.workbook.register import HEADERS, LEVEL_HEADERS
from generator.workbook.target_changes import CHANGE_HEADERS

DOCS = Path(__file__).parent.parent / "docs"
SCHEMES = (DOCS / "schemes.md").read_text(encoding="utf-8")
TEAM = (DOCS / "performance-team.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(name = .*?)```", SCHEMES, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_a_scheme_loads(example: str) -> None:
    assert read_scheme(example, "example.toml").statuses


def test_there_is_an_example() -> None:
    assert EXAMPLES


def test_every_ready_scheme_is_named() -> None:
    named = set(re.findall(r"^\| `([a-z0-9-]+)` \|", SCHEMES, re.MULTILINE))
    assert {path.stem for path in (BUNDLED_TEMPLATES / "schemes").glob("*.toml")} <= named


@pytest.mark.parametrize("word", [*KEYS, *SHAPES, *Level])
def test_every_word_of_the_language_is_explained(word: str) -> None:
    assert re.search(rf"`\[*{re.escape(word)}\]*`", SCHEMES)


@pytest.mark.parametrize("key", Settings.__dataclass_fields__)
def test_every_setting_is_explained(key: str) -> None:
    assert f"| `{key}` |" in TEAM


@pytest.mark.parametrize("heading", [*HEADERS, *CHANGE_HEADERS, *(each[0] for each in LEVEL_HEADERS.values())])
def test_every_column_is_explained(heading: str) -> None:
    assert f"`{heading}`" in TEAM
