"""REG19: a unit or a basis that was changed in the register, and nobody has said from when."""

from collections.abc import Iterator, Mapping

from generator.model.messages.wording import Severity
from generator.model.period import Period
from generator.model.problem import Problem, problem
from generator.model.register import Register


def check_counted_otherwise(register: Register, last: Period, said: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """Tell of measures whose forms of the last period had another unit or basis than the register gives for that time.

    ``said`` has the heading in the register and the form's word, by code. A basis may have been typed over in the form,
    which was told of then.
    """
    for measure in (each for each in register.measures if each.code in said and each.is_there(last)):
        heading, found = said[measure.code]
        facts = {"measure": measure.label, "heading": heading, "what": heading.lower(), "found": found}
        severity = Severity.ERROR if heading == "Unit" else Severity.WARNING
        yield problem("REG19", register.place(measure, heading), severity, period=last.short, **facts)
