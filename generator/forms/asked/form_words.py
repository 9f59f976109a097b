"""The words that every form has: of its sheets, headings, lists and the column that says how far it is."""

from generator.forms.asked.question_types import Choices, OwnChoices, type_of_choices
from generator.judging.direction import Travel
from generator.judging.missing_figures import REASONS

VERSION, FIRST_VERSION = "2", "1"
"""The version that is issued, and the first, of which forms are about still: its rows have no keys."""

SHEET = "Return"
MEASURES_SHEET = "Your measures"
GUIDANCE_SHEET = "Guidance"
LISTS_SHEET = "Lists"
WORKINGS_SHEET = "Workings"
OWN_SHEETS = (GUIDANCE_SHEET, LISTS_SHEET, WORKINGS_SHEET, MEASURES_SHEET)
"""The sheets that issued workbooks have beside their forms."""

REF_HEADING = "No."
QUESTION_HEADING = "Question"
ANSWER_HEADING = "Your answer"
UNIT_HEADING = "Unit"
CHECK_HEADING = "So far"
TEAM_HEADING = "From the performance team"
LAST_TIME_HEADING = "What was said last time"
KEY_HEADING = "Key"

HEADINGS = (
    *(REF_HEADING, QUESTION_HEADING, ANSWER_HEADING, UNIT_HEADING),
    *(CHECK_HEADING, TEAM_HEADING, LAST_TIME_HEADING, KEY_HEADING),
)
EARLIER_HEADINGS = {"Ref": REF_HEADING, "Check": CHECK_HEADING, "Last time": LAST_TIME_HEADING}
"""What forms called the same columns before."""

ONLY_IF, MOST_LEAVE = "Only if ...", "Most forms leave these boxes empty."
"""What stands above the questions that only some need."""

WORDS = {
    Choices.YES_NO: ("Yes", "No"),
    Choices.DIRECTION: tuple(Travel),
    Choices.COMMENTARY: ("Final", "Provisional"),
    Choices.MISSING: tuple(REASONS),
}

TO_DO, CHECK = "To do: ", "Check: "
"""How the form starts to say what must be done, and what must be put right or explained."""


def words_offered(
    each: type_of_choices | None, statuses: tuple[str, ...], milestones: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The words that a list offers, if any; statuses and milestones are those of the measure's scheme."""
    if isinstance(each, OwnChoices):
        return each.words
    if each is Choices.STATUS:
        return statuses
    if each is Choices.MILESTONE:
        return milestones
    return WORDS[each] if each else ()
