"""Addresses of measures and directorates: anchors within a page, and names of files."""

import itertools
import re

_LONGEST = 80  # of a file name there may be 255 bytes


def anchor(text: str) -> str:
    """The address of a measure or directorate: ``CM PM24`` is ``cm-pm24``."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", text.casefold())).strip("-")[:_LONGEST] or "measure"


class Addresses:
    """The addresses of one page, each of them once: names may differ only in what an address cannot hold."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    def give(self, text: str) -> str:
        """The address of a name, with a number behind it where another name has it already."""
        plain = anchor(text)
        numbered = itertools.chain((plain,), (f"{plain}-{number}" for number in itertools.count(2)))
        address = next(each for each in numbered if each not in self.given)
        self.given.add(address)
        return address
