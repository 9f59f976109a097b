"""Common words as they are commonly misspelt: without a doubled letter or with a single one doubled, and the like.

Words are listed as they are right; how they go wrong is worked out. A slip that makes another word is none.
"""

from collections.abc import Iterator
from functools import cache

from generator.checks.readers_eye.text.words import word_set

_COMMON = word_set(
    """absence accessible accommodation accommodate achieve achieved achievement achieving acknowledge additional
    adequate administration advertisement agencies aggressive allocation amendment analysis announced annual
    anticipated apparent appointment appointments appropriate approximately argument arrangement arrangements
    assessment assessments assistance attendance authority authorities availability available average awareness
    beginning behaviour believe benefit benefited budget business calendar campaign cancelled capacity category
    challenge challenges challenging collection colleagues commission commissioned commissioning commitment committee
    communication community comparison competition complaint complaints completed completely completion complexity
    concerning condition consequence considerable consistent consultation contractor contractors continue continued
    continuing continuous contribution council councillors decision decrease decreased definitely delivery demand
    department departments dependent deterioration develop developed development difference different difficult
    difficulties disappointed disappointing disappointment discussed discussion efficiency efficient embarrass
    eligible emergency employee employees employment enforcement engagement environment environmental equipment
    especially establishment estimated evaluation evidence exceeded excellent exception exercise existence expected
    expenditure experience experienced explanation extremely facilities favourable february financial following
    forecast foreseeable forward frequency frequently fulfil funding generally government guarantee guidance
    happened height holidays household households housing identified identify immediate immediately implementation
    implemented improve improved improvement improvements improving included including inconvenience increase
    increased increasing independent individual infrastructure initiative inspection inspections installation
    intention interest interim intermittent interview interviews investigation investment issued judgement knowledge
    language leisure liaise liaison library maintain maintained maintenance management manager managers measure
    measures measurement meeting meetings minimum monitoring monitored necessarily necessary neighbourhood neighbours
    numbers obtained occasion occasionally occurred occurrence occurring officer officers ongoing operation
    opportunities opportunity organisation outstanding parallel particular particularly partnership percentage
    performance performed permanent persistent personnel planning position possession possible predominantly preference
    preferred pressure pressures previous previously privilege procedure procedures proceed process processes
    procurement profession professional programme progress properties property proportion provided provision
    publicly quality quarter quarterly questionnaire receipt receive received receiving recommend recommendation
    recommendations recommended recovery recruit recruited recruiting recruitment reduce reduced reducing reduction
    referral referrals referred regarding relevant reliable repeated representative requested requirement requirements
    research resident residents resource resources response responses responsible responsibility restaurant result
    resulted retention satisfaction satisfactory schedule scheduled secretary security separate separated separately
    separation service services shortage shortages significant significantly similar sincerely solicitor specialist
    staffing standard standards strategic strategy strength submission submitted success successful successfully
    sufficient suggested summary supervision supplier suppliers support supported surprise surveillance sustained
    target targets technical temporarily temporary tendency therefore thorough threshold throughout tomorrow transfer
    transferred transition transport trends undertaken unfortunately until usually utilities vacancies vacancy variation
    various vehicle vehicles visitors volunteer volunteers vulnerable weather wednesday whether withdrawn workforce
    yesterday"""
)
_OTHERS = word_set(
    """adn alot allways aswell becasue becuase beacuse begining calander catagory cemetary concensus currenly dissapoint
    dissapointed dissapointing dosen't doesnt didnt wasnt wont' definately definatly embarassing enviroment existance
    goverment grammer greatful harrassment heirarchy hte idependent independant innoculation intrested recieve recieved
    recieving resourse resourses seperate seperated seperately succesful succesfully suprise teh thier thsi tommorrow
    truely untill wich whcih withold writting yeild fourty nineth ninty twelth reccomend reccommend accomodate
    accomodation acommodation aquire aquired occured occuring occurence priviledge publically questionaire refered
    responsability supercede supercedes vaccum wether whould"""
)
"""Slips that no rule here makes, or that are so common that they stand for themselves."""
_REAL = word_set(
    """analyses competed compliant complains contactor contactors decease deceased dependant fallowing fending finding
    froward hosing instillation judgment manages manger mangers meting offices panning passible planing precess
    precesses preform preformed prevision recommand recommanded redaction regrading stationary statutory suppler
    supplies summery through whither"""
)
"""What a slip may look like and be a word."""
_VOWELS, _DOUBLED = "aeiou", "cflmnprst"
_FEWEST = 7


@cache
def slips_of_spelling() -> frozenset[str]:
    """Every misspelling that is known."""
    made = {slip for word in _COMMON if len(word) >= _FEWEST for slip in _slips_of(word)}
    return frozenset((made | _OTHERS) - _COMMON - _REAL)


def _slips_of(word: str) -> Iterator[str]:
    """How a word goes wrong: a letter left out, two changed round, one doubled, or a vowel that is not heard."""
    for at in range(1, len(word) - 1):
        letter, before, after = word[at], word[at - 1], word[at + 1]
        yield word[:at] + word[at + 1 :]
        if at < len(word) - 2:
            yield word[:at] + after + letter + word[at + 2 :]
        if letter in _DOUBLED and before in _VOWELS and after in _VOWELS:
            yield word[:at] + letter + word[at:]
        if letter in _VOWELS and before not in _VOWELS and after not in _VOWELS:
            yield from (word[:at] + each + word[at + 1 :] for each in "aei" if each != letter)
    if "nce" in word:
        yield word.replace("nce", "nse")
