"""The tags of a Word template: found however Word has split them over runs, and told with their place."""

import re
from collections.abc import Iterator

from generator.commentary.placeholders import UNSEEN
from generator.documents.word_document.tag import BLOCKS, Faults, Tag
from generator.model.problem import nearest

_LONGEST = 2_000
"""Characters of a tag."""

_QUOTED = "|".join(f"{opens}[^{closes}]{{0,300}}{closes}" for opens, closes in ('""', "''", "“”", "‘’"))
_INSIDE = f"(?>{_QUOTED}|.)*?"  # atomic: an odd quotation mark must not cost a search without end
_TAG = re.compile(rf"\{{\{{(?P<prints>{_INSIDE})\}}\}}|\{{%(?P<does>{_INSIDE})%\}}", re.DOTALL)
_OPENED = re.compile(r"\{\{|\{%")
_REACH = re.compile(r"(p|tr|tc|r)\s+(.*)", re.DOTALL | re.IGNORECASE)
_LOOSE = re.compile(r"\{\{|\{%|\}\}|%\}")
_OPENS_INSIDE = re.compile(r"^(?:\"[^\"]*\"|'[^']*'|[^\"'])*?(?:\{\{|\{%)")
_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‘’‚‛", "'")})
_WHITE, _UNSEEN = re.compile(r"\s"), re.compile(f"[{UNSEEN}]")

BRANCHES = {"elif": ("if",), "else": ("if", "for")}
OURS = ("cellbg", "parabg", "restart_list", "keep_with_next", "row_may_break", "contents", "fill_width")
"""Tags of ours that say something of the paragraph or cell they stand in."""

CHART = "chart"
_NOT_OFFERED = {"filter", "endfilter", "call", "endcall", "endset"}
_WORDS = tuple(each for each in (*BLOCKS, *BLOCKS.values(), *BRANCHES, *OURS, CHART) if each not in _NOT_OFFERED)
_OURS_ALONE = re.compile(r"(?<![\w.])_\w")
_QUOTED_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")


def find_tags(text: str, place: str, faults: Faults) -> list[tuple[int, int, Tag]]:
    """Find the tags of a paragraph's text: where each starts, where it ends, and what it is."""
    found, end = [], 0
    for match in _tags_of(text):
        _refuse_loose(text[end : match.start()], text, place, faults)
        end = match.end()
        tag = _read(match, place)
        if _OPENS_INSIDE.search(tag.code):
            _unclosed(text, place, faults)
        elif not tag.prints and tag.word not in _WORDS:
            _unknown(tag, faults)
        elif _OURS_ALONE.search(_QUOTED_TEXT.sub("", tag.code)):
            faults.note(place, f"“{tag.source}” uses a name that starts with _.", "Such names are the program's own.")
        elif tag.word == "set" and "=" not in tag.rest:
            faults.note(place, f"“{tag.source}” gives no value.", "Write it like {% set name = page.heading %}.")
        else:
            found.append((match.start(), end, tag))
    _refuse_loose(text[end:], text, place, faults)
    return found


def _tags_of(text: str) -> Iterator[re.Match[str]]:
    """Find one tag after the other. Where one is never closed, no more are looked for: each would cost as much."""
    opened = _OPENED.search(text)
    while opened and (match := _TAG.match(text, opened.start(), opened.start() + _LONGEST)):
        yield match
        opened = _OPENED.search(text, match.end())


def _read(match: re.Match[str], place: str) -> Tag:
    prints = match["prints"] is not None
    code = match["prints"] if prints else match["does"]
    reach = _REACH.match(code)
    if reach and not (prints and reach[1].lower() in {"tr", "tc"}):
        kind, code = reach[1].lower(), reach[2]
    else:
        kind = ""
    code = (
        _UNSEEN.sub("", _WHITE.sub(" ", code.translate(_STRAIGHT))).strip("-+").strip()
    )  # runs are cut apart here, so there is no space to trim
    return Tag(code=code, prints=prints, reach=kind, source=match[0], place=place)


def _refuse_loose(between: str, text: str, place: str, faults: Faults) -> None:
    loose = _LOOSE.search(between)
    if loose and loose[0] in {"{{", "{%"}:
        _unclosed(text, place, faults)
    elif loose:
        faults.note(
            place, f"“{loose[0]}” closes a tag that was never opened, in “{short(text)}”.", "Open it, or take it out."
        )


def _unclosed(text: str, place: str, faults: Faults) -> None:
    faults.note(
        place,
        f"a tag is opened and not closed in “{short(text)}”.",
        "Close it in the same paragraph: {{ … }} or {% … %}.",
    )


def _unknown(tag: Tag, faults: Faults) -> None:
    known = ", ".join(each for each in _WORDS if not each.startswith("end"))
    faults.note(
        tag.place,
        f"“{tag.source}” is not a tag that can be used here.{nearest(tag.word, _WORDS)}",
        f"Use one of: {known}; or, to print something, {{{{ … }}}}.",
    )


def short(text: str, length: int = 70) -> str:
    """Cut a text for a message."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
