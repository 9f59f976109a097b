"""Whole sentences: TEXT01 no end, TEXT02 no beginning, TEXT10 too long, TEXT12 no verb, TEXT19 a bracket by itself."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought, any_of, phrase
from generator.checks.readers_eye.text.words import has_any, has_words, plain_words, word_set, words_read
from generator.model.english import counted
from generator.model.problem import Problem

_ENDS = (".", "!", "?", ":")
_ENDED = re.compile(r"[.!?:][\"”’')\]]*$|;[\"”’')\]]+$")
_NOT_LAST = word_set(
    "the a an of to and or but with for in on by is are was were that which from as at our their its this"
)
_HANGING = Sought(rf"\b(?:{'|'.join(sorted(_NOT_LAST))})$|\b(?:the|an?|and|(?:rates?|number|figures?|levels?) of)\.$")
_CUT_SHORT = Sought(
    r"\b(?:(?:at|by|in|from|until|during|for|of|on|with|after|before|(?<!one to )to) (?:the|our|its|a)"
    r" (?:next|following|new|previous|current|coming|forthcoming|upcoming|latest|main|annual|quarterly|monthly)"
    r"|(?:the|those|these|people|a) [a-z]+ (?:that|which|whose)|(?:change|changes|way|decision|review) (?:to|of|on) how"
    r"|(?:to|of|for|people|those) whose|until|(?:the|an?) [a-z]+ of|than (?:in|at|on|for|by|of)"
    r"|(?:so|meant|means|expected) that"
    r"|[a-z]+s who (?:has|have|had|was|were|are|will)|the|an|our|(?:could|did|would|can|will|had) not [a-z]+ a|and|than"
    r"|due to|because of|because|such as|including|in order to|as well as"
    r"|(?:caused|driven|led|followed|explained|affected|supported) by)\.$"
    r"|, (?:but|so|or|if|while|which|who|that)\.$"
    r"|(?:, |\band )(?:which|who) (?:would|will|could|should|can|may|has|have|had|was|were|is|are)\.$"
)
_LEADS_ON = word_set(
    """but so or if while which who that next following new previous current coming forthcoming upcoming latest main
    annual quarterly monthly the an our their and than to of because as including by would will could should can may
    has have had was were is are be how whose until for a in at on"""
)
"""What a sentence may be cut short after, before its full stop."""
_SUBORDINATE = Sought(r"\b(?:because|whereas) (?!of\b)(?P<clause>[^,;.]+)\.$")
_HAD_TO_BE = Sought(
    r"\b(?:because|although) (?!.*\b(?:where|when|than|as|what|how)\b)[^,;.]+ (?:had|has|have|needs?|needed) to be\.$"
)
_MAY_DO, _FEWEST_IN_A_CLAUSE = re.compile(r"s\b"), 3
"""After several things any word may be a verb; and of fewer words there need be none."""
_FROM_ONE = phrase("from_one")
_LONGEST_HANGING = len("figures of.\n")
_A_FIGURE = re.compile(r"[–:-] ?£?[\d,.]+(?:%| \w+)?$")
_ENOUGH_FOR_A_SENTENCE = 6


def ends_early(text: Commentary) -> Iterator[Problem]:
    """TEXT01 for a text that stops in the middle of a sentence; where only full stops are missing, once a return."""
    unstopped: list[Line] = []
    lines = text.lines
    for line, after in zip(lines, (*lines[1:], None), strict=False):
        bare = line.text.rstrip(" ,")
        hanging = _hangs(bare) and has_words(bare, 3)
        follows = after is not None and after.is_item and after.question == line.question
        if hanging or line.text.rstrip().endswith(",") or (bare.endswith(";") and not (line.is_item or follows)):
            yield text.problem("TEXT01", line, _last_words(line.text), how="in the middle of a sentence")
        elif _is_unended(line, bare):
            unstopped.append(line)
        for sentence in line.sentences:
            if _is_cut_short(sentence) and not (sentence is line.sentences[-1] and _hangs(sentence)):
                yield text.problem("TEXT01", line, _last_words(sentence), how="in the middle of a sentence")
    if unstopped:
        often = f" ({counted(len(unstopped), 'time')} in this return)" if unstopped[1:] else ""
        yield text.problem("TEXT01", unstopped[0], _last_words(unstopped[0].text), how=f"without a full stop{often}")


def _hangs(text: str) -> bool:
    """Whether a text stops at a word that another must follow."""
    last = text[text.rfind(" ") + 1 :].lower()
    return last.rstrip(".") in _NOT_LAST and _HANGING.search_part(text, len(text) - _LONGEST_HANGING) is not None


def _is_cut_short(sentence: str) -> bool:
    """Whether a sentence stops after a word that leads on, or its last clause has no verb."""
    leads_on = sentence.endswith(".") and sentence[sentence.rfind(" ") + 1 : -1].lower() in _LEADS_ON
    if leads_on and _CUT_SHORT.search_part(sentence):
        return not _FROM_ONE.search(sentence)
    if _HAD_TO_BE.search(sentence):
        return True
    last = _SUBORDINATE.search(sentence)
    if not last or not has_words(last["clause"], _FEWEST_IN_A_CLAUSE):
        return False
    return not (_MAY_DO.search(last["clause"]) or _may_have_a_verb(last["clause"]))


def _may_have_a_verb(part: str) -> bool:
    return bool(_FINITE.search_part(part) or _MAY_BE_A_VERB.search(part) or has_any(part, _IRREGULAR))


def _is_unended(line: Line, bare: str) -> bool:
    return (
        not line.is_item
        and bare[-1:] not in _ENDS
        and not _ENDED.search(bare)
        and not _A_FIGURE.search(bare)
        and len(plain_words(bare)) >= _ENOUGH_FOR_A_SENTENCE
    )


def _last_words(text: str) -> str:
    return text if len(text) <= 60 else f"...{text[-57:].lstrip()}"


_LOWER_START = re.compile(r"[a-z]{2,}[\s,]|[,;)]")
_BROKEN_BRACKET = re.compile(r"[^\w(]*\w+(?: \w+){0,2}\)")


def starts_late(text: Commentary) -> Iterator[Problem]:
    """TEXT02 for a text that starts in the middle of a sentence: small, or with the end of a bracket."""
    for question in text.known.questions:
        before: Line | None = None
        for line in text.of(question.key):
            follows = before is not None and (line.is_item or before.text.endswith((":", ";", ",")))
            opening = line.text.lstrip("\"“‘'( ")
            if not line.is_item and not follows and (_LOWER_START.match(opening) or _closes_first(line.text)):
                yield text.problem("TEXT02", line, line.text)
            before = line


def _closes_first(text: str) -> bool:
    """Whether a bracket that was never opened closes among the first words; a single letter or number may list."""
    return bool(_BROKEN_BRACKET.match(text)) and not re.match(r"\w{1,2}\)", text)


_LISTED = re.compile(r"(?:^|[\s;,])\(?(?:(?:\w|[ivx]{1,4})\)(?=\s|$)|\d{1,2}\))|[:;]-?[()]")


def brackets(text: Commentary) -> Iterator[Problem]:
    """TEXT19 for a line with a bracket that is never opened, or never closed; marks of lists are none."""
    for line in text.lines:
        if line.text.count("(") != line.text.count(")"):
            bare = _LISTED.sub(" ", line.text)
            opened, closed = bare.count("("), bare.count(")")
            if opened != closed and not _closes_first(line.text):
                yield text.problem("TEXT19", line, line.text, how="opened" if closed > opened else "closed")


_LONGEST_SENTENCE = 45


def long_sentences(text: Commentary) -> Iterator[Problem]:
    """TEXT10 once a return, for sentences that have to be read twice: the longest is quoted."""
    long = [(len(plain_words(sentence)), line, sentence) for line, sentence in text.sentences if _may_be_long(sentence)]
    long = [each for each in long if each[0] > _LONGEST_SENTENCE]
    if long:
        count, line, sentence = max(long, key=lambda each: each[0])
        others = f"; {counted(len(long) - 1, 'other sentence')} in this return too" if long[1:] else ""
        yield text.problem("TEXT10", line, sentence, count=count, most=_LONGEST_SENTENCE, others=others)


def _may_be_long(sentence: str) -> bool:
    return len(words_read(sentence).words) > _LONGEST_SENTENCE  # its marks are among them


_DEPENDENT = Sought(
    r"^(?:In addition to|As well as|Despite|Following|Due to|Because of|As a result of|Including|Such as"
    r"|Owing to|In spite of|Along with)\b[^,;:–]*\.$"
)
_THINGS_DID = re.compile(r"\b[a-z]+s (?:[a-z]+ed|went|came|fell|rose|grew|left|ran|broke|lost|took|sat|stood)\b")
"""What makes a sentence whole that begins with "Due to" and goes on without a comma."""
_AUXILIARIES = any_of(
    """is are was were am has have had will would shall should can could may might must does do did
    we they it there this which that who i he she you"""
)
_FINITE = Sought(rf"\b(?:{_AUXILIARIES})\b|n[’']t\b")
_MAY_BE_A_VERB = re.compile(
    r"(?!(?:\w+teen|days|weeks|months|years|hours|minutes|points|percentage|per cent)\b)\b[a-z]+(?:s|ed|en)\b",
    re.IGNORECASE,
)
_IRREGULAR = word_set(
    """rose fell went came made took saw met kept held grew left gave ran led began became brought built found got
    lost meant put set sent spent stood told won wrote hit beat cost cut shut split spread struck taught sold
    sought slid drew drove chose broke bore bought caught dealt felt fought flew forgot froze hid hung knew laid
    lay lent lit paid rang rode sank shook shone shot shrank slept spoke sprang stole stuck swept swung threw tore
    wore wound said let quit see note please remain continue need show work read refer contact people children men
    women staff police half most many few others everybody nobody"""
)
"""Verbs in the past that do not end as most do, what bids, and words for several: a verb after them may be any word."""
_NO_VERB_FIRST = Sought(
    r"^(?:An?|The|No|Some|Our|All|In|On|At|For|With|From|\d[\d,.]*%?|One|Two|Three|Four|Five|Six|Seven|Eight"
    r"|Nine|Ten|\w+teen"
    r"|Twenty|Just|Only|Mostly|Mainly)\b"
)
_FEWEST_IN_A_FRAGMENT, _LONGEST_FRAGMENT, _LONGEST_REMARK = 4, 20, 9
"""Words; "A most respectable record." is a remark, and no half of a sentence."""
_DIGIT_OR_COLON = re.compile(r"[\d:]")
_NUMBERED = re.compile(r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|[A-Z]\w+teen|Twenty)\b(?! ?per)")
_OF_THINGS = re.compile(r"\S+ (?:(?:more|other|new|of) )?(?:[a-z]+ ){0,2}?(?:[a-z]+s\b|of\b|\d)")
"""A number with what is counted: another word after it may be what they do ("286 wait")."""


def fragments(text: Commentary) -> Iterator[Problem]:
    """TEXT12 for a sentence of an account that certainly has no verb of its own; of list items nothing is said."""
    on_actions = text.on_actions
    for line in text.account:
        for sentence in () if line.is_item or line.question in on_actions else line.sentences:
            if sentence[0].isupper() and sentence.endswith(".") and not _FINITE.search(sentence):
                count = len(plain_words(sentence))
                if _FEWEST_IN_A_FRAGMENT <= count <= _LONGEST_FRAGMENT and _is_fragment(sentence, count):
                    yield text.problem("TEXT12", line, sentence)


def _is_fragment(sentence: str, count: int) -> bool:
    """Whether it depends on what is not there, or tells of something without a verb; with a figure it is a note."""
    if _DEPENDENT.search(sentence):
        return not _THINGS_DID.search(sentence)
    is_note = _DIGIT_OR_COLON.search(sentence) or not _NO_VERB_FIRST.search(sentence)
    is_of_things = not _NUMBERED.match(sentence) or _OF_THINGS.match(sentence)
    is_remark = count <= _LONGEST_REMARK and not _NUMBERED.match(sentence)
    return not is_note and not is_remark and is_of_things is not None and not _may_have_a_verb(sentence)
