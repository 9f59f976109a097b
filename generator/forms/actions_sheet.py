"""The sheet of a form's actions: a row for each that is open, with how it was, and empty ones for new ones."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import count

from generator.forms.answers_again import answer_again
from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.looks import Look
from generator.forms.as_xlsx.sheet_plan import (
    Colour,
    Formula,
    Frame,
    PlannedTable,
    Rule,
    SheetColumn,
    SheetPlan,
    quoted,
)
from generator.forms.asked import form_words as form
from generator.forms.asked.action_words import (
    ACTION_HEADINGS,
    ACTION_NAMES,
    HOW_TO_PROMISE,
    HOW_TO_REPORT,
    NEW_ROWS,
    NO_DATE,
    STATES_OFFERED,
    last_time_of,
    subject_key,
)
from generator.forms.asked.fixed_questions import DATE_ALERT, LIST_ALERT
from generator.forms.asked.form_contents import Contents
from generator.forms.text_height import height_of, in_columns
from generator.model.action import Action, ActionState, Promise
from generator.model.english import counted, plural
from generator.model.shape import Topic
from generator.xlsx import column_letters

_WIDTHS = {
    "action_title": 44,
    "action_owner": 22,
    "action_due": 13,
    "part_of": 26,
    "last_time": 30,
    "action_state": 14,
    "action_percent": 13,
    "action_reason": 30,
    "action_update": 44,
    "so_far": 28,
    "action_id": 3,
    "key": 3,
}
_COLUMNS = {name: place for place, name in enumerate(ACTION_HEADINGS, 1)}
_LETTERS = {name: column_letters(place) for name, place in _COLUMNS.items()}
_HIDDEN = {"action_id", "key"}
_TEAM_COLUMN, _TEAM_WIDTH = len(ACTION_HEADINGS) + 1, 46
_ALL_WIDTHS = (*(_WIDTHS[name] for name in ACTION_HEADINGS), _TEAM_WIDTH)
_HEADING_ROW = 6
_REPORTED = ("action_owner", "action_due", "action_state", "action_percent", "action_reason", "action_update")
_PROMISED = ("action_title", "part_of", *_REPORTED)


class ActionsSheet:
    """Plans the actions of one form; ``number`` tells it from the others of its workbook."""

    def __init__(self, title: str, contents: Contents, number: int) -> None:
        self.title, self.contents, self.number = title, contents, number
        self.plan = SheetPlan(title)
        rows = count(_HEADING_ROW + 1)
        self.open = {each.promise.id: (next(rows), each) for each in contents.actions or ()}
        self.parts = Counter(each.promise.part_of.id for each in contents.actions or () if each.promise.part_of)
        new = max(NEW_ROWS, sum(1 for key in contents.action_answers if key not in self.open))
        self.new = tuple(next(rows) for _ in range(new))
        self.last_row = self.new[-1]
        self.headings = list(ACTION_HEADINGS.values()) + [form.TEAM_HEADING] * bool(contents.action_remarks)

    def names(self) -> Iterator[tuple[str, str]]:
        """The defined name of each column with its cells."""
        for name in ACTION_NAMES:
            letter = _LETTERS[name]
            yield name, f"{quoted(self.title)}!${letter}${_HEADING_ROW + 1}:${letter}${self.last_row}"

    def planned(self) -> SheetPlan:
        """The whole sheet with its formulas, lists, colours and locks."""
        plan, contents = self.plan, self.contents
        subject = contents.subject
        about = subject.label.removeprefix(f"{subject.word}: ") if isinstance(subject, Topic) else subject.title
        plan.put(1, 1, f"Actions: {about or subject.label}", looks.LONG_TITLE)
        plan.put(2, 1, f"{contents.council}, {contents.period.in_full}", looks.SMALL_LINE)
        plan.put(3, 1, HOW_TO_REPORT, looks.PLAIN_LINE)
        plan.put(4, 1, HOW_TO_PROMISE, looks.PLAIN_LINE)
        plan.put(1, _COLUMNS["key"], subject_key(subject.code), looks.KEY)
        for name, heading in ACTION_HEADINGS.items():
            plan.put(_HEADING_ROW, _COLUMNS[name], heading, looks.KEY if name in _HIDDEN else looks.HEADING)
        if contents.action_remarks:
            plan.put(_HEADING_ROW, _TEAM_COLUMN, form.TEAM_HEADING, looks.HEADING)
        for row, action in self.open.values():
            self._plan_open(row, action)
        written = [key for key in contents.action_answers if key not in self.open]
        for place, row in enumerate(self.new):
            self._plan_new(row, written[place] if place < len(written) else "")
        plan.heights |= {1: 24, 2: 15, 3: 15, 4: 15, _HEADING_ROW: 18}
        plan.frame = self._frame()
        return plan

    def _plan_open(self, row: int, action: Action) -> None:
        promise = action.promise
        self._put(row, "action_title", promise.title, looks.GIVEN_BELOW if promise.part_of else looks.GIVEN)
        project = promise.part_of.title if promise.part_of else ""
        last_time = " ".join((*self._of_parts(promise), last_time_of(action)))
        self._put(row, "part_of", project or None, looks.SAID)
        self._put(row, "last_time", last_time, looks.SAID)
        self._put(row, "action_id", promise.id, looks.KEY)
        self._put(row, "key", action.due.isoformat() if action.due else NO_DATE, looks.KEY)
        for name in _REPORTED:
            issued = {"action_owner": action.owner or None, "action_due": action.due}.get(name)
            self._plan_answer(row, name, promise.id, issued)
        at_first = None if promise.id in self.contents.action_answers else f"{form.TO_DO}say how far it is."
        self.plan.put(row, _COLUMNS["so_far"], Formula(_to_do(row, action), at_first), looks.SO_FAR)
        self._plan_remarks(row, promise.id)

    def _of_parts(self, promise: Promise) -> Iterator[str]:
        """Of a project, how many of its parts stand in the rows below."""
        if number := self.parts[promise.id]:
            yield f"{counted(number, 'part')} of it {plural(number, 'is', 'are')} still open, below."

    def _plan_new(self, row: int, key: str) -> None:
        for name in _PROMISED:
            self._plan_answer(row, name, key, None)
        at_first = None if key else ""
        self.plan.put(row, _COLUMNS["so_far"], Formula(_to_promise(row), at_first), looks.SO_FAR)
        self._plan_remarks(row, key)

    def _plan_remarks(self, row: int, key: str) -> None:
        """What the performance team says of a row, which is as high as that and its other texts need."""
        remarks = "\n".join(self.contents.action_remarks.get(key, ()))
        if remarks:
            self.plan.put(row, _TEAM_COLUMN, remarks, looks.REMARK)
        self.plan.heights[row] = max(30, height_of(in_columns(self.plan.cells[row], _ALL_WIDTHS)))

    def _plan_answer(self, row: int, name: str, key: str, issued: str | date | None) -> None:
        content, number_format = issued, "dd/mm/yyyy" if name == "action_due" else "@"
        answers = self.contents.action_answers.get(key)
        if answers is not None:
            typed = answers.get(name)
            content, number_format = answer_again(typed, number_format) if typed else (None, number_format)  # type: ignore[assignment]
        self.plan.put(row, _COLUMNS[name], content, looks.ANSWER, number_format)

    def _put(self, row: int, name: str, text: str | None, look: Look) -> None:
        self.plan.put(row, _COLUMNS[name], text, look, "@")

    def _frame(self) -> Frame:
        first, last = _HEADING_ROW + 1, self.last_row
        widths = [SheetColumn(_WIDTHS[name], name in _HIDDEN) for name in ACTION_HEADINGS]
        went_back = len(self.headings) > len(widths)
        end = column_letters(len(self.headings))
        so_far = f"${_LETTERS['so_far']}{first}"
        reported = (
            _cells("action_owner", "action_due", first, last),
            _cells("action_state", "action_update", first, last),
        )
        new = [_cells(name, name, self.new[0], last) for name in ("action_title", "part_of")]
        return Frame(
            title=self.title,
            columns=(*widths, SheetColumn(_TEAM_WIDTH)) if went_back else tuple(widths),
            table=PlannedTable(f"Actions_{self.number}", f"A{_HEADING_ROW}:{end}{last}", tuple(self.headings)),
            rules=tuple(self._rules(first, last)),
            colours=tuple(
                Colour(columns, f'LEFT({so_far},{len(form.TO_DO)})="{form.TO_DO}"', looks.YELLOW)
                for columns in reported
            ),
            open_cells=" ".join((*reported, *new)),
            frozen_rows=_HEADING_ROW,
            frozen_columns=_COLUMNS["action_title"],
            start=f"{_LETTERS['action_state']}{first}",
            print_area=f"A1:{end if went_back else _LETTERS['so_far']}{last}",
            repeated_rows=f"{_HEADING_ROW}:{_HEADING_ROW}",
            landscape=True,
            scale=45 if went_back else 53,
        )

    def _rules(self, first: int, last: int) -> Iterator[Rule]:
        due, part_of, state = (_cells(name, name, first, last) for name in ("action_due", "part_of", "action_state"))
        titles = "${0}${1}:${0}${2}".format(_LETTERS["action_title"], first, last)
        yield Rule(due, "date", "1", DATE_ALERT, "By when", "For example 31/01/2019.")
        yield Rule(part_of, "list", titles, LIST_ALERT, "Part of", "The action of which it is a part.")
        words = ",".join(STATES_OFFERED)
        yield Rule(state, "list", f'"{words}"', LIST_ALERT, "State", "Whether it is late follows from its date.")


def _cells(start: str, end: str, first: int, last: int) -> str:
    """The cells of some columns, from one row to another."""
    return f"{_LETTERS[start]}{first}:{_LETTERS[end]}{last}"


def _to_do(row: int, action: Action) -> str:
    """The formula that says what is still to be told of an action."""
    _, due, state, percent, reason, update = (f"{_LETTERS[name]}{row}" for name in _REPORTED)
    before = f"DATE({action.due.year},{action.due.month},{action.due.day})" if action.due else '""'
    to_do = form.TO_DO
    return (
        f'IF(AND({state}="",{percent}="",{reason}="",{update}="",{due}={before}),"{to_do}say how far it is.",'
        f'IF({state}="","{to_do}choose its state.",'
        f'IF(AND({state}="{ActionState.WITHDRAWN}",{reason}=""),"{to_do}say why it was withdrawn.",'
        f'IF(AND({due}<>{before},{reason}=""),"{to_do}say why its date moved.",""))))'
    )


def _to_promise(row: int) -> str:
    """The formula that says what is still to be told of a new action."""
    cells = [f"{_LETTERS[name]}{row}" for name in _PROMISED]
    title, _, _, due, *_ = cells
    to_do = form.TO_DO
    return (
        f'IF({"&".join(cells)}="","",'
        f'IF({title}="","{to_do}say what will be done.",IF({due}="","{to_do}say by when.","")))'
    )
