"""Programs are started within limits, from a bare environment, and die with all they started."""

from __future__ import annotations

import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from cvpress import run
from cvpress.errors import TexFailed
from cvpress.run.bounds import exceeded

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
# A child that starts a grandchild, which writes to a file as long as it lives.
FAMILY = """
import subprocess, sys, time
beat = "import time\\nwhile True:\\n open('beat', 'a').write('x'); time.sleep(0.02)"
subprocess.Popen([sys.executable, "-c", beat])
time.sleep(60)
"""


def start(code: str, cwd: Path, **limits: float) -> run.Process:
    bounds = run.Limits(**{"seconds": 10, **limits})  # type: ignore[arg-type]
    return run.start([sys.executable, "-c", code], cwd, run.environment({}), bounds)


def assert_silent(beat: Path) -> None:
    size = beat.stat().st_size
    assert size
    time.sleep(0.3)
    assert beat.stat().st_size == size, "the grandchild still lives"


def test_a_program_is_fed_and_heard(tmp_path: Path) -> None:
    ended = start("import sys; print(sys.stdin.read()[::-1]); sys.exit(7)", tmp_path).finish(b"abc")
    assert (ended.code, ended.output.strip()) == (7, "cba")


def test_output_is_kept_in_part(tmp_path: Path) -> None:
    ended = start("print('x' * 1_000_000, 'the end')", tmp_path).finish()
    assert len(ended.output) == run.OUTPUT_KEPT
    assert ended.output.rstrip().endswith("the end")


def test_a_program_that_does_not_listen(tmp_path: Path) -> None:
    process = start("", tmp_path)
    time.sleep(0.2)
    assert process.finish(b"x" * 1_000_000).code == 0


def test_nothing_of_the_user_reaches_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXINPUTS", "/evil")
    ended = start("import os; print(sorted(os.environ))", tmp_path).finish()
    shell = {"PWD", "SHLVL", "OLDPWD", "_", "LC_CTYPE", "__CF_USER_TEXT_ENCODING"}
    system = {"SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT"}
    seen = set(eval(ended.output)) - shell - system
    assert seen == {"PATH", "LC_ALL", "TZ"}


def test_time_is_up_for_the_whole_family(tmp_path: Path) -> None:
    begun = time.perf_counter()
    with pytest.raises(TexFailed, match=r"^TeX ran longer than 1\.5 seconds and was stopped\."):
        start(FAMILY, tmp_path, seconds=1.5).finish()
    assert time.perf_counter() - begun < 20
    assert_silent(tmp_path / "beat")


@pytest.mark.parametrize(("limit", "told"), [(1, "1 second"), (0.5, "0.5 seconds")])
def test_one_second_is_no_seconds(limit: float, told: str) -> None:
    message, _ = exceeded("time", run.Limits(limit))
    assert message == f"TeX ran longer than {told} and was stopped."


@posix
def test_a_child_that_outlives_its_parent_is_stopped(tmp_path: Path) -> None:
    code = FAMILY.replace("time.sleep(60)", "time.sleep(0.5)")
    assert start(code, tmp_path).finish().code == 0
    assert_silent(tmp_path / "beat")


def test_ctrl_c_stops_the_family(tmp_path: Path) -> None:
    process = start(FAMILY, tmp_path, seconds=20)
    threading.Timer(1.5, lambda: signal.raise_signal(signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        process.finish()
    assert_silent(tmp_path / "beat")
    process.kill()


@posix
def test_a_file_that_grows_too_large(tmp_path: Path) -> None:
    code = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n"
    code += "open('large', 'wb').write(bytes(3 << 20))"
    with pytest.raises(TexFailed, match="wrote a file of more than 1 MB"):
        start(code, tmp_path, megabytes_written=1).finish()
    assert (tmp_path / "large").stat().st_size <= 1 << 20


@posix
def test_computing_time_is_limited_too(tmp_path: Path) -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)"
    with pytest.raises(TexFailed, match="ran longer than 10 seconds"):
        start(code, tmp_path).finish()
    asked = start("import resource as r; print(r.getrlimit(r.RLIMIT_CPU)[0])", tmp_path)
    assert asked.finish().output.strip() == "11"


def test_our_own_work_waits_for_a_busy_machine_and_computes_no_longer(tmp_path: Path) -> None:
    own, usual = run.own_work(), run.limits()
    assert own.seconds == usual.seconds
    assert own.seconds * own.patience >= 300
    waits = "import time; time.sleep(1.5); print('done')"
    assert start(waits, tmp_path, seconds=1, patience=20).finish().output.strip() == "done"
    with pytest.raises(TexFailed, match="ran longer than 2 seconds"):
        start("import time; time.sleep(60)", tmp_path, seconds=1, patience=2).finish()


@posix
def test_what_runs_in_a_circle_is_stopped_as_soon(tmp_path: Path) -> None:
    with pytest.raises(TexFailed, match="ran longer than 1 second "):
        start("while True: pass", tmp_path, seconds=1, patience=60).finish()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux binds memory so")
def test_memory_is_limited(tmp_path: Path) -> None:
    code = "bytearray(600 << 20); print('got it')"
    ended = start(code, tmp_path, megabytes_memory=300).finish()
    assert ended.code == 1
    assert "MemoryError" in ended.output


def test_memory_exhausted_in_the_words_of_tex(tmp_path: Path) -> None:
    code = "import sys; print('fatal: memory exhausted (xmalloc of 9 bytes).'); sys.exit(1)"
    with pytest.raises(TexFailed, match="needed more than 1024 MB of memory"):
        start(code, tmp_path).finish()


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        run.start([str(tmp_path / "nothing")], tmp_path, {}, run.limits())
    assert run.which("a-program-that-is-not-there") == ""


@pytest.mark.parametrize(("given", "seconds"), [("2.5", 2.5), ("", 30), ("x", 30), ("0", 0.1)])
def test_the_time_limit_can_be_changed(
    given: str, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(run.SECONDS, given)
    assert run.limits().seconds == seconds


def test_killing_twice_is_safe(tmp_path: Path) -> None:
    process = start("import time; time.sleep(60)", tmp_path)
    process.kill()
    process.kill()
    assert list(tmp_path.iterdir()) == []
