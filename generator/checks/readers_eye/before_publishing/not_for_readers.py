"""PUB06: words that were meant for a colleague, bids by name, and a lawyer's advice."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_TO_A_COLLEAGUE = (
    Sought(
        r"\b(?:can|could|would|will) (?:you|someone|somebody|anyone) (?:please |kindly |also |just |in [a-z]+ )?"
        r"(?:check|confirm|let|send|add|update|look|advise|provide|chase|amend|ask|find|tell|make|see|give|put|get|fill"
        r"|insert|change|remind|help|have|take)\b"
    ),
    Sought(
        r"\bplease (?!contact|see|note|visit|refer|ring|call|phone)(?:[a-z]+ (?:in|me|us|this|that|it|the|a)"
        r"|can|could|confirm|amend|delete|remove|ignore|advise|chase|add|insert|don[’']t)\b"
    ),
    Sought(
        r"\b(?:grateful if|would you mind|let me know|many thanks|kind regards|thank you for your (?:e-?mail|help)"
        r"|not for publication|do not publish|internal use only|off the record|between ourselves|for your eyes"
        r"|(?:over|back) to (?:you|me)|as (?:I|we) (?:discussed|agreed)|note to (?:self|editor|team|whoever))\b"
        r"|\bbefore (?:this|it) (?:goes|is sent|gets) (?:to|out|in|off)\b"
    ),
    Sought(r"\bcould [a-z]+ (?:please |also )?(?:add|check|confirm|send|update|look|chase)\b"),
    Sought(
        r"\b(?:I|we) (?:have |[’']ve )?(?:e-?mailed|chased|asked) you\b"
        r"|\b(?:as per|see|following|re) (?:my|your) (?:e-?mail|note|message|comments?|call)\b"
    ),
    Sought(
        r"\bI[’'](?:m|ll|ve)\b|(?:^|[.;,:?!] |\b(?:and|as|that|but|if) )I (?:am|will|have|think|need|don[’']t)\b",
        flags=0,
    ),
    Sought(r"^(?:Hi|Hello|Dear) [A-Za-z]+,|\b(?:FYI|NB to)\b", flags=0),
    Sought(r"(?:^|[.;:] )@[A-Z]?[a-z]+ (?=[a-z])", flags=0),
    Sought(
        r"\b(?:does anyone|do you|did you|have you|are you|is this what you|what do you|shall I|should I)\b"
        r"[^.;]{0,80}\?"
    ),
)
_NAME = r"(?:[A-Z][\w&’'-]+|[A-Z]{2,})(?: (?:and |& |of )?(?:[A-Z][\w&’'-]+|[A-Z]{2,}))*"
_NO_BIDDERS = any_of(
    "The This That We It They Our All Both Each No Three Two Four Five Six Only Some Most Cabinet Council"
)
_MONTHS = "|".join(MONTH_NAMES)
_FIRM = rf"(?!(?:{_NO_BIDDERS}|{_MONTHS})\b){_NAME}"
_BIDS, _BIDDER = (
    "[Bb]ids?|[Tt]enders?|[Qq]uotes?|[Qq]uotations?|[Oo]ffers?",
    "bidder|tenderer|bid|tender|quote|quotation",
)
_RANKED = any_of("preferred lowest highest cheapest only winning losing unsuccessful best")
_SUM = r"(?: of £[\d.,]+(?:m|k| million)?)?"
_BID = Sought(
    rf"\b(?:[Bb]ids?|[Tt]enders?|[Qq]uotations?){_SUM} (?:from|by|submitted by|received from) {_FIRM}"
    rf"|\b(?:{_BIDS}) of £[\d.,]+(?:m|k| million)? (?:from|by) {_FIRM}"
    rf"|\b{_FIRM} (?:was|were|is|are|has been) (?:the |our )?(?:{_RANKED}) (?:{_BIDDER})\b"
    rf"|\b{_FIRM} (?:had |has )?(?:bid|tendered|quoted|offered to do it|priced it) (?:at |for )?(?:£|the (?:{_RANKED}))"
    rf"|\b{_FIRM}['’]s? (?:{_BIDDER}|price|submission)\b"
    rf"|\b(?:{_BIDS})\b[^.;]{{0,80}}£[\d,.]+(?:k|m)? \({_FIRM}\)"
    rf"|\b(?:put|gave|made|sent|submitted|given) (?:in )?an? (?:price|bid|quote|tender|offer) to {_FIRM}"
    rf"|\b(?:in talks|negotiat\w+|haggling|bargaining) with {_FIRM}[^.;]{{0,40}}\b(?:price|terms|rates?|fee"
    rf"|settle\w*|buy|sale|sell|£)"
    rf"|\b(?:{_RANKED}) (?:{_BIDDER})(?:,| is| was| came from| so far is)?(?: from)? {_FIRM}"
    rf"|\b(?:bidders|tenderers|bids|tenders)(?: are| were| came)?(?: from|,|:| \() ?{_FIRM},? (?:and|at)\b",
    flags=0,
)
_LAWYERS = (
    r"(?:solicitors?|lawyers?|barristers?|counsel|legal (?:team|services|advisers?|department)|monitoring officer)"
)
_ADVICE = Sought(
    rf"\b{_LAWYERS}(?:['’]s)?(?: \w+)? (?:has |have |had )?(?:advi[sc]e[sd]?|warn(?:s|ed)?|opinion|think|thinks"
    rf"|believes?|consider(?:s|ed)?"
    r"|told|says?|said|expects?|recommend(?:s|ed)?|rates?|puts?)\b(?! (?:the |our )?(?:team|staff) on\b)"
    r"|\b(?:legal|counsel[’']s) (?:advice|opinion|view)(?: \w+)? (?:is|was|says?|suggests?|indicates?|confirms?"
    r"|warns?)\b"
    r"(?! (?:being |awaited|sought|taken|available|needed|required|expected|due|still))"
    r"|\b(?:according to|on|following|against) (?:legal|counsel[’']s) (?:advice|opinion)\b[^.;]{0,40}\b(?:that|we)\b"
    r"|\b(?:likely|expect\w*|chances?|prospects?|risk) (?:to |of )?(?:los(?:e|ing)|winning|win|success|defend\w*"
    r"|settl\w+)"
    r"[^.;]{0,30}\b(?:case|appeal|tribunal|claim|challenge|court|judicial review)\b"
    r"|\b(?:by|from|our|leading|junior) counsel\b|\bwould (?:not )?(?:contest|defend|challenge) (?:an? |the |any )?"
    r"(?:deduction|claim|penalty|decision)"
    r"|\b(?:settle|settling|settled|settlement) (?:it |this |the (?:case|claim) )?(?:out of court|for £)"
    r"|\b(?:legally privileged|without prejudice)\b"
)


_WHAT = (
    *(("a message to a colleague", each) for each in _TO_A_COLLEAGUE),
    ("a bid before its contract is let", _BID),
    ("a lawyer's advice", _ADVICE),
)


def not_for_readers(text: Commentary) -> Iterator[Problem]:
    """PUB06 for a sentence that asks a colleague something, tells who bid, or what a lawyer thinks of a case."""
    likely = text.likely(sought for _, sought in _WHAT)
    for line, sentence in text.holding(*likely, lines=text.published):
        what = next((what for what, sought in _WHAT if sought in likely and sought.search(sentence)), None)
        if what:
            yield text.problem("PUB06", line, sentence, what=what)
