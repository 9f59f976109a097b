"""How a figure stands to one that is known: the same but for a slip of the keys, or of its size."""

from decimal import Decimal
from functools import lru_cache

_NEAR = Decimal("0.25")
_MOST_PLACES, _FEWEST_DIGITS = 3, 3


def is_near(value: Decimal, known: Decimal) -> bool:
    """Whether a figure is no more than a quarter off a known one."""
    return abs(value - known) <= abs(known) * _NEAR


def is_like(value: Decimal, known: Decimal) -> bool:
    """Whether a figure is near a known one, or a slip of the keys away from it."""
    return is_near(value, known) or is_slip(value, known) or _has_another_digit(value, known)


def is_slip(value: Decimal, known: Decimal) -> bool:
    """Whether two digits side by side have changed places, one was left out, or the point of three stands elsewhere."""
    apart = abs(value.adjusted() - known.adjusted())
    if apart > _MOST_PLACES:
        return False
    if _but_noughts(value) != _but_noughts(known):
        is_short = apart <= 1 and abs(len(_but_noughts(value)) - len(_but_noughts(known))) == 1
        return is_short and _is_one_digit_short(*sorted(_typed_alike(value, known), key=len))
    one, other = _typed_alike(value, known)
    others = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) == len(other) and len(others) == 2 and others[1] - others[0] == 1:
        return one[others[0]] == other[others[1]] and one[others[1]] == other[others[0]]
    return _is_moved(value, known) or _is_one_digit_short(*sorted((one, other), key=len))


def _is_one_digit_short(one: str, other: str) -> bool:
    return len(other) == len(one) + 1 > _FEWEST_DIGITS and any(
        one == other[:at] + other[at + 1 :] for at in range(len(other))
    )


@lru_cache(256)
def _but_noughts(value: Decimal) -> list[int]:
    """The digits of a figure but for its noughts, in their order of size: those of a slip are the same."""
    return sorted(filter(None, value.as_tuple().digits))


def has_digits(value: Decimal) -> bool:
    """Whether a figure has so many digits that it is hardly another by chance."""
    return len(value.as_tuple().digits) >= _FEWEST_DIGITS


def _is_moved(value: Decimal, known: Decimal) -> bool:
    """Whether a figure has the digits of a known one, at least three, and its point a few places off."""
    digits = _digits(known)
    return (
        value != known
        and len(digits) >= _FEWEST_DIGITS
        and _digits(value) == digits
        and abs(value.adjusted() - known.adjusted()) <= _MOST_PLACES
    )


def _has_another_digit(value: Decimal, known: Decimal) -> bool:
    """Whether one digit of three or more is another."""
    if value.adjusted() != known.adjusted():
        return False
    one, other = _typed_alike(value, known)
    return len(one) == len(other) >= _FEWEST_DIGITS and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _typed_alike(value: Decimal, known: Decimal) -> tuple[str, str]:
    """The digits of both, told to as many decimals as either has."""
    decimals = max(-int(each.normalize().as_tuple().exponent) for each in (value, known))
    places = Decimal(1).scaleb(-max(decimals, 0))
    one, other = (str(abs(each).quantize(places)).replace(".", "") for each in (value, known))
    return one, other


def _digits(value: Decimal) -> str:
    return "".join(map(str, abs(value).normalize().as_tuple().digits))
