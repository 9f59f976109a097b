"""Whether what is said in a clause is said of what is measured: its subject has the title's words and hardly others."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, Figure
from generator.checks.readers_eye.text.sought import Found, Sought
from generator.checks.readers_eye.text.subject import stems, words_for
from generator.checks.readers_eye.text.words import PASSAGES, word_set

_WORD = re.compile(r"[a-z]{3,}")
_OF_ANYTHING = word_set(
    """the and our this that its for has have had are was were been being continues continue continued again now also
    then number numbers total overall average rate rates level levels figure figures result results proportion
    percentage share per cent recorded reported reports report quarter quarterly performance timeliness absence new
    all
    with from over under slightly still steadily further sharply there not only but while although though in of"""
)
_ITSELF = Sought(
    r"^(?:overall |our |the |this )*(?:performance|timeliness|result|figure|rate|outturn)s?(?: for \w+)?\b"
)
_TIMES = frozenset({"day", "week", "month", "hour", "minute", "second"})
_PACE = re.compile(r"\b(?:times?|speed|turnaround|wait)\b")
"""What a measure in days may be called by: "decision times"."""
_NUMBERS = re.compile(
    r"(?:Even so, )?(?:[Tt]he |[Oo]ur |[Oo]verall,? )*(?:numbers|figures|totals?)(?: (?:was|were|is|are|has"
    r"|have))? *",
    re.IGNORECASE,
)
_MOST = 60
"""Letters: what is longer is more than the subject of a verb."""
_LEADING = re.compile(
    r"^(?:Compared (?:with|to) (?:a year ago|this time last year|(?:the )?(?:last|previous|same) \w+(?: last year)?"
    r"|Q[1-4]),? )?"
    r"(?:It(?:['’]s| is) (?:[a-z]+ )?(?:pleasing|good|encouraging|heartening|disappointing|clear|reassuring)"
    r" (?:to (?:see|note|report) )?that )?"
    r"(?:(?:The|This|Our) [a-z]+ (?:shows?|showed|suggests?|indicates?) that )?"
    r"(?:(?:In|During|Over|For|At|By|Since|Although|While|Whilst|However|Overall|Compared|Even|Still"
    r"|Nevertheless)\b[^,]{0,40}, )?"
)
_SHARE_OF = re.compile(r"^(?:%|percentage|proportion|share|number|rate|average) of ", re.IGNORECASE)
_UP_TO = re.compile(r" (?:in|of|at|for|per|with|as|by|on|within|under|over|to)\b| \(")
_WHO = re.compile(r"\b(?:who|that|which)\b")
_WHO_DO = re.compile(r"\b(?:who|that|which|able to) (?P<do>.+)")
_DONE = re.compile(r"\b[A-Za-z]{3,}ed\b")


_GENERAL = word_set(
    """about above across after against ahead already also although always another anything around april august autumn
    because been before being below better between both brought call came can close coming compared continue continued
    continues could council county current day days december delivered department despite did directorate division
    done
    down during each early earlier else end entire even every everyone everything expected far february final find
    first
    five force four from full further gave general get give given gives going gone good great had half happy has have
    having held here high how however indeed indicator into january july june just keep keeps kept last late later
    least
    less like long look looking looks low lower made make makes march matters may measure measures members might month
    months more most much near nearly need nine november now october often once one ones only other our out outcome
    over
    own past pace people period picture place point points position present previous put quarter quarters quite
    rather read readers real really record remain remained remains report reports rest return returns said same saw
    say
    says score second see seen seems september service services set shall should show showed shows side since six
    so some soon spring stand stands stay stayed steady still stood strong such summer table take taken team teams ten
    than that their them then there these they thing things think third this those though three through throughout
    time
    times today together told took top total towards trust turn twelve two under until upon used very view want was
    way we week weeks well went were what when where whether which while whole will winter with within without words
    would year years yet sit sits sitting find finds found ourselves yield yielded did does done stood asked well
    point points percentage per cent target targets goal aim standard mark limit ceiling profile budget plan planned
    hoped
    expectation expectations requirement trajectory threshold benchmark bar tolerance gap shortfall deficit
    difference margin
    rise rose risen rising increase increased increasing growth grew grown climb climbed jump jumped fall fell
    fallen falling
    drop dropped decrease decreased decline declined dip dipped slip slipped slide slid reduce reduced reduction gain
    gained lost loss change changed moved move improvement improved improving deterioration deteriorated worse worst
    better
    best higher longer shorter fewer quicker slower lengthened shortened adrift shy behind ahead beyond beneath wide
    clear
    away off missed miss missing met exceeded exceed outside inside programme project hour hours minute minutes second
    seconds tonnes kilograms around approximately roughly almost nearly exactly third half quarter fifth tenth twice
    double
    doubled halved close spare extra further another trend trending upward upwards downward downwards direction course
    january spring zero eleven thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
    slightly marginally narrowly fractionally little touch shade tad whisker fraction bit small minor modest slight
    broadly largely fairly relatively similar same unchanged stable steady consistent level flat ended finished closed
    any both few many such own too here why whose whom either neither nor ever never often seldom sometimes usually
    hardly scarcely barely certainly clearly plainly frankly honestly mercifully admittedly simply merely purely mainly
    mostly chiefly partly somewhat perhaps maybe probably possibly surely naturally obviously evidently apparently
    arguably altogether sum told put puts putting placed lie lies lay laid bring brings carry carries draw draws drawn
    feel feels felt find hear keeping know knows leave leaves left let lets mark mean means meant note pass passed
    proved
    prove proves pull pulled push pushed raise raised regard rests ran run runs running serve serves settle settled
    speak
    speaks start started stop stopped suggest suggests tell tells touch touching try wear wish wished written reading
    readings front stage distance required reckoning whichever whatever however measured judged viewed seen sense story
    midsummer midwinter christmas easter onto off into upon per plus minus due come comes get lot deal matter mind eye
    head heart hand line lines step steps stride strides length way ways road path track rail ball ground grounds level
    levels terms term sight reach room need needs able unable likely sure certain fair full empty same whole
    nothing something none nobody someone anyone could might must shall ought anybody council's team's service's
    came reached hit us account accounts grounds ground committee panel board residents reader eye fact truth case"""
) | frozenset(IN_WORDS)
"""Words that name nothing which something could be said of in the measure's place."""


AIM_WORDS = word_set(
    "target targets goal goals aim mark standard bar ceiling limit budget profile plan threshold expectation"
)
"""What a target is called in a word."""
_A_RATE = re.compile(r"\b(?:share|rate|proportion|percentage|figure|tally|total|count|number|score)\b", re.IGNORECASE)


@lru_cache(4 * PASSAGES)
def names_nothing_else(clause: str, title: str) -> bool:
    """Whether all that a clause names is what a measure's title does, or too general to be anything else.

    One word more may say what a share, rate or total is called that is told without the title's words.
    """
    others = {each for each in _WORD.findall(clause.lower()) if each not in _GENERAL and each not in _OF_ANYTHING}
    others -= set(_WORD.findall(title.lower()))
    most = 1 if others and _A_RATE.search(clause) else 0
    for each in others:
        if not _is_in(_stem(each), words_for(title)):
            if not most:
                return False
            most -= 1
    return True


def is_of_its_name(word: str, title: str) -> bool:
    """Whether a word is one of a title's, or of those that are used for them."""
    return word in title.lower() or _is_in(_stem(word), words_for(title))


def is_said_of_it(before: str, text: OfMeasure) -> bool:
    """Whether the words before a verb name what is measured, or its performance, and nothing else.

    Of a percentage they must name what was done ("collection" of tax collected): that there were more of those to whom
    it was done says nothing of their share.
    """
    subject = _LEADING.sub("", before.strip())
    if len(subject) > _MOST or any(map(str.isdigit, subject)):
        return False
    if _ITSELF.search(subject) or _NUMBERS.fullmatch(subject):
        return True
    if text.unit in _TIMES:
        subject = _PACE.sub("", subject)
    content = {_stem(word).removeprefix("un") for word in _WORD.findall(subject.lower()) if word not in _OF_ANYTHING}
    every = text.subject | set(_WORD.findall(text.title.lower()))
    title = text.subject if text.unit != "%" else _done_in(text.title) | (text.subject - stems(text.title))
    return (
        bool(content) and all(_is_in(each, every) for each in content) and any(_is_in(each, title) for each in content)
    )


@lru_cache(64)
def _done_in(title: str) -> frozenset[str]:
    """What a percentage is the share of: what was done in its title, or else the noun that it is called by."""
    done = frozenset().union(*map(stems, _DONE.findall(title)))
    who = _WHO_DO.search(title)
    if who:
        return done | stems(who["do"])
    noun = _UP_TO.split(_SHARE_OF.sub("", title))[0].split()
    return done or (stems(noun[-1]) if noun and not _WHO.search(title) else frozenset())


def _stem(word: str) -> str:
    return next(iter(stems(word)), word)


def _is_in(stem: str, subject: AbstractSet[str]) -> bool:
    if len(stem) > _LONG and any(_alike(stem, each) for each in subject):
        return True
    begun = (each for each in subject if stem.startswith(each) or each.startswith(stem))
    return any(abs(len(stem) - len(each)) <= (3 if min(len(stem), len(each)) > 5 else 2) for each in begun)


_LONG = 5


def _alike(one: str, other: str) -> bool:
    """Whether two stems are the same but for their last letter: "vacanc" and "vacant"."""
    return len(one) == len(other) and one[:-1] == other[:-1]


_PART = re.compile(r"[;:(]|, (?!\d)|\b(?:but|whilst|while|although|as|because|when|so)\b")
_VERBS = re.compile(
    r"(?:\b(?:is|are|was|were|has|have|had|been|by|now|also|again|still|there|it|continues? to|fell|fallen"
    r"|falling|rose"
    r"|risen|rising|grew|grown|growing|dropped|dipped|decreased|declined|increased|reduced|cut|climbed|jumped|shrunk"
    r"|went|gone|came|come|down|up|improved|worsened|deteriorated|more|than|nearly|almost|about|showed|shows?|saw|an?"
    r"|the|at|stood|stands)\b[ ,]*)+$",
    re.IGNORECASE,
)
_UP_TO_WHAT = re.compile(r" (?:than|as|on|since|compared|in|over|at|of what|what|this)\b|[,.;()]|$")


def is_it_that_moved(sentence: str, change: Found | Figure, text: OfMeasure) -> bool:
    """Whether a change is told of what is measured: by its subject, by what there is more of, or beside its result."""
    start, end = (change.start, change.end) if isinstance(change, Figure) else (change.start(), change.end())
    before = _PART.split(sentence[:start])
    if is_said_of_it(_VERBS.sub("", before[-1]), text):
        return True
    after = sentence[end:]
    found = _UP_TO_WHAT.search(after)
    there_are = after[: found.start() if found else None]
    if there_are.strip():
        return is_said_of_it(there_are, text)
    return not _VERBS.sub("", before[-1]).strip() and text.has_the_result(sentence)


_OPENS = re.compile(
    r"(?:And |But |While |Yet )?(?:[Ff]or|[Ii]n|[Aa]t|[Aa]mong|[Ww]ith) (?P<what>[^,;.]{3,60}?)"
    r"(?:, | (?:it|we|the|this|our|that)\b)"
)


def opens_with_another(sentence: str, title: str) -> bool:
    """Whether a sentence opens with a group or a place that the title does not name: "For schools it was"."""
    opening = _OPENS.match(sentence)
    return opening is not None and not names_nothing_else(opening["what"], title)
