"""A council's own list becomes inputs/register.xlsx: read, drafted, tried out, and written, with its mapping file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.importing.drafted_register import DraftedRegister, ProjectWants, drafted_register
from generator.importing.drafting.levels import COLOURS
from generator.importing.groups_in_settings import groups_line, groups_wanted, with_groups
from generator.importing.layout import RegisterLayout, layout_of
from generator.importing.mapping_file import ListMapping, mapping_of, read_mapping
from generator.importing.meaning.fields import TARGETS, ListField
from generator.importing.read_this import sections_of
from generator.importing.register_workbook import register_workbook
from generator.judging.fitness import unrated_kinds
from generator.judging.scheme import BY_JUDGEMENT, Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.english import counted, listed
from generator.model.problem import Place, Problem, Unusable, problem
from generator.project.folder import Project
from generator.project.load import ROOM_FOR_A_REGISTER, columns_asked, scheme_path, settings_of
from generator.project.ready_shapes import DEFAULT, ready_shape
from generator.project.settings import Settings, read_settings
from generator.project.team_files import name_of, read_file
from generator.reading.register.fit_register import check_fitness
from generator.reading.register.read_register import read_register
from generator.xlsx import Book, Unreadable, read_book

MAPPING = "register-mapping.toml"
"""The mapping file, beside the register."""

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import would write, and what it has to say."""

    register: DraftedRegister
    layout: RegisterLayout
    workbook: bytes
    mapping: ListMapping
    to_do: tuple[str, ...]
    settings: str | None
    """The settings with the list's directorates, where theirs were others; None where they stay as they are."""
    open_places: tuple[Problem, ...]
    """What `scorecard issue` would say of the register."""


def import_list(project: Project, file: Path, book: Book, *, today: date) -> Imported:
    """Draft the register from the list in a file, which is opened already; nothing is written. Raises Unusable."""
    settings = settings_of(project)
    before, default = mapping_before(project), _scheme(project, settings.scheme)
    name = project.relative(file)
    register = drafted_register(book, before, _wanted(project, settings, default))
    if register is None:
        raise Unusable([problem("IMP02", Place(name), seen="", mapping=f"inputs/{MAPPING}")])
    if not register.drafts:
        row = register.table.heading_rows[-1]
        raise Unusable([problem("IMP08", Place(name), row=row, mapping=f"inputs/{MAPPING}")])
    layout = layout_of(register, _levels(settings))
    changed, told = _in_settings(register, settings, project)
    to_do = (*told, *_to_do(register, project))
    workbook = register_workbook(register, layout, sections_of(register, layout, to_do), today)
    mapping = mapping_of(register.columns, register.made_up_codes, before, sha256(workbook).hexdigest())
    return Imported(
        register=register,
        layout=layout,
        workbook=workbook,
        mapping=mapping,
        to_do=to_do,
        settings=changed,
        open_places=_tried(workbook, register, project, settings, default),
    )


def mapping_before(project: Project) -> ListMapping:
    """What the mapping file says; an empty mapping where there is none. Raises Unusable."""
    path = project.register.with_name(MAPPING)
    if not path.is_file():
        return ListMapping()
    kept = read_file(path, project.relative(path))
    return read_mapping(kept.text, kept.name)


def _scheme(project: Project, name: str) -> Scheme:
    path = scheme_path(project, name)
    kept = read_file(path, name_of(project, path))
    return read_scheme(kept.text, kept.name)


def _wanted(project: Project, settings: Settings, default: Scheme) -> ProjectWants:
    return ProjectWants(
        directorates=settings.shape.groups,
        period=settings.period,
        schemes=frozenset({*project.schemes(), BY_JUDGEMENT}),
        unrated=frozenset(unrated_kinds(default)),
        levels=_levels(settings),
    )


def _levels(settings: Settings) -> tuple[str, ...]:
    return tuple(level.column for level in settings.shape.levels)


def _tried(
    workbook: bytes, register: DraftedRegister, project: Project, settings: Settings, default: Scheme
) -> tuple[Problem, ...]:
    """What `scorecard issue` would say of the register: where that is nothing, forms can be issued."""
    there = project.schemes()
    proposed = {
        name: _scheme(project, name) if name in there else read_scheme(text, name)
        for name, text in register.schemes.items()
    }
    named = {draft.text(ListField.SCHEME) for draft in register.drafts} - {"", BY_JUDGEMENT, *proposed}
    try:
        book = read_book(workbook, room=ROOM_FOR_A_REGISTER)
        shape = replace(settings.shape, groups=register.directorates)
        read = read_register(book, "inputs/register.xlsx", shape, settings.period, columns_asked(settings))
        schemes = {"": default, BY_JUDGEMENT: replace(default, by_judgement=True), **proposed}
        check_fitness(read, {**schemes, **{name: _scheme(project, name) for name in named}})
    except Unusable as error:
        return error.problems
    except Unreadable as error:
        return (problem("IMP07", Place("inputs/register.xlsx"), detail=error.detail),)
    return ()


def _in_settings(register: DraftedRegister, settings: Settings, project: Project) -> tuple[str | None, tuple[str, ...]]:
    """The settings with the directorates of the list, if they lack any, and what there is to say of that."""
    listed_there = settings.shape.groups
    is_free = not listed_there and _levels(settings)[0] != ListField.DIRECTORATE
    if is_free or {*register.directorates} <= {*listed_there}:
        return None, ()
    kept = read_file(project.settings, project.relative(project.settings))
    is_untouched = listed_there == _listed_by_init(settings)
    groups = groups_wanted(() if is_untouched else listed_there, register.directorates)
    line, changed = groups_line(kept.text, groups), with_groups(kept.text, kept.name, groups)
    if changed is None:
        return None, (f"Put this line into {kept.name}, in place of the one there: {line}",)
    order = "Their order is the report's: change it there, if it is to be another."
    return changed, (f"In {kept.name} this line is written: {line}. {order}",)


def _listed_by_init(settings: Settings) -> tuple[str, ...]:
    """The made-up directorates that a new project's settings list."""
    return read_settings(ready_shape(DEFAULT).settings_for(settings.period), "").shape.groups


def _to_do(register: DraftedRegister, project: Project) -> Iterator[str]:
    if unread := register.table.unread:
        cells = ", ".join(unread[:_MOST_NAMED]) + (" and more" if len(unread) > _MOST_NAMED else "")
        yield (
            f"{counted(len(unread), 'cell shows', 'cells show')} an error, or a formula that was never worked out, and "
            f"could not be read ({cells}): open the list in Excel, put them right, save it, and import it again."
        )
    hidden = [str(each.row.number) for each in register.drafts if each.row.is_hidden]
    if hidden:
        yield f"Rows that are hidden in the list were taken: {listed(hidden)}. Take out of the register what has ended."
    if register.table.hidden_columns:
        columns = listed(f"“{each}”" for each in register.table.hidden_columns)
        yield f"Columns that are hidden in the list were read like others: {columns}."
    if not set(register.columns.used) & {*TARGETS, *COLOURS}:
        yield (
            "No column of the list was taken for targets, so nothing is held against one. If one has them, say which "
            f'in inputs/{MAPPING}, like "Standard" = "Target", and import again.'
        )
    if register.table.other_sheets:
        yield f"Sheets of the list that were not read: {listed(register.table.other_sheets)}."
    for name in register.schemes:
        there = (project.root / "templates" / "schemes" / f"{name}.toml").is_file()
        done = "is there already, and stays as it is" if there else "is proposed from the list's thresholds"
        yield f"The scheme templates/schemes/{name}.toml {done}: see that it says what your council's colours mean."
