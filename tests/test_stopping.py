"""What is left when a command is stopped in the middle: no half-written file, and no process."""

import os
import signal
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from generator import recall
from generator.issuing import write_new
from generator.recall import workers


def test_a_form_that_cannot_be_written_whole_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(b"an officer's")
    with pytest.raises(TypeError):
        write_new(tmp_path, "form", ".xlsx", "not bytes")  # type: ignore[arg-type]
    assert [each.name for each in tmp_path.iterdir()] == ["form.xlsx"]


@pytest.mark.skipif(os.cpu_count() == 1, reason="one core alone starts no processes")
def test_leaving_early_waits_for_nothing_and_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall, "_WORTH_IT", 1)
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt), workers(2) as executor:  # noqa: PT012, leaving is what is tested
        assert executor
        assert executor.submit(signal.getsignal, signal.SIGINT).result(60) is signal.SIG_IGN
        executor.submit(time.sleep, 60)
        raise KeyboardInterrupt
    assert time.monotonic() - begun < 50
    assert not active_children()
