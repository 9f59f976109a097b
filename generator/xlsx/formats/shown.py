"""What a cell shows of its number by its format, in characters; English month names, and numbers as in the UK."""

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from generator.xlsx.formats.number_format import CodeSection, Makes, Piece, Prints, number_format

HASHES = "########"
"""What a cell shows for a number that its format cannot show, such as a time below 0."""

_EXACT = Context(prec=400)
"""Wide enough for any number that a cell holds: none is above 1E+308."""

_DAY, _DAYS = 24 * 60 * 60, 2_958_466
"""Seconds in a day, and the number of the day after the last that Excel knows, the end of 9999."""

_NOON = 12


def shown_text(text: str, code: str) -> str:
    """What a cell with this format shows of a text."""
    section = number_format(code).text
    if section is None:
        return text
    return "".join(text if piece.part is Prints.GENERAL else _as_literal(piece) for piece in section.pieces)


def shown_number(number: Decimal, code: str, day: dt.date | None = None) -> str:
    """What a cell with this format shows of a number; ``day`` is its date, where it is one of the calendar's."""
    section = number_format(code).section_for(number)
    if section is None:
        return HASHES
    if section.makes in {Makes.DATE, Makes.TIME}:
        return _date(section, number, day)
    sign = "-" if number < 0 and number_format(code).shows_sign else ""
    shown = _of_size(section, abs(number))
    return f"{sign}{shown}" if any(each in "123456789" for each in shown) else shown


def _of_size(section: CodeSection, size: Decimal) -> str:
    """A number without its sign, as a section shows it."""
    scales = sum(piece.part is Prints.SCALE for piece in section.pieces)
    size = _EXACT.scaleb(size, 2 * section.percents - 3 * scales)
    if section.has(Prints.SLASH):
        return _fraction(section, size)
    exponent = 0
    if section.has(Prints.EXPONENT):
        size, exponent = _mantissa(section, size)
    if section.has(Prints.GENERAL):
        size = size.normalize(_EXACT)
        return "".join(f"{size:f}" if piece.part is Prints.GENERAL else _as_literal(piece) for piece in section.pieces)
    return _digits(section, size, exponent)


def _as_literal(piece: Piece) -> str:
    """A piece that prints nothing of the number, as it stands. What fills the cell is shown once; spaces are not."""
    if piece.part is Prints.FILL:
        return piece.text.strip()
    return piece.text if piece.part not in {Prints.SCALE, Prints.THOUSANDS, Prints.DIGIT} else ""


def _mantissa(section: CodeSection, size: Decimal) -> tuple[Decimal, int]:
    """With several digits before the point, the exponent goes in steps of as many."""
    before = [piece.part for piece in section.pieces]
    end = before.index(Prints.POINT) if Prints.POINT in before else before.index(Prints.EXPONENT)
    step = max(1, before[:end].count(Prints.DIGIT))
    exponent = size.adjusted() // step * step if size else 0
    places = _places(section)
    mantissa = _rounded(_EXACT.scaleb(size, -exponent), places)
    if mantissa >= Decimal(10) ** step:
        exponent += step
        mantissa = _EXACT.scaleb(mantissa, -step)
    return mantissa, exponent


def _places(section: CodeSection) -> int:
    """How many decimals there are."""
    parts = [piece.part for piece in section.pieces]
    if Prints.POINT not in parts:
        return 0
    end = parts.index(Prints.EXPONENT) if Prints.EXPONENT in parts else len(parts)
    return parts[parts.index(Prints.POINT) : end].count(Prints.DIGIT)


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)


def _digits(section: CodeSection, size: Decimal, exponent: int) -> str:
    """Put a number's digits where the section has places for them: from the point outwards, both ways."""
    parts = [piece.part for piece in section.pieces]
    point = parts.index(Prints.POINT) if Prints.POINT in parts else len(parts)
    end = parts.index(Prints.EXPONENT) if Prints.EXPONENT in parts else len(parts)
    whole, _, decimals = f"{_rounded(size, _places(section)):f}".partition(".")
    whole = whole.lstrip("0")
    shown = [*_whole(section.pieces[: min(point, end)], whole, grouped=Prints.THOUSANDS in parts)]
    shown += _decimals(section.pieces[point:end], decimals)
    if end < len(parts):
        sign = "-" if exponent < 0 else "+" if section.pieces[end].text.endswith("+") else ""
        places = [piece for piece in section.pieces[end + 1 :] if piece.part is Prints.DIGIT]
        shown.append(f"E{sign}{abs(exponent):0{max(1, len(places))}}")
        shown += [_as_literal(piece) for piece in section.pieces[end + 1 :]]
    return "".join(shown)


def _whole(pieces: Sequence[Piece], digits: str, *, grouped: bool) -> list[str]:
    """Fill places from the right; the first takes all digits that are left."""
    places = [at for at, piece in enumerate(pieces) if piece.part is Prints.DIGIT]
    shown: list[str] = []
    written = 0

    def add(digit: str) -> None:
        nonlocal written
        if grouped and written and written % 3 == 0 and digit.isdigit():
            shown.append(",")
        shown.append(digit)
        written += 1

    left = list(digits)
    for at in reversed(range(len(pieces))):
        if pieces[at].part is not Prints.DIGIT:
            shown.append(_as_literal(pieces[at])[::-1])
            continue
        if left:
            add(left.pop())
        elif pieces[at].text != "#":
            add("0" if pieces[at].text == "0" else " ")
        while left and at == places[0]:
            add(left.pop())
    return ["".join(shown)[::-1]]


def _decimals(pieces: Sequence[Piece], digits: str) -> Iterator[str]:
    """Places marked # or ? show no zeros at the end."""
    significant = len(digits.rstrip("0"))
    place = 0
    for piece in pieces:
        if piece.part is not Prints.DIGIT:
            yield _as_literal(piece)
            continue
        if place < significant or piece.text == "0":
            yield digits[place]
        elif piece.text == "?":
            yield " "
        place += 1


def _fraction(section: CodeSection, size: Decimal) -> str:
    """A whole number, where there is a place for it, and the nearest fraction of as many digits as there are places."""
    pieces = section.pieces
    slash = next(at for at, piece in enumerate(pieces) if piece.part is Prints.SLASH)
    top = slash
    while top and pieces[top - 1].part is Prints.DIGIT:
        top -= 1
    end = slash + 1
    while end < len(pieces) and (pieces[end].part is Prints.DIGIT or pieces[end].text.isdigit()):
        end += 1
    below = "".join(piece.text for piece in pieces[slash + 1 : end])
    has_whole = any(piece.part is Prints.DIGIT for piece in pieces[:top])
    whole, part = divmod(Fraction(size), 1) if has_whole else (0, Fraction(size))
    if below.strip("0#?"):
        denominator = int("".join(each if each.isdigit() else "0" for each in below))
        numerator = math.floor(part * denominator + Fraction(1, 2))
    else:
        near = part.limit_denominator(max(1, 10 ** min(len(below), 7) - 1))
        numerator, denominator = near.numerator, near.denominator
    if has_whole and numerator == denominator:
        whole, numerator = whole + 1, 0
    before = "".join(_whole(pieces[:top], str(whole) if whole else "", grouped=False)) if has_whole else ""
    fraction = f"{numerator}/{denominator}" if numerator or not has_whole else ""
    if has_whole and not whole and not fraction:
        before = "0"
    literal = "" if has_whole else "".join(map(_as_literal, pieces[:top]))
    after = "".join(map(_as_literal, pieces[end:]))
    return f"{literal}{before}{fraction}{after}".strip() if has_whole else f"{literal}{fraction}{after}"


def _date(section: CodeSection, number: Decimal, day: dt.date | None) -> str:
    """A date or time; the clock is rounded to the last thing that it shows."""
    if not 0 <= number < _DAYS or (day is None and number >= 1 and section.has(Prints.DATE)):
        return HASHES
    places = max((len(each) for each in _after_seconds(section)), default=0)
    seconds = _rounded(number * _DAY, places) if section.has(Prints.TIME, Prints.ELAPSED) else number * _DAY
    days, clock = divmod(seconds, _DAY)
    if day and days > number // 1:
        day += dt.timedelta(days=1) if day < dt.date.max else dt.timedelta()
    twelve = section.has(Prints.NOON)
    return "".join(_of_date(section, at, day, clock, seconds, twelve=twelve) for at in range(len(section.pieces)))


def _after_seconds(section: CodeSection) -> Iterator[str]:
    """The places for parts of a second: zeros after a point that follows the seconds."""
    pieces = section.pieces
    for at, piece in enumerate(pieces):
        if (
            piece.part in {Prints.TIME, Prints.ELAPSED}
            and piece.text[0] == "s"
            and pieces[at + 1 : at + 2] == (_POINT,)
        ):
            zeros = at + 2
            while zeros < len(pieces) and pieces[zeros].part is Prints.DIGIT:
                zeros += 1
            yield "0" * (zeros - at - 2)


_POINT = Piece(Prints.POINT, ".")


def _of_date(
    section: CodeSection, at: int, day: dt.date | None, clock: Decimal, seconds: Decimal, *, twelve: bool
) -> str:
    part, text = section.pieces[at]
    match part:
        case Prints.DATE:
            return _day(text, day)
        case Prints.TIME:
            return _time(text, clock, twelve=twelve)
        case Prints.ELAPSED:
            each = {"h": 3600, "m": 60, "s": 1}[text[0]]
            return f"{int(seconds // each):0{len(text)}}"
        case Prints.NOON:
            morning, evening = text.split("/")
            return evening if clock >= _NOON * 3600 else morning
        case Prints.DIGIT:
            zeros = [piece.part for piece in section.pieces[:at]]
            place = 0
            while zeros and zeros.pop() is Prints.DIGIT:
                place += 1
            digits = f"{clock % 1:.9f}".partition(".")[2]
            return digits[place : place + 1]
    return section.pieces[at].text


def _day(text: str, day: dt.date | None) -> str:
    """A day, month or year. What comes before the calendar begins is shown as the 0th of January 1900."""
    year, month, number = (day.year, day.month, day.day) if day else (1900, 1, 0)
    if text[0] == "y":
        return f"{year % 100:02}" if len(text) < 3 else f"{year:04}"
    if text[0] == "m":
        name = dt.date(2000, month, 1).strftime("%B")
        return {1: f"{month}", 2: f"{month:02}", 3: name[:3], 4: name}.get(len(text), name[:1])
    if len(text) < 3:
        return f"{number:0{len(text)}}"
    name = (day or dt.date(1900, 1, 6)).strftime("%A")
    return name[:3] if len(text) == 3 else name


def _time(text: str, clock: Decimal, *, twelve: bool) -> str:
    hours, left = divmod(int(clock), 3600)
    minutes, seconds = divmod(left, 60)
    if twelve:
        hours = hours % _NOON or _NOON
    value = {"h": hours, "m": minutes, "s": seconds}[text[0]]
    return f"{value:0{min(len(text), 2)}}"
