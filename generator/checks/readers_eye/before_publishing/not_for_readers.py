"""PUB06: words that were meant for a colleague, bids by name, and a lawyer's advice."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_TO_A_COLLEAGUE = Sought(
    r"\b(?:can|could|would|will) (?:you|someone|somebody|anyone) (?:please |kindly |also |just )?"
    r"(?:check|confirm|let|send|add|update|look|advise|provide|chase|amend|ask|find|tell|make|see|give|put|get|fill"
    r"|insert|change|remind|help|have|take)\b"
    r"|\bplease (?:can|could|check (?:this|with|the figure)|confirm|amend|update (?:this|the)|delete|remove|ignore"
    r"|advise|chase|add|insert|do not (?:publish|print|include)|don[’']t)\b"
    r"|\blet me know\b|\b(?:I|we) (?:have |[’']ve )?(?:e-?mailed|chased|asked) you\b|\bas (?:I|we) (?:discussed|agreed)"
    r"|\b(?:as per|see|following|re) (?:my|your) (?:e-?mail|note|message|comments?|call)\b"
    r"|\b(?:not for publication|do not publish|internal use only|off the record|between ourselves|for your eyes)\b"
    r"|^(?:Hi|Hello|Dear) [A-Za-z]+,|\bI[’'](?:m|ll|ve)\b|\bI (?:am|will|have|think|need|don[’']t) \b"
    r"|\b(?:many thanks|thank you for your (?:e-?mail|help)|kind regards)\b"
    r"|\b(?:does anyone|do you|did you|have you|are you|is this what you|what do you|shall I|should I)\b[^.;]{0,80}\?"
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
    rf"\b(?:{_BIDS}){_SUM} (?:from|by|submitted by|received from) {_FIRM}"
    rf"|\b{_FIRM} (?:was|were|is|are|has been) (?:the |our )?(?:{_RANKED}) (?:{_BIDDER})\b"
    rf"|\b{_FIRM} (?:had |has )?(?:bid|tendered|quoted|offered to do it|priced it) (?:at |for )?(?:£|the (?:{_RANKED}))"
    rf"|\b{_FIRM}['’]s? (?:{_BIDDER}|price|submission)\b"
    rf"|\b(?:{_RANKED}) (?:{_BIDDER})(?:,| is| was| came from| so far is)?(?: from)? {_FIRM}"
    rf"|\b(?:bidders|tenderers|bids|tenders|quotes)(?: are| were| came)?(?: from|,|:| \() ?{_FIRM},? (?:and|at)\b",
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
    r"|\b(?:settle|settling|settled|settlement) (?:it |this |the (?:case|claim) )?(?:out of court|for £)"
    r"|\b(?:legally privileged|without prejudice)\b"
)


def not_for_readers(text: Commentary) -> Iterator[Problem]:
    """PUB06 for a sentence that asks a colleague something, tells who bid, or what a lawyer thinks of a case."""
    for line, sentence in text.holding(_TO_A_COLLEAGUE, _BID, _ADVICE, lines=text.published):
        for what, sought in _WHAT:
            found = sought.search(sentence)
            if found:
                yield text.problem("PUB06", line, sentence, what=what)
                break


_WHAT = (
    ("a message to a colleague", _TO_A_COLLEAGUE),
    ("a bid before its contract is let", _BID),
    ("a lawyer's advice", _ADVICE),
)
