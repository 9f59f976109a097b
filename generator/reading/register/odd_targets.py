"""Targets of the register that look odd beside others of the same measure."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.judging.compared.adding_up import only_grows
from generator.judging.plausibility import FULL, is_of_another_size, size_against
from generator.model.figures import type_of_figure
from generator.model.measure import Measure


def odd_targets(
    measure: Measure, targets: Mapping[str, type_of_figure | None]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Ask about targets above 100%, and one that is ten times or a tenth of others: a query's rule, heading and facts.

    Where figures add up over the year, so may their targets.
    """
    numbers = {header: target for header, target in targets.items() if isinstance(target, Decimal)}
    above = next((header for header, target in numbers.items() if measure.unit == "%" and target > FULL), None)
    if above:
        yield "REG07", above, {"found": measure.show(numbers[above])}
    if only_grows(measure):
        return
    others = {
        header: [other for other, than in numbers.items() if is_of_another_size(target, than)]
        for header, target in numbers.items()
    }
    header = max(others, key=lambda each: len(others[each]), default="")
    if header and others[header]:
        other = others[header][0]
        size = size_against(numbers[header], numbers[other])
        shown = {"found": measure.show(numbers[header]), "shown": measure.show(numbers[other])}
        yield "REG06", header, {"other": other, "size": size, **shown}
