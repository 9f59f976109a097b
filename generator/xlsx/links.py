"""Which parts of a workbook lead to which: its relationships."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.xlsx.archive import Archive
from generator.xlsx.limits import Fault, Unreadable
from generator.xlsx.markup import read_part, remembered


class PartLink(NamedTuple):
    """A relationship of one part to another, by the last word of its type."""

    type: str
    folder: str
    target: str
    external: bool

    def part(self) -> str:
        """The name of the part that it leads to. Raises Unreadable (UNSAFE) where that is outside the file."""
        target = self.target.replace("\\", "/")
        path = target if target.startswith("/") else f"{self.folder}/{target}"
        steps: list[str] = []
        for step in path.split("/"):
            if self.external or (step == ".." and not steps):
                raise Unreadable(Fault.UNSAFE, "a part of the workbook is outside the file")
            if step == "..":
                steps.pop()
            elif step not in {"", "."}:
                steps.append(step)
        return "/".join(steps)


def part_links_of(archive: Archive, part: str) -> dict[str, PartLink]:
    """The relationships of a part by their id; those of the whole package for ""."""
    folder, _, name = part.rpartition("/")
    where = f"{folder}/_rels/{name}.rels".lstrip("/")
    found = _relationships(archive.read(where)) if where in archive else ()
    return {
        each.get("Id", ""): PartLink(
            each.get("Type", "").rpartition("/")[2],
            folder,
            each.get("Target", ""),
            each.get("TargetMode") == "External",
        )
        for each in found
    }


@remembered
def _relationships(part: bytes) -> tuple[Mapping[str, str], ...]:
    found: list[Mapping[str, str]] = []
    read_part(part, "Relationships", {"Relationship": found.append}, {})
    return tuple(found)
