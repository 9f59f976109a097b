"""A text as a text: whole sentences, real content, actions that say who and when, words that readers know."""

import re
from collections.abc import Callable, Iterator

from generator.checks.readers_eye.abbreviations import acronyms
from generator.checks.readers_eye.phrases import Sought, any_of, most_words, pairs, phrase, repeats_a_word
from generator.checks.readers_eye.text import Commentary, Line, has_words, words
from generator.model.measure import code_key
from generator.model.problem import Problem
from generator.model.question import Takes

_ENDED = re.compile(r"[.!?:;][\"”’')\]]*$")
_NOT_LAST = any_of(
    "the a an of to and or but with for in on by is are was were that which from as at our their its this"
)
_HANGING = Sought(rf"\b(?:{_NOT_LAST})$|\b(?:the|an?|and|(?:rates?|number|figures?|levels?) of)\.$")
_LONGEST_HANGING = len("figures of.\n")
_A_FIGURE = re.compile(r"[–:-] ?£?[\d,.]+(?:%| \w+)?$")
_ENOUGH_FOR_A_SENTENCE = 6


def ends_early(text: Commentary) -> Iterator[Problem]:
    """TEXT01: a text that stops in the middle of a sentence; where only full stops are missing, once an answer."""
    unstopped: set[str] = set()
    for line in text.lines:
        bare = line.text.rstrip(" ,")
        hanging = _HANGING.pattern.search(bare, len(bare) - _LONGEST_HANGING) and len(words(bare)) > 2
        unended = (
            not line.is_item
            and not _ENDED.search(bare)
            and not _A_FIGURE.search(bare)
            and len(words(bare)) >= _ENOUGH_FOR_A_SENTENCE
        )
        if hanging or line.text.rstrip().endswith(","):
            yield text.problem("TEXT01", line, _last_words(line.text), how="in the middle of a sentence")
        elif unended and line.question not in unstopped:
            unstopped.add(line.question)
            yield text.problem("TEXT01", line, _last_words(line.text), how="without a full stop")


def _last_words(text: str) -> str:
    return text if len(text) <= 60 else f"...{text[-57:].lstrip()}"


_LOWER_START = re.compile(r"[a-z]{2,}[\s,]|[,;)]")


def starts_late(text: Commentary) -> Iterator[Problem]:
    """TEXT02: a text that starts in the middle of a sentence."""
    for question in text.known.questions:
        before: Line | None = None
        for line in text.of(question.key):
            follows = before is not None and (line.is_item or before.text.endswith((":", ";", ",")))
            opening = line.text.lstrip("\"“‘'( ")
            if not line.is_item and not follows and (_LOWER_START.match(opening) or _closes_first(line.text)):
                yield text.problem("TEXT02", line, line.text)
            before = line


def _closes_first(text: str) -> bool:
    """Whether a bracket is closed that was never opened."""
    return (
        ")" in text and text.find(")") < (text.find("(") if "(" in text else len(text)) and not re.match(r"\w\)", text)
    )


_STANDS_IN = any_of(
    r"""TBC TBA TBD to_be_(?:confirmed|advised|determined) to_follow awaiting_(?:text|commentary|update) lorem_ipsum
    xx+ insert_(?:text|commentary|here)
    (?:commentary|comment|text|narrative)_(?:is_|remains_)?(?:provisional|awaited|required)
    (?:narrative|commentary|comments?)_(?:for|of|under)_[^.]{1,40}(?:appl(?:ies|y|icable)|the_same|also)
    completed_by_the_compiling_officer
    no_(?:commentary|comment|update)_(?:was_|has_been_)?(?:provided|received|available)
    update_(?:required|needed) as_per_previous see_above as_above"""
)
_PLACEHOLDER = Sought(
    rf"\b(?:{_STANDS_IN})\b|\?\?+|^\s*(?:n/?a|none|nil|-)\.?\s*$",
    """tbc tba tbd be_confirmed be_advised be_determined to_follow awaiting lorem insert commentary comment comments
    text narrative compiling no_update update_required update_needed as_per see_above as_above n na none nil""",
    marks=r"x[xX]|X[xX]|\?\?|-\.?\s*$",
)


def placeholders(text: Commentary) -> Iterator[Problem]:
    """TEXT03: words that stand in for a text that was never written."""
    for line in text.lines:
        found = line.search(_PLACEHOLDER)
        if found:
            yield text.problem("TEXT03", line, found[0].strip())


_FEWEST_WORDS, _MOST_WORDS = 5, 300


def lengths(text: Commentary) -> Iterator[Problem]:
    """TEXT04 and TEXT05: an answer too short to tell anything, or too long to be read."""
    for question in text.known.questions:
        lines = text.of(question.key)
        whole = " ".join(line.text for line in lines)
        may_be_short = question.takes is not Takes.LINES or any(line.search(_PLACEHOLDER) for line in lines)
        if lines and not may_be_short and not has_words(whole, _FEWEST_WORDS):
            yield text.problem("TEXT04", lines[0], lines[0].text, label=question.label)
        elif len(whole) > 2 * _MOST_WORDS:  # a word takes a letter and a blank
            count = len(words(whole))
            if count > _MOST_WORDS:
                facts = {"label": question.label, "count": count, "most": _MOST_WORDS}
                yield text.problem("TEXT05", lines[0], lines[0].text, **facts)


_SOMEBODY = any_of(
    """team officers? managers? directors? heads?_of board services? we our council leads? leaders? group partners?
    divisions? departments? panel cabinet committee schools? providers? colleagues staff social_workers?"""
)
_OWNER = Sought(rf"\b(?:(?i:{_SOMEBODY})|[A-Z]{{2,5}})\b", flags=0)
_WHEN = phrase(
    r"""january february march april may june july august september october november december jan feb mar apr jun
    jul aug sept? oct nov dec Q[1-4] quarter 20\d\d(?:[/-]\d\d)? \d\d/\d\d term spring summer autumn winter
    weeks? months? years? daily weekly fortnightly monthly quarterly annual(?:ly)? today now currently
    ongoing on-going underway continu\w+"""
)


def owner_and_date(text: Commentary) -> Iterator[Problem]:
    """TEXT06: actions without anybody who takes them, or any time."""
    lines = text.of("actions")
    whole = " ".join(line.text for line in lines)
    lacks = [what for what, pattern in (("who acts", _OWNER), ("by when", _WHEN)) if not pattern.search(whole)]
    if lines and lacks and not any(line.search(_PLACEHOLDER) for line in lines):
        yield text.problem("TEXT06", lines[0], lines[0].text, lacks=" or ".join(lacks))


_POINTS_ELSEWHERE = Sought(
    r"\bactions? (?:taken |listed |set out |described )?above\b|\bfactors? (?:impacting|affecting)\b",
    "above impacting affecting",
)
_REASON = phrase(
    "due_to because as_a_result_of caused_by owing_to reason_for is_believed_to_be factors?",
    "due because result caused owing reason believed factor factors",
)
_ACTION = phrase(
    r"""will we_(?:are|have) (?:is|are)_\w+ing have_been plan\w* review\w* work\w* recruit\w* train\w* launch\w*
    continu\w* target\w* support\w* propos\w* monitor\w* action\w* need_to implement\w* introduc\w*
    develop\w* meet\w* to_reduce to_improve to_increase ensur\w* promot\w* underway agreed appoint\w* set_up
    discussion\w*"""
)


def reasons_for_actions(text: Commentary) -> Iterator[Problem]:
    """TEXT07: reasons where the report has the actions."""
    lines = text.of("actions")
    for line in lines:
        if line.search(_POINTS_ELSEWHERE):
            yield text.problem("TEXT07", line, line.text)
            return
    whole = " ".join(line.text for line in lines)
    if any(line.may_hold(_REASON) for line in lines) and _REASON.pattern.search(whole) and not _ACTION.search(whole):
        yield text.problem("TEXT07", lines[0], lines[0].text)


def other_measures(text: Commentary) -> Iterator[Problem]:
    """TEXT08: another measure that the reader will not find in this report."""
    known = text.known
    for line in text.lines:
        for match in {code_key(found[0]): found for found in line.finditer(known.like_codes)}.values():
            if code_key(match[0]) not in known.reported:
                yield text.problem("TEXT08", line, line.text, code=match[0])


_LONGEST_SENTENCE = 40


def long_sentences(text: Commentary) -> Iterator[Problem]:
    """TEXT10: a sentence that has to be read twice."""
    for line, sentence in text.sentences:
        if most_words(sentence) > _LONGEST_SENTENCE and (count := len(words(sentence))) > _LONGEST_SENTENCE:
            yield text.problem("TEXT10", line, sentence, count=count)


_TWICE = Sought(r"\b(?P<word>[a-z]{2,}) (?P=word)\b")
_FINE_TWICE = {"that", "had", "is", "very", "so"}
_NEVER_A_NOUN = "also is are was were will have has of and or to"
_SLIPS = (
    rf"\b(?:the|an|a) (?:{any_of(_NEVER_A_NOUN)})\b(?! (?:la|priori))",
    r"\bwith be\b|\bwill also to\b|\bto (?:be be|of)\b|\bhas be\b|\bwill (?:been|being)\b",
    r"\bno [a-z]+able (?:is|are|was|were)\b",
    r"\beach (?!bus|class|process|business|access|address|basis|loss|case's)[a-z]+[^sui']s\b(?!')(?= \w+s\b)",
    r"^(?:Additionally|Also|Furthermore|In addition|Moreover), (?:will|is|are|has|have|was) ",
    r"\b(?:achieve|meet|exceed|reach) (?:targeted|targetted)\b",
    r"\bA (?:\w+ )?(?:groups|teams|reviews|meetings|plans|measures) (?:of )?\b",
    r"\b(?:council|team|service|board) now have a\b",
    r"% ?(?:%|per cent\b)|£ ?£|(?-i:[a-z]{2}\.[A-Z][a-z])",
    r"\ba (?:8\d?|11|18)(?:\.\d+)? ?(?:%|per cent)",
    r"\b(?:is|was) (?:reduction|increase|decrease|drop) of\b",
    r"(?<!the )\b(?:last|this|next) (?:year|quarter|month)s (?!of\b|in\b)\w",
    r"\bis has\b|\b(?:in|on|at) during\b|\b(?:for|in|with|to) same (?:period|quarter|time|month|year)\b",
    r"\bthe subject to\b|(?:%|\bper cent|\bnumber) of (?:is|are|was|were|has|have)\b",
)
_AFTER_A = r"(?: (?:8|11|18|(?:\w+ )?(?i:groups|teams|reviews|meetings|plans|measures))|(?i:ble (?:is|are|was|were)))"
_SLIP = Sought(
    "|".join(f"(?:{each})" for each in _SLIPS),
    f"""{pairs("the an a", _NEVER_A_NOUN)} with_be also_to be_be to_of has_be will_been will_being each
    additionally furthermore moreover {pairs("also addition", "will is are has have was")} now_have
    {pairs("achieve meet exceed reach", "targeted targetted")}
    {pairs("is was", "reduction increase decrease drop")} {pairs("last this next", "years quarters months")} is_has
    {pairs("in on at", "during")} {pairs("for in with to", "same")} the_subject
    {pairs("of", "is are was were has have")}""",
    marks=rf"\.[A-Z]|% ?(?:%|(?i:per))|£ ?£|a{_AFTER_A}|A{_AFTER_A}",
)


def slips(text: Commentary) -> Iterator[Problem]:
    """TEXT11: a word that is missing, wrong or there twice."""
    for line, sentence in text.sentences:
        twices = _TWICE.finditer(sentence) if repeats_a_word(sentence) else ()
        twice = (match for match in twices if match["word"].lower() not in _FINE_TWICE)
        for found in (*twice, *_SLIP.finditer(sentence)):
            start = max(sentence.rfind(" ", 0, max(found.start() - 15, 0)) + 1, 0)
            yield text.problem("TEXT11", line, sentence[start : found.end() + 25].strip())


RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (
    ends_early,
    starts_late,
    placeholders,
    lengths,
    owner_and_date,
    reasons_for_actions,
    other_measures,
    acronyms,
    long_sentences,
    slips,
)
