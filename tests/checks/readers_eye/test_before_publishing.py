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
