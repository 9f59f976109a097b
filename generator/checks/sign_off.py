"""Rules on who filled in a return, who approved it, and whether it changed after that."""

from collections.abc import Iterator, Mapping

from generator.checks.approval import Approval, is_changed
from generator.forms.asked.fixed_questions import FIXED
from generator.model.english import day_in_figures
from generator.model.officer_return import FilledForm
from generator.model.problem import Problem, problem


def check_sign_off(returned: FilledForm) -> Iterator[Problem]:
    """SIGN01 and SIGN02: both names are there, and nobody approved what was completed later."""
    named = {"completed_by": returned.sign_off.completed_by, "approved_by": returned.sign_off.approved_by}
    for name, person in named.items():
        if not person and name not in returned.unreadable:
            yield problem("SIGN01", returned.place(name), label=FIXED[name].label)
    completed, approved = returned.sign_off.completed_on, returned.sign_off.approved_on
    if completed and approved and completed > approved:
        days = {"completed": day_in_figures(completed), "approved": day_in_figures(approved)}
        approver = returned.sign_off.approved_by or "the approver"
        yield problem("SIGN02", returned.place("approved_on"), approver=approver, **days)


def check_approval(returned: FilledForm, before: Mapping[str, Approval]) -> Iterator[Problem]:
    """SIGN03: answers that are not those which the same approval was first seen with (``before``, by code)."""
    if is_changed(returned, before):
        signed = returned.sign_off
        on = f" on {day_in_figures(signed.approved_on)}" if signed.approved_on else ""
        cell = returned.question("approved_on")
        yield problem("SIGN03", returned.place("approved_on"), approver=signed.approved_by, approved=on, cell=cell)
