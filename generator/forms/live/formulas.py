"""What the formulas of a form about a measure make of its figures while an officer fills it in.

Every function in them is as old as Excel 2007. The statuses are comparisons of the printed figure with constants
(steps.py): no formula does arithmetic that could round.
"""

from decimal import Decimal

from generator.forms.asked.form_contents import MeasureContents
from generator.forms.asked.question_types import Answer, Choices, Field
from generator.forms.live.typed_formulas import BAD, UNSEEN, Typed, date_steps, letter, number_steps
from generator.forms.live.typed_formulas import literal as text
from generator.forms.live.working_rows import HALVES, STEPS, halves_of
from generator.forms.live.workings import EMPTY, Where, Workings
from generator.judging.overdue import if_nothing_is_reported, is_done_before, type_of_halves
from generator.judging.plausibility import is_below_one
from generator.judging.scheme import Comparator
from generator.judging.status_thresholds import follows_figures_alone, status_of_late, status_of_words, steps
from generator.model.figures import Amount, type_of_figure
from generator.model.measure import Basis, Kind
from generator.model.question import When
from generator.model.spellings import LARGEST

ON_RETURN = "on return"
"""What the Workings say of a status or direction that formulas cannot give."""

SHARE, NO_STATUS = "less than 1", "none"

WORD_KINDS = {Kind.YES_NO, Kind.MILESTONE}


class MeasureWorkings(Workings):
    """The workings of a form about a measure, with its statuses and direction."""

    def __init__(self, contents: MeasureContents, where: Where) -> None:
        super().__init__(contents, where)
        self.about = contents
        self.halves = halves_of(self.asked)
        self.measure, self.scheme = contents.measure, contents.scheme
        self.unrated = text(contents.scheme.unrated.name)
        self.is_plain = follows_figures_alone(contents.scheme)
        self.overdue = dict(zip(HALVES, _overdue(contents), strict=True))

    def formulas(self) -> dict[str, str]:
        """The formula of each working, by its name."""
        halves: dict[str, str] = {}
        for half in self.halves:
            doubt = not is_below_one(self.target(half))
            halves[f"{half}_figure"] = self._figure(self.asked.by_name[f"{half}_actual"], doubt_shares=doubt)
            halves[f"{half}_status"] = self._status(half)
            halves[f"{half}_final"] = self._final(half)
        return {
            **super().formulas(),
            **halves,
            "revised_figure": self._figure(self.asked.by_name["previous_revised"], doubt_shares=False),
            "before": self._before(),
            "direction": self._direction(),
            "exception": self._exception(),
        }

    def steps(self, field: Field, typed: Typed) -> tuple[list[str], str]:
        """The formulas that lead to what was typed; a measure whose figures are words has none."""
        if field.answer is Answer.DATE:
            return super().steps(field, typed)
        if self.measure.kind is Kind.DATE:
            return date_steps(typed, None, estimate=False)
        if self.measure.kind in WORD_KINDS:
            return [EMPTY] * STEPS, EMPTY
        return number_steps(typed, self.measure.unit, self.measure.decimals)

    def _figure(self, field: Field, *, doubt_shares: bool) -> str:
        raw, typed, value = self.raw(field.name), self.at[field.name], self.at[f"{field.name}_value"]
        if self.measure.kind is Kind.YES_NO:
            said = f'IF(OR({typed}="Yes",{typed}="TRUE"),"Yes",IF(OR({typed}="No",{typed}="FALSE"),"No","{BAD}"))'
            return f'IF(ISLOGICAL({raw}),IF({raw},"Yes","No"),IF({typed}="","",{said}))'
        if self.measure.kind is Kind.MILESTONE:
            return f'IF({typed}="","",IF(ISTEXT({raw}),{typed},"{BAD}"))'
        if self.measure.kind is Kind.DATE:
            return value
        figure = f"ROUND({value},{self.measure.decimals})"
        if self.measure.unit == "%" and doubt_shares:
            is_percent = f'AND(ISNUMBER({raw}),{letter(raw)}="P")'
            is_plain = f"NOT(OR({is_percent},AND(ISTEXT({raw}),{self.at[f'{field.name}_2']}>0)))"
            figure = f'IF(AND({is_plain},{value}<>0,ABS({value})<1),"{SHARE}",{figure})'
        return f'IF(ISNUMBER({value}),IF(ABS({value})>{LARGEST},"{BAD}",{figure}),{value})'

    def target(self, half: str) -> type_of_figure | None:
        """The target that the quarter's result or the forecast is judged against."""
        period, measure = self.about.own_period, self.measure
        return measure.quarter_target(period) if half == "quarter" else measure.year_end_target

    def _status(self, half: str) -> str:
        figure, target = self.at[f"{half}_figure"], self.target(half)
        quarter = self.about.own_period.number if half == "quarter" else None
        if not self.is_plain:
            found = f'"{ON_RETURN}"'
        elif self.measure.kind in WORD_KINDS:
            found = self._status_of_words(figure, target, quarter)
        else:
            found = self._staircase(figure, target, quarter)
        unusable = f'OR({figure}="",{figure}="{BAD}",{figure}="{SHARE}",{figure}="{UNSEEN}")'
        return f"IF({unusable},{self._late(half, quarter)},{found})"

    def _late(self, half: str, quarter: int | None) -> str:
        """The status of what is overdue where nothing is given for it; empty where nothing is."""
        overdue = self.overdue[half]
        if not overdue:
            return EMPTY
        found = status_of_late(self.measure, self.scheme, overdue, quarter) if self.is_plain else ON_RETURN
        return f"IF({self.is_late(half)},{text(found or '')},{EMPTY})"

    def is_late(self, half: str) -> str:
        """The test that nothing is reported as done, where that leaves something overdue."""
        tests = [f'{self.at[f"{each}_actual"]}=""' for each in dict.fromkeys(("quarter", half))]
        return f"AND({','.join(tests)})" if self.overdue[half] else "FALSE"

    def _staircase(self, figure: str, target: type_of_figure | None, quarter: int | None) -> str:
        *stairs, top = steps(self.measure, self.scheme, target, quarter)
        tests = "".join(f"IF({figure}<={each.up_to:f},{text(each.status or NO_STATUS)}," for each in stairs)
        return f"{tests}{text(top.status or NO_STATUS)}{')' * len(stairs)}"

    def _status_of_words(self, figure: str, target: type_of_figure | None, quarter: int | None) -> str:
        words = status_of_words(self.measure, self.scheme, target, quarter)
        other = words.pop("")
        tests = "".join(f"IF({figure}={text(word)},{text(found or NO_STATUS)}," for word, found in words.items())
        return f"{tests}{text(other or NO_STATUS)}{')' * len(words)}"

    def _final(self, half: str) -> str:
        stated, worked = self.at[f"{half}_status_override"], self.at[f"{half}_status"]
        known = f'IF(OR({worked}="",{worked}="{NO_STATUS}"),{self.unrated},{worked})'
        listed = f"IF({self.is_in_list(stated, Choices.STATUS)},{stated},{known})"
        return f"IF({self.is_judged(half)},{worked},{listed})"

    def is_judged(self, half: str) -> str:
        """The test that a figure gives a status; where more than figures decides, that is told on return."""
        figure, worked = self.at[f"{half}_figure"], self.at[f"{half}_status"]
        if not self.is_plain:
            return "FALSE"
        return f'AND({figure}<>"",{worked}<>"",{worked}<>"{NO_STATUS}",{worked}<>{self.unrated})'

    def _before(self) -> str:
        """The earlier result, as direction.py chooses it; the one that the officer revised comes first."""
        figures = self.about.figures
        last, year_ago = (self._printed(figures.get(name)) for name in ("previous_actual", "year_ago_actual"))
        if self.compares_with_year_ago:
            return year_ago
        revised = self.at["revised_figure"]
        return f"IF(ISNUMBER({revised}),{revised},{year_ago if last == EMPTY else last})"

    @property
    def compares_with_year_ago(self) -> bool:
        """Whether a result is compared with the same quarter of last year (direction.py says when)."""
        against = self.scheme.direction.against
        return against is Comparator.YEAR_AGO or self.measure.basis is Basis.CUMULATIVE

    def _printed(self, figure: type_of_figure | None) -> str:
        return f"{self.measure.rounded(figure):f}" if isinstance(figure, Decimal) else EMPTY

    def _direction(self) -> str:
        rule = self.scheme.direction
        if rule.against is Comparator.TREND:
            return f'"{ON_RETURN}"'
        if self.measure.kind in {*WORD_KINDS, Kind.DATE} or (rule.omit_profiled and self.measure.is_profiled):
            return EMPTY
        now, before = self.at["quarter_figure"], self.at["before"]
        change = f"ROUND({now}-{before},{self.measure.decimals})"
        small = _within(change, before, rule.dead_band.told_in(self.measure.unit_of_gap), self.measure.decimals)
        up, down = {"higher": ("Improving", "Deteriorating"), "lower": ("Deteriorating", "Improving")}.get(
            self.measure.polarity.value, ("", "")
        )
        moved = f'IF({change}>0,"{up}","{down}")'
        return f'IF(AND(ISNUMBER({now}),ISNUMBER({before})),IF({small},"Stabilised",{moved}),"")'

    def _exception(self) -> str:
        words = [status.name for status in self.scheme.all_statuses if status.exception]
        halves = self.about.rule.counted("quarter", "forecast" if self.measure.asks_for_year_end else None)
        tests = [f"{self.at[f'{half}_final']}={text(word)}" for half in halves for word in words]
        tests += [self.is_late(half) for half in halves if self.overdue[half]]
        return f"IF(OR({','.join(tests)}),1,0)" if tests else "0"

    def calls_for(self, needed: When | tuple[str, ...]) -> str:
        """The test that a measure is one of which an answer is needed; empty where that is of none."""
        match needed:
            case When.IF_WISHED:
                return ""
            case When.ALWAYS:
                return "TRUE"
            case When.EXCEPTION:
                return f"{self.at['exception']}=1"
        tests = (f"{self.at[f'{half}_final']}={text(word)}" for half in self.halves for word in needed)
        return f"OR({','.join(tests)})"

    def calls_at_first(self, needed: When | tuple[str, ...]) -> bool:
        """Whether an answer is needed as long as nothing is filled in: where all are, or something is overdue."""
        statuses = {half: self._at_first(half) for half in self.halves}
        match needed:
            case When.IF_WISHED:
                return False
            case When.ALWAYS:
                return True
            case When.EXCEPTION:
                counted = self.about.rule.counted("quarter", "forecast" if self.measure.asks_for_year_end else None)
                exceptions = {status.name for status in self.scheme.all_statuses if status.exception}
                return any(self.overdue[half] or statuses[half] in exceptions for half in counted)
        return any(status in needed for status in statuses.values())

    def _at_first(self, half: str) -> str:
        """The status that the report gives as long as nothing is filled in."""
        quarter = self.about.own_period.number if half == "quarter" else None
        overdue = self.overdue[half]
        late = status_of_late(self.measure, self.scheme, overdue, quarter) if overdue and self.is_plain else None
        return late or self.scheme.unrated.name

    def statuses_of(self, needed: When | tuple[str, ...]) -> tuple[str, ...]:
        """The statuses with which an answer is needed; none where that does not hang on them."""
        if needed is When.EXCEPTION:
            return tuple(status.name for status in self.scheme.statuses if status.exception)
        return super().statuses_of(needed)


def _overdue(contents: MeasureContents) -> type_of_halves:
    """What is overdue where nothing is given; nothing, if last quarter's form has it as done."""
    measure, period, milestones = contents.measure, contents.own_period, contents.scheme.milestones
    previous = contents.figures.get("previous_actual")
    if is_done_before(previous, measure, period, milestones):
        return None, None
    return if_nothing_is_reported(measure, period, milestones)


def _within(change: str, before: str, dead_band: Amount, decimals: int) -> str:
    """Whether a change is within the dead band: of a percentage, an amount or (both) the lower of the two."""
    tests = []
    if dead_band.percent is not None:
        percent = Decimal(dead_band.percent.numerator) / Decimal(dead_band.percent.denominator)
        places = decimals + 2 + max(0, -int(percent.as_tuple().exponent))
        tests.append(f"ROUND(100*ABS({change})-{percent:f}*ABS({before}),{places})<=0")
    if dead_band.units is not None:
        units = Decimal(dead_band.units.numerator) / Decimal(dead_band.units.denominator)
        tests.append(f"ABS({change})<={units:f}")
    return f"AND({','.join(tests)})"
