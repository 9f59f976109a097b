"""The tags of a Word template: found however Word has split them over runs, and told with their place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.commentary.placeholders import UNSEEN
from generator.model.problem import Place, Problem, Unusable, nearest, problem

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

BLOCKS = {each: f"end{each}" for each in ("if", "for", "macro", "call", "set", "with", "filter")}
BRANCHES = {"elif": ("if",), "else": ("if", "for")}
OURS = ("cellbg", "parabg", "restart_list", "keep_with_next", "row_may_break", "contents")
"""Tags of ours that say something of the paragraph or cell they stand in."""

CHART = "chart"
_NOT_OFFERED = {"filter", "endfilter", "call", "endcall", "endset"}
_WORDS = tuple(each for each in (*BLOCKS, *BLOCKS.values(), *BRANCHES, *OURS, CHART) if each not in _NOT_OFFERED)
_MOST_FAULTS, _SHOWN = 100, 200
_NO_FIELD = re.compile("there is no field “(.+?)”")
_OURS_ALONE = re.compile(r"(?<![\w.])_\w")
_QUOTED_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag as Jinja2 will read it. ``reach`` is what it stands for: ``p``, ``tr``, ``tc``, ``r`` or nothing."""

    code: str
    prints: bool
    reach: str = ""
    source: str
    place: str

    @property
    def word(self) -> str:
        """The word that says what a statement does; empty where something is printed."""
        return "" if self.prints else self.code.partition(" ")[0]

    @property
    def rest(self) -> str:
        """What follows the word."""
        return self.code.partition(" ")[2].strip()

    @property
    def opens_block(self) -> bool:
        """Whether an end must follow."""
        return self.word in BLOCKS and not (self.word == "set" and "=" in self.rest)


@dataclass(frozen=True, slots=True)
class Source:
    """A part as Jinja2 reads it. Every tag starts on a line of its own, so that a line number finds the tag."""

    text: str
    tags: tuple[tuple[int, Tag], ...]

    def tag_at(self, line: int) -> Tag | None:
        """Give the tag at a line, or the last before it."""
        at = bisect_right([start for start, _ in self.tags], line)
        return self.tags[at - 1][1] if at else None

    def tag_with(self, name: str) -> Tag | None:
        """Give the first tag that names a field."""
        named = re.compile(rf"\b{name}\b")
        return next((tag for _, tag in self.tags if named.search(tag.code)), None)


class Faults:
    """What is wrong with a template, gathered so that all of it can be told at once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def note(self, place: str, fault: str, remedy: str) -> None:
        """Add a fault, once; ``place`` is such as "main text, table 2, row 3". Beyond a hundred no more are added."""
        told = problem("TEMP01", Place(self.file, cell=place or None), fault=fault, remedy=remedy)
        if not self.many and told not in self.found:
            self.found.append(told)

    @property
    def many(self) -> bool:
        """Whether there are so many that no more are added."""
        return len(self.found) >= _MOST_FAULTS

    def note_at(self, tag: Tag | None, words: str, label: str = "") -> None:
        """Add what is wrong with a tag, or with a part where no tag is known; a name that is called is a macro's."""
        at, remedy = (f"“{_quoted(tag)}”: ", "Correct the tag in Word.") if tag else ("", "Correct it in Word.")
        called = _NO_FIELD.match(words)
        if tag and called and re.search(rf"\b{re.escape(called[1])}\s*\(", tag.code):
            words = f"there is no macro “{called[1]}” above it."
            part = f"from {{%p macro {called[1]}(…) %}} to {{%p endmacro %}}"
            remedy = f"Put the part {part} before the first tag that uses it."
        sentence = words if words.endswith("?") else f"{words.rstrip('.')}."
        self.note(tag.place if tag and tag.place else label, f"{at}{sentence}", remedy)

    def stop_if_any(self) -> None:
        """Raise Unusable with everything found so far."""
        if self.found:
            raise Unusable(self.found)


def _quoted(tag: Tag) -> str:
    """A tag as it can be looked for in Word: as it was written, and of a long one its beginning."""
    return tag.source if len(tag.source) <= _SHOWN else f"{tag.source[:_SHOWN]}…"


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
