"""The Check column of the form: what is to do, what looks odd, and what is worked out, each in words.

The same is asked when the form comes back (checks/): a test holds the two against each other, case by case.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.asked.fixed_questions import FIXED
from generator.forms.asked.question_types import ALWAYS, Answer, Choices, Field
from generator.forms.form_words import CHECK, TO_DO
from generator.forms.formulas import NO_STATUS, ON_RETURN, SHARE, WORD_KINDS, MeasureWorkings
from generator.forms.typed_formulas import BAD, STEPS, UNSEEN
from generator.forms.typed_formulas import literal as text
from generator.forms.workings import EMPTY, UNREADABLE, Workings
from generator.judging.plausibility import FULL, TIMES, last_day_to_expect, may_exceed_full, only_grows
from generator.model.english import day
from generator.model.figures import BARE_UNITS, Span
from generator.model.measure import Kind
from generator.model.messages.wording import Severity


class CheckColumn:
    """The formulas of any form's Check column, made of its workings."""

    def __init__(self, workings: Workings) -> None:
        self.workings, self.asked, self.at = workings, workings.asked, workings.at

    def formula(self, field: Field) -> str | None:
        """The formula of a question's Check cell; None where there is nothing to say."""
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

    def _unanswered(self, field: Field) -> str:
        """What is said of an empty answer to a declared question: nothing, unless it is needed and nobody shares it."""
        question, severity = field.question, self.workings.contents.unanswered
        needed = question and self.workings.calls_for(question.needed)
        if not needed or severity is None:
            return EMPTY
        to_do = f"{TO_DO if severity is Severity.ERROR else CHECK}{field.to_do}"
        tests = (needed, *(f'{self.at[name]}=""' for name in ("same_as",) if name in self.asked.by_name))
        return f'IF(AND({",".join(tests)}),{text(to_do)},"")'

    def _check_choice(self, field: Field, when_empty: str, when_chosen: str) -> str:
        typed = self.at[field.working]
        wrong = text(f"{TO_DO}choose an answer from the list, or clear this cell.")
        listed = self.workings.is_in_list(typed, field.choices) if field.choices else "TRUE"
        return f'IF({typed}="",{when_empty},IF({listed},{when_chosen},{wrong}))'

    def _check_lines(self, field: Field) -> str:
        words = self.at[f"{field.ref}_words"]
        return f'IF({words}>0,{words}&IF({words}=1," word"," words"),{self._unanswered(field)})'

    def _check_date(self, field: Field, doubt: str = EMPTY) -> str:
        day = self.at[f"{field.working}_value"]
        wrong = text(f"{TO_DO}enter a date such as 31/01/2019.")
        return f'IF({self.at[field.working]}="",{self._unanswered(field)},IF({day}="{BAD}",{wrong},{doubt}))'

    def _check_words(self, field: Field) -> str:
        typed = self.at[field.working]
        empty = text(TO_DO + field.to_do) if field.needed == ALWAYS else self._unanswered(field)
        unreadable = text(f"{TO_DO}type the answer itself in place of the formula.")
        said = text("Looked up when you return this form.") if field.name == "same_as" else EMPTY
        return f'IF({typed}="",{empty},IF({typed}="{UNREADABLE}",{unreadable},{said}))'

    def headline(self) -> str:
        """The formula that counts what is left to do, and leads to the first of it."""
        sheet = self.workings.sheet
        column, refs = f"{sheet}!$D:$D", f"{sheet}!$A:$A"
        to_do, check = f'COUNTIF({column},"{TO_DO}*")', f'COUNTIF({column},"{CHECK}*")'
        first = f'MATCH("{TO_DO}*",{column},0)'
        things = f'{to_do}&IF({to_do}=1," thing"," things")&" left to do. Next: "&INDEX({refs},{first})&"."'
        queries = f'" Put right or explain "&{check}&IF({check}=1," answer"," answers")&" marked Check."'
        ready = f'"Nothing left to do. Save this workbook and send it."&IF({check}=0,"",{queries})'
        return f'IF({to_do}=0,{ready},HYPERLINK("#{sheet}!C"&{first},{things}))'


class MeasureCheckColumn(CheckColumn):
    """The formulas of the Check column of a form about a measure."""

    def __init__(self, workings: MeasureWorkings) -> None:
        super().__init__(workings)
        self.figures = workings

    def formula(self, field: Field) -> str | None:
        """The formula of a question's Check cell; None where there is nothing to say."""
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
        needed, sound = (self._needed(field, half), self._sound(half)) if is_asked else (EMPTY, EMPTY)
        unseen = (
            f"{TO_DO}this cell shows another figure than it holds. Choose the number format General, and type it again."
        )
        wrong = f'IF({figure}="{UNSEEN}",{text(unseen)},{sound})'
        return f'IF({self.at[field.name]}="",{needed},IF({figure}="{BAD}",{text(number)},{wrong}))'

    def _needed(self, field: Field, half: str) -> str:
        """A figure may be left out with a reason, or where its status is stated."""
        reason, stated = self.at["missing_reason"], self.at[f"{half}_status_override"]
        return f'IF(AND({reason}="",{stated}=""),{text(TO_DO + field.to_do)},{self._late(half)})'

    def _late(self, half: str) -> str:
        """What is overdue is said at the result, or at the forecast where only the year's target has passed."""
        overdue = self.figures.overdue[half]
        if not overdue or (half == "forecast" and self.figures.overdue["quarter"]):
            return EMPTY
        said = f"Overdue: this was due on {day(overdue.due)}. If it was done, say so at {FIXED['quarter_actual'].ref}."
        return f"IF({self.figures.is_late(half)},{text(said)},{EMPTY})"

    def _sound(self, half: str) -> str:
        """What is said of a figure that is one: that it may be a share, or gives no status, or looks odd."""
        figure, worked, stated = (self.at[f"{half}_{name}"] for name in ("figure", "status", "status_override"))
        share = f"{TO_DO}is it less than 1%, or a share of 1? Type 65 or 65%; for 0.65%, type the % sign too."
        ref = FIXED[f"{half}_status_override"].ref
        none = f"{TO_DO}no status follows from this figure. State it at {ref}."
        doubts = f'IF({figure}="{SHARE}",{text(share)},{self._doubts(half)})'
        return f'IF(AND({worked}="{NO_STATUS}",{stated}=""),{text(none)},{doubts})'

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
        if self.figures.measure.kind in {*WORD_KINDS, Kind.DATE}:
            return EMPTY
        settle = f"Put it right, or explain it at {FIXED['note_to_team'].ref}."
        tests = "".join(f"IF({test},{text(f'{CHECK}{words} {settle}')}," for test, words in doubts)
        asked = tests + EMPTY + ")" * len(doubts)
        return f'IF(OR({self.at["note_to_team"]}<>"",NOT(ISNUMBER({now}))),"",{asked})'

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
        on_return, none = f'{worked}="{ON_RETURN}"', f'OR({worked}="",{worked}="{NO_STATUS}")'
        since = f"&{self._since()}" if field.choices is Choices.DIRECTION else ""
        told = f'"Worked out: "&{worked}{since}&"."'
        pending = f'IF({on_return},"Worked out when you return this form.",{told})'
        chosen = f'IF({reason}="",{text(TO_DO + field.to_do)},{self._beside(field, name)})'
        if field.choices is Choices.STATUS and self.figures.about.stated_over_figures is Severity.ERROR:
            clear = f'"{TO_DO}clear this answer: the figures give "&{worked}&"."'
            chosen = f"IF({self.figures.is_judged(name.removesuffix('_status'))},{clear},{chosen})"
        return self._check_choice(field, f'IF({none},"",{pending})', chosen)

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
        note = FIXED["note_to_team"]
        settle = f"Put it right, or explain it at {note.ref}."
        before, after = (
            text(f"{CHECK}this is {when}. {settle}")
            for when in (f"before the {own.word}’s end", f"more than a year after the {own.word}’s end")
        )
        return f'IF({self.at[note.name]}<>"","",IF({day}<{early},{before},IF({day}>{late},{after},"")))'


def _kind_of_answer(kind: Kind, unit: str) -> str:
    match kind:
        case Kind.YES_NO:
            return "choose Yes or No."
        case Kind.MILESTONE:
            return "enter the milestone's word, such as Completed."
        case Kind.DATE:
            return "enter a date such as 31/01/2019."
    return f"enter a number on its own{'' if unit in BARE_UNITS else f', in {unit}'}."
