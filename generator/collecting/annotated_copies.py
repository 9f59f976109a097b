"""Returns that need putting right, as fresh forms with the officer's answers and each problem beside its answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from generator.cache.store import Kept
from generator.checks.readers_eye.weight import is_style
from generator.checks.received import latest
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.fresh_forms import contents_of
from generator.collecting.issue_forms import write_new
from generator.forms.asked.form_contents import Contents, MeasureContents
from generator.forms.form_names import form_stem
from generator.forms.form_workbook import issue_workbook
from generator.model.measure import type_of_subject
from generator.model.problem import Place, Problem, guarded
from generator.project.load import Setup
from generator.reading.answers_to_return import Answers, answers_in
from generator.reading.other_formats import Conversions, other_format
from generator.reading.readings import Reading, by_code, superseded
from generator.reading.refused_returns import TOO_MUCH_TEXT
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.report.gather import Gathered
from generator.xlsx import FILE_BYTES


@dataclass(frozen=True, slots=True)
class Copy:
    """An annotated copy: the file it was made from, a name for it, what its forms are about, and its bytes."""

    file: str
    stem: str
    subjects: tuple[type_of_subject, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Copied:
    """A return, and the file that its copy was written to."""

    file: str
    copy: str


@dataclass(frozen=True, slots=True)
class NotCopied:
    """A return that has no copy, and why, as the end of a sentence."""

    file: str
    why: str


NO_FORM = "it is not a form of this period that can be read"
CHANGED = "it was changed after it was checked, so run the command again"
TOO_LONG = "it has more text than a form can take"
NOTHING_WRITTEN = "nobody has written into its answer cells"
FAILED = "the program failed on it, so please report this"


def annotated(setup: Setup, gathered: Gathered) -> Iterator[Copy | NotCopied]:
    """A copy of each workbook with problems, beyond style, whose forms can be told; the officer's own is only read.

    Forms of a bundle that nobody has begun go back with the others; what a later return has superseded does not.
    What comes of one return does not hang on any other.
    """
    earlier = Earlier.of(setup)
    superseded = _superseded(gathered)
    problems = [each for each in gathered.problems if not is_style(each)]
    for file, group in groupby(gathered.readings, key=lambda each: each.file):
        readings = [each for each in group if each.subject and not each.stray and each not in superseded]
        if any(each.is_return for each in readings) and any(each.place.file == file for each in problems):
            made = guarded(Place(file), partial(_copy, setup, readings, earlier, problems))
            yield NotCopied(file, FAILED) if isinstance(made, Problem) else made


def _copy(setup: Setup, readings: Sequence[Reading], earlier: Earlier, problems: Sequence[Problem]) -> Copy | NotCopied:
    """The copy of one workbook: of the very bytes that were checked, or none."""
    file = readings[0].file
    if any(told.code == TOO_MUCH_TEXT for each in readings for told in each.problems):
        return NotCopied(file, TOO_LONG)
    try:
        data = read_steadily(setup.project.root / file, file, FILE_BYTES)
    except NotOpenedError:
        return NotCopied(file, CHANGED)
    if sha256(data).hexdigest() != readings[0].sha256:
        return NotCopied(file, CHANGED)
    answers = answers_in(_workbook(setup, file, data), setup.settings.shape)
    if not answers:
        return NotCopied(file, NO_FORM)
    if not any(each.cells for each in answers.values()):
        return NotCopied(file, NOTHING_WRITTEN)
    forms = tuple(_form(setup, each, answers[each.sheet], earlier, problems) for each in readings)
    issue_number = max(each.issue_number or 1 for each in readings) + 1
    stem = f"{form_stem(forms[0].subject, forms[0].period)} issue {issue_number}"
    written = issue_workbook(*(replace(each, issue_number=issue_number) for each in forms))
    return Copy(file, stem, tuple(each.subject for each in forms), written)


def _workbook(setup: Setup, file: str, data: bytes) -> bytes:
    """The workbook that was read: a file's own, or what was made of another format."""
    if not other_format(data, file):
        return data
    with Kept.by_user() as kept:
        return dict(Conversions(setup.project.converted, kept).of({file: data})).get(file, data)


def _superseded(gathered: Gathered) -> list[Reading]:
    """The returns that are not the latest about the same, where that is told."""
    rivals = by_code(gathered.readings).values()
    known = ((each, latest(each)) for each in rivals if len(each) > 1)
    older = [each for several, last in known if last for each in several if each is not last]
    return [*older, *(each for each, _ in superseded(gathered.readings))]


def write_copies(setup: Setup, gathered: Gathered, folder: Path) -> Iterator[Copied | NotCopied]:
    """Write the copies into a folder, never over a file. Raises OSError.

    Returns that need one and cannot have it come with the reason.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = set()
    for each in annotated(setup, gathered):
        done.add(each.file)
        yield each if isinstance(each, NotCopied) else Copied(each.file, _written(setup, each, folder))
    wrong = {each.place.file for each in gathered.problems if each.is_error}
    for file in dict.fromkeys(each.file for each in gathered.readings if not each.blank):
        if file in wrong - done:
            yield NotCopied(file, NO_FORM)


def _written(setup: Setup, copy: Copy, folder: Path) -> str:
    return setup.project.relative(write_new(folder, copy.stem, ".xlsx", copy.data))


def _form(setup: Setup, reading: Reading, found: Answers, earlier: Earlier, problems: Iterable[Problem]) -> Contents:
    assert reading.subject  # noqa: S101, only such readings come here
    fresh = contents_of(setup, reading.subject, earlier)
    known_actions = {each.promise.id for each in fresh.actions or ()} | found.actions.keys()
    action_keys = {row: key for row, key in found.action_keys.items() if key in known_actions}
    remarks: dict[str, tuple[str, ...]] = {}
    action_remarks: dict[str, tuple[str, ...]] = {}
    general: tuple[str, ...] = ()
    for each in problems:
        if each.place.file != reading.file or each.place.sheet not in reading.sheets:
            continue
        on_actions = bool(reading.actions_sheet) and each.place.sheet == reading.actions_sheet
        beside, keys = (action_remarks, action_keys) if on_actions else (remarks, found.keys)
        told, key = each.without_cells(), keys.get(each.place.row)
        words = f"{told.message} {told.remedy}"
        if key:
            beside[key] = (*beside.get(key, ()), words)
        else:
            general = (*general, words)
    returned = reading.returned
    if returned and isinstance(fresh, MeasureContents):
        figures = {"previous_actual": returned.previous_actual, "year_ago_actual": returned.year_ago_actual}
        fresh = replace(fresh, figures=figures)
    return replace(
        fresh,
        answers=found.cells,
        remarks=remarks,
        general=general,
        returned=True,
        action_answers=found.actions,
        action_remarks=action_remarks,
    )
