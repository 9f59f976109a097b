"""What is said of a figure or date that was not understood: in a return, and in the register."""

from generator.forms.asked.fixed_questions import FIXED
from generator.model.measure import Measure
from generator.model.messages.on_figures import HINTS, TARGET_FAULTS, TARGET_HINTS
from generator.reading.answers.cell_answers import Mistake

_REFS = {
    key: FIXED[name].ref
    for key, name in (
        ("missing", "missing_reason"),
        ("estimated", "quarter_estimated"),
        ("provisional", "quarter_provisional"),
    )
}
"""Where the form asks for what a remedy may name."""


def facts_of(mistake: Mistake) -> dict[str, str]:
    """The facts of a mistake in a return, with what to type instead."""
    hint = f"{HINTS[mistake.slip].format(**_REFS)} " if mistake.slip in HINTS else ""
    return {**_REFS, "hint": hint, **dict(mistake.facts)}


def target_fault(mistake: Mistake, measure: Measure, example: str) -> tuple[str, str]:
    """Say what is wrong with a target and what to write instead; ``example`` says it where nothing else does."""
    fault, remedy = TARGET_FAULTS.get(mistake.rule, TARGET_FAULTS["FIG01"])
    hint = TARGET_HINTS.get(mistake.slip, example) if mistake.slip else example
    facts = {"kind": measure.kind, "hint": hint, **dict(mistake.facts)}
    return fault.format(**facts), remedy.format(**facts)
