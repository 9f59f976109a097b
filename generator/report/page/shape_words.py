"""The words for a report's groups and for what it lists, as its shape has them."""

from typing import TypedDict

from generator.model.english import inside_sentence
from generator.model.shape import Listing, Shape


class ShapeWords(TypedDict):
    """Fields of ``PageView``."""

    group_word: str
    group_word_inside: str
    subgroup_word: str
    listed: str
    each_listed: str
    listed_briefly: str


def words_of_shape(shape: Shape) -> ShapeWords:
    """What documents call groups of each level, and the measures that they list in full and in brief."""
    first, *below = (each.word for each in shape.levels)
    lists_all = shape.listing is Listing.ALL
    return {
        "group_word": first,
        "group_word_inside": inside_sentence(first),
        "subgroup_word": below[0] if below else "",
        "listed": "Measures" if lists_all else "Exceptions",
        "each_listed": "measure" if lists_all else "measure that is an exception",
        "listed_briefly": "Other measures",
    }
