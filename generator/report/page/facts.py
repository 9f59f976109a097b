"""The facts that templates/narratives/*.j2 write their sentences of: words, whole numbers, days and printed figures.

Every text is one line, whatever was typed. What is not there, or was left out, is empty.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from generator.report.page.scrutiny.views import ScrutinyFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfFacts:
    """A measure's result, or its year-end forecast."""

    target: str
    """With its unit; empty where there is none."""
    actual: str
    """With its unit; empty where there is none."""
    missing: str
    """Why there is no figure: "awaiting data", "overdue", or the officer's own words; empty where there is one."""
    number: bool
    """Whether the figure is a number, and not a day or a word."""
    status: str
    rated: bool
    """Whether the status rates performance, as Red does and N/A does not."""
    stated: bool
    """Whether the officer stated the status."""


NO_HALF = HalfFacts(target="", actual="", missing="", number=False, status="", rated=False, stated=False)
"""A forecast that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """A measure that is listed in full."""

    label: str
    title: str
    group: str
    quarter: HalfFacts
    has_forecast: bool
    """Whether it has a forecast for the year end; where not, everything in ``forecast`` is empty."""
    forecast: HalfFacts
    direction: str
    """Improving, Stabilised, Deteriorating, N/A, or empty where it is not known."""
    comparator: str
    """What the direction is against, such as "Q1 2018/19"."""
    provisional: bool
    """Whether the result may still change."""
    span: str
    """What the result is for: "the quarter", or such as "2024/25" where it is of another period than the report."""
    outturn: bool
    """Whether ``forecast`` is no forecast, but what came of the year."""

    @property
    def directorate(self) -> str:
        """Its group, where that is a directorate and where it is not."""
        return self.group


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFacts:
    """A status, and how many of the exceptions have it for the quarter and for the year end."""

    name: str
    quarter: int
    forecast: int
    exception: bool
    """Whether it is one that makes a measure an exception."""
    rated: bool
    """Whether it rates performance, as Red does and N/A does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFacts:
    """How many measures are reported, and how many are exceptions.

    Of those reported, ``rated`` have a status for the quarter that rates them, and ``on_target`` have one that is as
    good as that of a result exactly on target; ``share_on_target`` is how many of the rated that is, such as "78%", or
    empty where none is rated. All other numbers are of the measures listed in full: the exceptions, or all.
    """

    reported: int
    exceptions: int
    rated: int
    on_target: int
    share_on_target: str
    statuses: tuple[StatusFacts, ...]
    """Worst first."""
    improving: int
    stabilised: int
    deteriorating: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionFacts:
    """The exceptions, each counted once: of the quarter (``now``), else of its year end (``later``), or overdue.

    Those of ``now`` are so at the year end too (``now_and_later``), are not (``now_alone``), or have no rating then
    (``now_unrated``). Of those of which the last report is known, some are ``new``, and the others are so ``again``,
    ``long`` if for ``for_long`` reports running or more; of the rest it is ``unknown``.
    """

    rule: str
    """Which status makes an exception: "either", "quarter" or "forecast"."""
    now: int
    later: int
    otherwise: int
    now_and_later: int
    now_alone: int
    now_unrated: int
    new: int
    again: int
    long: int
    unknown: int
    new_named: str
    """The labels of the first few, and how many more there are; empty where there are none."""
    long_named: str
    for_long: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFacts(CountFacts):
    """A group of measures, such as a directorate, of which anything is reported; ``word`` is what it is called."""

    name: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFacts:
    """A measure of the register that is not in the report."""

    label: str
    title: str
    group: str
    why: str

    @property
    def directorate(self) -> str:
        """Its group, where that is a directorate and where it is not."""
        return self.group


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """A file to be sent with the covering e-mail; ``holds`` says what is in it."""

    name: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts(CountFacts):
    """The report: of the whole council, or (``scope``) of one group."""

    council: str
    title: str
    period: str
    months: str
    ends: date
    """The period's last day."""
    scope: str
    draft: bool
    to_put_right: int
    """How many errors still stand, in a draft."""
    committee: str
    meeting: str
    item: str
    contact: str
    not_for_publication: str
    period_word: str
    """What its period is called inside a sentence: "quarter"."""
    year_end: str
    """What is counted as ``forecast``: "forecast", "outturn" (what came of the year), or "either", if some are late."""
    has_forecast: bool
    """Whether any measure reported has a forecast for the year end."""
    group_word: str
    """What a group of the first level is called: "Directorate"."""
    listed: str
    """What is listed in full: "exceptions" or "all"."""
    brief: bool
    """Whether the measures that are no exceptions are listed in brief."""
    groups: tuple[GroupFacts, ...]
    missing: tuple[MissingFacts, ...]
    unwritten: tuple[str, ...]
    """What should have been written about and was not: "Priority: Cleaner streets", or "The whole report"."""
    off_target: ExceptionFacts
    recommendations: int
    """How many recommendations are printed."""
    for_members: bool
    """Whether it is for a meeting, and not one group's own."""

    @property
    def outturn(self) -> bool:
        """Whether what is counted as ``forecast`` is no forecast, but what came of the year."""
        return self.year_end == "outturn"

    @property
    def directorates(self) -> tuple[GroupFacts, ...]:
        """The groups, where they are directorates and where they are not."""
        return self.groups


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """Something to put right in a return that was received."""

    cell: str
    """Where it stands, such as D14; empty where a copy goes with the reminder, in which it stands beside the answer."""
    query: bool
    """Whether it is a question, and not an error."""
    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnFacts:
    """The return of a measure, which an officer still owes, or has something to put right in."""

    label: str
    title: str
    received: bool
    late: bool
    notes: tuple[NoteFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderFacts:
    """A reminder to one person, or the e-mail that forms go out with."""

    council: str
    period: str
    months: str
    due: date
    """The day by which returns were to be back."""
    name: str
    """Of the officer; empty where the register has none."""
    send_to: str
    """Where returns are sent; empty where they are sent in reply."""
    copy: bool
    """Whether a copy goes with it that has the officer's answers with the notes beside them."""
    returns: tuple[ReturnFacts, ...]
    """Those that still need something; or, when forms are issued, all."""
    ready: tuple[str, ...] = ()
    """The codes of those that were received and need nothing."""
    days_left: int = 0
    """How many working days are left until the returns are due; none on that day, and after it."""


class Narrator(Protocol):
    """What puts facts into sentences, one paragraph each. Each method raises what a template's fault raises."""

    def introduction(self, report: ReportFacts) -> tuple[str, ...]:
        """The points that open the report; one alone is a paragraph."""

    def directorate(self, report: ReportFacts, directorate: GroupFacts) -> str:
        """The paragraph that sums up a group."""

    def measure(self, report: ReportFacts, measure: MeasureFacts) -> str:
        """The sentence that says how a measure stands."""

    def question(self, report: ReportFacts, measure: MeasureFacts, question: ScrutinyFacts) -> str:
        """What a member might ask of a measure."""
