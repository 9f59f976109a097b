"""The codes of number formats, with those that are known by number alone."""

from collections.abc import Mapping
from types import MappingProxyType

FORMAT_CHARACTERS = 255
"""Excel's own limit for the code of a number format; a longer one is cut, so that what it costs is bounded."""

SHORT_DATE, _YEAR_MONTH_DAY = "dd/mm/yyyy", "yyyy/m/d"
_BUILT_IN: Mapping[int, str] = MappingProxyType(
    {
        1: "0",
        2: "0.00",
        3: "#,##0",
        4: "#,##0.00",
        **dict.fromkeys((5, 6), '"£"#,##0;-"£"#,##0'),
        **dict.fromkeys((7, 8), '"£"#,##0.00;-"£"#,##0.00'),
        9: "0%",
        10: "0.00%",
        11: "0.00E+00",
        12: "# ?/?",
        13: "# ??/??",
        14: SHORT_DATE,
        15: "d-mmm-yy",
        16: "d-mmm",
        17: "mmm-yy",
        18: "h:mm AM/PM",
        19: "h:mm:ss AM/PM",
        20: "h:mm",
        21: "h:mm:ss",
        22: "dd/mm/yyyy h:mm",
        **dict.fromkeys((*range(27, 32), 34, 35, 36), _YEAR_MONTH_DAY),
        **dict.fromkeys((32, 33), "h:mm:ss"),
        **dict.fromkeys((37, 38), "#,##0_);(#,##0)"),
        **dict.fromkeys((39, 40), "#,##0.00_);(#,##0.00)"),
        41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
        42: '_-"£"* #,##0_-;-"£"* #,##0_-;_-"£"* "-"_-;_-@_-',
        43: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
        44: '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-',
        45: "mm:ss",
        46: "[h]:mm:ss",
        47: "mm:ss.0",
        48: "##0.0E+0",
        49: "@",
        **dict.fromkeys((*range(50, 59), *range(71, 75), 81), _YEAR_MONTH_DAY),
        **dict.fromkeys((59, 61), "t0"),
        60: "t0.00",
        62: "t#,##0.00",
        67: "t0%",
        68: "t0.00%",
        69: "t# ?/?",
        70: "t# ??/??",
        **dict.fromkeys(range(75, 81), "h:mm:ss"),
    }
)
"""The codes of the formats that are known by number alone, as the UK shows them: a currency or date without a code of
its own is that of the system (18.8.30 has those of East Asia and Thailand)."""


def code_of(number: int, code: str | None) -> str:
    """The code of a number format, its own or that of a built-in one; empty for General."""
    found = _BUILT_IN.get(number, "") if code is None else code[:FORMAT_CHARACTERS]
    return "" if found == "General" else found
