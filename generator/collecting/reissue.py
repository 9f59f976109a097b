"""Forms that lie in the quarter's folder already, when forms are issued again.

One that nobody has begun is made anew where the register or the questions have changed since. One that was begun is
left: its next issue, with the answers carried over, is made when it is asked for by its code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from generator.collecting.earlier_quarters import Earlier
from generator.collecting.fresh_forms import contents_of
from generator.forms.asked.form_contents import Contents
from generator.forms.form_names import form_stem
from generator.forms.form_workbook import issue_workbook
from generator.output.swap_folders import replace_file
from generator.project.load import Setup
from generator.reading.answers_to_return import answers_in
from generator.reading.readings import Reading
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.xlsx import FILE_BYTES

_ISSUED_OTHERWISE = {"FORM09", "FORM32", "FORM33", "FORM34", "FORM35"}
"""The problems of a form that was issued from another register or other questions."""


@dataclass(frozen=True, slots=True)
class NextIssue:
    """The next issue of a form that was begun: what it is about, a name for it, and its bytes."""

    codes: tuple[str, ...]
    stem: str
    data: bytes


@dataclass(frozen=True, slots=True)
class IssuedAgain:
    """The files that were replaced, those that were begun before something changed, and the next issues to write."""

    replaced: tuple[str, ...]
    changed: tuple[str, ...]
    next_issues: tuple[NextIssue, ...]


def issued_again(
    setup: Setup, earlier: Earlier, files: Mapping[str, Sequence[Reading]], *, begun_too: bool
) -> IssuedAgain:
    """Replace the forms that nobody has begun, and make the next issues of the others, if they too are asked for.

    ``files`` gives what was read in each workbook. Raises OSError.
    """
    replaced: list[str] = []
    changed: list[str] = []
    next_issues: list[NextIssue] = []
    for file, readings in files.items():
        if _is_begun(file, readings):
            found = _next_issue(setup, earlier, file, readings) if begun_too else None
            next_issues += [found] if found else []
            changed += [file] if not found and _was_issued_otherwise(readings) else []
        elif _is_replaced(setup, earlier, file, readings):
            replaced.append(file)
    return IssuedAgain(tuple(replaced), tuple(changed), tuple(next_issues))


def _is_begun(file: str, readings: Sequence[Reading]) -> bool:
    """Whether anything in a workbook is not our own blank form, under our ending."""
    return not file.endswith(".xlsx") or not all(each.blank and each.subject for each in readings)


def _was_issued_otherwise(readings: Sequence[Reading]) -> bool:
    return any(told.code in _ISSUED_OTHERWISE for each in readings for told in each.problems)


def _is_replaced(setup: Setup, earlier: Earlier, file: str, readings: Sequence[Reading]) -> bool:
    """Replace a workbook that would be another if it were issued now; its issue stays the same."""
    forms = zip(_fresh(setup, earlier, readings), readings, strict=True)
    data = issue_workbook(*(replace(each, issue_number=told.issue_number or 1) for each, told in forms))
    if sha256(data).hexdigest() == readings[0].sha256:
        return False
    replace_file(setup.project.root / file, data)
    return True


def _next_issue(setup: Setup, earlier: Earlier, file: str, readings: Sequence[Reading]) -> NextIssue | None:
    """The next issue of a workbook with its answers; None where it is not what was read, or no form is known in it."""
    try:
        data = read_steadily(setup.project.root / file, file, FILE_BYTES)
    except NotOpenedError:
        return None
    answers = answers_in(data, setup.settings.shape)
    known = [each for each in readings if each.subject and not each.stray and each.sheet in answers]
    if not known or sha256(data).hexdigest() != readings[0].sha256:
        return None
    number = max(each.issue_number or 1 for each in known) + 1
    forms = [
        replace(
            each,
            answers=answers[told.sheet].cells,
            action_answers=answers[told.sheet].actions,
            issue_number=number,
        )
        for each, told in zip(_fresh(setup, earlier, known), known, strict=True)
    ]
    stem = f"{form_stem(forms[0].subject, forms[0].period)} issue {number}"
    return NextIssue(tuple(each.subject.code for each in forms), stem, issue_workbook(*forms))


def _fresh(setup: Setup, earlier: Earlier, readings: Sequence[Reading]) -> tuple[Contents, ...]:
    return tuple(contents_of(setup, each.subject, earlier) for each in readings if each.subject)
