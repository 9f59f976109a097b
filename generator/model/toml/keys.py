"""The keys of a TOML text that a person wrote: where each stands, what each may be, and all that is wrong with them.

What a text may hold is declared: a ``Table`` of ``Key`` and of further ``Table``. Nothing here knows of files, nor what
the keys mean: a text goes in, values and faults come out, and whoever declares the keys words the faults.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, takewhile
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.model.problem import nearest
from generator.model.toml.values import cut

LONGEST = 150_000
"""Characters that a text may have; the settings of a large council have some 20,000."""

DEEPEST = 10
"""How many names a dotted key may have, and how many brackets may be open at once."""

MOST = 20
"""How many faults of one kind are told one by one."""

type_of_path = tuple[str | int, ...]
"""A key after the headings that it stands under; a number counts the entries of one name: ``rules, 0, severity``."""


class NotTomlError(ValueError):
    """A text is not TOML; ``line`` is where, counted from 1, or None where that is not known."""

    def __init__(self, fault: str, line: int | None = None) -> None:
        super().__init__(fault)
        self.line = line


class TooLargeError(NotTomlError):
    """A text is longer, or nested more deeply, than anybody needs. It is not read at all."""


class Key(NamedTuple):
    """One key: how its value is read (as those of ``values`` do), a value that is right, and whether it must be there.

    The example is written as TOML has it: ``"Derby City Council"``, with its quotes.
    """

    read: Callable[[object], object]
    example: str
    required: bool = False


class Table(NamedTuple):
    """What may stand under a heading: ``[committee]``; or ``[[rules]]``, where there may be ``several`` entries.

    ``others`` is for all keys that are not declared, where keys are a person's own words, as in a glossary. ``or_one``
    says that a single one of several may stand without a list: ``when = { ... }``; its ``example`` is a value, as a
    key's is. A table that is not there is read as an empty one.
    """

    keys: Mapping[str, "Key | Table"] = MappingProxyType({})
    several: bool = False
    or_one: bool = False
    others: Key | None = None
    example: str = ""

    @property
    def every_key(self) -> tuple[str, ...]:
        """Every key that is declared, headings and what stands under them too, each once."""
        below = (key for each in self.keys.values() if isinstance(each, Table) for key in each.every_key)
        return tuple(dict.fromkeys((*self.keys, *below)))

    def entries_of(self, value: object) -> list[Mapping[str, object]] | None:
        """The entries that a value has, one if there may not be several; None where it is no table or list of tables.

        ``value`` is None where the heading is not there.
        """
        if value is None:
            return [] if self.several else [{}]
        alone = not self.several or (self.or_one and isinstance(value, Mapping))
        entries = [value] if alone else value
        is_right = isinstance(entries, list) and all(isinstance(each, Mapping) for each in entries)
        return entries if is_right else None  # type: ignore[return-value]


class FaultKind(StrEnum):
    """What can be wrong with a key. One is misplaced that stands under a heading and belongs above all headings."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    MISPLACED = "misplaced"
    WRONG = "wrong"


def _as_written(key: str) -> str:
    """A key as it must be written: in quotation marks where there is more in it than plain letters."""
    return cut(key) if re.fullmatch(r"[A-Za-z0-9_-]+", key) else f'"{cut(key)}"'


class KeyFault(NamedTuple):
    """One thing that is wrong with a key; ``line`` is its own, else its heading's, else None.

    ``why`` says what is wrong with its value, and is worded only when it is told: to look for the nearest of the words
    that may stand there takes time. ``right`` is the line as it could be.
    """

    kind: FaultKind
    path: type_of_path
    line: int | None
    why: object = ""
    right: str = ""
    known: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key as a message can show it: on one line, and cut where it is long."""
        return cut(str(self.path[-1]))

    @property
    def heading(self) -> str:
        """The heading that it stands under, without its brackets."""
        return cut(".".join(each for each in self.path[:-1] if isinstance(each, str)))

    @property
    def suggestion(self) -> str:
        """`` Did you mean “item”?``, with its leading space, where one of the known keys is near."""
        return nearest(str(self.path[-1]), self.known)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreFaults:
    """How many faults of a kind there are besides those that are told; ``line`` is that of the first of them."""

    kind: FaultKind
    count: int
    line: int | None


class Toml(NamedTuple):
    """A TOML text as it was read: its values, and the line of each key and heading, counted from 1."""

    values: Mapping[str, object]
    lines: Mapping[type_of_path, int]

    def line_of(self, path: type_of_path) -> int | None:
        """The line of a key; else of the heading that it would stand under; else None."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def fault(self, kind: FaultKind, path: type_of_path, **facts: Any) -> KeyFault:
        """A fault of the key, with its line; ``facts`` are the further attributes of KeyFault."""
        return KeyFault(kind=kind, path=path, line=self.line_of(path), **facts)


def read_toml(text: str) -> Toml:
    """Read a TOML text. Raises NotTomlError, and TooLargeError before it costs memory or time."""
    if len(text) > LONGEST:
        raise TooLargeError(f"it has {len(text):,} characters, and {LONGEST:,} are the most.")
    statements = tuple(_statements(text))
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = re.search(r"at line (\d+)|at end of document", str(error))
        line = int(found[1] or text.count("\n") + 1) if found else None
        raise NotTomlError(f"{error}.", line) from None
    return Toml(values=values, lines=_lines_of_keys(statements))


def read_keys(toml: Toml, declared: Table) -> tuple[dict[str, Any], list[KeyFault]]:
    """Read all that a text holds, as it is declared.

    The values are those of the keys that are there and right; tables are dicts, and tuples of them where there may be
    several. The faults are all that there are.
    """
    reader = _Reader(toml, declared)
    return reader.table(toml.values, declared, ()), reader.faults


def told(faults: Iterable[KeyFault]) -> Iterator[KeyFault | MoreFaults]:
    """The faults in the order of their lines, no more of a kind than a person can use; then how many are left.

    A key that is missing since it is misspelled is told of once, where it stands.
    """
    by_kind: dict[FaultKind, list[KeyFault]] = {}
    every = tuple(faults)
    unknown = [each for each in every if each.kind is FaultKind.UNKNOWN][:MOST]
    for fault in sorted(every, key=lambda each: each.line or 0):
        if fault.kind is FaultKind.MISSING and any(_is_meant(each, fault) for each in unknown):
            continue
        alike = by_kind.setdefault(fault.kind, [])
        alike.append(fault)
        if len(alike) <= MOST:
            yield fault
    for kind, alike in by_kind.items():
        if len(alike) > MOST:
            yield MoreFaults(kind=kind, count=len(alike) - MOST, line=alike[MOST].line)


def _is_meant(unknown: KeyFault, missing: KeyFault) -> bool:
    """Whether a key that nobody knows is near the one that is missing from the same table."""
    return unknown.path[:-1] == missing.path[:-1] and f"“{missing.key}”" in unknown.suggestion


class _Reader:
    """Goes through a text as it is declared, and notes every fault."""

    def __init__(self, toml: Toml, declared: Table) -> None:
        self.toml, self.declared = toml, declared
        self.faults: list[KeyFault] = []

    def table(self, values: Mapping[str, object], declared: Table, path: type_of_path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key in dict.fromkeys((*values, *declared.keys)):
            rule, here = declared.keys.get(key, declared.others), (*path, key)
            if path and key in self.declared.keys and key not in declared.keys:
                self.note(FaultKind.MISPLACED, here)
            elif rule is None:
                self.note(FaultKind.UNKNOWN, here, known=tuple(declared.keys))
            elif isinstance(rule, Table):
                found[key] = self.below(values.get(key), rule, here)
            elif key in values:
                self.value(values[key], rule, here, found)
            elif rule.required:
                self.note(FaultKind.MISSING, here, right=f"{key} = {rule.example}")
        return found

    def below(self, value: object, declared: Table, path: type_of_path) -> Any:
        """What stands under a heading: a dict, or a tuple of them."""
        entries = declared.entries_of(value)
        if entries is None:
            right = f"{path[-1]} = {declared.example}" if declared.example else f"[{path[-1]}]"
            why = "it must hold keys in braces." if declared.example else "it must be a heading with keys under it."
            self.note(FaultKind.WRONG, path, why=why, right=f"[{right}]" if declared.several else right)
            entries = [] if declared.several else [{}]
        paths = ((*path, number) if declared.several else path for number in count())
        found = tuple(self.table(each, declared, here) for each, here in zip(entries, paths, strict=False))
        return found if declared.several else found[0]

    def value(self, value: object, rule: Key, path: type_of_path, found: dict[str, Any]) -> None:
        try:
            found[str(path[-1])] = rule.read(value)
        except ValueError as fault:
            self.note(FaultKind.WRONG, path, why=fault, right=f"{_as_written(str(path[-1]))} = {rule.example}")

    def note(self, kind: FaultKind, path: type_of_path, **facts: Any) -> None:
        self.faults.append(self.toml.fault(kind, path, **facts))


# Where keys stand: TOML's reader does not say

_TOKEN = re.compile(
    r'(?P<word>"""(?:[^"\\]|\\.|"(?!""))*+"{0,5}'
    r"|'''(?:[^']|'(?!''))*+'{0,5}"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|[A-Za-z0-9_-]+)"
    r"|(?P<nothing>\#[^\n]*|[ \t\r]+)"
    r"|.",
    re.DOTALL,
)
"""Every alternative goes to its end, or to that of the text: none is tried twice, whatever the text."""

type_of_statement = tuple[int, tuple[str, ...]]
"""A heading, or a key with its value: the line that it begins on, and its words and signs."""


def _statements(text: str) -> Iterator[type_of_statement]:
    """The statements of a text, which need not be TOML. Raises TooLargeError where one is nested too deeply."""
    line = begun = 1
    tokens: list[str] = []
    depth = dots = 0
    for match in _TOKEN.finditer(text):
        found = match[0]
        if found == "\n" and depth <= 0:
            yield begun, tuple(tokens)
            tokens, depth, dots = [], 0, 0
        elif match.lastgroup != "nothing" and found != "\n":
            begun = begun if tokens else line
            tokens.append(found)
            depth += (found in {"[", "{"}) - (found in {"]", "}"})
            dots = dots + (found == ".") if match.lastgroup or found == "." else 0
            if max(depth, dots) > DEEPEST:
                raise TooLargeError(f"more than {DEEPEST} names with dots between them, or brackets in brackets.", line)
        line += found.count("\n")
    yield begun, tuple(tokens)


def _lines_of_keys(statements: Iterable[type_of_statement]) -> dict[type_of_path, int]:
    found: dict[type_of_path, int] = {}
    entries = Counter[type_of_path]()
    heading: type_of_path = ()
    for line, tokens in statements:
        names = _names(tokens)
        path = () if tokens[:1] == ("[",) else heading
        for place, name in enumerate(names, 1):
            path += (name,)
            found.setdefault(path, line)
            entries[path] += tokens[:2] == ("[", "[") and place == len(names)
            if entries[path]:
                path += (entries[path] - 1,)
                found.setdefault(path, line)
        heading = path if tokens[:1] == ("[",) else heading
    return found


def _names(tokens: Iterable[str]) -> list[str]:
    """The names of a heading or a key, which has several where dots stand between them."""
    key = takewhile(lambda token: token not in {"=", "]"}, tokens)
    return [_unquoted(token) for token in key if token not in {"[", "."}]


def _unquoted(name: str) -> str:
    if name[0] not in {'"', "'"}:
        return name
    return str(tomllib.loads(f"name = {name}")["name"]) if "\\" in name else name[1:-1]
