"""What is left when a command is stopped in the middle: no half-written file, and no process."""

import os
import signal
import time
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

import pytest

from generator.cache.processes import workers
from generator.collecting.issue_forms import write_new


def test_a_form_that_cannot_be_written_whole_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(b"an officer's")
    with pytest.raises(TypeError):
        write_new(tmp_path, "form", ".xlsx", "not bytes")  # type: ignore[arg-type]
    assert [each.name for each in tmp_path.iterdir()] == ["form.xlsx"]


@pytest.mark.skipif(os.cpu_count() == 1, reason="one core alone starts no processes")
@pytest.mark.parametrize("pressed", [False, True])
def test_nobody_waits_for_a_process_that_hangs_and_none_is_left(pressed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cache.processes._WORTH_IT", 1)
    begun = time.monotonic()
    with suppress(KeyboardInterrupt), workers(2) as others:
        executor = others.executor
        assert executor
        assert executor.submit(signal.getsignal, signal.SIGINT).result(60) is signal.SIG_IGN
        executor.submit(time.sleep, 60)
        if pressed:
            raise KeyboardInterrupt
    assert time.monotonic() - begun < 50
    assert not active_children()
