"""Whether a text tells of somebody's health, conduct, family or harm: what is nobody's business but that person's."""

from generator.checks.readers_eye.before_publishing.persons import SERVED, SERVED_AS_PLURAL, STAFF
from generator.checks.readers_eye.text.words import Words, word_set, words_in_file

_SUFFERED = words_in_file(__name__, "suffered.txt")
"""What somebody was or went."""
_ENDURED = words_in_file(__name__, "endured.txt")
"""What somebody had, or was off with."""
_WRONGS = word_set(
    "arrest dismissal conviction resignation sacking fraud theft assault abuse attack rape murder redundancy"
)
_HAPPENED, _DONE_BY = _ENDURED | _WRONGS, _WRONGS | {"grievance", "allegation", "sued", "accused", "dispute"}
"""What is told of somebody by its noun: "the arrest of a caretaker", "our interpreter's illness"."""
_DID = word_set(
    "fainted suing bailed died resuscitated drowned miscarried collapsed hanged overdosed relapsed absconded drunk"
)
_BETWEEN = word_set(
    """a an his her their the its our own serious severe long-term long term work-related acute major minor heart
    mental breast lung brain planned formal light still now also badly seriously fatally since again later twice
    currently therefore since sadly both new broken fractured life saved open two three final written last
    difficult work capability gross paranoid chronic early advanced motor multiple cerebral clinical postnatal eating
    personality terminal bowel prostate skin kidney liver throat nervous police triple"""
)
_WAS = word_set("was were been being is be went got fell signed remains are off made found become")
_HAD = word_set(
    """with from after through by failed expecting has have had having took taken taking lost broke broken suffered
    sustained lodged brought raised blew damaged injured hurt attempted committed undergoing undergone underwent
    receiving awaiting needs tore torn slipped fractured dislocated sprained ruptured"""
)
_LINKS = word_set("with from after undergoing undergone underwent receiving awaiting following having over")
"""Between these and what was endured, any word may describe it: "after a difficult birth"."""
_THEIR, _AND, _ANOTHER = word_set("his her their whose"), word_set("and but while"), word_set("a an the another")
_AS_WORK = word_set("deal deals dealt dealing help helps helped helping work works worked working cope copes liaise")
"""What is told of after these is somebody's work."""
_AWAY = word_set(
    """maternity paternity adoption compassionate parental duties hospital tribunal conduct misconduct investigation
    warning bail remand medication crutches disciplinary proceedings plaster prison jail"""
)
_INTO = word_set("on under to in for about over following into")
"""Where somebody was, or came to be, and the words before that."""
_LEAVES = word_set(
    "bereavement sick sickness stress maternity paternity parental adoption compassionate gardening medical special"
)
"""Leave that tells why: of annual leave nothing is to be hidden."""
_WENT = word_set(
    """resigned left quit resigns suspended removed replaced dismissed retired stepped walked moved lost leaving
    resigning"""
)
_ACCUSED = word_set(
    """complaint complaints allegation allegations accusation accusations dispute row bullying harassment argument
    investigation inquiry hearing"""
)
"""What somebody went over or after."""
_TWO_WORDS = word_set(
    "expecting_her expecting_his let_go paid_off sent_home struck_off spat_at laid_off breath_test drug_test drugs_test"
)
"""Told of by two words."""
_OFF_FROM = word_set("work sick ill duty with since after for long-term all most because throughout until this from")
_GOES_ON = word_set(
    """leave absence health and or but since in at on for while when after because during last this as until which test
    tests has meant means led was left resigned retired won lost treatment surgery make makes made account accounts
    assessment disease disorder diagnosis symptoms attack condition is are have will against to by had who
    hearing hearings proceedings case cases could replaced removed"""
)
_CHARGED_FOR = word_set("for a an the at more less extra council")
_HAD_OR_AWAY = _ENDURED | _AWAY
HARM = (
    _SUFFERED | _HAPPENED | _DID | _ACCUSED | _AWAY | word_set("off let paid sent struck laid leave breath expecting")
)
"""Words without which no harm is told of."""
TRAITS = word_set("black asian muslim jewish sikh hindu gay lesbian trans transgender disabled deaf blind autistic bme")
"""What staff are told apart by that the law protects."""
FIRMS = word_set(
    """one operator operators contractor contractors partner partners holder holders courier couriers landlord landlords
    owner owners trader traders farmer farmers publican shopkeeper"""
)
_OF_FIRMS = word_set(
    """fined charged prosecuted sued suspended investigated bankrupt accused investigation warning dispute
    convicted settlement tribunal fraud removed replaced dismissed complaint complaints row hearing proceedings
    inquiry missing dead exposed treated barred operation condition treatment"""
)
"""What firms, which may be told of by the same words, go through too."""
_AFTER, _MOST_DESCRIBING = 16, 2


def is_harmed(tokens: Words, noun: int, *, may_be_a_thing: bool = False) -> bool:
    """Whether the person at a place is said, in what follows, to be ill, hurt, punished, away or bereaved.

    Where it ``may_be_a_thing``, what things and firms go through too is none.
    """
    words = tokens.words
    may_be_a_thing = may_be_a_thing or words[noun] in FIRMS
    for place in range(noun + 1, min(noun + 1 + _AFTER, len(words))):
        if words[place] == ";" or (words[place] in _AND and tokens.at(place + 1) in _ANOTHER):
            return False
        is_harm = words[place] in HARM and not (may_be_a_thing and words[place] in _OF_FIRMS)
        if is_harm and (_was_so(tokens, noun, place) or _had_it(tokens, noun, place)):
            return True
    return False


def _was_so(tokens: Words, noun: int, place: int) -> bool:
    """Whether the word at a place is what somebody was, did, or came to be."""
    word, after, before = tokens.words[place], tokens.at(place + 1), _before(tokens.words, place, noun)
    if word == "off":
        was = before in _WAS or tokens.at(place - 1) == ","
        return was and tokens.at(place - 2) != "be" and (after in _OFF_FROM or not after or not after[0].isalpha())
    if word == "leave":
        return tokens.at(place - 1) in _LEAVES
    is_priced = word == "charged" and (after in _CHARGED_FOR or after.startswith("£"))
    was = (
        before in _WAS
        or tokens.words[place - 1] in {",", "("}
        or (before == "and" and not _WAS.isdisjoint(tokens.words[noun + 1 : place]))
        or (word == "sick" and before == "on")
    )
    return f"{word}_{after}" in _TWO_WORDS or word in _DID or (word in _SUFFERED and was and not is_priced)


def _had_it(tokens: Words, noun: int, place: int) -> bool:
    """Whether the word at a place is what somebody had, was off with, or left over."""
    words, word = tokens.words, tokens.words[place]
    if words[noun] in STAFF and any(
        words[at] in SERVED_AS_PLURAL or (words[at] in SERVED and words[at - 1] not in _THEIR)
        for at in range(noun + 1, place)
    ):
        return False
    has_gone, is_ended = not _WENT.isdisjoint(words[noun + 1 : place]), _ends(tokens.at(place + 1))
    if has_gone and (word in _ACCUSED or (word in _ENDURED and is_ended)):
        return True
    if not is_ended or word not in _HAD_OR_AWAY or _is_work(words, place, noun):
        return False
    before = _before(words, place, noun)
    is_subject = before == "of" and "subject" in words[noun + 1 : place]
    is_heard = before == "at" and word == "tribunal"
    return (
        before in _HAD
        or is_subject
        or is_heard
        or (before in _INTO if word in _AWAY else _is_linked(words, place, noun))
    )


def _is_work(words: tuple[str, ...], place: int, noun: int) -> bool:
    """Whether it is what somebody deals with, helps with, or works on."""
    return not _AS_WORK.isdisjoint(words[max(noun + 1, place - 4) : place])


def _is_linked(words: tuple[str, ...], place: int, noun: int) -> bool:
    """Whether what was endured is told of somebody with a word or two to describe it."""
    for at in range(place - 1, max(noun, place - 3 - _MOST_DESCRIBING), -1):
        if words[at] in _LINKS:
            return True
        if not words[at][0].isalpha() or words[at] in _INTO:
            return False
    return False


def harm_is_named(tokens: Words, first: int, noun: int) -> bool:
    """Whether harm is told of as a noun: of somebody whose words begin at a place, or as that person's own."""
    if tokens.words[noun].endswith("'s"):
        return not _HAPPENED.isdisjoint(tokens.words[noun + 1 : noun + 3])
    before = tokens.at(first - 1)
    if before in {"lost", "losing"}:
        return tokens.at(noun + 1) == "to" and not _ENDURED.isdisjoint(tokens.words[noun + 2 : noun + 5])
    if before == "of" and tokens.at(first - 2) == "leave":
        return tokens.at(first - 3) in _LEAVES
    if before in {"of", "by", "on", "against", "with"}:
        return tokens.at(first - 2) in (_HAPPENED if before == "of" else _DONE_BY)
    return False


def _before(words: tuple[str, ...], place: int, noun: int) -> str:
    """The word before a place but for what only describes it."""
    place -= 1
    while place > noun + 1 and words[place] in _BETWEEN:
        place -= 1
    return words[place] if place > noun else ""


def _ends(word: str) -> bool:
    """Whether a word does not go on with the name of a thing: "injury reports"."""
    return not word or not word[0].isalpha() or word in _GOES_ON
