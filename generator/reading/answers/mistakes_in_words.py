"""What is said of a figure or date that was not understood: in a return, and in the register."""

from collections.abc import Callable

from generator.model.figures import BARE_UNITS, how_many_in
from generator.model.measure import Measure
from generator.model.messages.on_figures import HINTS, ONE_NUMBER, TARGET_FAULTS, TARGET_HINTS
from generator.reading.answers.cell_answers import Mistake

_NAMED = {
    "missing": "missing_reason",
    "estimated": "quarter_estimated",
    "provisional": "quarter_provisional",
}
"""The questions that a remedy may name."""


def facts_of(mistake: Mistake, question: Callable[[str], str]) -> dict[str, str]:
    """The facts of a mistake in a return, with what to type instead; ``question`` says how one is named."""
    named = {key: question(name) for key, name in _NAMED.items()}
    facts = dict(mistake.facts)
    hint = HINTS.get(mistake.slip, "") if mistake.slip else ""
    unit = facts.get("unit", "")
    in_unit = "" if unit in BARE_UNITS else f", in {unit}"
    told = hint.format(**named, one_number=_one_number(unit), in_unit=in_unit)
    return {**named, "hint": f"{told} " if told else "", **facts}


def target_fault(mistake: Mistake, measure: Measure, example: str) -> tuple[str, str]:
    """Say what is wrong with a target and what to write instead; ``example`` says it where nothing else does."""
    fault, remedy = TARGET_FAULTS.get(mistake.rule, TARGET_FAULTS["FIG01"])
    hint = TARGET_HINTS.get(mistake.slip, example) if mistake.slip else example
    hint = hint.replace("{one_number}", _one_number(measure.unit))
    facts = {"kind": measure.kind, "hint": hint, **dict(mistake.facts)}
    return fault.format(**facts), remedy.format(**facts)


def _one_number(unit: str) -> str:
    """How to write in a unit what was typed with a colon, as a time or a ratio is."""
    return next((told for each, told in ONE_NUMBER.items() if each and how_many_in(each, unit)), ONE_NUMBER[""])
