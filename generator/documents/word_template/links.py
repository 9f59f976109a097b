"""What the parts of a Word package lead to, and which of it a report may lead to.

The rule is a list of what a report needs. Whatever else a part leads to is left out; and where it would fetch, run or
embed something, the template is refused, for whoever made it means to see that in the report.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from generator.documents.word_document.package import SAVE_AS
from generator.documents.word_template.part import parsed

PROPERTIES = frozenset({"core-properties", "extended-properties", "custom-properties"})
TEXTS = frozenset({"officeDocument", "header", "footer", "footnotes", "endnotes"})
CHARTS = frozenset({"chart", "chartEx", "chartUserShapes"})
DIAGRAMS = frozenset({"diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"})
PICTURES = frozenset({"image", "hdphoto"})
FONT = "font"

CARRIED = (
    frozenset(
        {"styles", "numbering", "settings", "fontTable", "theme", "themeOverride", "chartStyle", "chartColorStyle"}
    )
    | PROPERTIES
    | TEXTS
    | CHARTS
    | DIAGRAMS
    | PICTURES
    | {FONT}
)
"""The kinds of part that a published document has; all others are left out, known or not."""

_EMBEDDED = ("an object of another program", "Delete it, or paste it as a picture.")
_REFUSED = {
    "aFChunk": (
        "another file that is put in whole",
        "Open the template in Word and save it: its text becomes the template's.",
    ),
    "subDocument": ("another document", "Put its text into the template."),
    **dict.fromkeys(("vbaProject", "wordVbaData"), ("macros", SAVE_AS)),
    **dict.fromkeys(("attachedToolbars", "extensibility"), ("buttons of its own", SAVE_AS)),
    **dict.fromkeys(("oleObject", "package", "control", "activeXControlBinary"), _EMBEDDED),
}
_MAIL_MERGE = ("a list of addresses", "Choose Mailings > Start Mail Merge > Normal Word Document, and save.")
_EXTERNAL = {
    "attachedTemplate": (
        "another template",
        "Choose File > Options > Add-ins > Manage: Templates > Go, clear “Document template”, and save.",
    ),
    "image": ("a picture that is not in the file", "Delete it, and insert the picture itself."),
    "mailMergeSource": _MAIL_MERGE,
    "mailMergeHeaderSource": _MAIL_MERGE,
}

_OTHERWISE = {f"{each}Properties": f"{each}-properties" for each in ("core", "extended", "custom")}
"""What some kinds are called in the Strict Open XML format."""

_SHOWN = 100
_RELS = ".rels"
_PAGE = re.compile(r"(?:https?://|mailto:|tel:|#)[^\\]*$", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?!.*(?:\.\.|%3a|%2f|%5c))[^/\\:]+(?:/[^/\\:]+)*\.(?:pdf|docx|xlsx|pptx|html?|csv|txt)(?:#[^\\]*)?$",
    re.IGNORECASE,
)
_HERE = re.compile(r"(?:file:/{0,3})?(?:[A-Z]:[\\/]|/Users/|(?:\.\.?[\\/])*(?:[^\\/:]+:)*[^\\/:]+$)", re.IGNORECASE)
"""A path on the computer that the template was made on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relationship of a part, or of the package (``source`` is empty), by the last word of its type.

    ``target`` is the name of a part as the package has it, or where there is none, as it is asked for; outside the
    package, it is the address.
    """

    source: str
    id: str
    kind: str
    target: str
    external: bool


def rels_of(parts: Collection[str]) -> Iterator[tuple[str, str]]:
    """The name of every part that lists relationships, and of the part whose they are; empty for the package."""
    known = {name.casefold(): name for name in parts}
    for name in parts:
        folder, inside, file = name.rpartition("_rels/")
        if inside and file.lower().endswith(_RELS):
            source = f"{folder}{file[: -len(_RELS)]}"
            yield name, known.get(source.casefold(), source)


def links_of(parts: Mapping[str, bytes]) -> Iterator[Link]:
    """All relationships of a package whose parts are well-formed."""
    known = {name.casefold(): name for name in parts}
    for name, source in rels_of(parts):
        for each in parsed(parts[name]).iter("{*}Relationship"):
            external, target = each.get("TargetMode") == "External", each.get("Target") or ""
            yield Link(
                source=source,
                id=each.get("Id") or "",
                kind=_kind(each.get("Type") or ""),
                target=target if external else _part_at(posixpath.dirname(source), target, known),
                external=external,
            )


def _kind(type_: str) -> str:
    word = type_.rpartition("/")[2]
    return _OTHERWISE.get(word, word)


def _part_at(folder: str, target: str, known: Mapping[str, str]) -> str:
    path = target.partition("#")[0]
    path = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
    return known.get(path.casefold()) or known.get(unquote(path).casefold()) or path


def leads_to_a_page(address: str) -> bool:
    """Whether a link leads to a web page, an e-mail, a document beside the report, or nowhere."""
    return not address or bool(_PAGE.match(address) or _BESIDE.match(address))


def fault_of(link: Link) -> tuple[str, str] | None:
    """Say what is wrong with a link, and what to do; None where it may be there, whether it is carried over or not."""
    shown = link.target if len(link.target) <= _SHOWN else f"{link.target[:_SHOWN]}…"
    if link.external:
        if link.kind == "hyperlink":
            fault = f"a link leads to “{shown}”, which is a file or a program, and not a web page."
            return None if leads_to_a_page(link.target) else (fault, "Correct the link, or delete it.")
        if link.kind == "attachedTemplate" and _HERE.match(link.target):
            return None
        what, remedy = (
            _EXTERNAL.get(link.kind) or _REFUSED.get(link.kind) or ("something", "Delete what it belongs to.")
        )
        return f"it fetches {what} from “{shown}” when it is opened.", remedy
    if link.kind not in _REFUSED or _is_workbook_of_chart(link):
        return None
    what, remedy = _REFUSED[link.kind]
    return f"it holds {what} ({shown}).", remedy


def is_carried(link: Link) -> bool:
    """Whether what a link leads to goes into the published document."""
    return not link.external and link.kind in CARRIED


def is_kept(link: Link) -> bool:
    """Whether the link itself goes into the published document."""
    return is_carried(link) or link.kind == "hyperlink"


def _is_workbook_of_chart(link: Link) -> bool:
    """A chart made in Word keeps its figures in a workbook, with its author's name; it shows without."""
    return link.kind == "package" and "chart" in link.source.casefold()
