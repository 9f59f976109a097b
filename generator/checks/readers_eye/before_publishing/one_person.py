"""PUB02: one person's story."""

from collections.abc import Iterator
from functools import lru_cache

from generator.checks.readers_eye.before_publishing.harm import HARM, TRAITS, harm_is_named, is_harmed
from generator.checks.readers_eye.before_publishing.persons import (
    KIN,
    STAFF,
    Mention,
    Whom,
    count_in,
    is_share,
    persons_in,
    places_of_counts,
)
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, apart
from generator.checks.readers_eye.text.words import PASSAGES, Words, has_any, word_set, words_read
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_ONE, _SOME = word_set("one 1"), word_set("a an this that another one 1")
_KNOWN_ONE = word_set("one 1 this that another")
_ORDINALS = word_set("""first second third fourth fifth sixth seventh eighth ninth tenth youngest eldest oldest""")
_OURS = word_set("the its our their")
_EACH, _A, _WHO = word_set("each every any no all"), word_set("a an"), word_set("who whose , aged")
_ALONE = word_set("only sole single lone solitary one")
_PEOPLES = ("ian", "ish", "ese", "ali", "ani", "aqi", "roma", "traveller", "gypsy", "afghan", "muslim", "sikh", "hindu")
_WHERE = word_set("in at near from")
_BY_CASE = word_set("applicant claimant appellant complainant petitioner caller")
"""Of "the applicant" a step in the case gives nothing away."""
_TOGETHER = word_set("twins triplets brothers sisters siblings")
_NOT_ALONE = word_set("parent mother father adult person man woman")
"""Of these, "single" and "lone" tell of a family."""
_IN_GENERAL = word_set("if when whenever where whether unless every each any per no without than as once or for")
"""Before one of any such persons."""
_AT_A_TIME = word_set("when where once as for")
"""Of these, what may tell of one that is known: "when the planner"."""
_WITH_ONE_EACH = word_set(
    """homes properties flats houses dwellings addresses tenancies visits appointments inspections jobs repairs cases
    applications claims files voids lettings lets tenders offers"""
)
"""Of so many of these, "the tenant" is that of each."""
_FEWEST = 10
_WHICH, _AT_ONCE = word_set("of in at from with who whose ,"), word_set("after until till by")
_BY_FUNCTION = word_set(
    "key named responsible right contact link average typical anchor commercial retail corporate industrial"
)
_HAVE_BEEN = word_set("has had was")
_PAST = word_set(
    """was had has did died fell broke took went lost left came ran hit got became began made gave sat spent slept stood
    stole struck threw took wept won wrote withdrew hurt cut bit shot fled fought found felt kept met paid quit put"""
)
_TOLD_US = word_set("told said asked reported commented contacted wrote raised suggested praised rang called thanked")
_BETWEEN = word_set(
    """in at from on of with to by near under over and , ( aged since also later then sadly now being after about 's
    outside inside who whose"""
)
_IN_PRESENT = word_set("should must can may will would could is are needs costs might cannot have")
_SHALL = word_set("should must can may will would could might cannot")
_MONTHS = frozenset(name.lower() for name in MONTH_NAMES) | {"q1", "q2", "q3", "q4", "year", "quarter", "england"}
_AT = word_set("at in on of")
_AND, _AND_SO = word_set("and but while"), word_set("and but while so , ;")
_RELATIVES, _HAVE = word_set("who whose that which"), word_set("has have")
_BE_OR_HAVE = _HAVE | word_set("had is are be been being was were gets get")
_HIS = word_set("his her he she himself herself")
_ON_AVERAGE = word_set("average every typically usually")
_FURTHEST = 12
"""Tokens between a person and what happened."""
_TELLING = HARM | _ALONE | TRAITS
"""Where none of them stands, nothing is told of anybody who works for the council."""
_AS_A_RULE = word_set("every each any always usually normally whenever if per most many often")
"""Before or after "the tenant": it is any tenant of such that is told of."""
_OFTEN = word_set("always usually normally often")
_AN_ADDRESS = word_set(
    """at in on from of near above behind outside the a flat number no room ward year unit block house home class shop
    school prison hospital village town estate hostel"""
)
"""What may stand between somebody and the name of a place."""

_AGE = (
    r"(?:[1-9]\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen)"
)
_OTHERWISE = apart(
    rf"\b{_AGE}[- ]year[- ]old\b(?! (?:agreement|contract|car|vehicle|system|building|boiler|lorry|van))"
    r"|,? who (?:is|was|is now|was then|turned|turns) (?:only |just |nearly )?(?:[1-9]\d?)(?=[,.;]| and\b)"
    rf"|\b(?:child|boy|girl|man|woman|baby|pupil|patient|resident|victim) (?:aged|of) {_AGE}\b"
    r"|\b(?:broke|fractured|injured|hurt|lost|tore|damaged) (?:his|her) (?:[a-z]+ )?(?:wrist|leg|arm|hip|ankle"
    r"|back|hand|shoulder|knee|baby|husband|wife|mother|father|son|daughter|partner)\b"
    rf"|\b(?:siblings|brothers|sisters|twins) aged {_AGE}\b[^.;]{{0,50}}\bwhose (?:father|mother|parents?|dad|mum)\b"
    r"|\b(?:one|two|three|four|five) (?:(?:people |persons )?(?:died|drowned)|injuries|deaths|fatalities)\b"
    r"|\b(?:one|a|single) fatal (?:accident|collision|crash|fall|fire|incident|injury|stabbing|shooting)\b"
)
_RELATION = apart(
    r"\b[A-Z][a-z]+['’]s (?:(?:own|elder|younger|late) )?(?:son|daughter|wife|husband|mother|father|child"
    r"|brother|sister)\b"
    r"|\b[Tt]he (?!Royal\b|City\b|County\b)[A-Z][a-z]+ (?:twins|brothers|sisters|siblings|family)\b"
    r"(?! (?:[a-z]+ )?(?:hub|centre|court|fund|trust|foundation|home|support|service))"
    r"|\b(?:[Tt]wo|2|[Tt]hree|3) (?:of (?:them|these|whom) )?(?:are|were) (?:brothers|sisters|siblings|twins)\b"
    r"|\b(?:[Bb]aby twins|(?:[Tt]wins|[Tt]riplets) (?:who|born|were|was|aged|placed))\b",
    flags=0,
)
_SOUGHT = (*_OTHERWISE, *_RELATION)
_MANY = Sought(r"\b(?:three|four|\d+) and |\b(?:average|typical|usual)\b|\b(?:all|most|every|for|per cent of|% of) $")


def singled_out(text: Commentary) -> Iterator[Problem]:
    """PUB02 once a line, for a sentence in which one person, one death or one injury is told of, or somebody by age."""
    likely = text.likely(_SOUGHT)
    for line in text.published:
        for sentence in line.sentences:
            found = one_in(sentence) or _otherwise(sentence, likely)
            if found:
                yield text.problem_at(max(sentence.find(found), 0), "PUB02", line, sentence, who=found)
                break


def _otherwise(sentence: str, likely: list[Sought]) -> str:
    for sought in likely:
        found = sought.search(sentence)
        if found and not _MANY.search_part(sentence[: found.start()]):
            return found[0]
    return ""


@lru_cache(PASSAGES)
def one_in(sentence: str) -> str:
    """The first person that a sentence singles out, in its words; empty where it does none."""
    is_telling, tokens = has_any(sentence, _TELLING), words_read(sentence)
    for told in persons_in(sentence):
        if told.whom is Whom.STAFF and not is_telling:
            continue
        if _is_named(tokens, told) if tokens.words[told.noun].endswith("'s") else _is_singled_out(tokens, told):
            return tokens.quoted(told.first, told.noun)
    return ""


def _is_named(tokens: Words, told: Mention) -> bool:
    """Whether it is of somebody who works for the council, and whose illness or conduct is told of."""
    is_of_any = tokens.at(told.first - 1) in _IN_GENERAL
    return told.whom is Whom.STAFF and not is_of_any and harm_is_named(tokens, told.first, told.noun)


def _is_singled_out(tokens: Words, told: Mention) -> bool:
    """Whether a word for a person, or for a death, is told of one, and of that one alone."""
    before, described = tokens.at(told.first - 1), tokens.words[told.first + 1 : told.noun]
    word = tokens.words[told.noun]
    if before == "of" and told.whom is Whom.LOSS and told.word == "a" and not _is_at_a_place(tokens, told.noun):
        return False
    if before == "of" and tokens.at(told.first - 2) in KIN and told.word not in _AS_A_RULE:
        return True
    if _is_of_any(tokens, told) or not _BY_FUNCTION.isdisjoint(described):
        return False
    is_alone, is_one = _is_alone(told, word, before, described), told.word in _SOME or told.number == 1
    if told.whom is Whom.LOSS and not told.is_plural:
        is_known = told.word.endswith("'s") or (told.word == "the" and tokens.at(told.noun + 1) in _AT)
        return is_one or is_alone or is_known
    if told.number != 1 and (told.is_plural or told.number is not None):
        is_the_pair = told.word == "the" and word in _TOGETHER
        return is_the_pair and (is_harmed(tokens, told.noun) or _is_told_of(tokens, told, is_one=False))
    is_kin_of_staff = told.whom is Whom.SERVED and told.word.removesuffix("'s") in STAFF and word in KIN
    is_any_such = told.whom is Whom.SERVED and not is_one and not _SHALL.isdisjoint(tokens.words[told.noun :])
    return (
        is_alone
        or is_kin_of_staff
        or (is_one and told.word != "a" and not TRAITS.isdisjoint(described))
        or harm_is_named(tokens, told.first, told.noun)
        or (not is_any_such and is_harmed(tokens, told.noun))
        or (told.whom is not Whom.STAFF and _is_told_of(tokens, told, is_one=is_one))
    )


def _is_of_any(tokens: Words, told: Mention) -> bool:
    """Whether it is told of any such person, or of so many in so many."""
    before = tokens.at(told.first - 1)
    is_known = _is_at_a_place(tokens, told.noun)
    is_at_a_time = told.word == "the" and before in _AT_A_TIME
    is_ratio = tokens.at(told.noun + 1) == "to" and count_in(tokens.at(told.noun + 2)) is not None
    if (
        is_ratio
        or told.word in _EACH
        or is_share(tokens, told)
        or (before in _IN_GENERAL and not is_known and not is_at_a_time)
    ):
        return True
    if told.word in _A and _is_any(tokens, told):
        return True
    if told.word == "the" and told.whom is Whom.SERVED and not is_known and _is_of_each(tokens, told):
        return True
    after = tokens.words[told.noun + 1 :]
    rest = after if after[:1] in {("is",), ("of",)} else after[:2] if not _OFTEN.isdisjoint(after[:2]) else ()
    return told.word == "the" and not _AS_A_RULE.isdisjoint(tokens.words[: told.first] + rest)


def _is_any(tokens: Words, told: Mention) -> bool:
    """Whether a clause begins with "a" person of whom it tells what goes for any such: nothing past, and no place."""
    is_first, ahead = told.first == 0 or tokens.words[told.first - 1] in _AND_SO, tokens.words[told.noun + 1 :]
    is_rule = told.whom is Whom.SERVED or ahead[:1] == ("who",) or not _SHALL.isdisjoint(ahead)
    if not is_first or not is_rule or _tells_where(tokens, told.noun):
        return False
    return not any(
        old not in _RELATIVES and new != "to" if each in _HAVE else old not in _BE_OR_HAVE and _is_past(each)
        for old, each, new in zip(("", *ahead), ahead, (*ahead[1:], ""), strict=False)
    )


def _is_of_each(tokens: Words, told: Mention) -> bool:
    """Whether a sentence tells of many homes or visits, each of which has such a person."""
    is_known = tokens.at(told.noun + 1) in _WHICH or tokens.at(told.first - 1) in _AT_ONCE
    if is_known or not _ONE.isdisjoint(tokens.words[: told.first]):
        return False
    many = (at for at in places_of_counts(tokens) if (count_in(tokens.words[at]) or 0) > _FEWEST)
    return any(not _WITH_ONE_EACH.isdisjoint(tokens.words[at + 1 : at + 4]) for at in many)


def _is_told_of(tokens: Words, told: Mention, *, is_one: bool) -> bool:
    """Whether something happened to one of those who are served, or a place or kin of that one is told of."""
    ahead, is_the = tokens.words[told.noun :], told.word == "the" and told.whom is not Whom.NEAR
    if not _ON_AVERAGE.isdisjoint(ahead) or tokens.at(told.first - 1) == "with":
        return False
    is_his, is_near = not _HIS.isdisjoint(ahead), told.whom is Whom.NEAR
    if is_the and (
        ahead[1:3] == ("in", "question")
        or not _ORDINALS.isdisjoint(tokens.words[told.first + 1 : told.noun])
        or (is_his and _tells_where(tokens, told.noun))
    ):
        return True
    if is_one and (_is_of_a_people(tokens, told) or (is_his and "or" not in ahead)):
        return True
    if not (is_one or is_the) or (is_the and ahead[0] in _BY_CASE):
        return False
    is_a, is_told_more = told.word in _A, tokens.at(told.noun + 1) in _WHO
    has_happened = (is_told_more or not is_a) and _has_happened(tokens, told)
    return has_happened or (not (is_a and is_near) and _is_at_a_place(tokens, told.noun))


def _is_alone(told: Mention, word: str, before: str, described: tuple[str, ...]) -> bool:
    """Whether it is said that there is no other: "our only", "the one", "a single"."""
    if told.word in _ONE:
        return before in _OURS
    return not _ALONE.isdisjoint(described) and (word not in _NOT_ALONE or "only" in described)


def _is_at_a_place(tokens: Words, noun: int) -> bool:
    """Whether it is said of somebody from which place, and not what any such person may do."""
    place = noun + 1
    while tokens.at(place) in _AN_ADDRESS or tokens.at(place)[:1].isdigit():
        place += 1
    if place == noun + 1 or tokens.at(place - 1)[:1].isdigit() or not tokens.is_capital(place):
        return False
    return tokens.words[place] not in _MONTHS and _SHALL.isdisjoint(tokens.words[place:])


def _tells_where(tokens: Words, noun: int) -> bool:
    """Whether a place is told by its name after somebody, of whom nothing is said that goes for any such."""
    after = range(noun + 1, len(tokens.words) - 1)
    if not _SHALL.isdisjoint(tokens.words[noun:]):
        return False
    return any(
        tokens.words[at] in _WHERE and tokens.is_capital(at + 1) and tokens.words[at + 1] not in _MONTHS for at in after
    )


def _is_of_a_people(tokens: Words, told: Mention) -> bool:
    """Whether somebody is told of by a people or a faith: "a Somali family"."""
    before = range(told.first + 1, told.noun)
    return any(tokens.is_capital(at) and tokens.words[at].endswith(_PEOPLES) for at in before)


def _has_happened(tokens: Words, told: Mention) -> bool:
    """Whether what follows a person tells of something that happened to that one, and not of any such person."""
    words, noun, is_the, is_one = tokens.words, told.noun, told.word == "the", told.word in _KNOWN_ONE
    for place in range(noun + 1, min(noun + 1 + _FURTHEST, len(words))):
        word, after = words[place], tokens.at(place + 1)
        is_first, ahead = place == noun + 1, words[place:]
        if word in {"who", "whose"} and (is_one or is_the):
            return is_one or not (_HAVE_BEEN.isdisjoint(ahead) or _HIS.isdisjoint(ahead))
        if _is_past(word):
            is_as_a_rule = not is_one and word == "has" and not (after in _PAST or after.endswith(("ed", "en")))
            if word in _TOLD_US or after == "to" or is_as_a_rule or (is_the and place > noun + 2):
                return False
            is_participle = is_first and word not in _PAST
            return is_one or _IN_PRESENT.isdisjoint(ahead[1 : 1 + _FURTHEST] if is_participle else (after,))
        if word in _AND and not is_first:
            return False
        if word in _IN_PRESENT or word in {";", ":"} or (is_first and word not in _BETWEEN and not word.endswith("ly")):
            return is_one and (word == "is" or word.endswith("s"))
    return False


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4)
