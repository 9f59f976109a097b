"""Words that are missing or in the wrong form, told by what may follow what: "they no choice", "will reduced"."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.words import Words, word_set

_SUBJECTS = word_set("we they he she i")
"""What a verb must follow, or a word between the two."""
_BEFORE_NOUNS = word_set("a an the no our their its his her these those")
_AFTER_TO = _BEFORE_NOUNS - {"no"}
_RELATIVES = word_set("what which whom whatever whichever")
_NO_NOUN = word_set("longer doubt less more undersigned")
"""After "no", where that belongs to the verb."""
_MODALS = word_set("will would can could must should shall cannot won't")
_NO_PARTICIPLES = word_set(
    "need proceed exceed succeed feed speed seed embed shed bleed breed heed weed wed bed shred interbreed indeed"
)
_LEADS_TO = word_set("due according prior")
"""What "to" must follow, where a noun does."""
_IN_BASE_FORM = word_set(
    """reduce improve achieve receive provide introduce implement recruit require agree appoint ensure maintain deliver
    identify undertake increase decrease continue develop include involve enable allow reflect remain"""
)
"""Verbs of which no participle looks so."""
_BE_OR_HAVE = word_set("is are was were been being has have had")
_SOFTLY = word_set("now also still already currently recently since not only just actively")
_DOES_SO = word_set("does do did is was all can")
MAY_LACK_A_WORD = _SUBJECTS | _MODALS | _LEADS_TO | _BE_OR_HAVE


def missing_words(words: Words) -> Iterator[tuple[int, int]]:
    """The first and the last word of each place where what stands side by side cannot."""
    may_lack = [(at, word) for at, word in enumerate(words.words) if word in MAY_LACK_A_WORD]
    for at, word in may_lack:
        after = words.at(at + 1)
        if word in _SUBJECTS and after in _BEFORE_NOUNS and words.at(at + 2) not in _NO_NOUN:
            if words.at(at - 1) not in _RELATIVES and (word != "i" or words.is_capital(at)):
                yield at, at + 2
        elif (word in _MODALS and _is_participle(after)) or (word in _LEADS_TO and after in _AFTER_TO):
            yield at, at + 1
        elif word in _BE_OR_HAVE:
            then = at + 1
            while words.at(then) in _SOFTLY:
                then += 1
            if words.at(then) in _IN_BASE_FORM and words.at(at - 1) not in _DOES_SO:
                yield at, then


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and len(word) > 3 and word not in _NO_PARTICIPLES
