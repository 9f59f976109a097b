"""A measure's own figures in its officer's text: ``{{ quarter.actual }}``, so that words and figures cannot disagree.

A placeholder is one of the names below, or none: nothing between braces is ever run.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.judging.missing_figures import State
from generator.judging.outcome import Judged
from generator.judging.suppressed import is_suppressed
from generator.model.figures import type_of_figure
from generator.model.problem import nearest

WITHHELD = f"[{State.SUPPRESSED.shorthand}]"
"""What stands in place of withheld words and figures: ``[c]``, the Government Statistical Service's sign."""

UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Characters without width, as in brackets of a pattern: what is pasted from Word or an e-mail brings them, unseen."""

_UNSEEN_ONE = re.compile(f"[{UNSEEN}]")
_SPACE = rf"[\s{UNSEEN}]*"
_PLACEHOLDER = re.compile(rf"\{{[{UNSEEN}]*\{{{_SPACE}([A-Za-z_][\w.{UNSEEN}]{{0,60}}){_SPACE}\}}[{UNSEEN}]*\}}")
_BRACES = re.compile(r"\{[^{}]{1,80}\}")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)?")

type_of_figures = Mapping[str, str | None]
"""The names that may stand between braces, with what is printed for each; None where there is no such figure."""


def figures_of(judged: Judged) -> type_of_figures:
    """Every placeholder of a measure with what is printed for it; suppressed figures as withheld."""
    measure, returned = judged.measure, judged.returned
    quarter, forecast, direction = judged.quarter, judged.forecast, judged.direction

    def shown(figure: type_of_figure | None) -> str | None:
        return None if figure is None else measure.show(figure)

    absent = WITHHELD if is_suppressed(returned) else None
    earlier = dict.fromkeys(returned.suppressed, WITHHELD)
    revised = returned.previous_revised
    return {
        "quarter.target": shown(quarter.target),
        "quarter.actual": shown(quarter.actual) or absent,
        "quarter.status": quarter.status.name,
        "forecast.target": shown(forecast.target) if forecast else None,
        "forecast.actual": shown(forecast.actual) or absent if forecast else None,
        "forecast.status": forecast.status.name if forecast else None,
        "previous.actual": shown(returned.previous_actual if revised is None else revised)
        or earlier.get("previous_actual"),
        "previous.period": returned.last_period.short,
        "year_ago.actual": shown(returned.year_ago_actual) or earlier.get("year_ago_actual"),
        "year_ago.period": returned.own_period.year_ago.short,
        "direction": direction.travel.value if direction.travel else None,
        "measure.code": measure.code,
        "measure.title": measure.title,
        "period": returned.own_period.short,
    }


def with_figures(text: str, figures: type_of_figures) -> str:
    """A text with the figures in place of its placeholders; whatever else stands between braces stays as typed."""
    return _PLACEHOLDER.sub(lambda match: figures.get(_name_in(match)) or match[0], text)


class Slip(NamedTuple):
    """A placeholder that cannot be filled in.

    ``typed`` is the text. ``absent`` is the placeholder's name, where it is right and the measure has no such figure;
    ``suggestion`` asks whether another was meant, with its leading space, where it is wrong.
    """

    typed: str
    absent: str = ""
    suggestion: str = ""


def placeholder_slips(text: str, figures: type_of_figures) -> Iterator[Slip]:
    """The placeholders in a text that cannot be filled in, and what was clearly meant for one."""
    proper = {text.rindex("{", 0, match.start(1)): match for match in _PLACEHOLDER.finditer(text)}
    for match in _BRACES.finditer(text):
        placeholder = proper.get(match.start())
        name = _name_in(placeholder) if placeholder else ""
        if placeholder and name in figures:
            if figures[name] is None:
                yield Slip(placeholder[0], absent=name)
        elif meant := _meant(_seen(match[0]), figures):
            typed = placeholder[0] if placeholder else text[max(match.start() - 1, 0) : match.end() + 1]
            yield Slip(typed.strip(), suggestion=meant)


def placeholders_in(text: str) -> Iterator[str]:
    """What stands between double braces in a text, with them."""
    return (match[0] for match in _PLACEHOLDER.finditer(text))


def _name_in(placeholder: re.Match[str]) -> str:
    return _seen(placeholder[1]).lower()


def _seen(text: str) -> str:
    return _UNSEEN_ONE.sub("", text)


def _meant(braces: str, figures: type_of_figures) -> str:
    """`` Did you mean “{{ quarter.actual }}”?`` for what stands between braces; empty where none was meant."""
    roots = {name.partition(".")[0] for name in figures}
    for name in _NAME.findall(braces.lower()):
        if name in figures:
            return f" Did you mean “{{{{ {name} }}}}”?"
        root, dot, _ = name.partition(".")
        close = nearest(name, figures, cutoff=0.8 if not dot else 0.6)
        if close or (dot and root in roots):
            return close.replace("“", "“{{ ").replace("”", " }}”")
    return ""
