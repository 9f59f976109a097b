"""A council's look on the web page: its logo, and a colour of its own that can be read on light and on dark paper."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

LEAST_CONTRAST = Fraction(9, 2)
"""WCAG 2.2, 1.4.3: the contrast that text needs at least."""

_PAPER, _DARK_PAPER = "FFFFFF", "15181B"
_STEPS = 40
_COMFORTABLE = 7  # on dark paper thin letters need more


class Brand(NamedTuple):
    """A council's colour for headings and links, as ``RRGGBB``, and its logo, as a data address (RFC 2397) or empty."""

    colour: str = "003078"
    logo: str = ""

    @property
    def colour_on_dark(self) -> str:
        """The colour for a screen set to dark, as ``RRGGBB``: lightened as little as gives it a contrast of 7 to 1."""
        return _lightened(self.colour)


@lru_cache(maxsize=1)  # every page of a build asks, and the sums are long
def _lightened(colour: str) -> str:
    lighter = (_mixed(colour, step) for step in range(_STEPS + 1))
    return next(each for each in lighter if contrast(each, _DARK_PAPER) >= _COMFORTABLE)


def is_readable(colour: str) -> bool:
    """Whether text in a colour (``RRGGBB``) can be read on white: by WCAG 2.2, 1.4.3, a contrast of 4.5 to 1."""
    return contrast(colour, _PAPER) >= LEAST_CONTRAST


def contrast(one: str, other: str) -> Fraction:
    """The contrast of two colours (``RRGGBB``) as WCAG 2.2 defines it: exact, from 1 to 21, whichever comes first."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + Fraction(1, 20)) / (dark + Fraction(1, 20))


def _luminance(colour: str) -> Fraction:
    red, green, blue = (_linear(int(colour[at : at + 2], 16)) for at in (0, 2, 4))
    return (2126 * red + 7152 * green + 722 * blue) / 10000


def _linear(value: int) -> Fraction:
    share = value / 255
    return Fraction(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)


def _mixed(colour: str, step: int) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{part + (255 - part) * step // _STEPS:02X}" for part in parts)


NO_BRAND = Brand()
"""The look of a page where a council sets none."""
