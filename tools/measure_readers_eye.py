"""Measure the reader's eye on the corpus, and write what it finds into docs/readers-eye.md.

Run from the repository: python -m tools.measure_readers_eye (with --missed PART, what it missed and what it should not
have asked is listed instead, of the part called ``written_on`` or ``held_back``).
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.checks.readers_eye import read_through
from generator.checks.readers_eye.text.commentary import Known
from generator.judging.outcome import ExceptionRule, judge_return
from generator.judging.scheme_file import read_scheme
from generator.model.measure import Basis, Kind, Measure, Polarity
from generator.model.messages.on_commentary import READERS_CATALOGUE
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.project.folder import BUNDLED_TEMPLATES

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "checks" / "readers_eye" / "corpus"
PAGE = ROOT / "docs" / "readers-eye.md"
PARTS = ("written_on", "held_back", "kept_back")
_PERIOD = Period(2018, 2)
_KNOWN = Known(codes=("XX PM01",), reported=frozenset({"xxpm01"}), meeting=date(2018, 12, 4), print_all=True)
_SCHEME = read_scheme((BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text(encoding="utf-8"), "derby.toml")
_ACTIONS = "The service manager will report on this to the board in March 2019."
_TABLE = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- end of measured -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the corpus: what is measured, what the officer says and does, and the rules that should ask."""

    figures: Mapping[str, Any]
    says: str
    does: str
    defects: Mapping[str, str]

    @property
    def asked(self) -> list[str]:
        """The rules that ask about it."""
        measure = _measure(self.figures)
        judged = judge_return(measure, self._returned(measure), scheme=_SCHEME, rule=ExceptionRule.EITHER)
        return [each.code for each in read_through(judged, _KNOWN)]

    def _returned(self, measure: Measure) -> Return:
        given = self.figures
        return Return(
            measure_code=measure.code,
            period=_PERIOD,
            source=Source(file="passage", sha256=""),
            quarter=Half(actual=_decimal(given, "actual")),
            forecast=Half(actual=_decimal(given, "forecast", "actual")),
            previous_actual=_decimal(given, "previous"),
            year_ago_actual=_decimal(given, "year_ago"),
            answers={"context": (self.says,), "actions": (self.does,)},
        )


def _decimal(given: Mapping[str, Any], *names: str) -> Decimal | None:
    return next((Decimal(given[name]) for name in names if name in given), None)


def _measure(given: Mapping[str, Any]) -> Measure:
    kind = {"%": Kind.PERCENTAGE, "£": Kind.MONEY, "days": Kind.DAYS}.get(given["unit"], Kind.NUMBER)
    return Measure(
        code="XX PM01",
        title=given["title"],
        groups=("Services",),
        unit=given["unit"],
        decimals=given.get("decimals", 1),
        polarity=Polarity(given.get("better", "higher")),
        kind=kind,
        basis=Basis(given.get("basis", "")),
        quarter_targets=(None, _decimal(given, "target"), None, None),
        year_end_target=_decimal(given, "forecast_target", "target"),
    )


def passages(part: str) -> list[Passage]:
    """The passages of one part of the corpus."""
    text = (CORPUS / f"{part}.toml").read_text(encoding="utf-8")
    return [
        Passage(each["measure"], each["says"], each.get("does", _ACTIONS), each["defects"])
        for each in tomllib.loads(text, parse_float=Decimal)["passage"]
    ]


@dataclass(frozen=True, slots=True)
class Measured:
    """What rules found: the defects there were, those found, and all that was asked."""

    there: Counter[str]
    found: Counter[str]
    asked: Counter[str]
    good: int
    """How many passages have no defect."""
    asked_of_good: int
    """How often they were asked about all the same."""

    def of(self, rules: Sequence[str]) -> tuple[int, int, int]:
        """Of some rules together: how many defects there were, how many were found, and how often was asked."""
        return tuple(sum(each[rule] for rule in rules) for each in (self.there, self.found, self.asked))  # type: ignore[return-value]


def measure(part: str) -> Measured:
    """Hold what the rules ask of each passage against what an editor would."""
    there, found, asked = Counter[str](), Counter[str](), Counter[str]()
    good = asked_of_good = 0
    for passage in passages(part):
        codes = passage.asked
        there.update(passage.defects.keys())
        found.update(set(codes) & passage.defects.keys())
        asked.update(set(codes))
        if not passage.defects:
            good, asked_of_good = good + 1, asked_of_good + len(codes)
    return Measured(there, found, asked, good, asked_of_good)


@dataclass(frozen=True, slots=True)
class Slips:
    """Texts that tell their result, and how often anything is asked when the form has it with a slip of the keys."""

    there: int
    asked: int


def slips_of_the_form() -> Slips:
    """What is asked of texts that go with their figures, once the result in the form is another."""
    there = asked = 0
    for passage in (each for part in PARTS for each in passages(part)):
        right = passage.figures.get("actual")
        wrong = _slip(right) if right is not None else None
        if (
            wrong is None
            or not _is_told(right, passage.says)
            or any(rule.startswith("NUM") for rule in passage.defects)
        ):
            continue
        before = Counter(passage.asked)
        after = Counter(replace(passage, figures={**passage.figures, "actual": wrong}).asked) - before
        there += 1
        asked += any(rule.startswith("NUM") and rule != "NUM07" for rule in after)
    return Slips(there, asked)


def _is_told(figure: object, says: str) -> bool:
    """Whether a text has a figure as it is printed."""
    shown = f"{Decimal(str(figure)):,f}"
    forms = {shown, shown.replace(",", "")}
    return any(re.search(rf"(?<![\d.,]){re.escape(each)}(?![.,]?\d)", says) for each in forms)


def _slip(figure: object) -> str | None:
    """A figure with the first two digits that differ changed round; None where all are the same."""
    typed = str(figure)
    for at, (one, other) in enumerate(pairwise(typed)):
        if one.isdigit() and other.isdigit() and one != other and not (at == 0 and other == "0"):
            return f"{typed[:at]}{other}{one}{typed[at + 2 :]}"
    return None


FAMILIES = {
    "words and numbers against figures (NUM)": "NUM",
    "time (TIME)": "TIME",
    "before publishing (PUB)": "PUB",
    "as text (TEXT)": "TEXT",
}


def table() -> str:
    """The page's table: recall and precision by rule on what rules were not written on, and in sum on both parts."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    written_on, held_back, kept_back = map(measure, PARTS)
    yield "| rule | there | found | asked | of these right |"
    yield "|---|---|---|---|---|"
    for rule in READERS_CATALOGUE:
        if any(held_back.of([rule])):
            yield _row(rule, held_back.of([rule]))
    for name, letters in FAMILIES.items():
        rules = [rule for rule in READERS_CATALOGUE if rule.startswith(letters)]
        yield _row(f"**{name}**", held_back.of(rules))
    every = list(READERS_CATALOGUE)
    yield _row("**all, held back**", held_back.of(every))
    for name, letters in FAMILIES.items():
        rules = [rule for rule in READERS_CATALOGUE if rule.startswith(letters)]
        yield _row(f"{name}, kept back", kept_back.of(rules))
    yield _row("**all, kept back**", kept_back.of(every))
    yield _row("all, of those that rules were written on", written_on.of(every))
    yield ""
    yield f"Of the {held_back.good} passages held back that an editor would leave as they are, the rules asked"
    yield f"{held_back.asked_of_good} times; of {kept_back.good} that were kept back, {kept_back.asked_of_good} times."
    slips = slips_of_the_form()
    yield ""
    yield f"Of {slips.there} texts that tell their result and go with their figures, {slips.asked} are asked about"
    yield "once two digits of the result are changed round in the form."


def _row(name: str, counts: tuple[int, int, int]) -> str:
    there, found, asked = counts
    right = f"{found} ({100 * found // asked}%)" if asked else "–"
    recall = f"{found} ({100 * found // there}%)" if there else "–"
    return f"| {name} | {there} | {recall} | {asked} | {right} |"


def _missed(part: str) -> Iterator[str]:
    for passage in passages(part):
        codes = set(passage.asked)
        missed, too_much = passage.defects.keys() - codes, codes - passage.defects.keys()
        if missed or too_much:
            yield f"missed {sorted(missed)}, asked {sorted(too_much)} of: {passage.says} | {passage.does}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table into the page, or list what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", choices=PARTS)
    part = parser.parse_args(arguments).missed
    if part:
        print("\n".join(_missed(part)))
        return
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_TABLE.sub(lambda _: table(), page), encoding="utf-8")
    print(table())


if __name__ == "__main__":
    main()
