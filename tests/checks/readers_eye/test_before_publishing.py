"""What might tell readers something about a person."""

from dataclasses import replace

import pytest

from generator.project.house_style import HouseStyle
from tests.checks.readers_eye.commentary import KNOWN, of, told

FIRES = [
    ("PUB01", "We found 6 new in-house foster carers."),
    ("PUB01", "Fewer than 20 adults came into care."),
    ("PUB01", "Nineteen care plans were made, 9 of which were late."),
    ("PUB01", "A couple of families account for it."),
    ("PUB01", "Two of the three children waited."),
    ("PUB01", "Two members of staff have been off sick since July."),
    ("PUB01", "In one unit two of the three staff were off all summer."),
    ("PUB01", "Late visits were to two brothers."),
    ("PUB01", "A sibling group of three came into care."),
    ("PUB02", "One manager in that office has been on leave with cancer."),
    ("PUB02", "We lost our only payroll officer in July."),
    ("PUB01", "Three of our five approvers were off sick in August."),
    ("PUB02", "One household in Mill Lane made 60 of them."),
    ("PUB02", "The adoption of a boy of six fell through."),
    ("PUB02", "Cllr Brown's son was among them."),
    ("PUB03", "Complaints were led by the tenant of 14 Beech Grove."),
    ("PUB02", "The latest was a retired teacher, who has since died."),
    ("PUB02", "One child who had waited a year has moved."),
    ("PUB02", "The single death this year was in a car."),
    ("PUB02", "In one incident a firefighter was hurt."),
    ("PUB02", "The 14-year-old ran away twice."),
    ("PUB05", "Mr Archer said that calls rose."),
    ("PUB05", "K.B. was delayed for seven months."),
    ("PUB03", "Write to jo.bloggs@example.gov.uk for more."),
    ("PUB03", "His number is 943 476 5919 on the list."),
    ("PUB03", "The claim of QQ 12 34 56 C, or AB123456C, is open."),
    ("PUB03", "The home at DE1 2FS has closed since."),
    ("PUB06", "Courts sat late. Can you check the September figure before this goes out?"),
    ("PUB06", "Courts sat late. Please confirm with finance."),
    ("PUB06", "The lowest bid was from Hallam Court Services Ltd at £41,000, and is being checked."),
    ("PUB06", "Three tenders came in, and Hallam Court Services quoted £41,000 for it."),
    ("PUB06", "Our solicitors advise that we are likely to lose the appeal."),
    ("PUB01", "Three Year 8 girls account for it."),
    ("PUB02", "One gentleman in the Cottage Hospital has waited 212 days."),
    ("PUB02", "A mother of three from Wallsend waited for her son's place."),
    ("PUB02", "A remand prisoner, aged 22, was found too late."),
    ("PUB02", "A five-year-old from Netherby had to wait."),
    ("PUB02", "Our duty manager, who is on light duties, kept it open."),
    ("PUB05", "Our surveyor Geoff has been signed off."),
    ("PUB05", "Mohammed, who deals with renewals, broke his wrist."),
    ("PUB06", "Grateful if Karen could add the mileage before this goes to committee."),
    ("PUB06", "@Lena please put in the ward table."),
    ("PUB06", "Our view, shared by counsel, is that they would not contest a deduction."),
    ("PUB06", "Quotes came in at £310,000 (Rapiscan) and £287,000 (Nuctech)."),
    ("PUB06", "We would go to £480,000 for the site, but have offered £420,000."),
    ("PUB06", "Staff have not been told yet that the depot will close."),
    ("PUB06", "The draft Ofsted report, which is embargoed until 4 December, rates it inadequate."),
    ("PUB06", "The code for the side door is still the old one."),
    ("PUB06", "Tarrant Civils came in cheapest at £1.2m, and will get it."),
    ("PUB06", "Counsel puts our chances at one in three."),
    ("PUB06", "Officers are minded to award to Ridgeway Care after the standstill."),
    ("PUB06", "The alarm at the Moor Lane store has been dead since June."),
    ("PUB06", "The women's refuge in Harrow Road was full."),
    ("PUB06", "Between us, the supplier has no idea that we are leaving."),
    ("PUB06", "Our insurers have told us to settle at anything up to £90,000."),
    ("PUB06", "Please don't share this with the unions before the 14th."),
    ("PUB06", "The raid on the Canal Street flats is set for 12 December."),
    ("PUB06", "We know that our case is weak and have put £60,000 aside."),
    ("PUB05", "Councillor Jane Hopkins asked for the figures."),
    ("PUB05", "Sarah Whitlock has joined as head of service."),
    ("PUB05", "The new manager, David Prior, starts in January."),
    ("PUB05", "Since Priya left in June, nobody has kept the register."),
    ("PUB05", "Mrs. O'Neill's complaint took up most of August."),
    ("PUB05", "The case of Ms K was settled."),
    ("PUB05", "Thanks to Gareth's hard work the backlog has gone."),
    ("PUB05", "J. Smith of the finance team checks them."),
    ("PUB05", "DCI Lowe leads the operation."),
    ("PUB05", "The coroner, Helen Marsh, has asked for a report."),
    ("PUB05", "Tom Baker and Lucy Hill are covering the vacancy."),
    ("PUB05", "Child P and Child Q have moved."),
    ("PUB05", "Patient X waited nine hours."),
    ("PUB05", "Nurse Kelly was the only one on the ward."),
    ("PUB01", "Three of the residents moved out because the heating failed."),
    ("PUB01", "Both of the young women withdrew."),
    ("PUB01", "There were 2 stillbirths."),
    ("PUB01", "Four rough sleepers refused the offer."),
    ("PUB01", "Five nurses have left since May on grounds of stress."),
    ("PUB01", "One of the four babies was born at home."),
    ("PUB01", "The increase relates to 3 individuals."),
    ("PUB01", "Only a couple of inmates took part."),
    ("PUB01", "The delay affected two unaccompanied minors."),
    ("PUB01", "A pair of brothers accounts for eleven of the incidents."),
    ("PUB01", "Two excluded pupils have no place."),
    ("PUB01", "Three girls from the same school were involved."),
    ("PUB01", "Eight homeless applicants were turned away, and 3 of them were pregnant."),
    ("PUB01", "The three detainees were transferred."),
    ("PUB01", "All four of the pregnant teenagers were at Eastfield."),
    ("PUB01", "The two Roma lads in Year 9 have since been excluded."),
    ("PUB01", "3 of our 4 hygienists are on long-term sick."),
    ("PUB01", "Both women had been referred by the same GP."),
    ("PUB02", "The only deaf pupil in Year 6 had no interpreter."),
    ("PUB02", "An elderly man in Ashby was found dead at his home."),
    ("PUB02", "One officer has taken the council to a tribunal."),
    ("PUB02", "Our payroll manager is on maternity leave until January."),
    ("PUB02", "The delay was caused by the illness of the team's only accountant."),
    ("PUB02", "A cyclist was killed on the A52 in September."),
    ("PUB02", "One teenager was stabbed outside the station."),
    ("PUB02", "One baby died shortly after birth."),
    ("PUB02", "A lone parent in Swadlincote with three disabled children has waited two years."),
    ("PUB02", "The 91-year-old had waited eleven hours."),
    ("PUB02", "One of our crew members was assaulted by a man in Market Street."),
    ("PUB02", "One tenant in Mill Court accounts for a third of the arrears."),
    ("PUB02", "The transport manager resigned after a complaint about his conduct."),
    ("PUB02", "One woman, a refugee from Eritrea, waited 14 months."),
    ("PUB02", "The one remaining inspector broke his ankle."),
    ("PUB02", "One case involved a boy who had been excluded twice."),
    ("PUB02", "One student was withdrawn after a pregnancy."),
    ("PUB02", "Our Traffic Manager went off with shingles in July and is not back yet."),
    ("PUB02", "A Polish family of six in Corn Street was moved twice."),
    ("PUB02", "The outlier is a woman with early dementia who went home to Dunmore."),
    ("PUB02", "The clerk responsible has since been let go for drinking."),
    ("PUB02", "Two thirds of it is down to one neighbour in Hazel Close who rings daily."),
    ("PUB02", "The claim came from a lorry driver who lost two fingers at the Brook Lane depot."),
    ("PUB02", "Half of the days lost were those of our Head of Legal, who had a stroke in May."),
    ("PUB02", "The one grandmother in the scheme gave notice after her husband died."),
    ("PUB02", "The foster mother of the two girls in Wick has cancer."),
    ("PUB02", "The council tax manager is going through a disciplinary."),
]
QUIET = [
    ("PUB01", "Three in five children were placed."),
    ("PUB01", "Children aged 5 to 7 years wait longer."),
    ("PUB01", "Two weeks later the cases were closed."),
    ("PUB01", "Three quarters of clients are content."),
    ("PUB01", "They had three or more placements in the year."),
    ("PUB01", "We decided 29 major planning applications, 4 of which were allowed on appeal."),
    ("PUB01", "Two groups of pupils moved."),
    ("PUB01", "Three homes have closed, and two officers have joined."),
    ("PUB01", "Nine in ten patients say that they are content."),
    ("PUB06", "The tender will be published in January 2019, as bids are wanted."),
    ("PUB06", "The contract was let to Hallam Court Services in August."),
    ("PUB06", "We have sought legal advice, and legal advice is being awaited."),
    ("PUB01", "Nearly two children in three see a dentist."),
    ("PUB02", "One tenant in five was late, and each tenant had been told."),
    ("PUB05", "The planning officer will write to drivers, who is on the list or not."),
    ("PUB06", "Please contact the desk, and let us know of any light that is out."),
    ("PUB02", "The only child protection plan was reviewed, and a tenant may end his or her lease."),
    ("PUB05", "If Ofsted will come in May, Serco, who manages the homes, has to be ready."),
    ("PUB06", "Phase I will begin; quotes from Ofsted's report and the offer to Year 11 pupils stand."),
    ("PUB02", "The child protection plan was reviewed."),
    ("PUB02", "Deaths fell from 14 to 12."),
    ("PUB05", "The Lord Mayor opened it, and the U.K. average is lower."),
    ("PUB03", "Of 186 requests from 01.04.18 to 30.09.18, few were late."),
    ("PUB03", "The number 943 476 5918 is no NHS number."),
]

GOOD = [
    "The contract manager has reviewed all injury reports with the depot.",
    "A new manager was appointed in July, which has steadied the team.",
    "Two officers have left since May, and their posts are advertised.",
    "The manager who leads on this will report to the board in March 2019.",
    "Each child has a named worker, and a child who moves keeps that worker.",
    "If a patient is not seen within ten days, the clinic rings the patient.",
    "Most tenants pay by direct debit; a tenant in arrears is rung within a week.",
    "Two homes for children closed, and three officers were moved.",
    "Six posts in the children's team were vacant, as two workers were promoted.",
    "The team has 14 social workers, three of them newly qualified.",
    "One in five pupils lives more than a mile from the school.",
    "The named person was changed for all families in the scheme.",
    "A family hub was opened in August, and a parent group meets there.",
    "We trained twelve volunteers, and 40 foster carers came to the evening.",
    "The parent company was sold in July, which delayed the works.",
    "The only service that missed its target was planning.",
    "The first phase began in July and the second will begin in January 2019.",
    "The average resident recycles more than a year ago.",
    "Absence is high because of stress and back injuries among drivers.",
    "The officer in charge of the programme was asked to bring a plan to the board.",
    "Training for every officer on stress was given in August.",
    "An adviser is now on the desk from eight to six.",
    "Of the twelve actions, three are late.",
    "Three of the five libraries were closed for repairs.",
    "The police were called to nine incidents, of which two were serious.",
    "The resident survey showed that 71% are content.",
    "A third of the patients on the list have waited for more than 18 weeks.",
    "The two clinics that closed served 400 patients a month.",
    "Ten more homes were let to families in need, as flats were finished.",
    "The head of service will report on absence to the committee in January 2019.",
    "A consultant was engaged to redesign the rota.",
    "An apprentice was taken on in each depot.",
    "One team was short of two officers for most of the summer.",
    "The contractor has hired four more drivers.",
    "We now have three nurses at each site, where there were two.",
    "A person can apply online or at the desk.",
    "The council's solicitor has agreed the form of words.",
    "Two further teachers will start in January 2019.",
    "Fewer children were excluded, and attendance rose in all three schools.",
    "The chair of the board and the director met the provider twice.",
    "As a result, an officer was moved to the front desk.",
    "Children wait longer where both parents work shifts.",
    "One officer now deals with all new claims.",
    "Overtime was cut, since each driver was asked to take leave.",
    "A patient was seen every six minutes on average.",
    "The lead officer has left the council.",
    "Demand from older people grew by a tenth after the winter.",
    "The director has asked for a weekly report on sickness.",
    "The team leader will hold monthly meetings on absence with HR.",
    "Our engineers found that a third of faults come from one supplier.",
    "A customer was on average 26 minutes in the queue.",
    "Under-5s account for four in ten visits.",
    "Staff absence fell to 4 days a person.",
    "The two vacancies for social workers were filled in September.",
    "There were 31 victims of burglary, 12 more than in Q1.",
    "A resident may report it at any time.",
    "We met parents at three events.",
    "The Helen Hayes Centre was shut for works in August.",
    "Works on Elizabeth Street and in Thomas Wood held up two rounds.",
    "Queen Elizabeth Hospital took longer to send its lists.",
    "Prince Charles Hospital and St Martin's closed wards.",
    "Option B. Staff were asked, and chose it.",
    "Under plan A. we close two rounds.",
    "The John Lewis store closed, and rates fell.",
    "Nurse practitioners and Nurse Specialists run the clinic.",
    "Phase B was finished, and Part A. was begun.",
    "The Martha's Rule line took 40 calls.",
    "Family A&E visits rose, and Student Services moved.",
    "Child A-levels, Resident B and C zones, and Patient Access.",
    "Officers in Francis Crick House moved out.",
    "PC replacement and DC power works were late.",
    "Sister companies were sold, and Matron rounds begin at six.",
    "DS1 and DI budgets were cut.",
]


@pytest.mark.parametrize("text", GOOD)
def test_persons_and_names_of_whom_nothing_is_given_away(text: str) -> None:
    assert [code for code in told(text) if code.startswith("PUB")] == []


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str) -> None:
    assert code in told(text)


@pytest.mark.parametrize(("code", "text"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str) -> None:
    assert code not in told(text)


def test_the_officers_of_the_register_are_not_named() -> None:
    known = replace(KNOWN, officers=("Jo Bloggs",))
    assert "PUB04" in told("Jo Bloggs will look into it.", known)
    assert "PUB04" not in told("Jo will look into it.", known)


def test_what_is_withheld_from_the_public_is_not_asked_about_again() -> None:
    assert "PUB01" in told("We placed six children this summer.")
    assert "PUB01" not in told("We placed [[six]] children this summer.")


def test_small_numbers_are_the_settings() -> None:
    assert "PUB01" in told("We placed six children.")
    assert "PUB01" not in told("We placed six children.", replace(KNOWN, style=HouseStyle(small_numbers=5)))


@pytest.mark.parametrize(("text", "asks"), [("Only six children were placed.", False), ("Five children waited.", True)])
def test_a_count_that_is_the_result_is_printed_beside_the_text(text: str, asks: bool) -> None:
    given = of("", "20", "6", "9", title="Number of children placed", lower=False)
    assert ("PUB01" in told(text, **given)) is asks
