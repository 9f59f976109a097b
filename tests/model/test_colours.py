import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.colours import LEAST_CONTRAST, Brand, contrast, is_readable
from generator.model.problem import Unusable
from tests.projects import SETTINGS, filled_project, make_project

COLOURS = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("000000", "FFFFFF", 21), ("FFFFFF", "FFFFFF", 1), ("003078", "FFFFFF", 12.4)]
)
def test_contrast_is_as_wcag_defines_it(one: str, other: str, ratio: float) -> None:
    assert round(float(contrast(one, other)), 1) == ratio
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS)
def test_a_colour_that_can_be_read_on_white_has_a_shade_that_can_be_read_on_dark(colour: str) -> None:
    assume(is_readable(colour))
    shade = Brand(colour=colour).colour_on_dark
    assert re.fullmatch(r"[0-9A-F]{6}", shade)
    assert contrast(shade, "15181B") >= Fraction(7)
    assert contrast(colour, "FFFFFF") >= LEAST_CONTRAST


def test_the_colour_and_the_logo_of_the_settings_are_on_the_page(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    settings = tmp_path / "inputs" / "scorecard.toml"
    settings.write_text(f'{SETTINGS}colour = "#7a0019"\nlogo = "logo.svg"\n', encoding="utf-8")
    look = folder.page().look
    assert (look.accent, look.logo) == ("7A0019", "data:image/svg+xml;base64,PHN2Zy8+")


@pytest.mark.parametrize(
    ("logo", "words"),
    [
        ("none.png", "there is no such file"),
        ("logo.bmp", "not one of: .svg"),
        ("large.png", "300 kB is the most"),
        ("../out.png", "no such file"),
        ("a.svg", "no picture of the kind"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told(tmp_path: Path, logo: str, words: str) -> None:
    folder = make_project(tmp_path, settings=f'{SETTINGS}logo = "{logo}"\n')
    (tmp_path / "large.png").write_bytes(bytes(300_001))
    (tmp_path / "a.svg").write_text("<p>", encoding="utf-8")
    (tmp_path.parent / "out.png").write_bytes(b"\x89PNG")
    with pytest.raises(Unusable, match=words):
        assert folder.setup
