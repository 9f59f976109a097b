"""What a form asks of actions: a row each, under headings; and what it says beside them."""

from generator.model.action import Action, ActionState
from generator.model.english import day

ACTIONS_SHEET = "Actions"
KEY_OF_ACTIONS = "action_rows"
"""What stands over the keys of the rows, out of sight, so that the table is known."""

ACTION_HEADINGS = {
    "action_title": "Action",
    "action_owner": "Who",
    "action_due": "By when",
    "part_of": "Part of",
    "last_time": "Last time",
    "action_state": "State",
    "action_percent": "Percent done",
    "action_reason": "Why it moved or was withdrawn",
    "action_update": "Update",
    "so_far": "So far",
    "action_id": "Id",
    "key": KEY_OF_ACTIONS,
}
"""The columns of the table of actions, in their order, by what their cells are called."""

ACTION_NAMES = tuple(name for name in ACTION_HEADINGS if name.startswith("action_"))
"""The defined names of the columns' cells."""

STATES_OFFERED = tuple(ActionState)
NEW_ROWS = 6
"""Empty rows for what is promised anew."""

NO_DATE = "none"
"""The key of an action's row that was issued without a date; of any other it is the date."""

SEE_ACTIONS = "The actions have a sheet of their own: say there how far each is, and add new ones."
"""What a form says that has such a sheet beside it."""

HOW_TO_REPORT = "Say of each action how far it is. To move a date, type the new one over it, and say why."
HOW_TO_PROMISE = (
    "A new action goes into one of the empty rows: what will be done, who does it, and by when. "
    "If it is a part of another action here, choose that under “Part of”."
)


def last_time_of(action: Action) -> str:
    """How an action was last time, on a line or two."""
    if action.told is None:
        return "New."
    share = "" if action.percent is None else f", {action.percent.normalize():f}%"
    times = "once" if action.times_moved == 1 else f"{action.times_moved} times"
    moved = f" Its date moved {times}; it was first to be done by {day(action.dues[0])}." if action.dues else ""
    return f"{action.state}{share} ({action.told.short}).{moved} {action.update}".strip()


def subject_key(code: str) -> str:
    """What a sheet of actions says, out of sight, that it is about; the code of what it is about, on one line."""
    return " | ".join(filter(None, code.split("\n")))
