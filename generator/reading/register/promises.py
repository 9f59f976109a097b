"""The register's sheets of what is promised: actions of measures and groups, and what members recommended."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.model.action import MEETING, Promise, Subject, id_of
from generator.model.measure import code_key
from generator.model.problem import Problem, nearest
from generator.model.register import Register
from generator.model.shape import THE_REPORT
from generator.reading.register.headed_sheet import SheetRow, further_sheet
from generator.xlsx import Book

ACTIONS, RECOMMENDATIONS = "Actions", "Recommendations"
SHEETS_THAT_ASK = frozenset({ACTIONS, RECOMMENDATIONS})
"""Where a register has one of these, forms ask for actions; a new project's asks for none."""

ACTION_HEADERS = ("Code", "For", "Title", "Owner", "Start", "Due")
RECOMMENDATION_HEADERS = ("Meeting", "Text", "Owner", "Due")
_LONGEST = 500
"""Characters of what is promised; it stands in a cell of a form, and of a table."""


def with_promises(book: Book, file: str, register: Register, told: list[Problem]) -> Register:
    """The register with them, if it has such sheets, adding to ``told`` what is wrong there."""
    groups = _groups(register)
    readers: dict[str, tuple[tuple[str, ...], tuple[str, ...], Callable[[SheetRow], Promise | None]]] = {
        ACTIONS: (ACTION_HEADERS, ("For", "Title", "Due"), lambda row: _action(row, register, groups)),
        RECOMMENDATIONS: (RECOMMENDATION_HEADERS, ("Meeting", "Text"), _recommendation),
    }
    there, found = False, dict[str, Promise]()
    for name, (headers, needed, read) in readers.items():
        if (under := further_sheet(book, file, name, headers, needed)) is None:
            continue
        there = True
        for row in under.rows() if not under.has_errors else ():
            if promise := read(row):
                _add(found, promise, row, needed[1])
        told += under.told
    return replace(register, promises=tuple(found.values()), has_actions=True) if there else register


def _add(found: dict[str, Promise], promise: Promise, row: SheetRow, heading: str) -> None:
    if promise.id in found:
        fault = "it stands here twice, for the same measure, group or meeting, or under the same code."
        row.note(heading, promise.title, fault, "Delete the row, or give each a code of its own.")
    found.setdefault(promise.id, promise)


def _action(row: SheetRow, register: Register, groups: Mapping[str, str]) -> Promise | None:
    title, subject = _said(row, "Title"), _subject(row, register, groups)
    due = row.day("Due")
    start = row.day("Start") if row.text("Start") else None
    row.refuse_number("Code")
    if not title or subject is None or due is None:
        return None
    if start and start > due:
        row.note("Start", row.text("Start"), "it is after the day under Due.", "Correct one of them.")
    own = _published(row, "Code", row.text("Code")) if row.text("For") else ""
    return Promise(
        id=own or id_of(subject, title),
        subject=subject,
        title=title,
        owner=_short(row, "Owner", row.text("Owner")),
        start=start,
        due=due,
        place=row.place("Due"),
    )


def _subject(row: SheetRow, register: Register, groups: Mapping[str, str]) -> Subject | None:
    """The measure or group that an action is for; where the column For is empty, Code is the measure's."""
    heading = "For" if row.text("For") else "Code"
    name = row.required("For") if not row.text("Code") else row.text(heading)
    if measure := register.find(name) if name else None:
        return Subject(measure.code)
    if heading == "For" and code_key(name) in groups:
        return Subject(about=groups[code_key(name)])
    if name:
        known = (*register.codes, *groups.values())
        fault = f"there is no such measure or group.{nearest(name, known)}"
        row.note(heading, name, fault, f"Write the code of a measure, the name of a group, or “{THE_REPORT}”.")
    return None


def _groups(register: Register) -> dict[str, str]:
    """What groups are known by, and the names of their levels together; a name alone is that of the widest."""
    paths = dict.fromkeys(each.groups[:depth] for each in register.measures for depth in range(1, len(each.groups) + 1))
    joined = {" > ".join(path): path for path in paths}
    alone = {code_key(path[-1]): name for name, path in reversed(joined.items())}
    widest = {code_key(path[-1]): name for name, path in joined.items() if len(path) == 1}
    return {**alone, **widest, **{code_key(name): name for name in joined}, code_key(THE_REPORT): ""}


def _recommendation(row: SheetRow) -> Promise | None:
    meeting, text = _published(row, "Meeting", row.required("Meeting")), _said(row, "Text")
    due = row.day("Due") if row.text("Due") else None
    if not meeting or not text:
        return None
    subject = Subject(about=f"{MEETING}{meeting}")
    owner = _short(row, "Owner", row.text("Owner"))
    return Promise(id=id_of(subject, text), subject=subject, title=text, owner=owner, due=due)


def _said(row: SheetRow, heading: str) -> str:
    return _short(row, heading, row.required(heading))


def _published(row: SheetRow, heading: str, text: str) -> str:
    return row.published(heading, _short(row, heading, text))


def _short(row: SheetRow, heading: str, text: str) -> str:
    """The text under a heading; where it is too long, that is told of."""
    if len(text) > _LONGEST:
        fault = f"it has {len(text)} characters, and {_LONGEST} are the most."
        row.note(heading, f"{text[:40]}...", fault, "Shorten it.")
    return text
