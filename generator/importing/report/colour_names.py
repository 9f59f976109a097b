"""What a colour is called that a cell is filled with, as statuses are named after colours."""

from colorsys import rgb_to_hls

_HUES = ((20, "Red"), (65, "Amber"), (165, "Green"), (265, "Blue"), (320, "Purple"), (360, "Red"))
"""Up to which hue, in degrees, a colour goes by a name. Yellow is what many call amber."""

_GREY, _WHITE, _BLACK = 0.15, 0.97, 0.06
"""A colour less saturated than this is grey; one lighter or darker than these is a page's."""


def colour_name(fill: str) -> str:
    """The name of a colour given as RRGGBB; empty for white, black and what is no colour."""
    try:
        red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return ""
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    if lightness > _WHITE or lightness < _BLACK or saturation < _GREY:
        return ""
    return next(name for most, name in _HUES if hue * 360 <= most)
