"""Over 120 workbooks that are broken or made to do harm, each with the code of the problem that it must get."""

from collections.abc import Callable, Iterator

from generator.reading.mistakes_in_words import _FAULTS
from generator.xlsx import Fault
from tests.xlsx.archives import packed, parts, sheet, strings, styles
from tests.xlsx.test_archive import OTHER_FILES, UNSAFE
from tests.xlsx.test_book import DAMAGED
from tests.xlsx.test_limits import TOO_BIG

GOOD = parts(
    sheet('<row r="1"><c t="s" s="0"><v>0</v></c></row>'), sharedStrings=strings("<t>text</t>"), styles=styles(0)
)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
BROKEN: dict[str, tuple[Callable[[str], str], Fault]] = {
    "entities": (lambda part: LAUGHS + part, Fault.UNSAFE),
    "external entity": (lambda part: f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{part}', Fault.UNSAFE),
    "cut": (lambda part: part[: len(part) // 2], Fault.DAMAGED),
    "empty": (lambda _: "", Fault.DAMAGED),
    "zeros": (lambda part: "\0" * len(part), Fault.DAMAGED),
    "bad character": (lambda part: part.replace(">", ">\x0b", 1), Fault.DAMAGED),
    "undeclared entity": (lambda part: part.replace(">", ">&nbsp;", 1), Fault.DAMAGED),
    "one long tag": (lambda part: part.replace(">", f' x="{"y" * 300_000}">', 1), Fault.TOO_BIG),
    "deep": (lambda part: part.replace(">", f">{'<a>' * 99}{'</a>' * 99}", 1), Fault.TOO_BIG),
}


def hostile() -> Iterator[tuple[str, bytes, str]]:
    """Give each with a name and the code of its problem."""
    for name, (data, fault) in OTHER_FILES.items():
        yield f"other, {name}", data, _FAULTS[fault]
    for group, fault in ((DAMAGED, Fault.DAMAGED), (UNSAFE, Fault.UNSAFE), (TOO_BIG, Fault.TOO_BIG)):
        for name, data in group.items():
            yield f"{fault.value}, {name}", data, _FAULTS[fault]
    for part, text in GOOD.items():
        for name, (breaks, fault) in BROKEN.items():
            yield f"{name} in {part.replace('/', ' ')}", packed({**GOOD, part: breaks(str(text))}), _FAULTS[fault]
