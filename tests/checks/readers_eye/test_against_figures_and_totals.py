"""Parts and their total, in whichever order and words they are told."""

from typing import Any

import pytest

from tests.checks.readers_eye.commentary import of, told

REPAIRS = of("", "75", "88", "80", title="Repairs reported twice")
COST = of("£", "500000", "560000", "530000", title="Cost of agency staff")

ASKED = [
    ("There were 88 repeats. Boilers accounted for 40, taps for 21, doors for 12 and 17 had other causes.", REPAIRS),
    ("Boilers were 40, taps 21, doors 12 and everything else 17.", REPAIRS),
    ("Of the 88, boilers took 40 and doors the remaining 38.", REPAIRS),
    ("The 88 repeats were split between boilers (40), taps (21) and doors (17).", REPAIRS),
    ("88 were reported twice: boilers 40, taps 31 and doors 27.", REPAIRS),
    ("Nineteen were late: Boilers nine, Taps seven, Doors three and Roofs two.", REPAIRS),
    ("The north had 41 and the two southern patches 57, or 88 between them.", REPAIRS),
    ("Of 88 repeats, 60 were mended in a week and 38 were late.", REPAIRS),
    ("We have spent £120,000, which leaves £80,000 of the £230,000 set aside.", {}),
    ("The bill was £0.56m: £310,000 for nurses, £180,000 for cleaners and £90,000 for cooks.", COST),
    ("38 and 45 doors, 81 in all, were hung.", REPAIRS),
    ("60 of the 88 were boilers. The other 18 were taps.", REPAIRS),
]
LEFT_ALONE = [
    ("There were 88 repeats. Boilers accounted for 40, taps for 21, doors for 12 and 15 had other causes.", REPAIRS),
    ("Of the 9,500 homes with a boiler, 9,481 had it checked by 31 December.", {}),
    ("Of the 88, 60 came by telephone, 50 were about boilers and 12 from councillors.", REPAIRS),
    ("Of 88 repeats, 60 were mended by our own staff and 35 at night.", REPAIRS),
    ("Of the 18 offices, 14 are full, four have room, and three open on Saturdays.", {}),
    ("435 of 443 jobs were done in a fortnight: 307 were for doors and 136 for taps.", {}),
    ("8 in the quarter, 19 in total for the half-year and 6 short.", {}),
    ("88 jobs came in and 92 were closed, leaving 31 open.", REPAIRS),
    ("Of 40 visits, 38 went ahead; another 12 are on a waiting list.", {}),
    ("88 repeats: 40 in the north took 22 days and 60 in the south took nine.", REPAIRS),
    ("We did 88 again (31 boilers, 18 taps), at £74 each.", REPAIRS),
    ("The fleet has 90 vans, of which 22 electric, 68 diesel and 12 due to go.", {}),
    ("20 of the 47 had a mentor, and just nine passed, but of the remaining 27 all did.", {}),
    ("Three depots had 28 of the 30 vans. The other two depots have none.", {}),
    ("Two patches, with 31 and 27 repeats, had most; the remaining 30 were spread over nine.", REPAIRS),
    ("There were 88 (62 in the first quarter, 26 of them in one street).", REPAIRS),
    ("88 were reported: 14 more than planned, and 8 up on the spring.", REPAIRS),
    ("Spend was £2.4m and income £0.3m, leaving £2.1m net.", {}),
]


@pytest.mark.parametrize(("text", "given"), ASKED)
def test_parts_that_do_not_make_their_total(text: str, given: dict[str, Any]) -> None:
    assert "NUM04" in told(text, **given)


@pytest.mark.parametrize(("text", "given"), LEFT_ALONE)
def test_parts_that_do_or_that_need_not(text: str, given: dict[str, Any]) -> None:
    assert "NUM04" not in told(text, **given)
