"""PUB06: words that were meant for a colleague, bids by name, and a lawyer's advice."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of, apart
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_TO_A_COLLEAGUE = (
    Sought(
        r"\b(?:can|could|would|will) (?:you|someone|somebody|anyone) (?:please |kindly |also |just |in [a-z]+ )?"
        r"(?:check|confirm|let|send|add|update|look|advise|provide|chase|amend|ask|find|tell|make|see|give|put|get|fill"
        r"|insert|change|remind|help|have|take)\b"
    ),
    Sought(
        r"\bplease (?!contact|see|note|visit|refer|ring|call|phone|use|keep|bring|avoid|take|leave|report|apply|book"
        r"|follow)(?:[a-z]+ (?:in|me|us|this|that|it|the|a)"
        r"|can|could|confirm|amend|delete|remove|ignore|advise|chase|add|insert|don[’']t)\b"
    ),
    Sought(
        r"\b(?:grateful if|would you mind|let me know|many thanks|kind regards|thank you for your (?:e-?mail|help)"
        r"|not for publication|do not print|internal use only|off the record|between ourselves"
        r"|for your eyes|(?:over|back) to (?:you|me)|as (?:I|we) agreed|note to (?:self|editor|team|whoever))\b"
        r"|\bbefore (?:this|it) (?:goes|is sent|gets) (?:to|out|in|off|up|any)\b"
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
    Sought(
        r"^(?:Hi|Hello|Dear) [A-Za-z]+,|\b(?:FYI|NB to)\b",
        flags=0,
    ),
    Sought(r"(?:^|[.;:] )@[A-Z]?[a-z]+ (?=[a-z])", flags=0),
    Sought(
        r"\b(?:does anyone|do you|did you|have you|are you|is this what you|what do you|shall I|should I)\b"
        r"[^.;]{0,80}\?"
    ),
)
_NAME = r"[A-Z][\w&’'-]+(?: (?:and |& |of )?[A-Z][\w&’'-]+){0,5}"
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
_BID = apart(
    rf"\b(?:[Bb]ids?|[Tt]enders?|[Qq]uotations?){_SUM} (?:from|by|submitted by|received from) {_FIRM}"
    rf"|\b{_FIRM} (?:was|were|is|are|has been) (?:the |our )?(?:{_RANKED}) (?:{_BIDDER})\b"
    rf"|\b{_FIRM} (?:had |has )?(?:bid|tendered|quoted|offered to do it|priced it) (?:at |for )?(?:£|the (?:{_RANKED}))"
    rf"|\b{_FIRM}['’]s? (?:{_BIDDER}|price|submission)\b"
    rf"|\b(?:{_BIDS})\b[^.;]{{0,80}}£[\d,.]+(?:k|m)? \({_FIRM}\)"
    rf"|\b(?:put|gave|made|sent|given) (?:in )?an? (?:price|bid|quote|offer) to {_FIRM}"
    rf"|\b(?:in talks|negotiat\w+|haggling|bargaining) with {_FIRM}[^.;]{{0,40}}\b(?:price|terms|rates?|fee"
    rf"|settle\w*|buy|sale|sell|£)"
    rf"|\b(?:{_RANKED}) (?:{_BIDDER})(?:,| is| was| came from| so far is)?(?: from)? {_FIRM}"
    rf"|\b(?:bidders|tenderers|bids|tenders)(?: are| were| came)?(?: from|,|:| \() ?{_FIRM},? (?:and|at)\b",
    flags=0,
)
_LAWYERS = (
    r"(?:solicitors?|lawyers?|barristers?|counsel|legal (?:team|services|advisers?|department)|monitoring officer)"
)
_ADVICE = apart(
    rf"\b{_LAWYERS}(?:['’]s)?(?! will\b)(?: \w+)? (?:has |have |had )?(?:advi[sc]e[sd]?|warn(?:s|ed)?|opinion"
    r"|thinks?|believes?|consider(?:s|ed)?"
    r"|told|says?|said|expects?|recommend(?:s|ed)?|rates?|puts?)\b(?! (?:the |our )?(?:team|staff) on\b)"
    r"|\b(?:legal|counsel[’']s) (?:advice|opinion|view)(?: \w+)? (?:is|was|says?|suggests?|indicates?|confirms?"
    r"|warns?)\b"
    r"(?! (?:being |given|offered|free|awaited|sought|taken|available|needed|required|expected|due|still))"
    r"|\b(?:likely|expect\w*|chances?|prospects?|risk) (?:to |of )?(?:los(?:e|ing)|winning|win|success|defend\w*"
    r"|settl\w+)"
    r"[^.;]{0,30}\b(?:case|appeal|tribunal|claim|challenge|court|judicial review)\b"
    r"|\b(?:by|from|our|leading|junior) counsel\b"
    r"|\b(?:settle|settling|settled|settlement) (?:it |this |the (?:case|claim) )?(?:out of court|for £)"
    r"|\b(?:legally privileged|without prejudice)\b"
)


_TO_AWARD = apart(
    rf"\b{_FIRM}['’]s? (?:bid of |price of |offer of |quote of )?£[\d.,]+(?:m|k| million)? (?:is|was|were|came|looks)\b"
    rf"|\b(?:mean|intend|propose|expect|hope|minded|likely|about|going) to (?:award|give it|appoint)\b[^.;]{{0,40}}"
    rf"\bto (?:them\b|{_FIRM})"
    r"|\b(?:(?:bidder|tenderer|tender|bid|quote|firm|company|supplier|contractor|builder)s?\b[^.;]{0,40}|they |he )"
    r"(?:came in|priced|bid|quoted|tendered)\b[^.;]{0,25}\b(?:cheapest|lowest|highest|dearest|at £\d)"
    rf"|\b{_FIRM} (?:is|was|are) (?:lower|cheaper|higher|dearer|cheapest|lowest) (?:at|by) £\d"
    r"|\b[Bb]idder (?:\d|[A-Z]\b)"
    rf"|\b{_FIRM} (?:came in|priced|bid|quoted|tendered)\b[^.;]{{0,25}}\b(?:cheapest|lowest|highest|dearest|at £\d)",
    flags=0,
)
_TERMS = apart(
    r"\b(?:(?:prepared|willing|ready|able|happy) to (?:pay|go|accept|settle|offer|take)"
    r"|(?:would|could|will|can) (?:go|stretch|settle|accept|take|pay)(?: up| down)?(?: to| for| at)?|settle at"
    r"|(?:reserve|ceiling|walk-away|bottom|top) (?:price|line|offer|figure)(?: is| of| being)?)\b[^.;]{0,30}£\d"
    r"|\b(?:case|claim|defence|position) (?:is|looks|seems) (?:very |rather |quite )?(?:weak|hopeless|thin|poor)\b"
)
_NOT_YET = apart(
    r"\b(?:embargo\w*|under wraps|leaked (?:to|by|document|report|letter|memo|email)"
    r"|keep (?:it|this) (?:quiet|to (?:yourself|yourselves|ourselves))"
    r"|in (?:strict )?confidence|strictly confidential|confidential (?:until|for now|at this stage)|between us,"
    r"|(?:not|nor) (?:yet )?(?:public knowledge|in the public domain)|not yet public|ahead of the announcement"
    r"|before (?:it|this) is (?:announced|made public)|ha(?:s|ve) no idea that)\b"
    r"|\b(?:staff|unions?|tenants|residents|famil(?:y|ies)|parents|governors|supplier|contractor|provider|workforce"
    r"|employees|traders|patients)\b[^.;]{0,20}\b(?:(?:have|has|had) not (?:yet )?been|(?:yet|still) to be)"
    r" (?:told|informed|notified)"
    r"|\b(?:press|media|public|unions?|staff) (?:must|should) not (?:yet )?(?:hear|know|see|be told)\b"
    r"|\b(?:not to be|do not|don[’']t) (?:share|disclose|release|circulate|publish)d?\b"
    r"|\b(?:redundanc\w+|closures?|job losses|cuts)\b[^.;]{0,30}\bwill be announced\b"
    r"|\bdraft (?:Ofsted|inspection|inspectors[’'] |CQC|HMIC\w*) ?report\b"
)
_UNSAFE = apart(
    r"\b(?:(?:burglar|intruder|panic|security) (?:alarms?|buttons?|doors?|locks?)|alarms? at)\b[^.;]{0,40}"
    r"\b(?:dead|broken|out of order|(?:been|is|are|was) out(?! for)"
    r"|not work(?:ed|ing)|switched off|disabled|turned off|unlocked|not been armed)\b"
    r"|\b(?:door|gate|alarm|entry|key safe|access|pass)[- ]?codes? (?:for|to|of|at|is|are|was|were|has)\b"
    r"|\bcodes? (?:for|to|of) the (?:[a-z]+ )?(?:doors?|gates?|safe|store|alarm|entrance)\b"
    r"|\bpasswords? (?:is|are|was|were|for the)\b|\b(?:left|stands?) (?:unlocked|unguarded|unmanned)\b"
    r"|\b(?:plan|planning|planned|due|going|about) to (?:raid|search|arrest)\b"
    r"|\b(?:raid|covert|surveillance|undercover|sting)\b[^.;]{0,40}\b(?:planned|set|due|will|is to|begins?|starts?)\b"
)
_REFUGE = Sought(r"\b(?:(?:[Ww]omen[’']s|[Dd]omestic [a-z]+) [Rr]efuge|[Ss]afe house)s? (?:in|at|on) [A-Z]", flags=0)


_WHAT = {
    sought: what
    for what, every in (
        ("a message to a colleague", _TO_A_COLLEAGUE),
        ("a bid before its contract is let", (*_BID, *_TO_AWARD)),
        ("a lawyer's advice", _ADVICE),
        ("what is still being bargained for", _TERMS),
        ("what is not announced yet", _NOT_YET),
        ("what keeps people or buildings safe", (*_UNSAFE, _REFUGE)),
    )
    for sought in every
}
"""What each pattern tells of."""


def not_for_readers(text: Commentary) -> Iterator[Problem]:
    """PUB06 for a sentence that asks a colleague something, tells who bid, or what a lawyer thinks of a case."""
    likely = text.likely(_WHAT)
    for line, sentence in text.holding(*likely, lines=text.published) if likely else ():
        found = next((each for each in likely if each.search(sentence)), None)
        if found:
            yield text.problem("PUB06", line, sentence, what=_WHAT[found])
