"""Whether a text tells of somebody's health, conduct, family or harm: what is nobody's business but that person's."""

from generator.checks.readers_eye.text.words import Words, word_set

_SUFFERED = word_set(
    """sick ill injured hurt assaulted attacked killed stabbed shot raped abused burned burnt scalded bitten drowned
    bereaved suspended dismissed sacked disciplined arrested convicted jailed imprisoned hospitalised diagnosed
    pregnant depressed anxious resuscitated evicted missing dead unwell terminally dying paralysed blinded
    disabled sectioned detained cautioned prosecuted bullied harassed victimised redundant accused bankrupt
    divorced sued breathalysed handcuffed restrained reprimanded demoted fined"""
)
"""What somebody was or went."""
_ENDURED = word_set(
    """cancer stroke stress surgery maternity paternity adoption compassionate parental illness sickness injury
    injuries bereavement suspension misconduct grievance tribunal hospital fracture breakdown depression anxiety
    burnout chemotherapy rehabilitation overdose miscarriage operation pregnancy duties whistle conduct dementia
    epilepsy shingles hiv dialysis transplant tumour leukaemia diabetes asthma addiction rehab ptsd menopause
    bullying harassment knee hip wrist ankle finger leg arm shoulder jaw rib skull baby death suicide attack
    concussion disciplinary drugs drug drink drinking warning fingers toes teeth divorce"""
)
"""What somebody had, or was off with."""
_HAPPENED = _ENDURED | word_set("arrest dismissal conviction resignation sacking")
"""What is told of somebody by its noun: "the arrest of a caretaker", "our interpreter's illness"."""
_DID = word_set("died resuscitated drowned miscarried collapsed")
_BETWEEN = word_set(
    """a an his her their the its our own serious severe long-term long term work-related acute major minor heart
    mental breast lung brain planned formal light still now also badly seriously fatally since again later twice
    currently therefore since sadly both new broken fractured life saved open two three final written last"""
)
_WAS = word_set("was were been being is be went got fell signed remains are off made")
_HAD = word_set(
    """with from after through by failed expecting had has having took taken taking lost broke broken suffered
    sustained lodged brought raised blew damaged injured hurt attempted committed"""
)
_AWAY = word_set(
    """maternity paternity adoption compassionate parental duties hospital tribunal conduct misconduct investigation
    warning"""
)
_INTO = word_set("on under to in for about over following into")
"""Where somebody was, or came to be, and the words before that."""
_WENT = word_set("resigned left quit resigns suspended removed replaced dismissed retired stepped walked moved")
_ACCUSED = word_set(
    """complaint complaints allegation allegations accusation accusations dispute row bullying harassment argument
    investigation inquiry hearing"""
)
"""What somebody went over or after."""
_FROM_WORK = word_set("work sick ill duty with since after for long-term")
_GOES_ON = word_set(
    """leave absence and or but since in at on for while when after because during last this as until which test
    tests has meant means led was left resigned retired won lost"""
)
HARM = _SUFFERED | _HAPPENED | _DID | _ACCUSED | _AWAY | frozenset(("off", "let"))
"""Words without which no harm is told of."""
_AFTER = 16


def is_harmed(tokens: Words, noun: int) -> bool:
    """Whether the person at a place is said, in what follows, to be ill, hurt, punished, away or bereaved."""
    words = tokens.words
    for place in range(noun + 1, min(noun + 1 + _AFTER, len(words))):
        word = words[place]
        if word == ";":
            return False
        if word == "off" and tokens.at(place + 1) in _FROM_WORK and _before(words, place, noun) in _WAS:
            return True
        if (
            (word == "let" and tokens.at(place + 1) == "go")
            or word in _DID
            or (word in _SUFFERED and _before(words, place, noun) in _WAS)
        ):
            return True
        if word in _ACCUSED and not _WENT.isdisjoint(words[noun + 1 : place]):
            return True
        had = _HAD | _INTO if word in _AWAY else _HAD
        if word in _ENDURED and _before(words, place, noun) in had and _ends(tokens.at(place + 1)):
            return True
    return False


def harm_is_named(tokens: Words, first: int, noun: int) -> bool:
    """Whether harm is told of as a noun: of somebody whose words begin at a place, or as that person's own."""
    if tokens.words[noun].endswith("'s"):
        return not _HAPPENED.isdisjoint(tokens.words[noun + 1 : noun + 3])
    return tokens.at(first - 1) == "of" and tokens.at(first - 2) in _HAPPENED


def _before(words: tuple[str, ...], place: int, noun: int) -> str:
    """The word before a place but for what only describes it."""
    place -= 1
    while place > noun + 1 and words[place] in _BETWEEN:
        place -= 1
    return words[place] if place > noun else ""


def _ends(word: str) -> bool:
    """Whether a word does not go on with the name of a thing: "injury reports"."""
    return not word or not word[0].isalpha() or word in _GOES_ON
