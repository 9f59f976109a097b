"""The form's workings: what its formulas make of the answers while an officer fills it in.

They stand on the Workings sheet, a row each, and the Check column reads them. Every function in them is as old as
Excel 2007. An answer is fetched by the row of its question, so that cutting and pasting cannot mislead a formula. The
statuses are comparisons of the printed figure with constants (steps.py): no formula does arithmetic that could round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.forms.asked.question_types import Answer, Choices, Field, Questionnaire, type_of_choices
from generator.forms.asked.questionnaires import asked_of_any
from generator.forms.form_contents import Contents
from generator.forms.typed_formulas import BAD, STEPS, UNSEEN, Typed, date_steps, number_steps
from generator.forms.typed_formulas import literal as text
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
UNREADABLE = "an error"
EMPTY = '""'

_HALVES = {"quarter": "this quarter", "forecast": "the year end"}

WORD_KINDS = {Kind.YES_NO, Kind.MILESTONE}


@dataclass(frozen=True, slots=True)
class Working:
    """A row of the Workings sheet: what it is, in words, and its formula for one form (without ``=``)."""

    name: str
    meaning: str


def single(asked: Questionnaire) -> tuple[Field, ...]:
    """The questions that one cell answers."""
    return tuple(field for field in asked.fields if not field.prefilled and field.answer is not Answer.LINES)


def read(asked: Questionnaire) -> tuple[Field, ...]:
    """Those whose answer is a number or date, which may be typed in several ways."""
    return tuple(field for field in single(asked) if field.answer in {Answer.FIGURE, Answer.DATE})


def halves_of(asked: Questionnaire) -> tuple[str, ...]:
    """The quarter, and the forecast where there is one."""
    return tuple(half for half in _HALVES if f"{half}_actual" in asked.by_name)


def workings_of(forms: Sequence[Contents]) -> tuple[Working, ...]:
    """The rows of the Workings sheet, in order: all that any of the forms has."""
    wanted = {each for contents in forms for each in workings(contents.asked)}
    return tuple(each for each in workings(asked_of_any(forms[0].shape)) if each in wanted)


def workings(asked: Questionnaire) -> tuple[Working, ...]:
    """The rows of the Workings sheet that a form has."""
    answers = (Working(field.working, f"{field.ref} as typed") for field in single(asked))
    halves = (
        working
        for half, words in ((each, _HALVES[each]) for each in halves_of(asked))
        for working in (
            Working(f"{half}_figure", f"The figure for {words}, as printed"),
            Working(f"{half}_status", f"The status of {words}, from the figures"),
            Working(f"{half}_final", f"The status of {words}, as the report will give it"),
        )
    )
    commentary = (
        working
        for field in asked.lines
        for working in (
            Working(f"{field.ref}_first", f"{field.ref}: its first row"),
            Working(f"{field.ref}_last", f"{field.ref}: its last row"),
            Working(f"{field.ref}_words", f"{field.ref}: words"),
        )
    )
    typed = (
        working
        for field in read(asked)
        for working in (
            *(Working(f"{field.working}_{step}", f"{field.ref}: read, step {step}") for step in range(1, STEPS + 1)),
            Working(f"{field.working}_value", f"{field.ref}: the number or date that was typed"),
        )
    )
    others = (
        Working("sees", "1 if formulas can see what a cell shows (in LibreOffice they can, in Excel not)"),
        Working("revised_figure", "Last quarter's result as revised"),
        Working("before", "The earlier result that this one is compared with"),
        Working("direction", "Direction of travel"),
        Working("exception", "1 if a status is an exception"),
    )
    return (*answers, *typed, *halves, *others, *commentary)


class Workings:
    """The workings of one form: ``rows`` gives the row of each reference on its sheet.

    ``at`` gives the cell of each working, and ``lists`` the range of each list, both with their sheet.
    """

    def __init__(
        self,
        contents: Contents,
        sheet: str,
        rows: Mapping[str, int],
        at: Mapping[str, str],
        lists: Mapping[type_of_choices, str],
    ) -> None:
        self.contents, self.rows, self.at, self.lists = contents, rows, at, lists
        self.asked = contents.asked
        self.halves = halves_of(self.asked)
        self.sheet = quoted(sheet)
        self.measure, self.scheme = contents.measure, contents.scheme
        self.unrated = text(contents.scheme.unrated.name)
        self.is_plain = follows_figures_alone(contents.scheme)
        self.overdue = dict(zip(_HALVES, _overdue(contents), strict=True))

    def formulas(self) -> dict[str, str]:
        """The formula of each working, by its name."""
        answers = {field.working: self._typed(field) for field in single(self.asked)}
        halves: dict[str, str] = {}
        for half in self.halves:
            doubt = not is_below_one(self.target(half))
            halves[f"{half}_figure"] = self._figure(self.asked.by_name[f"{half}_actual"], doubt_shares=doubt)
            halves[f"{half}_status"] = self._status(half)
            halves[f"{half}_final"] = self._final(half)
        typed: dict[str, str] = {}
        for field in read(self.asked):
            typed |= self._read(field)
        others = {
            "sees": f'IF(ISNUMBER(MATCH("?*",{self._any_number()},0)),1,0)',
            "revised_figure": self._figure(self.asked.by_name["previous_revised"], doubt_shares=False),
            "before": self._before(),
            "direction": self._direction(),
            "exception": self._exception(),
        }
        commentary: dict[str, str] = {}
        for field in self.asked.lines:
            commentary |= self._lines(field)
        return {**answers, **typed, **halves, **others, **commentary}

    def raw(self, ref: str) -> str:
        """The answer cell of a row. ROW() of a locked cell follows its row; INDEX does not follow what is cut."""
        return f"INDEX({self.sheet}!$C:$C,ROW({self.sheet}!$A${self.rows[ref]}))"

    def _any_number(self) -> str:
        """A cell of the form that holds a number whatever is answered: that of its issue."""
        return self.raw(self.asked.by_name["issue_number"].ref)

    def _typed(self, field: Field) -> str:
        raw = self.raw(field.ref)
        one_line = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({raw}&"","\N{NO-BREAK SPACE}"," "),CHAR(10)," "),CHAR(9)," ")'
        return f'IF(ISERROR({raw}),"{UNREADABLE}",TRIM({one_line}))'

    def _read(self, field: Field) -> dict[str, str]:
        """The steps to what was typed, and its value; a measure whose figures are words has none."""
        names = [f"{field.working}_{step}" for step in range(1, STEPS + 1)]
        typed = Typed(self.raw(field.ref), self.at[field.working], [self.at[name] for name in names], self.at["sees"])
        if field.answer is Answer.DATE:
            steps, value = date_steps(typed, self.contents.period.first_day, estimate=field.estimate)
        elif self.measure.kind is Kind.DATE:
            steps, value = date_steps(typed, None, estimate=False)
        elif self.measure.kind in WORD_KINDS:
            steps, value = [EMPTY] * STEPS, EMPTY
        else:
            steps, value = number_steps(typed, self.measure.unit, self.measure.decimals)
        return {**dict(zip(names, steps, strict=True)), f"{field.working}_value": value}

    def _figure(self, field: Field, *, doubt_shares: bool) -> str:
        raw, typed, value = self.raw(field.ref), self.at[field.name], self.at[f"{field.name}_value"]
        if self.measure.kind is Kind.YES_NO:
            said = f'IF(OR({typed}="Yes",{typed}="TRUE"),"Yes",IF(OR({typed}="No",{typed}="FALSE"),"No","{BAD}"))'
            return f'IF(ISLOGICAL({raw}),IF({raw},"Yes","No"),IF({typed}="","",{said}))'
        if self.measure.kind is Kind.MILESTONE:
            return f'IF({typed}="","",IF(ISTEXT({raw}),{typed},"{BAD}"))'
        if self.measure.kind is Kind.DATE:
            return value
        figure = f"ROUND({value},{self.measure.decimals})"
        if self.measure.unit == "%" and doubt_shares:
            is_percent = f'AND(ISNUMBER({raw}),LEFT(CELL("format",{raw}),1)="P")'
            is_plain = f"NOT(OR({is_percent},AND(ISTEXT({raw}),{self.at[f'{field.name}_2']}>0)))"
            figure = f'IF(AND({is_plain},{value}<>0,ABS({value})<1),"{SHARE}",{figure})'
        return f'IF(ISNUMBER({value}),IF(ABS({value})>{LARGEST},"{BAD}",{figure}),{value})'

    def target(self, half: str) -> type_of_figure | None:
        """The target that the quarter's result or the forecast is judged against."""
        period, measure = self.contents.period, self.measure
        return measure.quarter_target(period) if half == "quarter" else measure.year_end_target

    def _status(self, half: str) -> str:
        figure, target = self.at[f"{half}_figure"], self.target(half)
        quarter = self.contents.period.quarter if half == "quarter" else None
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

    def is_in_list(self, typed: str, choices: type_of_choices) -> str:
        """The test that something is typed and one of a list's words."""
        return f'AND({typed}<>"",SUMPRODUCT(--({self.lists[choices]}={typed}))>0)'

    def _before(self) -> str:
        """The earlier result, as direction.py chooses it; the one that the officer revised comes first."""
        figures = self.contents.figures
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
        small = _within(change, before, rule.dead_band, self.measure.decimals)
        up, down = {"higher": ("Improving", "Deteriorating"), "lower": ("Deteriorating", "Improving")}.get(
            self.measure.polarity.value, ("", "")
        )
        moved = f'IF({change}>0,"{up}","{down}")'
        return f'IF(AND(ISNUMBER({now}),ISNUMBER({before})),IF({small},"Stabilised",{moved}),"")'

    def _exception(self) -> str:
        words = [status.name for status in self.scheme.all_statuses if status.exception]
        halves = self.contents.rule.counted("quarter", "forecast" if self.measure.has_forecast else None)
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

    def _lines(self, field: Field) -> dict[str, str]:
        """Its rows stand in cells of their own: ROW() within SUMPRODUCT is an array in Excel, and fails."""
        name, refs = field.ref, field.row_refs
        first, last = self.at[f"{name}_first"], self.at[f"{name}_last"]
        cells = f"INDEX({self.sheet}!$C:$C,{first}):INDEX({self.sheet}!$C:$C,{last})"
        said = f'TRIM(SUBSTITUTE({cells},CHAR(10)," "))'
        words = f'SUMPRODUCT(LEN({said})-LEN(SUBSTITUTE({said}," ",""))+(LEN({said})>0))'
        return {
            f"{name}_first": f"ROW({self.sheet}!$A${self.rows[refs[0]]})",
            f"{name}_last": f"ROW({self.sheet}!$A${self.rows[refs[-1]]})",
            f"{name}_words": f"IF(ISERROR({words}),0,{words})",
        }


def _overdue(contents: Contents) -> type_of_halves:
    """What is overdue where nothing is given; nothing, if last quarter's form has it as done."""
    measure, period, milestones = contents.measure, contents.period, contents.scheme.milestones
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


def quoted(sheet: str) -> str:
    """A sheet's name as a reference writes it."""
    return "'" + sheet.replace("'", "''") + "'"
