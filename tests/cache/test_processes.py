"""Work for other processes: what it is about can be told to them."""

import pickle
from pathlib import Path

from generator.cache.processes import workers
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.fresh_forms import contents_of
from generator.reading.open_workbooks import Opening
from tests.projects import make_project


def test_a_form_can_be_told_to_another_process(tmp_path: Path) -> None:
    setup = make_project(tmp_path, {"Ward": "Lakey Hill"}).setup
    contents = contents_of(setup, setup.register.measures[0], Earlier.of(setup, Opening()))
    with workers(1):
        assert pickle.loads(pickle.dumps(contents)) == contents  # noqa: S301, what the test has made itself
