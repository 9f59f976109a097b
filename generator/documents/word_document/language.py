"""The language inside a Word template's tags: Jinja2 in a sandbox, and how a value becomes text of the document."""

import re
from collections.abc import Sequence
from functools import lru_cache
from types import CodeType

from jinja2 import Template, TemplateRuntimeError, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from generator.documents.templating.allowance import left
from generator.documents.templating.paying_filters import WORD
from generator.documents.templating.sandbox import BoundedEnvironment, CountingGenerator, pay_to_print, spend_a_piece
from generator.documents.templating.unknown_field import UnknownField
from generator.documents.word_document.column_widths import within
from generator.model.characters import printable

PRINT_START, PRINT_END, DO_START, DO_END, NOTE_START, NOTE_END = (chr(0x10FFF0 + n) for n in range(6))
"""The delimiters that Jinja2 sees. No template may hold them, so nothing static can be taken for code."""

RESERVED = re.compile(f"[{PRINT_START}-{NOTE_END}]")

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_WIDEST = 1000  # centimetres
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


class _Ready(Markup):
    """Text that is already as the document needs it."""

    __slots__ = ()


class Made:
    """What a macro of the template, or the program, has made: parts of a document, which no filter can change."""

    __slots__ = ("xml",)

    def __init__(self, xml: str) -> None:
        self.xml = xml


def in_run(value: object) -> object:
    """Turn a value into the text of a run: escaped, lines broken, tabs set, what XML forbids left out."""
    if type(value) is str and value.isprintable():
        pay_to_print(value)
        if "&" in value or "<" in value or ">" in value:
            return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return value
    if isinstance(value, _Ready):
        return value
    return _broken_into_lines(_text(value))


def _broken_into_lines(text: str) -> _Ready:
    pay_to_print(text)
    left().write(len(_BREAK) * text.count("\n") + len(_TAB) * text.count("\t"))
    escaped = str(escape(printable(text)))  # a plain str again, whose replace escapes nothing
    return _Ready(escaped.replace("\n", _BREAK).replace("\t", _TAB))


def plain(value: object) -> _Ready:
    """Turn a value into text on one line, as attributes and properties need it."""
    text = _text(value)
    pay_to_print(text, WORD)
    return _Ready(escape(" ".join(printable(text).split())))


def paragraphs(value: object) -> _Ready:
    """Let paragraphs in that a macro of the template has made."""
    return _from_macro(value, "p", ("<w:p>", "<w:p ", "<w:p/>", "<w:tbl>", "<?"))


def runs(value: object) -> _Ready:
    """Let runs in that a macro of the template has made."""
    return _from_macro(value, "r", ("<w:r>", "<w:r ", "<w:hyperlink", "<w:bookmark", "<?"))


def _from_macro(value: object, kind: str, starts: tuple[str, ...]) -> _Ready:
    if isinstance(value, Undefined):
        str(value)  # raises, with its name
    if not isinstance(value, Made):
        raise TemplateRuntimeError(f"{{{{{kind} }}}} is for what a macro gives; for plain text, write {{{{ }}}}")
    if value.xml and not value.xml.startswith(starts):
        other = "r" if kind == "p" else "p"
        raise TemplateRuntimeError(f"the macro does not give what {{{{{kind} }}}} is for; write {{{{{other} }}}}")
    pay_to_print(value.xml, 1)
    return _Ready(value.xml)


def _text(value: object) -> str:
    """Refuse what would print as "None", "True" or a program's own name for a thing."""
    if isinstance(value, Undefined) or type(value) is int:
        return str(value)
    if isinstance(value, Made | Markup):
        raise TemplateRuntimeError("a macro gives paragraphs or runs; write {{p }} or {{r }} in place of {{ }}")
    if isinstance(value, str):
        return str(value)
    if value is None:
        raise TemplateRuntimeError("this has no value")
    raise TemplateRuntimeError("this is not text")


def fill(colours: Sequence[object]) -> _Ready:
    """The first colour of a cellbg tag."""
    return _colour(_text(colours[0]))


def ink(colours: Sequence[object]) -> _Ready:
    """The second colour of a cellbg tag."""
    return _colour(_text(colours[1]))


def share(value: object) -> _Ready:
    """The number of a fill_width tag."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < _WIDEST:
        raise TemplateRuntimeError("this is not a width; write a number in cm, such as 5.4")
    return _Ready(f"{value:.2f}")


@lru_cache(maxsize=256)
def _colour(value: str) -> _Ready:
    found = _COLOUR.fullmatch(value)
    if not found:
        raise TemplateRuntimeError(f"“{value}” is not a colour of six hexadecimal digits, such as AA1111")
    return _Ready(found[1].upper())


def ends_in_paragraph(content: str) -> str:
    """Close a cell: Word calls a file unreadable if a cell does not end in a paragraph."""
    return content if content.endswith(("</w:p>", "<w:p/>")) else f"{content}<w:p/>"


def with_rows(table: str) -> str:
    """Leave a table out that has come to have no rows; Word cannot open one."""
    return table if "<w:tr>" in table or "<w:tr " in table else ""


class _Printing(CountingGenerator):
    """Prints what ``in_run`` gives, which is escaped: Jinja2 would escape it again, at twice the time."""

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "")

    def _output_child_post(self, _node: nodes.Expr, _frame: Frame, _finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class _Sandbox(BoundedEnvironment):
    """The sandbox, with a short way to the template's macros; the long one is a quarter of the time."""

    code_generator_class = _Printing

    def call(self, context: Context, called: object, /, *args: object, **kwargs: object) -> object:
        if type(called) is Macro:
            spend_a_piece()
            for of_jinja in ("_loop_vars", "_block_vars"):
                kwargs.pop(of_jinja, None)
            return Made(str(called(*args, **kwargs)).strip())
        return super().call(context, called, *args, **kwargs)


@lru_cache(maxsize=1)
def environment() -> BoundedEnvironment:
    """The environment that all Word templates share; it loads and includes nothing."""
    made = _Sandbox(
        variable_start_string=PRINT_START,
        variable_end_string=PRINT_END,
        block_start_string=DO_START,
        block_end_string=DO_END,
        comment_start_string=NOTE_START,
        comment_end_string=NOTE_END,
        autoescape=True,
        undefined=UnknownField,
        finalize=in_run,
        keep_trailing_newline=True,
        optimized=False,  # there is nothing to work out in advance in a report's template, and it takes time
    )
    for each in made.globals.keys() - {"range"}:
        del made.globals[each]
    ours = (plain, paragraphs, runs, ends_in_paragraph, with_rows, within, fill, ink, share)
    made.filters.update({f"_{each.__name__}": each for each in ours})
    return made


def count_of_arguments(code: str) -> int:
    """Count what is given to a tag of ours, such as ``fill, ink``. Raises TemplateSyntaxError."""
    call = environment().parse(f"{PRINT_START}_({code}){PRINT_END}").find(nodes.Call)
    return len(call.args) if call and not call.kwargs else 0


_LOOKED_UP = re.compile(r"\bresolve\('(\w+)'\)")


def compiled(source: str, name: str) -> tuple[CodeType, frozenset[str]]:
    """Compile what Jinja2 reads. Also gives the names that it looks for in the context. Raises TemplateSyntaxError."""
    python = environment().compile(source, name, name, raw=True)
    return compile(python, name, "exec"), frozenset(_LOOKED_UP.findall(python)) - environment().globals.keys()


def ready(code: CodeType) -> Template:
    """A template of its code."""
    return Template.from_code(environment(), code, environment().make_globals(None))
