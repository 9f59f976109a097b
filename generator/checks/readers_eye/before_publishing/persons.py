"""Persons in a text: words for them by kind, as data, and what a noun for them begins with: a number, or an article."""

from typing import NamedTuple

from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.words import Words, word_set
from generator.model.english import in_plural

SERVED = word_set(
    """child boy girl baby toddler infant newborn teenager adolescent youngster minor youth lad adult man woman person
    gentleman lady pensioner individual
    mother father parent grandparent grandmother grandfather son daughter brother sister sibling twin triplet wife
    husband spouse widow widower orphan family household couple
    patient client resident tenant lodger occupant leaseholder householder carer adopter claimant complainant applicant
    pupil student learner schoolchild undergraduate
    refugee migrant seeker sleeper leaver user veteran smoker drinker addict amputee diabetic
    victim survivor witness offender suspect prisoner detainee inmate defendant perpetrator culprit absconder
    passenger pedestrian cyclist motorcyclist rider walker
    speaker starter donor recipient swimmer borrower visitor
    whistleblower informant"""
)
"""Words for people whom a service is for, or who come to its notice: of no other things are small counts asked about.

Of two words for a person ("asylum seeker", "care leaver") the last is listed.
"""
SERVED_AS_PLURAL = frozenset(map(in_plural, SERVED)) | {"persons", "patients", "people", "smokers"}

NEAR = word_set("neighbour landlord landlady owner trader farmer shopkeeper publican lodger busker")
"""Others of whom one may be told of."""
KIN = word_set("mother father son daughter brother sister wife husband widow widower partner parents family child")

STAFF = word_set(
    """accountant administrator adviser advisor analyst apprentice architect archivist assessor assistant auditor
    bailiff barrister boss bricklayer bursar businessman businesswoman buyer captain caretaker carpenter caseworker
    chair chef childminder cleaner clerk coach colleague collector commander constable contractor cook coordinator
    coroner councillor counsellor curator dean dentist detective director dispatcher doctor driver ecologist
    economist electrician employee engineer examiner executive firefighter fitter foreman gardener governor guard
    handler head headmistress headteacher hygienist inspector instructor interpreter investigator janitor joiner
    judge keeper lawyer leader lecturer librarian lifeguard loader magistrate manager matron mechanic mediator
    member midwife milkman minder musician negotiator nurse officer operative optician painter paramedic pharmacist
    physiotherapist pilot planner plumber porter postholder postman postmistress practitioner principal psychologist
    radiographer ranger receptionist registrar roofer scheduler scientist secretary sergeant solicitor statistician
    steward superintendent supervisor surgeon surveyor teacher technician therapist trainee trainer
    translator treasurer tutor typist vicar volunteer warden welder worker"""
)
"""Words for those who work for the council: of them it is asked where health, conduct or harm are told of."""
STAFF_AS_PLURAL = frozenset(map(in_plural, STAFF)) | {"staff"}

LOSSES = word_set(
    "death fatality suicide stillbirth drowning murder homicide overdose miscarriage amputation rape pregnancy"
)
"""Each is of one person."""
LOSSES_AS_PLURAL = frozenset(map(in_plural, LOSSES))
EVERY_PLURAL = SERVED_AS_PLURAL | STAFF_AS_PLURAL | LOSSES_AS_PLURAL

_COLLECTIVE = {"pair": 2, "couple": 2, "trio": 3, "handful": 5}
_NUMBERS = IN_WORDS | {"both": 2}
COUNTS = frozenset((*_NUMBERS, *_COLLECTIVE))
"""Words that tell how many there are."""
_ARTICLES = word_set("a an the this that another our these those their its his her my your all each every any no")
_ENDS = word_set(
    """in on at to for from with by as than between among per during since until after before about within without
    against and or but nor while whilst when whenever where if because which who whom whose so is are was were be
    been being has have had having do does did will would can could may might must shall should it they we he she i not
    of"""
)
"""What a noun phrase does not go on beyond, to its left."""
_MOST_BEFORE = 5


def count_in(word: str) -> int | None:
    """The whole number that a word is, in figures or in letters; None where it is none."""
    if word[:1].isdigit():
        digits = word.replace(",", "")
        return int(digits) if digits.isdecimal() else None
    return _NUMBERS.get(word)


class Mention(NamedTuple):
    """A noun as a text tells of it: its place, where what belongs to it begins, and the ``word`` that it begins with.

    That is a number, an article, or what stands for one. ``number`` is None where no number is told.
    """

    first: int
    noun: int
    number: int | None
    word: str


def told_with(tokens: Words, noun: int) -> Mention | None:
    """What a noun begins with: "two", "three of the", "a pair of", "both", "the only"; None where with nothing."""
    for place in range(noun - 1, max(-1, noun - 1 - _MOST_BEFORE), -1):
        word, before = tokens.words[place], tokens.at(place - 1)
        number = count_in(word)
        if number is not None and before == "year":
            continue
        if number is not None:
            part = count_in(tokens.at(place - 3)) if before in _ARTICLES and tokens.at(place - 2) == "of" else None
            return Mention(place if part is None else place - 3, noun, number if part is None else part, word)
        if word in _ARTICLES or word.endswith("'s"):
            counted = tokens.at(place - 2) if before == "of" else before if before == "both" else ""
            number = count_in(counted)
            return Mention(place if number is None else place - 1 - (before == "of"), noun, number, word)
        if word == "of" and before in _COLLECTIVE:
            return Mention(place - 1, noun, _COLLECTIVE[before], word)
        if word in _ENDS or not word[0].isalnum():
            break
    return None


_COMPOUNDS = word_set(
    """service services team teams group groups board boards panel panels social support plan plans association
    associations meeting meetings home homes survey centre centres training budget protection benefit benefits hub hubs
    care record records certificate certificates rate rates registration registrations prevention advice audit review
    reviews strategy test tests clinic clinics inquiry trial forum forums premium parking company companies
    register ' -"""
)
"""After a word for persons: it is a service or a thing of theirs that is told of."""


def is_school_year(tokens: Words, place: int) -> bool:
    """Whether the word at a place begins the name of a school's year: "Year 8"."""
    return tokens.words[place] == "year" and count_in(tokens.at(place + 1)) is not None


def is_compound(tokens: Words, noun: int) -> bool:
    """Whether a word for persons is part of the name of something else: "parent company", "a couple of"."""
    after = tokens.at(noun + 1)
    return after in _COMPOUNDS or (after == "of" and tokens.words[noun] == "couple")


def is_share(tokens: Words, told: Mention) -> bool:
    """Whether a number is one of so many: "nine in ten patients", "one tenant in five"."""
    before, after = tokens.at(told.first - 1), told.noun + 1
    if before == "in" or (before == "of" and tokens.at(told.first - 2) == "out"):
        return count_in(tokens.at(told.first - (2 if before == "in" else 3))) is not None
    if tokens.at(after) == "in" or (tokens.at(after) == "out" and tokens.at(after + 1) == "of"):
        after += 1 if tokens.at(after) == "in" else 2
        after += tokens.at(after) == "every"
        whole = 100 if tokens.at(after) in {"hundred", "thousand"} else count_in(tokens.at(after))
        return whole is not None and whole > (told.number or 1)
    return False
