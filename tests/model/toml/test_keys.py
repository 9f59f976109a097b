"""The keys of a TOML text: found on their lines, read as they are declared, and every fault told, but not for ever."""

import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.toml.keys import (
    DEEPEST,
    LONGEST,
    MOST,
    FaultKind,
    Key,
    MoreFaults,
    NotTomlError,
    Table,
    TooLargeError,
    read_keys,
    read_toml,
    told,
    type_of_path,
)
from generator.model.toml.values import (
    NotOneOfError,
    colour,
    cut,
    day_in_words,
    lines_of_text,
    one_of,
    one_text,
    some_of,
    texts,
    texts_or_none,
    whole_number,
    yes_or_no,
)

LINES = {
    "a key": ("a = 1", ("a",), 1),
    "the second of two": ("a = 1\nb = 2", ("b",), 2),
    "a key in quotes": ('\n"a b" = 1', ("a b",), 2),
    "a key in quotes with a mark of its own": ('\n"a\\"b" = 1', ('a"b',), 2),
    "a key after its comment": ("# a = 1\na = 2", ("a",), 2),
    "a key under its heading": ("a = 1\n[t]\na = 2", ("t", "a"), 3),
    "a heading": ("a = 1\n\n[t] # it\n", ("t",), 3),
    "a key of a heading within another": ("[t]\na = 1\n[t.u]\na = 2", ("t", "u", "a"), 4),
    "a heading whose name has a dot": ('["t.u"]\na = 1', ("t.u", "a"), 2),
    "the first entry": ("[[t]]\na = 1\n[[t]]\na = 2", ("t", 0, "a"), 2),
    "the second entry": ("[[t]]\na = 1\n[[t]]\na = 2", ("t", 1, "a"), 4),
    "a table within an entry": ("[[t]]\n[[t]]\n[t.u]\na = 2", ("t", 1, "u", "a"), 4),
    "entries within an entry": ("[[t]]\n[[t.u]]\n[[t]]\n[[t.u]]\n[[t.u]]\na = 2", ("t", 1, "u", 1, "a"), 6),
    "a key with dots": ("\nt.a = 1", ("t", "a"), 2),
    "a key with spaces about its dots": ("\nt . a = 1", ("t", "a"), 2),
    "a table that dots make": ("\nt.a = 1", ("t",), 2),
    "a key that a text seems to have": ('x = """\na = 1\n[t]\n"""\na = 2', ("a",), 5),
    "a text that seems to end": ('x = """\\"""\na = 1"""\na = 2', ("a",), 3),
    "a text that ends in quotes": ('x = """x"""""\na = 2', ("a",), 2),
    "a key after a text in single quotes": ("x = '''\n\\'\na = 1\n'''\na = 2", ("a",), 5),
    "a key after a list of several lines": ("x = [\n1, # ]\n'a = [',\n]\na = 2", ("a",), 5),
    "a key within braces: the line of what holds it": ("x = 1\nt = { a = 1 }", ("t", "a"), 2),
    "a key that is not there: its heading's": ("a = 1\n[t]\nb = 2", ("t", "a"), 2),
    "an entry that is not there: the first's": ("\n[[t]]", ("t", 3, "a"), 2),
    "nothing at all": ("b = 2", ("a",), None),
    "a key after Windows' line ends": ("b = 2\r\n\r\na = 1\r\n", ("a",), 3),
}


@pytest.mark.parametrize(("text", "path", "line"), LINES.values(), ids=LINES)
def test_a_key_is_found_on_its_line(text: str, path: type_of_path, line: int | None) -> None:
    assert read_toml(text).line_of(path) == line


NAMES = ("a", "b-1", "c_2", '"a b"', '"d.e"', "'f'", '"é"', '"g\\"h"')
VALUES = (
    *("1", "1.5", "true", "2018-12-04", "2018-12-04T07:32:00.5", "'a = 1'", '"\\"a = 1"', '""', "''"),
    *('"""\na = 1\n[b]\n"""', "'''\n[[a]]\na = 1\n'''", '""""x""""', '"""\\\n  a = 1"""', '"x" # a = 1'),
    *(
        "[]",
        "[\n  1, # a = 1\n  2,\n]",
        '["]", "["]',
        "[[1], [2]]",
        "{}",
        "{ a = 1, b = { c = 2 } }",
        "[{ a = 1 },\n{}]",
    ),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[type_of_path, int]]:
    """A text, with the line that each of its keys and headings stands on."""
    lines: list[str] = []
    expected: dict[type_of_path, int] = {}
    entries: dict[str, int] = {}
    for heading in ("", *draw(st.lists(st.sampled_from(["t", "[u]", '"v w"', "[u]"]), unique=False, max_size=4))):
        name = heading.strip('[]"')
        if name and name in entries and not heading.startswith("["):
            continue
        path: type_of_path = (name,) if name else ()
        if name:
            lines += draw(st.lists(st.sampled_from(["", "# a = 1", " "]), max_size=2))
            lines.append(f"[{heading}]")
            path += (entries.setdefault(name, 0),) if heading.startswith("[") else ()
            entries[name] = entries.get(name, 0) + 1
            expected[path] = len(lines)
        for key in draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4)):
            expected[*path, key.strip("\"'").replace("\\", "")] = len(lines) + 1
            lines += f"{draw(st.sampled_from(['', '  ']))}{key} = {draw(st.sampled_from(VALUES))}".split("\n")
    return "\n".join(lines), expected


@given(documents())
def test_every_key_of_any_text_is_found_on_its_line(made: tuple[str, dict[type_of_path, int]]) -> None:
    text, expected = made
    toml = read_toml(text)
    assert {path: toml.lines.get(path) for path in expected} == expected
    for path in toml.lines:
        value: object = toml.values
        for part in path:
            value = value[part]  # type: ignore[index]


@given(st.text(st.sampled_from("ab.=[]{}\"'\n\\#, "), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(NotTomlError):
        toml = read_toml(text)
        assert {(key,) for key in toml.values} <= toml.lines.keys()


TOO_LARGE = {
    "a long text": f'a = "{"x" * LONGEST}"',
    "a key of many names": ".".join(["a"] * 50_000) + " = 1",
    "a key of many names in quotes": ".".join(['"a"'] * 30_000) + " = 1",
    "a heading of many names": f"[{'.'.join(['a'] * 50_000)}]",
    "a key of many names in braces": f"a = {{ {'.'.join(['a'] * 50_000)} = 1 }}",
    "lists in lists": "a = " + "[" * 50_000,
    "braces in braces": "a = " + "{ a = " * 20_000,
}


@pytest.mark.parametrize("text", TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_nobody_needs_is_refused_before_it_is_read(text: str) -> None:
    with pytest.raises(TooLargeError):
        read_toml(text)


def test_what_somebody_may_need_is_read() -> None:
    deep = ".".join(["a"] * DEEPEST) + " = " + "[" * DEEPEST + "]" * DEEPEST
    assert read_toml(
        f"{deep}\n# {'x' * 100_000}\nb.c = 'www.one.two.three.four.five.six.seven.eight.nine.ten.uk'"
    ).values


NOT_TOML = {
    "a word without quotes": ("a = 1\nb = word", 2),
    "a key twice": ("a = 1\na = 2", 2),
    "a quote that is not closed": ('a = "x', 1),
    "a number of thousands of digits": (f"a = {'9' * 5000}", None),
    "a day that is not in the calendar": ("a = 2018-02-30", 1),
}


@pytest.mark.parametrize(("text", "line"), NOT_TOML.values(), ids=NOT_TOML)
def test_what_is_not_toml_is_told_with_its_line(text: str, line: int | None) -> None:
    with pytest.raises(NotTomlError) as told_of:
        read_toml(text)
    assert told_of.value.line == line
    assert not isinstance(told_of.value, TooLargeError)


MENU = Table(
    {
        "name": Key(one_text, '"Lunch"', required=True),
        "guests": Key(whole_number(10), "4"),
        "kitchen": Table({"chef": Key(one_text, '"Ada"')}),
        "words": Table(others=Key(one_text, '"meaning"')),
        "dish": Table(
            {
                "title": Key(one_text, '"Soup"', required=True),
                "only": Table(others=Key(texts, '["Monday"]')),
                "side": Table({"of": Key(one_text, '"rice"')}, several=True, or_one=True, example='{ of = "rice" }'),
            },
            several=True,
        ),
    }
)

FULL = """\
name = "Lunch"
guests = 4
[kitchen]
chef = "Ada"
[words]
x = "y"
[[dish]]
title = "Soup"
only = { Monday = ["noon"] }
side = { of = "rice" }
[[dish]]
title = "Pie"
side = [{ of = "peas" }, {}]
"""

READ = {
    "nothing but what there must be": (
        'name = "Lunch"',
        {"name": "Lunch", "kitchen": {}, "words": {}, "dish": ()},
    ),
    "everything": (
        FULL,
        {
            "name": "Lunch",
            "guests": 4,
            "kitchen": {"chef": "Ada"},
            "words": {"x": "y"},
            "dish": (
                {"title": "Soup", "only": {"Monday": ("noon",)}, "side": ({"of": "rice"},)},
                {"title": "Pie", "side": ({"of": "peas"}, {}), "only": {}},
            ),
        },
    ),
    "headings written as dots and braces": (
        'name = "Lunch"\nkitchen.chef = "Ada"\ndish = [{ title = "Soup" }]',
        {
            "name": "Lunch",
            "kitchen": {"chef": "Ada"},
            "words": {},
            "dish": ({"title": "Soup", "only": {}, "side": ()},),
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_a_text_is_read_as_it_is_declared(text: str, expected: dict[str, object]) -> None:
    assert read_keys(read_toml(text), MENU) == (expected, [])


FAULTS = {
    "a key that nobody knows": ("gests = 4", FaultKind.UNKNOWN, 2, "gests", " Did you mean “guests”?"),
    "a heading that nobody knows": ("[kitchn]", FaultKind.UNKNOWN, 2, "kitchn", " Did you mean “kitchen”?"),
    "a key that nobody knows in a heading": ("[kitchen]\nchief = 1", FaultKind.UNKNOWN, 3, "chief", "“chef”"),
    "a key that belongs above": ("[words]\nguests = 4", FaultKind.MISPLACED, 3, "guests", ""),
    "a key that belongs above an entry": ('[[dish]]\ntitle = "x"\nguests = 4', FaultKind.MISPLACED, 4, "guests", ""),
    "a key that is missing": ("[[dish]]\nonly = {}", FaultKind.MISSING, 2, "title", 'title = "Soup"'),
    "a value that is wrong": ("guests = 11", FaultKind.WRONG, 2, "guests", "it must be a whole number from 0 to 10."),
    "a value of a word of one's own": ("[words]\nx = 1", FaultKind.WRONG, 3, "x", 'x = "meaning"'),
    "a value within braces": ('[[dish]]\ntitle = "x"\nonly.Monday = 1', FaultKind.WRONG, 4, "Monday", "a list"),
    "no heading where one must be": ("kitchen = 1", FaultKind.WRONG, 2, "kitchen", "[kitchen]"),
    "one heading for several": ("[dish]", FaultKind.WRONG, 2, "dish", "[[dish]]"),
    "several headings for one": ("[[kitchen]]", FaultKind.WRONG, 2, "kitchen", "[kitchen]"),
    "no heading among several": ('dish = [{ title = "x" }, 1]', FaultKind.WRONG, 2, "dish", "[[dish]]"),
    "no braces where there must be": (
        '[[dish]]\ntitle = "x"\nside = "rice"',
        FaultKind.WRONG,
        4,
        "side",
        'side = { of = "rice" }',
    ),
    "a key too long to show": (f"{'x' * 1000} = 1", FaultKind.UNKNOWN, 2, "x" * 59 + "…", ""),
    "a key that would break the line": ('"a\\nb" = 1', FaultKind.UNKNOWN, 2, "a b", ""),
}


@pytest.mark.parametrize(("text", "kind", "line", "key", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_line(text: str, kind: FaultKind, line: int, key: str, words: str) -> None:
    _, (fault,) = read_keys(read_toml(f'name = "Lunch"\n{text}'), MENU)
    assert (fault.kind, fault.line, fault.key) == (kind, line, key)
    assert words in f"{fault.suggestion} {fault.why} {fault.right}"


def test_faults_are_told_by_their_lines_and_those_beyond_some_are_counted() -> None:
    text = "\n".join(["guests = 11", *(f"k{number} = 1" for number in range(10_000)), "[kitchen]", "chef = 1"])
    _, faults = read_keys(read_toml(text), MENU)
    *some, more = told(faults)
    assert [each.line for each in some] == [None, *range(1, MOST + 2), 10_003]
    assert more == MoreFaults(kind=FaultKind.UNKNOWN, count=10_000 - MOST, line=MOST + 2)


def test_every_key_that_is_declared_is_known() -> None:
    assert MENU.every_key == ("name", "guests", "kitchen", "words", "dish", "chef", "title", "only", "side", "of")


RIGHT = {
    "a text": (one_text, " x ", "x"),
    "lines": (lines_of_text, "a\n\n b\n", ("a", "b")),
    "texts": (texts, ["a", "b"], ("a", "b")),
    "no texts": (texts_or_none, [], ()),
    "the least number": (whole_number(3), 0, 0),
    "the greatest number": (whole_number(3), 3, 3),
    "yes": (yes_or_no, True, True),
    "a date": (day_in_words, date(2018, 12, 4), "4 December 2018"),
    "a date in words": (day_in_words, "Early May", "Early May"),
    "a colour": (colour, "#aa11ff", "#AA11FF"),
    "a word": (one_of(("Red", "Green")), "rED", "Red"),
    "some words": (some_of(("Red", "Green")), ["green"], ("Green",)),
    "none of the words": (some_of(("Red", "Green")), [], ()),
}


@pytest.mark.parametrize(("read", "value", "expected"), RIGHT.values(), ids=RIGHT)
def test_a_value_is_read(read: object, value: object, expected: object) -> None:
    assert read(value) == expected  # type: ignore[operator]


WRONG = {
    "an empty text": (one_text, " ", "not empty"),
    "no text": (one_text, 1, "double quotes"),
    "a text of two lines": (one_text, "a\nb", "line break"),
    "no lines": (lines_of_text, "\n", "not empty"),
    "a tab among lines": (lines_of_text, "a\tb", "cannot be printed"),
    "no list": (texts, "a", "list"),
    "an empty list": (texts, [], "not empty"),
    "a list with a number": (texts, ["a", 1], "double quotes"),
    "a name twice": (texts, ["a", "A"], "twice"),
    "too great a number": (whole_number(3, of="days"), 4, "a whole number of days from 0 to 3"),
    "a negative number": (whole_number(3), -1, "whole number"),
    "a fraction": (whole_number(3), 1.0, "whole number"),
    "a truth for a number": (whole_number(3), True, "whole number"),
    "a number for a truth": (yes_or_no, 1, "true or false"),
    "a word for a colour": (colour, "red", "six digits"),
    "a short colour": (colour, "#FFF", "six digits"),
    "a word that is near": (
        one_of(("Red", "Green")),
        "Gren",
        "“Gren” is not one of: Red, Green. Did you mean “Green”?",
    ),
    "a number for a word": (one_of(("Red",)), 1, "double quotes"),
    "one word of several": (some_of(("Red", "Green")), ["Red", "Blue"], "“Blue” is not one of"),
}


@pytest.mark.parametrize(("read", "value", "words"), WRONG.values(), ids=WRONG)
def test_a_value_that_is_wrong_says_how_it_must_be(read: object, value: object, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)) as fault:
        read(value)  # type: ignore[operator]
    assert str(fault.value).endswith((".", "?"))


def test_a_long_list_of_words_is_cut() -> None:
    many = [f"word {number}" for number in range(10_000)]
    assert len(str(NotOneOfError("x" * 100_000, many))) < 1_200
    assert cut("x" * 100) == "x" * 59 + "…"
