"""Formulas that read what was typed as the table of spellings does: a number in the measure's unit, or a date.

They go step by step, each in a row of the Workings. A number is also held against what its cell shows of it, so far as
a formula can see that: LibreOffice looks up what a cell shows (MATCH), Excel tells no more of a number format than the
letter that CELL("format") gives.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.model.spellings import EARLIEST, MINUSES, MONTHS, ORDINALS, dress_of

BAD, UNSEEN = "not a figure", "not as shown"
_TEN = ",".join(f'"{digit}"' for digit in range(10))
_LONGEST = 99


class Typed(NamedTuple):
    """An answer as formulas have it: its cell, its text without needless spaces, and the cells of the steps.

    ``sees`` is the cell that is 1 where a formula can see what a cell shows.
    """

    raw: str
    text: str
    steps: tuple[str, ...]
    sees: str


def literal(words: str) -> str:
    """A text as a formula writes it."""
    return '"' + words.replace('"', '""') + '"'


def _array(values: Iterable[str | int], between: str = ",") -> str:
    return "{" + between.join(str(each) if isinstance(each, int) else literal(each) for each in values) + "}"


@lru_cache(maxsize=256)
def number_steps(typed: Typed, unit: str, decimals: int) -> tuple[list[str], str]:
    """The formulas of the steps to a number, and of the number itself: as typed, BAD or UNSEEN.

    The last step is 2 where the cell shows the number rounded to fewer ``decimals`` than are printed.
    """
    dress = dress_of(unit)
    words, after, body, sign, digits, shown = typed.steps
    first = f'MIN(FIND({{{_TEN},"."}},{body}&"0123456789."))'
    units = [word for word, _ in dress.after]
    lengths = _array(map(len, units))
    matched = f"(RIGHT({words},{lengths})={_array(units)})"
    steps = [
        _one_dash(f"LOWER({typed.text})"),
        f"SUMPRODUCT(MAX({matched}*{lengths}))" if units else "0",
        f"TRIM(LEFT({words},LEN({words})-{after}))",
        f'SUBSTITUTE(LEFT({body},{first}-1)," ","")',
        f"MID({body},{first},{_LONGEST})",
        _shows_number(typed, unit, decimals),
    ]
    sizes = {size for _, size in dress.after}
    size = f"IF({after}=0,1,SUMPRODUCT(MAX({matched}*({lengths}={after})*{_array(size for _, size in dress.after)})))"
    is_sign = f"OR({sign}={_array(dress.before)})"
    if dress.needs_size:
        is_sign = f"AND({is_sign},OR({after}>0,ISERROR(FIND({literal(dress.currency)},{sign}))))"
    value = f'{_value(digits)}{f"*{size}" if sizes > {1} else ""}*IF(ISERROR(FIND("-",{sign})),1,-1)'
    read = f'IF(AND({is_sign},{_are_digits(digits, ".,")}),IF({_is_grouped(digits)},{value},"{BAD}"),"{BAD}")'
    percent = f"{typed.raw}*100" if unit == "%" else f'"{BAD}"'
    stored = f'IF({shown}=0,"{UNSEEN}",IF({letter(typed.raw)}="P",{percent},{typed.raw}))'
    number = f'IF(ISLOGICAL({typed.raw}),"{BAD}",IF(ISNUMBER({typed.raw}),{stored},{read}))'
    return steps, f'IF({typed.text}="","",IFERROR({number},"{BAD}"))'


def _one_dash(text: str) -> str:
    for dash in MINUSES:
        text = f'SUBSTITUTE({text},"{dash}","-")'
    return text


def _are_digits(text: str, others: str = "") -> str:
    """The test that a text has digits and those others alone."""
    characters = _array([*(str(digit) for digit in range(10)), *others])
    return f'AND({text}<>"",SUMPRODUCT(LEN({text})-LEN(SUBSTITUTE({text},{characters},"")))=LEN({text}))'


def _parts(digits: str) -> tuple[str, str]:
    """What stands before a number's point, and behind it."""
    point = f'FIND(".",{digits}&".")'
    return f"LEFT({digits},{point}-1)", f"MID({digits},{point}+1,{_LONGEST})"


def _is_grouped(digits: str) -> str:
    """The test that commas part thousands, and that there is at most one point, with digits behind it."""
    whole, decimals = _parts(digits)
    plain = f'SUBSTITUTE({whole},",","")'
    grouped = f'IF(ISERROR(FIND(",",{whole})),TRUE,TEXT(VALUE({plain}),"#,##0")={whole})'
    return f'AND({grouped},ISERROR(FIND(",",{decimals})),ISERROR(FIND(".",{decimals})),RIGHT({digits},1)<>".")'


def _value(digits: str) -> str:
    """The number that digits mean, in whatever language the program runs: no point and no comma is left to it."""
    whole, decimals = _parts(digits)
    return f'(VALUE("0"&SUBSTITUTE({whole},",",""))+VALUE("0"&{decimals})/10^LEN({decimals}))'


def letter(raw: str) -> str:
    """The first letter of what CELL tells of a number format; that of a plain one, in programs that tell nothing."""
    return f'IFERROR(LEFT(CELL("format",{raw}),1),"G")'


def _shows_number(typed: Typed, unit: str, decimals: int) -> str:
    """1 where a cell shows its number as it is printed, with its unit or none; 2 where it shows it rounded; else 0."""
    raw, shown_as = typed.raw, letter(typed.raw)
    currency = dress_of(unit).currency
    excel = f'OR({shown_as}="D",{shown_as}="S"{"" if currency else f",{shown_as}=" + literal("C")})'
    bodies = [(f"{whole}{places}", len(places[1:])) for whole in ("0", "#,##0", "#") for places in _PLACES]
    befores, afters = zip(*_around(unit), strict=True)
    codes = [*bodies, *(("0" * digits, 0) for digits in range(2, 9))]
    plain = f"TEXT({raw},{_array(befores, ';')}&{_array(body for body, _ in codes)}&{_array(afters, ';')})"
    signed = [(f"{before}{body}", places) for before in dict.fromkeys(("", currency)) for body, places in bodies]
    brackets = f'"("&TEXT(-{raw},{_array(body for body, _ in signed)})&")"'
    percent = f'IF({shown_as}="P",100,1)*{raw}'
    found = "+".join(
        (
            f'1000*ISNUMBER(MATCH({raw}&"",{raw},0))',
            _matches(plain, raw, percent, [places for _, places in codes], decimals),
            f"IF({raw}<0,{_matches(brackets, raw, percent, [places for _, places in signed], decimals)},0)",
        )
    )
    shown = f'IF({shown_as}="S",0,LOOKUP({found},{{0,1,1000}},{{0,2,1}}))'
    return f"IF(ISNUMBER({raw}),IF({typed.sees}=1,{shown},IF({excel},0,1)),1)"


_PLACES = ("", *("." + "0" * places for places in range(1, 7)))


def _matches(texts: str, raw: str, figure: str, places: Sequence[int], decimals: int) -> str:
    """Count what a cell shows among texts of so many decimals: 1000 and more where that is the figure as printed."""
    each = _array(places)
    is_exact = f"(({each}>={decimals})+(ROUND({figure},{each})=ROUND({figure},{decimals}))>0)"
    return f"SUMPRODUCT(ISNUMBER(MATCH({texts},{raw},0))*(1+1000*{is_exact}))"


def _around(unit: str) -> list[tuple[str, ...]]:
    """What may stand around the digits in a number format: nothing, spaces, or the unit, as the code writes them."""
    dress = dress_of(unit)
    words = [word for word, size in dress.after if size == 1 or dress.needs_size]
    units = [("", word) for word in words] + [("", f" {word}") for word in words]
    signs = [(dress.currency, word if dress.needs_size else "") for word in words or [""]] if dress.currency else []
    spaced = [("", " "), (" ", ""), (" ", " "), (f" {dress.currency}", " "), ("+", "")]
    literals = dict.fromkeys((("", ""), *units, *signs, *spaced))
    escaped = [tuple("".join(f"\\{each}" for each in text) for text in pair) for pair in literals]
    return [*escaped, *([("", "%"), ("", "\\ %")] if unit == "%" else [])]


@lru_cache(maxsize=256)
def date_steps(typed: Typed, since: date | None, *, estimate: bool) -> tuple[list[str], str]:
    """The formulas of the steps to a date, and of the date itself: its serial number, or BAD.

    ``since`` and ``estimate`` are as in ``read_date``.
    """
    words, first, second, third, month, year = typed.steps
    text = f"LOWER({typed.text})"
    for between in (*MINUSES, "-", ".", "/", ","):
        text = f'SUBSTITUTE({text},"{between}"," ")'
    steps = [
        f'TRIM(SUBSTITUTE(" "&{text}&" "," of "," "))',
        _word(words, 1),
        _word(words, 2),
        _word(words, 3),
        _month(first, second, third),
        _year(first, third, month, since),
    ]
    day = f"IF({_is_year(first, third)},{_without_ordinal(third)},{_without_ordinal(first)})"
    is_day = f"AND(LEN({day})<3,{_are_digits(day)})"
    made = f"DATE({year},{month},VALUE({day}))"
    on_day = f'IF({is_day},IF(AND(DAY({made})=VALUE({day}),MONTH({made})={month}),{made},"{BAD}"),"{BAD}")'
    ends = f'IF({first}="end",DATE({year},{month}+1,0),{on_day})' if estimate else on_day
    count = f'LEN({words})-LEN(SUBSTITUTE({words}," ",""))'
    read = f'IF(OR({count}<1,{count}>2,{month}=0,{year}=0),"{BAD}",{ends})'
    stored = f'IF({_shows_date(typed, needs_year=since is None)},INT({typed.raw}),"{BAD}")'
    found = f"IF(ISNUMBER({typed.raw}),{stored},{read})"
    return steps, f'IF({typed.text}="","",IFERROR({found},"{BAD}"))'


def _word(words: str, place: int) -> str:
    return f'TRIM(MID(SUBSTITUTE({words}," ",REPT(" ",{_LONGEST})),{(place - 1) * _LONGEST + 1},{_LONGEST}))'


def _without_ordinal(text: str) -> str:
    return f"IF(OR(RIGHT({text},2)={_array(ORDINALS)}),LEFT({text},LEN({text})-2),{text})"


def _is_year(first: str, third: str) -> str:
    """The test that a date begins with its year, as in 2025-10-15."""
    return f'AND({third}<>"",LEN({first})=4,{_are_digits(first)})'


def _month(first: str, second: str, third: str) -> str:
    """The number of a month by its name, or by its digits where a year is given; 0 for none."""
    place = f"MATCH({second},{_array(MONTHS)},0)"
    by_name = f"INDEX({_array(MONTHS.values())},{place})"
    is_number = f'AND({first}<>"end",{third}<>"",LEN({second})<3,{_are_digits(second)})'
    return f"IF(ISNUMBER({place}),{by_name},IF({is_number},VALUE({second}),0))"


def _year(first: str, third: str, month: str, since: date | None) -> str:
    """The year that was typed, or else the first in which the day comes round; 0 for none."""
    typed = f"IF({_is_year(first, third)},{first},{third})"
    whole = (
        f"IF(LEN({typed})=2,2000+VALUE({typed}),IF(LEN({typed})=4,IF(VALUE({typed})<{EARLIEST},0,VALUE({typed})),0))"
    )
    coming = f"IF({month}<{since.month},{since.year + 1},{since.year})" if since else "0"
    return f'IF({third}="",{coming},IF({_are_digits(typed)},{whole},0))'


def _shows_date(typed: Typed, *, needs_year: bool) -> str:
    """The test that a cell shows its number as a day, day before month; that is all of what Excel calls D1 to D5."""
    raw = typed.raw
    years = ("yy", "yyyy") if needs_year else ("yy", "yyyy", "")
    codes = [
        between.join(part for part in (day, month, year) if part)
        for between in ("/", "-", " ", ".")
        for day in ("d", "dd")
        for month in ("m", "mm", "mmm", "mmmm")
        for year in years
    ]
    codes += ["yyyy-mm-dd", "dd/mm/yyyy hh:mm", "dd/mm/yyyy h:mm", "dddd, d mmmm yyyy", "dddd d mmmm yyyy"]
    seen = f"SUMPRODUCT(--ISNUMBER(MATCH(TEXT({raw},{_array(codes)}),{raw},0)))>0"
    told = f'ISERROR(MATCH(LEFT(CELL("format",{raw}),2),{_array(("D3", "D6", "D7", "D8", "D9"))},0))'
    return f"AND({raw}>=1,IF({typed.sees}=1,{seen},{told}))"
