"""The performance team's pages name every word that the program knows, and their examples load."""

import re
from itertools import chain
from pathlib import Path

import pytest

from generator.judging.scheme_file import KEYS, SHAPES, read_scheme
from generator.model.figures import Level
from generator.model.measure import Kind
from generator.model.problem import Unusable
from generator.model.question import About, Takes, When
from generator.model.shape import Forecasts, Listing
from generator.model.toml.keys import Table
from generator.project.folder import BUNDLED_TEMPLATES
from generator.project.house_style import HouseStyle, Ruling
from generator.project.report_options import Covering, Part
from generator.project.settings import SETTINGS, Settings, read_settings
from generator.project.shape_settings import SHAPE_KEYS
from generator.project.word_layouts import Layout, Pack
from generator.reading.register.columns import HEADERS, LEVEL_HEADERS
from generator.reading.register.target_changes import CHANGE_HEADERS

DOCS = Path(__file__).parent.parent / "docs"
SCHEMES = (DOCS / "schemes.md").read_text(encoding="utf-8")
SHAPE = (DOCS / "shape.md").read_text(encoding="utf-8")
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


@pytest.mark.parametrize("word", [*KEYS, *SHAPES, *Level, *Kind])
def test_every_word_of_the_language_is_explained(word: str) -> None:
    assert re.search(rf"`\[*{re.escape(word)}\]*`", SCHEMES)


_TABLES = (Settings, Covering, HouseStyle, Ruling)
_KEYS = [key for table in _TABLES for key in table.__dataclass_fields__]
_OTHERS = {"covering", "glossary", "house_style", "rules", "shape", "reports"}


@pytest.mark.parametrize("key", [key for key in _KEYS if key not in _OTHERS])
def test_every_setting_is_explained(key: str) -> None:
    assert re.search(rf"^\| `{key}`[ ,]", TEAM, re.MULTILINE)


_OF_A_SHAPE = ("question", "print", "report")


@pytest.mark.parametrize("key", [key for key in SHAPE_KEYS if key not in _OF_A_SHAPE])
def test_every_key_of_a_shape_is_explained(key: str) -> None:
    assert f"`{key}`" in SHAPE


@pytest.mark.parametrize("table", _OF_A_SHAPE)
def test_every_key_of_its_tables_is_explained(table: str) -> None:
    assert f"`[[{table}]]`" in SHAPE
    declared = SETTINGS.keys[table]
    assert isinstance(declared, Table)
    assert [key for key in declared.keys if key not in Covering.__dataclass_fields__ and f"`{key}`" not in SHAPE] == []


@pytest.mark.parametrize("word", [*Listing, *Forecasts, *About, *When, *Takes])
def test_every_word_of_a_shape_is_explained(word: str) -> None:
    assert f"`{word}`" in SHAPE


EXAMPLES_OF_SHAPES = re.findall(r"```text\n(.*?)\n```", SHAPE, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES_OF_SHAPES)
def test_every_example_of_a_shape_loads(example: str) -> None:
    rest = "" if "group_by" in example else 'directorates = ["Place"]\n'
    assert read_settings(f'council = "C"\nperiod = "2024-25-Q3"\ndata_source = "D"\n{rest}{example}', "s.toml")


@pytest.mark.parametrize("word", [*Part, *Layout, *Pack, "[committee]", "[glossary]", "[house_style]", "[[rules]]"])
def test_every_word_of_the_settings_is_explained(word: str) -> None:
    assert f"`{word}`" in TEAM


@pytest.mark.parametrize("heading", [*HEADERS, *CHANGE_HEADERS, *chain(*LEVEL_HEADERS.values())])
def test_every_column_is_explained(heading: str) -> None:
    assert f"`{heading}`" in TEAM


DERBY = (BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fault", "old", "new"),
    [
        ("Contradiction", 'deviation = "> margin"', 'deviation = ["> 5%", "< 0%"]'),
        ("Unreachable", '"> margin"', '">= -10%"'),
        ("Gap", 'name = "Red"', 'name = "Red"\nwhen = { deviation = "< -8%" }'),
        ("Overlap", 'name = "Red"', 'name = "Red"\nwhen = { deviation = "<= -5%" }'),
        ("Order", 'deviation = ">= 0%"', 'deviation = "< -5%"'),
    ],
)
def test_the_checker_says_what_the_page_quotes(fault: str, old: str, new: str) -> None:
    quoted = re.search(rf"\*\*{fault}\.\*\*.*?```text\n(.*?)\n```", SCHEMES, re.DOTALL)
    assert quoted
    assert old in DERBY
    with pytest.raises(Unusable) as caught:
        read_scheme(DERBY.replace(old, new, 1), "ours.toml")
    assert any(each.message.endswith(quoted[1]) for each in caught.value.problems)
