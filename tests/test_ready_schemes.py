"""The schemes that come with the program, case by case as their sources say; each scheme names its source."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.judging.scheme_in_words import rule_of
from generator.judging.status import Circumstances, Rating, Verdict, judge
from generator.model.figures import Amount, Level
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Half
from generator.project.folder import BUNDLED_TEMPLATES

SCHEMES = {
    path.stem: read_scheme(path.read_text(encoding="utf-8"), path.name)
    for path in sorted((BUNDLED_TEMPLATES / "schemes").glob("*.toml"))
}

# scheme, what is better, target (- for none), result, whatever else is known, status
CASES = """
derby            higher  100     102.1                            Blue
derby            higher  100     102                              Green
derby            higher  100     95                               Amber
derby            lower   100     105.1                            Red
havering-2014    higher  100     91                               Green
havering-2014    higher  100     90                               Green
havering-2014    higher  100     89.9    direction=Improving      Amber
havering-2014    higher  100     89.9    direction=Stabilised     Amber
havering-2014    higher  100     89.9    direction=Deteriorating  Red
havering-2014    higher  100     89.9    direction=N/A            Red
havering-2014    higher  100     89.9                             ?the direction of travel is not known
havering-2014    lower   10      11      direction=Deteriorating  Green
havering-2014    lower   10      11.1    direction=Deteriorating  Red
kent             higher  90      90      floor=80                 Green
kent             higher  90      89.9    floor=80                 Amber
kent             higher  90      80      floor=80                 Amber
kent             higher  90      79.9    floor=80                 Red
kent             lower   10      12      floor=12                 Amber
kent             lower   10      12.1    floor=12                 Red
kent             higher  90      89                               ?the register gives no floor
kent             higher  90      95                               Green
tower-hamlets    higher  -       75      stretch=75 floor=70      Green
tower-hamlets    higher  -       74.9    stretch=75 floor=70      Amber
tower-hamlets    higher  -       70      stretch=75 floor=70      Amber
tower-hamlets    higher  -       69.9    stretch=75 floor=70      Red
tower-hamlets    higher  -       10      kind=data_only           Data only
lincoln          higher  -       98      stretch=97 floor=95      Above
lincoln          higher  -       97      stretch=97 floor=95      Above
lincoln          higher  -       96      stretch=97 floor=95      Acceptable
lincoln          higher  -       95      stretch=97 floor=95      Acceptable
lincoln          higher  -       94.9    stretch=97 floor=95      Below
lincoln          lower   -       7       stretch=8 floor=10       Above
lincoln          lower   -       10.1    stretch=8 floor=10       Below
lincoln          higher  -       420     kind=data_only           Volumetric
maidstone        higher  100     100                              Met
maidstone        higher  100     99.9                             Slightly missed
maidstone        higher  100     90                               Slightly missed
maidstone        higher  100     89.9                             Not achieved
maidstone        higher  -       12      kind=data_only           Data only
east-riding      higher  100     105.1                            Green
east-riding      higher  100     105                              Blue
east-riding      higher  100     95                               Blue
east-riding      higher  100     94.9                             Red
west-berkshire   higher  100     100                              Green
west-berkshire   higher  100     40      forecast=Green           Amber
west-berkshire   higher  100     99      forecast=Red             Red
west-berkshire   higher  100     99      forecast=N/A             Red
cambridgeshire   higher  100     110                              Blue
cambridgeshire   higher  100     109.9                            Green
cambridgeshire   higher  100     90                               Amber
cambridgeshire   higher  100     89.9                             Red
waverley         higher  100     105                              Above
waverley         higher  100     104.9                            On target
waverley         higher  100     95.1                             On target
waverley         higher  100     95                               Below
waverley         lower   100     95                               Above
south-kesteven   higher  100     100                              Green
south-kesteven   higher  100     90.1                             Amber
south-kesteven   higher  100     90                               Red
south-kesteven   none    Completed  Completed                     Green
south-kesteven   none    Completed  On track                      Green
south-kesteven   none    Completed  Delayed, resolution in place  Amber
south-kesteven   none    Completed  Overdue                       Red
south-kesteven   none    Completed  Nearly there                  ?the scheme's list of milestones does not have it
brighton-finance lower   1000000    1000000                       Green
brighton-finance lower   1000000    1049999                       Amber
brighton-finance lower   1000000    1050000                       Red
brighton-finance lower   10000000   10099999                      Amber
brighton-finance lower   10000000   10100000                      Red
brighton-finance lower   2000000    2099999                       Amber
brighton-finance lower   2000000    2100000                       Red
brighton-finance lower   100        100       unit=£m             Green
brighton-finance lower   100        100.1     unit=£m             Red
brighton-finance lower   1.5        1.5       unit=£million       Green
brighton-finance lower   10000      10099.9   unit=£000           Amber
brighton-finance lower   10000      10100     unit=£'000          Red
brighton-finance lower   1000       1049.9    unit=£k             Amber
brighton-finance lower   1000       1050      unit=£k             Red
brighton-finance lower   50         50.1      unit=£bn            Red
highland         higher  -       105     earlier=100              Improved
highland         higher  -       104.9   earlier=100              Maintained
highland         higher  -       95.1    earlier=100              Maintained
highland         higher  -       95      earlier=100              Declined
highland         lower   -       95      earlier=100              Improved
highland         higher  -       95                               ?there is no earlier figure to compare with
highland         higher  -       5       earlier=0                ?the earlier figure is 0
""".strip().splitlines()

_LEVELS = {"floor": Level.FLOOR, "stretch": Level.STRETCH}


def parts(line: str) -> tuple[str, str, str, str, dict[str, str], str]:
    """Columns stand two spaces or more apart."""
    words = [word.strip() for word in line.replace("  ", "\t").split("\t") if word.strip()]
    scheme, polarity = words[0].split()[0], words[0].split()[-1] if " " in words[0] else words[1]
    rest = words[1:] if " " in words[0] else words[2:]
    known = dict(item.split("=") for item in rest[2].split()) if len(rest) > 3 else {}
    return scheme, polarity, rest[0], rest[1], known, rest[-1]


def rated(scheme: Scheme, polarity: str, target: str | None, actual: str, known: dict[str, str]) -> Verdict:
    words = actual[0].isalpha()
    kind = Kind.MILESTONE if words else Kind.DATA_ONLY if "kind" in known else Kind.NUMBER
    levels = tuple((_LEVELS[name], (Decimal(known[name]),) * 5) for name in _LEVELS if name in known)
    measure = Measure(
        code="X",
        title="X",
        groups=("P",),
        polarity=Polarity(polarity),
        kind=kind,
        unit=known.get("unit", "£"),
        levels=levels,
    )
    given = Circumstances(
        quarter=2,
        direction=known.get("direction"),
        forecast=known.get("forecast"),
        earlier=Decimal(known["earlier"]) if "earlier" in known else None,
    )
    held = None if target is None or target == "-" else target if words else Decimal(target)
    half = Half(actual=actual if words else Decimal(actual))
    return judge(half, held, measure=measure, scheme=scheme, given=given)


@pytest.mark.parametrize("line", CASES, ids=lambda line: " ".join(line.split()))
def test_a_case_of_the_source(line: str) -> None:
    name, polarity, target, actual, known, expected = parts(line)
    verdict = rated(SCHEMES[name], polarity, target, actual, known)
    if expected.startswith("?"):
        assert verdict.reason
        assert expected[1:] in verdict.reason
        assert not isinstance(verdict.worked_out, Rating)
    else:
        assert (verdict.status.name, isinstance(verdict.worked_out, Rating)) == (expected, True)


def test_every_scheme_has_its_cases_and_each_status_is_met_in_them() -> None:
    met: dict[str, set[str]] = {name: set() for name in SCHEMES}
    for name, *_, expected in map(parts, CASES):
        met[name].add(expected)
    for name, scheme in SCHEMES.items():
        assert {status.name for status in scheme.statuses} <= met[name], name


@pytest.mark.parametrize("name", SCHEMES)
def test_every_scheme_names_its_source_and_says_what_earns_each_status(name: str) -> None:
    scheme = SCHEMES[name]
    assert len(scheme.source) > 60
    rules = [rule_of(scheme, status) for status in scheme.all_statuses]
    assert len(set(rules)) == len(rules)
    assert all(status.meaning[-1] not in ".:" for status in scheme.all_statuses)


@pytest.mark.parametrize(
    ("name", "exceptions"),
    [
        ("derby", {"Amber", "Red"}),
        ("cambridgeshire", {"Red", "Blue"}),
        ("waverley", {"Above", "Below"}),
        ("highland", {"Declined"}),
    ],
)
def test_exceptions_are_those_of_the_source(name: str, exceptions: set[str]) -> None:
    assert {status.name for status in SCHEMES[name].statuses if status.exception} == exceptions


figures = st.decimals("-1e6", "1e6", places=1)
NUMERIC = sorted(set(SCHEMES))
everything_known = {"floor": "40", "stretch": "60", "earlier": "50", "forecast": "Green"}


@given(st.sampled_from(NUMERIC), figures.filter(bool), figures, st.sampled_from(["Improving", "Deteriorating"]))
def test_every_figure_has_exactly_one_status(name: str, target: Decimal, actual: Decimal, direction: str) -> None:
    known = {**everything_known, "direction": direction}
    verdict = rated(SCHEMES[name], "higher", str(target), str(actual), known)
    assert isinstance(verdict.worked_out, Rating)
    position = verdict.worked_out.position
    holding = [status.name for status in SCHEMES[name].statuses if status.holds(position) is True]
    assert holding[0] == verdict.status.name


@given(st.sampled_from(NUMERIC), figures.filter(bool), figures, figures)
def test_better_never_rates_worse(name: str, target: Decimal, one: Decimal, other: Decimal) -> None:
    order = [status.name for status in SCHEMES[name].statuses]
    known = {**everything_known, "direction": "Improving"}
    ranks = [
        order.index(rated(SCHEMES[name], "higher", str(target), str(each), known).status.name)
        for each in sorted((one, other))
    ]
    assert ranks[0] >= ranks[1]


@given(
    st.sampled_from(["derby", "maidstone", "east-riding", "cambridgeshire", "waverley"]), figures.filter(bool), figures
)
def test_the_mirrored_polarity_gives_the_mirrored_status(name: str, target: Decimal, actual: Decimal) -> None:
    mirrored = 2 * target - actual
    one = rated(SCHEMES[name], "higher", str(target), str(actual), {})
    other = rated(SCHEMES[name], "lower", str(target), str(mirrored), {})
    assert one.status == other.status


@given(figures.filter(lambda figure: figure > 0), st.integers(0, 40))
def test_whichever_is_lower_decides(budget: Decimal, percent: int) -> None:
    """Brighton's rule, worked out another way."""
    spend = (budget * (100 + percent) / 100).quantize(Decimal("0.1"))
    over = Fraction(spend) - Fraction(budget)
    limit = min(Fraction(budget) * 5 / 100, Fraction(100000))
    expected = "Green" if over <= 0 else "Red" if over >= limit else "Amber"
    assert rated(SCHEMES["brighton-finance"], "lower", str(budget), str(spend), {}).status.name == expected


def test_an_amount_of_a_percentage_of_nothing_is_not_known() -> None:
    assert Amount(percent=Fraction(5)).in_units(Fraction(0)) is None
    assert Amount(percent=Fraction(0)).in_units(None) == 0
    assert Amount(percent=Fraction(5), units=Fraction(3)).in_units(Fraction(100)) == 3


ON_TARGET = {
    "derby": ["Blue", "Green"],
    "cambridgeshire": ["Blue", "Green"],
    "havering-2014": ["Green"],
    "kent": ["Green"],
    "east-riding": ["Green", "Blue"],
    "waverley": ["Above", "On target"],
    "tower-hamlets": ["Green"],
    "south-kesteven": ["Green"],
    "west-berkshire": ["Green"],
    "maidstone": ["Met"],
}


@pytest.mark.parametrize(("name", "expected"), ON_TARGET.items())
def test_on_target_is_what_a_result_on_target_gets_and_better(name: str, expected: list[str]) -> None:
    scheme = SCHEMES[name]
    assert [each.name for each in scheme.statuses if each.rated and scheme.is_on_target(each)] == expected
