"""TEXT03: words that stand in for a text; TEXT04 and TEXT05: too little, and too much."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.checks.readers_eye.text.words import has_words, plain_words
from generator.model.problem import Problem
from generator.model.question import Takes

_STANDS_IN = any_of(
    r"""TBC TBA TBD to_be_(?:confirmed|advised|determined)(?!_(?:by|in|at)_) to_follow(?!_(?:in|on|by|the|at)_)
    awaiting_(?:text|commentary|update) lorem_ipsum
    insert_(?:text|commentary|here)
    (?:commentary|comment|text|narrative)_(?:is_|remains_)?(?:provisional|awaited|required)
    (?:commentary|comments?|text|narrative|reasons?|update|wording)_(?:is_|are_)?to_be_(?:added|provided|supplied|written|drafted)
    to_be_completed_by(?!_(?:\d|the_end|early|late|mid|next|[a-z]+_\d))
    completed_by_the_compiling_officer
    no_(?:commentary|comment|update)_(?:was_|has_been_)?(?:provided|received|available)
    (?:commentary|comments?|text|narrative|figures?)_(?:has_|have_)?(?:not_yet|yet_to)_(?:be_|been_)?(?:received|provided|supplied|written)
    update_(?:required|needed) as_per_previous see_above(?!_for_) as_above blah"""
)
_PLACEHOLDER = Sought(rf"\b(?:{_STANDS_IN})\b")
_ELSEWHERE = Sought(
    r"\b(?:see|refer to|as per|as in|details? in|shown in|given in|listed in|set out in) (?:the |my |our |an? )?"
    r"(?:separate |full )?(?:attached|enclosed|attachment|spreadsheet|e-?mail|hyperlink|link below)(?: [a-z]+)?\b"
    r"|\b(?:attached|enclosed) (?:spreadsheet|document|file|report|table|list|sheet|graph|chart|e-?mail|note|paper|plan"
    r"|appendix|word|excel|pdf)\b|\b(?:spreadsheet|report|graph|chart|list|table|document|paper)s? (?:is "
    r"|are )?(?:attached|enclosed)\b"
)
"""What a reader of the report does not have."""
_SAME_AS = Sought(
    r"\b(?:narrative|commentary|comments?) (?:for|of|under) [^.]{1,40}(?:appl(?:ies|y|icable)|the same|also)\b"
    r"|\b(?:see|refer to) (?:the |our )?(?:narrative|commentary|comments?|explanation|reasons?) (?:made |given )?"
    r"(?:in|of|for|from) (?:the |our )?(?:last|previous|prior|earlier)\b"
)
_AS_BEFORE = Sought(
    r"^(?:please )?(?:as|as per|same as|no change (?:since|from|on)|unchanged (?:since|from)|see|refer to)"
    r" (?:the |our )?(?:last|previous|prior|earlier|Q[1-4]|above)"
    r"(?: (?:quarter|time|report|month|period|year|return|update|commentary|comments?|text|narrative)(?:[’']s)?)"
    r"{0,2}[.!]?$"
)
_IN_BRACKETS = Sought(
    r"\[(?:insert|add|enter|check|confirm|name|date|reason|number|figure|tbc|to follow|xx*)\b[^\]]{0,60}\]"
    r"|\[(?:the )?(?:[a-z]+ ){0,4}?(?:to|please) (?:please )?(?:add|confirm|complete|provide|insert|supply|update"
    r"|write)(?:\]| (?:[a-z]+ ){0,4}?(?:comment|commentary|text|narrative|figure|date|update|reason|detail|wording"
    r"|here)s?\b[^\]]{0,40}\])"
    r"|\[(?:please (?:add|complete|confirm|update)|(?:any )?(?:further|other) comments?)\b[^\]]{0,60}\]"
)
_SAYS_NOTHING = Sought(
    r"^awaiting (?:the )?(?:figures?|data|information|comments?|narrative|response|input)\b[^.]{0,30}[.!]$"
    r"|^(?:(?:there is |we have |i have )?nothing (?:further |more |else |new )?to (?:report|add|say)(?: this \w+"
    r"| at present)?"
    r"|no (?:further |new |other )?(?:comments?|updates?|news)(?: to (?:report|make|add))?(?: this \w+"
    r"| at (?:present|this time))?"
    r"|all (?:is )?(?:good|well|fine)|business as usual|as (?:above|before|previously)(?: reported| stated| described)?"
    r"|see above|not applicable|it is what it is|ditto)[.!]$"
)
_NOT_CHOSEN = Sought(
    r"(?:\b[a-z]+ ?/ ?[a-z]+(?: not)?,? ?[*(\[]*(?:please )?|[*(\[]+(?:please )?|\bplease )"
    r"(?:delete|strike out|cross out) (?:as|where|whichever)"
    r"(?: is)?(?: not)? (?:applicable|appropriate|required|necessary|applies|apply)\b"
    r"|\b(?:improved ?/ ?(?:worsened|deteriorated|declined)|(?:increased|reduced|decreased) ?/ ?(?:decreased|reduced"
    r"|increased)|(?:risen|rose) ?/ ?(?:fallen|fell)|(?:fallen|fell) ?/ ?(?:risen|rose)|met ?/ ?(?:not met|missed)"
    r"|(?:is|was|has|will|are|have) ?/ ?(?:is|was|has|will|are|have) not)\b"
)
"""A form's choice of words of which none was struck out."""
_ERROR_IN_A_SHEET = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NUM!|NULL!|NAME\?|N/A\b|SPILL!|CALC!)|###+(?!\w)")
_ANY_PLACEHOLDER = (_PLACEHOLDER, _SAME_AS, _ELSEWHERE, _NOT_CHOSEN, _AS_BEFORE, _SAYS_NOTHING)
_SHORT = 10
_NOTHING = re.compile(r"\?\?+|\bxx+\b|^\s*(?:n/?a|none|nil|-)\.?\s*$", re.IGNORECASE)


def placeholders(text: Commentary) -> Iterator[Problem]:
    """TEXT03 for words that stand in for a text that was never written."""
    is_likely = bool(text.likely(_ANY_PLACEHOLDER))
    for line in text.lines:
        found = placeholder_in(line) if is_likely or _may_be_left_blank(line.text) else ""
        if found:
            said = next((each for each in line.sentences if found in each), line.text)
            yield text.problem("TEXT03", line, said, words=found)


def placeholder_in(line: Line) -> str:
    """The words of a line that stand in for a text; empty where there are none."""
    found: Found | re.Match[str] | None = line.search(_PLACEHOLDER) or line.search(_SAME_AS)
    found = found or line.search(_ELSEWHERE)
    if not found and "[" in line.text:
        found = line.search(_IN_BRACKETS)
    if not found and "#" in line.text:
        found = _ERROR_IN_A_SHEET.search(line.text)
    found = found or line.search(_NOT_CHOSEN)
    for sought in (_AS_BEFORE, _SAYS_NOTHING):
        if not found and line.may_hold(sought):
            found = next(filter(None, map(sought.search, line.sentences)), None)
    if not found and _may_be_left_blank(line.text):
        found = _NOTHING.search(line.text)
    return found[0].strip() if found else ""


def _may_be_left_blank(text: str) -> bool:
    """Whether a text is short, or has signs that stand where something is to be written."""
    return len(text) < _SHORT or "[" in text or "#" in text or "??" in text or "xx" in text.lower()


_FEWEST_WORDS, _MOST_WORDS = 5, 300
_A_BODY = re.compile(
    r"\b(?:[A-Z]{2,6}|[A-Z][\w'’-]+(?: (?:and|of|for|the))* [A-Z][\w'’-]+"
    r"|(?i:boards?|committees?|panels?|groups?|teams?|forums?|cabinet|council|partnerships?|scrutiny"
    r"|executive|portfolio holders?|members"
    r"|trusts?|trustees|alliance|network|governors|authority|commission(?:er)?s?|director|head|manager))\b"
)
"""Who looks at a measure, which is an answer by itself wherever reasons are not what is asked."""


def lengths(text: Commentary) -> Iterator[Problem]:
    """TEXT04 for an answer too short to tell anything; TEXT05 for one too long to be read."""
    for question in text.known.questions:
        lines = text.of(question.key)
        whole = " ".join(line.text for line in lines)
        if lines and text.explains and not has_words(whole, _FEWEST_WORDS):
            names_a_body = question.label != text.asks_for_reasons and _A_BODY.search(whole)
            if question.takes is not Takes.LINES or names_a_body or any(map(placeholder_in, lines)):
                continue
            yield text.problem("TEXT04", lines[0], lines[0].text, label=question.label)
        elif len(whole) > 2 * _MOST_WORDS:  # a word takes a letter and a blank
            count = len(plain_words(whole))
            if count > _MOST_WORDS:
                facts = {"label": question.label, "count": count, "most": _MOST_WORDS}
                yield text.problem("TEXT05", lines[0], lines[0].text, **facts)
