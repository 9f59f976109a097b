"""What is typed in place of a number: each slip has advice of its own."""

from enum import Enum


class NotANumber(Enum):
    """What was typed in place of a number, as a short name."""

    NO_NUMBER = "no number"
    OTHER_UNIT = "another unit"
    TOO_LARGE = "too large"
    COMMA = "a decimal comma"
    TIME = "a time"
    DATE = "a date"
    FRACTION = "a fraction"
    POWER = "a power of ten"
    ABOUT = "about"
    BOUND = "more or less than"
    TWO = "two numbers"
    NOTE = "a number with a note"
    PROVISIONAL = "a provisional number"
    SPACED = "spaces for commas"
    POINT = "another sign than a point"
    MINUS = "a minus sign behind"
    LOOKALIKE = "signs that look alike"
    NONE = "no figure"
    ZERO = "nought in words"
