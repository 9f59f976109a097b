"""Changes after approval: what was approved is remembered, so that a return that is changed afterwards is seen.

The first build after an approval notes a fingerprint of the answers in the manifest. As long as the approval bears
the same name and date, later answers are held against that one.
"""

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.model.figures import type_of_figure
from generator.model.officer_return import FilledForm, Return
from generator.model.question import DEFAULT_QUESTIONS


class Approval(NamedTuple):
    """Two fingerprints (SHA-256): of who approved and when, because the manifest names nobody, and of the answers."""

    given: str
    answers: str


def approval_of(returned: FilledForm) -> Approval | None:
    """A return's approval; None where nobody has approved it."""
    signed = returned.sign_off
    if not signed.approved_by:
        return None
    return Approval(_fingerprint(signed.approved_by, signed.approved_on), _answers(returned))


def approvals(returned: Iterable[FilledForm], before: Mapping[str, Approval]) -> dict[str, Approval]:
    """Each approval by the code of what it is about, with the fingerprint of the answers that was first seen under it.

    ``before`` is what the last manifest has. Its entries for what has no return now are kept: a return may come back
    changed.
    """
    now = {each.code: approval_of(each) for each in returned}
    earlier = {code: each for code, each in before.items() if code not in now}
    return {**earlier, **{code: _kept(each, before.get(code)) for code, each in now.items() if each}}


def is_changed(returned: FilledForm, before: Mapping[str, Approval]) -> bool:
    """Whether a return's answers are not those that were first seen under the same approval."""
    now = approval_of(returned)
    return now is not None and _kept(now, before.get(returned.code)) != now


def _kept(now: Approval, before: Approval | None) -> Approval:
    return before if before and before.given == now.given else now


def _answers(returned: FilledForm) -> str:
    """The fingerprint of all that a report is made of; who signed, and the note to the team, are not."""
    if not isinstance(returned, Return):
        return _fingerprint(*sorted(returned.answers.items()))
    quarter, forecast = returned.quarter, returned.forecast
    return _fingerprint(
        *(_plain(figure) for figure in (quarter.actual, forecast.actual, returned.previous_revised)),
        *(quarter.override, quarter.reason, forecast.override, forecast.reason, returned.missing_reason),
        *(returned.direction_override, returned.direction_reason, returned.same_as),
        *(returned.provisional, returned.estimated, returned.final_on, returned.commentary_provisional),
        *(returned.answers.get(each.key, ()) for each in DEFAULT_QUESTIONS),
        *sorted(f"{key} {lines}" for key, lines in returned.answers.items() if lines and key not in _FIRST_ASKED),
    )


_FIRST_ASKED = {each.key for each in DEFAULT_QUESTIONS}
"""What was asked before councils declared their own questions stands in a fingerprint as it did then."""


def _fingerprint(*parts: object) -> str:
    return hashlib.sha256(repr([str(part) for part in parts]).encode()).hexdigest()


def _plain(figure: type_of_figure | None) -> str:
    """A figure without the zeros that another program may drop."""
    return f"{figure.normalize():f}" if isinstance(figure, Decimal) else str(figure)
