"""The words that every form has: of its sheets, headings, lists and Check column."""

from generator.forms.asked.question_types import Choices, OwnChoices, type_of_choices
from generator.judging.direction import Travel
from generator.judging.missing_figures import REASONS

VERSION, FIRST_VERSION = "2", "1"
"""The version that is issued, and the first, of which forms are about still: its rows have no keys."""

SHEET = "Return"
GUIDANCE_SHEET = "Guidance"
LISTS_SHEET = "Lists"
WORKINGS_SHEET = "Workings"
OWN_SHEETS = (GUIDANCE_SHEET, LISTS_SHEET, WORKINGS_SHEET)
"""The sheets that every issued workbook has beside its forms."""

REF_HEADING = "Ref"
QUESTION_HEADING = "Question"
ANSWER_HEADING = "Your answer"
CHECK_HEADING = "Check"
TEAM_HEADING = "From the performance team"
LAST_TIME_HEADING = "Last time"
KEY_HEADING = "Key"

WORDS = {
    Choices.YES_NO: ("Yes", "No"),
    Choices.DIRECTION: tuple(Travel),
    Choices.COMMENTARY: ("Final", "Provisional"),
    Choices.MISSING: tuple(REASONS),
}

TO_DO, CHECK = "To do: ", "Check: "
"""How the Check column starts what must be done, and what must be put right or explained."""


def words_offered(
    each: type_of_choices | None, statuses: tuple[str, ...], milestones: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The words that a list offers, if any; statuses and milestones are those of the measure's scheme."""
    if isinstance(each, OwnChoices):
        return each.words
    own = {Choices.STATUS: statuses, Choices.MILESTONE: milestones, **WORDS}
    return own[each] if each else ()
