"""The only module that starts programs: with limits, from a bare environment, and to their end.

A program gets its own process group, so that stopping it stops what it started; it has no terminal,
and its output goes to a file that is read back in part. What stands in a CV or a theme may make TeX
run for ever or write without end: time, memory and file size are bounded.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from cvpress import fence
from cvpress.errors import TexFailed
from cvpress.run.bounds import SECONDS, SIGNALS, Limits, exceeded, limiter, limits, own_work

__all__ = [
    "SECONDS",
    "Ended",
    "Limits",
    "Process",
    "environment",
    "limits",
    "own_work",
    "start",
    "which",
]

OUTPUT_KEPT = 64 * 1024  # bytes from the end of what a program printed


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code and the end of what it printed."""

    code: int
    output: str


def environment(extra: Mapping[str, str], path: str = "") -> dict[str, str]:
    """Return an environment made from scratch, with no more of the user's than a system needs."""
    kept = ("SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT") if sys.platform == "win32" else ()
    system = {name: os.environ[name] for name in kept if name in os.environ}
    return {**system, "PATH": path, "LC_ALL": "C", "TZ": "UTC", **extra}


def which(program: str) -> str:
    """Return the path of a program on the user's PATH, or ""."""
    return shutil.which(program) or ""


class Process:
    """A program that runs. `finish` must be called, or `kill`."""

    def __init__(self, child: subprocess.Popen[bytes], output: IO[bytes], bounds: Limits) -> None:
        self._child = child
        self._output = output
        self._bounds = bounds

    def finish(self, feed: bytes = b"") -> Ended:
        """Hand `feed` to the program's standard input, close it, wait for the end.

        Raises TexFailed, in words, where a limit was met; Ctrl-C kills the program and goes on up.
        """
        try:
            return self._wait(feed)
        finally:
            self.kill()

    def _wait(self, feed: bytes) -> Ended:
        try:
            self._child.communicate(feed, timeout=self._bounds.seconds * self._bounds.patience)
        except subprocess.TimeoutExpired:
            raise TexFailed(*exceeded("clock", self._bounds)) from None
        met = SIGNALS.get(-self._child.returncode)
        if met:
            raise TexFailed(*exceeded(met, self._bounds))
        end = self._output.seek(0, os.SEEK_END)
        self._output.seek(max(0, end - OUTPUT_KEPT))
        ended = Ended(self._child.returncode, self._output.read().decode("utf-8", "replace"))
        if ended.code and "memory exhausted" in ended.output:  # kpathsea's words
            raise TexFailed(*exceeded("memory", self._bounds))
        return ended

    def kill(self) -> None:
        """Stop the program and all it started. Safe to call at any time, and twice."""
        if self._output.closed:
            return  # its number may belong to another program by now
        _kill_group(self._child)
        if self._child.stdin:
            with contextlib.suppress(OSError):
                self._child.stdin.close()
        self._child.wait()
        self._output.close()


def start(
    argv: Sequence[str],
    cwd: Path,
    env: Mapping[str, str],
    bounds: Limits,
    within: fence.Fence | None = None,
) -> Process:
    """Start a program (by its path) in a folder, its input an open pipe. Raises OSError.

    `within`: what it may read and write, where it may not do all that the user may.
    """
    if not os.access(argv[0], os.X_OK):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), argv[0])
    output = tempfile.TemporaryFile()  # noqa: SIM115, closed by Process.kill
    launch = partial(_launch, [*limiter(bounds), *argv], cwd, env, output)
    try:
        child = fence.behind(within, launch) if within else launch()
    except BaseException:
        output.close()
        raise
    return Process(child, output, bounds)


def _launch(
    command: Sequence[str], cwd: Path, env: Mapping[str, str], output: IO[bytes]
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603, the command is ours, never the CV's
        command,
        cwd=cwd,
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if child.poll() is None:
            taskkill = Path(os.environ["SYSTEMROOT"]) / "System32" / "taskkill.exe"
            command = [str(taskkill), "/F", "/T", "/PID", str(child.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        return
    # A group of which no member lives is gone; macOS says "not permitted" of zombies.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
