"""The register's sheets of what is promised: actions of measures and groups, and what members recommended."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model.action import MEETING, Promise, Subject, Whole, id_of
from generator.model.measure import code_key
from generator.model.problem import Problem, nearest
from generator.model.register import Register
from generator.model.shape import THE_REPORT
from generator.reading.register.headed_sheet import SheetRow, further_sheet
from generator.xlsx import Book

ACTIONS, RECOMMENDATIONS = "Actions", "Recommendations"
SHEETS_THAT_ASK = frozenset({ACTIONS, RECOMMENDATIONS})
"""Where a register has one of these, forms ask for actions; a new project's asks for none."""

PART_OF = "Part of"
ACTION_HEADERS = ("Code", "For", "Title", "Owner", "Start", "Due", PART_OF)
RECOMMENDATION_HEADERS = ("Meeting", "Text", "Owner", "Due")
_LONGEST = 500
"""Characters of what is promised; it stands in a cell of a form, and of a table."""


type_of_found = Iterator[tuple[SheetRow, Promise]]
type_of_reader = Callable[[Sequence[SheetRow]], type_of_found]


class _ActionRow(NamedTuple):
    """A row of the sheet of actions, with what says what it is for."""

    under: SheetRow
    code: str
    about: str
    part_of: str

    @classmethod
    def of(cls, row: SheetRow) -> "_ActionRow":
        return cls(row, row.text("Code"), row.text("For"), row.text(PART_OF))


def with_promises(book: Book, file: str, register: Register, told: list[Problem]) -> Register:
    """The register with them, if it has such sheets, adding to ``told`` what is wrong there."""
    groups = _groups(register)
    readers: dict[str, tuple[tuple[str, ...], tuple[str, ...], type_of_reader]] = {
        ACTIONS: (ACTION_HEADERS, ("For", "Title", "Due"), lambda rows: _actions(rows, register, groups)),
        RECOMMENDATIONS: (RECOMMENDATION_HEADERS, ("Meeting", "Text"), _recommendations),
    }
    there, found = False, dict[str, Promise]()
    for name, (headers, needed, read) in readers.items():
        if (under := further_sheet(book, file, name, headers, needed)) is None:
            continue
        there = True
        for row, promise in read(tuple(under.rows())) if not under.has_errors else ():
            _add(found, promise, row, needed[1])
        told += under.told
    return replace(register, promises=tuple(found.values()), has_actions=True) if there else register


def _add(found: dict[str, Promise], promise: Promise, row: SheetRow, heading: str) -> None:
    if promise.id in found:
        fault = "it stands here twice, for the same measure, group or meeting, or under the same code."
        row.note(heading, promise.title, fault, "Delete the row, or give each a code of its own.")
    found.setdefault(promise.id, promise)


def _actions(rows: Sequence[SheetRow], register: Register, groups: Mapping[str, str]) -> type_of_found:
    """The actions, and then those that are part of one of them."""
    read = [_ActionRow.of(row) for row in rows]
    projects: dict[str, Promise] = {}
    codes = {code_key(row.code): row for row in read if row.code and (row.about or row.part_of)}
    for row in (each for each in read if not each.part_of):
        if promise := _action(row, register, groups):
            projects |= {code_key(promise.id): promise} if code_key(promise.id) in codes else {}
            yield row.under, promise
    for row in (each for each in read if each.part_of):
        row.under.refuse_number(PART_OF)
        project = projects.get(code_key(row.part_of))
        if project is None:
            _refuse_project(row, codes)
        elif promise := _action(row, register, groups, project):
            yield row.under, promise


def _refuse_project(row: _ActionRow, codes: Mapping[str, _ActionRow]) -> None:
    """Say why nothing is a part of what is named; of an action that has a fault itself, that is told already."""
    remedy = f"Write the code of an action that is no part itself, or clear “{PART_OF}”."
    found = codes.get(code_key(row.part_of))
    if found is None:
        known = [each.code for each in codes.values()]
        fault = f"no action of this sheet has it as a code of its own.{nearest(row.part_of, known)}"
    elif found is row:
        fault = "an action is no part of itself."
    elif code_key(found.part_of) == code_key(row.code) != "":
        fault = f"the action in row {found.under.number} is a part of this one, so the two are part of each other."
    elif found.part_of:
        fault = f"the action in row {found.under.number} is a part itself, and parts have no parts of their own."
    else:
        return
    row.under.note(PART_OF, row.part_of, fault, remedy)


def _action(
    read: _ActionRow, register: Register, groups: Mapping[str, str], project: Promise | None = None
) -> Promise | None:
    row, goes_with_it = read.under, project and not read.about and not register.find(read.code)
    title = _said(row, "Title")
    subject = project.subject if project and goes_with_it else _subject(read, register, groups)
    due = row.day("Due")
    start = row.day("Start") if row.text("Start") else None
    row.refuse_number("Code")
    if not title or subject is None or due is None:
        return None
    if start and start > due:
        row.note("Start", row.text("Start"), "it is after the day under Due.", "Correct one of them.")
    if project and subject != project.subject:
        heading = "For" if read.about else "Code"
        fault = f"“{project.title}”, which it is a part of, is for something else."
        row.note(heading, row.text(heading), fault, "Clear the cell: a part is for what the whole is for.")
    own = _published(row, "Code", read.code) if read.about or goes_with_it else ""
    return Promise(
        id=own or id_of(subject, title),
        subject=subject,
        title=title,
        owner=_short(row, "Owner", row.text("Owner")),
        start=start,
        due=due,
        part_of=Whole(project.id, project.title) if project else None,
        place=row.place("Due"),
    )


def _subject(row: _ActionRow, register: Register, groups: Mapping[str, str]) -> Subject | None:
    """The measure or group that an action is for; where the column For is empty, Code is the measure's."""
    heading = "For" if row.about else "Code"
    name = row.about or row.code or row.under.required("For")
    if measure := register.find(name) if name else None:
        return Subject(measure.code)
    if heading == "For" and code_key(name) in groups:
        return Subject(about=groups[code_key(name)])
    if name:
        known = (*register.codes, *groups.values())
        fault = f"there is no such measure or group.{nearest(name, known)}"
        row.under.note(heading, name, fault, f"Write the code of a measure, the name of a group, or “{THE_REPORT}”.")
    return None


def _groups(register: Register) -> dict[str, str]:
    """What groups are known by, and the names of their levels together; a name alone is that of the widest."""
    names = register.groups
    alone = {path[-1]: name for path, name in reversed(tuple(names.items()))}
    as_named = {name: name for name in names.values()}
    return {
        code_key(each): name
        for each, name in {**register.groups_once_named, **alone, **as_named, THE_REPORT: ""}.items()
    }


def _recommendations(rows: Sequence[SheetRow]) -> type_of_found:
    return ((row, promise) for row in rows if (promise := _recommendation(row)))


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
