"""The views of actions that templates print: each with its story, and what became of those of the last report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """An action, as it stands at the end of the period."""

    about: str
    """What it is for: a measure's label, a group's name, or the meeting whose members recommended it."""
    title: str
    owner: str
    """Who does it; empty where reports do not print that."""
    due: str
    """By when, as printed; "No date" where there is none."""
    state: str
    """How far it is: "Late" where its date is over, else what was said; with how much of it is done."""
    standing: str
    """Which of these it is: Overdue, Due next, Due later, Done or Withdrawn since the last report."""
    story: tuple[str, ...]
    """Sentences: how its date moved and why, what was said of it, and whether anything was."""
    late: bool
    has_date: bool = True
    """Whether there is a day by which it is to be done."""
    part_of: str = ""
    """The title of the action that it is a part of; those parts follow it."""

    @property
    def line(self) -> str:
        """The action on one line: what, who, by when and how far it is."""
        how_far = self.state[:1].lower() + self.state[1:]
        facts = "; ".join(filter(None, (self.owner, f"by {self.due}" if self.has_date else "", how_far)))
        return f"{self.title} ({facts})"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """The actions of a report as a whole, in ``sentences``: what became of those of the last report, and what is open.

    ``actions`` are those that stand in no group; ``recommended`` is what members recommended.
    """

    heading: str
    sentences: tuple[str, ...]
    standings: tuple[str, ...]
    """Which of the standings its actions have, the most pressing first."""
    owners: tuple[str, ...]
    """Who does any of them, by name; none where reports do not print that."""
    actions: tuple[ActionView, ...]
    recommended: tuple[ActionView, ...]
