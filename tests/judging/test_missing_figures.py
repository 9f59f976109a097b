"""States of figures that are not numbers."""

from generator.judging.conditions import Unjudged
from generator.judging.missing_figures import REASONS, State, count_states, state_of
from generator.judging.status import Circumstances, judge
from generator.model.measure import Measure
from generator.model.officer_return import Return, Source
from generator.model.period import Period
from tests.test_ready_schemes import SCHEMES


def test_every_reason_a_verdict_lacks_has_a_state() -> None:
    """No reason may fall through to a wrong one."""
    measure = Measure(code="X", title="X", groups=("P",))
    returned = Return(measure_code="X", period=Period(2024, 3), source=Source(file="x", sha256=""))
    given = Circumstances(quarter=3)
    verdict = judge(returned.quarter, None, measure=measure, scheme=SCHEMES["derby"], given=given)
    assert state_of(verdict, returned) is State.UNEXPLAINED
    assert verdict.worked_out is Unjudged.NO_ACTUAL
    assert set(REASONS.values()) < set(State)
    assert count_states(iter([State.NEW, None, State.NEW])) == {"new measure": 2}
    assert {state.shorthand for state in State} == set("cefkprxz")
