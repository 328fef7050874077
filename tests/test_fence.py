"""A program behind a fence reads and writes what it was given, and nothing else."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path

import pytest

from cvpress import fence, run

PYTHON = Path(sys.executable).resolve()  # without its environment, which it would read
HOME = PYTHON.parent.parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Landlock is of Linux")

TRY = """
import socket, sys
def tried(what):
    try:
        what()
        return "done"
    except OSError as error:
        return type(error).__name__
inside, outside = sys.argv[1:3]
print(tried(lambda: open(inside + "/old").read()))
print(tried(lambda: open(inside + "/new", "w").write("x")))
print(tried(lambda: open(outside + "/old").read()))
print(tried(lambda: open(outside + "/old", "a").write("x")))
print(tried(lambda: open(outside + "/new", "w").write("x")))
print(tried(lambda: __import__("os").rename(inside + "/old", outside + "/moved")))
print(tried(lambda: __import__("os").listdir("/etc")))
print(tried(lambda: socket.create_connection(("127.0.0.1", int(sys.argv[3])), 1)))
"""


def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("inside", "outside"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "old").write_text("secret")
    return tmp_path / "inside", tmp_path / "outside"


def tried(around: fence.Fence | None, inside: Path, outside: Path, port: int) -> list[str]:
    argv = [str(PYTHON), "-I", "-S", "-c", TRY, str(inside), str(outside), str(port)]
    began = run.start(argv, inside, run.environment({}), run.limits(), around)
    return began.finish().output.split()


def test_nothing_else_is_read_or_written(tmp_path: Path) -> None:
    inside, outside = folders(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        around = fence.Fence(read=(HOME,), write=(inside,))
        refused = ["PermissionError"] * 6
        if fence.version() < 4:
            refused[-1] = "done"  # an older kernel keeps from files alone
        assert tried(around, inside, outside, port) == ["done", "done", *refused]
        assert tried(None, inside, outside, port) == ["done"] * 8


def test_what_may_be_read_is_not_written(tmp_path: Path) -> None:
    inside, outside = folders(tmp_path)
    around = fence.Fence(read=(HOME, outside), write=(inside,))
    said = tried(around, inside, outside, 1)
    assert said[2:5] == ["done", "PermissionError", "PermissionError"]


def test_a_single_file_may_be_read(tmp_path: Path) -> None:
    inside, outside = folders(tmp_path)
    around = fence.Fence(read=(HOME, outside / "old", outside / "gone"), write=(inside,))
    assert tried(around, inside, outside, 1)[2] == "done"


def test_the_caller_stays_free(tmp_path: Path) -> None:
    around = fence.Fence(read=(), write=(), system=())
    names: list[str] = []

    def inside() -> str:
        names.append(threading.current_thread().name)
        with pytest.raises(PermissionError):
            (tmp_path / "one").write_text("x")
        return "back"

    assert fence.behind(around, inside) == "back"
    assert names != [threading.current_thread().name]
    (tmp_path / "one").write_text("x")


def test_what_fails_behind_it_is_raised() -> None:
    def fail() -> None:
        raise ValueError("ill")

    with pytest.raises(ValueError, match="ill"):
        fence.behind(fence.Fence(), fail)


def test_a_system_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    fence.version.cache_clear()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert fence.version() == 0
    fence.version.cache_clear()
    monkeypatch.undo()
    monkeypatch.setattr(fence, "_ENTER", -1)  # no system call has this number
    with pytest.raises(OSError, match=r"."):
        fence.behind(fence.Fence(), lambda: None)
