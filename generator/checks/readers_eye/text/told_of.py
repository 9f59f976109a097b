"""Whether what is said in a clause is said of what is measured: its subject has the title's words and hardly others."""

import re
from collections.abc import Set as AbstractSet

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.sought import Sought, word_set
from generator.checks.readers_eye.text.subject import stems

_WORD = re.compile(r"[a-z]{3,}")
_OF_ANYTHING = word_set(
    """the and our this that its for has have had are was were been being continues continue continued again now also
    then number numbers total overall average rate rates level levels figure figures result results proportion
    percentage share per cent recorded reported reports report quarter quarterly performance timeliness absence new all
    with from over under slightly still steadily further sharply there not only but while although though in of"""
)
_ITSELF = Sought(
    r"^(?:overall |our |the |this )*(?:performance|timeliness|result|figure|rate|outturn)s?(?: for \w+)?\b"
)
_MOST = 60
"""Letters: what is longer is more than the subject of a verb."""
_LEADING = re.compile(r"^(?:(?:In|During|Over|For|At|By|Since|Although|While|Whilst|However|Overall)\b[^,]{0,40}, )")
_DONE = re.compile(r"\b[A-Za-z]{3,}ed\b")


def is_said_of_it(before: str, text: OfMeasure) -> bool:
    """Whether the words before a verb name what is measured, or its performance, and nothing else.

    Of a percentage they must name what was done ("collection" of tax collected): that there were more of those to whom
    it was done says nothing of their share.
    """
    subject = _LEADING.sub("", before.strip())
    if len(subject) > _MOST or any(map(str.isdigit, subject)):
        return False
    if _ITSELF.search(subject):
        return True
    content = {_stem(word) for word in _WORD.findall(subject.lower()) if word not in _OF_ANYTHING}
    every = text.subject | set(_WORD.findall(text.title.lower()))
    title = text.subject if text.unit != "%" else frozenset().union(*map(stems, _DONE.findall(text.title)))
    return (
        bool(content) and all(_is_in(each, every) for each in content) and any(_is_in(each, title) for each in content)
    )


def _stem(word: str) -> str:
    return next(iter(stems(word)), word)


def _is_in(stem: str, subject: AbstractSet[str]) -> bool:
    return any(stem.startswith(each) or each.startswith(stem) for each in subject if abs(len(stem) - len(each)) <= 2)
