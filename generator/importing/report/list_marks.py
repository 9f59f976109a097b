"""What stands before the items of a document's lists: a dash, or the number that Word shows."""

from lxml import etree

from generator.importing.report.word_xml import attribute, first_child, tag_of


def _shown(level: etree._Element) -> tuple[str, str]:
    """What sort of number items of a level have, and what is printed of it."""
    return attribute(first_child(level, "numFmt")), attribute(first_child(level, "lvlText"))


class ListMarks:
    """Marks list items in their order; numbers are counted for each list and level."""

    def __init__(self, numbering: etree._Element | None) -> None:
        """Take the document's part about its lists; None where it has none."""
        self._levels: dict[str, dict[str, tuple[str, str]]] = {}
        self._counts: dict[tuple[str, str], int] = {}
        abstract: dict[str, dict[str, tuple[str, str]]] = {}
        for each in () if numbering is None else numbering:
            if tag_of(each) == "abstractNum":
                levels = [level for level in each if tag_of(level) == "lvl"]
                abstract[attribute(each, "abstractNumId")] = {
                    attribute(level, "ilvl"): _shown(level) for level in levels
                }
            elif tag_of(each) == "num":
                self._levels[attribute(each, "numId")] = abstract.get(attribute(first_child(each, "abstractNumId")), {})

    def mark(self, numbered: etree._Element) -> str:
        """The mark of the next item of a list, as an officer would type it; empty where it has none."""
        name, level = attribute(first_child(numbered, "numId")), attribute(first_child(numbered, "ilvl")) or "0"
        if name in {"", "0"}:
            return ""
        sort, text = self._levels.get(name, {}).get(level, ("bullet", ""))
        if sort in {"bullet", "none"}:
            return "- "
        self._counts[name, level] = number = self._counts.get((name, level), 0) + 1
        return f"{number}) " if text.endswith(")") else f"{number}. "
