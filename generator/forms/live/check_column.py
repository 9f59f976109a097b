"""What the form says beside each answer: what is to do, what looks odd, and what is worked out, each in words.

The same is asked when the form comes back (checks/): a test holds the two against each other, case by case. What is
said as long as nothing is filled in is known when the form is made, and is written with its formula: programs that show
no formulas at first show that.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from generator.forms.as_xlsx.sheet_plan import Formula
from generator.forms.asked.form_words import CHECK, TO_DO
from generator.forms.asked.question_types import ALWAYS, Answer, Choices, Field, FormPart
from generator.forms.asked.what_is_done import OF_WHAT_IS_DONE
from generator.forms.live.formulas import NO_STATUS, ON_RETURN, SHARE, WORD_KINDS, MeasureWorkings
from generator.forms.live.typed_formulas import BAD, UNSEEN
from generator.forms.live.typed_formulas import literal as text
from generator.forms.live.working_rows import STEPS
from generator.forms.live.workings import EMPTY, UNREADABLE, Workings
from generator.judging.compared.adding_up import only_grows
from generator.judging.plausibility import FULL, TIMES, last_day_to_expect, may_exceed_full
from generator.model.english import day
from generator.model.figures import BARE_UNITS, Span
from generator.model.measure import Kind
from generator.model.messages.wording import Severity
from generator.model.question import Question, When

_ASKED = (FormPart.MAIN, FormPart.ONLY_IF)

_SHARE_DECIMALS = 10
"""As many as leave out what a hundred times a share has too much by the way that programs multiply."""

LATER = "Worked out when you return this form."


class CheckColumn:
    """The formulas of any form, made of its workings."""

    def __init__(self, workings: Workings) -> None:
        self.workings, self.asked, self.at = workings, workings.asked, workings.at

    def so_far(self, field: Field) -> Formula | None:
        """The formula beside a question, and what it gives at first; None where there is nothing to say."""
        formula = self.formula(field)
        return None if formula is None else Formula(formula, self.at_first.get(field.name))

    @cached_property
    def at_first(self) -> dict[str, str | None]:
        """What is said beside each question of a form that nobody has begun, in order; None where that is not known."""
        asked = {row.field.name: row.field for part in _ASKED for row in self.asked.rows(part)}
        return {name: self._at_first(field) for name, field in asked.items()}

    def formula(self, field: Field) -> str | None:
        """The formula beside a question; None where there is nothing to say."""
        if field.prefilled:
            return None
        match field.answer:
            case Answer.LINES:
                return self._check_lines(field)
            case Answer.DATE:
                return self._check_date(field)
            case Answer.CHOICE if not field.open_list:
                return self._check_choice(field, self._unanswered(field), EMPTY)
        return self._check_words(field)

    def number(self, name: str) -> str:
        """The number of a question."""
        return self.asked.numbers[name]

    def _at_first(self, field: Field) -> str | None:
        """What is said of a form that nobody has begun; None where that is not known."""
        if self.workings.contents.answers:
            return None
        if field.needed == ALWAYS and not field.question:
            return self.task(field)
        return self._unanswered_at_first(field) if field.question else ""

    def task(self, field: Field, start: str = TO_DO) -> str:
        """What is said of a question while an answer is needed and missing."""
        return start + self.asked.said(field.to_do)

    def _needed(self, question: Question | None) -> tuple[str, str]:
        """The test that an answer is needed, and how what is said then begins; both empty where it never is."""
        severity = self.workings.contents.unanswered
        test = self.workings.calls_for(question.needed) if question and severity else ""
        return test, (TO_DO if severity is Severity.ERROR else CHECK) if test else ""

    def _unanswered(self, field: Field) -> str:
        """What is said of an empty answer to a declared question: when it is needed, unless it is now."""
        test, start = self._needed(field.question)
        if not test:
            return EMPTY
        tests = (test, *(f'{self.at[name]}=""' for name in ("same_as",) if name in self.asked.by_name))
        return f"IF(AND({','.join(tests)}),{text(self.task(field, start))},{text(self._only_if(field))})"

    def _unanswered_at_first(self, field: Field) -> str:
        test, start = self._needed(field.question)
        if not test or not field.question:
            return ""
        return self.task(field, start) if self.workings.calls_at_first(field.question.needed) else self._only_if(field)

    def _only_if(self, field: Field) -> str:
        """When an answer is needed that is not needed now, in a few words."""
        needed = field.question.needed if field.question else When.IF_WISHED
        *others, last = self.workings.statuses_of(needed) or ("",)
        before = f"{', '.join(others)} or " if others else ""
        return f"Only if {before}{last}." if last else ""

    def _check_choice(self, field: Field, when_empty: str, when_chosen: str) -> str:
        typed = self.at[field.working]
        wrong = text(f"{TO_DO}choose an answer from the list, or clear this cell.")
        listed = self.workings.is_in_list(typed, field.choices) if field.choices else "TRUE"
        return f'IF({typed}="",{when_empty},IF({listed},{when_chosen},{wrong}))'

    def _check_lines(self, field: Field) -> str:
        words = self.at[f"{field.working}_words"]
        said = (
            f'{words}&IF({words}=1," word"," words")&IF({self.workings.is_as_last_time(field)},", as last time.",".")'
        )
        return f"IF({words}>0,{self._run_over(field, said)},{self._unanswered(field)})"

    def _run_over(self, field: Field, otherwise: str) -> str:
        """Ask where a text fills all rows of its question, and the next has its first row filled: it may run on."""
        below = self.asked.below.get(field.name)
        if below is None or below.answer is not Answer.LINES or "quarter_actual" not in self.asked.by_name:
            return otherwise
        filled = (f'TRIM({self.workings.raw(key)}&"")<>""' for key in (field.row_keys[-1], below.row_keys[0]))
        note = f'{self.at["note_to_team"]}=""'
        asks = f"{CHECK}does this text run on into question {self.number(below.name)}? {self._settle()}"
        return f"IF(AND({','.join(filled)},{note}),{text(asks)},{otherwise})"

    def _settle(self) -> str:
        return f"Put it right, or explain it at {self.number('note_to_team')}."

    def _check_date(self, field: Field, doubt: str = EMPTY) -> str:
        day = self.at[f"{field.working}_value"]
        wrong = text(f"{TO_DO}enter a date such as 31/01/2019.")
        return f'IF({self.at[field.working]}="",{self._unanswered(field)},IF({day}="{BAD}",{wrong},{doubt}))'

    def _check_words(self, field: Field) -> str:
        typed = self.at[field.working]
        is_always = field.needed == ALWAYS and not field.question
        empty = text(self.task(field)) if is_always else self._unanswered(field)
        unreadable = text(f"{TO_DO}type the answer itself in place of the formula.")
        said = text("Looked up when you return this form.") if field.name == "same_as" else EMPTY
        return f'IF({typed}="",{empty},IF({typed}="{UNREADABLE}",{unreadable},{said}))'


class MeasureCheckColumn(CheckColumn):
    """The formulas of a form about a measure."""

    def __init__(self, workings: MeasureWorkings) -> None:
        super().__init__(workings)
        self.figures = workings

    def task(self, field: Field, start: str = TO_DO) -> str:
        """The same; of what says what is done, and not how much, in the words in which it is asked for."""
        words = OF_WHAT_IS_DONE.get(self.figures.measure.kind)
        if words is None or field.name not in {"quarter_actual", "forecast_actual"}:
            return super().task(field, start)
        enter = words.result if field.name == "quarter_actual" else words.at_year_end(self.figures.about.own_period)
        return f"{start}{enter.to_do}, or say at {self.number('missing_reason')} why not."

    def formula(self, field: Field) -> str | None:
        """The formula beside a question; None where there is nothing to say."""
        if field.answer is Answer.FIGURE and not field.prefilled:
            return self._check_figure(field)
        if field.choices in {Choices.STATUS, Choices.DIRECTION}:
            return self._check_stated(field)
        if field.name == "quarter_final_on":
            return self._check_date(field, self._doubt_day(self.at[f"{field.working}_value"]))
        return super().formula(field)

    def _check_figure(self, field: Field) -> str:
        half = field.name.removesuffix("_actual")
        is_asked = half != field.name
        figure = self.at[f"{half}_figure" if is_asked else "revised_figure"]
        number = f"{TO_DO}{_kind_of_answer(self.figures.measure.kind, self.figures.measure.unit)}"
        needed, sound = (self._needed_figure(field, half), self._sound(half)) if is_asked else (EMPTY, EMPTY)
        unseen = f"{TO_DO}this cell shows another figure than it holds. Give it the number format Text; type it again."
        wrong = f'IF({figure}="{UNSEEN}",{text(unseen)},{sound})'
        return f'IF({self.at[field.name]}="",{needed},IF({figure}="{BAD}",{text(number)},{wrong}))'

    def _needed_figure(self, field: Field, half: str) -> str:
        """A figure may be left out with a reason, or where its status is stated."""
        reason, stated = self.at["missing_reason"], self.at[f"{half}_status_override"]
        return f'IF(AND({reason}="",{stated}=""),{text(self.task(field))},{self._late(half)})'

    def _at_first(self, field: Field) -> str | None:
        """What is said of a form that nobody has begun: each figure is needed."""
        if field.answer is Answer.FIGURE and not field.under and not self.workings.contents.answers:
            return self.task(field)
        return super()._at_first(field)

    def _late(self, half: str) -> str:
        """What is overdue is said at the result, or at the forecast where only the year's target has passed."""
        overdue = self.figures.overdue[half]
        if not overdue or (half == "forecast" and self.figures.overdue["quarter"]):
            return EMPTY
        said = (
            f"Overdue: this was due on {day(overdue.due)}. If it was done, say so at {self.number('quarter_actual')}."
        )
        return f"IF({self.figures.is_late(half)},{text(said)},{EMPTY})"

    def _sound(self, half: str) -> str:
        """What is said of a figure that is one: that it may be a share, or gives no status, or looks odd."""
        figure, worked, stated = (self.at[f"{half}_{name}"] for name in ("figure", "status", "status_override"))
        number = self.number(f"{half}_status_override")
        none = f"{TO_DO}no status follows from this answer. State it at {number}."
        if self.figures.measure.kind is Kind.MILESTONE and Choices.MILESTONE in self.figures.lists:
            none = f"{TO_DO}choose an answer from the list, or state its status at {number}."
        doubts = f'IF({figure}="{SHARE}",{self._share(half)},{self._doubts(half)})'
        return f'IF(AND({worked}="{NO_STATUS}",{stated}=""),{text(none)},{doubts})'

    def _share(self, half: str) -> str:
        """What is asked of a figure below 1 that may be a percentage or a share of 1."""
        percent = self.at[f"{half}_actual_value"]
        share = f"ROUND(100*{percent},{_SHARE_DECIMALS})"
        return f'"{TO_DO}is it "&{share}&"%, or "&{percent}&"%? Type "&{share}&", or "&{percent}&"% with its sign."'

    def _worked_out(self, half: str) -> str:
        """What is said of a figure that raises no doubt: its status, and for the result which way it goes."""
        worked = self.at[f"{half}_status"]
        told = f'{worked}&"."'
        if half == "quarter":
            way = self.at["direction"]
            told += f'&IF(OR({way}="",{way}="{ON_RETURN}"),""," "&{way}&{self._since()}&".")'
        none = f'OR({worked}="",{worked}="{NO_STATUS}")'
        return f'IF({none},"",IF({worked}="{ON_RETURN}",{text(LATER)},{told}))'

    def _doubts(self, half: str) -> str:
        """Ask once for each figure, and not again when the note to the team explains it."""
        now, before, so_far = self.at[f"{half}_figure"], self.at["before"], self.at["quarter_figure"]
        doubts: list[tuple[str, str]] = []
        if not may_exceed_full(self.figures.measure, *self.figures.about.figures.values()):
            doubts.append((f"{now}>{FULL}", f"this is more than {FULL}%."))
        doubts += self._size(half, now)
        if half == "quarter":
            far = f"ROUND(2*ABS({now}-{before})-ABS({before}),{self.figures.measure.decimals})>0"
            is_far = f"IF(ISNUMBER({before}),IF({before}<>0,{far},FALSE),FALSE)"
            doubts.append((is_far, "this has changed by more than half."))
        elif only_grows(self.figures.measure):
            below = f"IF(ISNUMBER({so_far}),{now}<{so_far},FALSE)"
            doubts.append((below, "the year cannot end below the result so far."))
        rounded = f"{self.at[f'{half}_actual_{STEPS}']}=2"
        doubts.append((rounded, "this cell shows its figure rounded, and the report prints more of it."))
        told = self._worked_out(half)
        if self.figures.measure.kind in {*WORD_KINDS, Kind.DATE}:
            return told
        asks = (text(f"{CHECK}{words} {self._settle()}") for _, words in doubts)
        which = "".join(f"IF({test},{place}," for place, (test, _) in enumerate(doubts, 1)) + "0" + ")" * len(doubts)
        explained = f'OR({self.at["note_to_team"]}<>"",NOT(ISNUMBER({now})))'
        return f"IF({explained},{told},CHOOSE(1+{which},{told},{','.join(asks)}))"

    def _size(self, half: str, now: str) -> Iterator[tuple[str, str]]:
        """Ask about a figure of another size than its target; one outside a range is held against the nearer end."""
        target = self.figures.target(half)
        ends = {"": target}
        if isinstance(target, Span):
            ends = {f"{now}>{target.upper:f}": target.upper, f"{now}<{target.lower:f}": target.lower}
        for where, end in ends.items():
            if isinstance(end, Decimal) and end:
                size = abs(end)
                larger, smaller = f"ABS({now})>={size * TIMES:f}", f"{now}<>0,ABS({now})<={size / TIMES:f}"
                yield f"AND({','.join(filter(None, (where, larger)))})", "this is ten or more times its target."
                yield f"AND({','.join(filter(None, (where, smaller)))})", "this is a tenth of its target, or less."

    def _check_stated(self, field: Field) -> str:
        name = field.name.removesuffix("_override")
        worked, reason = self.at[name], self.at[f"{name}_reason"]
        chosen = f'IF({reason}="",{text(self.task(field))},{self._beside(field, name)})'
        if field.choices is Choices.STATUS and self.figures.about.stated_over_figures is Severity.ERROR:
            clear = f'"{TO_DO}clear this answer: the figures give "&{worked}&"."'
            chosen = f"IF({self.figures.is_judged(name.removesuffix('_status'))},{clear},{chosen})"
        return self._check_choice(field, EMPTY, chosen)

    def _beside(self, field: Field, name: str) -> str:
        """What is said of an answer that stands, with its reason, beside what the figures give."""
        worked, half = self.at[name], name.removesuffix("_status")
        if field.choices is Choices.DIRECTION:
            agrees = f'OR({worked}="",{worked}="{ON_RETURN}",{worked}={self.at[field.name]})'
            return f'IF({agrees},"","The figures give "&{worked}&".")'
        if not self.figures.is_plain:
            unsure = text("If the figures give a status, that is what counts: it is told when you return this form.")
            return f'IF({self.at[f"{half}_figure"]}="",{EMPTY},{unsure})'
        counts = f'"The figures give "&{worked}&", which is what counts. The report prints this beside it."'
        return f"IF({self.figures.is_judged(half)},{counts},{EMPTY})"

    def _since(self) -> str:
        """Which period a direction is measured from: last year's also where nothing is known of the last one."""
        contents = self.figures.about
        year_ago, last = (text(f" since {each.short}") for each in (contents.own_period.year_ago, contents.last_period))
        if self.figures.compares_with_year_ago:
            return year_ago
        is_known = contents.figures.get("previous_actual") is not None
        return last if is_known else f"IF(ISNUMBER({self.at['revised_figure']}),{last},{year_ago})"

    def _doubt_day(self, day: str) -> str:
        """Ask about a day for final figures that is before the period's end, or more than a year after it."""
        own = self.figures.about.own_period
        last = own.last_day
        early, late = (f"DATE({each.year},{each.month},{each.day})" for each in (last, last_day_to_expect(last)))
        before, after = (
            text(f"{CHECK}this is {when}. {self._settle()}")
            for when in (f"before the {own.word}’s end", f"more than a year after the {own.word}’s end")
        )
        return f'IF({self.at["note_to_team"]}<>"","",IF({day}<{early},{before},IF({day}>{late},{after},"")))'


def _kind_of_answer(kind: Kind, unit: str) -> str:
    match kind:
        case Kind.YES_NO:
            return "choose Yes or No."
        case Kind.MILESTONE:
            return "enter the milestone's word, such as Completed."
        case Kind.DATE:
            return "enter a date such as 31/01/2019."
    return f"enter a number on its own{'' if unit in BARE_UNITS else f', in {unit}'}."
